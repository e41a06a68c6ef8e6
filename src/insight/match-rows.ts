/** Which row of one list is which of another. */
import { meaningKey } from './word-changes.ts'

/** A row of any list of a meeting file; a list of texts has rows of one text. */
export type Row = Readonly<Record<string, unknown>>

/** What a person would call a row, the first of these that it has. */
const called = ['label', 'person', 'topic', 'name', 'title', 'text', 'to', 'file', 'id']
/** Rows are alike when so much of their words is common. */
const leastAlike = 0.5
/** Larger lists are not searched for rows that are merely alike. */
const mostPairs = 40_000

/** By id, else by what they are known by, else by their words; each row once. */
export function matchRows(
  before: Row[],
  now: Row[],
): { pairs: { now: Row; before: Row }[]; added: Row[]; removed: Row[] } {
  const partner = new Map<Row, Row>()
  const left = new Set(before)
  const take = (row: Row, other: Row): void => {
    partner.set(row, other)
    left.delete(other)
  }
  const byKey = (keyOf: (row: Row) => string | undefined): void => {
    const waiting = Map.groupBy(left, keyOf)
    for (const row of now) {
      const key = partner.has(row) ? undefined : keyOf(row)
      const other = key === undefined ? undefined : waiting.get(key)?.shift()
      if (other !== undefined) take(row, other)
    }
  }
  byKey(({ id }) => (typeof id === 'string' ? id : undefined))
  byKey(({ key }) => (typeof key === 'string' ? key : undefined))
  byKey((row) => JSON.stringify([row.speaker, meaningKey(nameOf(row))]))
  const rest = now.filter((row) => !partner.has(row))
  if (rest.length * left.size <= mostPairs) {
    const words = new Map([...rest, ...left].map((row) => [row, wordsOf(row)]))
    const scored = rest
      .flatMap((row) => [...left].map((other) => ({ row, other, score: likeness(row, other, words) })))
      .filter(({ score }) => score >= leastAlike)
      .toSorted((a, b) => b.score - a.score)
    for (const { row, other } of scored) if (!partner.has(row) && left.has(other)) take(row, other)
  }
  return {
    pairs: now.flatMap((row) => {
      const other = partner.get(row)
      return other ? [{ now: row, before: other }] : []
    }),
    added: now.filter((row) => !partner.has(row)),
    removed: [...left],
  }
}

/** What a person would call the row. */
export function nameOf(row: Row): string {
  const key = called.find((candidate) => typeof row[candidate] === 'string')
  return key === undefined ? '' : String(row[key])
}

/** Words in common ÷ words of both; 0 where two ids, keys or speakers say that they are two. */
function likeness(a: Row, b: Row, words: ReadonlyMap<Row, ReadonlySet<string>>): number {
  const other = (key: string): boolean => a[key] !== undefined && b[key] !== undefined && a[key] !== b[key]
  if (['id', 'key', 'speaker'].some(other)) return 0
  // People are not alike because their names are.
  if (a.person !== undefined || (a.to !== undefined && a.text === undefined)) return 0
  const [left, right] = [words.get(a), words.get(b)]
  if (!left?.size || !right?.size) return 0
  return left.intersection(right).size / left.union(right).size
}

const wordsOf = (row: Row): Set<string> => new Set(meaningKey(nameOf(row)).split(' ').filter(Boolean))
