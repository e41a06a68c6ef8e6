/** What a person, or a report of a server, says of a delivery. */
import { fault } from '../model/fault.ts'
import type { Fault } from '../model/fault.ts'
import { envelopeIdOf } from './delivery.ts'
import type { Delivery, EventName } from './delivery.ts'
import { free, note, toDelivery } from './rows.ts'
import type { Writing } from './rows.ts'
import type { DeliveryRow } from './tables.sqlite.ts'

/** It arrived; it is to be sent again, as it did not or may not have; it is to be left alone. */
export type Resolution = 'sent' | 'again' | 'drop'

const changes: Record<Resolution, Partial<DeliveryRow> & { state: string }> = {
  sent: { ...free, state: 'sent', error: null },
  again: { ...free, state: 'queued', put_off: 0 },
  drop: { ...free, state: 'cancelled' },
}
const names: Record<Resolution, EventName> = { sent: 'marked-sent', again: 'again', drop: 'dropped' }

/**
 * Ends a doubt, or queues once more what was refused. What may arrive twice by that is marked so.
 * Faults: `ledger/no-delivery`, `ledger/settled` (nothing to decide).
 */
export async function resolve(
  db: Writing,
  { id, how, now, by }: { id: string; how: Resolution; now: Date; by: string },
): Promise<Delivery | Fault> {
  const row = await db.selectFrom('delivery').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) return fault('ledger/no-delivery', undefined, { id })
  const { state } = row
  if (state !== 'unknown' && !(state === 'failed' && how === 'again'))
    return fault('ledger/settled', undefined, { id, state })
  const again = how === 'again' && state === 'unknown' ? 1 : row.again
  const changed = await db
    .updateTable('delivery')
    .set({ ...changes[how], again, changed_at: now.getTime() })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  await note(db, [row], { now, by, what: names[how] })
  return toDelivery(changed)
}

/** What a server reported of a delivery after it took it (RFC 3464): by the envelope's id, or the Message-ID. */
export interface Report {
  envelopeId?: string
  /** Without its brackets. */
  messageId?: string
  action: 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded'
  /** `5.1.1` */
  status: string
  diagnostic?: string
}

/**
 * Enters a report. It proves that the server had the message, so it ends a doubt, too; `failed` it is where it could not be
 * brought to its reader. The same report twice says nothing new. Undefined where it is of no delivery here.
 */
export async function enterReport(
  db: Writing,
  { envelopeId, messageId, action, status, diagnostic = '' }: Report,
  now: Date,
  by: string,
): Promise<{ delivery: Delivery; news: boolean } | undefined> {
  const rows = await db
    .selectFrom('delivery')
    .selectAll()
    .where(({ or, eb }) =>
      or([
        ...(isEnvelopeId(envelopeId) ? [eb('id', 'like', `${envelopeId}%`)] : []),
        ...(messageId === undefined ? [] : [eb('message_id', '=', messageId)]),
      ]),
    )
    .execute()
  const [row] = rows
  if (row === undefined || rows.length > 1) return undefined
  const detail = [action, status, diagnostic].filter(Boolean).join(' ')
  const known = await db
    .selectFrom('delivery_event')
    .select('seq')
    .where(({ and }) => and({ delivery: row.id, what: 'reported', detail }))
    .executeTakeFirst()
  if (known !== undefined) return { delivery: toDelivery(row), news: false }
  await note(db, [row], { now, by, what: 'reported', detail })
  const state = action === 'failed' ? 'failed' : 'sent'
  const open = row.state === 'unknown' || (row.state === 'sent' && state === 'failed')
  if (!open) return { delivery: toDelivery(row), news: true }
  const changed = await db
    .updateTable('delivery')
    .set({ ...free, state, error: state === 'failed' ? detail : null, changed_at: now.getTime() })
    .where('id', '=', row.id)
    .returningAll()
    .executeTakeFirstOrThrow()
  return { delivery: toDelivery(changed), news: true }
}

const isEnvelopeId = (text = ''): boolean =>
  /^[0-9a-f]+$/.test(text) && text === envelopeIdOf(text) && text.length >= 32
