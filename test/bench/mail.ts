/** (i) Mail: a hundred messages of a megabyte over STARTTLS, through the ledger, against the library that talks SMTP alone. */
import { spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import { openLedger } from '../../src/ledger/ledger.ts'
import { send } from '../../src/smtp/send.ts'
import { serverCertificate } from '../smtp/certificates.ts'
import { deliveryOf } from '../smtp/desk.ts'
import { inTurn, withFolder } from './measure.ts'
import type { Figure } from './measure.ts'

const messages = 100
const bytes = 1e6
const connections = 3
const rounds = 5

export function mail(): Promise<Figure[]> {
  return withFolder(async (folder) => {
    const outbox = join(folder, 'outbox')
    mkdirSync(outbox)
    const rows = Array.from({ length: messages }, (_, n) => kept(outbox, `r${n}@example.ir`))
    const { ca, key, cert } = await serverCertificate()
    const server = spawn(
      process.execPath,
      [join(import.meta.dirname, '../smtp/sink.ts'), JSON.stringify({ key, cert })],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    )
    try {
      const [line] = (await once(server.stdout, 'data')) as [Buffer]
      const port = Number(line.toString())
      const from = 'office@example.ir'
      const ours = async (): Promise<void> => {
        const file = join(folder, 'mail', 'ledger.sqlite')
        rmSync(join(folder, 'mail'), { recursive: true, force: true })
        using ledger = openLedger(file)
        await ledger.enqueue(rows, new Date(), 'bench')
        const settings = { host: 'localhost', port, security: 'starttls', ca, connections } as const
        const result = await send({ ledger, settings, from, outbox, owner: 'bench', clock: () => new Date() })
        if (result.sent !== messages) throw new Error(JSON.stringify(result))
      }
      const alone = async (): Promise<void> => {
        const transport = createTransport({
          host: 'localhost',
          port,
          pool: true,
          maxConnections: connections,
          requireTLS: true,
          tls: { ca },
        })
        const sending = rows.map(({ eml, address }) =>
          transport.sendMail({
            envelope: { from, to: address },
            raw: createReadStream(join(outbox, `${eml}.eml`)),
          }),
        )
        await Promise.all(sending)
        transport.close()
      }
      await ours()
      await alone()
      const [whole = NaN, peer = NaN] = await inTurn(rounds, [ours, alone])
      return [
        {
          name: 'sending mail over STARTTLS',
          value: whole,
          unit: 'ms',
          peer: { name: 'nodemailer alone, the same files', value: peer },
          aim: { of: 'ratio', most: 1.5 },
          note: `${messages} messages of 1 MB, ${connections} connections on the loopback; with a new ledger and its queueing`,
        },
      ]
    } finally {
      server.kill()
    }
  })
}

function kept(outbox: string, address: string): ReturnType<typeof deliveryOf> {
  const body = randomBytes((bytes * 3) / 4)
    .toString('base64')
    .replace(/.{76}/g, '$&\r\n')
  const text = `From: office@example.ir\r\nTo: ${address}\r\nContent-Transfer-Encoding: base64\r\n\r\n${body}\r\n`
  const eml = createHash('sha256').update(text).digest('hex')
  writeFileSync(join(outbox, `${eml}.eml`), text)
  return deliveryOf(address, { eml, size: text.length })
}
