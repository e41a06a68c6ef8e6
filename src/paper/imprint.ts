/** What the file of a paper says of itself: whose it is, of which day and class. */
import type { Briefing } from '../insight/insight.ts'
import { classes, states } from '../model/choices.ts'
import { dayNumber } from '../persian/calendar.ts'
import type { House } from './head.ts'

export interface Imprint {
  author?: string
  /** The day of the meeting, as an instant that is this day in Tehran and in Greenwich. */
  date?: Date
  fields: Record<'kind' | 'class' | 'status', string> &
    Partial<Record<'number' | 'session' | 'body' | 'day' | 'edition', string>>
}

/** How much of the hash of its source a paper shows: enough that no other source has it by chance. */
const shownHash = 32

/** The mark of a paper, which its QR code says: kind, number, edition, and the beginning of the hash of its source. */
export function paperMark({ kind, number = '', edition = '' }: PaperMarkFields, sourceHash: string): string {
  return ['JALASEH', '1', kind, number || '-', edition || '1', sourceHash.slice(0, shownHash)].join(';')
}
type PaperMarkFields = Pick<Imprint['fields'], 'kind' | 'number' | 'edition'>

/** The Julian day number of 1970-01-01. */
const epoch = 2_440_588
const millisecondsPerDay = 86_400_000

export function imprint(kind: string, { meeting, class: level }: Briefing, { settings }: House): Imprint {
  const { date, letter_number: number, session, body, edition, status = 'draft' } = meeting.meeting
  const [author] = (meeting.office?.lines ?? settings.office?.lines ?? []).slice(-1)
  const day = date && `${date.y}/${String(date.m).padStart(2, '0')}/${String(date.d).padStart(2, '0')}`
  return {
    ...(author !== undefined && { author }),
    ...(date && { date: new Date((dayNumber(date) - epoch) * millisecondsPerDay) }),
    fields: {
      kind,
      class: classes[level],
      status: states[status],
      ...(number !== undefined && { number }),
      ...(session !== undefined && { session: String(session) }),
      ...(body !== undefined && { body }),
      ...(day && { day }),
      ...(edition !== undefined && { edition: String(edition) }),
    },
  }
}
