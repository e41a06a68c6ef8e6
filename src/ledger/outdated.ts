/** An edition that was overtaken while it waited. */
import type { Delivery } from './delivery.ts'
import { note, toDelivery } from './rows.ts'
import type { Writing } from './rows.ts'

/**
 * Cancels what is queued though a later edition of the same is there: one that came back from a sender, or was queued after it.
 * Reminders replace none; what a person wants sent again stays.
 */
export async function cancelOutdated(db: Writing, now: Date, by: string): Promise<Delivery[]> {
  const rows = await db
    .updateTable('delivery')
    .set({ state: 'cancelled', changed_at: now.getTime() })
    .where('state', '=', 'queued')
    .where('kind', '<>', 'reminder')
    .where('again', '=', 0)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('delivery as later')
          .select('later.id')
          .whereRef('later.meeting', '=', 'delivery.meeting')
          .whereRef('later.kind', '=', 'delivery.kind')
          .whereRef('later.mailbox', '=', 'delivery.mailbox')
          .whereRef('later.edition', '>', 'delivery.edition')
          .where('later.state', '<>', 'cancelled'),
      ),
    )
    .returningAll()
    .execute()
  await note(db, rows, { now, by, what: 'cancelled', detail: 'a later edition is there' })
  return rows.map(toDelivery)
}
