/** Deadlines in time: how many fall into each month, season or year. */
import type { JalaliDate } from '../persian/calendar.ts'
import type { Standing } from './standing.ts'

/** So many months of the calendar, one after the other without a gap, and how the resolutions due in them stand. */
export interface DueSpan {
  year: number
  /** First month, 1…12. */
  month: number
  /** 1, 3 or 12. */
  months: number
  /** One for each resolution due in it, in the order given. */
  standings: Standing[]
}

/** A span as wide as this has room for its label. */
const mostSpans = 16

const monthOf = ({ y, m }: Pick<JalaliDate, 'y' | 'm'>): number => y * 12 + m - 1

/**
 * Every span from the first deadline (or the day, where it is earlier) to the last: months, or seasons where months
 * are too many, or years. The counts of all spans add up to the resolutions given.
 */
export function dueSpans(dues: { due: JalaliDate; standing: Standing }[], today: JalaliDate): DueSpan[] {
  if (dues.length === 0) return []
  const places = [...dues.map(({ due }) => monthOf(due)), monthOf(today)]
  const first = places.reduce((a, b) => Math.min(a, b))
  const last = places.reduce((a, b) => Math.max(a, b))
  const step = [1, 3, 12].find((months) => spansIn(first, last, months) <= mostSpans) ?? 12
  const start = Math.floor(first / step)
  const spans = Array.from({ length: spansIn(first, last, step) }, (_, index): DueSpan => {
    const at = (start + index) * step
    return { year: Math.floor(at / 12), month: (at % 12) + 1, months: step, standings: [] }
  })
  for (const { due, standing } of dues)
    spans[Math.floor(monthOf(due) / step) - start]?.standings.push(standing)
  return spans
}

const spansIn = (first: number, last: number, step: number): number =>
  Math.floor(last / step) - Math.floor(first / step) + 1
