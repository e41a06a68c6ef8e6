/**
 * Deadlines as a calendar (RFC 5545): one all-day event for each, which blocks no time and rings three days before. The same
 * deadline keeps its UID for good, and its SEQUENCE grows with every event of the resolution, so that a calendar that
 * reads the file again moves what was moved and drops what was closed.
 */
import { createHash } from 'node:crypto'
import ical, {
  ICalAlarmType,
  ICalCalendarMethod,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator'
import { addDays } from '../persian/calendar.ts'
import { formatDate } from '../persian/date-format.ts'
import { fa } from '../persian/fa.ts'
import { dayInGreenwich } from '../persian/instant.ts'
import { isOpen, originWords } from './standing.ts'
import type { Standing } from './standing.ts'

const alarmBefore = 3 * 24 * 60 * 60
/** A title is read on a telephone. */
const longestTitle = 90

/**
 * Those without a day of their own are left out.
 * @param now when the calendar is made
 */
export function toCalendar(standings: readonly Standing[], now: Date): string {
  const calendar = ical({
    name: fa`مهلت مصوبات`,
    prodId: { company: 'jalaseh', product: 'register', language: 'FA' },
    method: ICalCalendarMethod.PUBLISH,
  })
  for (const { registered, entry } of standings) {
    const { due } = entry
    if (due === undefined) continue
    const { key, id, text, parties, origin, events } = registered
    const open = isOpen(entry)
    const owner = parties.find(({ role }) => role === 'owner')?.name
    const told = [
      text,
      owner && `دستگاه مسئول: ${owner}`,
      `مهلت: ${formatDate(due, 'full')}`,
      originWords(origin),
      `شناسه: ${id}`,
    ]
    const event = calendar.createEvent({
      id: `${createHash('sha256').update(key).digest('hex').slice(0, 32)}@jalaseh`,
      sequence: events.length,
      stamp: now,
      start: dayInGreenwich(due),
      end: dayInGreenwich(addDays(due, 1)),
      allDay: true,
      transparency: ICalEventTransparency.TRANSPARENT,
      status: open ? ICalEventStatus.CONFIRMED : ICalEventStatus.CANCELLED,
      summary: `مهلت ${formatDate(due, 'long')}: ${shortened(text)}`,
      description: told.filter(Boolean).join('\n'),
    })
    if (open) event.createAlarm({ type: ICalAlarmType.display, triggerBefore: alarmBefore })
  }
  return `${calendar.toString().trimEnd()}\r\n`
}

const shortened = (text: string): string =>
  text.length > longestTitle ? `${text.slice(0, longestTitle).trimEnd()}…` : text
