// The address book on the command line: tables of offices come into it, and nothing in it is replaced.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { workbook } from '../register/workbooks.ts'
import { Desk, errorsOf, told } from './cli.ts'
import type { Ended } from './cli.ts'

let desk: Desk
beforeEach(() => {
  desk = new Desk()
  desk.put('jalaseh.yaml', 'office: { lines: [دستگاه نمونه] }\n')
})
afterEach(() => desk[Symbol.dispose]())

const run = (...args: string[]): Promise<Ended> => desk.run(['people', ...args])
const bookName = 'data/people.yaml'
const read = (name = bookName): string => readFileSync(join(desk.folder, name), 'utf8')
const noBook = (): boolean => !existsSync(join(desk.folder, bookName))

interface Person {
  name: string
  [key: string]: unknown
}
const listed = async (): Promise<Person[]> =>
  (JSON.parse((await run('--json')).stdout) as { people: Person[] }).people

const table = [
  ['فهرست مهمانان نشست فرضی'],
  ['ردیف', 'نام', 'نام خانوادگی', 'عنوان', 'سمت', 'سازمان', 'ایمیل', 'گروه', 'طبقه بندي', 'زبان'],
  [
    1,
    'سهراب',
    'نمونه\u200cکار',
    'جناب آقای دکتر',
    'مديركل',
    'شركت فرضی',
    'sohrab@example.ir',
    'شورا، مدیران',
    'محرمانه',
    'فارسی',
  ],
  [
    2,
    'گلنار',
    'ناکجاآبادی',
    'سرکار خانم',
    'دبیر',
    'انجمن خیالی',
    'golnar@example.ir',
    'شورا',
    'عادی',
    'انگلیسی',
  ],
]
const csv = (rows: (string | number)[][]): string => `${rows.map((row) => row.join(',')).join('\r\n')}\r\n`

/** What the two rows above come to. */
const people = [
  {
    name: 'سهراب نمونه\u200cکار',
    honorific: 'جناب آقای دکتر',
    post: 'مدیرکل',
    body: 'شرکت فرضی',
    email: 'sohrab@example.ir',
    ceiling: 'confidential',
    groups: ['شورا', 'مدیران'],
    language: 'fa',
  },
  {
    name: 'گلنار ناکجاآبادی',
    honorific: 'سرکار خانم',
    post: 'دبیر',
    body: 'انجمن خیالی',
    email: 'golnar@example.ir',
    ceiling: 'normal',
    groups: ['شورا'],
    language: 'en',
  },
]

/** In the code page of Persian before Unicode; letters that it lacks as their Arabic cousins. */
function legacy(text: string): Uint8Array {
  const decoder = new TextDecoder('windows-1256')
  const bytes = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]))
  return Uint8Array.from([...text.replaceAll('ی', 'ي')], (letter) => {
    const byte = bytes.get(letter)
    if (byte === undefined) throw new Error(letter)
    return byte
  })
}

