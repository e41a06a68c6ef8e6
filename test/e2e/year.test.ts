// A year of a working group, from the briefing of its first meeting to the bag that is handed over, with every figure counted
// a second time by the story itself.
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DiffReport } from '../../src/paper/differences/report.ts'
import { inspectPdf } from '../../src/finish/inspect.ts'
import { toLatinDigits, toPersianDigits } from '../../src/persian/digits.ts'
import type { RegisterRecord } from '../../src/register/record.ts'
import { Desk, errorsOf } from './cli.ts'
import type { Ended, Told } from './cli.ts'
import { clockOf, dateOf } from './year/calendar.ts'
import { askedIn, briefingText, filledIn, nameOf } from './year/files.ts'
import type { Account } from './year/ledger.ts'
import { contradiction, finalDay, tell } from './year/story.ts'
import type { Session } from './year/story.ts'

const { sessions, ledger } = tell()
const last = sessions.at(-1) as Session
const totals = ledger.totals(finalDay)
const desk = new Desk()
afterAll(() => desk[Symbol.dispose]())

const on = (day: number, ...args: string[]): Promise<Ended> =>
  desk.run(args, { SOURCE_DATE_EPOCH: clockOf(day) })
const atEnd = (...args: string[]): Promise<Ended> => on(finalDay, ...args)
const briefingOf = (month: number): string => `data/${nameOf(month)}.yaml`
const minutesOf = (month: number): string => `data/${nameOf(month)}-minutes.yaml`
const path = (name: string): string => join(desk.folder, name)
const read = (name: string): string => readFileSync(path(name), 'utf8')
/** Without marks that only steer, and with one kind of space. */
const plain = (text: string): string =>
  text.replaceAll(/[\u200e\u200f\u2060-\u2069]/g, '').replaceAll(/\s+/g, ' ')
const fa = (value: number): string => toPersianDigits(String(value))

/** What the skeleton of each month's minutes asked about. */
const asked = new Map<number, string[]>()
let lastBriefing = ''
const trouble: string[] = []

/** One meeting of the year: its briefing, the minutes begun from it, filled in, and put into the archive. */
async function hold(session: Session): Promise<void> {
  const { month, day } = session
  const said = (step: string, ended: Ended): void => {
    if (ended.code !== 0) trouble.push(`${month}: ${step}: ${ended.code} ${ended.stdout}${ended.stderr}`)
  }
  desk.put(briefingOf(month), briefingText(session))
  if (session === last) {
    said('build', await on(day, 'build', briefingOf(month), '--kind', 'briefing', '--html'))
    lastBriefing = plain(
      read(`out/${nameOf(month)}/briefing.html`).replaceAll(/<style[^]*?<\/style>|<[^>]*>/g, ' '),
    )
  }
  said('new minutes', await on(day, 'new', 'minutes', '--from', briefingOf(month)))
  const skeleton = read(minutesOf(month))
  asked.set(month, askedIn(skeleton))
  desk.put(minutesOf(month), filledIn(skeleton, session))
  said('archive add', await on(day, 'archive', 'add', minutesOf(month)))
}

beforeAll(async () => {
  desk.put('jalaseh.yaml', 'office: { lines: [دستگاه نمونه, دبیرخانهٔ کارگروه نمونه] }\n')
  // One after the other: each meeting follows up what the ones before it decided.
  for (const session of sessions) await hold(session)
}, 180_000)

test('every meeting was held: briefing, minutes begun from it, filled in and archived', () => {
  expect(trouble).toEqual([])
})

test('the story has everything that can happen to a resolution', () => {
  const reports = sessions.flatMap((session) => session.reports)
  expect(totals.overdue * totals.done * totals.slipped * totals.absorbed).toBeGreaterThan(0)
  for (const key of ['into', 'deadline', 'absorbed'] as const)
    expect(reports.some((report) => report[key] !== undefined)).toBe(true)
  expect(reports.some(({ status }) => status === 'cancelled')).toBe(true)
  expect(reports.some(({ progress = 0 }) => progress > 100)).toBe(true)
  expect(ledger.accounts.flatMap(({ former }) => former).length).toBe(2)
  expect(sessions.some(({ rejected }) => rejected.length > 0)).toBe(true)
})

