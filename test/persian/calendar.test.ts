import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  compareDates,
  dayNumber,
  daysInMonth,
  fromDayNumber,
  isLeapYear,
  parseJalaliDate,
  todayInTehran,
  weekday,
  weekdayNames,
} from '../../src/persian/calendar.ts'
import { formatDate } from '../../src/persian/date-format.ts'
import { daysIn, formatPeriod, monthsIn, parsePeriod } from '../../src/persian/period.ts'

const EPOCH = 2440588 // Julian day number of 1970-01-01

it('agrees with the official list of 1206–1498', () => {
  const text = readFileSync(new URL('data/persian-official-nowruz-1206-1498.txt', import.meta.url), 'utf8')
  const rows = [...text.matchAll(/^(\d{4})(\**)\s+(\d{4}-\d\d-\d\d)$/gm)]
  expect(rows).toHaveLength(293)
  for (const [, year, star, iso] of rows) {
    const y = Number(year)
    expect([y, dayNumber({ y, m: 1, d: 1 }), isLeapYear(y)]).toEqual([
      y,
      EPOCH + Date.parse(`${iso}T00:00Z`) / 864e5,
      star !== '',
    ])
  }
})

it('agrees with ICU over 1300–1500', () => {
  const icu = new Intl.DateTimeFormat('en-US-u-ca-persian', {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  })
  const last = dayNumber({ y: 1500, m: 12, d: 29 })
  for (let n = dayNumber({ y: 1300, m: 1, d: 1 }); n <= last; n += 5) {
    const d = fromDayNumber(n)
    const shown = icu.format(new Date((n - EPOCH) * 864e5)).replace(/[^\d/]/g, '')
    if (shown !== `${d.m}/${d.d}/${d.y}` || dayNumber(d) !== n)
      expect([n, shown]).toEqual([n, `${d.m}/${d.d}/${d.y}`])
  }
})

it('counts, compares and names days', () => {
  const d = { y: 1405, m: 9, d: 1 }
  expect(weekdayNames[weekday(d)]).toBe('یکشنبه')
  expect(addDays({ y: 1403, m: 12, d: 30 }, 1)).toEqual({ y: 1404, m: 1, d: 1 })
  expect(compareDates(d, addDays(d, 1))).toBeLessThan(0)
  expect(daysInMonth(1404, 12)).toBe(29)
  expect(todayInTehran(new Date('2026-11-21T22:00Z'))).toEqual(d)
})

it.each(['1405/09/01', '1405/9/1', '۱۴۰۵/۰۹/۰۱', '1405-09-01', '۱ آذر ۱۴۰۵', '1 آذر 1405'])('reads %s', (t) =>
  expect(parseJalaliDate(t)).toEqual({ ok: true, value: { y: 1405, m: 9, d: 1 } }),
)
it.each([
  ['05/09/01', 'date/two-digit-year'],
  ['2026-11-22', 'date/gregorian'],
  ['1404/12/30', 'date/impossible'],
  ['x', 'date/format'],
])('refuses %s', (t, code) => expect(parseJalaliDate(t)).toMatchObject({ ok: false, code }))
it('tells the last day', () =>
  expect(parseJalaliDate('1404/12/30')).toMatchObject({ values: { lastDay: '۱۴۰۴/۱۲/۲۹' } }))

it.each([
  ['numeric', '۱۴۰۵/۰۹/۰۱'],
  ['numeric-loose', '۱۴۰۵/۹/۱'],
  ['long', '۱ آذر ۱۴۰۵'],
  ['full', 'یکشنبه ۱ آذر ۱۴۰۵'],
  ['formal', 'روز یکشنبه مورخ ۱۴۰۵/۰۹/۰۱'],
  ['month-year', 'آذر ۱۴۰۵'],
  ['ordinal', 'اول آذرماه ۱۴۰۵'],
  ['letterhead', 'تاریخ: ۱۴۰۵/۰۹/۰۱'],
] as const)('writes %s', (style, text) => expect(formatDate({ y: 1405, m: 9, d: 1 }, style)).toBe(text))

describe('periods', () => {
  const nine = { fromMonth: 1, toMonth: 9 }
  it.each([
    ['1404', { year: 1404, fromMonth: 1, toMonth: 12 }],
    ['سال ۱۴۰۴', { year: 1404, fromMonth: 1, toMonth: 12 }],
    ['year 1404', { year: 1404, fromMonth: 1, toMonth: 12 }],
    ['year', { fromMonth: 1, toMonth: 12 }],
    ['سال جاری', { fromMonth: 1, toMonth: 12 }],
    ['۹ ماهه\u0654 نخست', nine],
    ['نه ماهه نخست', nine],
    ['first 9 months', nine],
    ['۹ ماهه نخست ۱۴۰۴', { year: 1404, ...nine }],
    ['first 9 months of 1404', { year: 1404, ...nine }],
    ['مهر ۱۴۰۴', { year: 1404, fromMonth: 7, toMonth: 7 }],
  ])('%s', (t, value) => {
    expect(parsePeriod(t)).toEqual({ ok: true, value })
    expect(parsePeriod(formatPeriod(value))).toEqual({ ok: true, value })
  })
  it.each(['', 'x', '۱۳ ماهه نخست', '1404.5'])('refuses %j', (t) =>
    expect(parsePeriod(t)).toMatchObject({ code: 'period/format' }),
  )
  it('writes and measures', () => {
    expect(formatPeriod({ year: 1404, ...nine })).toBe('۹ ماهه\u0654 نخست سال ۱۴۰۴')
    expect(formatPeriod({ fromMonth: 1, toMonth: 12 })).toBe('سال جاری')
    expect([monthsIn(nine), daysIn(nine), daysIn({ year: 1404, ...nine })]).toEqual([9, undefined, 276])
  })
})
