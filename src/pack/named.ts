/** Rows that are there to be named by pieces: who still names them when pieces are withheld. */
import type { Register } from '../model/field.ts'
import { isGone, isTooHigh, looseKey } from './cut.ts'
import type { Cut } from './cut.ts'
import type { Reference } from './references.ts'

/** The table of the rows that are named. */
export const tableOf = { person: 'people', body: 'bodies', source: 'sources', annex: 'annexes' } as const
export type Named = keyof typeof tableOf

/**
 * Rows that withheld pieces name, and that nothing else names. People and bodies name each other: a body whose only
 * mention is in the row of such a person is one, too. Rows that no piece names are `idle`.
 */
export function namedByGone(cut: Cut, register: Named): { only: string[]; idle: string[] } {
  const rows = rowsOf(cut)
  const fromPieces = cut.references.filter(({ path }) => !isRow(path))
  const isGoneReference = ({ path }: Reference): boolean => isGone(cut, path)
  const told = reach(fromPieces.filter(isGoneReference), rows, cut, looseKey)
  const left = fromPieces.filter((reference) => !isGoneReference(reference))
  const kept = reach(left, rows, cut, exactKey)
  const idle = rows.filter(({ path }) => !told.has(path) && !kept.has(path)).map(({ path }) => path)
  // Those are the meeting's own; as long as they stay, what they name is named by something that is there.
  const staying = new Set(isTooHigh(cut, undefined) ? [] : idle)
  const ofStaying = cut.references.filter(({ path }) => isRow(path) && staying.has(rowOf(path)))
  const there = reach([...left, ...ofStaying], rows, cut, exactKey)
  const own = (path: string): boolean => path.startsWith(`${tableOf[register]}.`)
  return { only: [...told].filter((path) => own(path) && !there.has(path)), idle: idle.filter(own) }
}

interface NamedRow {
  path: string
  register: Named
  names: string[]
}

function rowsOf({ meeting }: Cut): NamedRow[] {
  const { people = [], bodies = [], sources = [], annexes = [] } = meeting
  const rows = (
    register: Named,
    list: readonly { id: string; name?: string; title?: string }[],
  ): NamedRow[] =>
    list.map(({ id, name = id, title = name }, index) => ({
      path: `${tableOf[register]}.${index}`,
      register,
      names: [id, title],
    }))
  // An annex is named by its id alone.
  const ids = annexes.map(({ id }) => ({ id }))
  return [
    ...rows('person', people),
    ...rows('body', bodies),
    ...rows('source', sources),
    ...rows('annex', ids),
  ]
}

/** `people.2` of `people.2.body`. */
const rowOf = (path: string): string => path.split('.', 2).join('.')
/** Rows that are there only to be named. */
const isRow = (path: string): boolean => path.startsWith('people.') || path.startsWith('bodies.')
const exactKey = (name: string): string => name

/** The rows these references lead to, in one step or more. */
function reach(
  references: readonly Reference[],
  rows: readonly NamedRow[],
  cut: Cut,
  key: (name: string) => string,
): Set<string> {
  const at = (register: Register, name: string): string => `${register} ${key(name)}`
  const byName = Map.groupBy(
    rows.flatMap(({ path, register, names }) => names.map((name) => ({ path, at: at(register, name) }))),
    (one) => one.at,
  )
  const outgoing = Map.groupBy(
    cut.references.filter(({ path }) => isRow(path)),
    ({ path }) => rowOf(path),
  )
  const found = new Set<string>()
  const queue = [...references]
  for (let next = queue.pop(); next; next = queue.pop())
    for (const { path } of byName.get(at(next.register, next.name)) ?? []) {
      if (found.has(path)) continue
      found.add(path)
      queue.push(...(outgoing.get(path) ?? []))
    }
  return found
}
