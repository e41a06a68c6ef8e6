/** Grid → rows in the words of a source file, and what is wrong by row and column. */
import { fault, warning } from '../model/fault.ts'
import type { Fault } from '../model/fault.ts'
import { cellText, shownCell } from './cell-text.ts'
import { columnLetter } from './grid.ts'
import type { Cell, Grid } from './grid.ts'
import type { Heading, TableField } from './headings.ts'

/** What tables of one kind hold. */
export interface TableKind<F extends string> {
  heading(text: string): Heading<F> | undefined
  /** A value in the words that a source file takes. */
  tidied(text: string, field: F, unit: string): string
  /** Without a column for this there is no table. */
  must: F
  /** Code of the fault that says so. */
  none: string
  /** What further rows of one that is merged in `must` add to it; without it they are rows of their own. */
  more?: F
}

/** A row as it stands in the table, counted from 1 as a spreadsheet counts. */
export interface TableRow<F extends string = TableField> {
  row: number
  values: Partial<Record<F, string>>
  /** What rows that are merged into this one add to it. */
  more: string[]
}

/** Something wrong with a cell, and where it is: a code of the source stage or of import. */
export interface CellFault<F extends string = TableField> {
  row: number
  /** Absent where the row lacks a value altogether. */
  field?: F
  code: string
  values: Record<string, string>
}

export interface Column<F extends string = TableField> {
  field: F
  column: number
  header: string
  unit: string
}

export interface Table<F extends string = TableField> {
  columns: Column<F>[]
  rows: TableRow<F>[]
  faults: CellFault<F>[]
  /** Columns and rows that say nothing the office keeps. */
  notes: Fault[]
}

/** The heading is looked for in these rows; above it stand titles. */
const highestHeadings = 20
/** Far more than a council decides in ten years. */
const mostTableRows = 20_000

/** The table, or why there is none: the kind's own fault, `import/column-twice`, `import/too-long`. */
export function readTable<F extends string>(grid: Grid, kind: TableKind<F>): Table<F> | { fault: Fault } {
  const heading = headingRow(grid, kind)
  if (heading === undefined) return { fault: fault(kind.none) }
  if (grid.rows.length > mostTableRows)
    return { fault: fault('import/too-long', undefined, { limit: String(mostTableRows) }) }
  const { at, columns, ignored, twice } = heading
  if (twice !== undefined) return { fault: fault('import/column-twice', undefined, { header: twice }) }
  const notes = [
    ...(ignored.length > 0
      ? [warning('import/ignored-columns', undefined, { headers: ignored.join('، ') })]
      : []),
    ...(grid.others ? [warning('import/other-sheets', undefined, { names: grid.others.join('، ') })] : []),
  ]
  const table: Table<F> = { columns, rows: [], faults: [], notes }
  const spread = filledMerges(grid, at)
  const mustColumn = columns.find(({ field }) => field === kind.must)?.column ?? 0
  for (let index = at + 1; index < spread.rows.length; index++) {
    const cells = spread.rows[index] ?? []
    if (cells.every(isEmpty)) continue
    if (isTitle(cells, spread.titles.has(index))) {
      notes.push(
        warning('import/left-row', undefined, {
          row: String(index + 1),
          text: shownCell(cells.find((cell) => !isEmpty(cell))),
        }),
      )
      continue
    }
    const row = readRow(cells, index, table, kind, grid.percent)
    const before = table.rows.at(-1)
    if (kind.more !== undefined && before && spread.inner.has(`${index}:${mustColumn}`)) {
      const more = row.values[kind.more]
      if (more) before.more.push(more)
    } else table.rows.push(row)
  }
  return table
}

function headingRow<F extends string>(
  grid: Grid,
  { heading: readHeading, must }: TableKind<F>,
): { at: number; columns: Column<F>[]; ignored: string[]; twice?: string } | undefined {
  const candidates = grid.rows.slice(0, highestHeadings).map((cells, at) => {
    const named = cells.flatMap((cell, column) => {
      const header = typeof cell === 'string' ? cell.replace(/\s+/g, ' ').trim() : ''
      const heading = readHeading(header)
      return heading ? [{ ...heading, column, header }] : []
    })
    return { at, cells, named, fields: new Set(named.map(({ field }) => field)) }
  })
  const best = candidates.toSorted((a, b) => b.fields.size - a.fields.size)[0]
  if (best === undefined || !best.fields.has(must)) return undefined
  const columns = [...best.fields].map((field) => {
    const own = best.named.filter((one) => one.field === field)
    return own.toSorted((a, b) => a.rank - b.rank)[0]!
  })
  const taken = new Set(columns.map(({ column }) => column))
  const headers = best.cells.map((cell) => (typeof cell === 'string' ? cell.replace(/\s+/g, ' ').trim() : ''))
  const twice = columns.find(
    ({ header, column }) => headers.findIndex((other, index) => index !== column && other === header) >= 0,
  )
  const ignored = headers.filter((header, column) => header !== '' && !taken.has(column))
  return { at: best.at, columns, ignored, ...(twice && { twice: twice.header }) }
}

/** What stands in the first cell of a merge is said of all of it, downwards. */
function filledMerges(
  { rows, merges }: Grid,
  heading: number,
): { rows: Cell[][]; inner: ReadonlySet<string>; titles: ReadonlySet<number> } {
  const filled = rows.map((cells) => [...cells])
  const inner = new Set<string>()
  const titles = new Set<number>()
  for (const { top, left, bottom, right } of merges) {
    if (bottom <= heading) continue
    if (right - left >= 2) titles.add(top)
    const value = rows[top]?.[left] ?? null
    for (let row = top + 1; row <= Math.min(bottom, rows.length - 1); row++) {
      inner.add(`${row}:${left}`)
      const cells = filled[row]!
      while (cells.length <= left) cells.push(null)
      cells[left] = value
    }
  }
  return { rows: filled, inner, titles }
}

const isEmpty = (cell: Cell | undefined): boolean =>
  cell === null || cell === undefined || (typeof cell === 'string' && /^[\s\u200c\u200f\u200e]*$/.test(cell))

/** A title over a part of the table, or the line that adds it up. */
function isTitle(cells: Cell[], merged: boolean): boolean {
  const full = cells.filter((cell) => !isEmpty(cell))
  if (merged && full.length === 1) return true
  const [first] = full
  return typeof first === 'string' && /^جمع(?:\s*(?:کل|كل))?\s*:?$/.test(first.trim())
}

function readRow<F extends string>(
  cells: Cell[],
  index: number,
  { columns, faults }: Table<F>,
  { tidied }: TableKind<F>,
  percent: ReadonlySet<string>,
): TableRow<F> {
  const values: TableRow<F>['values'] = {}
  for (const { field, column, unit } of columns) {
    const cell = cells[column]
    if (cell === undefined || isEmpty(cell)) continue
    if (cell !== null && typeof cell === 'object' && 'bad' in cell) {
      faults.push({ row: index + 1, field, code: badCodes[cell.bad], values: { text: cell.text } })
      continue
    }
    const text = cellText(cell, percent.has(`${index}:${column}`))
    values[field] = tidied(text, field, unit)
  }
  return { row: index + 1, values, more: [] }
}

const badCodes = { formula: 'import/formula', error: 'import/error-value' } as const

/** «D14», as a spreadsheet names the cell. */
export const cellName = <F extends string>(
  { columns }: Pick<Table<F>, 'columns'>,
  { row, field }: CellFault<F>,
): string => {
  const column = columns.find((one) => one.field === field)?.column
  return column === undefined ? '' : `${columnLetter(column)}${row}`
}
