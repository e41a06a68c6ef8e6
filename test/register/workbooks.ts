/** Workbooks and tables as offices have them, made for tests. */
import writeSheet from 'write-excel-file/node'
import { readTable } from '../../src/register/read-table.ts'
import type { Table } from '../../src/register/read-table.ts'
import { resolutionTable } from '../../src/register/resolution-table.ts'
import { readWorkbook } from '../../src/register/workbook.ts'

/** A cell as `write-excel-file` takes it; null is empty. */
export type SheetCell = null | string | number | Date | Record<string, unknown>

export async function workbook(rows: SheetCell[][]): Promise<Buffer> {
  const cells = rows.map((row) =>
    row.map((cell) => (cell instanceof Date ? { value: cell, format: 'yyyy/mm/dd' } : cell)),
  )
  return (await writeSheet(cells as never).toBuffer()) as Buffer
}

export async function tableOf(rows: SheetCell[][]): Promise<Table> {
  const grid = await readWorkbook(await workbook(rows))
  if (grid === undefined) throw new Error('no workbook')
  const table = readTable(grid, resolutionTable)
  if ('fault' in table) throw new Error(table.fault.code)
  return table
}

export const heading = ['کد', 'شرح مصوبه', 'دستگاه متولی', 'مهلت اجرا', 'وضعيت', 'درصد پيشرفت', 'ملاحظات']

/** Three hundred rows, every twenty-fifth with a day that was never in the calendar. */
export function officeTable(): SheetCell[][] {
  const rows = Array.from({ length: 300 }, (_, index): SheetCell[] => {
    const n = index + 1
    const day = n % 3 === 0 ? `1405/10/${1 + (n % 30)}` : new Date(Date.UTC(2027, 0, (n % 28) + 1))
    return [
      n,
      `مصوبه شماره ${n} كه بايد انجام شود`,
      'شركت آب منطقه\u200cای',
      n % 25 === 0 ? '1404/12/30' : day,
      'در حال اجرا',
      n % 2 ? { value: n / 300, format: '0.0%' } : n / 3,
      n % 5 ? null : 'در دست پيگيري',
    ]
  })
  return [['جدول مصوبات استان فرضی'], heading, ...rows]
}
