/** The runs of a line in reading order, and what stands between them: which engine needs the space there from whom. */
import { isMark, isSpace, kindOf } from './character.ts'
import { type Glyph, toGlyphs } from './glyphs.ts'
import type { Unit } from './units.ts'

export interface Run {
  unit: Unit
  /** From left to right. */
  glyphs: Glyph[]
  /** The first and the last character in reading order. */
  first: Glyph
  last: Glyph
  blank: boolean
  /** What PDFium cuts a left-to-right run into, where that is more than one. */
  segments: Glyph[][]
}

export function toRuns(units: readonly Unit[]): Run[] {
  const runs: Run[] = []
  for (const whole of units) {
    for (const [unit, glyphs] of splitMarks(whole)) {
      if (!unit.rtl) joinNumbers(unit, glyphs)
      const [leftmost] = glyphs
      const rightmost = glyphs.at(-1)
      if (leftmost === undefined || rightmost === undefined) continue
      runs.push({
        unit,
        glyphs,
        first: unit.rtl ? rightmost : leftmost,
        last: unit.rtl ? leftmost : rightmost,
        blank: glyphs.every(({ text }) => isSpace(text)),
        segments: unit.rtl ? [] : segmentsOf(glyphs),
      })
    }
  }
  return runs
}

/**
 * pdf.js compares no mark with the text before it, so one that is the first of a run on paper would be read before the
 * run: it comes after it, and the spaces that are read last after that.
 */
function splitMarks(unit: Unit): [Unit, Glyph[]][] {
  const glyphs = toGlyphs(unit)
  const mark = glyphs.findIndex(({ text }) => !isSpace(text))
  if (!unit.rtl || mark === -1 || !isMark(glyphs[mark]!.text)) return [[unit, glyphs]]
  const letter = glyphs.findIndex(({ text }, n) => n > mark && !isMark(text))
  if (letter === -1) return [[unit, glyphs]]
  const parts: [Unit, Glyph[]][] = [
    [unit, glyphs.slice(letter)],
    [{ ...unit, flag: 0 }, glyphs.slice(mark, letter)],
  ]
  if (mark > 0) parts.push([unit, glyphs.slice(0, mark)])
  return parts
}

/** PDFium reads numbers that spaces part in reverse, and those with no-break spaces as one. */
function joinNumbers({ piece: { font } }: Unit, glyphs: readonly Glyph[]): void {
  const isNumber = ({ text }: Glyph): boolean => kindOf(text) === 'W'
  const first = glyphs.findIndex(isNumber)
  const last = glyphs.findLastIndex(isNumber)
  const numbers = glyphs.slice(first, last + 1)
  if (first === -1 || !numbers.every((glyph) => isNumber(glyph) || glyph.text === ' ')) return
  if (numbers.every(({ text }) => text < '\u0080')) return
  for (const glyph of numbers) {
    if (glyph.text !== ' ') continue
    glyph.code = font.recode(glyph.code, '\u00a0')
    glyph.text = '\u00a0'
  }
}

function segmentsOf(glyphs: readonly Glyph[]): Glyph[][] {
  if (glyphs.some(({ text }) => !/^[!-~ ]$/.test(text))) return []
  const segments: Glyph[][] = []
  for (const glyph of glyphs) {
    const last = segments.at(-1)
    const kind = kindOf(glyph.text)
    const same =
      last !== undefined && kindOf(last[0]!.text) === kind && isSpace(last[0]!.text) === isSpace(glyph.text)
    if (same) last.push(glyph)
    else segments.push([glyph])
  }
  return segments.length > 1 ? segments : []
}

/** Whether a space stands between a run and the one before it that paints something; nothing when there is none. */
function spaceBefore(runs: readonly Run[], n: number): boolean | undefined {
  const spaced = isSpace(runs[n]!.first.text)
  for (let at = n - 1; at >= 0; at--) {
    const before = runs[at]!
    if (!before.blank) return spaced || at < n - 1 || isSpace(before.last.text)
  }
  return undefined
}

/** How pdf.js is given the space before a run: not at all, by its first character, or by a joiner. */
export function leadOf(
  runs: readonly Run[],
  n: number,
  isCell: boolean,
  spaced: boolean,
): 'none' | 'hide' | 'joiner' {
  const run = runs[n]!
  if (run.blank || spaced || !(spaceBefore(runs, n) ?? isCell)) return 'none'
  if (run.segments.length > 0) return 'joiner'
  return firstVisible(run) === undefined ? 'joiner' : 'hide'
}

/** The first character of a run in reading order, where pdf.js can be given it elsewhere. */
export function firstVisible({ unit, glyphs }: Run): Glyph | undefined {
  if (!unit.rtl || glyphs.length === 1) {
    const [first] = glyphs
    return first !== undefined && !isMark(first.text) && kindOf(first.text) !== 'R' ? first : undefined
  }
  const at = glyphs.findLastIndex(({ text }) => !isSpace(text))
  const letter = glyphs[at]
  const next = glyphs[at - 1]
  if (letter === undefined || next === undefined || isMark(letter.text)) return undefined
  // PDFium drops a text object that paints nothing, as the first letter of a ligature does.
  if (!unit.piece.font.paints(letter.code)) return undefined
  return kindOf(next.text) === 'R' ? letter : undefined
}

/** Whether the space after a run is pdf.js's to be read with the run's last character: after numbers and Latin. */
export function needsTail(runs: readonly Run[], n: number, cellFollows: boolean): boolean {
  const { blank, unit, glyphs, last } = runs[n]!
  if (blank || (unit.rtl && glyphs.length > 1)) return false
  if (kindOf(last.text) === 'R' || isMark(last.text)) return false
  for (let next = n + 1; next < runs.length; next++) {
    if (!runs[next]!.blank) return spaceBefore(runs, next) === true
  }
  return cellFollows
}
