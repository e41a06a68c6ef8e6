/** Asks the index: the documents of one page of results, and how many there are in all. */
import type { Kysely, RawBuilder } from 'kysely'
import { sql } from 'kysely'
import type { JalaliDate } from '../persian/calendar.ts'
import type { Expression } from './expression.sqlite.ts'
import type { Passage } from './read-minutes.ts'
import type { DocumentRow, SearchTables } from './tables.sqlite.ts'
import { firstIdOf } from './write-index.sqlite.ts'

export interface Page {
  /** The best first, or the newest; meetings whose day is open are newer than all. */
  sort: 'rank' | 'new'
  limit: number
  /** Days of the meeting, both included. Meetings whose day is open are left out where one is given. */
  from?: JalaliDate
  to?: JalaliDate
}

export interface Found {
  total: number
  documents: (DocumentRow & { passages: Passage[] })[]
}

/** A word in the title counts for as much as these in the text. */
const titleWeight = 4

/** @param page nothing but a match can be ranked; the rest comes the newest first */
export async function search(db: Kysely<SearchTables>, expression: Expression, page: Page): Promise<Found> {
  const { match } = expression
  const where = conditions(expression, page)
  const source = sql.raw(match === undefined ? 'search_document' : 'search_index')
  const id = sql.raw(match === undefined ? 'id' : 'rowid')
  const ranked = match !== undefined && page.sort === 'rank'
  const weights = sql.raw(`'bm25(${titleWeight}.0, 1.0, 1.0, 0.0, 0.0, 0.0, 0.0)'`)
  const order = ranked ? sql`and rank match ${weights} order by rank` : sql`order by ${id} desc`
  const { rows: ids } = await sql<{ id: number }>`
    select ${id} as id from ${source} where ${where} ${order} limit ${page.limit}`.execute(db)
  const { rows: count } = await sql<{ total: number }>`
    select count(*) as total from ${source} where ${where}`.execute(db)
  const documents = await Promise.all(ids.map((row) => documentOf(db, row.id)))
  return { total: count[0]?.total ?? 0, documents: documents.filter((one) => one !== undefined) }
}

function conditions({ match, except }: Expression, { from, to }: Page): RawBuilder<unknown> {
  const id = sql.raw(match === undefined ? 'id' : 'rowid')
  const both = match !== undefined && except !== undefined ? `(${match}) NOT (${except})` : match
  const clauses = [
    ...(both === undefined ? [] : [sql`search_index match ${both}`]),
    ...(match === undefined && except !== undefined
      ? [sql`id not in (select rowid from search_index where search_index match ${except})`]
      : []),
    ...(from === undefined ? [] : [sql`${id} >= ${firstIdOf(from)}`]),
    ...(to === undefined ? [] : [sql`${id} < ${firstIdOf(to, 1)}`]),
    ...(from !== undefined && to === undefined ? [sql`${id} < ${firstIdOf(undefined)}`] : []),
  ]
  return clauses.length === 0 ? sql`true` : sql.join(clauses, sql` and `)
}

async function documentOf(
  db: Kysely<SearchTables>,
  id: number,
): Promise<Found['documents'][number] | undefined> {
  const row = await db
    .selectFrom('search_document')
    .innerJoin('search_text', 'search_text.document', 'search_document.id')
    .selectAll('search_document')
    .select('search_text.passages')
    .where('search_document.id', '=', id)
    .executeTakeFirst()
  return row && { ...row, passages: JSON.parse(row.passages) as Passage[] }
}

/** Which of the words stand in any text. */
export async function knownWords(db: Kysely<SearchTables>, words: readonly string[]): Promise<Set<string>> {
  const known = new Set<string>()
  for (const word of words) {
    // The first place is enough: counting all of a frequent word takes long.
    const { rows } = await sql`select 1 from search_word where term = ${word} limit 1`.execute(db)
    if (rows.length > 0) known.add(word)
  }
  return known
}

/** The kinds of documents that the index holds. */
export async function kindsOf(db: Kysely<SearchTables>): Promise<string[]> {
  const rows = await db.selectFrom('search_document').select('kind').distinct().orderBy('kind').execute()
  return rows.map(({ kind }) => kind)
}
