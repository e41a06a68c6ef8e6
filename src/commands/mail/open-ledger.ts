/** The ledger of a workspace, whose loss is never taken for a beginning. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { LedgerFailure, ledgerPath, openLedger } from '../../ledger/ledger.ts'
import type { Ledger } from '../../ledger/ledger.ts'
import { fault } from '../../model/fault.ts'
import { outboxPath } from './queue.ts'

/**
 * None where nothing was ever queued. Throws LedgerFailure; `ledger/missing` where messages were queued, and the ledger that
 * knows what became of them is gone: a new one would send them again.
 */
export function knownLedger(workspace: string): Ledger | undefined {
  const file = join(workspace, ...ledgerPath)
  if (existsSync(file)) return openLedger(file)
  const outbox = join(workspace, ...outboxPath)
  if (!existsSync(outbox) || !readdirSync(outbox).some((name) => name.endsWith('.eml'))) return undefined
  throw new LedgerFailure(fault('ledger/missing', undefined, { file, folder: outbox }))
}

/** Throws LedgerFailure, as `knownLedger` does. */
export const openLedgerOf = (workspace: string): Ledger =>
  knownLedger(workspace) ?? openLedger(join(workspace, ...ledgerPath))
