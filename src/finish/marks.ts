/** Which invisible characters an engine needs on a line to read it in its order, and where they stand. */
import { isMark, isMirrored, isNumberLike, isSpace, kindOf, type Kind } from './character.ts'

/** A character of a line in reading order. */
export interface LineCharacter {
  text: string
  /** Its run, as a number, and whether that runs from right to left. */
  unit: number
  rtl: boolean
  left: number
  right: number
  /** The edges of its run. */
  unitLeft: number
  unitRight: number
}

export interface PlacedMark {
  text: string
  /** The border between two characters; marks of one border stand from right to left. */
  x: number
}

export interface PopplerMark extends PlacedMark {
  /** It has to stand among the glyphs themselves, as what follows is of the same word. */
  inWord: boolean
}

export const RLM = '\u200f'
export const LRM = '\u200e'
/** A neutral character that paints nothing; it keeps two RLM apart. */
export const PDF = '\u202c'

/** Where the border between a character and the next one in reading order is. */
function border(character: LineCharacter, next: LineCharacter | undefined): number {
  if (character.rtl || next?.unit === character.unit) return character.left
  return character.unitLeft
}

/**
 * PDFium cuts a line into segments of letters, numbers and neutrals, reads the segments of a right-to-left line from the
 * right, and turns neutrals round where it is reading from the right. So it needs
 * - RLM between two numbers or marks of punctuation that do not run from left to right, or it reads them as one number;
 * - LRM before and RLM after a bracket or quotation mark, or it is turned round a second time;
 * - RLM before two neutrals that follow Latin, or it reads them from left to right;
 * - RLM at the end of the line when segments of Latin outnumber the others, or it takes the line for a Latin one.
 */
export function pdfiumMarks(line: readonly LineCharacter[]): PlacedMark[] {
  const marks: PlacedMark[] = []
  const kinds: Kind[] = []
  let right = true
  const mark = (text: string, x: number): void => {
    marks.push({ text, x })
    kinds.push(kindOf(text))
    right = text === RLM
  }
  for (const [n, character] of line.entries()) {
    const kind = kindOf(character.text)
    const before = line[n - 1]
    const next = line[n + 1]
    const bracket = character.rtl && isMirrored(character.text)
    if (
      kind === 'W' &&
      before !== undefined &&
      kindOf(before.text) === 'W' &&
      (character.rtl || before.rtl) &&
      !(isMark(before.text) && isMark(character.text))
    ) {
      mark(RLM, border(before, character))
    }
    const afterNeutral = before !== undefined && !before.rtl && kindOf(before.text) === 'N'
    const beforeNeutral = next !== undefined && kindOf(next.text) === 'N'
    if (kind === 'N' && character.rtl && !right && (afterNeutral || beforeNeutral)) {
      mark(RLM, before === undefined ? character.right : border(before, character))
    }
    if (bracket && right) mark(LRM, before === undefined ? character.right : border(before, character))
    kinds.push(kind)
    if (kind === 'L') right = false
    if (kind === 'R') right = true
    // What follows a line's end may be another cell of the row.
    const follows = next === undefined ? 'N' : kindOf(next.text)
    if (bracket && (follows === 'N' || follows === 'W')) mark(RLM, border(character, next))
  }
  const end = line.at(-1)
  if (end === undefined || !kinds.includes('R')) return marks
  const edge = border(end, undefined)
  // A space that follows, before the next cell, would be read before it.
  if (!end.rtl && kindOf(end.text) === 'N') mark(RLM, edge)
  const segments = kinds.filter((kind, n) => kind !== kinds[n - 1])
  const excess =
    segments.filter((kind) => kind === 'L').length - segments.filter((kind) => kind === 'R').length + 1
  for (let n = 0; n < excess; n++) marks.push({ text: PDF, x: edge }, { text: RLM, x: edge })
  return marks
}

/**
 * Poppler reads from a number, a Latin letter or one of `، . : / -` on from left to right up to the next right-to-left
 * letter, spaces and brackets included. So it needs RLM after such a run wherever another character follows,
 * be it in the next cell. It reads a bracket or another neutral that such a run ends in before the run, unless LRM is
 * to the right of it.
 */
export function popplerMarks(line: readonly LineCharacter[], cellFollows: boolean): PopplerMark[] {
  const marks: PopplerMark[] = []
  for (const [n, character] of line.entries()) {
    const next = line[n + 1]
    if (!character.rtl && next?.unit !== character.unit && kindOf(character.text) === 'N') {
      marks.push({ text: LRM, x: character.unitRight, inWord: false })
    }
    if (next === undefined ? !cellFollows : kindOf(next.text) === 'R') continue
    const ends = character.rtl
      ? isNumberLike(character.text) || kindOf(character.text) === 'L'
      : next?.unit !== character.unit
    if (ends) marks.push({ text: RLM, x: border(character, next), inWord: standsInWord(character, next) })
  }
  return marks
}

function standsInWord(character: LineCharacter, next: LineCharacter | undefined): boolean {
  return character.rtl && next?.unit === character.unit && !isSpace(next.text)
}
