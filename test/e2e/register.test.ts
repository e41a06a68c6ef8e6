// The register of resolutions on the command line: what is heard is written into files, and read back from them alone.
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it, test } from 'vitest'
import { readSheet } from 'read-excel-file/node'
import { officeTable, workbook } from '../register/workbooks.ts'
import { Desk, errorsOf, told } from './cli.ts'
import type { Ended } from './cli.ts'
import { pagesOf, withPdf } from './pages.ts'

const desk = new Desk()
afterAll(() => desk[Symbol.dispose]())

/** On a day of 1405. */
const days = { '09/04': '2026-11-25', '09/10': '2026-12-01', '12/20': '2027-03-11' }
const run = (args: string[], day: keyof typeof days = '09/04', env = {}): Promise<Ended> =>
  desk.run(args, { SOURCE_DATE_EPOCH: String(Date.parse(`${days[day]}T08:00:00Z`) / 1000), ...env })
const read = (name: string): string => readFileSync(join(desk.folder, name), 'utf8')
const listed = async (...args: string[]): Promise<string[]> => {
  const { stdout } = await run(['follow-up', 'list', '--json', ...args])
  return (JSON.parse(stdout) as { resolutions: { id: string }[] }).resolutions.map(({ id }) => id)
}

desk.put('jalaseh.yaml', 'office: { lines: [دستگاه نمونه] }\n')
desk.put(
  'data/m09.yaml',
  `meeting: { title: جلسهٔ نهم, status: final, session: 9, date: 1405/02/01, body: کارگروه نمونه }
resolutions:
  - { id: w-1, text: خط آب تکمیل شود, responsible: شرکت آب, deadline: 1405/07/30, credit: ۱۲۰ میلیارد تومان }
  - { text: "=HYPERLINK(1) جاده", responsible: ادارهٔ راه, deadline: 1405/09/20 }
`,
)

describe('set', () => {
  test('writes a dated entry into the file of the year, once, and keeps what is written there', async () => {
    const set = [
      'follow-up',
      'set',
      'w-1',
      '--progress',
      '62.5',
      '--deadline',
      'پایان آذر ۱۴۰۵',
      '--note',
      'پیمانکار: آمد',
    ]
    const first = await run(set)
    expect([first.code, first.stdout]).toEqual([0, 'data/follow-up-1405.yaml\n'])
    const name = 'data/follow-up-1405.yaml'
    desk.put(name, `${read(name)}# یادداشت دبیر\n`)
    const written = read(name)
    expect(await run(set)).toMatchObject({ code: 0, stdout: '' })
    expect(read(name)).toBe(written)
    expect((await run(['follow-up', 'set', 'm09/2', '--status', 'انجام شده'], '09/10')).code).toBe(0)
    const after = read(name)
    expect(after.replace(/ {2}- شناسه: m09\/2\n.*\n.*\n/, '')).toBe(written)
    expect(await listed('--status', 'done')).toEqual(['m09/2'])
  })

  test('refuses what is no resolution, and what is no value, and writes nothing', async () => {
    const before = read('data/follow-up-1405.yaml')
    for (const args of [
      ['w-9', '--status', 'done'],
      ['w-1', '--status', 'خوب'],
      ['w-1', '--progress', '1e9'],
      ['w-1', '--deadline', '1404/12/30'],
    ])
      expect(await run(['follow-up', 'set', ...args])).toMatchObject({ code: 1, stdout: '' })
    for (const args of [['w-1'], [], ['w-1', 'x', '--status', 'done'], ['w-1', '--overdue']])
      expect(await run(['follow-up', 'set', ...args])).toMatchObject({ code: 2, stdout: '' })
    expect(read('data/follow-up-1405.yaml')).toBe(before)
  })

  test('two people at once lose nothing', async () => {
    const notes = ['الف', 'ب', 'پ', 'ت']
    const ended = await Promise.all(notes.map((note) => run(['follow-up', 'set', 'w-1', '--note', note])))
    expect(ended.map(({ code }) => code)).toEqual([0, 0, 0, 0])
    for (const note of notes) expect(read('data/follow-up-1405.yaml')).toContain(`    توضیح: ${note}\n`)
  })
})

