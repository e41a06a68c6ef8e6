// Writes the fonts the pages embed. With --check writes nothing and fails when the files differ.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import subsetFont from 'subset-font'

// Persian and Latin text. The Arabic presentation forms (U+FB50–FDFF but the rial sign, U+FE70–FEFF) stay out of the
// cmap: with them PDF viewers copy those forms instead of letters. All layout features are kept, so shaping is whole.
const ranges: [number, number][] = [
  [0x20, 0x7e],
  [0xa0, 0xff],
  [0x600, 0x6ff],
  [0x200b, 0x200f],
  [0x2010, 0x2030],
  [0x2039, 0x203a],
  [0x20ac, 0x20ac],
  [0x2212, 0x2212],
  [0xfdfc, 0xfdfc],
]
const text = ranges
  .flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i)),
  )
  .join('')
const source = join(import.meta.dirname, '..', 'node_modules', 'vazirmatn')

async function outputs(): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>()
  for (const weight of ['Regular', 'Medium', 'Bold']) {
    const name = `Vazirmatn-${weight}.woff2`
    const font = await readFile(join(source, 'fonts', 'webfonts', name))
    // Names 13 and 14 are the licence and its address.
    files.set(name, await subsetFont(font, text, { targetFormat: 'woff2', preserveNameIds: [13, 14] }))
  }
  files.set('OFL.txt', await readFile(join(source, 'OFL.txt')))
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
