/**
 * Takes back what senders left behind: killed, or away past their lease.
 *
 * Leases are read by the clock of the day, for no other is common to several processes and outlives them. A clock set back
 * makes the leases of senders that have ended since seem long: one that reaches further than its own length is cut to it, so
 * it ends one length later at most, and a living sender has renewed it by then. A clock set forward ends leases early; that
 * costs an attempt, or a doubt that the living sender clears itself, but no second message: see `reachDot`.
 */
import type { Delivery } from './delivery.ts'
import { cancelOutdated } from './outdated.ts'
import { free, note, toDelivery } from './rows.ts'
import type { Writing } from './rows.ts'

export interface Recovered {
  queued: Delivery[]
  /** Left whole, perhaps, with a sender that did not live to hear the answer. */
  unknown: Delivery[]
}

/** Nothing is put off for longer. In ms. */
export const longestWait = 4 * 60 * 60_000

export async function recover(db: Writing, now: Date, by: string): Promise<Recovered> {
  const time = now.getTime()
  const over = db
    .updateTable('delivery')
    .where('state', '=', 'sending')
    .where('lease_until', '<=', time)
    .returningAll()
  const queued = await over
    .set({ ...free, state: 'queued', changed_at: time })
    .where('stage', '=', 'claimed')
    .execute()
  const unknown = await over
    .set({ state: 'unknown', lease: null, lease_until: null, changed_at: time })
    .set({ error: 'the sender ended before the server answered' })
    .where('stage', '=', 'dot')
    .execute()
  await note(db, queued, { now, by, what: 'lease-over' })
  await note(db, unknown, { now, by, what: 'unknown' })
  await db
    .updateTable('delivery')
    .set(({ eb }) => ({ lease_until: eb('lease', '+', time) }))
    .where('state', '=', 'sending')
    .where(({ eb }) => eb('lease_until', '>', eb('lease', '+', time)))
    .execute()
  await db
    .updateTable('delivery')
    .set({ not_before: time + longestWait })
    .where('state', '=', 'queued')
    .where('not_before', '>', time + longestWait)
    .execute()
  if (queued.length > 0) await cancelOutdated(db, now, by)
  return { queued: queued.map(toDelivery), unknown: unknown.map(toDelivery) }
}
