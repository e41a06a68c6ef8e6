/** What happened between two meetings: the same resolutions and indicators in two files, set against each other. */
import Big from 'big.js'
import type { EarlierResolution, Meeting, Statistic } from '../model/meeting.ts'
import type { Unit } from '../model/readers.ts'
import { compareDates, dayNumber } from '../persian/calendar.ts'
import type { JalaliDate } from '../persian/calendar.ts'
import { normalize } from '../persian/normalize.ts'
import { monthsIn } from '../persian/period.ts'
import { growth } from './change.ts'
import { registerEntry } from './follow-up.ts'
import type { RegisterEntry } from './follow-up.ts'
import { heardRows, sameId } from './heard.ts'
import { workStatus } from './standing.ts'
import type { OfficeCalendar } from './standing.ts'

/** A resolution that both files hold. */
export interface Pair {
  now: RegisterEntry
  before: RegisterEntry
}

/** A deadline put off, or passed since the last meeting without being put off. */
export interface Slip extends Pair {
  /** New deadline − old deadline in days; absent where it passed unmoved. */
  days?: number
}

/** A resolution whose progress or status is another than before. */
export interface Advance extends Pair {
  /** progress now − progress before, in percentage points. */
  points?: Big
}

/** An indicator whose value is another than before, in one unit. */
export interface Movement {
  now: Statistic
  before: Statistic
  /** Which of its values: what was reached, or what is aimed at. */
  of: 'value' | 'target'
  from: string
  to: string
  /** to − from, in the unit of both. */
  difference: Big
  /** Growth in percent; absent for ranks, from zero, and between spans of unequal length. */
  growth?: Big
}

/**
 * Every resolution of the new file is in one of fresh, closed, reopened, slipped, advanced and same, and every one of
 * the old file in one of the last five or in dropped.
 */
export interface Changes {
  previous: Meeting
  fresh: RegisterEntry[]
  /** Done or stopped since. */
  closed: Pair[]
  /** Closed before and open again. */
  reopened: Pair[]
  slipped: Slip[]
  advanced: Advance[]
  same: Pair[]
  /** In the old file only, and not closed there: nobody has said what became of them. */
  dropped: RegisterEntry[]
  /** In the old file only, and closed there. */
  settled: RegisterEntry[]
  moved: Movement[]
  /** Indicators in both files with the same value, in the new one only, in the old one only, and in two units. */
  still: Statistic[]
  newStatistics: Statistic[]
  lostStatistics: Statistic[]
  incomparable: { now: Statistic; before: Statistic }[]
}

export function deriveChanges(meeting: Meeting, previous: Meeting, calendar: OfficeCalendar): Changes {
  // What stood at the last meeting is judged by its own day.
  const then = { ...calendar, today: previous.meeting.date ?? calendar.today }
  const old = heardRows(previous)
  const entriesOf = (rows: EarlierResolution[], on: OfficeCalendar): RegisterEntry[] =>
    rows.map((row) => registerEntry(row, on))
  const { pairs, fresh, gone } = match(entriesOf(heardRows(meeting, old), calendar), entriesOf(old, then))
  const sorted = { closed: [], reopened: [], slipped: [], advanced: [], same: [] } as Record<Kind, Pair[]>
  for (const pair of pairs) sorted[kindOf(pair, previous.meeting.date)].push(pair)
  return {
    previous,
    fresh,
    ...sorted,
    slipped: sorted.slipped.map((pair) => ({ ...pair, ...daysOf(pair) })),
    advanced: sorted.advanced.map((pair) => ({ ...pair, ...pointsOf(pair) })),
    dropped: gone.filter((entry) => !isClosed(entry)),
    settled: gone.filter(isClosed),
    ...movements(meeting.statistics ?? [], previous.statistics ?? []),
  }
}

type Kind = 'closed' | 'reopened' | 'slipped' | 'advanced' | 'same'

const isClosed = ({ standing }: RegisterEntry): boolean => standing === 'done' || standing === 'stopped'

function kindOf(pair: Pair, since: JalaliDate | undefined): Kind {
  const { now, before } = pair
  if (isClosed(now) !== isClosed(before)) return isClosed(now) ? 'closed' : 'reopened'
  if (isClosed(now)) return workStatus(now.resolution) === workStatus(before.resolution) ? 'same' : 'closed'
  const moved = daysOf(pair).days
  if (moved !== undefined && moved > 0) return 'slipped'
  // It was still in time on the day of the last meeting.
  if (now.standing === 'late' && now.due && since && compareDates(now.due, since) >= 0) return 'slipped'
  const status = workStatus(now.resolution) !== workStatus(before.resolution)
  const points = pointsOf(pair).points
  return status || (points && !points.eq(0)) ? 'advanced' : 'same'
}

/** New deadline − old deadline, where it was moved. */
function daysOf({ now, before }: Pair): { days?: number } {
  if (!now.due || !before.due) return {}
  const days = dayNumber(now.due) - dayNumber(before.due)
  return days === 0 ? {} : { days }
}

