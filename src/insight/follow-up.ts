/** The register of resolutions: how each stands against its own period, and what they come to. */
import Big from 'big.js'
import type { EarlierResolution, Meeting } from '../model/meeting.ts'
import { compareDates, dayNumber } from '../persian/calendar.ts'
import type { JalaliDate } from '../persian/calendar.ts'
import { dueDate } from '../persian/deadline.ts'
import type { MoneyUnit } from '../persian/money.ts'
import { normalize } from '../persian/normalize.ts'
import { dueSpans } from './due-months.ts'
import type { DueSpan } from './due-months.ts'
import { dueOf, extensions, standing } from './standing.ts'
import type { OfficeCalendar, Standing } from './standing.ts'

/** all = done + running + open + late + stopped. */
export type Counts = Record<Standing | 'all', number>

/** One resolution on the day. Shares are percentages and are never clamped. */
export interface RegisterEntry {
  resolution: EarlierResolution
  standing: Standing
  /** The day its last deadline falls on, where there is one. */
  due?: JalaliDate
  /** How often its deadline was put off. */
  extended: number
  /** Last deadline − first deadline in days, where both are days. */
  slipped?: number
  /** day − deadline in days where it is late, else 0. */
  lateDays: number
  /** (day − issued) ÷ (deadline − issued) × 100; absent before it is issued and without either day. */
  elapsed?: Big
  progress?: Big
  /** progress − elapsed in percentage points, while it is still to be done. */
  gap?: Big
  /** Credit absorbed ÷ credit × 100. */
  absorption?: Big
}

export interface BodyStanding {
  /** Id or name of the responsible body; undefined for resolutions that name none. */
  body: string | undefined
  counts: Counts
  /** done ÷ (all − stopped) × 100; absent where nothing is owed. */
  rate?: Big
}

/** Credits of one unit of money. */
export interface CreditSum {
  unit: MoneyUnit
  amount: Big
  /** Sum absorbed, and the credits it was absorbed of: those whose absorption is told. */
  absorbed: Big
  toldOf: Big
  /** absorbed ÷ toldOf × 100; absent where none is told. */
  rate?: Big
}

export interface FollowUp {
  counts: Counts
  /** done ÷ (all − stopped) × 100; absent where nothing is owed. */
  rate?: Big
  /** Mean of the progress of those whose progress is told. */
  meanProgress?: { value: Big; of: number }
  /** The overdue first, the longest overdue at the head; then by their deadlines. */
  entries: RegisterEntry[]
  /** The best first: by rate, then fewer overdue, then more resolutions. */
  bodies: BodyStanding[]
  credits: CreditSum[]
  spans: DueSpan[]
}

/** In the order in which a reader must act on them. */
export const standingOrder: readonly Standing[] = ['late', 'running', 'open', 'stopped', 'done']

/** The register of a meeting file: resolutions of earlier meetings and of this one. */
export function followUp(meeting: Meeting, calendar: OfficeCalendar): FollowUp {
  const all: EarlierResolution[] = [...(meeting.earlier_resolutions ?? []), ...(meeting.resolutions ?? [])]
  const entries = all.map((resolution) => registerEntry(resolution, calendar)).toSorted(byUrgency)
  const counts = countOf(entries)
  const rate = rateOf(counts)
  const told = entries.flatMap(({ progress }) => progress ?? [])
  return {
    counts,
    ...(rate && { rate }),
    ...(told.length > 0 && { meanProgress: { value: sum(told).div(told.length), of: told.length } }),
    entries,
    bodies: byBody(entries, meeting),
    credits: creditSums(all),
    spans: dueSpans(
      entries.flatMap(({ due, standing: shape }) => (due ? [{ due, standing: shape }] : [])),
      calendar.today,
    ),
  }
}

