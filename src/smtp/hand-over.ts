/** Hands what is due to a program that sends by itself: each message into its folder, under the id of its delivery. */
import type { Ledger } from '../ledger/ledger.ts'

export interface HandingOver {
  ledger: Ledger
  /** A name that no other sender has or had. */
  owner: string
  clock: () => Date
  /**
   * Puts the kept message there as `<id>.eml`, whole or not at all; over the same one where a killed sender had come so far.
   * Gives where it is.
   */
  put: (id: string, eml: string) => Promise<string>
  signal?: AbortSignal
  /** Only of this meeting. */
  meeting?: string
}

const lease = 60_000

/**
 * How many were handed over. The same name makes it once and only once, so there is no doubt to be kept. Throws what `put`
 * throws, and LedgerFailure; the message at hand is given back.
 */
export async function handOver(handing: HandingOver): Promise<number> {
  const { ledger, owner, clock, put, signal, meeting } = handing
  await ledger.recover(clock(), owner)
  for (let count = 0; ; count++) {
    if (signal?.aborted) return count
    const [delivery] = await ledger.claim({ owner, count: 1, now: clock(), lease, meeting })
    if (delivery === undefined) return count
    const fence = { id: delivery.id, owner, attempt: delivery.attempt }
    try {
      const path = await put(delivery.id, delivery.eml)
      await ledger.settle(fence, { state: 'sent', response: path }, clock())
    } catch (error) {
      await ledger.settle(fence, { state: 'released' }, clock()).catch(() => {})
      throw error
    }
  }
}
