/** Letters into the ledger: each kept by its hash first, then all queued at once. */
import { existsSync, createReadStream } from 'node:fs'
import { join } from 'node:path'
import type { Enqueued } from '../../ledger/enqueue.ts'
import type { NewDelivery } from '../../ledger/delivery.ts'
import { LedgerFailure } from '../../ledger/ledger.ts'
import type { Ledger } from '../../ledger/ledger.ts'
import { fault } from '../../model/fault.ts'
import { disk } from '../../workspace/disk.ts'
import { writeStreamed } from '../../workspace/write.ts'
import type { Host } from '../host.ts'

/** Where what is queued is kept, from the workspace's folder. */
export const outboxPath = ['mail', 'outbox'] as const

export interface Kept {
  row: NewDelivery
  /** The message as it was written. */
  path: string
}

/** Throws WriteFailure, LedgerFailure and the reason of the host's signal when it is aborted; then nothing was queued. Messages that were
 * copied by then stay, known by their bytes: the next run for them takes them up. */
export async function queue(
  ledger: Ledger,
  workspace: string,
  kept: readonly Kept[],
  by: string,
  { now, signal }: Pick<Host, 'now' | 'signal'>,
): Promise<Enqueued> {
  const folder = join(workspace, ...outboxPath)
  for (const { row, path } of kept) {
    signal.throwIfAborted()
    const own = join(folder, `${row.eml}.eml`)
    if (existsSync(own)) continue
    const { sha256 } = await writeStreamed(own, createReadStream(path))
    if (sha256 === row.eml) continue
    // Another run for the same meeting has written its letters over these.
    await disk.remove(own)
    throw new LedgerFailure(fault('ledger/busy', undefined, { file: path }))
  }
  signal.throwIfAborted()
  return ledger.enqueue(
    kept.map(({ row }) => row),
    now,
    by,
  )
}
