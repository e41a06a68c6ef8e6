/** Puts documents into the search index, and takes them out. */
import type { Kysely, Transaction } from 'kysely'
import { sql } from 'kysely'
import { dayNumber } from '../persian/calendar.ts'
import type { JalaliDate } from '../persian/calendar.ts'
import { indexForms, searchKey } from '../persian/search-key.ts'
import type { Minutes } from './read-minutes.ts'
import type { DocumentRow, SearchTables, SourceRow } from './tables.sqlite.ts'

/** What is said of a file besides its text. */
export type Described = Pick<DocumentRow, 'origin' | 'meeting' | 'revision' | 'latest' | 'kind' | 'pdf'>

/**
 * A file that was read. Without a document it is about no meeting, or says what the archive says already; the same
 * document as before is left as it is.
 */
export interface ReadSource extends Omit<SourceRow, 'document'> {
  document?: { minutes: Minutes; described: Described } | 'same'
}

/** A word that no text holds, so that a phrase never runs from one passage or name into the next. */
const apart = '\ue000'
/** More of them than words of one name may lie between two that are sought. */
export const mostBetween = 3

/** Writes what was read in the place of what the index held of the file. */
export async function putSource(transaction: Transaction<SearchTables>, read: ReadSource): Promise<void> {
  const { document, ...source } = read
  const before = await sourceOf(transaction, source.path)
  // Another process may have been here since the file was read.
  const known = before?.sha256 === source.sha256 && before.stamp === source.stamp
  if (document === 'same' || (known && document && before.document !== null)) {
    const { stamp, seen } = source
    await transaction
      .updateTable('search_source')
      .set({ stamp, seen })
      .where('path', '=', source.path)
      .execute()
    return
  }
  await removeSource(transaction, source.path)
  const id = document && (await putDocument(transaction, source.path, document))
  await transaction
    .insertInto('search_source')
    .values({ ...source, document: id ?? null })
    .execute()
  if (document?.described.origin === 'archive') await askCopies(transaction, source.sha256)
}

/** Takes a file and what it holds out of the index. */
export async function removeSource(transaction: Transaction<SearchTables>, path: string): Promise<void> {
  const row = await sourceOf(transaction, path)
  if (row === undefined) return
  await transaction.deleteFrom('search_source').where('path', '=', path).execute()
  if (row.document === null) return
  await sql`delete from search_index where rowid = ${BigInt(row.document)}`.execute(transaction)
  await transaction.deleteFrom('search_document').where('id', '=', row.document).execute()
  await transaction.deleteFrom('search_text').where('document', '=', row.document).execute()
  await askCopies(transaction, row.sha256)
}

/** Forgets everything. */
export async function clearIndex(transaction: Transaction<SearchTables>): Promise<void> {
  await sql`insert into search_index (search_index) values ('delete-all')`.execute(transaction)
  for (const table of ['search_text', 'search_document', 'search_source'] as const)
    await transaction.deleteFrom(table).execute()
}

export const sourceOf = (
  db: Kysely<SearchTables>,
  path: string,
): Promise<Pick<SourceRow, 'document' | 'sha256' | 'stamp'> | undefined> =>
  db
    .selectFrom('search_source')
    .select(['document', 'sha256', 'stamp'])
    .where('path', '=', path)
    .executeTakeFirst()

/** Whether a file of these bytes is the latest revision of something in the archive: a working copy of it is not listed. */
export async function isStored(db: Kysely<SearchTables>, sha256: string): Promise<boolean> {
  const stored = await db
    .selectFrom('search_source')
    .innerJoin('search_document', 'search_document.id', 'search_source.document')
    .select('search_document.id')
    .where('search_source.sha256', '=', sha256)
    .where('search_document.origin', '=', 'archive')
    .where('search_document.latest', '=', 1)
    .executeTakeFirst()
  return stored !== undefined
}

/** Has the working files of these bytes looked at once more. */
async function askCopies(transaction: Transaction<SearchTables>, sha256: string): Promise<void> {
  await transaction
    .updateTable('search_source')
    .set({ stamp: '' })
    .where('sha256', '=', sha256)
    .where('path', 'not like', 'archive/%')
    .execute()
}

async function putDocument(
  transaction: Transaction<SearchTables>,
  path: string,
  { minutes, described }: Exclude<NonNullable<ReadSource['document']>, 'same'>,
): Promise<number> {
  const { title, body, session, state, date, passages } = minutes
  const rowid = await freeId(transaction, date)
  const id = Number(rowid)
  await transaction
    .insertInto('search_document')
    .values({ id, path, ...described, date: dateText(date), title, body, session, state })
    .execute()
  await transaction
    .insertInto('search_text')
    .values({ document: id, passages: JSON.stringify(passages) })
    .execute()
  const { main, joined } = textKeys(minutes)
  const status = [...minutes.states.map(tokenOf), ...(described.latest ? [] : [superseded])].join(' ')
  await sql`insert into search_index (rowid, title, main, joined, bodies, people, kinds, states) values
    (${rowid}, ${searchKey(title)}, ${main}, ${joined}, ${namesKey(minutes.bodies)}, ${namesKey(minutes.people)},
    ${tokenOf(described.kind)}, ${status})`.execute(transaction)
  return id
}

function textKeys({ passages }: Minutes): { main: string; joined: string } {
  const forms = passages.map(({ text }) => indexForms(text))
  return {
    main: forms.map(({ main }) => main).join(` ${apart} `),
    joined: [...new Set(forms.flatMap(({ compounds }) => compounds))].join(` ${apart} `),
  }
}

const namesKey = (names: string[]): string =>
  names.map(searchKey).join(` ${`${apart} `.repeat(mostBetween + 1)}`)

/** Kinds and states are single words to the index, so that «done» is not found in «partly done». */
export const tokenOf = (name: string): string => searchKey(name).replaceAll(' ', '')

/** The state of a document of which the archive holds a later revision. */
export const superseded = 'superseded'

/** Ids of one day. With the day above them they are exact in a double. */
const idsOfDay = 1_000_000_000n
/** Meetings whose day is still open are to come: they stand after all others. */
const openDay = 8_000_000

/**
 * The ids of a day begin here, so that the order of ids is that of days and the index itself gives the newest first.
 * @param after days later than that; the number is not one of a double to SQLite, which FTS5 would pass over
 */
export const firstIdOf = (date: JalaliDate | undefined, after = 0): bigint =>
  BigInt((date === undefined ? openDay : dayNumber(date)) + after) * idsOfDay

async function freeId(transaction: Transaction<SearchTables>, date: JalaliDate | undefined): Promise<bigint> {
  const first = firstIdOf(date)
  const { rows } = await sql<{ last: number | null }>`
    select max(id) as last from search_document
    where id >= ${first} and id < ${first + idsOfDay}`.execute(transaction)
  const last = rows[0]?.last ?? null
  return last === null ? first : BigInt(last) + 1n
}

const dateText = (date: JalaliDate | undefined): string =>
  date === undefined ? '' : `${date.y}/${String(date.m).padStart(2, '0')}/${String(date.d).padStart(2, '0')}`
