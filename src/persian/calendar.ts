/**
 * The Jalali calendar over jalaali-js, checked against the official list (persian.md §2.1).
 * Day arithmetic uses Julian day numbers; no Date and no time zone, but for todayInTehran.
 */
import { d2j, isLeapJalaaliYear, j2d, jalaaliMonthLength, toJalaali } from 'jalaali-js'
import { ZWNJ } from './invisible.ts'

export { parseJalaliDate } from './calendar-parse.ts'

/** A day of the Jalali calendar; month 1 is فروردین. */
export type JalaliDate = { y: number; m: number; d: number }

/** Month names, فروردین first. */
export const monthNames: readonly string[] = [
  'فروردین',
  'اردیبهشت',
  'خرداد',
  'تیر',
  'مرداد',
  'شهریور',
  'مهر',
  'آبان',
  'آذر',
  'دی',
  'بهمن',
  'اسفند',
]

/** Weekday names, شنبه first. */
export const weekdayNames: readonly string[] = [
  'شنبه',
  'یکشنبه',
  'دوشنبه',
  `سه${ZWNJ}شنبه`,
  'چهارشنبه',
  'پنجشنبه',
  'جمعه',
]

/** Whether the year has 30 اسفند. Throws RangeError outside −61…3177. */
export function isLeapYear(y: number): boolean {
  return isLeapJalaaliYear(y)
}

/** 31, 30 or 29. Throws RangeError outside the library's years. */
export function daysInMonth(y: number, m: number): number {
  return jalaaliMonthLength(y, m)
}

/** Julian day number of the day. */
export function dayNumber(d: JalaliDate): number {
  return j2d(d.y, d.m, d.d)
}

/** The day with this Julian day number. */
export function fromDayNumber(n: number): JalaliDate {
  const { jy, jm, jd } = d2j(n)
  return { y: jy, m: jm, d: jd }
}

/** The day n days later (earlier when negative). */
export function addDays(d: JalaliDate, n: number): JalaliDate {
  return fromDayNumber(dayNumber(d) + n)
}

/** The same day n months later (earlier when negative), or the last day of a month too short for it. */
export function addMonths(d: JalaliDate, n: number): JalaliDate {
  const months = d.y * 12 + d.m - 1 + n
  const y = Math.floor(months / 12)
  const m = months - y * 12 + 1
  return { y, m, d: Math.min(d.d, daysInMonth(y, m)) }
}

/** Negative, zero or positive as a comes before, on or after b. */
export function compareDates(a: JalaliDate, b: JalaliDate): number {
  return a.y - b.y || a.m - b.m || a.d - b.d
}

/** 0 = شنبه … 6 = جمعه. */
export function weekday(d: JalaliDate): number {
  return (((dayNumber(d) + 2) % 7) + 7) % 7
}

const tehran = new Intl.DateTimeFormat('en-US', {
  timeZone: 'Asia/Tehran',
  calendar: 'gregory',
  numberingSystem: 'latn',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
})

/** The date on the wall in Tehran at this instant; the instant is given so that builds repeat. */
export function todayInTehran(now: Date): JalaliDate {
  const part = new Map(tehran.formatToParts(now).map((p) => [p.type, Number(p.value)]))
  const { jy, jm, jd } = toJalaali(part.get('year') ?? NaN, part.get('month') ?? NaN, part.get('day') ?? NaN)
  return { y: jy, m: jm, d: jd }
}
