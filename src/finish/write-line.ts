/** A line as all engines read it: its runs in reading order, with what each engine needs between them. */
import { flagOf, isMark, isSpace, kindOf } from './character.ts'
import type { Glyph } from './glyphs.ts'
import { textString } from './lexer.ts'
import { LineWriter } from './line-writer.ts'
import type { Line, Mark } from './lines.ts'
import { artifact } from './marked-content.ts'
import {
  type LineCharacter,
  LRM,
  pdfiumMarks,
  type PlacedMark,
  type PopplerMark,
  popplerMarks,
  RLM,
} from './marks.ts'
import { firstVisible, leadOf, needsTail, type Run, toRuns } from './runs.ts'
import type { Order } from './units.ts'

/** Seen by no engine that heeds ActualText; MuPDF takes its direction all the same, pdf.js reads what is no format. */
const hidden = '/Span<</ActualText()>>BDC\n'
/** As above, but Poppler heeds ActualText on spans only. */
const forPoppler = '/NonStruct<</ActualText()>>BDC\n'
/** Combining grapheme joiner: invisible, and passed over by a search. */
const joiner = '\u034f'
const enSpace = '\u2002'
/** How far, in sizes, the space before a cell that begins with a number stands in it. */
const cellGap = 0.04
/** The width of a mark for PDFium, which drops objects without one, and the way back between its two glyphs. */
const markWidth = 50
const markBack = 20
/** How far, in sizes, marks at one border stand from each other: nearer, PDFium takes the next but one for bold. */
const markStep = 0.04
/** How far, in sizes, the blanks that PDFium sorts by stand from each other: nearer, it takes them for one in bold. */
const anchorStep = 0.08

/** Where on the page the text of the line before ended: what pdf.js needs to be given a space for the next cell. */
export interface Before {
  x: number
  /** It has brought the space with it. */
  spaced: boolean
}

export interface Written {
  text: string
  before: Before
}

