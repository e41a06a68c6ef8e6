/** A page's content, read as far as text goes: the blocks BT … ET, and what stands between them. */
import { kindOf } from './character.ts'
import { type Operator, stringValue, valueEnd, skipSpace } from './lexer.ts'
import type { TextFont } from './text-font.ts'

/** Glyphs that are one piece of text; those of a ligature or of a letter with its marks cannot be told apart. */
export interface Cluster {
  /** What it reads as; nothing where it only steers. */
  text: string
  glyphs: { code: number; x: number; rise: number }[]
  x: number
  /** Up to the next cluster of the block; of the last, the advances of its glyphs. */
  advance: number
}

/** One text object of Skia's: a run of one direction, font and size. */
export interface Block {
  /** The places of BT and ET in the list of operators. */
  from: number
  to: number
  font: TextFont
  fontName: string
  size: number
  /** The baseline, and the scale of Tm along and across it. */
  y: number
  scale: [number, number]
  /** Whether Skia says that its glyphs run against the reading direction. */
  reversed: boolean
  clusters: Cluster[]
}

/** From its cluster, in em: a mark is nearer by far, and further off no glyph of a font can stand. */
const farthest = 4

/** Why a text object was left as it was. */
export type Reason = 'form' | 'font' | 'rotated' | 'operator' | 'no-text' | 'cluster'

export type Read = { block: Block } | { left: Reason }

/** Reads the text object that begins at an operator BT. */
export function readBlock(
  operators: readonly Operator[],
  from: number,
  to: number,
  fonts: ReadonlyMap<string, TextFont>,
): Read {
  let font: TextFont | undefined
  let fontName = ''
  let size = 0
  let origin: [number, number] | undefined
  let scale: [number, number] = [1, 1]
  let x = 0
  let rise = 0
  let pen = 0
  let reversed = false
  let span: Cluster | undefined
  let depth = 0
  const clusters: Cluster[] = []
  for (let n = from + 1; n < to; n++) {
    const { name, operands } = operators[n]!
    switch (name) {
      case 'Tf':
        if (font !== undefined) return { left: 'operator' }
        fontName = operands[0]?.slice(1) ?? ''
        font = fonts.get(fontName)
        size = Number(operands[1])
        if (font === undefined) return { left: 'font' }
        if (!(size > 0)) return { left: 'operator' }
        break
      case 'Tm': {
        const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = operands.map(Number)
        if (origin !== undefined || ![a, b, c, d, e, f].every(Number.isFinite)) return { left: 'operator' }
        if (b !== 0 || c !== 0 || a <= 0) return { left: 'rotated' }
        scale = [a, d]
        origin = [e, f]
        break
      }
      case 'Td':
        x += Number(operands[0])
        rise += Number(operands[1])
        if (!Number.isFinite(x + rise)) return { left: 'operator' }
        pen = 0
        break
      case 'BMC':
        if (operands[0] !== '/ReversedChars' || span !== undefined) return { left: 'operator' }
        reversed = true
        depth++
        break
      case 'BDC': {
        const text = actualText(operands)
        if (text === undefined || span !== undefined) return { left: 'operator' }
        span = { text, glyphs: [], x: 0, advance: 0 }
        depth++
        break
      }
      case 'EMC':
        depth--
        if (span !== undefined && span.glyphs.length > 0) clusters.push(span)
        span = undefined
        break
      case 'Tj': {
        if (font === undefined || origin === undefined) return { left: 'operator' }
        for (const code of glyphCodes(operands[0] ?? '')) {
          if (!font.has(code)) return { left: 'font' }
          const at = origin[0] + (x + pen) * scale[0]
          const glyph = { code, x: at, rise }
          const forward = (font.advanceOf(code) * size) / 1000
          pen += forward
          if (span !== undefined) {
            if (span.glyphs.length === 0) span.x = at
            span.glyphs.push(glyph)
            span.advance = origin[0] + (x + pen) * scale[0] - span.x
            continue
          }
          const text = font.textOf(code)
          if (text === undefined) return { left: 'no-text' }
          clusters.push({ text, glyphs: [glyph], x: at, advance: forward * scale[0] })
        }
        break
      }
      default:
        return { left: 'operator' }
    }
  }
  if (font === undefined || origin === undefined || depth !== 0 || clusters.length === 0) {
    return { left: 'operator' }
  }
  for (const cluster of clusters) {
    // What stands over or under a letter is no place for it: marks have no advance.
    const letters = cluster.glyphs.filter(({ code }) => font.advanceOf(code) > 0)
    if (cluster.glyphs.length === 1 || letters.length === 0) continue
    const at = Math.min(...letters.map(({ x: left }) => left))
    cluster.advance += cluster.x - at
    cluster.x = at
  }
  for (const [index, cluster] of clusters.entries()) {
    cluster.text = readable(cluster.text)
    // The space glyph of a half-space is none of the letter's.
    const painted = cluster.glyphs.filter(({ code }) => !font.isEmpty(code))
    if (painted.length > 0) cluster.glyphs = painted
    const isFar = ({ x: at, rise: height }: Cluster['glyphs'][number]): boolean =>
      Math.abs(at - cluster.x) > farthest * size * scale[0] || Math.abs(height) > farthest * size
    if (!isReadable(cluster, font) || cluster.glyphs.some(isFar)) return { left: 'cluster' }
    const next = clusters[index + 1]
    if (next !== undefined) cluster.advance = next.x - cluster.x
  }
  return { block: { from, to, font, fontName, size, y: origin[1], scale, reversed, clusters } }
}

/** A text without the characters that only steer, but for the half-space. */
function readable(text: string): string {
  // Most clusters are one letter.
  if (text.length === 1 && text !== '\u200f' && kindOf(text) === 'R') return text
  return text.replaceAll(/(?!\u200c)[\p{Cf}\0]/gu, '')
}

/** Whether each glyph that paints has a character to carry it. */
function isReadable({ text, glyphs }: Cluster, font: TextFont): boolean {
  if (glyphs.length === 1 && text !== '' && !text.includes('\u200c')) return true
  const characters = [...text.replaceAll('\u200c', '')].length
  return characters >= glyphs.length || font.isEmpty(glyphs[0]!.code)
}

/** The codes of a string of two-byte codes. */
export function glyphCodes(operand: string): number[] {
  const codes: number[] = []
  if (operand.startsWith('<')) {
    for (let i = 1; i + 4 < operand.length; i += 4) codes.push(parseInt(operand.slice(i, i + 4), 16))
  } else {
    const bytes = stringValue(operand)
    for (let i = 0; i + 1 < bytes.length; i += 2)
      codes.push((bytes.charCodeAt(i) << 8) | bytes.charCodeAt(i + 1))
  }
  return codes
}

/** The text that a marked-content span says it stands for. */
function actualText([tag, properties = '']: string[]): string | undefined {
  if (tag !== '/Span') return undefined
  const key = properties.indexOf('/ActualText')
  if (key === -1) return undefined
  const from = skipSpace(properties, key + 11)
  return stringValue(properties.slice(from, valueEnd(properties, from)))
}
