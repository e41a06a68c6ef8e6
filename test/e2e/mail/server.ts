/** A mail server in this process, by TLS with a certificate of our own authority, that keeps what it takes. */
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import type { SMTPServerOptions } from 'smtp-server'
import { serverCertificate } from '../../smtp/certificates.ts'

export const certificate = await serverCertificate()
export const stranger = await serverCertificate()
export const password = 'گذر واژه-8!'

export interface Taken {
  from: string
  to: string[]
  raw: Buffer
  secure: boolean
  user: string
}

export interface Server extends AsyncDisposable {
  port: number
  taken: Taken[]
  /** How often each address was sent something. */
  counts(): Record<string, number>
  sessions: number
}

/** What the server answers to an address instead of yes. */
export type Refusals = Record<string, { code: number; text: string } | undefined>

export async function startServer(
  options: SMTPServerOptions & { refusals?: Refusals; delay?: () => number; onTaken?: () => void } = {},
): Promise<Server> {
  const { refusals = {}, delay, onTaken, ...rest } = options
  const taken: Taken[] = []
  const state = { sessions: 0 }
  const server = new SMTPServer({
    key: certificate.key,
    cert: certificate.cert,
    authOptional: true,
    onConnect(_, done) {
      state.sessions++
      done()
    },
    onAuth({ username, password: typed }, _, done) {
      done(typed === password ? null : new Error('wrong password'), { user: username })
    },
    onRcptTo({ address }, _, done) {
      const refused = refusals[address]
      done(refused && Object.assign(new Error(refused.text), { responseCode: refused.code }))
    },
    onData(stream, { envelope, secure, user }, done) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.once('end', () => {
        if (stream.sizeExceeded)
          return done(Object.assign(new Error('message too big'), { responseCode: 552 }))
        const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address
        const to = envelope.rcptTo.map(({ address }) => address)
        taken.push({ from, to, raw: Buffer.concat(parts), secure, user: String(user ?? '') })
        onTaken?.()
        if (delay) setTimeout(done, delay())
        else done()
      })
    },
    ...rest,
  })
  // Of clients that were killed.
  server.on('error', () => {})
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  return {
    port: (server.server.address() as AddressInfo).port,
    taken,
    counts: () => {
      const counts: Record<string, number> = {}
      for (const { to } of taken) for (const one of to) counts[one] = (counts[one] ?? 0) + 1
      return counts
    },
    get sessions() {
      return state.sessions
    },
    [Symbol.asyncDispose]: () => new Promise<void>((resolve) => void server.close(() => resolve())),
  }
}

/** Settings of an office that sends to it. */
export const towards = ({ port }: { port: number }, more: object = {}): Record<string, unknown> => ({
  deliver: 'smtp',
  host: 'localhost',
  port,
  ca_file: 'ca.pem',
  ...more,
})
