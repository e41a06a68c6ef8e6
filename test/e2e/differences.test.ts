// What changed between two files, figures that two files tell differently, and minutes begun from a briefing.
import { copyFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { DiffReport } from '../../src/paper/differences/report.ts'
import { Desk, errorsOf, root, told } from './cli.ts'
import type { Ended } from './cli.ts'

const desk = new Desk()
const data = join(root, 'test/data')
beforeAll(() => {
  desk.put('jalaseh.yaml', 'office: { lines: [دستگاه نمونه] }\n')
  for (const name of ['follow-up.yaml', 'follow-up-previous.yaml'])
    copyFileSync(join(data, name), join(desk.folder, name))
})
afterAll(() => desk[Symbol.dispose]())

const files = ['follow-up-previous.yaml', 'follow-up.yaml'] as const
const reportOf = ({ stdout }: Ended): DiffReport => JSON.parse(stdout) as DiffReport
const read = (name: string): string => readFileSync(join(desk.folder, name), 'utf8')

describe('diff', () => {
  test('says for programs what became of each resolution and figure', async () => {
    const ended = await desk.run(['diff', ...files, '--json'])
    const { same, resolutions, figures, head, tables } = reportOf(ended)
    expect([ended.code, same]).toEqual([0, false])
    const kinds = Object.entries(Object.groupBy(resolutions, ({ change }) => change))
    expect(kinds.map(([kind, rows]) => [kind, rows?.map(({ id }) => id ?? '-')])).toEqual([
      ['fresh', ['11-1', '11-2', '11-3', '11-4']],
      ['closed', ['9-3', '9-4', '-']],
      ['slipped', ['9-1', '9-2', '10-1']],
      ['dropped', ['10-3']],
    ])
    expect(resolutions.find(({ id }) => id === '9-1')).toMatchObject({
      days: 60,
      before: { due: '1405/07/30', progress: '40' },
      now: { due: '1405/09/30', progress: '62.5', status: 'in-progress' },
      fields: [
        { field: 'cooperating', now: 'ادارهٔ کل نمونهٔ راه' },
        { field: 'credit.absorbed', before: '30 میلیارد تومان', now: '45 میلیارد تومان' },
      ],
    })
    expect(figures.find(({ key, of }) => key === 'exports' && of === 'value')).toMatchObject({
      change: 'moved',
      before: '210',
      now: '372',
      difference: '162',
      unit: 'میلیون دلار',
      periodBefore: '5 ماههٔ نخست سال 1405',
      period: '8 ماههٔ نخست سال 1405',
    })
    expect(figures.filter(({ change }) => change === 'lost').map(({ label }) => label)).toEqual([
      'ظرفیت انبار',
    ])
    expect(head).toContainEqual({ field: 'session', label: 'session', before: '10', now: '11' })
    expect(tables.find(({ table }) => table === 'bodies')?.rows).toEqual([
      { change: 'added', name: 'گمرک نمونهٔ مرز', fields: [] },
    ])
  })

  test.each([
    [
      'fa',
      [
        'مصوبات عقب\u200cافتاده (۳)',
        'مهلت از ۱۴۰۵/۰۷/۳۰ به ۱۴۰۵/۰۹/۳۰: ۶۰ روز دیرتر',
        'از ۲۱۰ (۵ ماههٔ نخست سال ۱۴۰۵) به ۳۷۲ میلیون دلار (۸ ماههٔ نخست سال ۱۴۰۵)، +۱۶۲',
      ],
    ],
    [
      'en',
      [
        'slipped resolutions (3)',
        'due from 1405/07/30 to 1405/09/30: 60 days later',
        'from 340 (1405/06/10) to 428 فقره (1405/08/30), +88, 25.9%',
      ],
    ],
  ])('and for people, in %s', async (lang, wanted) => {
    const { code, stdout, stderr } = await desk.run(['diff', ...files, '--lang', lang])
    expect([code, stderr]).toEqual([0, ''])
    for (const words of wanted) expect(stdout).toContain(words)
    expect(stdout).not.toMatch(/undefined|\[object|NaN|~/)
  })

  test('tells two amounts apart to their last digit', async () => {
    const row = (amount: string): string => `meeting: x\nasks: [{ text: y, amount: ${amount} تومان }]\n`
    desk.put('a.yaml', row('1231456789'))
    desk.put('b.yaml', row('1231456788'))
    const [fields] = reportOf(await desk.run(['diff', 'a.yaml', 'b.yaml', '--json'])).tables.map(
      ({ rows }) => rows[0]?.fields,
    )
    expect(fields?.map(({ before, now }) => [before, now])).toEqual([
      ['یک میلیارد و 231 میلیون و 456 هزار و 789 تومان', 'یک میلیارد و 231 میلیون و 456 هزار و 788 تومان'],
    ])
  })

  test('knows a resolution without an id by the file and the number that later minutes name', async () => {
    desk.put('m-1.yaml', 'meeting: { title: x, date: 1405/01/05 }\nresolutions: [یک, دو]\n')
    desk.put(
      'm-2.yaml',
      'meeting: { title: x, date: 1405/02/05 }\nfollowups: [{ id: m-1/2, status: done }]\nresolutions: [یک]\n',
    )
    const { resolutions } = reportOf(await desk.run(['diff', 'm-1.yaml', 'm-2.yaml', '--json']))
    expect(resolutions.map(({ change, id, text }) => [change, id, text])).toEqual([['closed', 'm-1/2', 'دو']])
  })

  test('shows the words that are others', async () => {
    desk.put('a.yaml', 'meeting: x\nbackground: [خط انتقال آب شهرک صنعتی نمونه ساخته می‌شود]\n')
    desk.put('b.yaml', 'meeting: x\nbackground: [خط انتقال گاز شهرک صنعتی نمونه ساخته مي شود]\n')
    const { stdout } = await desk.run(['diff', 'a.yaml', 'b.yaml', '--lang', 'fa'])
    expect(stdout).toContain('متن: خط انتقال [-آب-] {+گاز+} شهرک صنعتی نمونه ساخته')
  })

  test('is the same tomorrow: a file of the past is judged by its own day', async () => {
    const at = (epoch: string): Promise<Ended> =>
      desk.run(['diff', ...files, '--json'], { SOURCE_DATE_EPOCH: epoch })
    const [soon, late] = [await at('1796000000'), await at('1896000000')]
    expect(late.stdout).toBe(soon.stdout)
  })

  test('reads papers for archives, and finds what a file has lost since it was printed', async () => {
    const built = await desk.run(['build', 'follow-up.yaml', '--kind', 'card', '--archival'])
    expect(built.code).toBe(0)
    const paper = 'out/follow-up/card.pdf'
    expect(reportOf(await desk.run(['diff', paper, 'follow-up.yaml', '--json'])).same).toBe(true)
    desk.put(
      'changed.yaml',
      read('follow-up.yaml').replace('value: 428', 'value: 482').replace('نمونهٔ دو', 'نمونهٔ سه'),
    )
    const { head, figures, before } = reportOf(await desk.run(['diff', paper, 'changed.yaml', '--json']))
    expect(before.file).toBe(`${paper}/follow-up.yaml`)
    expect(figures.map(({ key, before: was, now }) => [key, was, now])).toEqual([['permits', '428', '482']])
    expect(head.map(({ field }) => field)).toEqual(['secretary'])
  })

  test('prints the paper of changes where build would', async () => {
    desk.put('other.yaml', read('follow-up.yaml').replace(/ {2}previous:.*\n/, ''))
    const { code, stdout } = await desk.run([
      'diff',
      'follow-up-previous.yaml',
      'other.yaml',
      '--paper',
      '--out',
      'papers',
    ])
    expect([code, stdout.trimEnd().split('\n').at(-1)]).toEqual([0, 'papers/other/changes.pdf'])
    expect(desk.has('papers/other/changes.pdf')).toBe(true)
  })
})

describe('diff refuses', () => {
  const codes = async (...args: string[]): Promise<[number, string[]]> => {
    const ended = await desk.run(['diff', ...args, '--json'])
    return [ended.code, errorsOf(ended)]
  }

  test('a file that is not there, or has faults, and says all of them', async () => {
    desk.put('bad.yaml', 'meeting: { title: x, date: 1405/13/01 }\n')
    expect(await codes('none.yaml', 'bad.yaml')).toEqual([
      1,
      ['source/missing', expect.stringMatching(/date\//)],
    ])
  })

  test('a paper without a source, and what is no paper', async () => {
    desk.put('foreign.pdf', '%PDF-1.4\nnothing\n')
    desk.put('text.pdf', 'nothing')
    await desk.run(['build', 'follow-up.yaml', '--kind', 'card', '--out', 'plain'])
    expect(await codes('plain/follow-up/card.pdf', 'follow-up.yaml')).toEqual([1, ['extract/none']])
    expect(await codes('follow-up.yaml', 'foreign.pdf')).toEqual([1, ['verify/foreign']])
    expect(await codes('follow-up.yaml', 'text.pdf')).toEqual([1, ['verify/not-pdf']])
  })

  test('one file, or three', async () => {
    for (const args of [['a.yaml'], ['a.yaml', 'b.yaml', 'a.yaml']])
      expect((await desk.run(['diff', ...args])).code).toBe(2)
  })
})

describe('check', () => {
  const row = (value: number, period = '۶ ماههٔ نخست ۱۴۰۵'): string =>
    `statistics:\n  - { label: صادرات, key: e, unit: دلار, value: ${value}, period: ${period}, source: گزارش آماری }\n`
  const head = 'meeting:\n  title: x\n  date: 1405/09/01\n'
  const column = row(12).split('\n')[1]!.indexOf('12') + 1
  const across = async (desk: Desk, ...names: string[]): Promise<string[]> => {
    const ended = await desk.run(['check', ...names, '--json'])
    expect(ended.code).toBe(0)
    const { faults } = JSON.parse(ended.stdout) as {
      faults: {
        code: string
        file?: string
        line?: number
        column?: number
        values: Record<string, string>
      }[]
    }
    return faults
      .filter(({ code }) => code === 'statistic/contradiction-across' || code === 'statistic/not-compared')
      .map(({ file, line, column, values }) =>
        values.place === undefined
          ? `not compared: ${values.count}`
          : `${file}:${line}:${column} ${values.first} ≠ ${values.second} ${values.place}`,
      )
  }

  test('names both places of two values for one period, wherever the files of the workspace lie', async () => {
    using own = new Desk()
    own.put('jalaseh.yaml', 'class: normal\n')
    own.put('data/1.yaml', head + row(12))
    own.put('2.yaml', `${head}\n${row(13)}`)
    own.put('data/3.yaml', head + row(14, '۷ ماههٔ نخست ۱۴۰۵'))
    expect(await across(own, '2.yaml', 'data/3.yaml')).toEqual([
      `2.yaml:6:${column} 13 ≠ 12 data/1.yaml:5:${column}`,
    ])
  })

  test('says nothing where one file is alone, or no workspace', async () => {
    using own = new Desk()
    own.put('1.yaml', head + row(12))
    own.put('2.yaml', head + row(13))
    expect(await across(own, '1.yaml')).toEqual([])
    own.put('alone/jalaseh.yaml', 'class: normal\n')
    own.put('alone/1.yaml', head + row(12))
    expect(await across(own, 'alone/1.yaml')).toEqual([])
  })

  test('leaves faults of other files to them, and stops reading where there are too many', async () => {
    using own = new Desk()
    own.put('jalaseh.yaml', 'class: normal\n')
    own.put('data/000.yaml', head + row(12))
    own.put('data/999.yaml', `${head}  nonsense: x\n${row(13)}`)
    own.put('data/notes.yaml', 'statistics: none\n')
    own.put('here.yaml', head + row(14))
    expect(await across(own, 'here.yaml')).toEqual([
      `here.yaml:5:${column} 14 ≠ 12 data/000.yaml:5:${column}`,
    ])
    for (let n = 1; n <= 60; n++) own.put(`data/${String(n).padStart(3, '0')}.yaml`, head + row(14))
    expect(await across(own, 'here.yaml')).toEqual(['not compared: 2'])
  })
})

describe('new minutes', () => {
  test('are checked and built as they are, and are not written twice', async () => {
    const begun = await desk.run(['new', 'minutes', '--from', 'follow-up.yaml'])
    expect([begun.code, begun.stdout]).toEqual([0, 'follow-up-minutes.yaml\n'])
    const checked = await desk.run(['check', 'follow-up-minutes.yaml', '--json'])
    expect([checked.code, errorsOf(checked)]).toEqual([0, []])
    const built = await desk.run(['build', 'follow-up-minutes.yaml', '--kind', 'minutes', '--json'])
    expect([built.code, errorsOf(built)]).toEqual([0, []])
    const again = await desk.run(['new', 'minutes', '--from', 'follow-up.yaml'])
    expect([again.code, again.stderr]).toEqual([2, expect.stringContaining('output/exists')])
    const named = await desk.run(['new', 'minutes', 'eleventh', '--from', 'follow-up.yaml'])
    expect(named.stdout).toBe('eleventh.yaml\n')
  })

  test('ask about what is open in the other files of the workspace, too', () => {
    const ids = [...read('follow-up-minutes.yaml').matchAll(/^ {2}- id: (\S+)$/gm)].map(([, id]) => id)
    expect(ids.filter((id) => !id?.startsWith('"')).toSorted()).toEqual(['10-1', '10-3', '9-1', '9-2'])
  })

  test('lie beside their briefing', async () => {
    desk.put('deep/b.yaml', 'جلسه: x\n')
    expect((await desk.run(['new', 'minutes', '--from', 'deep/b.yaml'])).stdout).toBe('deep/b-minutes.yaml\n')
  })

  test.each([
    [['--from', 'none.yaml'], 1, 'source/missing'],
    [['--from', 'broken.yaml'], 1, 'field/unknown'],
    [['../up', '--from', 'a.yaml'], 2, 'output/name'],
    [[], 2, 'usage/option'],
  ])('are not begun by %j', async (args, code, fault) => {
    desk.put('broken.yaml', 'meeting: { titel: x }\n')
    const ended = await desk.run(['new', 'minutes', ...args])
    expect([ended.code, ended.stdout]).toEqual([code, ''])
    expect(ended.stderr).toContain(fault)
    expect(desk.has('../up.yaml')).toBe(false)
  })
})

test('a fault is told once, with its file', async () => {
  desk.put('bad.yaml', 'meeting: { title: x, date: 1405/13/01 }\n')
  const ended = await desk.run(['diff', 'bad.yaml', 'follow-up.yaml', '--json'])
  expect(told(ended).map(({ file, line }) => [file, line])).toEqual([['bad.yaml', 1]])
})
