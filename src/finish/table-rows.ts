/** Rows of a table that lack a cell: the browser tags no cell that shows nothing, and then the columns shift. */
import { readDictionary, readArray } from './dictionary.ts'
import { addObject, type PdfFile } from './pdf-file.ts'
import { type Element, elementsOf, isElement } from './structure.ts'

/** Puts empty cells back under the heads that no cell of their row names (UA 7.2-43). */
export function fillRows(file: PdfFile, table: Element): void {
  if (table.type !== 'Table') return
  const rows = [...elementsOf(table)].filter(({ type }) => type === 'TR')
  const heads = cellsOf(rows[0])
  const isPlain = [...elementsOf(table)].every((element) => numberOf(element, 'RowSpan') === 1)
  if (heads.length === 0 || !isPlain || heads.some((head) => numberOf(head, 'ColSpan') > 1)) return
  for (const row of rows.slice(1)) {
    const cells = cellsOf(row)
    const width = cells.reduce((sum, cell) => sum + numberOf(cell, 'ColSpan'), 0)
    if (width >= heads.length) continue
    const named = new Map(cells.flatMap((cell) => headersOf(cell).map((id) => [id, cell] as const)))
    const rest = cells.filter((cell) => headersOf(cell).length === 0)
    row.kids = heads.map((head) => named.get(head.attributes.get('ID') ?? '') ?? rest.shift() ?? empty(row))
  }

  function empty(row: Element): Element {
    const number = addObject(file, { value: '' })
    return { number, type: 'TD', parent: row, kids: [], attributes: new Map() }
  }
}

const cellsOf = (row: Element | undefined): Element[] => row?.kids.filter(isElement) ?? []

/** The attributes of a table's cell, which the browser writes each in a dictionary of its own. */
function attributeOf({ attributes }: Element, name: string): string | undefined {
  for (const one of readArray(attributes.get('A') ?? '')) {
    const value = one.startsWith('<<') ? readDictionary(one).get(name) : undefined
    if (value !== undefined) return value
  }
  return undefined
}

const numberOf = (cell: Element, name: 'RowSpan' | 'ColSpan'): number => Number(attributeOf(cell, name) ?? 1)

const headersOf = (cell: Element): string[] => readArray(attributeOf(cell, 'Headers') ?? '')
