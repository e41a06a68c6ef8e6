/** Reporting periods: a year, its first months, or a span of months (brief; persian.md §2.5). */
import { daysInMonth, monthNames } from './calendar.ts'
import { toLatinDigits, toPersianDigits } from './digits.ts'
import { parseNumber } from './number-parse.ts'
import { bad, good } from './result.ts'
import type { Parsed } from './result.ts'

/** Months (1–12, both included) of a Jalali year; no year means «سال جاری». */
export type Period = { year?: number; fromMonth: number; toMonth: number }

const YEAR = '(?:(?:of |in )?(?:year |سال )?(1[3-8]\\d\\d)|(?:سال )?جاری|year|سال)'
const WHOLE = new RegExp(`^${YEAR}$`)
const FIRST = new RegExp(`^(\\S+) ?ماهه(?: ?ی)? (?:نخست|اول)(?: ${YEAR})?$`)
const FIRST_EN = new RegExp(`^first (\\S+) months?(?: ${YEAR})?$`)
const NAMED = new RegExp(`^([^\\d\\s]+)(?: تا ([^\\d\\s]+))?(?: ${YEAR})?$`)

/**
 * Accepts 1404, «سال ۱۴۰۴», «سال جاری», «۹ ماههٔ نخست [۱۴۰۴]», «نه ماهه نخست»,
 * `first 9 months [of 1404]`, `year [1404]`, «مهر ۱۴۰۴», «مهر تا آذر ۱۴۰۴».
 * Error: 'period/format' (values: text).
 */
export function parsePeriod(text: string): Parsed<Period> {
  const clean = toLatinDigits(text)
    .toLowerCase()
    .replace(/\u06c0/g, 'ه')
    .replace(/\u0654/g, '')
    .replace(/[\u064a\u0649]/g, 'ی')
    .replace(/[\u200e\u200f\u2060-\u2069]/g, '')
    .replace(/[\s\u200c]+/g, ' ')
    .trim()
  const whole = WHOLE.exec(clean)
  if (whole) return good(period(1, 12, whole[1]))
  const first = FIRST.exec(clean) ?? FIRST_EN.exec(clean)
  if (first) {
    const months = parseNumber(first[1] ?? '')
    const count = months.ok ? Number(months.value) : 0
    return Number.isInteger(count) && count >= 1 && count <= 12
      ? good(period(1, count, first[2]))
      : bad('period/format', { text })
  }
  const named = NAMED.exec(clean)
  const from = named ? monthNames.indexOf(named[1] ?? '') + 1 : 0
  const to = named?.[2] === undefined ? from : monthNames.indexOf(named[2]) + 1
  return from >= 1 && to >= from ? good(period(from, to, named?.[3])) : bad('period/format', { text })
}

function period(fromMonth: number, toMonth: number, year: string | undefined): Period {
  return year === undefined ? { fromMonth, toMonth } : { year: Number(year), fromMonth, toMonth }
}

/** «سال ۱۴۰۴», «۹ ماههٔ نخست سال ۱۴۰۴», «مهر ۱۴۰۴», «مهر تا آذر ۱۴۰۴»; without a year «سال جاری». */
export function formatPeriod(p: Period): string {
  const number = p.year === undefined ? undefined : toPersianDigits(String(p.year))
  const year = `سال ${number ?? 'جاری'}`
  if (p.fromMonth === 1 && p.toMonth === 12) return year
  const from = monthNames[p.fromMonth - 1] ?? ''
  if (p.fromMonth === p.toMonth) return `${from} ${number ?? year}`
  if (p.fromMonth === 1) return `${toPersianDigits(String(p.toMonth))} ماهه\u0654 نخست ${year}`
  return `${from} تا ${monthNames[p.toMonth - 1] ?? ''} ${number ?? year}`
}

/** How many months the period has. */
export function monthsIn(p: Period): number {
  return p.toMonth - p.fromMonth + 1
}

/** How many days it has; undefined when the year is not known. */
export function daysIn(p: Period): number | undefined {
  if (p.year === undefined) return undefined
  let days = 0
  for (let m = p.fromMonth; m <= p.toMonth; m++) days += daysInMonth(p.year, m)
  return days
}
