/** Writing a Jalali date; exact outputs in persian.md §2.3. */
import { monthNames, weekday, weekdayNames } from './calendar.ts'
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
  | 'ordinal'
  | 'letterhead'

/** The date in the given style, e.g. full «یکشنبه ۱ آذر ۱۴۰۵». The date must be a real one. */
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
    case 'ordinal':
      return `${ordinal(d.d)} ${month}ماه ${year}`
    case 'letterhead':
      return `تاریخ: ${numeric}`
  }
}
