/** The printed lines of a page: text objects that follow each other on one baseline, from left to right. */
import { isSpace } from './character.ts'
import type { Operator } from './lexer.ts'
import { type Block, glyphCodes, readBlock, type Reason } from './interpret.ts'
import type { TextFont } from './text-font.ts'

/** A marked-content sequence of the page; 0 stands for none. */
export type Mark = number

export interface Piece extends Block {
  mark: Mark
  colors: Colors
}

/** The operators that set the colours of strokes and of fills. */
export type Colors = readonly [strokes: string, fills: string]

export interface Line {
  pieces: Piece[]
  /** The operators that the line replaces, first and last. */
  from: number
  to: number
  /** The marked content that is open before and after the line, and the colours there. */
  open: Mark
  colors: Colors
  close: Mark
  colorsAfter: Colors
  /** What is left of its last sequence behind it shows nothing, and is closed as an artifact. */
  rest: boolean
  /** It stands on the baseline of the line before: the next cell of a row. */
  continued: boolean
  /** Where its own x stands on the page: scale and origin. */
  place: Place
}

/** The current matrix, as far as it does not turn: scales and origins along x and y. */
export interface Place {
  sx: number
  sy: number
  x: number
  y: number
}

export interface Page {
  lines: Line[]
  /** The operators that open marked content, by the numbers of the sequences. */
  marks: Map<Mark, string>
  left: Map<Reason, number>
}

interface OpenMark {
  mark: Mark
  at: number
  colors: Colors
}

const colorOperators = new Set(['rg', 'RG', 'g', 'G', 'k', 'K'])
const showing = new Set(['Tj', 'TJ', "'", '"'])
const baselineTolerance = 0.05

/** Reads the lines of a page. The codes of what is left as it was are kept in their fonts. */
export function readLines(operators: readonly Operator[], fonts: ReadonlyMap<string, TextFont>): Page {
  const page: Page = { lines: [], marks: new Map(), left: new Map() }
  const open: OpenMark[] = []
  let colors: Colors = ['', '']
  const saved: [Colors, Place | undefined][] = []
  let place: Place | undefined = { sx: 1, sy: 1, x: 0, y: 0 }
  let linePlace = place
  let pieces: Piece[] = []
  let starts: (OpenMark | undefined)[] = []
  let lastY: number | undefined

  const end = (): void => {
    const first = pieces[0]
    if (first === undefined) return
    const y = first.y * linePlace.sy + linePlace.y
    const height = first.size * Math.abs(first.scale[1] * linePlace.sy)
    const continued = lastY !== undefined && Math.abs(lastY - y) <= 0.5 * height
    lastY = y
    page.lines.push(...toLines(operators, pieces, starts, continued, linePlace))
    pieces = []
    starts = []
  }
  for (let n = 0; n < operators.length; n++) {
    const { name, operands } = operators[n]!
    if (name === 'BT') {
      let last = n + 1
      while (last < operators.length && operators[last]!.name !== 'ET') last++
      // A text object that shows nothing is no part of any line.
      if (!shows(operators, n, last)) {
        n = last
        continue
      }
      const isWhole = last < operators.length
      const read = isWhole ? readBlock(operators, n, last, fonts) : ({ left: 'operator' } as const)
      if ('left' in read) {
        end()
        page.left.set(read.left, (page.left.get(read.left) ?? 0) + 1)
        keepCodes(operators, n, last, fonts)
      } else {
        const mark = open.at(-1)
        const piece = { ...read.block, mark: mark?.mark ?? 0, colors }
        if (!continues(pieces.at(-1), piece)) end()
        linePlace = place ?? { sx: 1, sy: 1, x: NaN, y: NaN }
        pieces.push(piece)
        starts.push(mark)
      }
      n = last
    } else if (colorOperators.has(name)) {
      colors = withColor(colors, operators[n]!)
    } else if (name === 'BDC' || name === 'BMC') {
      if (open.length > 0) end()
      const mark = page.marks.size + 1
      page.marks.set(mark, `${operands.join(' ')} ${name}\n`)
      open.push({ mark, at: n, colors })
    } else if (name === 'EMC') {
      open.pop()
      if (open.length > 0) end()
    } else {
      end()
      if (name === 'q') saved.push([colors, place])
      if (name === 'Q') [colors, place] = saved.pop() ?? [['', ''], place]
      if (name === 'cm') place = moved(place, operands.map(Number))
    }
  }
  end()
  return page
}

function shows(operators: readonly Operator[], from: number, to: number): boolean {
  for (let n = from; n < to; n++) if (showing.has(operators[n]!.name)) return true
  return false
}

