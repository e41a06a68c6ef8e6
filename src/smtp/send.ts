/**
 * Sends what is due in the ledger. Each of several lines takes one message at a time, so none waits under a lease. Other
 * processes may do the same with the same ledger.
 */
import type { Delivery, Outcome } from '../ledger/delivery.ts'
import { LedgerFailure } from '../ledger/ledger.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { Fault } from '../model/fault.ts'
import { SmtpFailure } from './failure.ts'
import { runLine } from './line.ts'
import { pace } from './pace.ts'
import { openSession } from './session.ts'
import type { SmtpSettings } from './session.ts'

export interface Sending {
  ledger: Ledger
  settings: SmtpSettings & { connections?: number; ratePerMinute?: number }
  /** Address that reports go to: the return path. */
  from: string
  /** Folder of the kept messages, `<sha256>.eml`. */
  outbox: string
  /** A name that no other sender has or had. */
  owner: string
  clock: () => Date
  /** Ends the work: what has not left goes back, what has is waited for shortly. */
  signal?: AbortSignal
  /** Only of this meeting. */
  meeting?: string
  /** Told of each message: that it was taken to be sent, and what came of it; `lost` where it is another's now. */
  told?: (delivery: Delivery, outcome: Outcome | 'taken' | 'lost') => void
  /** In ms. */
  timing?: { lease?: number; farewell?: number }
}

export interface Sent {
  sent: number
  failed: number
  retry: number
  unknown: number
  /** Given back unsent. */
  released: number
  /** Taken over by another sender, or decided by a person, meanwhile. */
  lost: number
  /** Found unanswered, of senders that are gone. */
  doubtful: number
  /** When the next one that was put off is due. */
  next?: Date
  /** Why it ended before all was tried. Where it is of the first connection, nothing was taken. */
  fault?: Fault
}

const usualConnections = 3
/** A sender that was not heard of for so long is taken to be gone. */
const usualLease = 60_000
/** For the server's answer once the work is to end. */
const usualFarewell = 30_000

/** Tries each message that is due once. Throws only what is a bug. */
export async function send(sending: Sending): Promise<Sent> {
  const { ledger, owner, clock, signal, meeting, settings, timing = {} } = sending
  const { lease = usualLease, farewell = usualFarewell } = timing
  const result: Sent = { sent: 0, failed: 0, retry: 0, unknown: 0, released: 0, lost: 0, doubtful: 0 }
  const stopping = new AbortController()
  const stopped = signal === undefined ? stopping.signal : AbortSignal.any([signal, stopping.signal])
  const stop = (error: unknown): void => {
    stopping.abort()
    if (!(error instanceof SmtpFailure || error instanceof LedgerFailure)) throw error
    result.fault ??= error.fault
  }
  const came = (delivery: Delivery, outcome: Outcome | 'lost'): void => {
    result[outcome === 'lost' ? 'lost' : outcome.state]++
    sending.told?.(delivery, outcome)
  }
  const recover = async (): Promise<void> => {
    result.doubtful += (await ledger.recover(clock(), owner)).unknown.length
  }
  // What is missed because others write is made up for by the next.
  const beat = setInterval(() => void ledger.renew(owner, clock(), lease).catch(() => {}), lease / 3)
  const sweep = setInterval(() => void recover().catch(() => {}), lease)
  try {
    await recover()
    if ((await ledger.outlook(clock(), meeting)).due > 0) {
      // Before anything is taken: that the server is there, that it is the right one, and that it lets us in.
      const session = await openSession(settings, stopped)
      const turn = pace(settings.ratePerMinute)
      let working = settings.connections ?? usualConnections
      const lines = Array.from({ length: working }, async (_, n) => {
        const first = n === 0 ? { session } : {}
        const around = { ...first, turn, stopped, lease, farewell, came, others: () => working > 1 }
        await runLine(sending, around).catch(stop)
        working--
      })
      await Promise.all(lines)
    }
    const { next } = await ledger.outlook(clock(), meeting)
    if (next !== undefined) result.next = next
  } catch (error) {
    if (error !== signal?.reason) stop(error)
  } finally {
    clearInterval(beat)
    clearInterval(sweep)
  }
  return result
}
