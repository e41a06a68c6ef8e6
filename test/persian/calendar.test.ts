import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
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
import {
  formatDate,
  formatDateRange,
  formatDateTime,
  formatThreeCalendars,
  formatTime,
  formatTimeRange,
} from '../../src/persian/date-format.ts'
import { ZWNJ } from '../../src/persian/invisible.ts'
import {
  daysIn,
  formatPeriod,
  formatYearSpan,
  monthsIn,
  parsePeriod,
  parseYearSpan,
} from '../../src/persian/period.ts'
import type { Period } from '../../src/persian/period.ts'

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

it('agrees with ICU on every day of 1300–1500, its weekday too', () => {
  const icu = new Intl.DateTimeFormat('en-US-u-ca-persian-nu-latn', {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  })
  const first = dayNumber({ y: 1300, m: 1, d: 1 })
  const days = dayNumber({ y: 1501, m: 1, d: 1 }) - first
  const strays: string[] = []
  for (let n = first; n < first + days; n++) {
    const d = fromDayNumber(n)
    const date = new Date((n - EPOCH) * 864e5)
    const same = icu.format(date).replace(/[^\d/]/g, '') === `${d.m}/${d.d}/${d.y}`
    if (!same || dayNumber(d) !== n || weekday(d) !== (date.getUTCDay() + 1) % 7)
      strays.push(`${d.y}/${d.m}/${d.d}`)
  }
  expect([days, strays]).toEqual([73_414, []])
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
  ['mah-year', 'آذرماه ۱۴۰۵'],
  ['month-end', 'پایان آذر ۱۴۰۵'],
  ['ordinal', 'اول آذرماه ۱۴۰۵'],
  ['letterhead', 'تاریخ: ۱۴۰۵/۰۹/۰۱'],
] as const)('writes %s', (style, text) => expect(formatDate({ y: 1405, m: 9, d: 1 }, style)).toBe(text))

it.each([
  [2, 'دوم'],
  [3, 'سوم'],
  [21, 'بیست و یکم'],
  [30, `سی${ZWNJ}ام`],
  [31, 'سی و یکم'],
])('writes day %i as an ordinal', (d, word) =>
  expect(formatDate({ y: 1405, m: 1, d }, 'ordinal')).toBe(`${word} فروردینماه ۱۴۰۵`),
)

it('names every weekday and month', () => {
  const week = Array.from({ length: 7 }, (_, i) => formatDate({ y: 1405, m: 8, d: 30 + i - 7 }, 'full'))
  expect(week.map((text) => text.split(' ')[0])).toEqual([
    'شنبه',
    'یکشنبه',
    'دوشنبه',
    `سه${ZWNJ}شنبه`,
    'چهارشنبه',
    'پنجشنبه',
    'جمعه',
  ])
  const months = Array.from({ length: 12 }, (_, i) => formatDate({ y: 1405, m: i + 1, d: 1 }, 'month-year'))
  expect(months.join(' ').replaceAll(' ۱۴۰۵', '')).toBe(
    'فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند',
  )
})

it.each<[[number, number, number], [number, number, number], string]>([
  [[1405, 9, 1], [1405, 9, 5], '۱ تا ۵ آذر ۱۴۰۵'],
  [[1405, 9, 1], [1405, 9, 4], '۱ تا ۴ آذر ۱۴۰۵'],
  [[1405, 8, 28], [1405, 9, 3], '۲۸ آبان تا ۳ آذر ۱۴۰۵'],
  [[1404, 12, 28], [1405, 1, 3], '۲۸ اسفند ۱۴۰۴ تا ۳ فروردین ۱۴۰۵'],
  [[1404, 9, 1], [1405, 9, 1], '۱ آذر ۱۴۰۴ تا ۱ آذر ۱۴۰۵'],
  [[1405, 9, 1], [1405, 9, 1], '۱ آذر ۱۴۰۵'],
])('writes a range', ([y, m, d], [y2, m2, d2], text) => {
  expect(formatDateRange({ y, m, d }, { y: y2, m: m2, d: d2 })).toBe(text)
})

it('refuses a range that runs backwards', () => {
  const d = { y: 1405, m: 9, d: 1 }
  expect(() => formatDateRange(d, addDays(d, -1))).toThrow(RangeError)
})

