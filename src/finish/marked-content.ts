/** The marked content of a page: the sequences that elements own, and what is painted outside of any. */
import { readDictionary } from './dictionary.ts'
import type { Operator } from './lexer.ts'
import type { Mark, Page } from './lines.ts'
import { type Order, unitText } from './units.ts'

export interface Sequence {
  /** The places of the operators that open and close it. */
  from: number
  to: number
  mcid: number | undefined
  /** The most telling thing in it: text before images and forms, these before lines and fills. */
  shows: Shows
}

export type Shows = 'text' | 'object' | 'path' | 'nothing'

/** The text of a sequence, with the numbers of the first and last line on which it stands. */
export interface Fragment {
  text: string
  first: number
  last: number
}

/** What a tagged page asks of the structure that it is a part of. */
export interface Tags {
  /** The names of the page's forms that hold sequences of their own. */
  taggedForms: ReadonlySet<string>
  /** Takes note of a sequence and its text, and says whether it is an artifact: a border, or a head that is repeated. */
  isArtifact(mcid: number, shows: Shows, text: Fragment | undefined): boolean
}

export const artifact = '/Artifact BMC\n'
const furniture = '/Artifact <</Type /Pagination>> BDC\n'
/** The mark of text that no sequence holds: the margin boxes of a page. */
const bareMark = -1

/** Marks what no element owns as artifacts: lines are written with them, the rest is for the caller to put in. */
export function tagContent(
  operators: readonly Operator[],
  page: Page,
  orders: readonly Order[],
  tags: Tags,
): { artifacts: { from: number; operator: string }[]; bare: Range[] } {
  const { sequences, bare } = readMarkedContent(operators, tags.taggedForms)
  const texts = textsOf(orders)
  const artifacts = sequences.flatMap(({ mcid, shows, from }, n) => {
    if (mcid === undefined || !tags.isArtifact(mcid, shows, texts.get(n + 1))) return []
    const operator = shows === 'text' ? furniture : artifact
    page.marks.set(n + 1, operator)
    return [{ from, operator }]
  })
  page.marks.set(bareMark, furniture)
  for (const { pieces } of page.lines) for (const piece of pieces) if (piece.mark === 0) piece.mark = bareMark
  return { artifacts, bare }
}

/** The text of each sequence; a space stands for the end of a line. */
function textsOf(orders: readonly Order[]): Map<Mark, Fragment> {
  const texts = new Map<Mark, Fragment>()
  for (const [line, { units }] of orders.entries()) {
    for (const unit of units) {
      const { mark } = unit.piece
      const { text, first, last } = texts.get(mark) ?? { text: '', first: line, last: line }
      const space = last === line || text.endsWith(' ') ? '' : ' '
      texts.set(mark, { text: text + space + unitText(unit), first, last: line })
    }
  }
  return texts
}

/** Places of operators, first and last. */
export type Range = [from: number, to: number]

const construction = new Set(['m', 'l', 'c', 'v', 'y', 're', 'h', 'W', 'W*'])
const painting = new Set(['f', 'F', 'f*', 'S', 's', 'B', 'B*', 'b', 'b*'])
const showing = new Set(['Tj', 'TJ', "'", '"'])
const objects = new Set(['Do', 'BI', 'sh'])
const strength: Shows[] = ['nothing', 'path', 'object', 'text']

/** Reads the sequences in the order in which they begin, those inside text objects aside: they are Skia's own spans. */
export function readMarkedContent(
  operators: readonly Operator[],
  taggedForms: ReadonlySet<string> = new Set(),
): { sequences: Sequence[]; bare: Range[] } {
  const sequences: Sequence[] = []
  const bare: Range[] = []
  const open: Sequence[] = []
  let path: number | undefined
  const painted = (shows: Shows, from: number, to: number): void => {
    for (const sequence of open)
      if (strength.indexOf(shows) > strength.indexOf(sequence.shows)) sequence.shows = shows
    if (open.length === 0) bare.push([from, to])
  }
  for (let n = 0; n < operators.length; n++) {
    const { name, operands } = operators[n]!
    if (name === 'BT') {
      const from = n
      let shows = false
      while (n < operators.length - 1 && operators[n]!.name !== 'ET') {
        if (showing.has(operators[n]!.name)) shows = true
        n++
      }
      if (shows) painted('text', from, n)
    } else if (name === 'BDC' || name === 'BMC') {
      const properties = operands[1]?.startsWith('<<') === true ? readDictionary(operands[1]) : undefined
      const mcid = properties?.get('MCID')
      const sequence: Sequence = {
        from: n,
        to: operators.length - 1,
        mcid: mcid === undefined ? undefined : Number(mcid),
        shows: 'nothing',
      }
      sequences.push(sequence)
      open.push(sequence)
    } else if (name === 'EMC') {
      const sequence = open.pop()
      if (sequence !== undefined) sequence.to = n
    } else if (objects.has(name)) {
      // A form with sequences of its own may stand in no artifact.
      if (!taggedForms.has(operands[0]?.slice(1) ?? '')) painted('object', n, n)
    } else if (construction.has(name)) path ??= n
    else if (name === 'n') path = undefined
    else if (painting.has(name)) {
      painted('path', path ?? n, n)
      path = undefined
    }
  }
  return { sequences, bare }
}

/** Neighbours as one, where nothing stands between them that a marked-content sequence may not hold whole. */
export function joined(ranges: readonly Range[], operators: readonly Operator[]): Range[] {
  const result: Range[] = []
  for (const [from, to] of ranges) {
    const last = result.at(-1)
    const between = last === undefined ? undefined : operators.slice(last[1] + 1, from)
    if (last !== undefined && between!.every(({ name }) => !borders.has(name))) last[1] = to
    else result.push([from, to])
  }
  return result
}

const borders = new Set(['q', 'Q', 'BT', 'ET', 'BDC', 'BMC', 'EMC', 'Do'])
