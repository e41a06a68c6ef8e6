import { compareDates } from '../persian/calendar.ts'
import type { JalaliDate } from '../persian/calendar.ts'

/** The order of two days; one that is not known comes after all others. */
export function compareDays(a: JalaliDate | undefined, b: JalaliDate | undefined): number {
  if (a && b) return compareDates(a, b)
  return Number(a === undefined) - Number(b === undefined)
}