/** Whether a text object goes on where the one before it on the line ended. */
function continues(last: Piece | undefined, next: Piece): boolean {
  if (last === undefined) return false
  if (Math.abs(last.y - next.y) > baselineTolerance) return false
  if (last.scale[0] !== next.scale[0] || last.scale[1] !== next.scale[1]) return false
  const end = last.clusters.at(-1)!
  const gap = next.clusters[0]!.x - (end.x + end.advance)
  const em = Math.max(last.size, next.size) * next.scale[0]
  // A margin between two boxes is a space that no character stands for.
  const spaced = isSpace(end.text) || isSpace(next.clusters[0]!.text)
  return gap > -0.35 * em && gap < (spaced ? 0.6 : 0.12) * em
}

function keepCodes(
  operators: readonly Operator[],
  from: number,
  to: number,
  fonts: ReadonlyMap<string, TextFont>,
): void {
  let font: TextFont | undefined
  for (let n = from; n < to; n++) {
    const { name, operands } = operators[n]!
    if (name === 'Tf') font = fonts.get(operands[0]?.slice(1) ?? '')
    else if (name === 'Tj') for (const code of glyphCodes(operands[0] ?? '')) font?.keep(code)
    else if (font !== undefined && (name === 'TJ' || name === "'" || name === '"')) font.keepAll = true
  }
}

/** One line, or, where its marked content cannot change places, a line for each sequence. */
function toLines(
  operators: readonly Operator[],
  pieces: Piece[],
  starts: (OpenMark | undefined)[],
  continued: boolean,
  place: Place,
): Line[] {
  const first = pieces[0]!
  const last = pieces.at(-1)!
  if (pieces.every(({ mark }) => mark === first.mark)) return [simpleLine(pieces, continued, place)]
  const whole = { from: first.from, to: last.to, colors: first.colors, colorsAfter: last.colors, rest: false }
  const start = starts[0]
  if (start !== undefined) {
    whole.from = onlyColors(operators, start.at + 1, first.from) ? start.at : -1
    whole.colors = start.colors
  }
  if (last.mark !== 0) {
    let at = last.to + 1
    for (; at < operators.length && colorOperators.has(operators[at]!.name); at++) {
      whole.colorsAfter = withColor(whole.colorsAfter, operators[at]!)
    }
    if (operators[at]?.name === 'EMC') whole.to = at
    else if (showsNothing(operators, last.to + 1)) {
      whole.rest = true
      whole.colorsAfter = last.colors
    } else whole.to = -1
  }
  const order = pieces.map(({ mark }) => mark)
  const contiguous = order.every(
    (mark, n) => order[n - 1] === mark || mark === 0 || !order.slice(0, n).includes(mark),
  )
  if (whole.from !== -1 && whole.to !== -1 && contiguous) {
    return [{ pieces, ...whole, open: 0, close: 0, continued, place }]
  }
  const lines: Line[] = []
  let group: Piece[] = []
  for (const [n, piece] of pieces.entries()) {
    group.push(piece)
    if (pieces[n + 1]?.mark === piece.mark) continue
    lines.push(simpleLine(group, continued || lines.length > 0, place))
    group = []
  }
  return lines
}

/** Whether nothing but the graphics state changes from a place on to the end of the sequence. */
function showsNothing(operators: readonly Operator[], from: number): boolean {
  for (let at = from; at < operators.length; at++) {
    const { name } = operators[at]!
    if (name === 'EMC') return true
    if (name !== 'q' && name !== 'Q' && !colorOperators.has(name)) return false
  }
  return false
}

function simpleLine(pieces: Piece[], continued: boolean, place: Place): Line {
  const first = pieces[0]!
  const last = pieces.at(-1)!
  return {
    pieces,
    from: first.from,
    to: last.to,
    open: first.mark,
    colors: first.colors,
    close: first.mark,
    colorsAfter: last.colors,
    rest: false,
    continued,
    place,
  }
}

function withColor([strokes, fills]: Colors, { name, operands }: Operator): Colors {
  const text = `${operands.join(' ')} ${name} `
  return name === name.toUpperCase() ? [text, fills] : [strokes, text]
}

/** The place after a matrix; nothing from where on it turns. */
function moved(
  place: Place | undefined,
  [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: number[],
): Place | undefined {
  if (place === undefined || b !== 0 || c !== 0) return undefined
  const { sx, sy, x, y } = place
  return { sx: sx * a, sy: sy * d, x: x + e * sx, y: y + f * sy }
}

function onlyColors(operators: readonly Operator[], from: number, to: number): boolean {
  for (let n = from; n < to; n++) if (!colorOperators.has(operators[n]!.name)) return false
  return true
}
