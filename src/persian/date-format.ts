/** Writing a Jalali date; exact outputs in persian.md §2.3. */
import { toGregorian } from 'jalaali-js'
import { compareDates, monthNames, weekday, weekdayNames } from './calendar.ts'
import type { JalaliDate } from './calendar.ts'
import { toPersianDigits } from './digits.ts'
import { ordinal } from './words.ts'

export type DateStyle =
  | 'numeric'
  | 'numeric-loose'
  | 'long'
  | 'full'
  | 'formal'
  | 'month-year'
  | 'mah-year'
  | 'month-end'
  | 'ordinal'
  | 'letterhead'

/** Months of the Gregorian calendar as Iran writes them before a year. */
const GREGORIAN_MONTHS = [
  'ژانویه\u0654',
  'فوریه\u0654',
  'مارس',
  'آوریل',
  'مه\u0654',
  'ژوئن',
  'ژوئیه\u0654',
  'اوت',
  'سپتامبر',
  'اکتبر',
  'نوامبر',
  'دسامبر',
]

/**
 * The date in the given style, e.g. full «یکشنبه ۱ آذر ۱۴۰۵», mah-year «آذرماه ۱۴۰۵», month-end «پایان آذر ۱۴۰۵»
 * whatever the day. The date must be a real one.
 */
export function formatDate(d: JalaliDate, style: DateStyle): string {
  const month = monthNames[d.m - 1] ?? ''
  const numeric = toPersianDigits(`${d.y}/${String(d.m).padStart(2, '0')}/${String(d.d).padStart(2, '0')}`)
  const year = toPersianDigits(String(d.y))
  const long = `${toPersianDigits(String(d.d))} ${month} ${year}`
  const day = weekdayNames[weekday(d)] ?? ''
  switch (style) {
    case 'numeric':
      return numeric
    case 'numeric-loose':
      return toPersianDigits(`${d.y}/${d.m}/${d.d}`)
    case 'long':
      return long
    case 'full':
      return `${day} ${long}`
    case 'formal':
      return `روز ${day} مورخ ${numeric}`
    case 'month-year':
      return `${month} ${year}`
    case 'mah-year':
      return `${month}ماه ${year}`
    case 'month-end':
      return `پایان ${month} ${year}`
    case 'ordinal':
      return `${ordinal(d.d)} ${month}ماه ${year}`
    case 'letterhead':
      return `تاریخ: ${numeric}`
  }
}

/** «یکشنبه ۱ آذر ۱۴۰۵، ساعت ۱۰:۳۰»; the time as readers keep it, HH:MM. Throws RangeError on any other. */
export function formatDateTime(d: JalaliDate, time: string): string {
  return `${formatDate(d, 'full')}، ساعت ${formatTime(time)}`
}

/** «یکشنبه ۱ آذر ۱۴۰۵ / [lunar] / ۲۲ نوامبر ۲۰۲۶»; the lunar date as it was typed. */
export function formatThreeCalendars(d: JalaliDate, lunar: string): string {
  const { gy, gm, gd } = toGregorian(d.y, d.m, d.d)
  const gregorian = toPersianDigits(`${gd} ${GREGORIAN_MONTHS[gm - 1] ?? ''} ${gy}`)
  return `${formatDate(d, 'full')} / ${lunar} / ${gregorian}`
}

/**
 * «۱ تا ۴ آذر ۱۴۰۵», «۲۸ آبان تا ۳ آذر ۱۴۰۵», «۲۸ اسفند ۱۴۰۴ تا ۳ فروردین ۱۴۰۵»; one day is written once.
 * Throws RangeError when the last day comes before the first.
 */
export function formatDateRange(first: JalaliDate, last: JalaliDate): string {
  const order = compareDates(first, last)
  if (order > 0) throw new RangeError('a range that ends before it begins')
  const end = formatDate(last, 'long')
  if (order === 0) return end
  if (first.y !== last.y) return `${formatDate(first, 'long')} تا ${end}`
  const day = toPersianDigits(String(first.d))
  return first.m === last.m ? `${day} تا ${end}` : `${day} ${monthNames[first.m - 1] ?? ''} تا ${end}`
}

/** «۸:۳۰» for 08:30. Throws RangeError unless it is HH:MM. */
export function formatTime(time: string): string {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time)
  if (!match) throw new RangeError(`not a time: ${time}`)
  return toPersianDigits(`${Number(match[1])}:${match[2]}`)
}

/** «۸:۳۰ تا ۱۰:۰۰», never a dash, which would turn round in a cell (§1.3). Throws as formatTime. */
export function formatTimeRange(start: string, end: string): string {
  return `${formatTime(start)} تا ${formatTime(end)}`
}
