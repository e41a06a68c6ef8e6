import { describe, expect, it } from 'vitest'
import writeSheet from 'write-excel-file/node'
import { columnLetter } from '../../src/register/grid.ts'
import { readHeading, toState } from '../../src/register/headings.ts'
import { importRows } from '../../src/register/import-rows.ts'
import { cellName, readTable } from '../../src/register/read-table.ts'
import { resolutionTable } from '../../src/register/resolution-table.ts'
import { readSeparated } from '../../src/register/separated.ts'
import { readWorkbook } from '../../src/register/workbook.ts'
import { unzip, zip } from '../../src/register/zip.ts'
import { plain } from '../paper/briefing-of.ts'
import { day } from './meetings.ts'
import { heading, officeTable, tableOf, workbook } from './workbooks.ts'

const head = ['کد', 'متن', 'دستگاه مسئول', 'مهلت', 'درصد پیشرفت']
const today = day('1405/09/04')

describe('headings', () => {
  it.each([
    ['شرح مصوبه', 'text'],
    ['شرح مصوبة', 'text'],
    ['دستگاه متولي', 'responsible'],
    ['دستگاه\nهای همکار', 'cooperating'],
    ['وضعيت', 'status'],
    ['درصد پيشرفت (%)', 'progress'],
    ['تاريخ ابلاغ', 'issued'],
    ['مهلت اجراء', undefined],
    ['رنگ', undefined],
  ])('%s', (text, field) => expect(readHeading(text)?.field).toBe(field))

  it('say the unit of their money in brackets', () => {
    expect(readHeading('اعتبار (ميليون تومان)')).toMatchObject({ field: 'credit', unit: 'ميليون تومان' })
  })

  it('words for states are those of offices', () => {
    expect(['در حال اجرا', 'انجام شد', 'لغو شده', 'شروع نشده', 'چیز دیگر'].map(toState).map(plain)).toEqual([
      'در دست اقدام',
      'انجام~شده',
      'لغوشده',
      'اقدام~نشده',
      'چیز دیگر',
    ])
  })
})

describe('cells', () => {
  it('days of Excel, days as text and days as numbers become Jalali', async () => {
    const days = [
      new Date(Date.UTC(2026, 11, 21)),
      '1405/09/30',
      '۱۴۰۵.۹.۳۰',
      14050930,
      '30/09/1405',
      'پایان آذر ۱۴۰۵',
    ]
    const { rows } = await tableOf([
      head,
      ...days.map((value, index) => [index + 1, 'متن', 'اداره', value, null]),
    ])
    expect(rows.map(({ values }) => values.deadline)).toEqual([
      '1405/09/30',
      '1405/09/30',
      '1405/9/30',
      '1405/09/30',
      '1405/09/30',
      'پایان آذر ۱۴۰۵',
    ])
    const { faults, good } = importRows(rows, { slug: 't', today })
    expect(faults).toEqual([])
    expect(good.map(({ value }) => value.deadline)).toMatchObject(
      Array(6).fill({ kind: 'date', date: { y: 1405, m: 9, d: 30 } }),
    )
  })

  it('shares of one that are shown as percent are percent', async () => {
    const { rows } = await tableOf([
      head,
      [1, 'الف', '', null, { value: 0.625, format: '0.0%' }],
      [2, 'ب', '', null, 62.5],
      [3, 'پ', '', null, '۶۲٫۵٪'],
      [4, 'ت', '', null, { value: 1.17, format: '0%' }],
    ])
    const { good } = importRows(rows, { slug: 't', today })
    expect(good.map(({ value }) => value.progress)).toEqual(['62.5', '62.5', '62.5', '117'])
  })

  it('a formula has the value that was computed; one that never was is a fault of its cell', async () => {
    const table = await tableOf([head, [1, 'الف', 'x', null, { value: '=1+1', type: 'Formula' }]])
    expect(table.faults).toEqual([
      { row: 2, field: 'progress', code: 'import/formula', values: { text: '' } },
    ])
    expect(cellName(table, table.faults[0]!)).toBe('E2')
  })

  it('letters of the Arabic keyboard become Persian, and what only steers is dropped', async () => {
    const { rows } = await tableOf([head, [1, 'مصوبه\u200f كميته\u202a 3 ', "'=HYPERLINK()", null, null]])
    expect(rows[0]?.values).toMatchObject({ text: 'مصوبه کمیته ۳', responsible: '=HYPERLINK()' })
  })
})

