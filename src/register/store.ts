/** Keeps the tables of the register as the files have it. */
import type { Kysely, Transaction } from 'kysely'
import type { JalaliDate } from '../persian/calendar.ts'
import { formatDate } from '../persian/date-format.ts'
import { formatDeadline } from '../persian/deadline.ts'
import { toLatinDigits } from '../persian/digits.ts'
import { formatMoney } from '../persian/money.ts'
import type { Register, RegisterEvent, RegisteredResolution } from './register.ts'
import type { EventRow, PartyRow, RegisterTables, ResolutionRow } from './tables.sqlite.ts'

/** SQLite takes some ten thousand values in one statement. */
const rowsOfStatement = 500

/**
 * Adds the events that are not there, and takes away those that no file tells any more; the rest is as it stands now.
 * The same register twice adds nothing.
 */
export async function storeRegister(
  db: Transaction<RegisterTables>,
  { resolutions }: Register,
): Promise<{ added: number; gone: number }> {
  const stored = new Map(
    (await db.selectFrom('register_event').select(['id', 'resolution']).execute()).map(
      ({ id, resolution }) => [id, resolution],
    ),
  )
  const events = resolutions.flatMap((one) => one.events.map((event, place) => ({ event, place })))
  const now = new Set(events.map(({ event }) => event.id))
  const gone = [...stored.keys()].filter((id) => !now.has(id))
  const added = events.filter(({ event }) => !stored.has(event.id))
  if (added.length + gone.length === 0) return { added: 0, gone: 0 }
  // An event that comes between others moves those after it.
  const touched = new Set([
    ...gone.map((id) => stored.get(id) ?? ''),
    ...added.map(({ event }) => event.resolution),
  ])
  for (const some of chunks([...touched]))
    await db.deleteFrom('register_event').where('resolution', 'in', some).execute()
  for (const some of chunks(events.filter(({ event }) => touched.has(event.resolution))))
    await db.insertInto('register_event').values(some.map(eventRow)).execute()
  await db.deleteFrom('register_evidence').execute()
  const evidence = events.flatMap(({ event }) =>
    (event.files ?? []).map(({ path, sha256 = null }) => ({ event: event.id, path, sha256 })),
  )
  for (const some of chunks(evidence))
    await db
      .insertInto('register_evidence')
      .values(some)
      .onConflict((on) => on.doNothing())
      .execute()
  await db.deleteFrom('register_resolution').execute()
  await db.deleteFrom('register_party').execute()
  for (const some of chunks(resolutions))
    await db.insertInto('register_resolution').values(some.map(resolutionRow)).execute()
  for (const some of chunks(resolutions.flatMap(partyRows)))
    await db
      .insertInto('register_party')
      .values(some)
      .onConflict((on) => on.doNothing())
      .execute()
  return { added: added.length, gone: gone.length }
}

/** Forgets all of it, extracts included; what is read next makes it again. */
export async function clearRegister(db: Transaction<RegisterTables>): Promise<void> {
  const tables = [
    'register_file',
    'register_resolution',
    'register_party',
    'register_event',
    'register_evidence',
  ] as const
  for (const table of tables) await db.deleteFrom(table).execute()
}

/** Extracts of files by their stamps, as far as they are there. */
export async function storedExtracts(
  db: Kysely<RegisterTables>,
  stamps: readonly string[],
): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (const some of chunks(stamps)) {
    const rows = await db.selectFrom('register_file').selectAll().where('stamp', 'in', some).execute()
    for (const { stamp, extract } of rows) found.set(stamp, extract)
  }
  return found
}

export async function storeExtracts(
  db: Transaction<RegisterTables>,
  extracts: ReadonlyMap<string, string>,
): Promise<void> {
  const rows = [...extracts].map(([stamp, extract]) => ({ stamp, extract }))
  for (const some of chunks(rows))
    await db
      .insertInto('register_file')
      .values(some)
      .onConflict((on) => on.doNothing())
      .execute()
}

function chunks<T>(rows: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(rows.length / rowsOfStatement) }, (_, index) =>
    rows.slice(index * rowsOfStatement, (index + 1) * rowsOfStatement),
  )
}

const day = (date: JalaliDate | undefined): string | null =>
  date ? toLatinDigits(formatDate(date, 'numeric')) : null

function eventRow({ event, place }: { event: RegisterEvent; place: number }): EventRow {
  const { id, resolution, kind, at, source } = event
  return { id, resolution, place, kind, day: day(at), source, data: JSON.stringify(event) }
}

function resolutionRow(one: RegisteredResolution): ResolutionRow {
  const { key, id, origin, text, decided, issued, deadline, status, progress, credit, into } = one
  return {
    key,
    id,
    meeting: origin.meeting,
    body: origin.body ?? null,
    text,
    decided: day(decided),
    issued: day(issued),
    deadline: deadline ? (deadline.written ?? formatDeadline(deadline)) : null,
    status: status ?? null,
    progress: progress ?? null,
    credit: credit ? formatMoney(credit.promised) : null,
    absorbed: credit?.absorbed ? formatMoney(credit.absorbed) : null,
    into_id: into ?? null,
  }
}

const partyRows = ({ key, parties }: RegisteredResolution): PartyRow[] =>
  parties.map(({ name, role }) => ({ resolution: key, name, role }))
