/** Reading a Jalali date an author typed (persian.md §2.1 «input forms»). */
import { daysInMonth, monthNames } from './calendar.ts'
import type { JalaliDate } from './calendar.ts'
import { toLatinDigits, toPersianDigits } from './digits.ts'
import { bad, good } from './result.ts'
import type { Parsed } from './result.ts'

const NUMERIC = /^(\d+)\s?([/-])\s?(\d{1,2})\s?\2\s?(\d{1,2})$/
const NAMED = /^(\d{1,2})\s([^\d\s]+)\s(\d+)$/

/**
 * Accepts 1405/09/01, 1405/9/1, 1405-09-01 and «۱ آذر ۱۴۰۵» in any digits, years 1300–1899.
 * Errors: 'date/two-digit-year', 'date/gregorian' (years 1900–2100), 'date/format' (values: date),
 * 'date/impossible' (values: date; lastDay, the last day of that month or, for an unknown
 * month, of that year, as ۱۴۰۴/۱۲/۲۹).
 */
export function parseJalaliDate(text: string): Parsed<JalaliDate> {
  const clean = toLatinDigits(text)
    .replace(/[\u200b-\u200f\u2060-\u2069\u202a-\u202e\ufeff]/g, '')
    .replace(/[\u064a\u0649]/g, 'ی')
    .replace(/\s+/g, ' ')
    .trim()
  const parts = numericParts(clean) ?? namedParts(clean)
  if (/(?:^|\D)(?:19\d\d|20\d\d|2100)(?:\D|$)/.test(clean)) return bad('date/gregorian', { date: text })
  if (parts === undefined) return bad('date/format', { date: text })
  const [year, m, d] = parts
  if (year.length === 2) return bad('date/two-digit-year', { date: text })
  const y = Number(year)
  if (year.length !== 4 || y < 1300 || y > 1899) return bad('date/format', { date: text })
  const month = m >= 1 && m <= 12 ? m : 12
  const last = daysInMonth(y, month)
  if (month !== m || d < 1 || d > last) {
    const lastDay = toPersianDigits(`${y}/${String(month).padStart(2, '0')}/${last}`)
    return bad('date/impossible', { date: text, lastDay })
  }
  return good({ y, m, d })
}

function numericParts(text: string): [string, number, number] | undefined {
  const match = NUMERIC.exec(text)
  return match ? [match[1] ?? '', Number(match[3]), Number(match[4])] : undefined
}

function namedParts(text: string): [string, number, number] | undefined {
  const match = NAMED.exec(text.replace(/ ?ماه (?=\d+$)/, ' '))
  const month = match ? monthNames.indexOf(match[2] ?? '') + 1 : 0
  return match && month > 0 ? [match[3] ?? '', month, Number(match[1])] : undefined
}
