/** A ledger and a folder of kept messages that go away, and messages to put there. */
import { createHash, randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { NewDelivery } from '../../src/ledger/delivery.ts'
import { openLedger } from '../../src/ledger/ledger.ts'
import type { Ledger } from '../../src/ledger/ledger.ts'
import type { Listed } from '../../src/ledger/list.ts'
import { send } from '../../src/smtp/send.ts'
import type { Sending, Sent } from '../../src/smtp/send.ts'

export const hash = (text: string | Uint8Array): string => createHash('sha256').update(text).digest('hex')

export const messageText = (id: string, to: string, size = 600): string =>
  [
    'From: office@example.ir',
    `To: ${to}`,
    'Subject: pack',
    `Message-ID: <${id.slice(0, 32)}@example.ir>`,
    '',
    '.a line that begins with a dot',
    ...Array.from({ length: Math.ceil(size / 70) }, () => 'x'.repeat(68)),
    '',
  ].join('\r\n')

/** A delivery that is not kept anywhere. */
export function deliveryOf(address: string, more: Partial<NewDelivery> = {}): NewDelivery {
  const { meeting = 'meeting', edition = 1, kind = 'pack' } = more
  const id = hash(JSON.stringify([meeting, edition, kind, address.toLowerCase()]))
  const eml = messageText(id, address)
  return {
    id,
    meeting,
    edition,
    kind,
    address,
    name: address,
    messageId: `${id.slice(0, 32)}@example.ir`,
    eml: hash(eml),
    size: Buffer.byteLength(eml),
    class: 'عادی',
    ...more,
  }
}

export class Desk implements Disposable {
  readonly folder = mkdtempSync(join(tmpdir(), 'desk-'))
  readonly outbox = join(this.folder, 'outbox')
  readonly file = join(this.folder, 'ledger.sqlite')
  readonly ledger: Ledger

  constructor() {
    mkdirSync(this.outbox)
    this.ledger = openLedger(this.file)
  }

  /** Keeps and queues a message for each address. */
  async put(addresses: readonly string[], size?: number): Promise<NewDelivery[]> {
    const rows = addresses.map((address) => {
      const row = deliveryOf(address)
      const text = messageText(row.id, address, size)
      writeFileSync(join(this.outbox, `${hash(text)}.eml`), text)
      return { ...row, eml: hash(text), size: text.length }
    })
    await this.ledger.enqueue(rows, new Date(), 'test')
    return rows
  }

  /** One run of a sender, over one connection unless told otherwise. */
  send(port: number, more: Partial<Sending> = {}): Promise<Sent> {
    return send({
      ledger: this.ledger,
      from: 'office@example.ir',
      outbox: this.outbox,
      owner: randomUUID(),
      clock: () => new Date(),
      ...more,
      settings: {
        host: '127.0.0.1',
        port,
        security: 'none',
        connections: 1,
        silence: 2000,
        ...more.settings,
      },
    })
  }

  async one(): Promise<Listed> {
    const [first] = await this.ledger.list()
    if (first === undefined) throw new Error('the ledger is empty')
    return first
  }

  async states(): Promise<Record<string, string>> {
    return Object.fromEntries((await this.ledger.list()).map(({ address, state }) => [address, state]))
  }

  [Symbol.dispose](): void {
    this.ledger[Symbol.dispose]()
    rmSync(this.folder, { recursive: true, force: true })
  }
}
