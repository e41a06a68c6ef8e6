/** How resolutions of the register stand on a day. What is overdue or slipped is derived, never stored. */
import { registerEntry } from '../insight/follow-up.ts'
import type { RegisterEntry } from '../insight/follow-up.ts'
import type { OfficeCalendar } from '../insight/standing.ts'
import type { ResolutionState } from '../model/choices.ts'
import type { EarlierResolution } from '../model/meeting.ts'
import { addDays, compareDates } from '../persian/calendar.ts'
import type { JalaliDate } from '../persian/calendar.ts'
import { toLatinDigits } from '../persian/digits.ts'
import { normalize } from '../persian/normalize.ts'
import { ordinal } from '../persian/words.ts'
import type { Origin, Register, RegisterEvent, RegisteredResolution } from './register.ts'

/** A resolution of the register with what follows from it on a day. */
export interface Standing {
  registered: RegisteredResolution
  entry: RegisterEntry
}

/** Which of them are asked for; all conditions hold at once. */
export interface Selection {
  overdue?: boolean
  /** Deadline from the day to so many days after it. */
  dueWithin?: number
  /** Part of the name of a party, or of the council that decided it. */
  body?: string
  /** Nothing was heard of it since the day. */
  untouchedSince?: JalaliDate
  status?: ResolutionState
  /** Neither done nor stopped. */
  open?: boolean
}

export function standings(register: Register, calendar: OfficeCalendar): Standing[] {
  return register.resolutions.map((registered) => ({
    registered,
    entry: registerEntry(toRow(registered), calendar),
  }))
}

/** Those asked for, the most pressing first. */
export function select(all: Standing[], asked: Selection, { today }: OfficeCalendar): Standing[] {
  const last = asked.dueWithin === undefined ? undefined : addDays(today, asked.dueWithin)
  return all.filter(({ registered, entry }) => {
    if (asked.overdue && entry.standing !== 'late') return false
    if ((asked.open || asked.untouchedSince) && !isOpen(entry)) return false
    if (last && !(entry.due && isOpen(entry) && compareDates(entry.due, last) <= 0)) return false
    if (last && entry.due && compareDates(entry.due, today) < 0) return false
    if (asked.untouchedSince && !isUntouched(registered, asked.untouchedSince)) return false
    if (asked.status && registered.status !== asked.status) return false
    return asked.body === undefined || concerns(registered, asked.body)
  })
}

export const isOpen = ({ standing }: RegisterEntry): boolean => standing !== 'done' && standing !== 'stopped'

/** The day on which something was last heard of it. */
export function lastHeard({ events, decided }: RegisteredResolution): JalaliDate | undefined {
  const days = events.flatMap(({ at }) => at ?? [])
  return days.toSorted(compareDates).at(-1) ?? decided
}

function isUntouched(registered: RegisteredResolution, since: JalaliDate): boolean {
  const last = lastHeard(registered)
  return last === undefined || compareDates(last, since) < 0
}

function concerns({ parties, origin }: RegisteredResolution, words: string): boolean {
  const wanted = bare(words)
  return [...parties.map(({ name }) => name), origin.body ?? ''].some((name) => bare(name).includes(wanted))
}

const bare = (name: string): string =>
  toLatinDigits(normalize(name))
    .replace(/[\s\u200c]+/g, '')
    .toLowerCase()

/** Whether two names are those of one council. */
export const sameBody = (a: string | undefined, b: string | undefined): boolean =>
  a !== undefined && b !== undefined && bare(a) === bare(b)

/**
 * The resolution as a row of a meeting file, by which papers and pace know it; its events are its history.
 * @param within the council for whose members it is written, who need not be told of it
 */
export function toRow(registered: RegisteredResolution, within?: string): EarlierResolution {
  const {
    id,
    text,
    parties,
    deadline,
    issued,
    credit,
    progress,
    status,
    origin,
    events,
    class: level,
  } = registered
  const owner = parties.find(({ role }) => role === 'owner')?.name
  const cooperating = parties.flatMap(({ role, name }) => (role === 'cooperating' ? [name] : []))
  let day = issued
  const history = events.flatMap((event) => {
    day = event.at ?? day
    return day ? historyOf(event, day) : []
  })
  const from = originWords(origin, within)
  return {
    id,
    text,
    ...(owner !== undefined && { responsible: owner }),
    ...(cooperating.length > 0 && { cooperating }),
    ...(deadline && { deadline }),
    ...(issued && { issued }),
    ...(credit && {
      credit: { amount: credit.promised, ...(credit.absorbed && { absorbed: credit.absorbed }) },
    }),
    ...(progress !== undefined && { progress }),
    ...(status && { status }),
    ...(history.length > 0 && { history }),
    ...(from !== '' && { meeting: from }),
    ...(level && { class: level }),
  }
}

type HistoryRow = NonNullable<EarlierResolution['history']>[number]

/** @param day the last day known, where the event has none */
function historyOf(
  { kind, status, deadline, note, evidence, into }: RegisterEvent,
  day: JalaliDate,
): HistoryRow[] {
  if (kind === 'created' || kind === 'amended') return []
  const merged = kind === 'merged'
  const said = [merged && `ادغام در ${into}`, note].filter(Boolean).join('؛ ')
  return [
    {
      date: day,
      // A merged resolution is no longer owed by itself.
      ...(merged ? { status: 'cancelled' as const } : status && { status }),
      ...(deadline && { deadline }),
      ...(said && { note: said }),
      ...(evidence !== undefined && { evidence }),
    },
  ]
}

/** «جلسهٔ نهم», with the council where it is another one. */
export function originWords({ title, body, session }: Origin, within?: string): string {
  if (session === undefined) return title
  const meeting = `جلسه\u0654 ${ordinal(session)}`
  return body === undefined || sameBody(body, within) ? meeting : `${meeting} ${body}`
}
