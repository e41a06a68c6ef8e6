/** How a resolution stands on a day. */
import type { Resolution } from '../model/meeting.ts'
import { compareDates } from '../persian/calendar.ts'
import type { JalaliDate } from '../persian/calendar.ts'
import { dueDate } from '../persian/deadline.ts'
import type { CountedDay } from '../persian/working-days.ts'
import type { HolidayYear, WorkWeek } from '../persian/holidays.ts'

/** The day on which is asked, and the days on which the office works. */
export interface OfficeCalendar {
  today: JalaliDate
  week: WorkWeek
  holidays: readonly HolidayYear[]
}

export type Standing = 'done' | 'running' | 'late' | 'open' | 'stopped'

const closed = { done: 'done', cancelled: 'stopped', suspended: 'stopped' } as const

/** Late when its last deadline lies before the day and it is neither done, cancelled nor suspended. */
export function standing(resolution: Resolution, calendar: OfficeCalendar): Standing {
  const status = lastOf(resolution, 'status')
  if (status && status in closed) return closed[status as keyof typeof closed]
  const due = dueOf(resolution, calendar)
  if (due && compareDates(due.day, calendar.today) < 0) return 'late'
  return status === 'in-progress' || status === 'partly-done' || status === 'ongoing' ? 'running' : 'open'
}

/** The latest word of the history on a field, else what the resolution itself says. */
export function lastOf<K extends 'status' | 'deadline'>(resolution: Resolution, key: K): Resolution[K] {
  const events = (resolution.history ?? []).toSorted((a, b) => compareDates(a.date, b.date))
  return (events.findLast((event) => event[key] !== undefined)?.[key] ?? resolution[key]) as Resolution[K]
}

/** The day its last deadline falls on, with what had to be assumed to count it; undefined where there is no such day. */
export function dueOf(resolution: Resolution, { week, holidays }: OfficeCalendar): CountedDay | undefined {
  const deadline = lastOf(resolution, 'deadline')
  return deadline && dueDate(deadline, resolution.issued, week, holidays)
}
