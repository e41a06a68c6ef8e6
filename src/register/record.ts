/** A resolution of the register as plain values, for tables and other programs. */
import type { Standing as Shape } from '../insight/standing.ts'
import { resolutionStates } from '../model/choices.ts'
import { dayNumber } from '../persian/calendar.ts'
import type { JalaliDate } from '../persian/calendar.ts'
import { formatDate } from '../persian/date-format.ts'
import { formatDeadline } from '../persian/deadline.ts'
import { toLatinDigits } from '../persian/digits.ts'
import { fa } from '../persian/fa.ts'
import { moneyUnitNames } from '../persian/money.ts'
import type { Money } from '../persian/money.ts'
import { lastHeard, originWords } from './standing.ts'
import type { Standing } from './standing.ts'

/** How a resolution stands, where no office's own words are at hand. */
export const shapeWords: Record<Shape, string> = {
  late: 'دارای تأخیر',
  running: 'در دست اقدام',
  open: fa`شروع~نشده`,
  stopped: 'متوقف یا لغوشده',
  done: fa`انجام~شده`,
}

/** Days are «1405/09/01» and, where a program sorts by them, 2026-11-22; an absent value is null. */
export interface RegisterRecord {
  id: string
  former: string[]
  text: string
  responsible: string | null
  cooperating: string[]
  body: string | null
  meeting: string | null
  decided: string | null
  issued: string | null
  /** As it was first written. */
  deadline: string | null
  /** The day the last deadline falls on. */
  due: string | null
  dueGregorian: string | null
  status: string | null
  standing: Shape
  lateDays: number
  extended: number
  slippedDays: number | null
  progress: string | null
  credit: string | null
  absorbed: string | null
  raised: number
  lastHeard: string | null
  lastNote: string | null
  lastEvidence: string | null
  into: string | null
  events: number
}

export function toRecord({ registered, entry }: Standing): RegisterRecord {
  const { parties, credit, origin, events, status, deadline, decided, issued } = registered
  const names = (wanted: string): string[] =>
    parties.flatMap(({ role, name }) => (role === wanted ? [name] : []))
  const heard = lastHeard(registered)
  const told = events.filter(({ note, evidence }) => note ?? evidence).at(-1)
  return {
    id: registered.id,
    former: registered.former,
    text: registered.text,
    responsible: names('owner')[0] ?? null,
    cooperating: names('cooperating'),
    body: origin.body ?? null,
    meeting: originWords(origin, origin.body) || null,
    decided: decided ? jalali(decided) : null,
    issued: issued ? jalali(issued) : null,
    deadline: deadline ? (deadline.written ?? formatDeadline(deadline)) : null,
    due: entry.due ? jalali(entry.due) : null,
    dueGregorian: entry.due ? gregorian(entry.due) : null,
    status: status ? resolutionStates[status] : null,
    standing: entry.standing,
    lateDays: entry.lateDays,
    extended: entry.extended,
    slippedDays: entry.slipped ?? null,
    progress: registered.progress ?? null,
    credit: credit ? written(credit.promised) : null,
    absorbed: credit?.absorbed ? written(credit.absorbed) : null,
    raised: registered.raised.length,
    lastHeard: heard ? jalali(heard) : null,
    lastNote: told?.note ?? null,
    lastEvidence: told?.evidence ?? null,
    into: registered.into ?? null,
    events: events.length,
  }
}

/** Exact, and read back the same: «120000000000 تومان». */
const written = ({ amount, unit }: Money): string => `${amount} ${moneyUnitNames[unit]}`

const jalali = (day: JalaliDate): string => toLatinDigits(formatDate(day, 'numeric'))

/** The day in the calendar of other programs, 2026-11-22. */
export function gregorian(day: JalaliDate): string {
  const epoch = 2_440_588
  return new Date((dayNumber(day) - epoch) * 86_400_000).toISOString().slice(0, 10)
}
