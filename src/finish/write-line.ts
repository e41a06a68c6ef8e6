/** A line as all engines read it: its runs in reading order, with what each engine needs between them. */
import { flagOf, isMark, isSpace, kindOf } from './character.ts'
import { type Glyph, toGlyphs } from './glyphs.ts'
import { textString } from './lexer.ts'
import { LineWriter } from './line-writer.ts'
import type { Line, Mark } from './lines.ts'
import {
  type LineCharacter,
  LRM,
  pdfiumMarks,
  type PlacedMark,
  popplerMarks,
  RLM,
  standsInWord,
} from './marks.ts'
import type { Order, Unit } from './units.ts'

/** Seen by no engine that heeds ActualText; MuPDF takes its direction all the same, pdf.js reads what is no format. */
const hidden = '/Span<</ActualText()>>BDC\n'
/** As above, but Poppler heeds ActualText on spans only. */
const forPoppler = '/NonStruct<</ActualText()>>BDC\n'
/** Combining grapheme joiner: invisible, and passed over by a search. */
const joiner = '\u034f'
const enSpace = '\u2002'
/** The width of a mark for PDFium, which drops objects without one, and the way back between its two glyphs. */
const markWidth = 50
const markBack = 20

/** Where on the page the text of the line before ended: what pdf.js needs to be given a space for the next cell. */
export interface Before {
  x: number
  /** It has brought the space with it. */
  spaced: boolean
}

/** How far, in sizes, the blanks that PDFium sorts by stand from each other: nearer, it takes them for one in bold. */
const anchorStep = 0.08

