/** Letters that were written are queued all at once, and what is due leaves. */
import { join } from 'node:path'
import { ledgerPath, openLedger } from '../../ledger/ledger.ts'
import type { NewDelivery } from '../../ledger/delivery.ts'
import { warning } from '../../model/fault.ts'
import type { Host } from '../host.ts'
import { deliver, ownerName } from './deliver.ts'
import type { Delivered } from './deliver.ts'
import type { Letter } from './letters.ts'
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
  using ledger = openLedger(join(workspace, ...ledgerPath))
  const kept = letters.flatMap(({ message, kind, class: level }) => {
    const one = written.find(({ id }) => id === message?.id)
    if (message === undefined || one === undefined) return []
    const { id, name, address, sha256: eml, size } = one
    const { messageId } = message
    const row: NewDelivery = { id, meeting, edition, kind, name, address, messageId, eml, size, class: level }
    return [{ row, path: join(folder, one.file) }]
  })
  const queued = await queue(ledger, workspace, kept, host.now, ownerName())
  const cancelled = queued.cancelled.map((one) =>
    warning('mail/cancelled', undefined, { name: one.name, edition: String(one.edition) }),
  )
  const delivered = await deliver(ledger, sender, workspace, meeting, host)
  return { ...delivered, there: queued.there.length, faults: [...cancelled, ...delivered.faults] }
}
