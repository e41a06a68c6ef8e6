/** Official holidays, as the calendar of each year prints them; lunar ones are never computed (persian.md §2.4). */
import { compareDates } from './calendar.ts'
import type { JalaliDate } from './calendar.ts'

/** The holidays of one year. `incomplete` says which are missing, where some are. */
export type HolidayYear = {
  year: number
  days: readonly { date: JalaliDate; title: string }[]
  incomplete?: string
}

/** The weekdays on which offices are closed, 0 = شنبه … 6 = جمعه. */
export type WorkWeek = { weekend: readonly number[] }

/** Thursday and Friday off, as in most public offices (persian.md §2.5); provinces differ. */
export const usualWorkWeek: WorkWeek = { weekend: [5, 6] }

/** The holiday of this day, if it is one. */
export function holidayOn(day: JalaliDate, holidays: readonly HolidayYear[]): string | undefined {
  const year = holidays.find(({ year }) => year === day.y)
  return year?.days.find(({ date }) => compareDates(date, day) === 0)?.title
}