describe('list', () => {
  test('filters by what is overdue, due, of a body, and unheard of', async () => {
    expect(await listed()).toEqual(['w-1', 'm09/2'])
    expect(await listed('--overdue')).toEqual([])
    expect(await listed('--due-within', '30')).toEqual(['w-1'])
    expect(await listed('--due-within', '۵')).toEqual([])
    expect(await listed('--body', 'آب')).toEqual(['w-1'])
    expect(await listed('--untouched-since', '1405/09/05')).toEqual(['w-1'])
  })

  test('says in words how each stands, and on another day otherwise', async () => {
    const now = await run(['follow-up', 'list', '--body', 'آب', '--lang', 'fa'])
    expect(now.stdout).toContain(
      'w-1  خط آب تکمیل شود\n    در دست اقدام · مهلت ۱۴۰۵/۰۹/۳۰ · پیشرفت ۶۲٫۵٪ · شرکت آب',
    )
    const later = await run(['follow-up', 'list', '--body', 'آب'], '12/20')
    expect(later.stdout).toContain('دارای تأخیر (۸۰ روز)')
  })

  test.each([
    ['--due-within', 'x'],
    ['--untouched-since', '2026/01/01'],
    ['--status', 'خوب'],
    ['--format', 'csv'],
  ])('refuses %s %s', async (...args) => {
    expect(await run(['follow-up', 'list', ...args])).toMatchObject({ code: 2, stdout: '' })
  })
})

