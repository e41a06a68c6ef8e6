// Whom mail is given to: by TLS, by login, and what is said where that fails. Against a server of another hand.
import { once } from 'node:events'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { describe, expect, it } from 'vitest'
import { SMTPServer } from 'smtp-server'
import { serverCertificate } from './certificates.ts'
import { Desk } from './desk.ts'

const office = await serverCertificate()
const stranger = await serverCertificate()
const elsewhere = await serverCertificate(['mail.example.ir'])
const somebody = 'a@example.ir'

async function serve(options: object = {}) {
  const taken: string[] = []
  const users: string[] = []
  const server = new SMTPServer({
    authOptional: true,
    key: office.key,
    cert: office.cert,
    onAuth(
      { username, password }: { username: string; password: string },
      _: unknown,
      done: (error: Error | null, ok?: object) => void,
    ) {
      users.push(username)
      done(password === 'right' ? null : new Error('wrong password'), { user: username })
    },
    async onData(stream: AsyncIterable<Buffer>, _: unknown, done: () => void) {
      const parts: Buffer[] = []
      for await (const part of stream) parts.push(part)
      taken.push(Buffer.concat(parts).toString())
      done()
    },
    ...options,
  } as never)
  server.on('error', () => {})
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  return {
    port: (server.server.address() as AddressInfo).port,
    taken,
    users,
    [Symbol.asyncDispose]: () => new Promise<void>((resolve) => void server.close(() => resolve())),
  }
}

async function tried(port: number, settings: object) {
  using desk = new Desk()
  await desk.put([somebody])
  const result = await desk.send(port, { settings: { host: 'localhost', ...settings } as never })
  const { state, attempt } = await desk.one()
  return {
    sent: result.sent,
    code: result.fault?.code,
    reason: result.fault?.values.reason ?? '',
    state,
    attempt,
  }
}
const nothingTaken = { sent: 0, state: 'queued', attempt: 0 }

describe.each(['starttls', 'tls'] as const)('%s', (security) => {
  const secure = security === 'tls'

  it('to a server that the authority vouches for', async () => {
    await using server = await serve({ secure })
    const told = await tried(server.port, { security, ca: office.ca, user: 'u', password: 'right' })
    expect(told).toMatchObject({ sent: 1, state: 'sent' })
    expect([server.taken.length, server.users]).toEqual([1, ['u']])
  })

  it.each([
    ['one that no authority vouches for', office, undefined],
    ['one that another authority vouches for', office, stranger.ca],
    ['one of another name', elsewhere, elsewhere.ca],
  ])('never to %s', async (_, { key, cert }, ca) => {
    await using server = await serve({ secure, key, cert })
    const told = await tried(server.port, { security, ...(ca && { ca }), user: 'u', password: 'right' })
    expect(told).toMatchObject({ ...nothingTaken, code: 'mail/tls' })
    expect([server.taken, server.users]).toEqual([[], []])
  })

  it('never to one with old TLS', async () => {
    await using server = await serve({
      secure,
      minVersion: 'TLSv1',
      maxVersion: 'TLSv1.1',
      ciphers: 'ALL@SECLEVEL=0',
    })
    expect(await tried(server.port, { security, ca: office.ca })).toMatchObject({
      ...nothingTaken,
      code: 'mail/tls',
    })
  })

  it('not with a wrong password', async () => {
    await using server = await serve({ secure })
    const told = await tried(server.port, { security, ca: office.ca, user: 'u', password: 'wrong' })
    expect(told).toMatchObject({ ...nothingTaken, code: 'mail/login' })
    expect(told.reason).not.toContain('wrong\u0000')
    expect(server.taken).toEqual([])
  })

  it('not with a login where the server offers none', async () => {
    await using server = await serve({ secure, disabledCommands: ['AUTH'] })
    const told = await tried(server.port, { security, ca: office.ca, user: 'u', password: 'right' })
    expect(told).toMatchObject({ ...nothingTaken, code: 'mail/login' })
  })

  it('not with a file of authorities that is none', async () => {
    await using server = await serve({ secure })
    expect(await tried(server.port, { security, ca: 'nonsense' })).toMatchObject({
      ...nothingTaken,
      code: 'mail/tls',
    })
  })

  it('not where nobody listens', async () => {
    const free = createServer().listen(0, '127.0.0.1')
    await once(free, 'listening')
    const { port } = free.address() as AddressInfo
    await new Promise((resolve) => free.close(resolve))
    expect(await tried(port, { security })).toMatchObject({ ...nothingTaken, code: 'mail/connection' })
  })

  it('not to a server that does not say a word', async () => {
    const mute = createServer(() => {}).listen(0, '127.0.0.1')
    await once(mute, 'listening')
    const { port } = mute.address() as AddressInfo
    expect(await tried(port, { security, silence: 200 })).toMatchObject({
      ...nothingTaken,
      code: 'mail/connection',
    })
    mute.close()
  })
})

describe('in clear text', () => {
  it('never because the server has no TLS', async () => {
    await using server = await serve({ hideSTARTTLS: true, disabledCommands: ['STARTTLS'] })
    const told = await tried(server.port, {
      security: 'starttls',
      ca: office.ca,
      user: 'u',
      password: 'right',
    })
    expect(told).toMatchObject({ ...nothingTaken, code: 'mail/tls' })
    expect([server.taken, server.users]).toEqual([[], []])
  })

  it('not where TLS is spoken from the first byte, or the other way round', async () => {
    await using secure = await serve({ secure: true })
    const plain = { security: 'starttls', ca: office.ca, silence: 300 }
    expect(await tried(secure.port, plain)).toMatchObject({ ...nothingTaken, code: 'mail/connection' })
    await using later = await serve()
    expect(await tried(later.port, { security: 'tls', ca: office.ca })).toMatchObject({
      ...nothingTaken,
      code: 'mail/tls',
    })
  })

  it('to this machine, by explicit word', async () => {
    await using server = await serve()
    for (const host of ['127.0.0.1', 'localhost'])
      expect(await tried(server.port, { security: 'none', host })).toMatchObject({ sent: 1 })
  })

  it.each(['mail.example.ir', '192.168.1.1', '127.0.0.1.example.ir', '0.0.0.0', '10.127.0.1'])(
    'never to %s',
    async (host) => {
      expect(await tried(25, { security: 'none', host })).toMatchObject({
        ...nothingTaken,
        code: 'mail/insecure',
      })
    },
  )
})
