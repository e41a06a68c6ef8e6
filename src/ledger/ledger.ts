/** What was sent to whom: the only part of a workspace's databases that cannot be made again from its files. */
import { Kysely } from 'kysely'
import { dialectOf } from '../catalogue/dialect.sqlite.ts'
import type { Fault } from '../model/fault.ts'
import { claim, reachDot, renew, settle } from './attempt.ts'
import type { Claim, Fence } from './attempt.ts'
import type { Delivery, NewDelivery, Outcome } from './delivery.ts'
import { enqueue, toldOf } from './enqueue.ts'
import type { Enqueued } from './enqueue.ts'
import { patiently, toFailure } from './failure.ts'
import { lastingAs, openLedgerFile } from './file.sqlite.ts'
import { list, outlook } from './list.ts'
import type { Listed, Wanted } from './list.ts'
import { recover } from './recover.ts'
import type { Recovered } from './recover.ts'
import { enterReport, resolve } from './resolve.ts'
import type { Report, Resolution } from './resolve.ts'
import type { Writing } from './rows.ts'
import type { LedgerTables } from './tables.sqlite.ts'

export { LedgerFailure } from './failure.ts'

/** Where the ledger of a workspace lies, from its folder. */
export const ledgerPath = ['mail', 'ledger.sqlite'] as const

/** `by` is who does it, for the history. All of these may throw LedgerFailure. */
export interface Ledger extends Disposable {
  /** All or none. What is there already stays as it is; what it overtakes is cancelled. */
  enqueue(rows: readonly NewDelivery[], now: Date, by: string): Promise<Enqueued>
  /** Which of these subjects were told to the address, or are about to be. */
  told(address: string, subjects: readonly string[]): Promise<string[]>
  claim(wanted: Claim): Promise<Delivery[]>
  /** For all that the owner has; `lease` is in ms. */
  renew(owner: string, now: Date, lease: number): Promise<void>
  reachDot(fence: Fence, now: Date): Promise<boolean>
  settle(fence: Fence, outcome: Outcome, now: Date): Promise<boolean>
  recover(now: Date, by: string): Promise<Recovered>
  resolve(wanted: { id: string; how: Resolution; now: Date; by: string }): Promise<Delivery | Fault>
  /** Undefined where the report is of no delivery here. */
  enterReport(
    report: Report,
    now: Date,
    by: string,
  ): Promise<{ delivery: Delivery; news: boolean } | undefined>
  list(wanted?: Wanted): Promise<Listed[]>
  outlook(now: Date, meeting?: string): Promise<{ due: number; next?: Date }>
}

/**
 * Opens the ledger, or makes a new one where there is none. Throws LedgerFailure: `ledger/damaged`, `ledger/newer`,
 * `ledger/busy`, `ledger/unwritable`; the file is left as it was.
 */
export function openLedger(file: string): Ledger {
  let database: ReturnType<typeof openLedgerFile>
  try {
    database = openLedgerFile(file)
  } catch (error) {
    throw toFailure(error, file)
  }
  const db = new Kysely<LedgerTables>({ dialect: dialectOf(database) })
  /** Everything or nothing of the work is kept; others that write wait meanwhile. */
  const writing = <T>(work: (transaction: Writing) => Promise<T>, lasting = true): Promise<T> =>
    patiently(file, () =>
      db.connection().execute(async (one) => {
        await lastingAs(lasting).execute(one)
        return one.transaction().execute(work)
      }),
    )
  /**
   * It outlives the process at once, and a loss of power once the next lasting step is done. What such a loss takes with it
   * can only bring a doubt, or an attempt, more: the dot lasts before it leaves.
   */
  const soon = <T>(work: (transaction: Writing) => Promise<T>): Promise<T> => writing(work, false)
  const reading = <T>(work: () => Promise<T>): Promise<T> => patiently(file, work)
  return {
    enqueue: (rows, now, by) => writing((open) => enqueue(open, rows, now, by)),
    told: (address, subjects) => reading(() => toldOf(db, address.toLowerCase(), subjects)),
    claim: (wanted) => soon((open) => claim(open, wanted)),
    renew: (owner, now, lease) => soon((open) => renew(open, owner, now, lease)),
    reachDot: (fence, now) => writing((open) => reachDot(open, fence, now)),
    settle: (fence, outcome, now) => soon((open) => settle(open, fence, outcome, now)),
    recover: (now, by) => soon((open) => recover(open, now, by)),
    resolve: (wanted) => writing((open) => resolve(open, wanted)),
    enterReport: (report, now, by) => writing((open) => enterReport(open, report, now, by)),
    list: (wanted) => reading(() => list(db, wanted)),
    outlook: (now, meeting) => reading(() => outlook(db, now, meeting)),
    [Symbol.dispose]: () => database.close(),
  }
}
