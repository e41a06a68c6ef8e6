/** Letters into the ledger: each kept by its hash first, then all queued at once. */
import { existsSync, createReadStream } from 'node:fs'
import { join } from 'node:path'
import type { Enqueued } from '../../ledger/enqueue.ts'
import type { NewDelivery } from '../../ledger/delivery.ts'
import type { Ledger } from '../../ledger/ledger.ts'
import { writeStreamed } from '../../workspace/write.ts'

/** Where what is queued is kept, from the workspace's folder. */
export const outboxPath = ['mail', 'outbox'] as const

export interface Kept {
  row: NewDelivery
  /** The message as it was written. */
  path: string
}

/** Throws WriteFailure and LedgerFailure; then nothing was queued. */
export async function queue(
  ledger: Ledger,
  workspace: string,
  kept: readonly Kept[],
  now: Date,
  by: string,
): Promise<Enqueued> {
  const folder = join(workspace, ...outboxPath)
  for (const { row, path } of kept) {
    const own = join(folder, `${row.eml}.eml`)
    if (!existsSync(own)) await writeStreamed(own, createReadStream(path))
  }
  return ledger.enqueue(
    kept.map(({ row }) => row),
    now,
    by,
  )
}
