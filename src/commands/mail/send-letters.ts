/** Letters that were written are queued all at once, and what is due leaves. */
import { join } from 'node:path'
import type { NewDelivery } from '../../ledger/delivery.ts'
import { warning } from '../../model/fault.ts'
import type { Host } from '../host.ts'
import { deliver, ownerName } from './deliver.ts'
import type { Delivered } from './deliver.ts'
import type { Letter } from './letters.ts'
import { knownLedger, openLedgerOf } from './open-ledger.ts'
import { queue } from './queue.ts'
import type { Sender } from './sender.ts'
import type { Written } from './write-letters.ts'

export interface Desk {
  sender: Sender
  /** Folders: of the workspace, and of the letters. */
  workspace: string
  folder: string
  meeting: string
  edition: number
}

/** @returns with how many letters the ledger had already */
export async function sendLetters(
  written: readonly Written[],
  letters: readonly Letter[],
  { sender, workspace, folder, meeting, edition }: Desk,
  host: Host,
): Promise<Delivered & { there: number }> {
  using ledger = openLedgerOf(workspace)
  const kept = letters.flatMap(({ message, kind, class: level }) => {
    const one = written.find(({ id }) => id === message?.id)
    if (message === undefined || one === undefined) return []
    const { id, name, address, sha256: eml, size } = one
    const { messageId } = message
    const row: NewDelivery = { id, meeting, edition, kind, name, address, messageId, eml, size, class: level }
    return [{ row, path: join(folder, one.file) }]
  })
  const queued = await queue(ledger, workspace, kept, ownerName(), host)
  const cancelled = queued.cancelled.map((one) =>
    warning('mail/cancelled', undefined, { name: one.name, edition: String(one.edition) }),
  )
  const delivered = await deliver(ledger, sender, workspace, meeting, host)
  return { ...delivered, there: queued.there.length, faults: [...cancelled, ...delivered.faults] }
}

/** How many would leave: what the ledger does not have, and what is due in it. Throws LedgerFailure. */
export async function leavingNow(
  letters: readonly Letter[],
  { workspace, meeting }: Pick<Desk, 'workspace' | 'meeting'>,
  { now }: Host,
): Promise<number> {
  using ledger = knownLedger(workspace)
  if (ledger === undefined) return letters.length
  const there = new Set((await ledger.list({ meeting })).map(({ id }) => id))
  const { due } = await ledger.outlook(now, meeting)
  return due + letters.filter(({ message }) => message && !there.has(message.id)).length
}
