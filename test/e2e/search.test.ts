// `jalaseh search`: what a person and a program are answered, and an index that many use, break and kill.
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { everywhere, syntheticMinutes } from '../bench/minutes.ts'
import { Desk, root, told } from './cli.ts'
import type { Ended } from './cli.ts'

interface Answer {
  total: number
  sort: string
  results: {
    file: string
    pdf: string | null
    kind: string
    hits: { path: string; text: string; marks: [number, number][] }[]
  }[]
  index: { read: number; removed: number }
}

let desk: Desk
beforeEach(() => {
  desk = new Desk()
  desk.put('jalaseh.yaml', 'office: { lines: [دستگاه نمونه] }\n')
})
afterEach(() => desk[Symbol.dispose]())

const example = readFileSync(join(root, 'data/export-working-group.yaml'), 'utf8')
const minimal = readFileSync(join(root, 'data/minimal.yaml'), 'utf8')
const search = (...args: string[]): Promise<Ended> => desk.run(['search', ...args])
const json = ({ stdout }: Ended): Answer => JSON.parse(stdout) as Answer
const asked = async (...args: string[]): Promise<Answer> => json(await search(...args, '--json'))
const files = ({ results }: Answer): string[] => results.map(({ file }) => file).toSorted()
const catalogue = (): string => join(desk.folder, 'archive/catalogue.sqlite')
const codes = (ended: Ended): string[] => told(ended).map(({ code }) => code)

describe('an answer', () => {
  test('shows each document, and what was found in it as it was written', async () => {
    desk.put('data/export.yaml', example)
    const { code, stdout, stderr } = await search('كارت', 'بازرگاني', '--lang', 'fa')
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toContain('یافته: ۱\n')
    expect(stdout).toContain('  data/export.yaml\n')
    expect(stdout).toContain('آمار ۲: صدور ⟦کارت⟧ ⟦بازرگانی⟧\n')
  })

  test('for a program has the same, with the places', async () => {
    desk.put('data/export.yaml', example)
    const { total, results } = await asked('«کارت بازرگانی»')
    expect(total).toBe(1)
    const [hit] = results[0]!.hits
    expect(hit!.path).toBe('statistics.1.label')
    expect(hit!.marks.map(([start, end]) => hit!.text.slice(start, end))).toEqual(['کارت بازرگانی'])
  })

  test('leaves out what has a minus', async () => {
    desk.put('data/export.yaml', example)
    desk.put('minimal.yaml', minimal)
    expect(files(await asked('پروانه', '-صادرات'))).toEqual(['minimal.yaml'])
    expect(files(await asked('استان', '-پروانه'))).toEqual(['data/export.yaml'])
  })

  test('is found from a folder inside, too, and the index lies in the archive', async () => {
    desk.put('minimal.yaml', minimal)
    desk.put('data/x.txt', '')
    const { stdout } = await desk.run(['search', 'آشنایی', '--json', '--lang', 'en'])
    expect(json({ stdout } as Ended).total).toBe(1)
    expect(desk.has('archive/catalogue.sqlite')).toBe(true)
  })

  test('of nothing says so', async () => {
    desk.put('minimal.yaml', minimal)
    expect(await search('نیست', '--lang', 'fa')).toMatchObject({ code: 0, stdout: 'چیزی یافت نشد.\n' })
  })
})

describe('a question', () => {
  test.each([
    [[], 'search/nothing'],
    [['«» -'], 'search/nothing'],
    [['a', '--status', 'خوب'], 'choice/unknown'],
    [['a', '--from', '1404/13'], 'date/impossible'],
    [['a', '--to', '2026/01/01'], 'date/gregorian'],
    [['a', '--to', '9999'], 'date/format'],
    [['a', '--body', '«»'], 'usage/option'],
    [['a', '--person', ''], 'usage/option'],
    [['a', '--sort', 'best'], 'usage/option'],
    [['a', '--limit', '0'], 'usage/option'],
    [['a', '--kind', 'minuets'], 'search/kind'],
  ])('%j cannot be asked', async (args, code) => {
    desk.put('minimal.yaml', minimal)
    const ended = await search(...args, '--json')
    expect([ended.code, codes(ended)]).toEqual([2, [code]])
  })

  test('where there is nothing to search is told, and nothing is made', async () => {
    desk.put('notes.txt', '')
    const other = new Desk()
    try {
      const ended = await other.run(['search', 'سقف', '--json'])
      expect([ended.code, codes(ended), other.files()]).toEqual([2, ['search/no-minutes'], []])
    } finally {
      other[Symbol.dispose]()
    }
  })

  test('of common words is answered by the newest, and said', async () => {
    desk.put('data/export.yaml', example)
    const ended = await search('و', 'از', '--json')
    expect([ended.code, codes(ended), json(ended).sort, json(ended).total]).toEqual([
      0,
      ['search/common'],
      'new',
      1,
    ])
  })

  test('of ten kilobytes is asked as far as it goes', async () => {
    desk.put('data/export.yaml', example)
    const ended = await search(`صادرات ${'استان کارت '.repeat(800)}${'w1 w2 '.repeat(300)}`, '--json')
    expect(ended.code).toBe(0)
    const word = await search('x'.repeat(10_000), '--json')
    expect([word.code, codes(word)]).toEqual([2, ['search/too-long']])
  })
})

