/** One message after the other, on one session after the other. */
import { setTimeout as pause } from 'node:timers/promises'
import type { Delivery, Outcome } from '../ledger/delivery.ts'
import { LedgerFailure } from '../ledger/ledger.ts'
import { attempt } from './attempt.ts'
import { SmtpFailure } from './failure.ts'
import type { Sending } from './send.ts'
import { openSession } from './session.ts'
import type { Session } from './session.ts'

export interface Surroundings {
  /** Open and not used yet. */
  session?: Session | undefined
  /** Waits until one more message may be taken. */
  turn: (signal: AbortSignal) => Promise<void>
  /** Ends the work after the message at hand; `Sending.signal` cuts that off as well. */
  stopped: AbortSignal
  /** In ms. */
  lease: number
  farewell: number
  came: (delivery: Delivery, outcome: Outcome | 'lost') => void
  /** Whether other lines are still at work: then a server that takes no further connection is no fault. */
  others: () => boolean
}

/** Until nothing is due. Throws SmtpFailure and LedgerFailure; what it had then is given back. */
export async function runLine(sending: Sending, around: Surroundings): Promise<void> {
  const { ledger, owner, clock, meeting, settings } = sending
  const { turn, stopped, lease, farewell, came } = around
  let { session } = around
  const open = async (): Promise<Session> => (session = await openSession(settings, stopped))
  const bring = async (delivery: Delivery): Promise<Outcome | 'lost'> => {
    const answer = await attempt(sending, session?.alive ? session : await open(), delivery, farewell)
    if (answer !== 'stale') return answer
    const again = await attempt(sending, await open(), delivery, farewell)
    return again === 'stale' ? { state: 'released' } : again
  }
  try {
    while (!stopped.aborted) {
      await turn(stopped)
      const [delivery] = await ledger.claim({ owner, count: 1, now: clock(), lease, meeting })
      if (delivery === undefined) return
      sending.told?.(delivery, 'taken')
      let outcome: Outcome | 'lost'
      try {
        outcome = await bring(delivery)
      } catch (error) {
        came(delivery, await settled(sending, delivery, { state: 'released' }))
        throw error
      }
      // Where this fails nothing is given back: what the server may have stays at its dot, and becomes a doubt.
      came(delivery, await settled(sending, delivery, outcome))
    }
  } catch (error) {
    const crowded = error instanceof SmtpFailure && error.fault.code === 'mail/connection' && around.others()
    if (!crowded && error !== stopped.reason && (error as Error).name !== 'AbortError') throw error
  } finally {
    session?.quit()
  }
}

/** A ledger that others write in for long is asked a few times more: what the server said is not to be lost. */
async function settled(
  { ledger, owner, clock }: Sending,
  { id, attempt: number }: Delivery,
  outcome: Outcome | 'lost',
): Promise<Outcome | 'lost'> {
  if (outcome === 'lost') return 'lost'
  for (let left = patience; ; left--) {
    try {
      return (await ledger.settle({ id, owner, attempt: number }, outcome, clock())) ? outcome : 'lost'
    } catch (error) {
      if (left === 0 || !(error instanceof LedgerFailure)) throw error
      await pause(1000)
    }
  }
}

const patience = 3