test('the minutes of each meeting asked about what was open, and about nothing else', () => {
  for (const { month, openBefore, decisions } of sessions) {
    // What is decided anew is a decision, and asked about by itself.
    const anew = new Set(decisions.flatMap(({ was }) => was ?? []))
    const expected = openBefore.filter((id) => !anew.has(id))
    expect([month, asked.get(month)?.toSorted()]).toEqual([month, expected.toSorted()])
  }
})

test('the last briefing carries over what was open, with how often it was raised and put off', () => {
  const before = tell(11).ledger
  for (const { text, raised, extensions, id } of before.open()) {
    expect(lastBriefing).toContain(plain(text))
    const after = lastBriefing.slice(lastBriefing.indexOf(plain(text)))
    const history = /در (\S+) جلسه مطرح(?:، (\S+) بار تمدید)?/.exec(after)
    expect([id, history?.[1], history?.[2]]).toEqual([
      id,
      fa(raised.size),
      extensions === 0 ? undefined : fa(extensions),
    ])
  }
  expect(lastBriefing.match(/جلسه مطرح/g)?.length).toBe(before.open().length)
})

test('the register is the ledger, resolution by resolution', async () => {
  const { code, stdout } = await atEnd('follow-up', 'list', '--json')
  const { resolutions, faults } = JSON.parse(stdout) as { resolutions: RegisterRecord[]; faults: Told[] }
  expect([code, faults]).toEqual([0, []])
  const told = resolutions.map((record) => ({
    id: toLatinDigits(record.id),
    former: record.former.map(toLatinDigits),
    text: record.text,
    state: record.standing === 'done' || record.standing === 'stopped' ? record.standing : 'open',
    late: record.lateDays,
    due: record.due,
    extensions: record.extended,
    slipped: record.slippedDays,
    progress: record.progress,
    promised: record.credit,
    absorbed: record.absorbed,
    raised: record.raised,
  }))
  const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1)
  expect(told.toSorted(byId)).toEqual(ledger.accounts.map(expectedOf).toSorted(byId))
})

const million = '000000000 تومان'
function expectedOf({ id, former, text, state, firstDue, due, extensions, ...rest }: Account) {
  const isLate = state === 'open' && due !== undefined && due < finalDay
  return {
    id,
    former,
    text,
    state,
    late: isLate ? finalDay - due : 0,
    due: due === undefined ? null : dateOf(due),
    extensions,
    slipped: due === undefined || firstDue === undefined ? null : due - firstDue,
    progress: rest.progress === undefined ? null : String(rest.progress),
    promised: rest.promised === 0 ? null : `${rest.promised}${million}`,
    absorbed: rest.absorbed === undefined ? null : `${rest.absorbed}${million}`,
    raised: rest.raised.size,
  }
}

test('the follow-up report prints the totals of the ledger', async () => {
  const { code, stdout } = await atEnd('follow-up', 'report')
  expect(code).toBe(0)
  const inspection = inspectPdf(readFileSync(path(stdout.trim())))
  const printed = 'printed' in inspection ? plain(inspection.printed) : ''
  const { all, done, stopped, open, overdue, extensions, slipped, promised, absorbed } = totals
  // «انجام شده: ۱۵ در دست اقدام: ۳ شروع نشده: ۷ دارای تأخیر: ۶ متوقف یا لغوشده: ۱۱»
  const counts =
    /انجام.شده: (\S+) در دست اقدام: (\S+) شروع.نشده: (\S+) دارای تأخیر: (\S+) متوقف یا لغوشده: ([۰-۹]+)/.exec(
      printed,
    )
  const [d, running, begun, late, s] = (counts ?? []).slice(1).map((text) => Number(toLatinDigits(text)))
  expect([d, (running ?? 0) + (begun ?? 0) + (late ?? 0), late, s]).toEqual([done, open, overdue, stopped])
  expect(printed).toContain(`از ${fa(all)} مصوبه`)
  expect(printed).toContain(`مهلت ${fa(slipped)} مصوبه، روی هم ${fa(extensions)} بار، تمدید شده است`)
  const credit = /اعتبار مصوبات هزار و (\S+) میلیارد تومان است؛ (\S+) میلیارد/.exec(printed)
  expect(credit?.slice(1).map((text) => Number(toLatinDigits(text)))).toEqual([promised - 1000, absorbed])
})

