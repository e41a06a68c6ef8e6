import Big from 'big.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dueSpans } from '../../src/insight/due-months.ts'
import { followUp } from '../../src/insight/follow-up.ts'
import type { FollowUp, RegisterEntry } from '../../src/insight/follow-up.ts'
import { standing } from '../../src/insight/standing.ts'
import type { EarlierResolution, Meeting } from '../../src/model/meeting.ts'
import { dayNumber, fromDayNumber } from '../../src/persian/calendar.ts'
import { usualWorkWeek } from '../../src/persian/holidays.ts'
import { readMeeting } from '../../src/source/source.ts'

const today = { y: 1405, m: 9, d: 1 }
const calendar = { today, holidays: [], week: usualWorkWeek }

function meeting(yaml: string): Meeting {
  const { value, faults } = readMeeting(`meeting: { title: x }\n${yaml}`, 'x.yaml')
  if (value === undefined) throw new Error(JSON.stringify(faults))
  return value
}
const register = (...rows: string[]): FollowUp =>
  followUp(
    meeting(`earlier_resolutions:\n${rows.map((row) => `  - { text: الف, ${row} }\n`).join('')}`),
    calendar,
  )
const only = (row: string): RegisterEntry => register(row).entries[0] as RegisterEntry

describe('one resolution', () => {
  it('is set against its own period, counted in days', () => {
    // 1405/07/01 to 1405/09/11 is 70 days, of which 60 have passed.
    const entry = only('issued: 1405/07/01, deadline: 1405/09/11, progress: 50, status: in-progress')
    expect(entry.elapsed?.toFixed(4)).toBe('85.7143')
    expect(entry.gap?.toFixed(4)).toBe('-35.7143')
    expect([entry.standing, entry.lateDays]).toEqual(['running', 0])
  })

  it('may have more than all of its time behind it', () => {
    const entry = only('issued: 1405/07/01, deadline: 1405/08/01, progress: 100, status: in-progress')
    expect(entry.elapsed?.toFixed()).toBe('200')
    expect([entry.gap?.toFixed(), entry.standing, entry.lateDays]).toEqual(['-100', 'late', 30])
  })

  it.each([
    ['without a day of issue', 'deadline: 1405/10/01'],
    ['without a deadline', 'issued: 1405/01/01'],
    ['before it is issued', 'issued: 1405/10/01, deadline: 1405/11/01'],
    ['in a period of no length', 'issued: 1405/08/01, deadline: 1405/08/01'],
    ['without a day of its own', 'issued: 1405/08/01, deadline: مستمر'],
  ])('has no share of time %s', (_, row) => {
    expect(only(`${row}, progress: 10`).elapsed).toBeUndefined()
    expect(only(`${row}, progress: 10`).gap).toBeUndefined()
  })

  it('counts how often and how far its deadline was put off', () => {
    const history =
      'history: [{ date: 1405/02/01, deadline: 1405/03/01 }, { date: 1405/03/01, deadline: 1405/12/01, status: extended }]'
    const entry = only(`issued: 1405/01/01, deadline: 1405/02/01, ${history}`)
    expect([entry.extended, entry.slipped, entry.due]).toEqual([2, 305, { y: 1405, m: 12, d: 1 }])
  })

  it('absorbs more than its credit, if it does', () => {
    const entry = only('credit: { amount: ۶۰ میلیارد تومان, absorbed: ۷۰٫۲ میلیارد تومان }')
    expect(entry.absorption?.toFixed()).toBe('117')
    expect(only('credit: ۶۰ تومان').absorption).toBeUndefined()
  })

  it('is no longer behind the calendar once it is done', () => {
    const entry = only('issued: 1405/01/01, deadline: 1405/02/01, progress: 90, status: done')
    expect([entry.standing, entry.gap, entry.lateDays]).toEqual(['done', undefined, 0])
  })
})

it.each([
  ['status: in-progress, history: [{ date: 1405/02/01, status: extended, deadline: 1405/12/01 }]', 'running'],
  ['history: [{ date: 1405/02/01, status: extended, deadline: 1405/12/01 }]', 'open'],
  ['progress: 5, status: issued', 'running'],
  ['progress: 0, status: issued', 'open'],
])('an extension says nothing of the work: %s stands %s', (row, shape) => {
  expect(only(row).standing).toBe(shape)
})