describe('import', () => {
  test('names every faulty row of a table and brings in nothing', async () => {
    desk.put('visit.xlsx', await workbook(officeTable()))
    const files = desk.files()
    const { code, stdout } = await run(['follow-up', 'import', 'visit.xlsx', '--json'])
    expect(code).toBe(1)
    const { faults } = JSON.parse(stdout) as {
      faults: { code: string; line: number; column: number; values: object }[]
    }
    const cells = faults.filter((one) => one.code === 'import/cell')
    expect(cells.map(({ line, column }) => [line, column])).toEqual(
      Array.from({ length: 12 }, (_, index) => [25 * (index + 1) + 2, 4]),
    )
    expect(cells[0]?.values).toMatchObject({
      row: '27',
      cell: 'D27',
      header: 'مهلت اجرا',
      code: 'date/impossible',
    })
    expect(faults.at(-1)).toMatchObject({ code: 'import/faulty', values: { faulty: '12', all: '300' } })
    expect(desk.files().filter((name) => !name.startsWith('archive'))).toEqual(
      files.filter((name) => !name.startsWith('archive')),
    )
  })

  test('brings in the sound rows where that is wanted, once', async () => {
    const only = ['follow-up', 'import', 'visit.xlsx', '--valid-only', '--body', 'ستاد سفر']
    const dry = await run([...only, '--dry-run'])
    expect(dry).toMatchObject({ code: 0, stdout: 'data/visit-1405-09-04.yaml\n' })
    expect(desk.has('data/visit-1405-09-04.yaml')).toBe(false)
    expect(await run(only)).toMatchObject({ code: 0, stdout: 'data/visit-1405-09-04.yaml\n' })
    expect(await listed('--body', 'ستاد سفر')).toHaveLength(288)
    expect(await run(only)).toMatchObject({ code: 0, stdout: '' })
    // On another day the table still says nothing new.
    expect(await run(only, '09/10')).toMatchObject({ code: 0, stdout: '' })
  })

  test('a changed table brings in what changed', async () => {
    const rows = officeTable()
    rows[3] = [2, ...rows[3]!.slice(1, 4), 'انجام شد', 100, 'تحویل شد']
    desk.put('visit.xlsx', await workbook(rows))
    const again = await run(
      ['follow-up', 'import', 'visit.xlsx', '--valid-only', '--body', 'ستاد سفر'],
      '09/10',
    )
    expect(again.stdout).toBe('data/visit-1405-09-10.yaml\n')
    expect(read('data/visit-1405-09-10.yaml').match(/- شناسه/g)).toHaveLength(1)
    expect(await listed('--body', 'ستاد سفر', '--status', 'done')).toEqual(['visit-2'])
  })

  test('tables that count from one do not become one', async () => {
    desk.put('clash.csv', 'شناسه,متن\nw-1,چیز دیگر\n')
    const { code, stderr } = await run(['follow-up', 'import', 'clash.csv'])
    expect(code).toBe(1)
    expect(stderr).toContain('clash.csv:2:1')
  })

  test.each([
    ['x.xlsx', 'PK\u0003\u0004', 'import/not-table'],
    ['x.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'import/old-workbook'],
    ['x.csv', 'الف,ب\n1,2\n', 'import/no-heading'],
    ['y.csv', 'متن,کد\n"الف,ب\n', 'import/not-table'],
    ['z.csv', Buffer.from([1, 0, 2, 0]), 'import/not-table'],
  ])('%s is refused', async (name, content, code) => {
    desk.put(name, content)
    const ended = await run(['follow-up', 'import', name])
    expect(ended).toMatchObject({ code: 1, stdout: '' })
    expect(ended.stderr).toContain(code)
    expect(await run(['follow-up', 'import', 'none.csv'])).toMatchObject({ code: 1 })
  })
})

describe('export', () => {
  const out = (format: string): string => join('out', 'register', `resolutions.${format}`)

  test('CSV opens in Excel, runs no formula, and comes back without news', async () => {
    expect(await run(['follow-up', 'export'])).toMatchObject({ code: 0, stdout: `${out('csv')}\n` })
    const text = read(out('csv'))
    expect(text.startsWith('\ufeffشناسه,متن,')).toBe(true)
    expect(text).toContain("m09/2,'=HYPERLINK(1) جاده,")
    expect(await run(['follow-up', 'import', out('csv')], '12/20')).toMatchObject({ code: 0, stdout: '' })
  })

  test('XLSX has the same rows, all texts', async () => {
    await run(['follow-up', 'export', '--format', 'xlsx', '--out', 'table.xlsx'])
    const rows = await readSheet(join(desk.folder, 'table.xlsx'))
    expect(rows).toHaveLength(291)
    expect(rows.flat()).toContain('=HYPERLINK(1) جاده')
    expect(await run(['follow-up', 'import', 'table.xlsx'], '12/20')).toMatchObject({ code: 0, stdout: '' })
  })

  test('JSON has every event', async () => {
    await run(['follow-up', 'export', '--format', 'json', '--body', 'آب'])
    const { resolutions } = JSON.parse(read(out('json'))) as {
      resolutions: { id: string; history: object[] }[]
    }
    const water = resolutions.find(({ id }) => id === 'w-1')
    expect(water?.history).toHaveLength(6)
  })

  test('the calendar is the same wherever it is made', async () => {
    const made = await Promise.all(
      ['Asia/Tehran', 'America/Los_Angeles', 'Pacific/Kiritimati'].map(async (TZ, index) => {
        await run(['follow-up', 'export', '--format', 'ics', '--out', `${index}.ics`], '09/04', { TZ })
        return read(`${index}.ics`)
      }),
    )
    expect(made[0]).toContain('DTSTART;VALUE=DATE:20261221')
    expect(new Set(made).size).toBe(1)
  })

  test('not in a format that there is not', async () => {
    expect(await run(['follow-up', 'export', '--format', 'pdf'])).toMatchObject({ code: 2, stdout: '' })
  })
})

test('report is the follow-up paper over all of them', async () => {
  const ended = await run(['follow-up', 'report', '--body', 'کارگروه نمونه'])
  expect(ended).toMatchObject({ code: 0, stdout: 'out/register/follow-up.pdf\n' })
  const pages = await withPdf(join(desk.folder, 'out/register/follow-up.pdf'), pagesOf)
  const bare = (text: string): string => text.replace(/[\s\p{Cf}]/gu, '')
  const text = bare(pages.flatMap(({ pieces }) => pieces.map((piece) => piece.text)).join(''))
  expect(text).toContain(bare('خط آب تکمیل شود'))
  expect(text).not.toContain(bare('مصوبه شماره'))
  expect(await run(['follow-up', 'report', '--body', 'نیست'])).toMatchObject({ code: 1, stdout: '' })
})

describe('a briefing of the body', () => {
  it('carries its open resolutions over, and says which id nobody knows', async () => {
    desk.put(
      'data/m10.yaml',
      'meeting: { title: جلسهٔ دهم, session: 10, date: 1405/09/12, body: کارگروه نمونه }\nfollowups: [visit-7, w-77]\n',
    )
    const ended = await run(['build', 'data/m10.yaml', '--kind', 'briefing', '--html', '--json'])
    expect(ended.code).toBe(0)
    const { faults } = JSON.parse(ended.stdout) as { faults: { code: string; line?: number }[] }
    expect(faults.filter(({ code }) => code === 'register/unknown')).toMatchObject([{ line: 2 }])
    const page = read('out/m10/briefing.html').replace(/<[^>]+>|[\u2066-\u2069]/g, ' ')
    expect(page).toContain('خط آب تکمیل شود')
    expect(page).toContain('جلسه\u0654 نهم؛ در ۱ جلسه مطرح، ۱ بار تمدید')
    expect(page).toContain('مصوبه شماره ۷')
    // Done since, and of another body.
    expect(page).not.toContain('HYPERLINK')
    expect(page).not.toContain('مصوبه شماره ۸')
  })
})

describe('check', () => {
  test('knows files of the register, and tells their faults at their places', async () => {
    const sound = await run(['check', 'data/follow-up-1405.yaml', 'data/visit-1405-09-04.yaml', '--json'])
    expect([sound.code, JSON.parse(sound.stdout)]).toEqual([0, { faults: [] }])
    desk.put(
      'notes.yaml',
      'followups:\n  - { id: w-1, date: 1404/12/30 }\n  - { id: w-1, date: 1405/01/01, files: [gone.pdf] }\n',
    )
    const faulty = await run(['check', 'notes.yaml', '--json'])
    expect(errorsOf(faulty)).toEqual(['2:22 date/impossible', '3:42 file/missing'])
    desk.put('notes.yaml', 'followups:\n  - { id: nobody, date: 1405/01/01, progress: 1 }\n')
    expect(told(await run(['check', 'notes.yaml', '--json']))).toMatchObject([
      { code: 'register/unknown', severity: 'warning', line: 2, column: 11 },
    ])
    desk.put('notes.yaml', 'agenda: [x]\nresolutions: [y]\n')
    expect(errorsOf(await run(['check', 'notes.yaml', '--json']))).toEqual(['1:1 field/missing'])
    rmSync(join(desk.folder, 'notes.yaml'))
  })

  test('their schema is given to editors', async () => {
    const { stdout } = await run(['schema', 'register'])
    expect(stdout).toContain('پیگیری\u200cها')
    expect(stdout).not.toContain('دستور جلسه')
  })
})

test('a folder that cannot be written is told, and nothing else happens', async () => {
  using office = new Desk()
  office.put('jalaseh.yaml', 'office: { lines: [x] }\n')
  office.put('m.yaml', 'meeting: { title: x, status: final }\nresolutions: [y]\n')
  office.put('archive', 'a file\n')
  office.put('t.csv', 'متن\nz\n')
  for (const args of [
    ['set', 'm/1', '--status', 'done'],
    ['import', 't.csv'],
  ]) {
    const ended = await office.run(['follow-up', ...args])
    expect(ended).toMatchObject({ code: 2, stdout: '' })
    expect(ended.stderr).toContain('/unwritable')
  }
  expect(office.files()).toEqual(['archive', 'jalaseh.yaml', 'm.yaml', 't.csv'])
})

test('an action there is not is told', async () => {
  for (const args of [[], ['drop'], ['list', 'x']])
    expect(await run(['follow-up', ...args])).toMatchObject({ code: 2, stdout: '' })
})
