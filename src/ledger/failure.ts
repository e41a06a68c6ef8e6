/** What keeps the ledger from being used. */
import { setTimeout as pause } from 'node:timers/promises'
import { CatalogueFailure, isDamage, toFailure as toCatalogueFailure } from '../catalogue/failure.ts'
import { fault } from '../model/fault.ts'
import type { Fault } from '../model/fault.ts'

/** Carries `ledger/damaged`, `ledger/newer`, `ledger/busy` or `ledger/unwritable`. */
export class LedgerFailure extends Error {
  readonly fault: Fault

  constructor(told: Fault, cause?: unknown) {
    super(told.code, { cause })
    this.fault = told
  }
}

/** The fault that an error of SQLite or of the file system stands for; other errors as they are. */
export function toFailure(error: unknown, file: string): unknown {
  if (isDamage(error))
    return new LedgerFailure(
      fault('ledger/damaged', undefined, { file, reason: (error as Error).message }),
      error,
    )
  const told = toCatalogueFailure(error, file)
  if (!(told instanceof CatalogueFailure)) return error
  if (told.fault.code === 'catalogue/busy')
    return new LedgerFailure(fault('ledger/busy', undefined, { file }), error)
  return new LedgerFailure(fault('ledger/unwritable', undefined, told.fault.values), error)
}

/** How long one waits for others that write, in ms; and between two looks. */
const patience = 5000
const interval = 5

/**
 * Work that is kept whole or not at all, begun anew while others write. It waits beside the other work of the process, which
 * has servers to answer, and may itself be what writes. Throws LedgerFailure.
 */
export async function patiently<T>(file: string, work: () => Promise<T>): Promise<T> {
  for (const until = performance.now() + patience; ;) {
    try {
      return await work()
    } catch (error) {
      const failure = toFailure(error, file)
      const busy = failure instanceof LedgerFailure && failure.fault.code === 'ledger/busy'
      if (!busy || performance.now() > until) throw failure
      // Writers that wait alike would meet again and again.
      await pause(interval * (1 + Math.random()))
    }
  }
}