test('a figure that a later briefing tells otherwise is named with both places, and no other is', async () => {
  const { code, stdout } = await atEnd('check', ...sessions.map(({ month }) => briefingOf(month)), '--json')
  const { faults } = JSON.parse(stdout) as { faults: (Told & { values: Record<string, string> })[] }
  const { month, months, told } = contradiction
  const lineOf = (file: string, value: number): number =>
    read(file)
      .split('\n')
      .findIndex((line) => line === `    value: ${value}`) + 1
  const [here, there] = [briefingOf(month), briefingOf(months + 1)]
  const place = (file: string, value: number): string => `${file}:${lineOf(file, value)}:12`
  const found = faults
    .filter((one) => one.code === 'statistic/contradiction-across')
    .map(({ file, line, column, values }) => [`${file}:${line}:${column}`, values.place])
  expect(code).toBe(0)
  expect(found.toSorted()).toEqual(
    [
      [place(here, told), place(there, 10 * months)],
      [place(there, 10 * months), place(here, told)],
    ].toSorted(),
  )
})

test('what changed between two minutes is what was reported between them', async () => {
  const [older, newer] = [sessions[8], sessions[9]] as [Session, Session]
  const { stdout } = await atEnd('diff', minutesOf(older.month), minutesOf(newer.month), '--json')
  const { resolutions, tables } = JSON.parse(stdout) as DiffReport
  const told = (kind: string): string[] =>
    resolutions.filter(({ change }) => change === kind).map(({ id = '' }) => id)
  const own = new Set(older.decisions.map(({ id }) => id))
  const closing = newer.reports.filter(
    ({ id, status, into }) => own.has(id) && (into ?? status) && status !== 'in-progress',
  )
  expect(told('fresh')).toEqual(newer.decisions.map(({ id }) => id))
  expect(told('closed').toSorted()).toEqual(closing.map(({ id }) => id).toSorted())
  const others = newer.reports.filter(({ id }) => !own.has(id)).map(({ id }) => id)
  const rows = tables.find(({ table }) => table === 'followups')?.rows ?? []
  expect(rows.map(({ name }) => toLatinDigits(name)).toSorted()).toEqual(others.toSorted())
})

test.each(['سردخانهٔ مرزی', 'سردخانه ي مرزي', 'سردخانه‌ی مرزی'])(
  'a search for «%s» finds its minutes',
  async (words) => {
    const { code, stdout } = await atEnd(
      'search',
      `"${words}"`,
      '--kind',
      'minutes',
      '--limit',
      '50',
      '--json',
    )
    const { results } = JSON.parse(stdout) as { results: { meeting: string }[] }
    const expected = sessions
      .filter(({ decisions }) => decisions.some(({ text }) => text.startsWith('سردخانهٔ مرزی')))
      .map(({ month }) => `${nameOf(month)}-minutes`)
    expect(code).toBe(0)
    expect(expected.length).toBeGreaterThan(3)
    expect([...new Set(results.map(({ meeting }) => meeting))].toSorted()).toEqual(expected)
  },
)

test('the archive is what was stored, and says what was touched', async () => {
  const { code, stdout } = await atEnd('archive', 'verify', '--json')
  expect(code).toBe(0)
  expect(JSON.parse(stdout)).toMatchObject({ sound: true, revisions: sessions.length, faults: [] })
  const stored = `archive/1405/03/${nameOf(3)}-minutes.r1/${nameOf(3)}-minutes.yaml`
  const source = read(stored)
  expect(source).toBe(read(minutesOf(3)))
  writeFileSync(path(stored), source.replace('تالار', 'تالاز'))
  const touched = await atEnd('archive', 'verify', '--json')
  expect([touched.code, errorsOf(touched)]).toEqual([1, ['archive/changed']])
  expect(touched.stdout).toContain(`"path": "${stored.replace('archive/', '')}"`)
  writeFileSync(path(stored), source)
  expect((await atEnd('archive', 'verify')).code).toBe(0)
})

test('the bag is valid for sha256sum, and holds every paper with its source', async () => {
  expect((await atEnd('archive', 'export', '--bag', '--out', 'bag')).code).toBe(0)
  for (const list of ['manifest-sha256.txt', 'tagmanifest-sha256.txt']) {
    const checked = spawnSync('sha256sum', ['-c', '--strict', list], { cwd: path('bag'), encoding: 'utf8' })
    expect([list, checked.status, checked.stderr]).toEqual([list, 0, ''])
  }
  const listed = read('bag/manifest-sha256.txt')
  for (const { month } of sessions)
    for (const file of [`${nameOf(month)}-minutes.yaml`, 'minutes.pdf', 'manifest.json'])
      expect(listed).toContain(`${nameOf(month)}-minutes.r1/${file}`)
})
