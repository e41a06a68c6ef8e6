/** Clusters as single codes, one character each: what all engines read alike. */
import { isMark, isSpace } from './character.ts'
import type { Cluster } from './interpret.ts'
import type { Unit } from './units.ts'

/** A code at its place. */
export interface Glyph {
  code: number
  /** What it reads as: one character, and the half-space that is read after it. */
  text: string
  x: number
  /** The piece of the line that it stands for. */
  left: number
  right: number
}

const half = '\u200c'
/** The width of a mark's own code, in thousandths of the size: what Poppler needs to keep it beside its letter. */
const markWidth = 100
/** pdf.js does not go forward over marks: only so much of a space may lie before one, or it adds a second space. */
const spaceBeforeMark = 70

/**
 * The codes of a unit from left to right.
 * - One character a code (all engines): a ligature or a letter with marks is cut; the first code on paper has the
 *   outline, the others paint nothing.
 * - A mark's height is in its outline (PDFium begins a line where a text object is raised).
 * - The half-space is read with the letter before it (pdf.js drops a code of its own).
 * - A mark beside a space gives the space's width to its own code (pdf.js, MuPDF in justified text).
 */
export function toGlyphs(unit: Unit): Glyph[] {
  const { font, size, scale } = unit.piece
  const em = size * scale[0]
  const glyphs: Glyph[] = []
  let pending = ''
  for (const [index, cluster] of unit.clusters.entries()) {
    const { text } = cluster
    if (text === half) {
      pending = half
      continue
    }
    const [alone] = cluster.glyphs
    if (text.length === 1 && cluster.glyphs.length === 1 && alone !== undefined && !isMark(text)) {
      const code = font.code(alone.code, pending + text, undefined, (alone.rise / size) * 1000)
      glyphs.push({ code, text, x: alone.x, left: cluster.x, right: cluster.x + cluster.advance })
      pending = ''
      continue
    }
    const characters = charactersOf(text)
    if (unit.rtl) characters.reverse()
    if (unit.rtl && text.length > 1 && text.endsWith(half)) pending = half
    const right = cluster.x + cluster.advance
    const before = glyphs.at(-1)
    const space = before !== undefined && isSpace(before.text) ? before : undefined
    // At a unit's end in reading order the mark is given apart, see write-line.
    const markAfterSpace =
      unit.rtl &&
      space !== undefined &&
      isMark(characters[0]!) &&
      glyphs.some(({ text: one }) => !isSpace(one))
    if (markAfterSpace) {
      space.code = font.code(undefined, ' ', Math.round(((cluster.x - space.x) / em) * 1000))
    }
    const push = (code: number, character: string, x: number): void => {
      glyphs.push({ code, text: character, x, left: cluster.x, right })
      pending = ''
    }
    if (cluster.glyphs.length === 1 && characters.length === 1) {
      const { code, x, rise } = cluster.glyphs[0]!
      const [character = ''] = characters
      const letter = unit.clusters[index + 1]
      let width = isMark(character) ? markWidth : undefined
      if (markAfterSpace && letter !== undefined) {
        width = Math.round(((letter.x - space.x) / em) * 1000) - spaceBeforeMark
      }
      const shift = ((x - cluster.x) / em) * 1000
      push(font.code(code, pending + character, width, (rise / size) * 1000, shift), character, cluster.x)
      if (unit.rtl && text.startsWith(half)) pending = half
      continue
    }
    const widths = splitWidth(characters, (cluster.advance / em) * 1000)
    const letter = characters.findIndex((character) => !isMark(character))
    let { x } = cluster
    const room = markAfterSpace ? ((x - space.x) / em) * 1000 - spaceBeforeMark : 0
    if (letter > 0 && room > 0) {
      // The marks fill the space, and the letter has the width of all.
      x = space!.x + (spaceBeforeMark * em) / 1000
      const saved = widths.slice(0, letter).reduce((sum, width) => sum + width, 0)
      widths.fill(room / letter, 0, letter)
      widths[letter]! += saved
    }
    const painted = paintersOf(cluster, characters, unit.rtl, letter > 0 && room > 0 ? letter : 0)
    for (const [n, character] of characters.entries()) {
      const glyph = painted[n]
      const width = Math.round(widths[n]!)
      const rise = ((glyph?.rise ?? 0) / size) * 1000
      const shift = glyph === undefined ? 0 : ((glyph.x - x) / em) * 1000
      push(font.code(glyph?.code, pending + character, width, rise, shift), character, x)
      x += (widths[n]! * em) / 1000
    }
    if (unit.rtl && text.startsWith(half)) pending = half
  }
  return glyphs
}

/** The characters that have a glyph; a half-space alone has that of a space. */
function charactersOf(text: string): string[] {
  if (text.length === 1) return [text]
  const characters = [...text.replaceAll(half, '')]
  return characters.length === 0 ? [' '] : characters
}

/** The glyph that each character of a cluster paints: marks have theirs as far as there are any, and so have letters. */
function paintersOf(
  { glyphs }: Cluster,
  characters: readonly string[],
  rtl: boolean,
  first: number,
): (Cluster['glyphs'][number] | undefined)[] {
  if (glyphs.length === 1) return characters.map((_, n) => (n === first ? glyphs[0] : undefined))
  const count = Math.min(characters.filter(isMark).length, glyphs.length - 1)
  const [marks, letters] = rtl
    ? [glyphs.slice(0, count), glyphs.slice(count)]
    : [glyphs.slice(glyphs.length - count), glyphs.slice(0, glyphs.length - count)]
  return characters.map((character) => (isMark(character) ? marks : letters).shift())
}

/** The width of a cluster for its characters: a little for each mark, the rest for the letters in equal parts. */
function splitWidth(characters: readonly string[], width: number): number[] {
  const marks = characters.filter(isMark).length
  const letters = characters.length - marks
  if (letters === 0) return characters.map(() => width / marks)
  const mark = marks === 0 ? 0 : Math.min(markWidth / marks, width / (2 * marks))
  return characters.map((character) => (isMark(character) ? mark : (width - marks * mark) / letters))
}
