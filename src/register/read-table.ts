/** Grid → rows of resolutions in the words of a meeting file, and what is wrong by row and column. */
import { fault, warning } from '../model/fault.ts'
import type { Fault } from '../model/fault.ts'
import { cellText, shownCell, tidied } from './cell-text.ts'
import { columnLetter } from './grid.ts'
import type { Cell, Grid } from './grid.ts'
import { readHeading } from './headings.ts'
import type { TableField } from './headings.ts'

/** A row as it stands in the table, counted from 1 as a spreadsheet counts. */
export interface TableRow {
  row: number
  values: Partial<Record<TableField, string>>
  /** Further bodies of rows that are merged into this one. */
  more: string[]
}

/** Something wrong with a cell, and where it is: a code of the source stage or of import. */
export interface CellFault {
  row: number
  /** Absent where the row lacks a value altogether. */
  field?: TableField
  code: string
  values: Record<string, string>
}

export interface Column {
  field: TableField
  column: number
  header: string
  unit: string
}

export interface Table {
  columns: Column[]
  rows: TableRow[]
  faults: CellFault[]
  /** Columns and rows that say nothing an office's register holds. */
  notes: Fault[]
}

/** The heading is looked for in these rows; above it stand titles. */
const highestHeadings = 20
/** Far more than a council decides in ten years. */
const mostTableRows = 20_000

/** The table, or why there is none: `import/no-heading`, `import/column-twice`, `import/too-long`. */
export function readTable(grid: Grid): Table | { fault: Fault } {
  const heading = headingRow(grid)
  if (heading === undefined) return { fault: fault('import/no-heading') }
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
  const table: Table = { columns, rows: [], faults: [], notes }
  const spread = filledMerges(grid, at)
  const textColumn = columns.find(({ field }) => field === 'text')?.column ?? 0
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
    const row = readRow(cells, index, columns, grid.percent, table.faults)
    const before = table.rows.at(-1)
    if (spread.inner.has(`${index}:${textColumn}`) && before)
      before.more.push(...(row.values.responsible ? [row.values.responsible] : []))
    else table.rows.push(row)
  }
  return table
}

function headingRow(
  grid: Grid,
): { at: number; columns: Column[]; ignored: string[]; twice?: string } | undefined {
  const candidates = grid.rows.slice(0, highestHeadings).map((cells, at) => {
    const named = cells.flatMap((cell, column) => {
      const header = typeof cell === 'string' ? cell.replace(/\s+/g, ' ').trim() : ''
      const heading = readHeading(header)
      return heading ? [{ ...heading, column, header }] : []
    })
    return { at, cells, named, fields: new Set(named.map(({ field }) => field)) }
  })
  const best = candidates.toSorted((a, b) => b.fields.size - a.fields.size)[0]
  if (best === undefined || !best.fields.has('text')) return undefined
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

/**
 * What stands in the first cell of a merge is said of all of it, downwards. A text over several rows is one resolution
 * with several bodies.
 */
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

function readRow(
  cells: Cell[],
  index: number,
  columns: Column[],
  percent: ReadonlySet<string>,
  faults: CellFault[],
): TableRow {
  const values: TableRow['values'] = {}
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
export const cellName = ({ columns }: Pick<Table, 'columns'>, { row, field }: CellFault): string => {
  const column = columns.find((one) => one.field === field)?.column
  return column === undefined ? '' : `${columnLetter(column)}${row}`
}
