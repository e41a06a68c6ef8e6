// Packs for many at once: all, a group, one; what is unchanged stays; a run that is killed or stopped goes on where it was.
import { readFileSync, readdirSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { browsers, Desk, errorsOf, root, told, until } from './cli.ts'
import type { Ended, Running } from './cli.ts'
import {
  bare,
  changedSince,
  council,
  edit,
  listed,
  meetingText,
  packs,
  pagesOf,
  recipients,
  setUp,
  state,
  strayEntries,
  wordsOf,
} from './packs.ts'
import type { Entry } from './packs.ts'

const start = (desk: Desk, args: string[], env?: Record<string, string>): Running =>
  desk.start(['pack', 'data/m.yaml', ...args], env)
const run = (desk: Desk, ...args: string[]): Promise<Ended> => start(desk, args).ended
const codes = (ended: Ended): string[] => told(ended).map(({ code }) => code)
const pdfs = (desk: Desk): string[] =>
  readdirSync(join(desk.folder, packs)).filter((name) => name.endsWith('.pdf'))
/** In an answer it is shown from the current folder, in the list from that of the packs. */
const fileOf = ({ files }: Entry): string => basename(files[0]!.name)
const readPack = (desk: Desk, name: string): Buffer => readFileSync(join(desk.folder, packs, name))

/** Whether a browser was seen while a command ran. */
async function watched(desk: Desk, running: Running): Promise<{ ended: Ended; browser: boolean }> {
  let browser = false
  let isOver = false
  void running.ended.finally(() => (isOver = true))
  while (!isOver) {
    browser ||= browsers(desk.temporary).length > 0
    await pause(15)
  }
  return { ended: await running.ended, browser }
}

describe('forty recipients', { timeout: 180_000 }, () => {
  let desk: Desk
  let first: { ended: Ended; browser: boolean }
  let before: Map<string, string>
  beforeAll(async () => {
    desk = new Desk()
    setUp(desk)
    first = await watched(desk, start(desk, ['--for', 'all', '--lang', 'en']))
    before = state(desk)
  }, 180_000)
  afterAll(() => desk[Symbol.dispose]())

  test('get a pack each, as the list says', async () => {
    expect(first).toMatchObject({ ended: { code: 0 }, browser: true })
    expect(first.ended.stderr).toContain(`${recipients} packs made\n`)
    const { packs: entries, failed, edition } = listed(desk)
    expect(entries.map(({ copy }) => copy)).toEqual(Array.from({ length: recipients }, (_, n) => n + 1))
    expect(entries.map(fileOf).toSorted()).toEqual(pdfs(desk).toSorted())
    expect({ failed, edition }).toEqual({ failed: [], edition: 1 })
    expect(await strayEntries(desk)).toEqual([])
    expect(first.ended.stdout.trim().split('\n')).toEqual(entries.map((entry) => `${packs}/${fileOf(entry)}`))
    expect(desk.leftovers()).toEqual([])
  })

  test('see what their class allows, and their own name', async () => {
    const [one, two, three] = listed(desk).packs as [Entry, Entry, Entry]
    expect([one, two, three].map(({ class: level }) => level)).toEqual(['confidential', 'secret', 'normal'])
    const texts = await Promise.all([one, two, three].map((entry) => wordsOf(readPack(desk, fileOf(entry)))))
    const seen = (word: string): boolean[] => texts.map((text) => text.includes(bare(word)))
    expect(seen('سخن برای همگان')).toEqual([true, true, true])
    expect(seen('سخن محرمانهٔ نمونه')).toEqual([true, true, false])
    expect(seen('annex open')).toEqual([true, true, true])
    expect(seen('annex closed')).toEqual([false, true, false])
    for (const [index, { name }] of [one, two, three].entries()) expect(texts[index]).toContain(bare(name))
  })

  test('are left alone by a second run, which starts no browser', async () => {
    const { ended, browser } = await watched(desk, start(desk, ['--for', 'all', '--lang', 'en']))
    expect(ended).toMatchObject({ code: 0, stdout: first.ended.stdout })
    expect(ended.stderr).toContain(`0 packs made; ${recipients} unchanged\n`)
    expect(browser).toBe(false)
    expect(state(desk)).toEqual(before)
  })

  test('have the same copy when only they are asked for', async () => {
    const { ended, browser } = await watched(desk, start(desk, ['--for', 'r7', '--json']))
    const { packs: entries, kept } = JSON.parse(ended.stdout) as { packs: Entry[]; kept: number }
    expect(entries).toMatchObject([{ copy: 7, name: listed(desk).packs[6]!.name }])
    expect({ kept, browser }).toEqual({ kept: 1, browser: false })
    expect(state(desk)).toEqual(before)
    rmSync(join(desk.folder, packs, fileOf(entries[0]!)))
    expect((await run(desk, '--for', 'r7')).code).toBe(0)
    expect(listed(desk).packs[6]).toMatchObject({ copy: 7 })
    expect(changedSince(before, desk).toSorted()).toEqual([fileOf(entries[0]!), 'manifest.json'])
    expect(listed(desk).packs).toHaveLength(recipients)
    expect(await strayEntries(desk)).toEqual([])
    before = state(desk)
  })

  test('stay in the list beside a group of the address book', async () => {
    const ended = await run(desk, '--for', 'شورا', '--json')
    expect(ended.code).toBe(0)
    const { packs: entries } = listed(desk)
    expect(entries.slice(recipients)).toMatchObject(
      council.map((name, n) => ({ copy: recipients + 1 + n, name, class: 'confidential' })),
    )
    expect(changedSince(before, desk).toSorted()).toEqual(
      [...entries.slice(recipients).map(fileOf), 'manifest.json'].toSorted(),
    )
    expect(await strayEntries(desk)).toEqual([])
    // Nor are these left over from an earlier run to all the others.
    before = state(desk)
    expect(codes(await run(desk, '--for', 'all', '--json'))).not.toContain('paper/stale')
    expect(state(desk)).toEqual(before)
  })

  test('of whom one has another post: his pack alone is made again', async () => {
    edit(desk, 'data/m.yaml', 'post: سمت ج,', 'post: سمت تازه,')
    const ended = await run(desk, '--for', 'all', '--json')
    expect(ended.code).toBe(0)
    expect(changedSince(before, desk)).toEqual([fileOf(listed(desk).packs[4]!), 'manifest.json'])
    before = state(desk)
  })

  test('of whom one has another address: no pack is made again, and the list says it', async () => {
    edit(desk, 'data/m.yaml', 'r6@example.ir', 'new@example.ir')
    const { ended, browser } = await watched(desk, start(desk, ['--for', 'all', '--json']))
    expect({ code: ended.code, browser }).toEqual({ code: 0, browser: false })
    expect(changedSince(before, desk)).toEqual(['manifest.json'])
    expect(listed(desk).packs[5]).toMatchObject({ address: 'new@example.ir' })
    before = state(desk)
  })

  test('of whom some may see what was changed: theirs are made again', async () => {
    edit(desk, 'data/m.yaml', 'سخن محرمانهٔ نمونه', 'سخن محرمانهٔ دیگر')
    expect((await run(desk, '--for', 'all')).code).toBe(0)
    const theirs = listed(desk).packs.filter(
      ({ copy, clearance }) => copy <= recipients && clearance !== 'normal',
    )
    expect(theirs.length).toBeGreaterThan(20)
    expect(changedSince(before, desk).toSorted()).toEqual([...theirs.map(fileOf), 'manifest.json'].toSorted())
    before = state(desk)
  })

  test.each([
    ['the settings', () => desk.put('jalaseh.yaml', 'office: { lines: [دستگاه دیگر] }\n')],
    ['a style', () => desk.put('templates/shared/office.css', 'p { letter-spacing: 0 }\n')],
    [
      'the font',
      () => {
        for (const [name, file] of [
          ['regular', 'Regular'],
          ['bold', 'Bold'],
        ] as const)
          desk.put(`fonts/${name}.woff2`, readFileSync(join(root, `fonts/Parastoo-${file}.woff2`)))
        desk.put('jalaseh.yaml', 'font: { regular: fonts/regular.woff2, bold: fonts/bold.woff2 }\n')
      },
    ],
  ])('all get another pack when it is %s that changed', async (_, change) => {
    change()
    expect((await run(desk, '--for', 'all')).code).toBe(0)
    const theirs = listed(desk).packs.filter(({ copy }) => copy <= recipients)
    expect(theirs).toHaveLength(recipients)
    expect(changedSince(before, desk).toSorted()).toEqual([...theirs.map(fileOf), 'manifest.json'].toSorted())
    before = state(desk)
  })

  test('of whom one is taken out: his pack is told and not deleted, and is in the list no more', async () => {
    const last = listed(desk).packs[recipients - 1]!
    edit(desk, 'data/m.yaml', `  - { to: r${recipients}, ceiling: محرمانه }\n`, '')
    const ended = await run(desk, '--for', 'all', '--json')
    expect(ended.code).toBe(0)
    const stale = told(ended).find(({ code }) => code === 'paper/stale') as unknown as {
      values: { files: string }
    }
    expect(stale.values.files).toContain(fileOf(last))
    expect(pdfs(desk)).toContain(fileOf(last))
    expect(listed(desk).packs.map(fileOf)).not.toContain(fileOf(last))
    expect(await strayEntries(desk)).toEqual([])
  })
})

describe('a run that ends early', { timeout: 180_000 }, () => {
  let desk: Desk
  beforeEach(() => {
    desk = new Desk()
    setUp(desk)
  })
  afterEach(() => desk[Symbol.dispose]())

  const journal = (): string => {
    try {
      return readFileSync(join(desk.folder, packs, '.journal.jsonl'), 'utf8')
    } catch {
      return ''
    }
  }
  const noted = (): number => journal().split('\n').filter(Boolean).length - 1
  /** Every pack that lies there opens. */
  async function expectWhole(): Promise<void> {
    for (const name of pdfs(desk)) expect(await pagesOf(readPack(desk, name)), name).toBeGreaterThan(3)
  }

  test('by kill -9 at any moment leaves whole packs, and goes on as it was asked', async () => {
    for (const moment of [0, 1, 9, 23]) {
      const running = start(desk, moment === 0 ? ['--for', 'all,شورا', '--fit'] : ['--resume'])
      await until(() => noted() >= moment)
      await pause(moment * 7)
      running.child.kill('SIGKILL')
      await running.ended
      await until(() => browsers(desk.temporary).length === 0)
      await expectWhole()
      expect(desk.has(`${packs}/manifest.json`)).toBe(false)
    }
    // What was half written when the process died.
    desk.put(`${packs}/.01-a.pdf.3f6b1b5e-4711-3d2c7b1f.tmp`, '%PDF-1.7 half')
    const there = state(desk)
    const done = noted()
    const ended = await run(desk, '--resume', '--json')
    expect(ended.code).toBe(0)
    const { packs: made, kept } = JSON.parse(ended.stdout) as { packs: Entry[]; kept: number }
    expect({ made: made.length, kept }).toEqual({ made: recipients + council.length, kept: done })
    const again = changedSince(there, desk).filter((name) => name.endsWith('.pdf'))
    // A pack that was written and not noted is made once more.
    expect(again.length).toBe(recipients + council.length - done)
    expect(await strayEntries(desk)).toEqual([])
    expect(readdirSync(join(desk.folder, packs)).toSorted()).toEqual(
      ['.lock', 'manifest.json', ...made.map(fileOf)].toSorted(),
    )
    expect(errorsOf(await run(desk, '--resume', '--json'))).toEqual(['pack/not-interrupted'])
    // As it had been asked: with pages fitted, too.
    const whole = state(desk)
    expect((await run(desk, '--for', 'all,شورا', '--fit')).code).toBe(0)
    expect(state(desk)).toEqual(whole)
  })

  test('of supplements goes on without their edition being named', async () => {
    expect((await run(desk, '--for', 'r1')).code).toBe(0)
    edit(desk, 'data/m.yaml', 'edition: 1', 'edition: 2')
    edit(desk, 'data/m.yaml', 'سخن برای همگان', 'سخن دیگر')
    const path = join(desk.folder, packs, 'since-1', '.journal.jsonl')
    const running = start(desk, ['--for', 'all', '--since', '۱'])
    await until(
      () => desk.has(`${packs}/since-1/.journal.jsonl`) && /\n.*\n/.test(readFileSync(path, 'utf8')),
    )
    running.child.kill('SIGKILL')
    await running.ended
    expect((await run(desk, '--resume')).code).toBe(0)
    expect(listed(desk, `${packs}/since-1`).packs).toHaveLength(recipients)
    expect(listed(desk).packs).toHaveLength(1)
  })

  test('by the end of its browser prints the packs that fell with it in another', async () => {
    const running = start(desk, ['--for', 'all', '--json'])
    await until(() => noted() >= 4)
    const browser = browsers(desk.temporary).find(({ type }) => type === 'browser')!
    process.kill(browser.pid, 'SIGKILL')
    const ended = await running.ended
    const { packs: made, failed } = listed(desk)
    expect(failed).toEqual([])
    expect(made).toHaveLength(recipients)
    expect(ended.code).toBe(0)
    expect(desk.leftovers()).toEqual([])
    expect(await strayEntries(desk)).toEqual([])
  })

  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('by %s leaves nothing half, no browser, and the journal', async (signal, code) => {
    const running = start(desk, ['--for', 'all'])
    await until(() => noted() >= 3)
    running.child.kill(signal)
    expect(await running.ended).toMatchObject({ code, stdout: '' })
    await until(() => desk.leftovers().length === 0)
    await expectWhole()
    expect(noted()).toBeGreaterThanOrEqual(3)
    expect(readdirSync(join(desk.folder, packs)).filter((name) => name.endsWith('.tmp'))).toEqual([])
    expect(desk.has(`${packs}/manifest.json`)).toBe(false)
  })

  test('is left to its end by another one, which is told so', async () => {
    const one = start(desk, ['--for', 'all', '--json'])
    await until(() => noted() >= 1)
    const two = await run(desk, '--for', 'r1,r40', '--json')
    expect({ code: two.code, errors: errorsOf(two) }).toEqual({ code: 2, errors: ['pack/busy'] })
    expect((await one.ended).code).toBe(0)
    expect(listed(desk).packs).toHaveLength(recipients)
    expect(await strayEntries(desk)).toEqual([])
  })

  test('when two begin at once: one makes the packs, and the other says so or finds them made', async () => {
    const ended = await Promise.all([
      run(desk, '--for', 'all', '--json'),
      run(desk, '--for', 'all', '--json'),
    ])
    expect(ended.map(({ code }) => code)).toContain(0)
    for (const one of ended) expect(errorsOf(one)).toEqual(one.code === 0 ? [] : ['pack/busy'])
    expect(listed(desk).packs).toHaveLength(recipients)
    expect(await strayEntries(desk)).toEqual([])
    expect(desk.leftovers()).toEqual([])
  })
})

test('a tenth recipient gives all copies another name, and those of the old one are told', async () => {
  using desk = new Desk()
  const ten = meetingText((text) => text.replace(/ {2}- \{ to: r(?:1[1-9]|[234]\d),.*\n/g, ''))
  setUp(desk, ten.replace(/ {2}- \{ to: r10,.*\n/, ''))
  rmSync(join(desk.folder, 'data/people.yaml'))
  expect((await run(desk, '--for', 'all')).code).toBe(0)
  const old = listed(desk).packs.map(fileOf)
  desk.put('data/m.yaml', ten)
  const ended = await run(desk, '--for', 'all', '--json')
  expect(
    listed(desk).packs.map(({ copy, files }) =>
      files[0]!.name.startsWith(`${String(copy).padStart(2, '0')}-`),
    ),
  ).toEqual(Array.from({ length: 10 }, () => true))
  expect(await strayEntries(desk)).toEqual([])
  const stale = told(ended).find(({ code }) => code === 'paper/stale') as unknown as {
    values: { files: string }
  }
  for (const name of old) expect(stale.values.files).toContain(name)
  expect(pdfs(desk)).toHaveLength(9 + 10)
})

describe('a pack that cannot be made', () => {
  test('is named, and all others are delivered', async () => {
    using desk = new Desk()
    const few = meetingText((text) => text.replace(/ {2}- \{ to: r(?:[6-9]|\d\d),.*\n/g, ''))
    setUp(desk, few.replace(/id: r3, name: /, '$&漢 '))
    const ended = await run(desk, '--for', 'all', '--json')
    expect({ code: ended.code, errors: errorsOf(ended) }).toEqual({
      code: 1,
      errors: ['7:21 print/missing-glyph'],
    })
    const { packs: made, failed } = listed(desk)
    expect(made.map(({ copy }) => copy)).toEqual([1, 2, 4, 5])
    expect(failed).toEqual([
      { copy: 3, name: expect.stringContaining('漢') as string, code: 'print/missing-glyph' },
    ])
    expect(pdfs(desk)).toHaveLength(4)
    expect(await strayEntries(desk)).toEqual([])
    // Those who got theirs can be sent a supplement.
    expect(desk.has('out/m/editions/1.json')).toBe(true)
    expect(desk.leftovers()).toEqual([])
    const said = await run(desk, '--for', 'all', '--lang', 'en')
    expect(said.stderr).toMatch(/0 packs made; 4 unchanged; 1 not made: .*漢/)
  })
})
