/** One indicator with two values for one time in two meeting files. */
import Big from 'big.js'
import type { Meeting, Statistic } from '../model/meeting.ts'
import type { Unit } from '../model/readers.ts'
import type { JalaliDate } from '../persian/calendar.ts'
import { normalize } from '../persian/normalize.ts'
import type { Period } from '../persian/period.ts'

/** A value that says when it was true, so that another file may say it, too. */
export interface DatedValue {
  label: string
  /** The same for one indicator, one kind of value, one unit and one time. */
  key: string
  /** In whole units: «۱۲» of «میلیون دلار» is 12000000. */
  size: Big
  /** What a written value of its row is multiplied by. */
  scale: string
  /** Where it stands in its meeting: `statistics.3.actual.value`. */
  path: string
}

export interface Contradiction {
  here: DatedValue
  there: DatedValue
  /** Index of the other meeting. */
  other: number
}

/**
 * Each dated value of a meeting that another one contradicts, with the first that does. Values without a period or
 * day are true for their own meeting only; a target is no value, and «سال جاری» is the year of its meeting.
 */
export function contradictionsAcross(own: Meeting, others: readonly Meeting[]): Contradiction[] {
  const told = others.map((meeting) => {
    const values = new Map<string, DatedValue>()
    for (const value of datedValues(meeting)) if (!values.has(value.key)) values.set(value.key, value)
    return values
  })
  return datedValues(own).flatMap((here): Contradiction[] => {
    const other = told.findIndex((values) => values.get(here.key)?.size.eq(here.size) === false)
    const there = told[other]?.get(here.key)
    return there ? [{ here, there, other }] : []
  })
}

/** A value of one row in the scale of another. */
export const inScaleOf = ({ scale }: DatedValue, { size }: DatedValue): string => size.div(scale).toFixed()

export function datedValues({ meeting, statistics = [] }: Meeting): DatedValue[] {
  return statistics.flatMap((row, index) =>
    spans(row, meeting.date?.y).map(({ of, span, value, path }) => ({
      label: row.label,
      key: JSON.stringify([row.key ?? normalize(row.label), unitName(row.unit), of, span]),
      size: new Big(value).times(scaleOf(row.unit)),
      scale: scaleOf(row.unit),
      path: `statistics.${index}.${path}`,
    })),
  )
}

interface Told {
  of: 'value' | 'target'
  span: unknown
  value: string
  path: string
}

function spans(
  { value, period, as_of, actual, target, last_year: before }: Statistic,
  year?: number,
): Told[] {
  const found: Told[] = []
  const add = (of: Told['of'], span: unknown, told: string, path: string): void => {
    if (span !== undefined) found.push({ of, span, value: told, path })
  }
  if (value !== undefined) add('value', spanOf(period, as_of, year), value, 'value')
  if (actual) add('value', spanOf(actual.period, actual.as_of, year), actual.value, 'actual.value')
  if (target) add('target', spanOf(target.period, undefined, year), target.value, 'target.value')
  const whole = yearOf(actual ? actual.period : period, year)
  if (before && whole)
    add('value', spanOf({ ...whole, year: whole.year - 1 }), before.value, 'last_year.value')
  return found
}

/** Undefined where it is not known when the value was true. */
function spanOf(period?: Period, day?: JalaliDate, year?: number): unknown {
  const whole = yearOf(period, year)
  if (period ? whole === undefined : day === undefined) return undefined
  return [whole && [whole.year, whole.fromMonth, whole.toMonth], day && [day.y, day.m, day.d]]
}

function yearOf(period?: Period, year?: number): Required<Period> | undefined {
  const known = period?.year ?? year
  return period && known !== undefined ? { ...period, year: known } : undefined
}

const scaleOf = (unit: Unit | undefined): string => (unit?.kind === 'money' ? unit.scale : '1')

function unitName(unit: Unit | undefined): string {
  if (unit?.kind === 'money') return unit.money
  return unit?.kind === 'count' ? normalize(unit.noun) : (unit?.kind ?? '')
}
