import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { carried } from '../../src/commands/carry.ts'
import type { Host } from '../../src/commands/host.ts'
import { deriveBriefing } from '../../src/insight/insight.ts'
import type { Briefing } from '../../src/insight/insight.ts'
import type { Fault } from '../../src/model/fault.ts'
import type { Class } from '../../src/model/choices.ts'
import { withhold } from '../../src/pack/withhold.ts'
import { canary, holds } from '../pack/canaries.ts'
import { calendar, meetingOf } from './meetings.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'office-'))
  mkdirSync(join(folder, 'data'))
  put('jalaseh.yaml', 'office: { lines: [دستگاه نمونه] }\n')
})
afterEach(() => rmSync(folder, { recursive: true }))

const put = (name: string, text: string): void => writeFileSync(join(folder, name), text)
const host = (): Host => ({
  cwd: folder,
  now: new Date('2026-11-25T08:00:00Z'),
  language: 'en',
  signal: new AbortController().signal,
  out: () => {},
  err: () => {},
  confirm: () => Promise.resolve(false),
  terminal: false,
})

const word = (what: string): string => canary('confidential', what)
/** Two earlier meetings, one of them confidential, and reports of what they decided. */
function office(): void {
  const head = (n: number, more = ''): string =>
    `meeting: { title: جلسه, status: final, session: ${n}, date: 1405/0${n}/01, body: کارگروه${more} }\n`
  put(
    'data/m-1.yaml',
    `${head(1)}resolutions:\n  - { id: a, text: باز }\n  - { id: b, text: ${word('text')}, responsible: ${word('body')} شهر, class: محرمانه }\n`,
  )
  put('data/m-2.yaml', `${head(2, ', class: محرمانه')}resolutions:\n  - { id: c, text: ${word('other')} }\n`)
  put(
    'data/m-3.yaml',
    `${head(3)}followups:\n  - { id: b, note: ${word('note')} }\n  - { id: c, evidence: ${word('letter')} }\n` +
      `  - { id: a, progress: 20 }\n  - { id: a, progress: 90, note: ${word('progress')}, class: محرمانه }\n`,
  )
}

async function briefingFor(clearance?: Class): Promise<{ briefing: Briefing; faults: Fault[] }> {
  const { meeting: whole } = meetingOf(
    'next',
    'followups: [a, b, c]',
    'session: 9, date: 1405/09/01, body: کارگروه',
  )
  const meeting = clearance ? withhold(whole, clearance).meeting : whole
  return carried(
    deriveBriefing(meeting, {}, calendar),
    { id: 'next', name: 'next.yaml', text: '' },
    folder,
    host(),
    clearance && { withheld: (one) => withhold(one, clearance) },
  )
}
const rowsOf = ({ earlier }: Briefing): unknown[] =>
  earlier.map(({ resolution: { id, progress } }) => [id, progress])

it('brings everyone what he may see of earlier meetings, and no word more', async () => {
  office()
  const { briefing, faults } = await briefingFor('normal')
  expect(rowsOf(briefing)).toEqual([['a', '20']])
  expect(holds(JSON.stringify(briefing), 'confidential')).toBe(false)
  expect(faults).toEqual([])
  const whole = [
    ['a', '90'],
    ['b', undefined],
    ['c', undefined],
  ]
  for (const clearance of ['confidential', undefined] as const) {
    const all = await briefingFor(clearance)
    expect(rowsOf(all.briefing)).toEqual(whole)
    expect(holds(JSON.stringify(all.briefing), 'confidential')).toBe(true)
  }
})

it('does so from what the catalogue keeps, too, whoever was served before', async () => {
  office()
  for (let n = 1; n <= 40; n++)
    put(
      `data/other-${n}.yaml`,
      `meeting: { title: x, status: final, date: 1405/01/0${1 + (n % 9)}, class: سری, body: کارگروه }\nresolutions: [{ text: کار ${n} }]\n`,
    )
  const few = [['a', '20']]
  expect(rowsOf((await briefingFor()).briefing)).toHaveLength(43)
  expect(rowsOf((await briefingFor('normal')).briefing)).toEqual(few)
  expect(rowsOf((await briefingFor('confidential')).briefing)).toHaveLength(3)
  const { briefing } = await briefingFor('normal')
  expect(rowsOf(briefing)).toEqual(few)
  expect(holds(JSON.stringify(briefing), 'confidential')).toBe(false)
})