describe('rows', () => {
  it('titles over parts of the table, sums and empty rows are left out, and told', async () => {
    const table = await tableOf([
      ['جدول', null, null, null, null],
      head,
      [{ value: 'بخش نخست', columnSpan: 5 }, null, null, null, null],
      [1, 'الف', 'اداره', null, 10],
      [null, null, null, null, null],
      ['جمع کل', null, null, null, 10],
    ])
    expect(table.rows.map(({ row, values }) => [row, values.text])).toEqual([[4, 'الف']])
    expect(table.notes.map(({ code, values }) => [code, values.row])).toEqual([
      ['import/left-row', '3'],
      ['import/left-row', '6'],
    ])
  })

  it('a body over several rows is that of each; a text over several rows is one resolution with several bodies', async () => {
    const table = await tableOf([
      head,
      [1, 'الف', { value: 'شرکت آب', rowSpan: 2 }, null, null],
      [2, 'ب', null, null, null],
      [{ value: 3, rowSpan: 2 }, { value: 'پ', rowSpan: 2 }, 'ادارهٔ راه', null, null],
      [null, null, 'شهرداری', null, null],
    ])
    const { good } = importRows(table.rows, { slug: 't', today })
    expect(
      good.map(({ value: { text, responsible, cooperating } }) => [text, responsible, cooperating]),
    ).toEqual([
      ['الف', 'شرکت آب', undefined],
      ['ب', 'شرکت آب', undefined],
      ['پ', 'ادارهٔ راه', ['شهرداری']],
    ])
  })

  it('twelve faulty ones of three hundred are named, all of them', async () => {
    const table = await tableOf(officeTable())
    const { good, faults } = importRows(table.rows, { slug: 't', today })
    expect(good).toHaveLength(288)
    expect(faults.map((one) => [one.row, cellName(table, one), one.code])).toEqual(
      Array.from({ length: 12 }, (_, index) => [
        25 * (index + 1) + 2,
        `D${25 * (index + 1) + 2}`,
        'date/impossible',
      ]),
    )
    expect(table.notes).toEqual([])
  })

  it('every kind of fault stands at its cell', async () => {
    const table = await tableOf([
      ['کد', 'متن', 'مهلت', 'وضعیت', 'درصد پیشرفت', 'اعتبار', 'تاریخ ابلاغ'],
      ['a', null, null, null, null, null, null],
      ['b', 'x', 'فردا', 'خوب', 2000, '12', '2026/01/01'],
      ['b', 'y', null, null, null, null, '05/09/01'],
      ['c d', 'z', null, null, null, '۱۲ میلیارد ریال', null],
    ])
    const { good, faults } = importRows(table.rows, { slug: 't', today })
    expect(good).toEqual([])
    expect(faults.map((one) => `${cellName(table, one)} ${one.code}`).toSorted()).toEqual(
      [
        'B2 field/missing',
        'A4 id/twice',
        'C3 deadline/format',
        'D3 choice/unknown',
        'E3 number/percent',
        'F3 money/unit-missing',
        'F5 money/rial-kind-missing',
        'G3 date/gregorian',
        'G4 date/two-digit-year',
      ].toSorted(),
    )
  })

  it('ids that are mere numbers belong to their table', async () => {
    const { rows } = await tableOf([head, [1, 'الف', '', null, null], ['9-1', 'ب', '', null, null]])
    expect(importRows(rows, { slug: 'visit', today }).good.map(({ value }) => value.id)).toEqual([
      'visit-1',
      '۹-۱',
    ])
  })
})