interface Run {
  unit: Unit
  /** From left to right. */
  glyphs: Glyph[]
  /** The first and the last character in reading order. */
  first: Glyph
  last: Glyph
  blank: boolean
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
): Written | undefined {
  const runs: Run[] = []
  for (const [unit, glyphs] of units.flatMap(splitMarks)) {
    const first = unit.rtl ? glyphs.at(-1) : glyphs[0]
    const last = unit.rtl ? glyphs[0] : glyphs.at(-1)
    if (first === undefined || last === undefined) continue
    runs.push({ unit, glyphs, first, last, blank: glyphs.every(({ text }) => isSpace(text)) })
  }
  const [head] = runs
  if (head === undefined) return undefined
  const writer = new LineWriter(head.unit.piece.y, head.unit.piece.scale, line.colors)
  const mixed = rtl && runs.some(({ unit }) => unit.rtl)
  const characters = mixed || cellFollows ? readCharacters(runs) : []
  const forPdfium = mixed ? pdfiumMarks(characters) : []
  const cuts = new Set(forPdfium.map(({ x }) => x))
  const { inWord, atEnd } = placePopplerMarks(characters, cellFollows)

  let open = line.open
  let state: 0 | 1 = 0
  let spaced = before?.spaced ?? false
  const { place } = line
  let x = before === undefined ? 0 : (before.x - place.x) / place.sx
  for (const [n, { unit, glyphs, blank }] of runs.entries()) {
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
    const blankCode = (text: string, width = 0): number => piece.font.code(undefined, text, width)
    const leftmost = glyphs[0]!
    if (n === 0 && before !== undefined) {
      // MuPDF: a space of no width between two cells of a row; after U+0020 it would drop the cell's own first space.
      writer.moveTo(leftmost.x)
      writer.show(blankCode(enSpace))
      writer.cut()
    }
    const lead =
      mixed || (n === 0 && before !== undefined && leftmost.x < x + 0.1 * em)
        ? leadOf(runs, n, before !== undefined && leftmost.x < x + 0.1 * em, spaced)
        : 'none'
    const hide = lead === 'hide' ? firstVisible({ unit, glyphs }) : undefined
    const segments = mixed ? segmentsOf(unit, glyphs) : []
    const neutralFirst = segments.length > 0 || flagOf(leftmost.text) === undefined
    const needsState: boolean = mixed && neutralFirst && state !== unit.flag
    const separator = mixed && n > 0 && unit.flag === state && (flagOf(leftmost.text) ?? state) === state
    if (separator) {
      // MuPDF: two runs that it takes for one kind are kept apart by a character of the other.
      writer.moveTo(leftmost.x)
      writer.show(blankCode(state === 1 ? '\u2069' : RLM))
    }
    if (lead !== 'none' || needsState) {
      writer.moveTo(lead === 'none' ? leftmost.x : x + 0.3 * em)
      writer.open(hidden)
      // pdf.js: the character after the space stands to the right of the text before, so that it sees a gap; where the
      // run has none to spare, a joiner brings the space.
      if (hide !== undefined) {
        const alone = glyphs.length === 1 && needsTail(runs, n, cellFollows)
        writer.show(blankCode(alone ? `${hide.text} ` : hide.text))
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
    const tail =
      segments.length > 0
        ? false
        : mixed || cellFollows
          ? needsTail(runs, n, cellFollows) && hide !== glyphs.at(-1)
          : false
    // PDFium reads the segments of a Latin word in reverse, as it sorts them by their first glyphs: each begins with a
    // blank at the left end, the last one first. Poppler is not to see where the text of a segment begins.
    const width = (glyphs.at(-1)!.right - leftmost.x) / em
    const step = Math.min(anchorStep, (0.9 * width) / segments.length)
    for (const [order, segment] of segments.entries()) {
      const text = segment.map((glyph) => glyph.text).join('')
      const hides = segment[0] === hide
      const actual = isSpace(text) ? '()' : textString(text)
      writer.open(`/${hides ? 'Span' : 'NonStruct'}<</ActualText ${actual}>>BDC\n`)
      writer.moveTo(leftmost.x + (segments.length - 1 - order) * step * em)
      // pdf.js puts no space for two of them.
      writer.show(blankCode(order === segments.length - 1 ? enSpace : ' '))
      writer.show(blankCode(' '))
      // PDFium drops a text object that repeats one before it: the second full stop has one blank more.
      const same = segments
        .slice(0, order)
        .filter((other) => other.map((glyph) => glyph.text).join('') === text)
      for (let count = same.length; count > 0; count--) writer.show(blankCode(' '))
      for (const glyph of segment) {
        const hidesGlyph = glyph === hide
        writer.show(hidesGlyph ? piece.font.recode(glyph.code, LRM) : glyph.code, glyph.x)
      }
      writer.close()
    }
    let afterSpan = true
    for (const glyph of segments.length > 0 ? [] : glyphs) {
      if (afterSpan) writer.moveTo(glyph.x)
      afterSpan = false
      if (cuts.has(glyph.left)) writer.cut()
      const guard = inWord.has(glyph.left) && glyph !== leftmost
      if (guard) writer.show(blankCode(RLM), glyph.x)
      if (glyph === hide) {
        // pdf.js has read it already and passes over a code that reads as a format character.
        writer.open(`/Span<</ActualText ${textString(glyph.text)}>>BDC\n`)
        const format = unit.rtl ? RLM : LRM
        writer.show(piece.font.recode(glyph.code, format), glyph.x)
        writer.close()
      } else if (tail && glyph === glyphs.at(-1)) {
        // pdf.js: the space after a number or a Latin word is read with its last character. Where nothing but a gap is
        // to the right, that is a code of its own, as PDFium would take the space there for written.
        const apart = n === 0 ? before !== undefined : runs[n - 1]!.blank
        if (apart) {
          writer.open(hidden)
          writer.show(blankCode(`${glyph.text} `))
          writer.close()
        }
        writer.open(`/Span<</ActualText ${textString(glyph.text)}>>BDC\n`)
        writer.show(piece.font.recode(glyph.code, apart ? LRM : `${glyph.text} `), glyph.x)
        writer.close()
      } else writer.show(glyph.code, glyph.x)
    }
    if (!blank) {
      x = glyphs.findLast(({ text }) => !isSpace(text) && !isMark(text))?.right ?? x
      spaced = tail || (lead === 'hide' && glyphs.length === 1 && needsTail(runs, n, cellFollows))
    }
    state = glyphs.reduce<0 | 1>((flag, { text }) => flagOf(text) ?? flag, needsState ? unit.flag : state)
  }
  const { piece } = runs.at(-1)!.unit
  const em = piece.size * piece.scale[0]
  if (forPdfium.length > 0) {
    writer.open(hidden)
    for (const [n, { text, x: at }] of forPdfium.entries()) {
      const earlier = forPdfium.slice(0, n).filter((mark) => mark.x === at).length
      const code = piece.font.code(undefined, text, markWidth)
      writer.moveTo(at - 0.01 * (earlier + 1) * em)
      writer.show(code)
      writer.kern(markBack)
      writer.show(code)
    }
    writer.close()
  }
  if (atEnd.length > 0) {
    writer.open(forPoppler)
    for (const { text, x: at } of atEnd) {
      writer.moveTo(at - 0.01 * em)
      writer.show(piece.font.code(undefined, text, 0))
    }
    writer.close()
  }
  if (open !== line.close) writer.close()
  return { text: writer.end(line.colorsAfter), before: { x: x * place.sx + place.x, spaced } }
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

function readCharacters(runs: readonly Run[]): LineCharacter[] {
  return runs.flatMap(({ unit, glyphs }, number) => {
    const unitLeft = glyphs[0]!.left
    const unitRight = glyphs.at(-1)!.right
    return (unit.rtl ? glyphs.toReversed() : glyphs).map(({ text, left, right }) => ({
      text,
      unit: number,
      rtl: unit.rtl,
      left,
      right,
      unitLeft,
      unitRight,
    }))
  })
}

function placePopplerMarks(
  characters: readonly LineCharacter[],
  cellFollows: boolean,
): { inWord: Set<number>; atEnd: PlacedMark[] } {
  const inWord = new Set<number>()
  const atEnd: PlacedMark[] = []
  const ends = new Map(
    characters.map((character, n): [number, boolean] => [
      character.left,
      characters[n + 1] !== undefined && standsInWord(character, characters[n + 1]!),
    ]),
  )
  for (const mark of popplerMarks(characters, cellFollows)) {
    if (ends.get(mark.x) === true) inWord.add(mark.x)
    else atEnd.push(mark)
  }
  return { inWord, atEnd }
}

/** Whether a space stands between a run and the one before it that paints something. */
function spaceBefore(runs: readonly Run[], n: number): boolean {
  if (isSpace(runs[n]!.first.text)) return true
  for (let at = n - 1; at >= 0; at--) {
    if (!runs[at]!.blank) return at < n - 1 || isSpace(runs[at]!.last.text)
  }
  return false
}

function hasBefore(runs: readonly Run[], n: number): boolean {
  return runs.slice(0, n).some(({ blank }) => !blank)
}

/** The segments that PDFium cuts a left-to-right run into, where they are more than one. */
function segmentsOf(unit: Unit, glyphs: readonly Glyph[]): Glyph[][] {
  if (unit.rtl || glyphs.some(({ text }) => !/^[!-~ ]$/.test(text))) return []
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

/** How pdf.js is given the space before a run: not at all, by its first character, or by a joiner. */
function leadOf(
  runs: readonly Run[],
  n: number,
  isCell: boolean,
  spaced: boolean,
): 'none' | 'hide' | 'joiner' {
  const run = runs[n]!
  if (run.blank || spaced) return 'none'
  if (hasBefore(runs, n) ? !spaceBefore(runs, n) : !isCell) return 'none'
  if (segmentsOf(run.unit, run.glyphs).length > 0) return 'joiner'
  return firstVisible(run) === undefined ? 'joiner' : 'hide'
}

/** The first character of a run in reading order, where pdf.js can be given it elsewhere. */
function firstVisible({ unit, glyphs }: Pick<Run, 'unit' | 'glyphs'>): Glyph | undefined {
  if (!unit.rtl || glyphs.length === 1) {
    const [first] = glyphs
    return first !== undefined && !isMark(first.text) && kindOf(first.text) !== 'R' ? first : undefined
  }
  const at = glyphs.findLastIndex(({ text }) => !isSpace(text))
  const letter = glyphs[at]
  const next = glyphs[at - 1]
  if (letter === undefined || next === undefined || isMark(letter.text)) return undefined
  return kindOf(next.text) === 'R' ? letter : undefined
}

/** Whether the space after a run is pdf.js's to be read with the run's last character: after numbers and Latin. */
function needsTail(runs: readonly Run[], n: number, cellFollows: boolean): boolean {
  const run = runs[n]!
  if (run.blank || (run.unit.rtl && run.glyphs.length > 1)) return false
  if (kindOf(run.last.text) === 'R' || isMark(run.last.text)) return false
  const next = runs.findIndex(({ blank }, at) => at > n && !blank)
  return next === -1 ? cellFollows : spaceBefore(runs, next)
}
