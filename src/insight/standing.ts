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

/**
 * Late when its last deadline lies before the day and it is neither done, cancelled nor suspended. Else running once
 * its status or any progress says so: an extension alone says nothing of the work.
 */
export function standing(resolution: Resolution, calendar: OfficeCalendar): Standing {
  const status = workStatus(resolution)
  if (status && status in closed) return closed[status as keyof typeof closed]
  const due = dueOf(resolution, calendar)
  if (due && compareDates(due.day, calendar.today) < 0) return 'late'
  const begun = status === 'in-progress' || status === 'partly-done' || status === 'ongoing'
  return begun || Number(resolution.progress ?? 0) > 0 ? 'running' : 'open'
}

/** The latest status of the work itself, whatever was said of its deadline since. */
export function workStatus({ history = [], status }: Resolution): Resolution['status'] {
  const events = history.toSorted((a, b) => compareDates(a.date, b.date))
  const work = (word: Resolution['status']): boolean => word !== undefined && word !== 'extended'
  return events.findLast((event) => work(event.status))?.status ?? (work(status) ? status : undefined)
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

/** How often the deadline was put off: events that give a new one or say so. */
export function extensions({ history = [] }: Resolution): number {
  return history.filter(({ deadline, status }) => deadline !== undefined || status === 'extended').length
}