describe('the whole register', () => {
  const rows = [
    'responsible: a, status: done, progress: 100, credit: { amount: ۱۰ تومان, absorbed: ۵ تومان }',
    'responsible: a, status: issued, deadline: 1405/08/21, credit: ۳۰ تومان',
    'responsible: گمرک نمونه, status: issued, deadline: 1405/08/11',
    'responsible: b, status: cancelled',
    'status: in-progress, progress: 25, deadline: 1405/12/01, credit: ۷ دلار',
  ]
  const yaml = `bodies: [{ id: a, name: گمرک نمونه }, { id: b, name: بانک نمونه }]\nearlier_resolutions:\n${rows
    .slice(0, 3)
    .map((row) => `  - { text: الف, ${row} }\n`)
    .join('')}resolutions:\n${rows
    .slice(3)
    .map((row) => `  - { text: ب, ${row} }\n`)
    .join('')}`
  const found = followUp(meeting(yaml), calendar)

  it('counts those of earlier meetings and of this one', () => {
    expect(found.counts).toEqual({ all: 5, done: 1, running: 1, open: 0, late: 2, stopped: 1 })
  })

  it('rates what is done by what is still owed', () => {
    expect(found.rate?.toFixed()).toBe('25')
    expect(register('status: cancelled').rate).toBeUndefined()
  })

  it('has the overdue first, the longest overdue at the head', () => {
    expect(found.entries.map(({ standing: shape, lateDays }) => [shape, lateDays])).toEqual([
      ['late', 20],
      ['late', 10],
      ['running', 0],
      ['stopped', 0],
      ['done', 0],
    ])
  })

  it('ranks bodies, named by id or by name, those without resolutions to do after them, the nameless last', () => {
    expect(
      found.bodies.map(({ body, counts, rate }) => [
        body,
        counts.all,
        counts.done,
        counts.late,
        rate?.toFixed(1),
      ]),
    ).toEqual([
      ['a', 3, 1, 2, '33.3'],
      ['b', 1, 0, 0, undefined],
      [undefined, 1, 0, 0, '0.0'],
    ])
  })

  it('sums credits by unit, and absorption over those that tell it', () => {
    expect(
      found.credits.map(({ unit, amount, absorbed, toldOf, rate }) => [
        unit,
        ...[amount, absorbed, toldOf].map(String),
        rate?.toFixed(),
      ]),
    ).toEqual([
      ['toman', '40', '5', '10', '50'],
      ['USD', '7', '0', '0', undefined],
    ])
  })

  it('averages the progress that is told', () => {
    expect([found.meanProgress?.value.toFixed(1), found.meanProgress?.of]).toEqual(['62.5', 2])
    expect(register('status: done').meanProgress).toBeUndefined()
  })
})

describe('deadlines in time', () => {
  it('run without a gap over every month from the first to the last, the day among them', () => {
    const spans = register('deadline: 1405/07/10', 'deadline: 1405/11/10', 'deadline: 1405/11/20').spans
    expect(spans.map(({ year, month, standings }) => [year, month, standings.length])).toEqual([
      [1405, 7, 1],
      [1405, 8, 0],
      [1405, 9, 0],
      [1405, 10, 0],
      [1405, 11, 2],
    ])
  })

  it('are gathered by season, then by year, where they reach far', () => {
    const spans = (last: string) => register('deadline: 1405/01/01', `deadline: ${last}`).spans
    expect(spans('1406/04/01').map(({ months }) => months)).toEqual(Array.from({ length: 16 }, () => 1))
    expect(spans('1406/05/01').map(({ month, months }) => [month, months])[0]).toEqual([1, 3])
    expect(spans('1415/05/01').every(({ months, month }) => months === 12 && month === 1)).toBe(true)
  })

  it('are none where no resolution has a day', () => {
    expect(register('deadline: مستمر').spans).toEqual([])
  })
})

const states = [
  'draft',
  'issued',
  'not-started',
  'in-progress',
  'partly-done',
  'done',
  'extended',
  'suspended',
  'cancelled',
  'ongoing',
] as const
const day = fc.integer({ min: -900, max: 900 }).map((n) => fromDayNumber(dayNumber(today) + n))
const resolution = fc
  .record(
    {
      text: fc.constant('الف'),
      status: fc.constantFrom(...states),
      issued: day,
      deadline: day.map((date) => ({ kind: 'date', date }) as const),
      progress: fc.integer({ min: 0, max: 100 }).map(String),
      responsible: fc.constantFrom('a', 'b', 'c'),
    },
    { requiredKeys: ['text'] },
  )
  .map((row) => row as EarlierResolution)

describe('of any register', () => {
  it('the totals add up, in all, by body and in time', () => {
    fc.assert(
      fc.property(fc.array(resolution, { maxLength: 40 }), (rows) => {
        const found = followUp({ meeting: { title: 'x' }, earlier_resolutions: rows }, calendar)
        const { all, ...parts } = found.counts
        expect(Object.values(parts).reduce((a, b) => a + b, 0)).toBe(all)
        expect(all).toBe(rows.length)
        for (const key of ['all', 'done', 'late', 'stopped', 'running', 'open'] as const)
          expect(found.bodies.reduce((sum, { counts }) => sum + counts[key], 0)).toBe(found.counts[key])
        const dated = found.entries.filter(({ due }) => due).length
        expect(found.spans.reduce((sum, { standings }) => sum + standings.length, 0)).toBe(dated)
        expect(found.spans.length).toBeLessThanOrEqual(16)
      }),
    )
  })

  it('shares of time are exact, whatever they come to', () => {
    fc.assert(
      fc.property(resolution, (row) => {
        const [entry] = followUp({ meeting: { title: 'x' }, resolutions: [row] }, calendar).entries
        if (!entry?.elapsed || !entry.due || !row.issued) return
        const length = dayNumber(entry.due) - dayNumber(row.issued)
        const passed = dayNumber(today) - dayNumber(row.issued)
        expect(entry.elapsed.times(length).div(100).round(6).toNumber()).toBe(passed)
        if (standing(row, calendar) === 'late') expect(entry.elapsed.gt(100)).toBe(true)
        if (entry.gap) expect(entry.gap.plus(entry.elapsed).eq(new Big(row.progress ?? '0'))).toBe(true)
      }),
    )
  })

  it('every span of the calendar holds the day asked about', () => {
    fc.assert(
      fc.property(fc.array(day, { minLength: 1, maxLength: 20 }), (days) => {
        const spans = dueSpans(
          days.map((due) => ({ due, standing: 'open' as const })),
          today,
        )
        const holding = spans.filter(
          ({ year, month, months }) => year === today.y && today.m >= month && today.m < month + months,
        )
        expect(holding).toHaveLength(1)
      }),
    )
  })
})
