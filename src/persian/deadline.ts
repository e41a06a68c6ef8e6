/** Deadlines of resolutions as offices write them (persian.md §2.5). */
import { addDays, addMonths, daysInMonth, monthNames, parseJalaliDate } from './calendar.ts'
import type { JalaliDate } from './calendar.ts'
import { formatDate } from './date-format.ts'
import { toLatinDigits, toPersianDigits } from './digits.ts'
import type { HolidayYear, WorkWeek } from './holidays.ts'
import { NBSP } from './invisible.ts'
import { parseNumber } from './number.ts'
import { bad, good } from './result.ts'
import type { Parsed } from './result.ts'
import { addWorkingDays } from './working-days.ts'
import type { CountedDay } from './working-days.ts'

/** Until a day; so many days (or working days, months) after the resolution is issued; or without a day of its own. */
export type Deadline = (
  | { kind: 'date'; date: JalaliDate }
  | { kind: 'relative'; count: number; unit: 'day' | 'working-day' | 'week' | 'month' }
  | { kind: 'next-meeting' | 'immediate' | 'ongoing' }
) & {
  /** As it was typed: «پایان آذر ۱۴۰۵» is the wording of a decision, its day only what follows from it. */
  written?: string
}

const PLAIN = new Map<string, Deadline>([
  ['مستمر', { kind: 'ongoing' }],
  ['ongoing', { kind: 'ongoing' }],
  ['فوری', { kind: 'immediate' }],
  ['immediate', { kind: 'immediate' }],
  ['جلسه بعد', { kind: 'next-meeting' }],
  ['تا جلسه بعد', { kind: 'next-meeting' }],
  ['جلسه بعدی', { kind: 'next-meeting' }],
  ['تا جلسه بعدی', { kind: 'next-meeting' }],
  ['next meeting', { kind: 'next-meeting' }],
])
const RELATIVE = /^(?:ظرف |تا |within )?(.+?) ?(روز کاری|روز|هفته|ماه|working days?|days?|weeks?|months?)$/
const END = '(?:پایان|آخر|انتهای|end of)'
const MONTH_END = new RegExp(`^(?:تا )?(?:${END} )?(\\S+?)(?: ?ماه)?(?: سال)? (\\d{4})$`)
const YEAR_END = new RegExp(`^(?:تا )?${END} (?:سال |year )?(\\d{4})$`)
const UNITS = {
  'روز کاری': 'working-day',
  روز: 'day',
  هفته: 'week',
  ماه: 'month',
  'working day': 'working-day',
  day: 'day',
  week: 'week',
  month: 'month',
} as const
const UNIT_WORDS = { day: 'روز', 'working-day': 'روز کاری', week: 'هفته', month: 'ماه' } as const

/**
 * Accepts a day («۱۴۰۵/۰۹/۳۰», «تا ۳۰ آذر ۱۴۰۵»), the end of a month or year («پایان آذر ۱۴۰۵»,
 * «پایان سال ۱۴۰۵»), «ظرف ۱۵ روز», «۱۰ روز کاری», `within 2 weeks`, «مستمر», «فوری», «تا جلسهٔ بعد».
 * Errors: those of parseJalaliDate where the text looks like a day; else 'deadline/format' (values: text).
 */
export function parseDeadline(text: string): Parsed<Deadline> {
  const clean = toLatinDigits(text)
    .toLowerCase()
    .replace(/\u06c0/g, 'ه')
    .replace(/\u0654/g, '')
    .replace(/[\u064a\u0649]/g, 'ی')
    .replace(/[\u200b-\u200f\u2060-\u2069]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const plain = PLAIN.get(clean)
  if (plain) return good(plain)
  const year = YEAR_END.exec(clean)
  if (year) return endOf(Number(year[1]), 12)
  const month = MONTH_END.exec(clean)
  const m = month ? monthNames.indexOf(month[1] ?? '') + 1 : 0
  if (month && m > 0) return endOf(Number(month[2]), m)
  const relative = RELATIVE.exec(clean)
  const count = relative ? parseNumber(relative[1] ?? '') : undefined
  if (relative && count?.ok && /^[1-9]\d{0,3}$/.test(count.value)) {
    const unit = UNITS[(relative[2] ?? '').replace(/s$/, '') as keyof typeof UNITS]
    return good({ kind: 'relative', count: Number(count.value), unit })
  }
  if (!/\d/.test(clean)) return bad('deadline/format', { text })
  const day = parseJalaliDate(clean.replace(/^تا (?:تاریخ )?/, ''))
  if (day.ok) return good({ kind: 'date', date: day.value })
  return day.code === 'date/format' ? bad('deadline/format', { text }) : day
}

/** The last day of the month, or the fault of a year that is not ours. */
function endOf(y: number, m: number): Parsed<Deadline> {
  const read = parseJalaliDate(`${y}/${m}/1`)
  return read.ok ? good({ kind: 'date', date: { y, m, d: daysInMonth(y, m) } }) : read
}

/** «۱۴۰۵/۰۹/۳۰», «ظرف ۱۵ روز», «تا جلسهٔ بعد», «فوری», «مستمر». */
export function formatDeadline(deadline: Deadline): string {
  switch (deadline.kind) {
    case 'date':
      return formatDate(deadline.date, 'numeric')
    case 'relative':
      return `ظرف ${toPersianDigits(String(deadline.count))}${NBSP}${UNIT_WORDS[deadline.unit]}`
    case 'next-meeting':
      return 'تا جلسه\u0654 بعد'
    case 'immediate':
      return 'فوری'
    case 'ongoing':
      return 'مستمر'
  }
}

/**
 * The day a deadline falls on: its own, or counted from the day of issue, which does not count. Undefined where it
 * has none («تا جلسهٔ بعد», «فوری», «مستمر») or the day of issue is not known. `assumed` and `incomplete` say which
 * years' holidays were not, or not all, known; only working days ask for them.
 */
export function dueDate(
  deadline: Deadline,
  issued: JalaliDate | undefined,
  week: WorkWeek,
  holidays: readonly HolidayYear[],
): CountedDay | undefined {
  const plain = (day: JalaliDate): CountedDay => ({ day, assumed: [], incomplete: [] })
  if (deadline.kind === 'date') return plain(deadline.date)
  if (deadline.kind !== 'relative' || issued === undefined) return undefined
  switch (deadline.unit) {
    case 'day':
      return plain(addDays(issued, deadline.count))
    case 'week':
      return plain(addDays(issued, deadline.count * 7))
    case 'month':
      return plain(addMonths(issued, deadline.count))
    case 'working-day':
      return addWorkingDays(issued, deadline.count, week, holidays)
  }
}
