/** What the ledger knows. */
import type { Kysely } from 'kysely'
import type { Delivery, DeliveryEvent, DeliveryState } from './delivery.ts'
import { chunks, toDelivery, toEvent } from './rows.ts'
import type { LedgerTables } from './tables.sqlite.ts'

export interface Wanted {
  meeting?: string | undefined
  state?: DeliveryState | undefined
}

/** With its history, the earliest line first. */
export type Listed = Delivery & { history: DeliveryEvent[] }

/** In the order in which they were queued. */
export async function list(db: Kysely<LedgerTables>, { meeting, state }: Wanted = {}): Promise<Listed[]> {
  const rows = await db
    .selectFrom('delivery')
    .selectAll()
    .where(({ and }) => and({ ...(meeting !== undefined && { meeting }), ...(state && { state }) }))
    .orderBy('queued_at')
    .orderBy('meeting')
    .orderBy('address')
    .execute()
  const histories = new Map<string, DeliveryEvent[]>(rows.map(({ id }) => [id, []]))
  for (const some of chunks(rows)) {
    const events = await db
      .selectFrom('delivery_event')
      .selectAll()
      .where(
        'delivery',
        'in',
        some.map(({ id }) => id),
      )
      .orderBy('seq')
      .execute()
    for (const event of events) histories.get(event.delivery)?.push(toEvent(event))
  }
  return rows.map((row) => ({ ...toDelivery(row), history: histories.get(row.id) ?? [] }))
}

/** How many are due now, and when the next one will be. */
export async function outlook(
  db: Kysely<LedgerTables>,
  now: Date,
  meeting?: string,
): Promise<{ due: number; next?: Date }> {
  const rows = await db
    .selectFrom('delivery')
    .select('not_before')
    .where(({ and }) => and({ state: 'queued', ...(meeting !== undefined && { meeting }) }))
    .execute()
  const later = rows.flatMap(({ not_before: at }) => (at !== null && at > now.getTime() ? [at] : []))
  const next = later.length > 0 ? { next: new Date(later.reduce((a, b) => Math.min(a, b))) } : {}
  return { due: rows.length - later.length, ...next }
}
