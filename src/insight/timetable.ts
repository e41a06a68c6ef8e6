/** When each item of the agenda begins and ends, and whether the meeting is long enough for all of them. */
import type { Meeting } from '../model/meeting.ts'
import type { Finding } from './findings.ts'

/** Times as HH:MM; absent where they cannot be told. */
export interface Slot {
  start?: string
  end?: string
}

const day = 24 * 60

/** One slot an item: the times are known up to the first item without minutes. */
export function timetable({ meeting, agenda = [] }: Meeting): Slot[] {
  let now = meeting.start === undefined ? undefined : minuteOf(meeting.start)
  return agenda.map(({ minutes }) => {
    const start = now
    now = start === undefined || minutes === undefined ? undefined : start + minutes
    return {
      ...(start !== undefined && { start: timeOf(start) }),
      ...(now !== undefined && { end: timeOf(now) }),
    }
  })
}

/**
 * The items take longer than the meeting is to last. Once it is recorded who was there or what was said, the hours
 * are those of the meeting as it went, which need not be those that were planned.
 */
export function overrun(meeting: Meeting): Finding[] {
  const { start, end } = meeting.meeting
  if (start === undefined || end === undefined || isHeld(meeting)) return []
  const planned = (meeting.agenda ?? []).reduce((sum, { minutes = 0 }) => sum + minutes, 0)
  // An end before the start is past midnight.
  const length = (minuteOf(end) - minuteOf(start) + day) % day
  if (planned <= length) return []
  const values = { over: String(planned - length), planned: String(planned), length: String(length) }
  return [{ code: 'agenda/overrun', severity: 'error', path: 'agenda', values }]
}

function isHeld({ attendees = [], agenda = [] }: Meeting): boolean {
  const recorded = ({ attendance = 'expected' }: (typeof attendees)[number]): boolean =>
    ['present', 'absent', 'excused'].includes(attendance)
  return attendees.some(recorded) || agenda.some(({ discussion }) => discussion !== undefined)
}

function minuteOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}

function timeOf(minute: number): string {
  const inDay = minute % day
  return [Math.floor(inDay / 60), inDay % 60].map((part) => String(part).padStart(2, '0')).join(':')
}
