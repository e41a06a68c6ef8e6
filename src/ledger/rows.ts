/** Rows of the ledger as values, and the lines of its history. */
import type { Selectable, Transaction } from 'kysely'
import type { Delivery, DeliveryEvent, EventName } from './delivery.ts'
import type { DeliveryRow, EventRow, LedgerTables } from './tables.sqlite.ts'

export type Writing = Transaction<LedgerTables>

/** SQLite takes some ten thousand values in one statement. */
export const rowsOfStatement = 300

export function toDelivery(row: DeliveryRow): Delivery {
  return {
    id: row.id,
    meeting: row.meeting,
    edition: row.edition,
    name: row.name,
    address: row.address,
    eml: row.eml,
    size: row.size,
    attempt: row.attempt,
    kind: row.kind as Delivery['kind'],
    class: row.class,
    messageId: row.message_id,
    state: row.state as Delivery['state'],
    putOff: row.put_off,
    again: row.again === 1,
    queuedAt: iso(row.queued_at),
    changedAt: iso(row.changed_at),
    ...(row.stage !== null && { stage: row.stage as 'claimed' | 'dot' }),
    ...(row.not_before !== null && { notBefore: iso(row.not_before) }),
    ...(row.owner !== null && { owner: row.owner }),
    ...(row.lease_until !== null && { leaseUntil: iso(row.lease_until) }),
    ...(row.response !== null && { response: row.response }),
    ...(row.error !== null && { error: row.error }),
  }
}

export const toEvent = ({ at, by, what, attempt, detail }: Selectable<EventRow>): DeliveryEvent => ({
  at: iso(at),
  by,
  what: what as EventName,
  attempt,
  ...(detail !== null && { detail }),
})

/** A free delivery: with no sender, and due at once. */
export const free = { stage: null, owner: null, lease_until: null, lease: null, not_before: null } as const

/** Adds the same line to the history of each. */
export async function note(
  db: Writing,
  rows: readonly { id: string; attempt: number }[],
  { now, by, what, detail = null }: { now: Date; by: string; what: EventName; detail?: string | null },
): Promise<void> {
  for (const some of chunks(rows))
    await db
      .insertInto('delivery_event')
      .values(some.map(({ id, attempt }) => ({ delivery: id, at: now.getTime(), by, what, attempt, detail })))
      .execute()
}

export function* chunks<T>(all: readonly T[]): Generator<T[]> {
  for (let at = 0; at < all.length; at += rowsOfStatement) yield all.slice(at, at + rowsOfStatement)
}

const iso = (time: number): string => new Date(time).toISOString()
