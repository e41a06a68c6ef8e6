/**
 * A meeting as a calendar entry (RFC 5545) to be attached: METHOD:PUBLISH, for an answer is not asked by it, and in UTC, for
 * programs do not agree on the clocks of Tehran. The entry of a meeting keeps its UID for good.
 */
import { createHash } from 'node:crypto'
import ical, { ICalCalendarMethod, ICalEventTransparency } from 'ical-generator'
import { addDays } from '../persian/calendar.ts'
import type { JalaliDate } from '../persian/calendar.ts'
import { formatDate, formatTime } from '../persian/date-format.ts'
import { dayInGreenwich, instantInTehran } from '../persian/instant.ts'
import { domainOf } from './delivery.ts'
import type { MailAttachment, Mailbox } from './message.ts'

export interface CalendarMeeting {
  /** By which the workspace knows it. */
  meeting: string
  title: string
  date?: JalaliDate | undefined
  /** HH:MM in Tehran. */
  start?: string | undefined
  end?: string | undefined
  place?: string | undefined
  edition: number
  organiser: Mailbox
  /** When this edition was approved. */
  approved: Date
}

/**
 * The text of the entry. None without a day; without an hour it is for the whole day and blocks no time. An end before the
 * start is on the next day. SEQUENCE is the edition less one: what is new begins with 0 (§3.8.7.4).
 */
export function calendarEntry(of: CalendarMeeting): string | undefined {
  const { meeting, title, date, start, end, place, edition, organiser, approved } = of
  if (date === undefined) return undefined
  const calendar = ical({
    prodId: { company: 'jalaseh', product: 'mail', language: 'FA' },
    method: ICalCalendarMethod.PUBLISH,
  })
  const hours = [start, end].flatMap((time) => (time === undefined ? [] : [formatTime(time)]))
  const lasts = start !== undefined && end !== undefined && end !== start
  calendar.createEvent({
    id: `${createHash('sha256').update(meeting).digest('hex').slice(0, 32)}@${domainOf(organiser.address)}`,
    sequence: edition - 1,
    stamp: approved,
    summary: title,
    ...(place !== undefined && { location: place }),
    organizer: { name: organiser.name ?? organiser.address, email: organiser.address },
    description: [
      title,
      formatDate(date, 'full'),
      start === undefined ? '' : `ساعت ${hours.join(' تا ')} به وقت تهران`,
      place,
    ]
      .filter(Boolean)
      .join('\n'),
    ...(start === undefined
      ? {
          allDay: true,
          start: dayInGreenwich(date),
          end: dayInGreenwich(addDays(date, 1)),
          transparency: ICalEventTransparency.TRANSPARENT,
        }
      : {
          start: instantInTehran(date, start),
          ...(lasts && { end: instantInTehran(end < start ? addDays(date, 1) : date, end) }),
        }),
  })
  return `${calendar.toString().trimEnd()}\r\n`
}

/** The entry as it is attached: no alternative to the text, which Outlook would then hide. */
export function calendarAttachment(entry: string): MailAttachment {
  return {
    name: 'jalaseh.ics',
    type: 'text/calendar; charset=utf-8; method=PUBLISH',
    size: Buffer.byteLength(entry),
    content: entry,
  }
}
