import { describe, expect, it } from 'vitest'
import { parseJalaliDate } from '../../src/persian/calendar.ts'
import { dueDate, parseDeadline } from '../../src/persian/deadline.ts'
import { usualWorkWeek } from '../../src/persian/holidays.ts'

const fault = (code: string, date: string, more = {}): object => ({
  ok: false,
  code,
  values: { date, ...more },
})

describe('days', () => {
  it.each([
    ['1300/01/01', 1300, 1, 1],
    ['1404/12/29', 1404, 12, 29],
    ['1405/6/31', 1405, 6, 31],
    ['1899/12/01', 1899, 12, 1],
    [' 1405/1/1 ', 1405, 1, 1],
    ['1405 / 1 / 1', 1405, 1, 1],
    ['\u200f1405/\u200e1/1\u2069', 1405, 1, 1],
    ['1\u200b405/1/1', 1405, 1, 1],
    ['۱  آذر\n۱۴۰۵', 1405, 9, 1],
    ['۱ فروردین ماه ۱۴۰۵', 1405, 1, 1],
    ['۱ فروردینماه ۱۴۰۵', 1405, 1, 1],
    ['۲۹ اسفند ۱۴۰۵', 1405, 12, 29],
    ['۱ د\u064a ۱۴۰۵', 1405, 10, 1],
    ['۱ د\u0649 ۱۴۰۵', 1405, 10, 1],
  ])('%s', (text, y, m, d) => {
    expect(parseJalaliDate(text)).toEqual({ ok: true, value: { y, m, d } })
  })

  it.each([
    ['1299/12/29', 'date/format'],
    ['2101/01/01', 'date/format'],
    ['140/01/01', 'date/format'],
    ['14050/01/01', 'date/format'],
    ['1405/01-01', 'date/format'],
    ['۱ ماه ۱۴۰۵', 'date/format'],
    ['۱ نیسان ۱۴۰۵', 'date/format'],
    ['۱ آذر ۱۹۰', 'date/format'],
    ['آذر ماه ۱۴۰۵ بود', 'date/format'],
    ['', 'date/format'],
    ['05/09/01', 'date/two-digit-year'],
    ['۱ آذر ۰۵', 'date/two-digit-year'],
    ['1900/01/01', 'date/gregorian'],
    ['1999/01/01', 'date/gregorian'],
    ['2100/01/01', 'date/gregorian'],
    ['22 نوامبر 2026', 'date/gregorian'],
    ['Nov 1987', 'date/gregorian'],
    ['in 2026.', 'date/gregorian'],
    ['119870', 'date/format'],
    ['x19870', 'date/format'],
    ['11987x', 'date/format'],
  ])('refuses %s: %s', (text, code) => expect(parseJalaliDate(text)).toEqual(fault(code, text)))

  it.each([
    ['1405/00/01', '۱۴۰۵/۱۲/۲۹'],
    ['1405/13/01', '۱۴۰۵/۱۲/۲۹'],
    ['1405/01/00', '۱۴۰۵/۰۱/۳۱'],
    ['1405/01/32', '۱۴۰۵/۰۱/۳۱'],
    ['1405/07/31', '۱۴۰۵/۰۷/۳۰'],
    ['1405/11/31', '۱۴۰۵/۱۱/۳۰'],
    ['1403/12/31', '۱۴۰۳/۱۲/۳۰'],
    ['۳۱ مهر ۱۴۰۵', '۱۴۰۵/۰۷/۳۰'],
  ])('%s is no day, the last is %s', (text, lastDay) =>
    expect(parseJalaliDate(text)).toEqual(fault('date/impossible', text, { lastDay })),
  )
})

describe('deadlines', () => {
  it.each([
    ['  تا   جلسه\u0654\u200b بعد ', { kind: 'next-meeting' }],
    ['تا جلس\u06c0 بعد', { kind: 'next-meeting' }],
    ['فور\u064a', { kind: 'immediate' }],
    ['تا تاریخ ۱۴۰۵/۰۹/۳۰', { kind: 'date', date: { y: 1405, m: 9, d: 30 } }],
    ['تا ۱۴۰۵/۰۹/۳۰', { kind: 'date', date: { y: 1405, m: 9, d: 30 } }],
    ['آذر ۱۴۰۵', { kind: 'date', date: { y: 1405, m: 9, d: 30 } }],
    ['پایان فروردین\u200cماه ۱۴۰۵', { kind: 'date', date: { y: 1405, m: 1, d: 31 } }],
    ['۹۹۹۹ روز', { kind: 'relative', count: 9999, unit: 'day' }],
    ['ظرف سه ماه', { kind: 'relative', count: 3, unit: 'month' }],
  ])('%s', (text, value) => expect(parseDeadline(text)).toEqual({ ok: true, value }))

  it.each([
    ['۱۰۰۰۰ روز'],
    ['۰ روز'],
    ['-۵ روز'],
    ['۱٫۵ روز'],
    ['زود'],
    ['ماه'],
    ['چند روز'],
    ['پایان نیسان ۱۴۰۵'],
    ['شماره ۵'],
    ['۵ تا ۱۴۰۵/۰۹/۳۰'],
  ])('refuses %s', (text) =>
    expect(parseDeadline(text)).toEqual({ ok: false, code: 'deadline/format', values: { text } }),
  )

  it('a bad day keeps its own fault', () => {
    expect(parseDeadline('1405/13/01')).toMatchObject({ code: 'date/impossible' })
    expect(parseDeadline('پایان آذر ۱۲۰۰')).toMatchObject({ ok: false, code: 'date/format' })
  })

  it('without a day of its own it falls on none', () => {
    for (const kind of ['next-meeting', 'immediate', 'ongoing'] as const)
      expect(dueDate({ kind }, { y: 1405, m: 9, d: 1 }, usualWorkWeek, [])).toBeUndefined()
  })
})
