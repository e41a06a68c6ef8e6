/** Puts into the ledger what is to be sent. */
import type { Delivery, NewDelivery } from './delivery.ts'
import { cancelOutdated } from './outdated.ts'
import { chunks, note, toDelivery } from './rows.ts'
import type { Writing } from './rows.ts'

export interface Enqueued {
  queued: number
  /** Of those that were given, the ones that had been there, as they are. */
  there: Delivery[]
  /** Of an earlier edition and still queued: they do not leave any more. */
  cancelled: Delivery[]
  /** Reminders that were left out, as others have told some of it meanwhile. */
  told: { id: string; subjects: string[] }[]
}

/** In one transaction: all or none. */
export async function enqueue(
  db: Writing,
  rows: readonly NewDelivery[],
  now: Date,
  by: string,
): Promise<Enqueued> {
  const result: Enqueued = { queued: 0, there: [], cancelled: [], told: [] }
  for (const row of rows) {
    const mailbox = row.address.toLowerCase()
    const there = await find(db, row, mailbox)
    if (there !== undefined) {
      result.there.push(there)
      continue
    }
    const subjects = await toldOf(db, mailbox, row.subjects ?? [])
    if (subjects.length > 0) {
      result.told.push({ id: row.id, subjects })
      continue
    }
    await insert(db, row, mailbox, now)
    await note(db, [{ id: row.id, attempt: 0 }], { now, by, what: 'queued' })
    result.queued++
    if (row.kind !== 'reminder') result.cancelled.push(...(await cancelEarlier(db, row, mailbox, now, by)))
  }
  result.cancelled.push(...(await cancelOutdated(db, now, by)))
  return result
}

/** Which of these the mailbox has been told, or is about to be. */
export async function toldOf(
  db: Pick<Writing, 'selectFrom'>,
  mailbox: string,
  subjects: readonly string[],
): Promise<string[]> {
  const told: string[] = []
  for (const some of chunks(subjects)) {
    const rows = await db
      .selectFrom('delivery_subject')
      .select('subject')
      .where('mailbox', '=', mailbox)
      .where('subject', 'in', some)
      .execute()
    told.push(...rows.map(({ subject }) => subject))
  }
  return told
}

async function find(
  db: Writing,
  { id, meeting, edition, kind }: NewDelivery,
  mailbox: string,
): Promise<Delivery | undefined> {
  const row = await db
    .selectFrom('delivery')
    .selectAll()
    .where(({ and, or }) => or([and({ id }), and({ meeting, edition, kind, mailbox })]))
    .executeTakeFirst()
  return row && toDelivery(row)
}

async function insert(db: Writing, row: NewDelivery, mailbox: string, now: Date): Promise<void> {
  const { subjects = [], messageId, ...rest } = row
  await db
    .insertInto('delivery')
    .values({
      ...rest,
      mailbox,
      message_id: messageId,
      state: 'queued',
      attempt: 0,
      put_off: 0,
      again: 0,
      queued_at: now.getTime(),
      changed_at: now.getTime(),
    })
    .execute()
  for (const some of chunks([...new Set(subjects)]))
    await db
      .insertInto('delivery_subject')
      .values(some.map((subject) => ({ mailbox, subject, delivery: row.id })))
      .execute()
}

async function cancelEarlier(
  db: Writing,
  { meeting, edition, kind }: NewDelivery,
  mailbox: string,
  now: Date,
  by: string,
): Promise<Delivery[]> {
  const rows = await db
    .updateTable('delivery')
    .set({ state: 'cancelled', changed_at: now.getTime() })
    .where(({ and }) => and({ meeting, kind, mailbox, state: 'queued' }))
    .where('edition', '<', edition)
    .returningAll()
    .execute()
  await note(db, rows, { now, by, what: 'cancelled', detail: `edition ${edition}` })
  return rows.map(toDelivery)
}
