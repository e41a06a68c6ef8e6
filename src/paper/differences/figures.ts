/** Indicators that moved, came or went, as plain strings. */
import Big from 'big.js'
import type { z } from 'zod'
import type { Changes, Movement } from '../../insight/changes.ts'
import { unwrap } from '../../model/field.ts'
import { meetingSchema } from '../../model/meeting.ts'
import type { Statistic } from '../../model/meeting.ts'
import type { Language } from './language.ts'
import type { FigureReport } from './report.ts'
import { valueText } from './value.ts'

export function figureReports(
  { moved, newStatistics, lostStatistics, incomparable }: Changes,
  language: Language,
): FigureReport[] {
  return [
    ...moved.map((row) => movedReport(row, language)),
    ...newStatistics.map((now) => ({ ...named('new', now), ...sideNow(now, language) })),
    ...lostStatistics.map((before) => ({ ...named('lost', before), ...sideBefore(before, language) })),
    ...incomparable.map(({ now, before }) => ({
      ...named('incomparable', now),
      ...sideBefore(before, language),
      ...sideNow(now, language),
    })),
  ]
}

function movedReport(row: Movement, language: Language): FigureReport {
  const { now, before, of, from, to, difference, growth } = row
  const isTarget = of === 'target'
  const periods = isTarget
    ? {}
    : { ...periodOf('periodBefore', before, language), ...periodOf('period', now, language) }
  return {
    ...named('moved', now),
    of,
    before: from,
    now: to,
    ...unitOf('unit', now, language),
    ...periods,
    difference: difference.toFixed(),
    // Percent of a percentage would be read as points.
    ...(growth && now.unit?.kind !== 'percent' && { growth: growth.round(1, Big.roundHalfUp).toFixed() }),
  }
}

type Part = Partial<FigureReport>

const named = (change: FigureReport['change'], { label, key }: Statistic) => ({
  change,
  label,
  ...(key !== undefined && { key }),
})

function sideNow(row: Statistic, language: Language): Part {
  return { now: valueOf(row), ...unitOf('unit', row, language), ...periodOf('period', row, language) }
}

function sideBefore(row: Statistic, language: Language): Part {
  const value = { before: valueOf(row), ...unitOf('unitBefore', row, language) }
  return { ...value, ...periodOf('periodBefore', row, language) }
}

const valueOf = ({ actual, value }: Statistic): string => actual?.value ?? value ?? ''

const { shape } = (unwrap(meetingSchema.shape.statistics) as z.ZodArray<z.ZodObject>).element

function unitOf(key: 'unit' | 'unitBefore', { unit }: Statistic, language: Language): Part {
  return unit ? { [key]: valueText(shape.unit as z.ZodType, unit, language) } : {}
}

/** The months or the day for which the value is told. */
function periodOf(key: 'period' | 'periodBefore', row: Statistic, language: Language): Part {
  const { period, as_of: day } = row.actual ?? row
  if (period) return { [key]: valueText(shape.period as z.ZodType, period, language) }
  return day ? { [key]: valueText(shape.as_of as z.ZodType, day, language) } : {}
}