describe('import', () => {
  test.each([
    ['guests.csv', () => csv(table)],
    ['old.csv', () => legacy(csv(table))],
    ['guests.xlsx', () => workbook(table)],
  ])('%s makes the book, and again is no news', async (name, content) => {
    desk.put(name, await content())
    const first = await run('import', name)
    expect([first.code, first.stdout]).toEqual([0, `${bookName}\n`])
    expect(await listed()).toEqual(people)
    const written = read()
    expect(written).toMatch(/^# دفترچهٔ نشانی: .*\nاشخاص:\n {2}- نام: سهراب نمونه\u200cکار\n/)
    expect(written).toContain('    گروه\u200cها: [شورا, مدیران]\n    زبان: فارسی\n')
    const second = await run('import', name, '--json')
    expect(second.code).toBe(0)
    expect(JSON.parse(second.stdout)).toMatchObject({ rows: 2, added: [], file: null, written: false })
    expect(read()).toBe(written)
  })

  test('a dry run says what would be added, and writes nothing', async () => {
    desk.put('guests.csv', csv(table))
    const before = desk.files()
    const dry = await run('import', 'guests.csv', '--dry-run', '--json')
    expect(dry.code).toBe(0)
    expect(JSON.parse(dry.stdout)).toMatchObject({
      added: people.map(({ name }) => name),
      file: bookName,
      written: false,
    })
    expect(desk.files()).toEqual(before)
  })

  test('all faulty cells are told at once, and nothing is written', async () => {
    const faulty = [
      ...table,
      [3, '', '', '', 'مدیر', '', 'x@example.ir', '', '', ''],
      [4, 'سوم', '', '', '', '', '"a@example.ir, b@example.ir"', '', 'زیاد', ''],
      [5, 'چهارم', '', '', '', '', 'golnar@example.ir', '', '', 'fr'],
    ]
    desk.put('guests.csv', csv(faulty))
    const ended = await run('import', 'guests.csv', '--json')
    expect(ended.code).toBe(1)
    const { faults } = JSON.parse(ended.stdout) as {
      faults: { code: string; values: Record<string, string> }[]
    }
    const cells = faults.filter(({ code }) => code === 'import/cell').map(({ values }) => values)
    expect(cells.map(({ cell, code }) => `${cell} ${code}`).toSorted()).toEqual([
      'B5 field/missing',
      'G6 mail/address-several',
      'I6 choice/unknown',
      'J7 choice/unknown',
    ])
    for (const { cure } of cells) expect(cure).not.toBe('')
    expect(faults.at(-1)).toMatchObject({ code: 'import/faulty', values: { faulty: '3', all: '5' } })
    expect(noBook()).toBe(true)
    const shown = await run('import', 'guests.csv', '--lang', 'fa')
    expect(shown.stderr).toContain(
      'سطر ۶، ستون «ایمیل» (G6): در «a@example.ir, b@example.ir» بیش از یک نشانی است.',
    )

    const valid = await run('import', 'guests.csv', '--valid-only')
    expect([valid.code, valid.stdout]).toEqual([0, `${bookName}\n`])
    expect(await listed()).toEqual(people)
  })

  test('rows of one table that contradict each other are faulty, and the later one is left out', async () => {
    desk.put('guests.csv', 'نام,سمت,ایمیل\nنمونه,مدیر,n@example.ir\nنمونه,دبیر,n@example.ir\n')
    expect(errorsOf(await run('import', 'guests.csv', '--json'))).toEqual([
      '3:2 import/cell',
      'import/faulty',
    ])
    expect((await run('import', 'guests.csv', '--valid-only')).code).toBe(0)
    expect(await listed()).toEqual([{ name: 'نمونه', post: 'مدیر', email: 'n@example.ir' }])
  })

  test("an office's own book keeps its bytes, its keys and what it says", async () => {
    const own = [
      '\ufeff# our people',
      'people:   # by rank',
      "- {name: 'گلنار ناکجاآبادی' , email: GOLNAR@example.ir, post: مشاور}",
      '# no number yet',
      '- رهگذر خیالی',
      '',
      '# the end',
      '',
    ].join('\r\n')
    desk.put('people.yaml', own)
    desk.put('guests.xlsx', await workbook(table))
    const ended = await run('import', 'guests.xlsx', '--json')
    expect(ended.code).toBe(0)
    const differing = told(ended).filter(({ code }) => code.startsWith('people/'))
    expect(differing.map(({ code, severity, file, line }) => [code, severity, file, line])).toEqual([
      ['people/untold', 'warning', 'people.yaml', 3],
      ['people/differs', 'warning', 'people.yaml', 3],
      ['people/untold', 'warning', 'people.yaml', 3],
      ['people/untold', 'warning', 'people.yaml', 3],
      ['people/untold', 'warning', 'people.yaml', 3],
      ['people/differs', 'warning', 'people.yaml', 3],
    ])
    const added = [
      '- name: سهراب نمونه\u200cکار',
      '  honorific: جناب آقای دکتر',
      '  post: مدیرکل',
      '  body: شرکت فرضی',
      '  email: "sohrab@example.ir"',
      '  ceiling: confidential',
      '  groups: [شورا, مدیران]',
      '  language: fa',
      '',
    ].join('\r\n')
    expect(read('people.yaml')).toBe(own.replace('- رهگذر خیالی\r\n', `- رهگذر خیالی\r\n${added}`))
    expect(noBook()).toBe(true)
  })

  test('what differs is said in words', async () => {
    desk.put(bookName, 'اشخاص:\n  - { نام: نمونه, سمت: مدیر }\n')
    desk.put('guests.csv', 'نام,سمت,تلفن\nنمونه,دبیر,۰۲۱۵۵۵\n')
    const { code, stdout, stderr } = await run('import', 'guests.csv', '--lang', 'fa')
    expect([code, stdout]).toEqual([0, ''])
    expect(stderr).toContain('data/people.yaml:2:')
    expect(stderr).toContain('ستون «سمت» از سطر ۲ جدول «دبیر» است و دفترچه «مدیر»؛ دفترچه همان ماند.')
    expect(stderr).toContain('ستون «تلفن» از سطر ۲ جدول «۰۲۱۵۵۵» است و دفترچه چیزی نگفته است')
    expect(stderr).toContain('⟦مدیر⟧')
  })

  test('two tables at once lose nobody', async () => {
    const names = ['الف', 'ب', 'پ', 'ت']
    for (const name of names) desk.put(`${name}.csv`, `نام\nنمونهٔ ${name}\n`)
    const ended = await Promise.all(names.map((name) => run('import', `${name}.csv`)))
    expect(ended.map(({ code }) => code)).toEqual([0, 0, 0, 0])
    expect((await listed()).map(({ name }) => name).toSorted()).toEqual(
      names.map((name) => `نمونهٔ ${name}`).toSorted(),
    )
  })

  test.each([
    ['faults', 'people: [{ name: x, tel: 1 }]\n', 'field/unknown'],
    ['people that are no list', 'people: x\n', 'people/not-a-list'],
  ])('a book with %s is not written into', async (_, book, code) => {
    desk.put(bookName, book)
    desk.put('guests.csv', csv(table))
    const ended = await run('import', 'guests.csv')
    expect([ended.code, ended.stdout]).toEqual([1, ''])
    expect(ended.stderr).toContain(code)
    expect(read()).toBe(book)
  })

  test('a book of more people than a list may have is not written', async () => {
    const rows = Array.from({ length: 2001 }, (_, index) => `نمونهٔ شمارهٔ ${index}`)
    desk.put('guests.csv', `نام\n${rows.join('\n')}\n`)
    expect(errorsOf(await run('import', 'guests.csv', '--json'))).toEqual(['list/too-long'])
    expect(noBook()).toBe(true)
  })

  test.each([
    ['x.csv', 'الف,ب\n1,2\n', 'people/no-heading'],
    ['y.csv', 'نام,نام\nالف,ب\n', 'import/column-twice'],
    ['z.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'import/old-workbook'],
  ])('%s is refused', async (name, content, code) => {
    desk.put(name, content)
    const ended = await run('import', name)
    expect([ended.code, ended.stdout]).toEqual([1, ''])
    expect(ended.stderr).toContain(code)
  })
})

describe('the list', () => {
  test('is a table of everyone, with the columns that say something', async () => {
    desk.put('guests.csv', csv(table))
    await run('import', 'guests.csv')
    const { stdout } = await run('--lang', 'fa')
    expect(stdout.split('\n').map((line) => line.split(/ {2,}/).filter(Boolean))).toEqual([
      ['نام', 'سمت', 'دستگاه', 'گروه\u200cها', 'سقف طبقه\u200cبندی', 'رایانامه'],
      [
        '۱',
        'جناب آقای دکتر سهراب نمونه\u200cکار',
        'مدیرکل',
        'شرکت فرضی',
        'شورا، مدیران',
        'محرمانه',
        'sohrab@example.ir',
      ],
      ['۲', 'سرکار خانم گلنار ناکجاآبادی', 'دبیر', 'انجمن خیالی', 'شورا', 'عادی', 'golnar@example.ir'],
      [],
    ])
    desk.put(bookName, 'people: [x, y]\n')
    expect((await run()).stdout).toBe('   name\n1  x\n2  y\n')
  })

  test('of no book is empty, and of two a fault', async () => {
    const none = await run()
    expect([none.code, none.stdout]).toEqual([0, ''])
    expect(none.stderr).toContain('people/none')
    desk.put(bookName, 'people: [x]\n')
    desk.put('people.yaml', 'people: [y]\n')
    expect(errorsOf(await run('--json'))).toEqual(['people/two-files'])
  })

  test.each([[['--dry-run']], [['export']], [['import']], [['import', 'a.csv', 'b.csv']], [['--out', 'x']]])(
    '%j is refused',
    async (args) => {
      expect(await run(...args)).toMatchObject({ code: 2, stdout: '' })
    },
  )
})

test('the address book is no meeting to the other commands', async () => {
  desk.put(bookName, 'people:\n  - name: x\n    note: |\n      جلسه: شنبه\u200cها\n')
  desk.put(
    'data/m.yaml',
    'meeting: { title: نشست نمونه, status: final, date: 1405/02/01 }\nresolutions: [{ id: r-1, text: y }]\n',
  )
  const { code, stdout } = await desk.run(['follow-up', 'list', '--json'])
  expect(code).toBe(0)
  expect(JSON.parse(stdout)).toMatchObject({ resolutions: [{ id: 'r-1' }], faults: [] })
})

test('check knows the address book, and tells its faults at their places', async () => {
  desk.put(bookName, 'people: [x]\n')
  desk.put('people.yaml', 'اشخاص:\n  - { نام: y, زبان: آلمانی }\n')
  desk.put('data/m.yaml', 'meeting: { title: نشست نمونه }\n')
  expect(errorsOf(await desk.run(['check', bookName, 'data/m.yaml', '--json']))).toEqual([])
  expect(errorsOf(await desk.run(['check', 'people.yaml', '--json']))).toEqual(['2:21 choice/unknown'])
})