export function registerEntry(resolution: EarlierResolution, calendar: OfficeCalendar): RegisterEntry {
  const shape = standing(resolution, calendar)
  const due = dueOf(resolution, calendar)?.day
  const first =
    resolution.deadline && dueDate(resolution.deadline, resolution.issued, calendar.week, calendar.holidays)
  const day = dayNumber(calendar.today)
  const elapsed = elapsedShare(resolution.issued, due, calendar.today)
  const progress = resolution.progress === undefined ? undefined : new Big(resolution.progress)
  const owed = shape === 'late' || shape === 'running' || shape === 'open'
  const absorption = absorbedShare(resolution)
  return {
    resolution,
    standing: shape,
    extended: extensions(resolution),
    lateDays: shape === 'late' && due ? day - dayNumber(due) : 0,
    ...(due && { due }),
    ...(due && first && { slipped: dayNumber(due) - dayNumber(first.day) }),
    ...(elapsed && { elapsed }),
    ...(progress && { progress }),
    ...(progress && elapsed && owed && { gap: progress.minus(elapsed) }),
    ...(absorption && { absorption }),
  }
}

/** (day − issued) ÷ (due − issued) × 100. Undefined before the first day, and for a period of no length. */
function elapsedShare(
  issued: JalaliDate | undefined,
  due: JalaliDate | undefined,
  today: JalaliDate,
): Big | undefined {
  if (!issued || !due || compareDates(due, issued) <= 0 || compareDates(today, issued) < 0) return undefined
  const start = dayNumber(issued)
  return new Big(dayNumber(today) - start).times(100).div(dayNumber(due) - start)
}

/** absorbed ÷ amount × 100. */
function absorbedShare({ credit }: EarlierResolution): Big | undefined {
  if (!credit?.absorbed || new Big(credit.amount.amount).eq(0)) return undefined
  return new Big(credit.absorbed.amount).times(100).div(credit.amount.amount)
}

export function countOf(entries: { standing: Standing }[]): Counts {
  const counts: Counts = { all: entries.length, done: 0, running: 0, open: 0, late: 0, stopped: 0 }
  for (const { standing: shape } of entries) counts[shape] += 1
  return counts
}

/** done ÷ (all − stopped) × 100: what was stopped or cancelled is no longer owed. */
export function rateOf({ all, stopped, done }: Counts): Big | undefined {
  return all === stopped ? undefined : new Big(done).times(100).div(all - stopped)
}

function byUrgency(a: RegisterEntry, b: RegisterEntry): number {
  const group = standingOrder.indexOf(a.standing) - standingOrder.indexOf(b.standing)
  if (group !== 0 || (!a.due && !b.due)) return group
  if (!a.due || !b.due) return a.due ? -1 : 1
  return compareDates(a.due, b.due)
}

/** Each responsible body once, whether rows name it by id or by name. */
function byBody(entries: RegisterEntry[], { bodies = [] }: Meeting): BodyStanding[] {
  const ids = new Map(bodies.map(({ id, name }) => [normalize(name), id]))
  const groups = Map.groupBy(entries, ({ resolution: { responsible } }) =>
    responsible === undefined ? undefined : (ids.get(normalize(responsible)) ?? responsible),
  )
  return [...groups]
    .map(([body, own]): BodyStanding => {
      const counts = countOf(own)
      const rate = rateOf(counts)
      return { body, counts, ...(rate && { rate }) }
    })
    .toSorted(byRate)
}

function byRate(a: BodyStanding, b: BodyStanding): number {
  const nameless = Number(a.body === undefined) - Number(b.body === undefined)
  if (nameless !== 0) return nameless
  const rate = (b.rate ?? new Big(-1)).cmp(a.rate ?? new Big(-1))
  return rate || a.counts.late - b.counts.late || b.counts.all - a.counts.all
}

/** Sums for each unit; amounts in different units are never added. */
function creditSums(resolutions: EarlierResolution[]): CreditSum[] {
  const credits = resolutions.flatMap(({ credit }) => credit ?? [])
  return [...Map.groupBy(credits, ({ amount }) => amount.unit)].map(([unit, own]): CreditSum => {
    const told = own.filter(({ absorbed }) => absorbed)
    const absorbed = sum(told.map((credit) => new Big(credit.absorbed?.amount ?? 0)))
    const toldOf = sum(told.map(({ amount }) => new Big(amount.amount)))
    const total = sum(own.map(({ amount }) => new Big(amount.amount)))
    return {
      unit,
      amount: total,
      absorbed,
      toldOf,
      ...(toldOf.gt(0) && { rate: absorbed.times(100).div(toldOf) }),
    }
  })
}

const sum = (values: Big[]): Big => values.reduce((total, value) => total.plus(value), new Big(0))