function pointsOf({ now, before }: Pair): { points?: Big } {
  if (!now.progress) return {}
  return { points: now.progress.minus(before.progress ?? 0) }
}

/** By id, else by the id it had, else by equal text; each row at most once. */
function match(
  now: RegisterEntry[],
  before: RegisterEntry[],
): { pairs: Pair[]; fresh: RegisterEntry[]; gone: RegisterEntry[] } {
  const left = new Set(before)
  const partner = new Map<RegisterEntry, RegisterEntry>()
  const take = (same: (a: EarlierResolution, b: EarlierResolution) => boolean): void => {
    for (const entry of now) {
      if (partner.has(entry)) continue
      const found = [...left].find((other) => same(entry.resolution, other.resolution))
      if (found === undefined) continue
      partner.set(entry, found)
      left.delete(found)
    }
  }
  take((a, b) => sameId(a.id, b.id))
  // Renumbered, or decided anew.
  take((a, b) => sameId(a.was, b.id))
  // Two ids that differ are two resolutions, even where their texts are alike.
  take((a, b) => (a.id === undefined || b.id === undefined) && textKey(a) === textKey(b))
  return {
    pairs: now.flatMap((entry) => {
      const other = partner.get(entry)
      return other ? [{ now: entry, before: other }] : []
    }),
    fresh: now.filter((entry) => !partner.has(entry)),
    gone: [...left],
  }
}

const textKey = ({ text }: EarlierResolution): string =>
  normalize(text)
    .replace(/[\s\u200c]+/g, ' ')
    .replace(/[.؛،\s]+$/, '')

const indicator = ({ key, label }: Statistic): string => key ?? normalize(label)

/** What a value counts for, so that two values of one span are set against each other before any others. */
const spanOf = ({ actual, period, as_of }: Statistic): string =>
  JSON.stringify(actual ? [actual.period, actual.as_of] : [period, as_of])

function movements(
  now: Statistic[],
  before: Statistic[],
): Pick<Changes, 'moved' | 'still' | 'newStatistics' | 'lostStatistics' | 'incomparable'> {
  const left = new Set(before.filter(hasValue))
  const result = { moved: [], still: [], newStatistics: [], lostStatistics: [], incomparable: [] } as Pick<
    Changes,
    'moved' | 'still' | 'newStatistics' | 'lostStatistics' | 'incomparable'
  >
  for (const row of now.filter(hasValue)) {
    const alike = [...left].filter((other) => indicator(other) === indicator(row))
    const other = alike.find((one) => spanOf(one) === spanOf(row)) ?? alike[0]
    if (other === undefined) {
      result.newStatistics.push(row)
      continue
    }
    left.delete(other)
    if (!sameUnit(row.unit, other.unit)) {
      result.incomparable.push({ now: row, before: other })
      continue
    }
    const found = (['value', 'target'] as const).flatMap((of) => movement(row, other, of))
    if (found.length > 0) result.moved.push(...found)
    else result.still.push(row)
  }
  result.lostStatistics.push(...left)
  return result
}

const valueOf = ({ actual, value }: Statistic): string | undefined => actual?.value ?? value
const hasValue = (row: Statistic): boolean => valueOf(row) !== undefined

/** Two values are set against each other in one unit only; scales of one money may differ. */
function sameUnit(a: Unit | undefined, b: Unit | undefined): boolean {
  const name = (unit: Unit | undefined): string =>
    unit?.kind === 'money' ? unit.money : unit?.kind === 'count' ? normalize(unit.noun) : (unit?.kind ?? '')
  return a?.kind === b?.kind && name(a) === name(b)
}

/** Months that a value covers; undefined for one that is true on a day. */
function monthsOf({ actual, period }: Statistic): number | undefined {
  const span = actual ? actual.period : period
  return span && monthsIn(span)
}

function movement(now: Statistic, before: Statistic, of: Movement['of']): Movement[] {
  const pick = (row: Statistic): string | undefined => (of === 'value' ? valueOf(row) : row.target?.value)
  const to = pick(now)
  const written = pick(before)
  if (to === undefined || written === undefined) return []
  const from = rescaled(written, before.unit, now.unit)
  const difference = new Big(to).minus(from)
  if (difference.eq(0)) return []
  const alike = of === 'target' || monthsOf(now) === monthsOf(before)
  const change = alike && now.unit?.kind !== 'rank' ? growth(to, from) : undefined
  return [{ now, before, of, from, to, difference, ...(change && { growth: change }) }]
}

/** A value written in the scale of one unit, in the scale of another of the same money. */
function rescaled(value: string, unit: Unit | undefined, wanted: Unit | undefined): string {
  if (unit?.kind !== 'money' || wanted?.kind !== 'money' || unit.scale === wanted.scale) return value
  return new Big(value).times(unit.scale).div(wanted.scale).toFixed()
}
