/** Files as Skia writes them, small enough to be read in a test: one page, one font, the content that is given. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import subsetFont from 'subset-font'
import { readTrueType, type TrueType } from '../../src/finish/truetype.ts'

const woff2 = readFileSync(join(import.meta.dirname, '../../fonts/Vazirmatn-Regular.woff2'))
export const program = await subsetFont(woff2, undefined, { targetFormat: 'truetype', keepAllGlyphs: true })
export const font: TrueType = readTrueType(program)!

/** The glyph of a character, by the font's map of format 4. */
export function glyphOf(character: string): number {
  const cmap = font.tables.get('cmap')!
  const code = character.codePointAt(0)!
  for (let n = 0; n < cmap.readUInt16BE(2); n++) {
    const table = cmap.subarray(cmap.readUInt32BE(8 + n * 8))
    if (table.readUInt16BE(0) !== 4) continue
    const size = table.readUInt16BE(6)
    for (let at = 0; at < size; at += 2) {
      const [last, first] = [table.readUInt16BE(14 + at), table.readUInt16BE(16 + size + at)]
      if (code < first || code > last) continue
      const range = table.readUInt16BE(16 + 3 * size + at)
      if (range === 0) return (code + table.readUInt16BE(16 + 2 * size + at)) & 0xffff
      return table.readUInt16BE(16 + 3 * size + at + range + (code - first) * 2)
    }
  }
  throw new Error(`no glyph for ${character}`)
}

/** The exact advances of the letters, as Skia writes them. */
function widths(): string {
  const glyphs = [...new Set([...letters].map(glyphOf))].toSorted((a, b) => a - b)
  const metrics = font.tables.get('hmtx')!
  return glyphs
    .map((glyph) => `${glyph} [${(metrics.readUInt16BE(glyph * 4) * 1000) / font.unitsPerEm}]`)
    .join(' ')
}

export const hex = (glyph: number): string => glyph.toString(16).toUpperCase().padStart(4, '0')

/** A run as Skia writes it: glyphs from left to right; a cluster of another text has its ActualText. */
export function run(
  x: number,
  y: number,
  clusters: (string | { glyph: string; text: string })[],
  { reversed = clusters.length > 1, size = 10, name = 'F4' } = {},
): string {
  let out = `BT\n${reversed ? '/ReversedChars BMC\n' : ''}/${name} ${size} Tf\n1 0 0 -1 ${x} ${y} Tm\n`
  for (const [n, cluster] of clusters.entries()) {
    const glyph = typeof cluster === 'string' ? cluster : cluster.glyph
    const show = `<${hex(glyphOf(glyph))}> Tj`
    const move = n === 0 ? '' : `${advance(clusters[n - 1]!, size)} 0 Td `
    const units =
      typeof cluster === 'string' ? '' : Buffer.from(cluster.text, 'utf16le').swap16().toString('hex')
    out +=
      units === '' ? `${move}${show}\n` : `/Span<</ActualText <FEFF${units}> >> BDC\n${move}${show}\nEMC\n`
  }
  return `${out}${reversed ? 'EMC\n' : ''}ET\n`
}

function advance(cluster: string | { glyph: string; text: string }, size: number): number {
  // A half-space is a space glyph of no advance.
  if (typeof cluster !== 'string' && cluster.text === '\u200c') return 0
  return width(typeof cluster === 'string' ? cluster : cluster.glyph, size)
}

/** The advance of a text's glyphs. */
export function width(text: string, size = 10): number {
  const metrics = font.tables.get('hmtx')!
  return [...text].reduce((sum, character) => {
    return sum + (metrics.readUInt16BE(glyphOf(character) * 4) * size) / font.unitsPerEm
  }, 0)
}

const letters = 'ابپتدرسشلمنهوی۰۱۲۳۴۵۶۷۸۹٪،.:() «»-ABCDEGabcde\u0654\u064b'

/** A file with one page of this content. */
export function skiaFile(content: string, { extra = '' } = {}): Buffer {
  const map = `beginbfchar\n${[...letters]
    .map((character) => `<${hex(glyphOf(character))}> <${hex(character.codePointAt(0)!)}>`)
    .join('\n')}\nendbfchar`
  const stream = (entries: string, bytes: Buffer): Buffer =>
    Buffer.concat([
      Buffer.from(`<<${entries}/Length ${bytes.length}>> stream\n`),
      bytes,
      Buffer.from('\nendstream'),
    ])
  const objects: (string | Buffer)[] = [
    '<</Type /Catalog\n/Pages 2 0 R>>',
    '<</Type /Pages\n/Count 1\n/Kids [3 0 R]>>',
    `<</Type /Page\n/Resources <</Font <</F4 5 0 R>>>>\n/MediaBox [0 0 600 800]\n/Contents 4 0 R\n/Parent 2 0 R>>`,
    stream('', Buffer.from(content, 'latin1')),
    '<</Type /Font\n/Subtype /Type0\n/BaseFont /V\n/Encoding /Identity-H\n/DescendantFonts [6 0 R]\n/ToUnicode 9 0 R>>',
    '<</Type /Font\n/FontDescriptor 7 0 R\n/BaseFont /V\n/Subtype /CIDFontType2\n/CIDToGIDMap /Identity\n' +
      '/CIDSystemInfo <</Registry (Adobe)\n/Ordering (Identity)\n/Supplement 0>>\n/W [' +
      widths() +
      ']\n/DW 0>>',
    '<</Type /FontDescriptor\n/FontName /V\n/Flags 4\n/FontBBox [0 -500 1000 1000]\n/ItalicAngle 0\n/Ascent 1000\n/Descent -500\n/CapHeight 700\n/StemV 80\n/FontFile2 8 0 R>>',
    stream(`/Length1 ${program.length}\n`, program),
    stream('', Buffer.from(map)),
  ]
  if (extra !== '') objects.push(extra)
  const parts = [Buffer.from('%PDF-1.4\n')]
  const offsets: number[] = []
  let size = parts[0]!.length
  for (const [n, object] of objects.entries()) {
    offsets.push(size)
    const part = Buffer.concat([
      Buffer.from(`${n + 1} 0 obj\n`),
      typeof object === 'string' ? Buffer.from(object, 'latin1') : object,
      Buffer.from('\nendobj\n'),
    ])
    parts.push(part)
    size += part.length
  }
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  parts.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<</Size ${objects.length + 1}\n/Root 1 0 R>>\nstartxref\n${size}\n%%EOF\n`,
    ),
  )
  return Buffer.concat(parts)
}
