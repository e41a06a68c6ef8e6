/** Where a target stands against the calendar. */
import Big from 'big.js'
import { dayNumber, daysInMonth } from '../persian/calendar.ts'
import type { JalaliDate } from '../persian/calendar.ts'
import { daysIn, monthsIn } from '../persian/period.ts'
import type { Period } from '../persian/period.ts'

/** Part of a period that has passed, counted in months or days. */
export interface Elapsed {
  passed: Big
  whole: number
  /** passed ÷ whole × 100. */
  percent: Big
}

export interface Pace {
  /** actual ÷ target × 100; never clamped. */
  done: Big
  months: Elapsed
  /** The same counted in days, where the year is known. */
  days?: Elapsed
  /** done − months.percent, in percentage points; below zero is behind the calendar. */
  gap: Big
  /** actual × whole ÷ passed: the value at the end of the period if nothing changes. */
  projection: Big
  /** projection − target; below zero is short of it. */
  surplus: Big
  /** actual ÷ months passed. */
  monthly: Big
  /** (target − actual) ÷ months left, not below zero; absent once the period is over. */
  required?: Big
  monthsLeft: Big
}

/** Target and actual in one unit; the actual counts up to the end of its period, or up to a day. */
export interface Progress {
  target: { value: string; period: Period }
  actual: { value: string; period?: Period | undefined; as_of?: JalaliDate | undefined }
}

/**
 * Sets the share of the target reached against the share of its period passed. Months are the measure (targets
 * are set by them), days stand beside it. Undefined where the target is zero or no time has passed yet.
 */
export function derivePace({ target, actual }: Progress): Pace | undefined {
  const months = monthsPassed(target.period, actual)
  const aim = new Big(target.value)
  const value = new Big(actual.value)
  if (months === undefined || months.passed.lte(0) || aim.eq(0)) return undefined
  const days = daysPassed(target.period, actual)
  const done = value.div(aim).times(100)
  const monthly = value.div(months.passed)
  const projection = value.times(months.whole).div(months.passed)
  const monthsLeft = new Big(months.whole).minus(months.passed)
  const missing = aim.minus(value)
  const pace: Pace = {
    done,
    months,
    gap: done.minus(months.percent),
    projection,
    surplus: projection.minus(aim),
    monthly,
    monthsLeft,
  }
  if (days !== undefined) pace.days = days
  if (monthsLeft.gt(0)) pace.required = (missing.gt(0) ? missing : new Big(0)).div(monthsLeft)
  return pace
}

const elapsed = (passed: Big, whole: number): Elapsed => ({
  passed,
  whole,
  percent: passed.div(whole).times(100),
})

function monthsPassed(whole: Period, actual: Progress['actual']): Elapsed | undefined {
  if (actual.period) return elapsed(new Big(actual.period.toMonth - whole.fromMonth + 1), monthsIn(whole))
  if (!actual.as_of) return undefined
  const { m, d } = within(whole, actual.as_of)
  const part = new Big(d).div(daysInMonth(actual.as_of.y, m))
  return elapsed(part.plus(m - whole.fromMonth), monthsIn(whole))
}

function daysPassed(whole: Period, actual: Progress['actual']): Elapsed | undefined {
  const year = whole.year ?? actual.period?.year ?? actual.as_of?.y
  if (year === undefined) return undefined
  const total = daysIn({ ...whole, year })
  if (total === undefined) return undefined
  const start = dayNumber({ y: year, m: whole.fromMonth, d: 1 })
  const last = actual.period
    ? { y: year, m: actual.period.toMonth, d: daysInMonth(year, actual.period.toMonth) }
    : actual.as_of && within(whole, actual.as_of)
  return last && elapsed(new Big(dayNumber(last) - start + 1), total)
}

/** The day, or the end of the period where the day comes after it. */
function within(whole: Period, day: JalaliDate): JalaliDate {
  const year = whole.year ?? day.y
  const last = { y: year, m: whole.toMonth, d: daysInMonth(year, whole.toMonth) }
  return dayNumber(day) > dayNumber(last) ? last : day
}