it('writes times, and days in three calendars', () => {
  const d = { y: 1405, m: 9, d: 1 }
  expect(formatDateTime(d, '10:30')).toBe('یکشنبه ۱ آذر ۱۴۰۵، ساعت ۱۰:۳۰')
  expect([formatTime('00:05'), formatTime('08:30'), formatTime('23:59')]).toEqual(['۰:۰۵', '۸:۳۰', '۲۳:۵۹'])
  expect(formatTimeRange('08:30', '10:00')).toBe('۸:۳۰ تا ۱۰:۰۰')
  const lunar = `۱۲ جمادی${ZWNJ}الثانی ۱۴۴۸`
  expect(formatThreeCalendars(d, lunar)).toBe(`یکشنبه ۱ آذر ۱۴۰۵ / ${lunar} / ۲۲ نوامبر ۲۰۲۶`)
  const gregorian = Array.from({ length: 12 }, (_, i) => {
    const text = formatThreeCalendars(addDays({ y: 1404, m: 10, d: 25 }, i * 30 + 1), '')
    return text.split(' ').at(-2)
  })
  expect(gregorian.join(' ').replaceAll('\u0654', '')).toBe(
    'ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر',
  )
  expect(formatThreeCalendars({ y: 1404, m: 10, d: 11 }, '-')).toBe(
    'پنجشنبه ۱۱ دی ۱۴۰۴ / - / ۱ ژانویه\u0654 ۲۰۲۶',
  )
  for (const time of ['24:00', '10:60', '8:30', '', '۰۸:۳۰'])
    expect(() => formatTime(time)).toThrow(RangeError)
})

