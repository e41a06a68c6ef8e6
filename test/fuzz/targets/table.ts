/** A table of an office: read into rows and faults, or refused. */
import assert from 'node:assert/strict'
import { contactTable } from '../../../src/people/contact-table.ts'
import { readContacts } from '../../../src/people/read-contacts.ts'
import { importRows } from '../../../src/register/import-rows.ts'
import { readTable } from '../../../src/register/read-table.ts'
import { resolutionTable } from '../../../src/register/resolution-table.ts'
import { readSeparated } from '../../../src/register/separated.ts'
import { readWorkbook } from '../../../src/register/workbook.ts'
import { unzip, zip } from '../../../src/register/zip.ts'
import { officeTable, workbook } from '../../register/workbooks.ts'
import { mutate, mutateBytes } from '../mutate.ts'
import type { Random } from '../random.ts'
import type { Target } from '../target.ts'

const rows = officeTable().slice(0, 12)
const book = await workbook(rows)
const files = unzip(book, () => true, 1e8)!
const csv = [
  'کد,شرح مصوبه,دستگاه متولی,مهلت اجرا,وضعيت,درصد پيشرفت\r\n1,"متن، ""نقل""",اداره,1405/10/01,در حال اجرا,50%\r\n',
  'کد;متن;مهلت\n1;"دو\nسطر";ظرف ۱۵ روز\n2;متن;1404/12/30\n',
  'نام\tسمت\tدستگاه\tرایانامه\tتلفن\nعلی نمونه\tمدیر\tاداره\tali@example.ir\t041-1234\n',
]
const words = [
  ',',
  ';',
  '\t',
  '"',
  '\r\n',
  '\n',
  '1405/10/01',
  '12/30',
  '=1+1',
  '۵۰٪',
  'تلفن',
  'متن',
  'r="XFD1048576"',
  'r="A1"',
  't="e"',
  't="s"',
  '<v>',
  '</v>',
  '<c r="ZZZZZ1"/>',
  '<mergeCell ref="A1:XFD1048576"/>',
  '&#0;',
  '&lol;',
  ']]>',
] as const

function changed(random: Random): Buffer {
  if (random.below(2) === 0)
    return Buffer.from(mutate(random.pick(csv) ?? '', random, { words, others: csv }))
  if (random.below(4) === 0) return mutateBytes(book, random, { words })
  const name = random.pick([...files.keys()])!
  const inside = Buffer.from(files.get(name)!).toString()
  return zip(new Map(files).set(name, Buffer.from(mutate(inside, random, { words }))))
}

export const table: Target = {
  make: changed,
  async check(bytes) {
    const grid = bytes.subarray(0, 2).equals(Buffer.from('PK'))
      ? await readWorkbook(bytes)
      : readSeparated(bytes)?.grid
    if (grid === undefined) return
    const resolutions = readTable(grid, resolutionTable)
    if ('fault' in resolutions) assert.match(resolutions.fault.code, /^import\//)
    else importRows(resolutions.rows, { slug: 'x', today: { y: 1405, m: 9, d: 4 } })
    const contacts = readTable(grid, contactTable)
    if (!('fault' in contacts)) readContacts(contacts.rows)
  },
}
