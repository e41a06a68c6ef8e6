/**
 * One attempt to send: claimed, brought to its dot, settled. Every step is fenced by owner and attempt, so a sender that was
 * away (paused, cut off) past its lease can end no message that another has taken since. That, and not the clock, is what
 * keeps a message from leaving twice; leases only say when to stop waiting for a sender.
 */
import type { Delivery, Outcome } from './delivery.ts'
import { cancelOutdated } from './outdated.ts'
import { free, note, toDelivery } from './rows.ts'
import type { Writing } from './rows.ts'
import type { DeliveryRow } from './tables.sqlite.ts'

/** What a sender takes on. */
export interface Claim {
  owner: string
  count: number
  now: Date
  /** In ms. */
  lease: number
  /** Only of this meeting. */
  meeting?: string | undefined
}

/** By which a sender shows that a delivery is still its own. */
export interface Fence {
  id: string
  owner: string
  attempt: number
}

/** Takes what is due, oldest first. */
export async function claim(db: Writing, { owner, count, now, lease, meeting }: Claim): Promise<Delivery[]> {
  const rows = await db
    .updateTable('delivery')
    .set(({ eb }) => ({
      state: 'sending',
      stage: 'claimed',
      attempt: eb('attempt', '+', 1),
      owner,
      lease,
      lease_until: now.getTime() + lease,
      not_before: null,
      changed_at: now.getTime(),
    }))
    .where('id', 'in', ({ selectFrom }) =>
      selectFrom('delivery')
        .select('id')
        .where('state', '=', 'queued')
        .where(({ or, eb }) => or([eb('not_before', 'is', null), eb('not_before', '<=', now.getTime())]))
        .$if(meeting !== undefined, (those) => those.where('meeting', '=', meeting ?? ''))
        .orderBy('queued_at')
        .orderBy('id')
        .limit(count),
    )
    .returningAll()
    .execute()
  await note(db, rows, { now, by: owner, what: 'claimed' })
  return rows.map(toDelivery)
}

/** A sender says of all that it has that it is still at work. */
export async function renew(db: Writing, owner: string, now: Date, lease: number): Promise<void> {
  await db
    .updateTable('delivery')
    .set({ lease, lease_until: now.getTime() + lease })
    .where('owner', '=', owner)
    .where('state', '=', 'sending')
    .execute()
}

/** Whether the message may end: only then may its dot leave, and from then on it may be at the server. */
export async function reachDot(db: Writing, { id, owner, attempt }: Fence, now: Date): Promise<boolean> {
  const rows = await db
    .updateTable('delivery')
    .set({ stage: 'dot', changed_at: now.getTime() })
    .where(({ and }) => and({ id, owner, attempt, state: 'sending', stage: 'claimed' }))
    .returning(['id', 'attempt'])
    .execute()
  await note(db, rows, { now, by: owner, what: 'dot' })
  return rows.length === 1
}

/**
 * What came of an attempt. It is taken from a sender whose lease ended at the dot, too, as long as nobody decided otherwise:
 * it knows what the server said. False where the delivery is no longer this sender's.
 */
export async function settle(
  db: Writing,
  { id, owner, attempt }: Fence,
  outcome: Outcome,
  now: Date,
): Promise<boolean> {
  const rows = await db
    .updateTable('delivery')
    .set(changesOf(outcome))
    .set({ changed_at: now.getTime() })
    .$if(outcome.state === 'retry', (update) => update.set(({ eb }) => ({ put_off: eb('put_off', '+', 1) })))
    .where(({ and }) => and({ id, owner, attempt }))
    .where('state', 'in', ['sending', 'unknown'])
    .returning(['id', 'attempt'])
    .execute()
  const { response = '', error = '' } = outcome as { response?: string; error?: string }
  const what = outcome.state === 'retry' ? 'put-off' : outcome.state
  await note(db, rows, { now, by: owner, what, detail: response || error || null })
  if (rows.length === 1 && ['retry', 'released'].includes(outcome.state)) await cancelOutdated(db, now, owner)
  return rows.length === 1
}

function changesOf(outcome: Outcome): Partial<DeliveryRow> {
  switch (outcome.state) {
    case 'sent':
      return { ...free, state: 'sent', response: outcome.response, error: null }
    case 'failed':
      return { ...free, state: 'failed', response: outcome.response ?? null, error: outcome.error ?? null }
    case 'retry':
      return {
        ...free,
        state: 'queued',
        not_before: outcome.notBefore.getTime(),
        response: outcome.response ?? null,
        error: outcome.error ?? null,
      }
    case 'unknown':
      // Its owner may yet learn what the server said.
      return { state: 'unknown', lease: null, lease_until: null, error: outcome.error }
    case 'released':
      return { ...free, state: 'queued' }
  }
}
