/** What is wrong with a cell of an office's table, in one sentence with its place. */
import { fault, warning } from '../model/fault.ts'
import type { Fault } from '../model/fault.ts'
import { cellName } from '../register/read-table.ts'
import type { CellFault, Table } from '../register/read-table.ts'
import { wordFault } from '../report/wording.ts'
import type { Language } from '../report/wording.ts'

/**
 * The fault of a cell, said of the cell: where it stands in the table, and what is wrong in the words of that fault.
 * @param path of the table's file
 * @param left whether faulty rows are left out, so that this only warns
 */
export function cellFault<F extends string>(
  one: CellFault<F>,
  table: Table<F>,
  { path, left, language }: { path: string; left: boolean; language: Language },
): Fault {
  const column = table.columns.find(({ field }) => field === one.field)
  const inner = fault(one.code, undefined, { field: column?.header ?? '', ...one.values })
  const { what, cure } = wordFault(inner, language)
  const span = { file: path, line: one.row, column: (column?.column ?? 0) + 1, length: 1 }
  const values = {
    row: String(one.row),
    cell: cellName(table, one),
    header: column?.header ?? one.field ?? '',
    code: one.code,
    what,
    cure,
  }
  return left ? warning('import/cell', span, values) : fault('import/cell', span, values)
}
