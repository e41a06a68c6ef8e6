/**
 * XLSX → grid. The library gives the values of the first sheet; what it passes over is read here: which cells are merged,
 * which formulas have no value or an error, and which numbers are shares of one.
 */
import { cellPlace } from './grid.ts'
import type { BadCell, Cell, Grid, Merge } from './grid.ts'
import { unzip, zip } from './zip.ts'

/** A table of two thousand rows unpacks to some megabytes. */
const largest = 200_000_000
/** As many rows as a table may have, a thousand columns wide. */
const mostCells = 20_000_000

/** Undefined where the bytes are no workbook that can be read. */
export async function readWorkbook(bytes: Uint8Array): Promise<Grid | undefined> {
  const parts = unzip(bytes, (name) => /\.(?:xml|rels)$/.test(name), largest)
  const sheet = parts && sheetXml(parts)
  if (parts === undefined || sheet === undefined) return undefined
  if (!fits(sheet)) return undefined
  const { readSheet } = await import('read-excel-file/node')
  let rows: Cell[][]
  try {
    // Packed anew: where something follows an archive's end the library waits for the rest for ever.
    const read = (await readSheet(zip(parts), { trim: false })) as unknown as Cell[][]
    rows = read.map((cells) => cells.map(sound))
  } catch {
    // Whatever the library says of bytes from outside, they are no workbook to us.
    return undefined
  }
  const percent = percentStyles(text(parts.get('xl/styles.xml')))
  const shares = new Set<string>()
  for (const { row, column, style, bad } of cells(sheet)) {
    if (bad) place(rows, row, column, bad)
    if (style !== undefined && percent.has(style)) shares.add(`${row}:${column}`)
  }
  const others = sheetNames(text(parts.get('xl/workbook.xml'))).slice(1)
  return { rows, merges: mergesOf(sheet), percent: shares, ...(others.length > 0 && { others }) }
}

/** A number or day that no sheet shows is a cell with an error. */
function sound(cell: Cell): Cell {
  const isUnreal =
    cell instanceof Date
      ? !(Math.abs(cell.getUTCFullYear() - 2000) < 500)
      : typeof cell === 'number' && !Number.isFinite(cell)
  return isUnreal ? { bad: 'error', text: '' } : cell
}

/**
 * Whether the sheet can be laid out: it is as high and wide as its farthest row and cell, however few there are, and the
 * library makes room for whatever number stands there.
 */
function fits(sheet: string): boolean {
  let height = 0
  let width = 0
  for (const [tag, name] of sheet.matchAll(/<(?:\w+:)?(row|c)\b[^>]*>/g)) {
    const reference = attribute(tag, 'r')
    if (reference === undefined) continue
    const [row, column] = cellPlace(name === 'row' ? `A${reference}` : reference) ?? [Infinity, Infinity]
    height = Math.max(height, row + 1)
    width = Math.max(width, column + 1)
  }
  return height * width <= mostCells
}

function place(rows: Cell[][], row: number, column: number, bad: BadCell): void {
  while (rows.length <= row) rows.push([])
  const cellsOfRow = rows[row]!
  while (cellsOfRow.length <= column) cellsOfRow.push(null)
  cellsOfRow[column] = bad
}

const text = (part: Uint8Array | undefined): string => (part ? new TextDecoder().decode(part) : '')

/** The XML of the first sheet, by the relations of the workbook. */
function sheetXml(parts: ReadonlyMap<string, Uint8Array>): string | undefined {
  const book = text(parts.get('xl/workbook.xml'))
  const relation = /<(?:\w+:)?sheet\b[^>]*\br:id="([^"]+)"/.exec(book)?.[1]
  const rels = text(parts.get('xl/_rels/workbook.xml.rels'))
  const entry = [...rels.matchAll(/<(?:\w+:)?Relationship\b[^>]*>/g)].find(
    ([tag]) => attribute(tag, 'Id') === relation,
  )
  const target = entry && attribute(entry[0], 'Target')?.replace(/^\/?(?:xl\/)?/, '')
  const part = parts.get(`xl/${target ?? ''}`)
  return part && text(part)
}

/** Of those that are not hidden. */
const sheetNames = (book: string): string[] =>
  [...book.matchAll(/<(?:\w+:)?sheet\b[^>]*>/g)].flatMap(([tag]) =>
    /\sstate="(?:hidden|veryHidden)"/.test(tag) ? [] : [attribute(tag, 'name') ?? ''],
  )

const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]

interface CellMark {
  row: number
  column: number
  style?: number
  bad?: BadCell
}

function cells(sheet: string): CellMark[] {
  const found: CellMark[] = []
  for (const [, attributes = '', inside = ''] of sheet.matchAll(
    /<(?:\w+:)?c\b([^>]*?)(?:\/>|>([^]*?)<\/(?:\w+:)?c>)/g,
  )) {
    const at = cellPlace(attribute(attributes, 'r') ?? '')
    if (!at) continue
    const [row, column] = at
    const value = /<(?:\w+:)?v\b[^>]*>([^<]*)<\/(?:\w+:)?v>/.exec(inside)?.[1] ?? ''
    const formula = /<(?:\w+:)?f\b/.test(inside)
    const failed = attribute(attributes, 't') === 'e'
    const empty = formula && value === '' && attribute(attributes, 't') !== 'str'
    const style = attribute(attributes, 's')
    found.push({
      row,
      column,
      ...(style !== undefined && { style: Number(style) }),
      ...(failed && { bad: { bad: 'error', text: value } as const }),
      ...(!failed && empty && { bad: { bad: 'formula', text: '' } as const }),
    })
  }
  return found
}

function mergesOf(sheet: string): Merge[] {
  return [...sheet.matchAll(/<(?:\w+:)?mergeCell\b[^>]*\bref="([^":]+):([^"]+)"/g)].flatMap(
    ([, from, to]) => {
      const first = cellPlace(from ?? '')
      const last = cellPlace(to ?? '')
      return first && last ? [{ top: first[0], left: first[1], bottom: last[0], right: last[1] }] : []
    },
  )
}

/** Styles of cells whose format shows percent: the built-in formats 9 and 10, and own ones with the sign. */
function percentStyles(styles: string): Set<number> {
  const own = [...styles.matchAll(/<(?:\w+:)?numFmt\b[^>]*>/g)].flatMap(([tag]) =>
    attribute(tag, 'formatCode')?.includes('%') ? [attribute(tag, 'numFmtId')] : [],
  )
  const shares = new Set(['9', '10', ...own])
  const formats = /<(?:\w+:)?cellXfs\b[^>]*>([^]*?)<\/(?:\w+:)?cellXfs>/.exec(styles)?.[1] ?? ''
  const used = [...formats.matchAll(/<(?:\w+:)?xf\b[^>]*>/g)].map(([tag]) => attribute(tag, 'numFmtId'))
  return new Set(used.flatMap((format, index) => (shares.has(format) ? [index] : [])))
}
