// The acceptance corpus: every row through the command line, and what must hold after each.
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Desk, errorsOf, told } from '../e2e/cli.ts'
import type { Ended } from '../e2e/cli.ts'
import { afterCheck, snapshot, watched } from './after-check.ts'
import { Wrapper } from './browsers.ts'
import { Canary } from './canary.ts'
import { bare, shownBy } from './printed.ts'
import type { Shown } from './printed.ts'
import type { LeftOut, PrintedRow, Row } from './row.ts'
import * as annexes from './rows/annexes.ts'
import * as archive from './rows/archive.ts'
import * as assets from './rows/assets.ts'
import * as mail from './rows/mail.ts'
import * as markup from './rows/markup.ts'
import * as output from './rows/output.ts'
import * as processes from './rows/processes.ts'
import * as templates from './rows/templates.ts'
import * as yaml from './rows/yaml.ts'

interface Group {
  rows: Row[]
  printed?: PrintedRow[]
  leftOut: LeftOut[]
}

/** How many ids the study has in each group. */
const counts: Record<string, number> = { A: 34, B: 12, C: 21, D: 14, E: 11, F: 13, G: 20, H: 15 }

const groups: Group[] = [yaml, markup, templates, assets, annexes, output, processes, mail, archive]
const rows = groups.flatMap((group) => group.rows)
const together = groups.flatMap(({ printed = [] }) => printed)
const leftOut = groups.flatMap((group) => group.leftOut)

test('every id of the study has a row, or a reason why it has none', () => {
  const all = Object.entries(counts).flatMap(([group, count]) =>
    Array.from({ length: count }, (_, n) => `${group}${String(n + 1).padStart(2, '0')}`),
  )
  const present = [...rows, ...together, ...leftOut].map(({ id }) => id)
  expect([...new Set(present)].toSorted()).toEqual(all)
  for (const { id, reason } of leftOut) expect([id, reason.length > 20]).toEqual([id, true])
})

let canary: Canary
let browser: Wrapper
beforeAll(async () => {
  canary = await Canary.open()
  browser = new Wrapper()
})
afterAll(async () => {
  await canary[Symbol.asyncDispose]()
  browser[Symbol.dispose]()
})

const environment = (desk: Desk, env: Record<string, string> = {}): Record<string, string> => ({
  JALASEH_BROWSER: browser.path,
  ...watched(desk),
  ...env,
})

describe.each(Object.keys(Object.groupBy(rows, ({ id }) => id)))('%s', (id) => {
  test.concurrent.for(rows.filter((row) => row.id === id))('$what', { timeout: 60_000 }, async (row) => {
    using desk = new Desk()
    const world = { desk, canary }
    for (const [name, content] of Object.entries(row.files ?? {})) desk.put(name, content)
    if (row.meeting !== undefined) desk.put('m.yaml', row.meeting)
    // A paper of before, which a run that fails leaves alone.
    if (row.args?.[0] === 'build' && row.expect.exit !== 0) desk.put('out/m/briefing.pdf', 'as it was')
    await row.make?.(world, environment(desk))
    const before = snapshot(desk)
    const started = performance.now()
    const ended = await (row.run?.(world, environment(desk)) ?? runFor(row, desk))
    const took = performance.now() - started
    afterCheck({ desk, canary, before }, ended, row.expect)
    expect(took).toBeLessThan(row.within ?? mostMilliseconds)
    if (row.expect.printed ?? row.expect.absent) {
      const shown = await Promise.all(papersOf(desk).map((path) => shownBy(join(desk.folder, path))))
      checkWords(shown, row.expect)
    }
    await row.look?.(world, ended)
  })
})

/** A row that never ends is ended. */
const mostMilliseconds = 45_000

async function runFor(
  { args = ['check', 'm.yaml', '--json', '--lang', 'en'], env, through }: Row,
  desk: Desk,
): Promise<Ended> {
  const running = desk.start(args, environment(desk, env), undefined, through)
  const timer = setTimeout(() => running.child.kill('SIGKILL'), mostMilliseconds)
  try {
    return await running.ended
  } finally {
    clearTimeout(timer)
  }
}

const papersOf = (desk: Desk): string[] => desk.files().filter((name) => name.endsWith('.pdf'))

function checkWords(
  shown: Shown[],
  { printed = [], absent = [] }: { printed?: string[]; absent?: string[] },
): void {
  const words = shown.map((one) => one.words).join('\n')
  for (const word of printed) expect(words).toContain(bare(word))
  for (const word of absent) expect(words).not.toContain(bare(word))
}

describe('printed together', () => {
  let desk: Desk
  let ended: Ended
  const nameOf = (index: number): string => `${together[index]?.id}-${index}`
  beforeAll(async () => {
    desk = new Desk()
    for (const [index, { meeting }] of together.entries()) desk.put(`${nameOf(index)}.yaml`, meeting)
    const before = snapshot(desk)
    const files = together.map((_, index) => `${nameOf(index)}.yaml`)
    ended = await desk.run(
      ['build', ...files, '--kind', 'briefing', '--json', '--lang', 'en'],
      environment(desk),
    )
    expect(errorsOf(ended)).toEqual([])
    afterCheck({ desk, canary, before }, ended, { exit: 0 })
  })
  afterAll(() => desk[Symbol.dispose]())

  test.for([...together.entries()])(
    '%s',
    async ([index, { id, what, warnings = [], links = [], ...words }]) => {
      const shown = await shownBy(join(desk.folder, `out/${nameOf(index)}/briefing.pdf`))
      const codes = told(ended)
        .filter(({ file }) => file === `${nameOf(index)}.yaml`)
        .map(({ code }) => code)
      expect(codes, `${id} ${what}`).toEqual(expect.arrayContaining(warnings))
      checkWords([shown], words)
      expect(shown.links).toEqual(links)
      expect(shown.title).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/)
    },
  )
})
