/** The insight stage: Meeting + today → Briefing, what the file means. */
import type Big from 'big.js'
import { weekdays } from '../model/choices.ts'
import type { Class, Level } from '../model/choices.ts'
import { classOf } from '../model/class.ts'
import type { EarlierResolution, Meeting, Statement, Statistic } from '../model/meeting.ts'
import type { Settings } from '../model/settings.ts'
import { usualWorkWeek } from '../persian/holidays.ts'
import type { WorkWeek } from '../persian/holidays.ts'
import type { Money } from '../persian/money.ts'
import { growth } from './change.ts'
import { deriveChanges } from './changes.ts'
import type { Changes } from './changes.ts'
import { contradictions, openFindings, unsourcedFindings } from './findings.ts'
import type { Finding } from './findings.ts'
import { followUp } from './follow-up.ts'
import type { FollowUp, RegisterEntry } from './follow-up.ts'
import { groupRows } from './groups.ts'
import type { Group } from './groups.ts'
import { sumByUnit } from './money.ts'
import { derivePace } from './pace.ts'
import type { Pace } from './pace.ts'
import { extensions, standing } from './standing.ts'
import type { OfficeCalendar, Standing } from './standing.ts'
import { overrun } from './timetable.ts'

type Obstacle = NonNullable<Meeting['obstacles']>[number]

/** The day on which is asked, and the holidays that are known. */
export type Clock = Omit<OfficeCalendar, 'week'>

/** A statistic with what follows from it. */
export interface Figure {
  statistic: Statistic
  pace?: Pace
  /** Growth in percent against the same period a year before. */
  growth?: Big
}

/** A resolution of an earlier meeting, written in the file or carried over from the register. */
export interface EarlierEntry {
  resolution: EarlierResolution
  standing: Standing
  extended: number
  /** In how many meetings it was raised, where the register knows it. */
  raised?: number
  /** How it stands against its own period, where it was carried over. */
  entry?: RegisterEntry
}

export interface Briefing {
  meeting: Meeting
  calendar: OfficeCalendar
  /** That of its highest piece. */
  class: Class
  figures: Figure[]
  statements: Group<Statement>[]
  obstacles: Group<Obstacle>[]
  /** Sums of the asks, one for each unit of money. */
  asked: Money[]
  earlier: EarlierEntry[]
  findings: Finding[]
  /** The register of resolutions on the day. */
  followUp: FollowUp
  /** What is other than in the file of the previous meeting, where one is named. */
  changes?: Changes
}

/**
 * Derives everything the papers say beyond what was written. Pure: the day and the known holidays are given; the
 * week is the settings', else the usual one.
 */
export function deriveBriefing(
  meeting: Meeting,
  settings: Settings,
  { today, holidays }: Clock,
  previous?: Meeting,
): Briefing {
  const calendar = { today, holidays, week: workWeek(settings) }
  return {
    meeting,
    calendar,
    class: classOf(meeting, settings.class),
    figures: (meeting.statistics ?? []).map(deriveFigure),
    statements: groupRows(meeting.statements ?? []),
    obstacles: byLevel(meeting.obstacles ?? []),
    asked: sumByUnit((meeting.asks ?? []).flatMap((ask) => ask.amount ?? [])),
    earlier: (meeting.earlier_resolutions ?? []).map((resolution) => ({
      resolution,
      standing: standing(resolution, calendar),
      extended: extensions(resolution),
    })),
    findings: [
      ...overrun(meeting),
      ...contradictions(meeting),
      ...openFindings(meeting),
      ...unsourcedFindings(meeting),
    ],
    followUp: followUp(meeting, calendar),
    ...(previous && { changes: deriveChanges(meeting, previous, calendar) }),
  }
}

function workWeek({ work_week: days }: Settings): WorkWeek {
  if (days === undefined) return usualWorkWeek
  const names = Object.keys(weekdays) as (keyof typeof weekdays)[]
  return { weekend: names.flatMap((name, index) => (days.includes(name) ? [] : [index])) }
}

function deriveFigure(statistic: Statistic): Figure {
  const figure: Figure = { statistic }
  const { target, actual, last_year: before } = statistic
  if (target?.period && actual) {
    const pace = derivePace({ target: { value: target.value, period: target.period }, actual })
    if (pace) figure.pace = pace
  }
  const now = actual?.value ?? statistic.value
  // A rank grows by falling, so a percentage would say the opposite of what happened.
  const counted = now !== undefined && statistic.unit?.kind !== 'rank'
  const change = counted && before ? growth(now, before.value) : undefined
  if (change) figure.growth = change
  return figure
}

/** Obstacles the province can lift come first: they are the meeting's own work. */
function byLevel(obstacles: Obstacle[]): Group<Obstacle>[] {
  const order: (Level | undefined)[] = ['provincial', 'national', undefined]
  return groupRows(obstacles).toSorted((a, b) => order.indexOf(a.level) - order.indexOf(b.level))
}
