// Servers that are not there, are not who they should be, refuse, or break off: what is said, and what becomes of each letter.
import { DatabaseSync } from 'node:sqlite'
import { afterAll, expect, test } from 'vitest'
import { listen } from '../smtp/peer.ts'
import { told } from './cli.ts'
import type { Desk, Ended } from './cli.ts'
import { closeOffices, ledgerFile, ledgerOf, openOffice, settingsText, statesOf } from './mail/office.ts'
import { certificate, password, startServer, stranger, towards } from './mail/server.ts'
import type { Server } from './mail/server.ts'

afterAll(closeOffices)

const queued = { 'r1@example.ir': 'queued', 'r2@example.ir': 'queued', 'r3@example.ir': 'queued' }
const sent = { 'r1@example.ir': 'sent', 'r2@example.ir': 'sent', 'r3@example.ir': 'sent' }
const errors = (ended: Ended): string[] =>
  told(ended).flatMap(({ severity, code }) => (severity === 'error' ? [code] : []))
const send = (desk: Desk, ...args: string[]): Promise<Ended> =>
  desk.run(['mail', 'm.yaml', '--send', '--yes', '--json', ...args])

async function openSender(server: { port: number }, more: object = {}): Promise<Desk> {
  const desk = await openOffice({}, towards(server, more))
  desk.put('ca.pem', certificate.ca)
  desk.put('stranger.pem', stranger.ca)
  desk.put('password', password)
  return desk
}

const gone = { port: 1 }
const open = (): Promise<Server> => startServer()
/** Row, server, settings, fault. */
const troubles: [string, () => Promise<Server> | typeof gone, object, string][] = [
  ['a server that is down', () => gone, {}, 'mail/connection'],
  [
    'a server without TLS',
    () => startServer({ hideSTARTTLS: true, disabledCommands: ['STARTTLS'] }),
    {},
    'mail/tls',
  ],
  ['a certificate of another authority', open, { ca_file: 'stranger.pem' }, 'mail/tls'],
  ['a certificate that nobody we know stands for', open, { ca_file: undefined }, 'mail/tls'],
  ['a wrong password', open, { user: 'office', password_file: 'ca.pem' }, 'mail/login'],
  [
    'no encryption to another machine',
    () => gone,
    { host: 'mail.example.ir', security: 'none' },
    'mail/insecure',
  ],
]

test.each(troubles)(
  '%s: nothing is lost, and it leaves once that is mended',
  async (_, start, more, code) => {
    const server = await start()
    using desk = await openSender(server, more)
    const ended = await send(desk)
    expect([ended.code, errors(ended)]).toEqual([2, [code]])
    expect(await statesOf(desk)).toEqual(queued)
    if ('taken' in server) {
      expect(server.taken).toEqual([])
      await server[Symbol.asyncDispose]()
    }
  },
)

test('what was kept from leaving leaves by `send`, after a question', async () => {
  using desk = await openSender(gone)
  await send(desk)
  await using server = await startServer()
  desk.put('jalaseh.yaml', settingsText(towards(server)))
  const unasked = await desk.run(['mail', 'send', '--json'])
  expect([unasked.code, errors(unasked)]).toEqual([2, ['mail/not-confirmed']])
  expect((await desk.run(['mail', 'send', '--yes'])).stderr).toBe('3 sent\n')
  expect(await statesOf(desk)).toEqual(sent)
  expect(server.taken).toHaveLength(3)
})

test.each(['password_file', 'ca_file'])('a %s that cannot be read: nothing is queued', async (key) => {
  await using server = await startServer()
  using desk = await openSender(server, { user: 'office', [key]: 'nowhere' })
  const ended = await send(desk)
  expect([ended.code, errors(ended)]).toEqual([2, ['mail/unreadable']])
  expect([server.sessions, desk.has('mail')]).toEqual([0, false])
})

test('one is put off: the others leave, and `send` brings it later', async () => {
  const refusals: Record<string, { code: number; text: string }> = {
    'r2@example.ir': { code: 450, text: 'come again' },
  }
  await using server = await startServer({ refusals })
  using desk = await openSender(server)
  const ended = await send(desk)
  expect(ended.code).toBe(0)
  expect(told(ended).map(({ code }) => code)).toContain('mail/put-off')
  expect(JSON.parse(ended.stdout)).toMatchObject({ sent: { sent: 2, retry: 1, next: expect.any(String) } })
  expect(await statesOf(desk)).toEqual({ ...sent, 'r2@example.ir': 'queued' })
  expect((await desk.run(['mail', 'status'])).stdout).toMatch(/\tqueued\t.*come again/)
  // Not yet.
  const early = await desk.run(['mail', 'send', '--yes'], { LC_ALL: 'fa_IR.UTF-8' })
  expect(early.stderr).toMatch(/^۰ نامه رفت؛ .*ساعت/)
  delete refusals['r2@example.ir']
  pass(desk)
  expect((await desk.run(['mail', 'send', '--yes'])).code).toBe(0)
  expect(await statesOf(desk)).toEqual(sent)
  expect(server.counts()).toEqual({ 'r1@example.ir': 1, 'r2@example.ir': 1, 'r3@example.ir': 1 })
})

