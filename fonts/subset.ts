// Writes the fonts the pages embed. With --check writes nothing and fails when the files differ.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import subsetFont from 'subset-font'

// Persian and Latin text. The Arabic presentation forms (U+FB50–FDFF but the rial sign, U+FE70–FEFF) stay out of the
// cmap: with them PDF viewers copy those forms instead of letters. All layout features are kept, so shaping is whole.
const ranges: [number, number][] = [
  [0x20, 0x7e],
  // Latin letters of Turkish, Azerbaijani and European names.
  [0xa0, 0x17f],
  [0x18f, 0x18f],
  [0x259, 0x259],
  [0x2bc, 0x2bc],
  [0x600, 0x6ff],
  [0x200b, 0x200f],
  [0x2010, 0x2030],
  [0x2039, 0x203a],
  // Superscripts, currencies, №, ™, eighths, and the signs of arithmetic.
  [0x2074, 0x207f],
  [0x20a3, 0x20bd],
  [0x2116, 0x2122],
  [0x215b, 0x215e],
  [0x2211, 0x2265],
  [0xfdfc, 0xfdfc],
]
const text = ranges
  .flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i)),
  )
  .join('')
const packages = join(import.meta.dirname, '..', 'node_modules')

/** Our file → the one it is made of, both of static TrueType outlines. */
const sources: Record<string, string> = {
  'Vazirmatn-Regular.woff2': 'vazirmatn/fonts/webfonts/Vazirmatn-Regular.woff2',
  'Vazirmatn-Medium.woff2': 'vazirmatn/fonts/webfonts/Vazirmatn-Medium.woff2',
  'Vazirmatn-Bold.woff2': 'vazirmatn/fonts/webfonts/Vazirmatn-Bold.woff2',
  'OFL.txt': 'vazirmatn/OFL.txt',
  'Parastoo-Regular.woff2': 'parastoo-font/dist/Parastoo.woff2',
  'Parastoo-Bold.woff2': 'parastoo-font/dist/Parastoo-Bold.woff2',
  'Parastoo-OFL.txt': 'parastoo-font/LICENSE',
}

async function outputs(): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>()
  for (const [name, path] of Object.entries(sources)) {
    const file = await readFile(join(packages, path))
    // Names 13 and 14 are the licence and its address.
    const font = name.endsWith('.woff2')
    files.set(
      name,
      font ? await subsetFont(file, text, { targetFormat: 'woff2', preserveNameIds: [13, 14] }) : file,
    )
  }
  return files
}

const check = process.argv.includes('--check')
for (const [name, bytes] of await outputs()) {
  const path = join(import.meta.dirname, name)
  if (!check) {
    await writeFile(path, bytes)
    continue
  }
  const present = await readFile(path).catch(() => undefined)
  if (present === undefined || !present.equals(bytes)) {
    process.stderr.write(`fonts/${name} differs from what fonts/subset.ts makes; run "npm run fonts"\n`)
    process.exitCode = 1
  }
}
