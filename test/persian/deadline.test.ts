import { expect, it } from 'vitest'
import { compactScale, roundDecimal } from '../../src/persian/compact.ts'
import { formatDeadline, parseDeadline } from '../../src/persian/deadline.ts'
import { NBSP } from '../../src/persian/invisible.ts'

it.each([
  ['۱۴۰۵/۰۹/۳۰', { kind: 'date', date: { y: 1405, m: 9, d: 30 } }],
  ['تا ۳۰ آذر ۱۴۰۵', { kind: 'date', date: { y: 1405, m: 9, d: 30 } }],
  ['پایان اسفند ۱۴۰۴', { kind: 'date', date: { y: 1404, m: 12, d: 29 } }],
  ['پایان اسفند ماه ۱۴۰۳', { kind: 'date', date: { y: 1403, m: 12, d: 30 } }],
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
])('scales %s', (value, number, scale) => expect(compactScale(value)).toEqual({ number, scale }))

it('rounds half away from zero', () => {
  expect(['0.25', '-0.25', '1.249'].map((value) => roundDecimal(value, 1))).toEqual(['0.3', '-0.3', '1.2'])
})