/** The time that waits for the next attempt and leases take, without the wait. */
function pass(desk: Desk): void {
  const database = new DatabaseSync(ledgerFile(desk))
  database.exec('update delivery set not_before = 0 where not_before is not null')
  database.close()
}

test('one is refused: the others leave, status says why, and it is sent again by its short id', async () => {
  const refusals: Record<string, { code: number; text: string }> = {
    'r2@example.ir': { code: 550, text: 'no such user here' },
  }
  await using server = await startServer({ refusals })
  using desk = await openSender(server)
  const ended = await send(desk)
  expect([ended.code, errors(ended)]).toEqual([1, ['mail/failed']])
  expect(await statesOf(desk)).toEqual({ ...sent, 'r2@example.ir': 'failed' })
  const [line] = (await desk.run(['mail', 'status'])).stdout
    .split('\n')
    .filter((one) => one.includes('failed'))
  expect(line).toContain('no such user here')
  const [id = ''] = line!.split('\t')
  // A run of the whole does not try it by itself.
  expect((await send(desk)).code).toBe(0)
  expect((await desk.run(['mail', 'resolve', id, 'drop', '--json'])).code).toBe(1)
  delete refusals['r2@example.ir']
  expect((await desk.run(['mail', 'resolve', id, 'again'])).stdout).toContain('queued')
  expect((await desk.run(['mail', 'send', '--yes'])).code).toBe(0)
  expect(await statesOf(desk)).toEqual(sent)
  expect(server.taken).toHaveLength(3)
})

test('a server that takes only small messages: told before a byte of them leaves', async () => {
  await using server = await startServer({ size: 2000 })
  using desk = await openSender(server)
  const ended = await send(desk)
  expect([ended.code, errors(ended)]).toEqual([1, ['mail/failed']])
  expect([...new Set((await ledgerOf(desk)).map(({ state }) => state))]).toEqual(['failed'])
  expect((await desk.run(['mail', 'status'])).stdout.toLowerCase()).toContain('size')
  expect(server.taken).toEqual([])
})

test('a connection that is cut after the dot leaves doubts, which only a person ends', async () => {
  let breaks = true
  await using peer = await listen({ answer: (to) => (to === 'dot' && breaks ? 'rst' : undefined) })
  using desk = await openSender(peer, { host: '127.0.0.1', security: 'none' })
  const ended = await send(desk)
  expect([ended.code, errors(ended)]).toEqual([1, ['mail/unknown']])
  expect(peer.taken).toHaveLength(3)
  expect([...new Set((await ledgerOf(desk)).map(({ state }) => state))]).toEqual(['unknown'])
  breaks = false
  await send(desk)
  await desk.run(['mail', 'send', '--yes'])
  expect(peer.taken).toHaveLength(3)

  const ids = (await desk.run(['mail', 'status'])).stdout
    .trim()
    .split('\n')
    .map((line) => line.split('\t')[0]!)
  const [arrived, lost, dropped] = ids as [string, string, string]
  const resolve = (id: string, how: string): Promise<Ended> => desk.run(['mail', 'resolve', id, how])
  expect((await resolve(arrived, 'sent')).stdout).toContain('\tsent')
  expect((await resolve(lost, 'again')).stdout).toContain('\tqueued')
  expect((await resolve(dropped, 'drop')).stdout).toContain('\tcancelled')
  expect((await resolve(arrived, 'again')).stderr).toContain('ledger/settled')
  expect((await resolve('0123456789', 'sent')).stderr).toContain('ledger/no-delivery')
  expect((await resolve(arrived.slice(0, 3), 'sent')).stderr).toContain('ledger/no-delivery')
  expect((await desk.run(['mail', 'send', '--yes'])).stderr).toBe('1 sent\n')
  expect(peer.taken).toHaveLength(4)
  const states = (await ledgerOf(desk)).map(({ state }) => state)
  expect(states.toSorted()).toEqual(['cancelled', 'sent', 'sent'])
})
