import { describe, expect, it } from 'vitest'
import { toCalendar } from '../../src/register/calendar-feed.ts'
import { gregorian, toRecord } from '../../src/register/record.ts'
import { deriveRegister } from '../../src/register/register.ts'
import { select, standings } from '../../src/register/standing.ts'
import type { Selection } from '../../src/register/standing.ts'
import { columns, harmless, tableRows } from '../../src/register/table.ts'
import { calendar, day, meetingOf, outsideOf } from './meetings.ts'

const council = meetingOf(
  'council',
  `
resolutions:
  - { id: a, text: خط آب, responsible: شرکت آب, deadline: 1405/07/30, progress: 40, status: in-progress }
  - { id: b, text: پل, responsible: ادارهٔ راه, cooperating: [شرکت آب], deadline: 1405/09/10 }
  - { id: c, text: سامانه, responsible: ادارهٔ راه, deadline: 1405/08/01, status: done }
  - { id: d, text: گزارش, deadline: مستمر }
  - { id: e, text: انبار, deadline: 1405/10/30 }
`,
  'session: 1, date: 1405/02/01, body: كارگروه نمونه',
)
const news = outsideOf(
  'follow-up-1405',
  'followups: [{ id: e, date: 1405/08/20, note: خبر }, { id: b, date: 1405/08/15, deadline: 1405/09/20 }]',
)
const register = deriveRegister([council, news])
const all = standings(register, calendar)
const ids = (asked: Selection): string[] =>
  select(all, asked, calendar).map(({ registered }) => registered.id)

describe('what is asked for', () => {
  it.each([
    [{}, ['a', 'b', 'c', 'd', 'e']],
    [{ overdue: true }, ['a']],
    [{ dueWithin: 20 }, ['b']],
    [{ dueWithin: 60 }, ['b', 'e']],
    [{ dueWithin: 18 }, []],
    [{ body: 'شركت  آب' }, ['a', 'b']],
    [{ body: 'راه', dueWithin: 60 }, ['b']],
    [{ body: 'کارگروه' }, ['a', 'b', 'c', 'd', 'e']],
    [{ untouchedSince: day('1405/08/16') }, ['a', 'b', 'd']],
    [{ untouchedSince: day('1405/02/01') }, []],
    [{ status: 'in-progress' }, ['a']],
    [{ open: true }, ['a', 'b', 'd', 'e']],
  ] as [Selection, string[]][])('%j', (asked, expected) => expect(ids(asked)).toEqual(expected))
})

describe('a record', () => {
  it('says how a resolution stands, in plain values', () => {
    const [a, b] = all.map(toRecord)
    expect(a).toMatchObject({
      id: 'a',
      responsible: 'شرکت آب',
      body: 'کارگروه نمونه',
      deadline: '۱۴۰۵/۰۷/۳۰',
      due: '1405/07/30',
      dueGregorian: '2026-10-22',
      standing: 'late',
      lateDays: 31,
      progress: '40',
      raised: 1,
    })
    expect(b).toMatchObject({
      deadline: '۱۴۰۵/۰۹/۱۰',
      due: '1405/09/20',
      extended: 1,
      slippedDays: 10,
      lateDays: 0,
    })
  })

  it('knows the other calendar', () => {
    expect(['1405/01/01', '1405/12/29', '1403/12/30'].map((text) => gregorian(day(text)))).toEqual([
      '2026-03-21',
      '2027-03-20',
      '2025-03-20',
    ])
  })

  it('has a cell for every column', () => {
    const rows = tableRows(all.map(toRecord))
    expect(rows).toHaveLength(6)
    for (const row of rows) expect(row).toHaveLength(columns.length)
  })
})

it('a text that looks like a formula is shown, not run', () => {
  for (const text of ['=1+1', '+98', '-5', '@x', '\t=1', '＝1', '|x', "'=1"])
    expect(harmless(text)).toBe(`'${text}`)
  for (const text of ['الف', '۱-۲', '1405/09/01', '']) expect(harmless(text)).toBe(text)
})

describe('the calendar of deadlines', () => {
  const text = toCalendar(all, new Date('2026-11-22T08:00:00Z'))
  const events = text
    .replaceAll('\r\n ', '')
    .split('BEGIN:VEVENT\r\n')
    .slice(1)
    .map((event) => event.split('\r\n'))

  it('has an all-day event for each, that blocks no time', () => {
    expect(events).toHaveLength(4)
    for (const event of events) {
      expect(event).toContain('TRANSP:TRANSPARENT')
      expect(event.filter((line) => /^DT(?:START|END);VALUE=DATE:\d{8}$/.test(line))).toHaveLength(2)
    }
    expect(events[1]).toContain('DTSTART;VALUE=DATE:20261211')
    expect(events[1]).toContain('DTEND;VALUE=DATE:20261212')
    expect(events[1]).toContain('SUMMARY:مهلت ۲۰ آذر ۱۴۰۵: پل')
  })

  it('rings three days before what is open, and drops what was closed', () => {
    expect(events[0]).toContain('TRIGGER:-P3D')
    expect(events[0]).toContain('STATUS:CONFIRMED')
    expect(events[2]).toContain('STATUS:CANCELLED')
    expect(events[2]?.join()).not.toContain('VALARM')
  })

  it('keeps its UIDs, and counts up with the events of the resolution', () => {
    const of = (name: string, lines: string[][]): (string | undefined)[] =>
      lines.map((event) => event.find((line) => line.startsWith(`${name}:`)))
    expect(of('SEQUENCE', events)).toEqual(['SEQUENCE:1', 'SEQUENCE:2', 'SEQUENCE:1', 'SEQUENCE:2'])
    const before = toCalendar(
      standings(deriveRegister([council]), calendar),
      new Date('2026-11-21T08:00:00Z'),
    )
    for (const uid of of('UID', events)) expect(before).toContain(uid)
    expect(new Set(of('UID', events)).size).toBe(4)
  })

  it('is folded and ended as RFC 5545 wants', () => {
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  })
})
