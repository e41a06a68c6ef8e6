import { expect, it } from 'vitest'
import { deadlineText, assumptionNote } from '../../src/paper/deadlines.ts'
import { moneyWords } from '../../src/paper/head.ts'
import { usualWorkWeek } from '../../src/persian/holidays.ts'
import { briefingOf, plain } from './briefing-of.ts'

const resolutions = (fields: string) =>
  briefingOf(`resolutions: [{ text: الف, ${fields} }]`).meeting.resolutions ?? []
const calendar = { today: { y: 1405, m: 9, d: 1 }, week: usualWorkWeek, holidays: [] }
const known = { ...calendar, holidays: [{ year: 1405, days: [] }] }
const partly = { ...calendar, holidays: [{ year: 1405, days: [], incomplete: 'قمری' }] }
const text = (fields: string): string => plain(deadlineText(resolutions(fields)[0] ?? { text: '' }, known))

it.each([
  ['deadline: 1405/09/30', '۱۴۰۵/۰۹/۳۰'],
  ['deadline: ظرف ۱۵ روز', 'ظرف ۱۵ روز'],
  ['deadline: ظرف ۱۵ روز, issued: 1405/09/01', 'ظرف ۱۵ روز (۱۴۰۵/۰۹/۱۶)'],
  ['deadline: ۱۰ روز کاری, issued: 1405/09/01', 'ظرف ۱۰ روز کاری (۱۴۰۵/۰۹/۱۵)'],
  ['deadline: مستمر', 'مستمر'],
  ['credit: ۵ تومان', ''],
])('%s prints %s', (fields, printed) => expect(text(fields)).toBe(printed))

it('says what was assumed of holidays, only where working days were counted', () => {
  const counted = resolutions('deadline: ۱۰ روز کاری, issued: 1405/09/01')
  expect(assumptionNote(counted, calendar)).toContain('۱۴۰۵ در دست نبود')
  expect(assumptionNote(counted, partly)).toContain('۱۴۰۵ کامل نیست')
  expect(assumptionNote(counted, known)).toBe('')
  expect(assumptionNote(resolutions('deadline: ظرف ۱۵ روز, issued: 1405/09/01'), calendar)).toBe('')
})

it('prints the second unit of the office with its rule, and foreign money alone', () => {
  const words = moneyWords({ settings: { second_unit: 'rial-current' }, emblem: '' })
  const toman = plain(words({ amount: '5000000', unit: 'toman' }))
  expect(toman).toContain('۵ میلیون تومان (۵۰ میلیون ریال جاری؛')
  expect(plain(words({ amount: '5', unit: 'USD' }))).toBe('۵ دلار')
  expect(plain(moneyWords({ settings: {}, emblem: '' })({ amount: '5', unit: 'toman' }))).toBe('۵ تومان')
})
