/** The insight stage: Meeting + today → Briefing, what the file means. */
import type Big from 'big.js'
import { classes } from '../model/choices.ts'
import type { Class, Level } from '../model/choices.ts'
import type { EarlierResolution, Meeting, Statement, Statistic } from '../model/meeting.ts'
import type { Settings } from '../model/settings.ts'
import type { JalaliDate } from '../persian/calendar.ts'
import type { Money } from '../persian/money.ts'
import { growth } from './change.ts'
import { contradictions, openFindings, unsourcedFindings } from './findings.ts'
import type { Finding } from './findings.ts'
import { groupRows } from './groups.ts'
import type { Group } from './groups.ts'
import { sumByUnit } from './money.ts'
import { derivePace } from './pace.ts'
import type { Pace } from './pace.ts'
import { standing } from './standing.ts'
import type { Standing } from './standing.ts'

type Obstacle = NonNullable<Meeting['obstacles']>[number]

/** A statistic with what follows from it. */
export interface Figure {
  statistic: Statistic
  pace?: Pace
  /** Growth in percent against the same period a year before. */
  growth?: Big
}

export interface Briefing {
  meeting: Meeting
  today: JalaliDate
  class: Class
  figures: Figure[]
  statements: Group<Statement>[]
  obstacles: Group<Obstacle>[]
  /** Sums of the asks, one for each unit of money. */
  asked: Money[]
  earlier: { resolution: EarlierResolution; standing: Standing; extended: number }[]
  findings: Finding[]
}

/** Derives everything the papers say beyond what was written. Pure: `today` is given. */
export function deriveBriefing(meeting: Meeting, settings: Settings, today: JalaliDate): Briefing {
  return {
    meeting,
    today,
    class: meeting.meeting.class ?? settings.class ?? (Object.keys(classes)[0] as Class),
    figures: (meeting.statistics ?? []).map(deriveFigure),
    statements: groupRows(meeting.statements ?? []),
    obstacles: byLevel(meeting.obstacles ?? []),
    asked: sumByUnit((meeting.asks ?? []).flatMap((ask) => ask.amount ?? [])),
    earlier: (meeting.earlier_resolutions ?? []).map((resolution) => ({
      resolution,
      standing: standing(resolution, today),
      extended: (resolution.history ?? []).filter(isExtension).length,
    })),
    findings: [...contradictions(meeting), ...openFindings(meeting), ...unsourcedFindings(meeting)],
  }
}

const isExtension = (event: { deadline?: unknown; status?: string | undefined }): boolean =>
  event.deadline !== undefined || event.status === 'extended'

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