export function writeLine(
  line: Line,
  { units, rtl }: Order,
  marks: ReadonlyMap<Mark, string>,
  before: Before | undefined,
  cellFollows: boolean,
  rightToLeft: boolean,
): Written | undefined {
  const runs = toRuns(units)
  const [head] = runs
  if (head === undefined) return undefined
  const writer = new LineWriter(head.unit.piece.y, head.unit.piece.scale, line.colors)
  const mixed = rtl && runs.some(({ unit }) => unit.rtl)
  // Poppler reads the line by the direction of the page.
  const neutralEnd = kindOf(runs.at(-1)!.last.text) === 'N'
  const characters = mixed || cellFollows || neutralEnd ? readCharacters(runs) : []
  const forPdfium = mixed ? pdfiumMarks(characters) : []
  const cuts = new Set(forPdfium.map(({ x }) => x))
  if (mixed) forPdfium.push(...narrowSpaces(runs))
  const popplers = popplerMarks(characters, cellFollows)
  const guards = new Set(popplers.filter(({ inWord }) => inWord).map(({ x }) => x))

  let open = line.open
  let state: 0 | 1 = 0
  let spaced = before?.spaced ?? false
  const { place } = line
  let x = before === undefined ? 0 : (before.x - place.x) / place.sx
  for (const [n, run] of runs.entries()) {
    const { unit, glyphs, blank } = run
    const { piece } = unit
    if (piece.mark !== open) {
      if (open !== 0) writer.close()
      const operator = marks.get(piece.mark)
      if (operator !== undefined) writer.open(operator)
      open = piece.mark
    }
    writer.setColors(piece.colors)
    writer.setStyle(piece)
    const em = piece.size * piece.scale[0]
    const blankCode = (text: string): number => piece.font.code(undefined, text, 0)
    const leftmost = glyphs[0]!
    if (n === 0 && before !== undefined) {
      // MuPDF: a space of no width between two cells of a row; after U+0020 it would drop the cell's own first space, and
      // it drops this one where a number stands exactly there.
      writer.moveTo(leftmost.x + (run.unit.rtl ? 0 : cellGap * em))
      writer.show(blankCode(enSpace))
      writer.cut()
    }
    const isCell = before !== undefined && leftmost.x < x + 0.1 * em
    const lead = mixed || (n === 0 && isCell) ? leadOf(runs, n, isCell, spaced) : 'none'
    const hide = lead === 'hide' ? firstVisible(run) : undefined
    // PDFium takes every line for a right-to-left one where the document says so.
    const inSegments = (mixed || rightToLeft) && run.segments.length > 0
    const neutralFirst = inSegments || flagOf(leftmost.text) === undefined
    if (mixed && n > 0 && unit.flag === state && (flagOf(leftmost.text) ?? state) === state) {
      // MuPDF: two runs that it takes for one kind are kept apart by a character of the other.
      writer.moveTo(leftmost.x)
      writer.show(blankCode(state === 1 ? '\u2069' : RLM))
      if (state === 0) state = 1
    }
    const needsState: boolean = mixed && neutralFirst && state !== unit.flag
    const ends = (mixed || cellFollows) && needsTail(runs, n, cellFollows)
    if (lead !== 'none' || needsState) {
      writer.moveTo(lead === 'none' ? leftmost.x : x + 0.3 * em)
      writer.open(hidden)
      // pdf.js: the character after the space stands to the right of the text before, so that it sees a gap; where the
      // run has none to spare, a joiner brings the space.
      if (hide !== undefined) {
        writer.show(blankCode(glyphs.length === 1 && ends ? `${hide.text} ` : hide.text))
      } else if (lead === 'joiner') {
        writer.show(blankCode(' '))
        writer.show(blankCode(`${joiner} `))
      }
      // pdf.js would put a space that waits before the mark.
      const waiting = n > 0 && isSpace(runs[n - 1]!.glyphs.at(-1)!.text)
      if (waiting && isMark(leftmost.text)) writer.show(blankCode(' '))
      if (needsState) writer.show(blankCode(unit.flag === 1 ? RLM : LRM))
      writer.close()
    }
    const tail = ends && !inSegments && hide !== glyphs.at(-1) ? glyphs.at(-1) : undefined
    if (inSegments) writeSegments(writer, run, hide)
    // Where nothing but a gap is to the right of the tail, PDFium would take the space there for written.
    else
      writeGlyphs(writer, run, {
        hide,
        tail,
        apart: n === 0 ? before !== undefined : runs[n - 1]!.blank,
        cuts,
        guards,
      })
    if (!blank) {
      x = glyphs.findLast(({ text }) => !isSpace(text) && !isMark(text))?.right ?? x
      spaced = tail !== undefined || (lead === 'hide' && glyphs.length === 1 && ends)
    }
    if (needsState) state = unit.flag
    for (const { text } of glyphs) state = flagOf(text) ?? state
  }
  writeMarks(writer, runs.at(-1)!, forPdfium, popplers)
  if (open !== line.close) writer.close()
  const text = writer.end(line.colorsAfter) + (line.rest ? artifact : '')
  return { text, before: { x: x * place.sx + place.x, spaced } }
}

/**
 * PDFium reads the segments of a Latin word in reverse, as it sorts them by their first glyphs: each begins with a blank
 * at the left end, the last one first. Poppler is not to see where the text of a segment begins.
 */
function writeSegments(writer: LineWriter, { unit, glyphs, segments }: Run, hide: Glyph | undefined): void {
  const { font, size, scale } = unit.piece
  const em = size * scale[0]
  const left = glyphs[0]!.x
  const blank = font.code(undefined, ' ', 0)
  const step = Math.min(anchorStep, (0.9 * ((glyphs.at(-1)!.right - left) / em)) / segments.length)
  const places = placesOf(segments)
  const texts = segments.map((segment) => segment.map(({ text }) => text).join(''))
  for (const [n, segment] of segments.entries()) {
    const text = texts[n]!
    const actual = isSpace(text) ? '()' : textString(text)
    writer.open(`/${segment[0] === hide ? 'Span' : 'NonStruct'}<</ActualText ${actual}>>BDC\n`)
    writer.moveTo(left + places[n]! * step * em)
    // pdf.js puts no space for two of them.
    writer.show(places[n] === 0 ? font.code(undefined, enSpace, 0) : blank)
    writer.show(blank)
    // PDFium drops a text object that repeats one before it: the second full stop has one blank more.
    for (let at = 0; at < n; at++) if (texts[at] === text) writer.show(blank)
    for (const glyph of segment)
      writer.show(glyph === hide ? font.recode(glyph.code, LRM) : glyph.code, glyph.x)
    writer.close()
  }
}

