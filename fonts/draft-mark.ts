// Writes the style that puts the word for a draft behind the text of its pages, as outlines and not as text: a mark
// that is searched for, read aloud or copied would be taken for the paper's own words. With --check writes nothing
// and fails when the file differs.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as harfbuzz from 'harfbuzzjs'
import { withHalfSpaces } from '../src/persian/fa.ts'

const word = withHalfSpaces('پیش~نویس')
const root = join(import.meta.dirname, '..')
const path = join(root, 'templates/shared/draft-mark.css')
/** Light enough to read over, and on a printer without colours still seen. */
const shade = '#f2f2f2'
/** Units of the font for one of ours: the outline is drawn on every page, and need not be finer than paper shows. */
const coarseness = 4
/** Degrees that it rises from the start of the line to its end. */
const slope = 52

/** The word on its base line as one path, in units of the font, with its width and the middle of its height. */
async function outline(): Promise<{ letters: string; width: number; middle: number }> {
  const file = await readFile(join(root, 'node_modules/vazirmatn/fonts/ttf/Vazirmatn-Bold.ttf'))
  const font = new harfbuzz.Font(new harfbuzz.Face(new harfbuzz.Blob(Uint8Array.from(file).buffer)))
  const buffer = new harfbuzz.Buffer()
  buffer.addText(word)
  buffer.guessSegmentProperties()
  harfbuzz.shape(font, buffer)
  const positions = buffer.getGlyphPositions()
  let width = 0
  let whole = ''
  for (const [index, { codepoint }] of buffer.getGlyphInfos().entries()) {
    const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[index] ?? {}
    whole += moved(font.glyphToPath(codepoint), width + xOffset, yOffset)
    width += xAdvance
  }
  const heights = [...whole.matchAll(/-?\d+ (-?\d+)/g)].map(([, y]) => Number(y))
  return {
    letters: whole,
    width: width / coarseness,
    middle: Math.round((Math.min(...heights) + Math.max(...heights)) / 2),
  }
}

/** A path at another place, with y downwards as in SVG. */
function moved(glyph: string, x: number, y: number): string {
  return glyph.replaceAll(/(-?[\d.]+)[ ,](-?[\d.]+)/g, (_, a: string, b: string) =>
    [Number(a) + x, -Number(b) - y].map((unit) => Math.round(unit / coarseness)).join(' '),
  )
}

async function style(): Promise<string> {
  const { letters, width, middle } = await outline()
  // A square that the turned word fits into whole, whatever its slope.
  const half = Math.ceil(width / 2 / 100) * 100
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${-half} ${-half} ${2 * half} ${2 * half}">` +
    `<path fill="${shade}" transform="rotate(${-slope}) translate(${Math.round(-width / 2)} ${-middle})" d="${letters}"/></svg>`
  const data = Buffer.from(svg).toString('base64')
  return `/* Made by fonts/draft-mark.ts: the mark of a draft, behind the text of every page. Being fixed it repeats on
   each of them, and being generated it is no part of what is read. */
@media print{.draft::before{content:"";position:fixed;inset:0;z-index:-1;background:url(data:image/svg+xml;base64,${data}) no-repeat center/contain}}
`
}

const text = await style()
if (!process.argv.includes('--check')) {
  await writeFile(path, text)
} else if ((await readFile(path, 'utf8').catch(() => '')) !== text) {
  process.stderr.write(
    'templates/shared/draft-mark.css differs from what fonts/draft-mark.ts makes; run "npm run fonts"\n',
  )
  process.exitCode = 1
}