describe('the index', () => {
  const many = 400
  const put = (count = many): void => {
    for (let number = 0; number < count; number++) desk.put(`data/m-${number}.yaml`, syntheticMinutes(number))
  }
  /** Every document once, and full text that agrees with itself. */
  const sound = (): void => {
    using database = new DatabaseSync(catalogue())
    database.exec("insert into search_index (search_index) values ('integrity-check')")
    const count = (sql: string): unknown => Object.values(database.prepare(sql).get()!)[0]
    expect(count('pragma integrity_check')).toBe('ok')
    expect(count('select count(*) from search_document')).toBe(many)
    expect(count('select count(distinct path) from search_document')).toBe(many)
    expect(count('select count(*) from search_text')).toBe(many)
    expect(count(`select count(*) from search_index where search_index match '"${everywhere}"'`)).toBe(many)
  }

  test('reads only what changed', async () => {
    put(20)
    expect((await asked(everywhere)).index.read).toBe(21)
    await pause(2200)
    await asked(everywhere)
    desk.put('data/m-3.yaml', minimal)
    const { index, total } = await asked(everywhere)
    expect([index.read, total]).toEqual([1, 19])
  })

  test('is made by several at once', async () => {
    put()
    const answers = await Promise.all(Array.from({ length: 3 }, () => search(everywhere, '--json')))
    expect(answers.map(({ code }) => code)).toEqual([0, 0, 0])
    expect(answers.map((ended) => json(ended).total)).toEqual([many, many, many])
    sound()
  })

  test('is made to its end whenever it was killed', async () => {
    put()
    for (const milliseconds of [250, 400, 550, 700, 850, 1000, 1300, 1600]) {
      const { child, ended } = desk.start(['search', everywhere, '--json'])
      await pause(milliseconds)
      child.kill('SIGKILL')
      await ended
    }
    expect((await asked(everywhere)).total).toBe(many)
    sound()
  })

  test('that is garbage is made anew, by several at once, too', async () => {
    put()
    await search(everywhere)
    writeFileSync(catalogue(), 'garbage '.repeat(9999))
    const answers = await Promise.all(Array.from({ length: 2 }, () => search(everywhere, '--json')))
    expect(answers.map((ended) => json(ended).total)).toEqual([many, many])
    expect(answers.flatMap(codes)).toContain('catalogue/rebuilt')
    sound()
  })

  test('of which a part is broken is made anew once that shows', async () => {
    put()
    await search(everywhere)
    const content = readFileSync(catalogue())
    content.fill(0x5a, 100_000, content.length)
    writeFileSync(catalogue(), content)
    const ended = await search(everywhere, '--json')
    expect([ended.code, codes(ended), json(ended).total]).toEqual([0, ['catalogue/rebuilt'], many])
    sound()
  })

  test('of a later program is left alone', async () => {
    desk.put('minimal.yaml', minimal)
    await search('آشنایی')
    using database = new DatabaseSync(catalogue())
    database.exec('update catalogue_schema set version = 99')
    database.close()
    const ended = await search('آشنایی', '--json')
    expect([ended.code, codes(ended)]).toEqual([2, ['catalogue/newer']])
  })

  test('for which the disk is too small is told, and made once there is room', async () => {
    put()
    // Files may have a megabyte or two, by the shell's block.
    const limited = ['-c', 'ulimit -f 2000; exec "$0" "$@"', process.execPath, join(root, 'src/cli.ts')]
    const { status, stdout } = spawnSync('sh', [...limited, 'search', everywhere, '--json'], {
      cwd: desk.folder,
      encoding: 'utf8',
    })
    expect([status, codes({ stdout } as Ended)]).toEqual([2, ['catalogue/unwritable']])
    expect((await asked(everywhere)).total).toBe(many)
    sound()
  })

  test('that cannot be written is told', async () => {
    desk.put('minimal.yaml', minimal)
    desk.put('archive', '')
    const ended = await search('آشنایی', '--json')
    expect([ended.code, codes(ended)]).toEqual([2, ['catalogue/unwritable']])
  })
})

test('an archived paper is found by its PDF, and a working copy of it is not listed beside it', async () => {
  desk.put('data/forms.yaml', readFileSync(join(root, 'test/data/forms.yaml'), 'utf8'))
  expect((await asked('جلسه')).results.map(({ kind }) => kind)).toEqual(['data'])
  expect(await desk.run(['archive', 'add', 'data/forms.yaml'])).toMatchObject({ code: 0 })
  const { results } = await asked('جلسه')
  expect(results).toMatchObject([
    { kind: 'minutes', pdf: expect.stringMatching(/^archive\/.*\/minutes\.pdf$/) },
  ])
  expect(desk.has(results[0]!.pdf!)).toBe(true)
  expect(desk.has(results[0]!.file)).toBe(true)
})
