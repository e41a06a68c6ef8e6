/** Reporting periods: a year, its first months, or a span of months (brief; persian.md §2.5). */
import { daysInMonth, monthNames } from './calendar.ts'
import { toLatinDigits, toPersianDigits } from './digits.ts'
import { ZWNJ } from './invisible.ts'
import { parseNumber } from './number-parse.ts'
import { bad, good } from './result.ts'
import type { Parsed } from './result.ts'
import { ordinal } from './words.ts'

/** Months (1–12, both included) of a Jalali year; no year means «سال جاری». */
export type Period = { year?: number; fromMonth: number; toMonth: number }

const YEAR = '(?:(?:of |in )?(?:year |سال )?(1[3-8]\\d\\d)|(?:سال )?جاری|year|سال)'
const WHOLE = new RegExp(`^${YEAR}$`)
/** «۳ ماهه دوم» is the second stretch of so many months; «نیمه» and «فصل» are stretches of six and three. */
const STRETCH = new RegExp(`^(?:(\\S+) ?ماهه?|(نیمه|نیم سال|نیمسال)|فصل)(?: ?ی)? (\\S+)(?: ${YEAR})?$`)
const FIRST_EN = new RegExp(`^first (\\S+) months?(?: ${YEAR})?$`)
const SEASON = new RegExp(`^(?:فصل )?(بهار|تابستان|پاییز|پائیز|زمستان)(?: ${YEAR})?$`)
const NAMED = new RegExp(`^([^\\d\\s]+)(?: ماه)?(?: تا ([^\\d\\s]+))?(?: ماه)?(?: ${YEAR})?$`)
const SEASONS = ['بهار', 'تابستان', 'پاییز', 'زمستان']
const ORDINALS = new Map(
  ['اول', 'دوم', 'سوم', 'چهارم', 'پنجم', 'ششم'].map((word, i): [string, number] => [word, i + 1]),
).set('نخست', 1)

/**
 * Accepts 1404, «سال ۱۴۰۴», «سال جاری», «۹ ماههٔ نخست [۱۴۰۴]», «نه ماهه نخست», «۳ ماههٔ دوم ۱۴۰۴»,
 * «نیمهٔ نخست ۱۴۰۴», «فصل دوم ۱۴۰۴», «تابستان ۱۴۰۴», `first 9 months [of 1404]`, `year [1404]`,
 * «مهر ۱۴۰۴», «مهر تا آذر ۱۴۰۴». Error: 'period/format' (values: text).
 */
export function parsePeriod(text: string): Parsed<Period> {
  const clean = tidy(text)
  const whole = WHOLE.exec(clean)
  if (whole) return good(period(1, 12, whole[1]))
  return stretch(clean) ?? named(clean) ?? bad('period/format', { text })
}

function tidy(text: string): string {
  return toLatinDigits(text)
    .toLowerCase()
    .replace(/\u06c0/g, 'ه')
    .replace(/\u0654/g, '')
    .replace(/[\u064a\u0649]/g, 'ی')
    .replace(/[\u200e\u200f\u2060-\u2069]/g, '')
    .replace(/[\s\u200c]+/g, ' ')
    .trim()
}

/** The k-th stretch of so many months; but for the first, stretches must fill the year. */
function stretch(clean: string): Parsed<Period> | undefined {
  const english = FIRST_EN.exec(clean)
  if (english) return nth(english[1] ?? '', 1, english[2])
  const match = STRETCH.exec(clean)
  const k = ORDINALS.get(match?.[3] ?? '')
  if (!match || k === undefined) return undefined
  return nth(match[1] ?? (match[2] === undefined ? '3' : '6'), k, match[4])
}

function nth(size: string, k: number, year: string | undefined): Parsed<Period> | undefined {
  const read = parseNumber(size)
  const months = read.ok && /^\d\d?$/.test(read.value) ? Number(read.value) : 0
  if (months < 1 || months * k > 12 || (k > 1 && 12 % months !== 0)) return undefined
  return good(period(months * (k - 1) + 1, months * k, year))
}

/** A season, a month, or one month to another. */
function named(clean: string): Parsed<Period> | undefined {
  const season = SEASON.exec(clean)
  if (season) {
    const k = SEASONS.indexOf((season[1] ?? '').replace('ئ', 'ی'))
    return good(period(k * 3 + 1, k * 3 + 3, season[2]))
  }
  const match = NAMED.exec(clean)
  const from = monthNumber(match?.[1] ?? '')
  const to = match?.[2] === undefined ? from : monthNumber(match[2])
  return from >= 1 && to >= from ? good(period(from, to, match?.[3])) : undefined
}

/** 7 for «مهر» and «مهرماه»; 0 for no month. */
const monthNumber = (name: string): number => monthNames.indexOf(name.replace(/ماه$/, '')) + 1

function period(fromMonth: number, toMonth: number, year: string | undefined): Period {
  return year === undefined ? { fromMonth, toMonth } : { year: Number(year), fromMonth, toMonth }
}

/**
 * «سال ۱۴۰۴», «۹ ماههٔ نخست سال ۱۴۰۴», «مهر ۱۴۰۴», «مهر تا آذر ۱۴۰۴»; without a year «سال جاری». With `parts`,
 * halves and quarters have their names: «نیمهٔ دوم سال ۱۴۰۴», «سه ماههٔ سوم سال ۱۴۰۴».
 */
export function formatPeriod(p: Period, opts?: { parts?: boolean }): string {
  const number = p.year === undefined ? undefined : toPersianDigits(String(p.year))
  const year = `سال ${number ?? 'جاری'}`
  if (p.fromMonth === 1 && p.toMonth === 12) return year
  const part = opts?.parts === true ? partName(p) : undefined
  if (part !== undefined) return `${part} ${year}`
  const from = monthNames[p.fromMonth - 1] ?? ''
  if (p.fromMonth === p.toMonth) return `${from} ${number ?? year}`
  if (p.fromMonth === 1) return `${toPersianDigits(String(p.toMonth))} ماهه\u0654 نخست ${year}`
  return `${from} تا ${monthNames[p.toMonth - 1] ?? ''} ${number ?? year}`
}

/** The name of a half or quarter of the year. */
function partName(p: Period): string | undefined {
  const months = monthsIn(p)
  if ((months !== 3 && months !== 6) || p.toMonth % months !== 0) return undefined
  const nth = p.fromMonth === 1 ? 'نخست' : ordinal(p.toMonth / months)
  return months === 6 ? `نیمه\u0654 ${nth}` : `سه${ZWNJ}ماهه\u0654 ${nth}`
}

/** Years one after the other, both included. */
export type YearSpan = { fromYear: number; toYear: number }

const SPAN = /^(?:سال ?های |سال |years )?(1[3-8]\d\d)(?: (?:تا|to) | ?[-\u2013] ?)(?:سال )?(1[3-8]\d\d)$/

/** Accepts «۱۴۰۲ تا ۱۴۰۴», «سال های ۱۴۰۲ تا ۱۴۰۴», 1402-1404. Error: 'period/format' (values: text). */
export function parseYearSpan(text: string): Parsed<YearSpan> {
  const match = SPAN.exec(tidy(text))
  const span = { fromYear: Number(match?.[1]), toYear: Number(match?.[2]) }
  return span.fromYear < span.toYear ? good(span) : bad('period/format', { text })
}

/** «سال های ۱۴۰۲ تا ۱۴۰۴». */
export function formatYearSpan({ fromYear, toYear }: YearSpan): string {
  return toPersianDigits(`سال${ZWNJ}های ${fromYear} تا ${toYear}`)
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