describe('tables that are none', () => {
  it('are refused', async () => {
    const grid = (rows: string[][]) => readTable({ rows, merges: [], percent: new Set() }, resolutionTable)
    expect(grid([['الف', 'ب']])).toMatchObject({ fault: { code: 'import/no-heading' } })
    expect(grid([])).toMatchObject({ fault: { code: 'import/no-heading' } })
    expect(grid([['متن', 'مهلت', 'مهلت']])).toMatchObject({ fault: { code: 'import/column-twice' } })
    expect(grid([['متن'], ...Array.from({ length: 20_001 }, () => ['x'])])).toMatchObject({
      fault: { code: 'import/too-long' },
    })
  })

  it('further sheets are told', async () => {
    const sheets = ['یک', 'دو'].map((sheet) => ({ sheet, data: [['متن'], [sheet]] }))
    const grid = await readWorkbook((await writeSheet(sheets as never).toBuffer()) as Buffer)
    expect(grid && readTable(grid, resolutionTable)).toMatchObject({
      rows: [{ values: { text: 'یک' } }],
      notes: [{ code: 'import/other-sheets', values: { names: 'دو' } }],
    })
  })

  it('damaged, foreign and swollen files give nothing', async () => {
    const whole = await workbook([heading])
    for (const bytes of [
      Buffer.from('PK'),
      whole.subarray(0, whole.length / 2),
      Buffer.from(whole).fill(0, 60, 200),
    ])
      expect(await readWorkbook(bytes)).toBeUndefined()
    expect(unzip(whole, () => true, 10)).toBeUndefined()
  })

  // The library alone would wait for what never comes, and the program end without a word.
  it.each([
    ['bytes at its end', (whole: Buffer) => Buffer.concat([whole, Buffer.alloc(500, 7)])],
    ['its beginning again', (whole: Buffer) => Buffer.concat([whole, whole.subarray(0, 400)])],
    ['a head inside it damaged', (whole: Buffer) => Buffer.from(whole).fill(0xff, 18, 22)],
  ])('a file with %s is read by its directory', async (_, change) => {
    expect((await readWorkbook(change(await workbook([heading]))))?.rows).toEqual([heading])
  })

  it.each([
    ['a row', '<row r="2"', '<row r="99999999999"'],
    ['a column', 'r="B2"', 'r="ZZZZZ2"'],
    ['a cell', 'r="B2"', 'r="A99999999999"'],
    [
      'rows and columns',
      '</sheetData>',
      '<row r="20001"><c r="ZZ20001"/></row><row r="3"><c r="XFD3"/></row></sheetData>',
    ],
  ])('a sheet with %s far out is none, and no room is made for it', async (_, part, far) => {
    const files = unzip(await workbook([heading, ['1', 'متن']]), () => true, 1e8)!
    const name = 'xl/worksheets/sheet1.xml'
    const xml = Buffer.from(files.get(name)!).toString()
    expect(xml).toContain(part)
    const changed = new Map(files).set(name, Buffer.from(xml.replace(part, far)))
    expect(await readWorkbook(zip(changed))).toBeUndefined()
    expect((await readWorkbook(zip(files)))?.rows).toHaveLength(2)
  })

  it.each(['99999999999999', '-99999999', '9e999', '2000000'])(
    'a day that is none, %s, is a fault of its cell',
    async (day) => {
      const files = unzip(await workbook([head, [1, 'متن', 'اداره', new Date(0), null]]), () => true, 1e8)!
      const name = 'xl/worksheets/sheet1.xml'
      const xml = Buffer.from(files.get(name)!).toString()
      expect(xml).toContain('<v>25569</v>')
      const changed = new Map(files).set(name, Buffer.from(xml.replace('25569', day)))
      const grid = await readWorkbook(zip(changed))
      expect(grid && readTable(grid, resolutionTable)).toMatchObject({
        faults: [{ row: 2, field: 'deadline', code: 'import/error-value' }],
      })
    },
  )

  it('packed again they hold the same', async () => {
    const files = unzip(await workbook(officeTable()), () => true, 1e8)!
    expect(files.size).toBeGreaterThan(4)
    expect(unzip(zip(files), () => true, 1e8)).toEqual(files)
  })
})

describe('separated values', () => {
  it.each([
    ['commas', 'کد,متن\r\n1,"الف, ب"\r\n'],
    ['semicolons', '\ufeffکد;متن\r\n1;الف, ب\r\n'],
    ['tabs', 'کد\tمتن\n1\tالف, ب\n'],
  ])('with %s', (_, text) => {
    const read = readSeparated(Buffer.from(text))
    expect(read?.grid.rows).toEqual([
      ['کد', 'متن'],
      ['1', 'الف, ب'],
    ])
  })

  it.each(['a,b\n1,x"y"\n', 'a,b\n1,"x\n', 'a,b\n1,"x" y\n'])('with a quote astray are none: %j', (text) =>
    expect(readSeparated(Buffer.from(text))).toBeUndefined(),
  )

  it('in the old encoding of Windows, and in UTF-16', () => {
    // «متن,کد» in Windows-1256, whose ك is the Arabic one.
    const old = Buffer.from([0xe3, 0xca, 0xe4, 0x2c, 0xdf, 0xcf, 0x0d, 0x0a])
    expect(readSeparated(old)).toMatchObject({ legacy: true, grid: { rows: [['متن', 'كد']] } })
    expect(readSeparated(Buffer.from('\ufeffمتن;کد\r\n', 'utf16le'))).toMatchObject({
      legacy: false,
      grid: { rows: [['متن', 'کد']] },
    })
  })

  it('with a quote left open are no table', () => {
    expect(readSeparated(Buffer.from('متن,کد\n"الف,ب\n'))).toBeUndefined()
  })
})

it('columns are named as a spreadsheet names them', () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA'])
})
