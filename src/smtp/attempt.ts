/** One message over one session, and what came of it. */
import { join } from 'node:path'
import { envelopeIdOf } from '../ledger/delivery.ts'
import type { Delivery, Outcome } from '../ledger/delivery.ts'
import { LedgerFailure } from '../ledger/ledger.ts'
import { LeaseLost, bodyOf } from './body.ts'
import type { Body } from './body.ts'
import { SendError } from './failure.ts'
import { cut, early, outcomeOf } from './outcome.ts'
import type { Sending } from './send.ts'
import type { Session } from './session.ts'

/**
 * `lost` where another sender has the message; `stale` where the server had ended a session that was good before, and nothing
 * of the message was asked for, so that another session may try at once.
 * @param farewell for the answer once the work is to end, in ms
 */
export async function attempt(
  { ledger, outbox, from, owner, clock, signal }: Sending,
  session: Session,
  delivery: Delivery,
  farewell: number,
): Promise<Outcome | 'lost' | 'stale'> {
  const { id, eml, size, address, attempt: number, putOff } = delivery
  const mayEnd = (): Promise<boolean> => ledger.reachDot({ id, owner, attempt: number }, clock())
  const body = bodyOf(join(outbox, `${eml}.eml`), eml, mayEnd)
  const stale = session.used
  const ending = endWith(signal, session, body, farewell)
  const circumstances = (): Parameters<typeof early>[1] => ({ over: body.over, putOff, now: clock() })
  try {
    const response = await session.send({ from, to: address, size, id: envelopeIdOf(id) }, body.stream)
    if (body.over) return { state: 'sent', response: cut(response) }
    session.close()
    return early(response, circumstances())
  } catch (error) {
    if (error instanceof LeaseLost) return 'lost'
    if (error instanceof LedgerFailure) throw error
    const reply = error instanceof SendError ? error.reply : undefined
    const gone =
      error instanceof SendError && error.at !== 'unasked' && (reply === undefined || reply.code === 421)
    if (gone && reply === undefined && !body.over && signal?.aborted) return { state: 'released' }
    if (gone && stale && !body.begun) return 'stale'
    return outcomeOf(error, circumstances())
  } finally {
    ending[Symbol.dispose]()
  }
}

/** When the work is to end: what has not ended is cut off; what has is waited for. */
function endWith(
  signal: AbortSignal | undefined,
  session: Session,
  body: Body,
  farewell: number,
): Disposable {
  let timer: NodeJS.Timeout | undefined
  const end = (): void => {
    if (body.over) timer = setTimeout(() => session.close(), farewell)
    else session.close()
  }
  signal?.addEventListener('abort', end, { once: true })
  if (signal?.aborted) end()
  return {
    [Symbol.dispose]() {
      clearTimeout(timer)
      signal?.removeEventListener('abort', end)
    },
  }
}
