/** Counting in working days. Where the holidays of a year are not known, the result says so (persian.md §2.5). */
import { dayNumber, fromDayNumber, weekday } from './calendar.ts'
import type { JalaliDate } from './calendar.ts'
import { holidayOn } from './holidays.ts'
import type { HolidayYear, WorkWeek } from './holidays.ts'

/**
 * A counted day, and what a paper must print beside it: `assumed`, the years counted as if they had no holidays
 * because their file is missing; `incomplete`, the years whose file says that it lacks some.
 */
export type CountedDay = { day: JalaliDate; assumed: number[]; incomplete: number[] }

/** Whether offices are open: neither in the weekend nor a holiday. A year without a file has no holidays. */
export function isWorkingDay(day: JalaliDate, week: WorkWeek, holidays: readonly HolidayYear[]): boolean {
  return !week.weekend.includes(weekday(day)) && holidayOn(day, holidays) === undefined
}

/**
 * The working day that is the count-th after the given day, which itself never counts.
 * Throws RangeError unless count is a whole number above zero and the week has a working day.
 */
export function addWorkingDays(
  day: JalaliDate,
  count: number,
  week: WorkWeek,
  holidays: readonly HolidayYear[],
): CountedDay {
  if (!Number.isSafeInteger(count) || count < 1) throw new RangeError(`no count of working days: ${count}`)
  if (new Set(week.weekend).size > 6) throw new RangeError('a week without a working day')
  const years = new Set<number>()
  let number = dayNumber(day)
  let at = day
  for (let left = count; left > 0;) {
    at = fromDayNumber(++number)
    years.add(at.y)
    if (isWorkingDay(at, week, holidays)) left--
  }
  const file = (y: number): HolidayYear | undefined => holidays.find(({ year }) => year === y)
  return {
    day: at,
    assumed: [...years].filter((y) => file(y) === undefined),
    incomplete: [...years].filter((y) => file(y)?.incomplete !== undefined),
  }
}
