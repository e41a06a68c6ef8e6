/** Deadlines of resolutions, and what had to be assumed to count them. */
import { dueOf, lastOf } from '../insight/standing.ts'
import type { OfficeCalendar } from '../insight/standing.ts'
import type { Resolution } from '../model/meeting.ts'
import { formatDeadline } from '../persian/deadline.ts'
import { formatDate } from '../persian/date-format.ts'
import { toPersianDigits } from '../persian/digits.ts'
import { fa } from '../persian/fa.ts'
import { joinList } from '../persian/words.ts'

/** «ظرف ۱۵ روز (۱۴۰۵/۰۹/۳۰)»: a span with its day, where the day of issue is known. '' for none. */
export function deadlineText(resolution: Resolution, calendar: OfficeCalendar): string {
  const deadline = lastOf(resolution, 'deadline')
  if (deadline === undefined) return ''
  const due = deadline.kind === 'relative' ? dueOf(resolution, calendar) : undefined
  return formatDeadline(deadline) + (due ? ` (${formatDate(due.day, 'numeric')})` : '')
}

/** The sentence that must stand beside days counted without all holidays; '' where nothing was assumed. */
export function assumptionNote(resolutions: Resolution[], calendar: OfficeCalendar): string {
  const counted = resolutions.flatMap((resolution) => dueOf(resolution, calendar) ?? [])
  const years = (of: (due: (typeof counted)[number]) => number[]): string =>
    joinList([...new Set(counted.flatMap(of))].toSorted().map((year) => toPersianDigits(String(year))))
  const assumed = years((due) => due.assumed)
  const incomplete = years((due) => due.incomplete)
  return [
    ...(assumed ? [fa`تعطیلات رسمی سال ${assumed} در دست نبود و روزهای کاری بی آن شمرده شد.`] : []),
    ...(incomplete
      ? [fa`فهرست تعطیلات سال ${incomplete} کامل نیست و شمار روزهای کاری ممکن است تغییر کند.`]
      : []),
  ].join(' ')
}
