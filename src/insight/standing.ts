/** How a resolution stands on a day. */
import type { Resolution } from '../model/meeting.ts'
import { addDays, compareDates, daysInMonth } from '../persian/calendar.ts'
import type { JalaliDate } from '../persian/calendar.ts'
import type { Deadline } from '../persian/deadline.ts'

export type Standing = 'done' | 'running' | 'late' | 'open' | 'stopped'

const closed = { done: 'done', cancelled: 'stopped', suspended: 'stopped' } as const

/** Late when its last deadline lies before the day and it is neither done, cancelled nor suspended. */
export function standing(resolution: Resolution, today: JalaliDate): Standing {
  const status = lastOf(resolution, 'status')
  if (status && status in closed) return closed[status as keyof typeof closed]
  const due = dueDay(lastOf(resolution, 'deadline'), resolution.issued)
  if (due && compareDates(due, today) < 0) return 'late'
  return status === 'in-progress' || status === 'partly-done' || status === 'ongoing' ? 'running' : 'open'
}

/** The latest word of the history on a field, else what the resolution itself says. */
export function lastOf<K extends 'status' | 'deadline'>(resolution: Resolution, key: K): Resolution[K] {
  const events = (resolution.history ?? []).toSorted((a, b) => compareDates(a.date, b.date))
  return (events.findLast((event) => event[key] !== undefined)?.[key] ?? resolution[key]) as Resolution[K]
}

/** The day a deadline falls on: its own, or counted from the day of issue. Working days need a calendar of holidays. */
function dueDay(deadline: Deadline | undefined, issued: JalaliDate | undefined): JalaliDate | undefined {
  if (deadline?.kind === 'date') return deadline.date
  if (deadline?.kind !== 'relative' || !issued) return undefined
  const { count, unit } = deadline
  if (unit === 'working-day') return undefined
  if (unit !== 'month') return addDays(issued, count * (unit === 'week' ? 7 : 1))
  const months = issued.m - 1 + count
  const [y, m] = [issued.y + Math.floor(months / 12), (months % 12) + 1]
  return { y, m, d: Math.min(issued.d, daysInMonth(y, m)) }
}