/** The places of segments from the left: the last one first, but neutrals that follow each other as they are. */
function placesOf(segments: readonly Glyph[][]): number[] {
  const isNeutral = (n: number): boolean => segments[n] !== undefined && kindOf(segments[n][0]!.text) === 'N'
  const places: number[] = []
  for (let from = 0; from < segments.length;) {
    let end = from + 1
    while (isNeutral(from) && isNeutral(end)) end++
    for (let n = from; n < end; n++) places.push(segments.length - end + n - from)
    from = end
  }
  return places
}

/** What of a run is written otherwise than its glyphs are. */
interface Exceptions {
  /** pdf.js has read it already. */
  hide: Glyph | undefined
  /** pdf.js reads the space after the run with it. */
  tail: Glyph | undefined
  /** The tail's space is a code of its own. */
  apart: boolean
  /** Where PDFium's and Poppler's marks fall. */
  cuts: ReadonlySet<number>
  guards: ReadonlySet<number>
}

function writeGlyphs(
  writer: LineWriter,
  { unit: { flag, piece }, glyphs }: Run,
  { hide, tail, apart, cuts, guards }: Exceptions,
): void {
  const { font } = piece
  const recoded = (glyph: Glyph, text: string): void => {
    writer.open(`/Span<</ActualText ${textString(glyph.text)}>>BDC\n`)
    writer.show(font.recode(glyph.code, text), glyph.x)
    writer.close()
  }
  const leftmost = glyphs[0]!
  writer.moveTo(leftmost.x)
  for (const glyph of glyphs) {
    if (cuts.has(glyph.left)) writer.cut()
    if (glyph !== leftmost && guards.has(glyph.left)) writer.show(font.code(undefined, RLM, 0), glyph.x)
    // A code that reads as a format character is passed over.
    if (glyph === hide) recoded(glyph, flag === 1 ? RLM : LRM)
    else if (glyph === tail) {
      if (apart) {
        writer.open(hidden)
        writer.show(font.code(undefined, `${glyph.text} `, 0))
        writer.close()
      }
      recoded(glyph, apart ? LRM : `${glyph.text} `)
    } else writer.show(glyph.code, glyph.x)
  }
}

function writeMarks(
  writer: LineWriter,
  { unit: { piece } }: Run,
  forPdfium: readonly PlacedMark[],
  popplers: readonly PopplerMark[],
): void {
  const { font, size, scale } = piece
  const em = size * scale[0]
  const placed = forPdfium.map(({ text, x }, n) => {
    let before = 0
    for (let at = 0; at < n; at++) if (forPdfium[at]!.x === x) before++
    return { code: font.code(undefined, text, markWidth), x: x - (0.01 + markStep * before) * em }
  })
  placed.sort((a, b) => b.x - a.x)
  // PDFium takes neighbours in one span for one and drops the second: every other mark is in a span of its own.
  for (const half of [0, 1]) {
    if (placed.length <= half) break
    writer.open(hidden)
    for (let n = half; n < placed.length; n += 2) {
      const { code, x } = placed[n]!
      writer.moveTo(x)
      writer.show(code)
      writer.kern(markBack)
      writer.show(code)
    }
    writer.close()
  }
  const atEnd = popplers.filter(({ inWord }) => !inWord)
  if (atEnd.length > 0) {
    writer.open(forPoppler)
    for (const { text, x } of atEnd) {
      writer.moveTo(x - 0.01 * em)
      writer.show(font.code(undefined, text, 0))
    }
    writer.close()
  }
}

/** PDFium drops a space that is a text object of its own, and sees no gap that is narrow for the font beside it. */
function narrowSpaces(runs: readonly Run[]): PlacedMark[] {
  const isLarger = (run: Run | undefined, size: number): boolean =>
    run !== undefined && run.unit.piece.size > size
  return runs
    .filter(({ blank, unit: { piece } }, n) => {
      return blank && (isLarger(runs[n - 1], piece.size) || isLarger(runs[n + 1], piece.size))
    })
    .map(({ glyphs }) => ({ text: ' ', x: glyphs.at(-1)!.right }))
}

function readCharacters(runs: readonly Run[]): LineCharacter[] {
  const characters: LineCharacter[] = []
  for (const [number, { unit, glyphs }] of runs.entries()) {
    const unitLeft = glyphs[0]!.left
    const unitRight = glyphs.at(-1)!.right
    for (let n = 0; n < glyphs.length; n++) {
      const { text, left, right } = glyphs[unit.rtl ? glyphs.length - 1 - n : n]!
      characters.push({ text, unit: number, rtl: unit.rtl, left, right, unitLeft, unitRight })
    }
  }
  return characters
}
