/** Options of `search` → what the index is asked for. */
import type { Filters } from '../../catalogue/expression.sqlite.ts'
import { stateOf, stateNames } from '../../catalogue/states.ts'
import type { Page } from '../../catalogue/search.sqlite.ts'
import { fault } from '../../model/fault.ts'
import type { Fault } from '../../model/fault.ts'
import { daysInMonth, parseJalaliDate } from '../../persian/calendar.ts'
import type { JalaliDate } from '../../persian/calendar.ts'
import { toLatinDigits } from '../../persian/digits.ts'
import { searchKey } from '../../persian/search-key.ts'

export interface SearchOptions {
  body: string[]
  person: string[]
  kind: string[]
  status: string[]
  from: string | undefined
  to: string | undefined
  sort: string | undefined
  limit: string | undefined
  revisions: boolean
  json: boolean
}

export interface Wanted extends Page {
  filters: Filters
}

const usualLimit = 20
const mostShown = 1000

/** Faults: `date/*`, `choice/unknown`, `usage/option`. */
export function readFilters(options: SearchOptions): Wanted | { fault: Fault } {
  const states: string[] = []
  for (const word of listed(options.status)) {
    const state = stateOf(word)
    if (state === undefined) {
      const values = { field: '--status', text: word, choices: stateNames.join('، ') }
      return { fault: fault('choice/unknown', undefined, values) }
    }
    states.push(state)
  }
  const from = options.from === undefined ? undefined : dayOf(options.from, 'first')
  const to = options.to === undefined ? undefined : dayOf(options.to, 'last')
  if (from && 'code' in from) return { fault: from }
  if (to && 'code' in to) return { fault: to }
  const { sort = 'rank', limit = String(usualLimit) } = options
  if (sort !== 'rank' && sort !== 'new') return wrong('--sort')
  const most = Number(toLatinDigits(limit))
  if (!Number.isInteger(most) || most < 1 || most > mostShown) return wrong('--limit')
  const { body: bodies, person: people, revisions } = options
  if (bodies.some(isBlank)) return wrong('--body')
  if (people.some(isBlank)) return wrong('--person')
  const kinds = listed(options.kind)
  return {
    filters: { bodies, people, kinds, states, revisions },
    ...(from && { from }),
    ...(to && { to }),
    sort,
    limit: most,
  }
}

/** `minutes,briefing` is two words; names of bodies and people may hold a comma. */
const listed = (given: string[]): string[] =>
  given.flatMap((words) => words.split(/[,،]/)).map((word) => word.trim())

const isBlank = (name: string): boolean => searchKey(name) === ''

const wrong = (option: string): { fault: Fault } => ({
  fault: fault('usage/option', undefined, { option, verb: 'search' }),
})

/** A day, or the first or last one of a month (1405/09) or a year (1405). */
function dayOf(text: string, end: 'first' | 'last'): JalaliDate | Fault {
  const [, year, month = end === 'first' ? '1' : '12'] =
    /^(\d{4})(?:[/-](\d{1,2}))?$/.exec(toLatinDigits(text).trim()) ?? []
  const parsed = parseJalaliDate(year === undefined ? text : `${year}/${month}/1`)
  if (!parsed.ok) return fault(parsed.code, undefined, { ...parsed.values, date: text })
  const { y, m, d } = parsed.value
  return { y, m, d: year !== undefined && end === 'last' ? daysInMonth(y, m) : d }
}
