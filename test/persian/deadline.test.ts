import { describe, expect, it } from 'vitest'
import { compactScale, roundDecimal } from '../../src/persian/compact.ts'
import { dueDate, formatDeadline, parseDeadline } from '../../src/persian/deadline.ts'
import { usualWorkWeek } from '../../src/persian/holidays.ts'
import { LRM, MINUS, NBSP } from '../../src/persian/invisible.ts'

it.each([
  ['۱۴۰۵/۰۹/۳۰', { kind: 'date', date: { y: 1405, m: 9, d: 30 } }],
  ['تا ۳۰ آذر ۱۴۰۵', { kind: 'date', date: { y: 1405, m: 9, d: 30 } }],
  ['پایان اسفند ۱۴۰۴', { kind: 'date', date: { y: 1404, m: 12, d: 29 } }],
  ['پایان اسفند ماه ۱۴۰۳', { kind: 'date', date: { y: 1403, m: 12, d: 30 } }],
  ['آخر آذر ۱۴۰۵', { kind: 'date', date: { y: 1405, m: 9, d: 30 } }],
  ['end of آذر 1405', { kind: 'date', date: { y: 1405, m: 9, d: 30 } }],
  ['تا پایان سال ۱۴۰۵', { kind: 'date', date: { y: 1405, m: 12, d: 29 } }],
  ['پایان ۱۴۰۳', { kind: 'date', date: { y: 1403, m: 12, d: 30 } }],
  ['end of year 1405', { kind: 'date', date: { y: 1405, m: 12, d: 29 } }],
  ['ظرف ۱۵ روز', { kind: 'relative', count: 15, unit: 'day' }],
  ['ظرف دو هفته', { kind: 'relative', count: 2, unit: 'week' }],
  ['۱۰ روز کاری', { kind: 'relative', count: 10, unit: 'working-day' }],
  ['within 3 months', { kind: 'relative', count: 3, unit: 'month' }],
  ['تا جلسهٔ بعد', { kind: 'next-meeting' }],
  ['مستمر', { kind: 'ongoing' }],
  ['فوری', { kind: 'immediate' }],
])('reads %s', (text, value) => expect(parseDeadline(text)).toEqual({ ok: true, value }))

it.each([
  ['زود', 'deadline/format'],
  ['ظرف ۰ روز', 'deadline/format'],
  ['1405/07/31', 'date/impossible'],
  ['2026-01-01', 'date/gregorian'],
  ['پایان سال ۲۰۲۶', 'date/gregorian'],
  ['پایان سال', 'deadline/format'],
])('refuses %s', (text, code) => expect(parseDeadline(text)).toMatchObject({ ok: false, code }))

it.each(['۱۴۰۵/۰۹/۳۰', `ظرف ۱۵${NBSP}روز`, `ظرف ۱۰${NBSP}روز کاری`, 'تا جلسه\u0654 بعد', 'فوری', 'مستمر'])(
  'writes %s as it was read',
  (text) => {
    const read = parseDeadline(text)
    expect(read.ok && formatDeadline(read.value)).toBe(text)
  },
)

it.each([
  ['1231000000', '۱٫۲۳۱', 'میلیارد'],
  ['999999', '۹۹۹٬۹۹۹', ''],
  ['1000000', '۱', 'میلیون'],
  ['152325000000000', '۱۵۲٫۳۲۵', 'هزار میلیارد'],
  ['999999.9996', '۱', 'میلیون'],
  ['-999999999.9', `${LRM}${MINUS}۱`, 'میلیارد'],
  ['999999499999', '۹۹۹٫۹۹۹', 'میلیارد'],
  ['999999500000', '۱', 'هزار میلیارد'],
  ['0', '۰', ''],
  ['0.0004', '۰', ''],
  ['1231000000000000000', '۱٬۲۳۱٬۰۰۰', 'هزار میلیارد'],
])('scales %s', (value, number, scale) => expect(compactScale(value)).toEqual({ number, scale }))

it('carries into the next scale at fewer decimals', () => {
  expect(compactScale('999960000', 1)).toEqual({ number: '۱', scale: 'میلیارد' })
  expect(compactScale('999940000', 1)).toEqual({ number: '۹۹۹٫۹', scale: 'میلیون' })
  expect(compactScale('999500', 0)).toEqual({ number: '۹۹۹٬۵۰۰', scale: '' })
})

it('rounds half away from zero', () => {
  expect(['0.25', '-0.25', '1.249'].map((value) => roundDecimal(value, 1))).toEqual(['0.3', '-0.3', '1.2'])
})

describe('the day a deadline falls on', () => {
  const issued = { y: 1405, m: 6, d: 31 }
  const due = (text: string, from: typeof issued | undefined = issued) => {
    const read = parseDeadline(text)
    return read.ok ? dueDate(read.value, from, usualWorkWeek, []) : read
  }
  const plain = (y: number, m: number, d: number) => ({ day: { y, m, d }, assumed: [], incomplete: [] })
  it.each([
    ['۱۴۰۵/۰۹/۳۰', plain(1405, 9, 30)],
    ['ظرف ۱۵ روز', plain(1405, 7, 15)],
    ['ظرف ۲ هفته', plain(1405, 7, 14)],
    ['ظرف یک ماه', plain(1405, 7, 30)],
    ['ظرف ۶ ماه', plain(1405, 12, 29)],
    ['ظرف ۷ ماه', plain(1406, 1, 31)],
    ['تا جلسه بعد', undefined],
    ['فوری', undefined],
    ['مستمر', undefined],
  ])('%s', (text, day) => expect(due(text)).toEqual(day))
  it('counts working days and owns up to a year it does not know', () =>
    expect(due('۱۰ روز کاری')).toEqual({ day: { y: 1405, m: 7, d: 14 }, assumed: [1405], incomplete: [] }))
  it('is not known before the day of issue is', () => {
    const read = parseDeadline('ظرف ۱۵ روز')
    expect(read.ok && dueDate(read.value, undefined, usualWorkWeek, [])).toBeUndefined()
    expect(dueDate({ kind: 'date', date: issued }, undefined, usualWorkWeek, [])?.day).toEqual(issued)
  })
})
