/** What became of resolutions, as plain strings. */
import type { Pair } from '../../insight/changes.ts'
import type { Differences } from '../../insight/differences.ts'
import type { RegisterEntry } from '../../insight/follow-up.ts'
import { lastOf, workStatus } from '../../insight/standing.ts'
import { resolutionStates } from '../../model/choices.ts'
import { formatDate } from '../../persian/date-format.ts'
import { formatDeadline } from '../../persian/deadline.ts'
import { toLatinDigits } from '../../persian/digits.ts'
import type { Language } from './language.ts'
import { fieldReport } from './fields.ts'
import type { Voice } from './fields.ts'
import type { FieldReport, ResolutionReport, StateReport } from './report.ts'

/** Each once; one that only says something else is told as `reworded`. */
export function resolutionReports({ changes, reworded }: Differences, voice: Voice): ResolutionReport[] {
  const said = new Map(
    reworded.map(({ now, fields }) => [now, fields.map((field) => fieldReport(field, voice))]),
  )
  const pair = (change: ResolutionReport['change'], { now, before }: Pair): ResolutionReport => ({
    ...resolution(change, now, voice.now, voice.language),
    before: stateReport(before, voice.language),
    now: stateReport(now, voice.language),
    fields: said.get(now) ?? [],
  })
  const gone = (change: 'dropped' | 'settled') => (entry: RegisterEntry) => ({
    ...resolution(change, entry, voice.before, voice.language),
    before: stateReport(entry, voice.language),
  })
  return [
    ...changes.fresh.map((entry) => ({
      ...resolution('fresh', entry, voice.now, voice.language),
      now: stateReport(entry, voice.language),
    })),
    ...changes.closed.map((one) => pair('closed', one)),
    ...changes.reopened.map((one) => pair('reopened', one)),
    ...changes.slipped.map((one) => ({
      ...pair('slipped', one),
      ...(one.days !== undefined && { days: one.days }),
    })),
    ...changes.advanced.map((one) => ({
      ...pair('advanced', one),
      ...(one.points && { points: one.points.toFixed() }),
    })),
    ...changes.same.filter(({ now }) => said.has(now)).map((one) => pair('reworded', one)),
    ...changes.dropped.map(gone('dropped')),
    ...changes.settled.map(gone('settled')),
  ]
}

function resolution(
  change: ResolutionReport['change'],
  { resolution: { id, was, text, responsible } }: RegisterEntry,
  name: (reference: string) => string,
  language: Language,
): ResolutionReport & { fields: FieldReport[] } {
  const own = (written: string): string => (language === 'en' ? toLatinDigits(written) : written)
  return {
    change,
    ...(id !== undefined && { id: own(id) }),
    ...(was !== undefined && { was: own(was) }),
    text,
    ...(responsible !== undefined && { responsible: name(responsible) }),
    fields: [],
  }
}

function stateReport(entry: RegisterEntry, language: Language): StateReport {
  const own = (written: string): string => (language === 'en' ? toLatinDigits(written) : written)
  const status = workStatus(entry.resolution)
  const deadline = lastOf(entry.resolution, 'deadline')
  return {
    standing: entry.standing,
    ...(status && { status: language === 'fa' ? resolutionStates[status] : status }),
    ...(entry.progress && { progress: entry.progress.toFixed() }),
    ...(deadline && { deadline: own(formatDeadline(deadline)) }),
    ...(entry.due && { due: own(formatDate(entry.due, 'numeric')) }),
    ...(entry.lateDays > 0 && { late: entry.lateDays }),
  }
}