it.each<[[number, number, number], number, [number, number, number]]>([
  [[1405, 6, 31], 1, [1405, 7, 30]],
  [[1405, 11, 30], 1, [1405, 12, 29]],
  [[1403, 11, 30], 1, [1403, 12, 30]],
  [[1405, 9, 15], 4, [1406, 1, 15]],
  [[1405, 9, 15], 12, [1406, 9, 15]],
  [[1405, 1, 31], -1, [1404, 12, 29]],
  [[1405, 1, 15], -13, [1403, 12, 15]],
  [[1405, 9, 15], 0, [1405, 9, 15]],
])('adds months to %j: %i', ([y, m, d], n, [y2, m2, d2]) =>
  expect(addMonths({ y, m, d }, n)).toEqual({ y: y2, m: m2, d: d2 }),
)

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
    ['مهرماه ۱۴۰۴', { year: 1404, fromMonth: 7, toMonth: 7 }],
    ['مهر ماه', { fromMonth: 7, toMonth: 7 }],
    ['مهر تا آذر ۱۴۰۴', { year: 1404, fromMonth: 7, toMonth: 9 }],
    ['نیمه\u0654 نخست ۱۴۰۴', { year: 1404, fromMonth: 1, toMonth: 6 }],
    ['نیمه دوم سال جاری', { fromMonth: 7, toMonth: 12 }],
    ['نیمسال دوم ۱۴۰۴', { year: 1404, fromMonth: 7, toMonth: 12 }],
    ['شش ماه اول ۱۴۰۴', { year: 1404, fromMonth: 1, toMonth: 6 }],
    ['شش ماهه دوم', { fromMonth: 7, toMonth: 12 }],
    [`سه${ZWNJ}ماهه\u0654 دوم ۱۴۰۴`, { year: 1404, fromMonth: 4, toMonth: 6 }],
    ['فصل چهارم ۱۴۰۴', { year: 1404, fromMonth: 10, toMonth: 12 }],
    ['۴ ماهه سوم', { fromMonth: 9, toMonth: 12 }],
    ['بهار ۱۴۰۴', { year: 1404, fromMonth: 1, toMonth: 3 }],
    ['فصل پائیز', { fromMonth: 7, toMonth: 9 }],
    ['زمستان ۱۴۰۴', { year: 1404, fromMonth: 10, toMonth: 12 }],
  ])('%s', (t, value) => {
    expect(parsePeriod(t)).toEqual({ ok: true, value })
    expect(parsePeriod(formatPeriod(value))).toEqual({ ok: true, value })
    expect(parsePeriod(formatPeriod(value, { parts: true }))).toEqual({ ok: true, value })
  })
  it.each([
    '',
    'x',
    '۱۳ ماهه نخست',
    '۰ ماهه نخست',
    '۵ ماهه دوم',
    '۷ ماهه دوم',
    'نیمه سوم',
    'فصل پنجم',
    'آذر تا مهر',
    '1404.5',
  ])('refuses %j', (t) => expect(parsePeriod(t)).toMatchObject({ code: 'period/format' }))
  it('writes and measures', () => {
    expect(formatPeriod({ year: 1404, ...nine })).toBe('۹ ماهه\u0654 نخست سال ۱۴۰۴')
    expect(formatPeriod({ fromMonth: 1, toMonth: 12 })).toBe('سال جاری')
    expect(formatPeriod({ year: 1404, fromMonth: 4, toMonth: 6 })).toBe('تیر تا شهریور ۱۴۰۴')
    expect([monthsIn(nine), daysIn(nine), daysIn({ year: 1404, ...nine })]).toEqual([9, undefined, 276])
  })
  it.each<[Period, string]>([
    [{ year: 1404, fromMonth: 1, toMonth: 12 }, 'سال ۱۴۰۴'],
    [{ year: 1404, fromMonth: 1, toMonth: 6 }, 'نیمه\u0654 نخست سال ۱۴۰۴'],
    [{ fromMonth: 7, toMonth: 12 }, 'نیمه\u0654 دوم سال جاری'],
    [{ year: 1404, fromMonth: 1, toMonth: 3 }, `سه${ZWNJ}ماهه\u0654 نخست سال ۱۴۰۴`],
    [{ year: 1404, fromMonth: 4, toMonth: 6 }, `سه${ZWNJ}ماهه\u0654 دوم سال ۱۴۰۴`],
    [{ year: 1404, fromMonth: 10, toMonth: 12 }, `سه${ZWNJ}ماهه\u0654 چهارم سال ۱۴۰۴`],
    [{ year: 1404, fromMonth: 2, toMonth: 4 }, 'اردیبهشت تا تیر ۱۴۰۴'],
    [{ year: 1404, fromMonth: 4, toMonth: 9 }, 'تیر تا آذر ۱۴۰۴'],
    [{ year: 1404, ...nine }, '۹ ماهه\u0654 نخست سال ۱۴۰۴'],
  ])('names halves and quarters of %j', (value, text) =>
    expect(formatPeriod(value, { parts: true })).toBe(text),
  )
  it('reads back every span of months', () => {
    const lost: Period[] = []
    for (let fromMonth = 1; fromMonth <= 12; fromMonth++) {
      for (let toMonth = fromMonth; toMonth <= 12; toMonth++) {
        for (const value of [
          { fromMonth, toMonth },
          { year: 1404, fromMonth, toMonth },
        ]) {
          for (const parts of [false, true]) {
            const read = parsePeriod(formatPeriod(value, { parts }))
            const same =
              read.ok &&
              read.value.year === ('year' in value ? value.year : undefined) &&
              read.value.fromMonth === fromMonth &&
              read.value.toMonth === toMonth
            if (!same) lost.push(value)
          }
        }
      }
    }
    expect(lost).toEqual([])
  })
})

describe('spans of years', () => {
  it.each([
    '۱۴۰۲ تا ۱۴۰۴',
    `سال${ZWNJ}های ۱۴۰۲ تا ۱۴۰۴`,
    'سال های ۱۴۰۲ تا سال ۱۴۰۴',
    '1402-1404',
    '1402 to 1404',
  ])('reads %s', (text) => {
    expect(parseYearSpan(text)).toEqual({ ok: true, value: { fromYear: 1402, toYear: 1404 } })
    expect(formatYearSpan({ fromYear: 1402, toYear: 1404 })).toBe(`سال${ZWNJ}های ۱۴۰۲ تا ۱۴۰۴`)
  })
  it.each(['', '۱۴۰۴', '۱۴۰۴ تا ۱۴۰۲', '۱۴۰۴ تا ۱۴۰۴', '۲۰۲۰ تا ۲۰۲۲', '۱۴۰۲/۱۴۰۴'])('refuses %j', (text) =>
    expect(parseYearSpan(text)).toEqual({ ok: false, code: 'period/format', values: { text } }),
  )
})
