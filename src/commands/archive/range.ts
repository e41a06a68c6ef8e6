/** `--from` and `--to`: the first and the last day of what is wanted. */
import { dayText } from '../../archive/names.ts'
import { fault } from '../../model/fault.ts'
import type { Fault } from '../../model/fault.ts'
import { parseJalaliDate } from '../../persian/calendar.ts'

/** Days as 1405/09/04, which stand in the order of time; undefined for no limit. */
export interface Range {
  from: string | undefined
  to: string | undefined
}

/** Faults: those of `parseJalaliDate`. */
export function readRange({ from, to }: Range): Range | Fault {
  const [first, last] = [from, to].map((text) => (text === undefined ? undefined : parseJalaliDate(text)))
  for (const day of [first, last]) if (day?.ok === false) return fault(day.code, undefined, day.values)
  return {
    from: first?.ok ? dayText(first.value) : undefined,
    to: last?.ok ? dayText(last.value) : undefined,
  }
}

export const isWithin = (date: string, { from = '', to = '9' }: Range): boolean => from <= date && date <= to
