/** H01–H12, H15: letters, the servers they leave by, and what comes back; C05 as far as letters have templates. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import PostalMime from 'postal-mime'
import { expect } from 'vitest'
import { openLedger } from '../../../src/ledger/ledger.ts'
import { rawPages } from '../../annex/raw-pdf.ts'
import { browsers, errorsOf, root, told, until } from '../../e2e/cli.ts'
import type { Desk, Ended } from '../../e2e/cli.ts'
import {
  ledgerFile,
  ledgerOf,
  lettersIn,
  meetingText,
  nameOf,
  settingsText,
  statesOf,
} from '../../e2e/mail/office.ts'
import type { Plan } from '../../e2e/mail/office.ts'
import { certificate, password, startServer, stranger, towards } from '../../e2e/mail/server.ts'
import type { Server } from '../../e2e/mail/server.ts'
import { serverCertificate } from '../../smtp/certificates.ts'
import { deliveryOf } from '../../smtp/desk.ts'
import { listen } from '../../smtp/peer.ts'
import type { Behaviour, Peer } from '../../smtp/peer.ts'
import {
  distribution,
  everyone,
  filesOf,
  openOffice,
  openQueue,
  recipient,
  runWithin,
  states,
} from '../mail-office.ts'
import { startPlainServer } from '../plain-server.ts'
import type { PlainServer } from '../plain-server.ts'
import type { Expected, LeftOut, Row, World } from '../row.ts'

const json = ['--json', '--lang', 'en']
const send = ['mail', 'm.yaml', '--send', '--yes', ...json]
const rest = ['mail', 'send', '--yes', ...json]

/** What packs and letters leave, beside the packs themselves. */
const lists = String.raw`out\/m\/(?:editions\/1|packs\/manifest|mail\/manifest)\.json`
const letterFiles = String.raw`out\/m\/mail\/[^./]+\.eml`
const sentFiles = String.raw`mail\/(?:ledger\.sqlite(?:-wal|-shm|\.making)?|outbox\/[0-9a-f]{64}\.eml)`
const ofLetters = new RegExp(`^(?:${lists}|${letterFiles})$`)
const ofLettersAndPacks = new RegExp(`${ofLetters.source}|^out\\/m\\/packs\\/[^/]+\\.pdf$`)
const ofSending = new RegExp(`^(?:${lists}|${letterFiles}|${sentFiles})$`)

/** To a server that nobody may contact. */
const toCanary = ({ canary }: World): Record<string, unknown> => ({
  deliver: 'smtp',
  host: '127.0.0.1',
  port: canary.port,
  security: 'none',
})

/** Nobody gets anything, not even those whose addresses are right. */
const neverSent = (id: string, what: string, addresses: string[], faults: string[]): Row => ({
  id,
  what,
  make: (world) => openOffice(world.desk, toCanary(world), { distribution: distribution(...addresses) }),
  args: send,
  expect: { exit: 1, faults, writes: new RegExp(`^${lists}$`) },
  look: ({ desk }) => expect([desk.has('mail'), lettersIn(desk)]).toEqual([false, []]),
})

const refusedSettings = (id: string, what: string, settings: string, ...faults: string[]): Row => ({
  id,
  what,
  meeting: meetingText({}),
  files: { 'jalaseh.yaml': settings },
  args: send,
  expect: { exit: 1, faults },
})

const refusedMeeting = (id: string, what: string, meeting: string, ...faults: string[]): Row => ({
  id,
  what,
  meeting,
  files: { 'jalaseh.yaml': settingsText({}) },
  args: ['mail', 'm.yaml', ...json],
  expect: { exit: 1, faults },
})

/** Letters as drafts, each read by a reader of another hand. */
const written = (
  id: string,
  what: string,
  {
    plan = {},
    edit = (text) => text,
    files = {},
  }: { plan?: Plan; edit?: (text: string) => string; files?: Record<string, string> },
  look: (letters: Letter[], desk: Desk, ended: Ended) => void,
): Row => ({
  id,
  what,
  files,
  make: async ({ desk }) => {
    await openOffice(desk, {}, plan)
    desk.put('m.yaml', edit(meetingText(plan)))
  },
  args: ['mail', 'm.yaml', ...json],
  expect: { exit: 0, writes: ofLettersAndPacks },
  within: 30_000,
  look: async ({ desk }, ended) => {
    const letters = await Promise.all(
      lettersIn(desk).map(async (name) => {
        const raw = readFileSync(join(desk.folder, 'out/m/mail', name))
        return { raw, head: headOf(raw), ...(await PostalMime.parse(raw)) }
      }),
    )
    for (const { head } of letters) {
      // oxlint-disable-next-line no-control-regex -- there are none but line ends
      expect(head).toMatch(/^[\x20-\x7e\r\n]*$/)
      expect(Math.max(...head.split('\r\n').map((line) => line.length))).toBeLessThan(998)
    }
    look(letters, desk, ended)
  },
})

type Letter = Awaited<ReturnType<typeof PostalMime.parse>> & { raw: Buffer; head: string }

const headOf = (raw: Buffer): string => raw.toString('latin1').split('\r\n\r\n')[0] ?? ''
const count = (pattern: RegExp, text: string): number => text.match(pattern)?.length ?? 0
/** Controls, and what turns the direction. */
const strange = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u

type AnyServer = Peer | Server | PlainServer

interface Served<S extends AnyServer> {
  id: string
  what: string
  serve: () => Promise<S>
  /** Of the office, besides the way to the server. */
  mail?: Record<string, unknown>
  env?: Record<string, string>
  /** Nothing is queued yet. */
  fresh?: true
  /** One run that sends what is queued, unless said. */
  steps?: (
    run: (args: string[]) => Promise<Ended>,
    world: World,
    server: S,
    env: Record<string, string>,
  ) => Promise<Ended>
  within?: number
  expect: Expected
  /** What becomes of the letters to r1, r2 and r3; in any order where it is a list. */
  states: Record<string, string> | string[]
  look?: (server: S, world: World, ended: Ended) => void | Promise<void>
}

const wayTo = (server: AnyServer): Record<string, unknown> =>
  'commands' in server
    ? { deliver: 'smtp', host: '127.0.0.1', port: server.port, security: 'none' }
    : towards(server)

const takenBy = (server: AnyServer): string[] =>
  'plain' in server
    ? server.secured.filter((line) => line.startsWith('RCPT'))
    : 'commands' in server
      ? server.taken
      : server.taken.map(({ to }) => to.join())

/** A server of its own for each row. However it behaves, no letter comes to it twice. */
function served<S extends AnyServer>(row: Served<S>): Row {
  const { id, what, serve, mail = {}, env: own = {}, steps, within, expect: expected, look } = row
  let server: S
  return {
    id,
    what,
    ...(within !== undefined && { within }),
    make: async ({ desk }) => {
      server = await serve()
      const open = row.fresh ? openOffice : openQueue
      await open(desk, { ...wayTo(server), ...mail })
      desk.put('ca.pem', certificate.ca)
      desk.put('stranger.pem', stranger.ca)
    },
    run: async (world, env) => {
      const run = (args: string[]): Promise<Ended> => runWithin(world.desk, args, { ...env, ...own }, within)
      try {
        return await (steps?.(run, world, server, env) ?? run(rest))
      } finally {
        await server[Symbol.asyncDispose]()
      }
    },
    expect: { connects: true, writes: ofSending, ...expected },
    look: async (world, ended) => {
      const taken = takenBy(server)
      expect(taken).toEqual([...new Set(taken)])
      const found = await statesOf(world.desk)
      expect(Array.isArray(row.states) ? Object.values(found).toSorted() : found).toEqual(row.states)
      await look?.(server, world, ended)
    },
  }
}

const peer =
  (behaviour: Behaviour): (() => Promise<Peer>) =>
  () =>
    listen(behaviour)
const queued = states('queued', 'queued', 'queued')
const sent = states('sent', 'sent', 'sent')

/** The time that waits and leases take, without the wait. */
function pass(desk: Desk): void {
  using database = new DatabaseSync(ledgerFile(desk))
  database.exec('update delivery set not_before = 0 where not_before is not null')
  database.exec('update delivery set lease_until = 0 where lease_until is not null')
}

/** No server was asked for anything before the way to it was safe. */
const saidNothing = (lines: string[]): void => {
  expect(lines.filter((line) => !/^(?:EHLO|STARTTLS|QUIT)/.test(line))).toEqual([])
}

const mailServers: Row[] = [
  served({
    id: 'H09',
    what: 'one of three recipients is refused',
    serve: peer({
      answer: (to, line) =>
        to === 'RCPT' && line.includes('r2@') ? '550 5.1.1 \u001b[31mnobody' : undefined,
    }),
    expect: { exit: 1, faults: ['mail/failed'] },
    states: states('sent', 'failed', 'sent'),
    look: async (_, { desk }) => {
      const { stdout } = await desk.run(['mail', 'status', '--lang', 'en'])
      expect(stdout).toMatch(/\tfailed\t.*nobody/)
      expect(stdout).not.toContain('\u001b')
    },
  }),
  served({
    id: 'H09',
    what: 'one is put off, and taken later',
    serve: () => {
      let refusals = 1
      return listen({
        answer: (to, line) =>
          to === 'RCPT' && line.includes('r2@') && refusals-- > 0 ? '451 4.7.1 later' : undefined,
      })
    },
    steps: async (run, { desk }) => {
      const first = await run(rest)
      expect([first.code, told(first).map(({ code }) => code)]).toEqual([
        0,
        expect.arrayContaining(['mail/put-off']),
      ])
      expect(await statesOf(desk)).toEqual(states('sent', 'queued', 'sent'))
      pass(desk)
      return run(rest)
    },
    expect: { exit: 0 },
    states: sent,
    look: ({ taken }) => expect(taken).toHaveLength(3),
  }),
  served({
    id: 'H09',
    what: 'every message is refused after it was read',
    serve: peer({ answer: (to) => (to === 'dot' ? '554 5.7.1 no' : undefined) }),
    expect: { exit: 1, faults: ['mail/failed'] },
    states: states('failed', 'failed', 'failed'),
  }),
  served({
    id: 'H09',
    what: 'the connection breaks after the last dot: nobody knows, and nothing goes again',
    serve: peer({ answer: (to) => (to === 'dot' ? 'rst' : undefined) }),
    steps: async (run) => {
      const first = await run(rest)
      await run(send)
      return first
    },
    expect: { exit: 1, faults: ['mail/unknown'] },
    states: states('unknown', 'unknown', 'unknown'),
    look: async ({ taken }, { desk }) => {
      expect(taken).toHaveLength(3)
      const { stdout } = await desk.run(['mail', 'status', '--lang', 'fa'])
      expect(count(/\tنامعلوم\t/g, stdout)).toBe(3)
    },
  }),
  served({
    id: 'H09',
    what: 'never a word',
    serve: peer({ answer: (to) => (to === 'greeting' ? 'silence' : undefined) }),
    // Half a minute is what it is given.
    within: 58_000,
    expect: { exit: 2, faults: ['mail/connection'] },
    states: queued,
  }),
  served({
    id: 'H09',
    what: 'no answer, until the person has waited long enough',
    serve: peer({ answer: (to) => (to === 'EHLO' ? 'silence' : undefined) }),
    steps: async (run, { desk }, server, env) => {
      const running = desk.start(rest, env)
      await until(() => server.commands.length > 0 || running.child.exitCode !== null)
      running.child.kill('SIGINT')
      expect((await running.ended).code).toBe(130)
      return run(['mail', 'status', ...json])
    },
    expect: { exit: 0 },
    states: queued,
  }),
  ...(
    [
      ['421 before anything', { answer: (to) => (to === 'greeting' ? '421 4.3.2 down' : undefined) }],
      ['a refusal in place of a greeting', { answer: (to) => (to === 'greeting' ? '554 no' : undefined) }],
      [
        'a greeting without end',
        { answer: (to) => (to === 'greeting' ? `220-${'a'.repeat(30_000_000)}` : undefined) },
      ],
      [
        'a greeting of a million lines',
        { answer: (to) => (to === 'greeting' ? '220-a\r\n'.repeat(1_000_000) : undefined) },
      ],
      [
        'a million extensions',
        { answer: (to) => (to === 'EHLO' ? `${'250-A\r\n'.repeat(1_000_000)}250 B` : undefined) },
      ],
      ['a page of the web', { answer: (to) => (to === 'greeting' ? 'HTTP/1.1 400 Bad Request' : undefined) }],
    ] satisfies [string, Behaviour][]
  ).map(([what, behaviour]) =>
    served({
      id: 'H09',
      what,
      serve: peer(behaviour),
      within: 20_000,
      expect: { exit: 2, faults: ['mail/connection'] },
      states: queued,
      look: ({ commands }) => saidNothing(commands),
    }),
  ),
  served({
    id: 'H09',
    what: '421 in the middle',
    serve: () => {
      let sessions = 0
      return listen({
        answer: (to) => (to === 'RCPT' && sessions++ === 0 ? '421 4.7.0 enough~fin' : undefined),
      })
    },
    mail: { connections: 1 },
    steps: async (run, { desk }) => {
      const first = await run(rest)
      pass(desk)
      await run(rest)
      return first
    },
    expect: { exit: 0 },
    states: sent,
    look: ({ taken }) => expect(taken).toHaveLength(3),
  }),
  served({
    id: 'H09',
    what: 'no encryption to be had',
    serve: peer({
      extensions: ['AUTH PLAIN LOGIN'],
      answer: (to) => (to === 'STARTTLS' ? '502 5.5.1 what' : undefined),
    }),
    mail: { security: 'starttls', user: 'office' },
    env: { JALASEH_SMTP_PASSWORD: password },
    expect: { exit: 2, faults: ['mail/tls'] },
    states: queued,
    look: ({ commands }) => saidNothing(commands),
  }),
  served({
    id: 'H09',
    what: 'encryption that is refused',
    serve: () => startPlainServer('454 4.7.0 not now\r\n'),
    mail: { user: 'office' },
    env: { JALASEH_SMTP_PASSWORD: password },
    expect: { exit: 2, faults: ['mail/tls'] },
    states: queued,
    look: ({ plain }) => saidNothing(plain),
  }),
  served({
    id: 'H09',
    what: 'answers that somebody put before the encryption are no answers',
    // No message would fit.
    serve: () => startPlainServer('220 go on\r\n250-peer\r\n250 SIZE 10\r\n'),
    expect: { exit: 0 },
    states: sent,
    look: ({ plain, secured }) => {
      saidNothing(plain)
      expect(secured.filter((line) => line === '.')).toHaveLength(3)
    },
  }),
  ...(
    [
      ['a certificate of a stranger', () => startServer(), { ca_file: 'stranger.pem' }],
      ['a certificate that nobody stands for', () => startServer(), { ca_file: undefined }],
      [
        'a certificate for another name',
        async () => {
          const { key, cert, ca } = await serverCertificate(['other.example.ir'])
          return startServer({ key, cert, ca })
        },
        {},
      ],
    ] satisfies [string, () => Promise<Server>, object][]
  ).map(([what, serve, mail]) =>
    served({
      id: 'H09',
      what,
      serve,
      mail: { ...mail, user: 'office' },
      env: { JALASEH_SMTP_PASSWORD: password },
      expect: { exit: 2, faults: ['mail/tls'] },
      states: queued,
      look: ({ taken }) => expect(taken).toEqual([]),
    }),
  ),
]

const once: Row[] = [
  served({
    id: 'H10',
    what: 'sent twice',
    fresh: true,
    serve: () => startServer(),
    steps: async (run) => {
      await run(send)
      return run(send)
    },
    expect: { exit: 0 },
    states: sent,
    look: (server, _, { stdout }) => {
      expect(server.counts()).toEqual(Object.fromEntries(everyone.map((address) => [address, 1])))
      expect(JSON.parse(stdout)).toMatchObject({ sent: { sent: 0, there: 3 } })
    },
  }),
  served({
    id: 'H10',
    what: 'two people send at the same time',
    fresh: true,
    serve: () => startServer({ delay: () => 50 }),
    steps: async (run) => {
      const both = await Promise.all([run(send), run(send)])
      const refused = both.filter(({ code }) => code !== 0).flatMap(errorsOf)
      expect(refused).toEqual(refused.filter((code) => /^(?:ledger|pack)\/busy$/.test(code)))
      return run(send)
    },
    expect: { exit: 0 },
    states: sent,
    look: ({ taken }) => expect(taken).toHaveLength(3),
  }),
  served({
    id: 'H10',
    what: 'killed while the server has the message and its answer is on the way',
    serve: () => {
      let answers = 0
      return listen({ answer: (to) => (to === 'dot' && answers++ === 0 ? 'silence' : undefined) })
    },
    mail: { connections: 1 },
    steps: async (run, { desk }, server, env) => {
      const running = desk.start(rest, env)
      await until(() => server.taken.length > 0 || running.child.exitCode !== null)
      running.child.kill('SIGKILL')
      await running.ended
      pass(desk)
      return run(rest)
    },
    expect: { exit: 1, faults: ['mail/unknown'] },
    states: ['sent', 'sent', 'unknown'],
    look: ({ taken }) => expect(taken).toHaveLength(3),
  }),
]

const bigNumbers = (): string =>
  Array.from({ length: 400_000 }, (_, n) => (n * 7919 * 104_729) % 99_991).join(' ')

/** One that was queued for a server that was not there is changed before it leaves. */
const changedLetter = (what: string, change: (path: string) => void, reason: string): Row =>
  served({
    id: 'H11',
    what,
    serve: peer({}),
    steps: async (run, { desk }) => {
      const second = (await ledgerOf(desk)).find(({ address }) => address === everyone[1])
      change(join(desk.folder, `mail/outbox/${second?.eml}.eml`))
      return run(rest)
    },
    expect: { exit: 1, faults: ['mail/failed'] },
    states: states('sent', 'failed', 'sent'),
    look: async (_, { desk }) => {
      const second = (await ledgerOf(desk)).find(({ address }) => address === everyone[1])
      expect(second?.error).toContain(reason)
    },
  })

/** A pack that is not as it was made is made again before it is attached. */
const strangePack = (what: string, change: (path: string) => void): Row => {
  const first = 'out/m/packs/1-گیرندهٔ-نمونه-ا.pdf'
  return {
    id: 'H11',
    what,
    make: async ({ desk }) => {
      await openOffice(desk, {})
      change(join(desk.folder, first))
    },
    args: ['mail', 'm.yaml', ...json],
    expect: { exit: 0, writes: new RegExp(`${ofLetters.source}|^${first}$`) },
    look: async ({ desk }) => {
      const raw = readFileSync(join(desk.folder, 'out/m/mail', lettersIn(desk)[0] ?? ''))
      const { attachments } = await PostalMime.parse(raw)
      const attached = Buffer.from(attachments[0]?.content as ArrayBuffer)
      expect(attached.subarray(0, 5).toString()).toBe('%PDF-')
      expect(attached.includes('changed by somebody')).toBe(false)
      expect(readFileSync(join(desk.folder, first)).equals(attached)).toBe(true)
    },
  }
}

/** Nowhere in the folder, and in nothing that was said. */
function keptSecret(secret: string, desk: Desk, ended: Ended): void {
  const forms = [
    secret,
    Buffer.from(secret).toString('base64'),
    Buffer.from(`\0office\0${secret}`).toString('base64'),
  ]
  const texts = [
    ended.stdout,
    ended.stderr,
    ...[...filesOf(desk).values()].map((bytes) => bytes.toString('utf8')),
  ]
  expect(forms.filter((form) => texts.some((text) => text.includes(form)))).toEqual([])
}

/** Packs are made by a browser that is told nothing of what the office knows. */
const browserSecrets = ((): Row => {
  const environments: string[] = []
  return served({
    id: 'H12',
    what: 'the browser does not have the password, and nothing is left of it',
    serve: () => startServer({ authOptional: false }),
    fresh: true,
    mail: { user: 'office' },
    env: { JALASEH_SMTP_PASSWORD: password },
    steps: async (run, { desk }) => {
      rmSync(join(desk.folder, 'out'), { recursive: true })
      let over = false
      const running = run(send).finally(() => (over = true))
      await until(() => {
        for (const { pid } of browsers(desk.temporary))
          if (existsSync(`/proc/${pid}/environ`))
            environments.push(readFileSync(`/proc/${pid}/environ`, 'utf8'))
        return over || environments.join('').length > 0
      })
      return running
    },
    expect: { exit: 0, writes: /^(?:out\/m|mail)\// },
    states: sent,
    look: (_, { desk }, ended) => {
      expect(environments.join('')).toContain('PATH=')
      expect(environments.filter((one) => one.includes(password))).toEqual([])
      keptSecret(password, desk, ended)
    },
  })
})()

const report = readFileSync(join(root, 'test/smtp/data/postfix.eml'), 'utf8')
const [, reported = ''] = /^Original-Envelope-Id: (\w+)/m.exec(report) ?? []
const genuine = deliveryOf('r1@example.ir')

/** Each beside a genuine report, which counts all the same. */
const comesBack = (
  what: string,
  hostile: Record<string, string | Uint8Array>,
  make?: (folder: string) => void,
): Row => ({
  id: 'H15',
  what,
  make: async ({ desk }) => {
    desk.put('jalaseh.yaml', settingsText({}))
    desk.put('mail/x', '')
    {
      using ledger = openLedger(ledgerFile(desk))
      await ledger.enqueue([genuine], new Date(), 'test')
    }
    {
      using database = new DatabaseSync(ledgerFile(desk))
      database.exec("update delivery set state = 'sent'")
    }
    for (const [name, content] of Object.entries(hostile)) desk.put(`back/${name}`, content)
    desk.put('back/own.eml', report.replaceAll(reported, genuine.id.slice(0, 32)))
    make?.(join(desk.folder, 'back'))
  },
  args: ['mail', 'bounces', 'back', ...json],
  within: 15_000,
  expect: { exit: 0, writes: /^mail\/ledger\.sqlite(?:-wal|-shm)?$/ },
  look: async ({ desk }, { stdout }) => {
    expect(JSON.parse(stdout)).toMatchObject({ entered: [{ file: 'own.eml', state: 'failed' }] })
    expect(await statesOf(desk)).toEqual({ 'r1@example.ir': 'failed' })
  },
})

/** Parts in one another. */
const parts = (depth: number, inner: string): string =>
  [
    ...Array.from(
      { length: depth },
      (_, n) => `Content-Type: multipart/mixed; boundary=b${n}\r\n\r\n--b${n}`,
    ),
    inner,
    ...Array.from({ length: depth }, (_, n) => `--b${depth - n - 1}--`),
  ].join('\r\n')
const statusReport = (groups: string, type = 'message/delivery-status'): string =>
  [
    'Content-Type: multipart/report; report-type=delivery-status; boundary=x',
    '',
    '--x',
    `Content-Type: ${type}`,
    '',
    'Reporting-MTA: dns; mx.example.ir',
    `Original-Envelope-Id: ${'0'.repeat(32)}`,
    '',
    groups,
    '--x--',
    '',
  ].join('\r\n')

/** Rows within rows. */
const nested = (depth: number, inner: string, list = 'facts'): string =>
  `${`{{#each @root.${list}}}`.repeat(depth)}${inner}${'{{/each}}'.repeat(depth)}`

const reminder: Record<string, string> = {
  'jalaseh.yaml': settingsText({}),
  'data/a.yaml': `meeting: { title: جلسهٔ الف, body: شورای نخست, date: 1405/08/01, status: final }
bodies: [{ id: roads, name: ادارهٔ راه }]
resolutions:
${Array.from({ length: 30 }, (_, n) => `  - { text: مصوبهٔ ${n}, responsible: roads, deadline: 1405/09/01 }\n`).join('')}`,
  'data/people.yaml': 'people: [{ name: سهراب نمونه, body: ادارهٔ راه, email: roads@example.ir }]\n',
}

const title = 'شورای \r\nBcc: e@example.com\r\n\r\n \u202e' + 'نمونه '.repeat(80)

export const rows: Row[] = [
  neverSent(
    'H01',
    'a second header in an address',
    ['r1@example.ir', 'a@x.ir\r\nBcc: evil@x.com'],
    ['14:54 mail/address-character'],
  ),
  refusedSettings(
    'H01',
    'a second header in the address of the office',
    settingsText({ from: 'a@x.ir\r\nBcc: evil@x.com' }),
    'mail/address-character',
  ),
  neverSent(
    'H02',
    'two addresses in the place of one',
    ['a@x.ir، b@x.ir', 'a@x.ir; b@x.ir', 'g: a@x.ir, b@x.ir;'],
    ['mail/address-several', 'mail/address-several', 'mail/address-several'],
  ),
  neverSent(
    'H02',
    'half an address, one with its scheme, one with a space',
    ['ali', 'mailto:a@x.ir', 'a @x.ir'],
    ['mail/address-form', 'mail/address-form', 'mail/address-space'],
  ),
  neverSent(
    'H02',
    'letters that no address has',
    ['علی@x.ir', 'a\u200e@x.ir', '"a b"@x.ir'],
    ['mail/address-local', 'mail/address-character', 'mail/address-space'],
  ),
  neverSent(
    'H02',
    'a comment, a quotation and a number in the place of a domain',
    ['a(b)@x.ir', '"a.b"@x.ir', 'a@127.0.0.1'],
    ['mail/address-form', 'mail/address-form', 'mail/address-domain'],
  ),
  neverSent(
    'H02',
    'nothing, and a mark that turns the direction',
    ['', 'a\u202e@x.ir'],
    ['mail/address-character'],
  ),
  written(
    'H02',
    'what a keyboard of the language gives, and what begins like an option',
    { plan: { distribution: distribution('ali۱۲@x.ir', '-oQ@x.ir') } },
    (letters) =>
      expect(letters.map(({ to }) => to?.map(({ address }) => address))).toEqual([
        ['ali12@x.ir'],
        ['-oQ@x.ir'],
        ['r3@example.ir'],
      ]),
  ),
  neverSent(
    'H03',
    'a command in an address',
    ['a@x.ir>\r\nRCPT TO:<e@x.com', 'r2@example.ir\0'],
    ['text/strange'],
  ),
  written(
    'H04',
    'lines, marks and four hundred letters in the title',
    {
      edit: (text) =>
        text
          .replace('title: جلسهٔ نمونه', () => `title: ${JSON.stringify(title)}`)
          .replace(/^ {2}(?:body|session): .*\n/gm, ''),
    },
    (letters) => {
      expect(letters).toHaveLength(3)
      for (const { head, subject = '', to, cc, bcc, headers } of letters) {
        expect(count(/^Subject:/gim, head)).toBe(1)
        expect([count(/^(?:b?cc|x-.*):/gim, head.replace('X-Unsent: 1', '')), cc, bcc]).toEqual([
          0,
          undefined,
          undefined,
        ])
        expect(subject).toContain('Bcc: e@example.com')
        expect(subject).not.toMatch(strange)
        expect([...subject].length).toBeLessThan(200)
        expect(to).toHaveLength(1)
        expect(headers.filter(({ value }) => strange.test(value))).toEqual([])
      }
    },
  ),
  refusedMeeting(
    'H04',
    'a NUL in the title',
    meetingText({}).replace('جلسهٔ نمونه', String.raw`"جلسه\0"`),
    '2:10 text/strange',
  ),
  refusedMeeting(
    'H05',
    'a path in the number of the session',
    meetingText({}).replace('session: 12', 'session: ../../x.pdf'),
    'number/invalid',
  ),
  refusedMeeting(
    'H05',
    'a header in the number of the session',
    meetingText({}).replace('session: 12', String.raw`session: "a.pdf\"\r\nX: 1"`),
    'number/invalid',
  ),
  {
    id: 'H05',
    what: 'a meeting file whose name turns its ending round',
    make: ({ desk }) => {
      desk.put('jalaseh.yaml', settingsText({ names: 'ascii' }))
      desk.put('صورت\u200cجلسه\u202efdp.exe.yaml', meetingText({ recipients: 1 }))
    },
    args: ['mail', 'صورت\u200cجلسه\u202efdp.exe.yaml', ...json],
    expect: { exit: 0, writes: /^out\/[^/]+\// },
    look: async ({ desk }, { stdout }) => {
      const { written: files } = JSON.parse(stdout) as { written: { file: string }[] }
      expect(files).toHaveLength(1)
      for (const path of desk.files().filter((name) => name.startsWith('out')))
        expect(path).not.toMatch(strange)
      for (const { file } of files) {
        const { attachments } = await PostalMime.parse(readFileSync(join(desk.folder, file)))
        for (const { filename } of attachments) expect(filename).toMatch(/^[a-z0-9-]+\.(?:pdf|ics)$/)
      }
    },
  },
  refusedMeeting(
    'H06',
    'files, headers and envelopes of a recipient',
    meetingText({
      distribution: [
        '  - { to: سهراب نمونه, address: a@x.ir, attachments: [{ path: /etc/passwd }], href: "file:///etc/passwd", raw: a, headers: { Bcc: e@x.com }, envelope: { to: e@x.com } }',
      ],
    }),
    ...Array.from({ length: 5 }, () => 'field/unknown'),
  ),
  refusedMeeting(
    'H06',
    'a file in the place of a text',
    meetingText({
      distribution: ['  - { to: { path: /etc/passwd }, address: { href: "http://127.0.0.1:9/" } }'],
    }),
    'type/text-expected',
    'type/text-expected',
  ),
  refusedSettings(
    'H06',
    'files, headers and doors of the office',
    settingsText({
      headers: { Bcc: 'e@x.com' },
      attachments: [{ path: '/etc/passwd' }],
      tls: { rejectUnauthorized: false },
      proxy: 'http://127.0.0.1:9',
    }),
    ...Array.from({ length: 4 }, () => 'field/unknown'),
  ),
  written(
    'H07',
    'the name of another in the place of a name, and a domain that looks like another',
    {
      plan: {
        distribution: [
          recipient('boss@bank.example.ir <evil@x.com>', 'r1@example.ir'),
          recipient(nameOf(1), 'r2@ex\u0430mple.ir'),
        ],
      },
    },
    (letters, _, { stdout }) => {
      expect(letters.map(({ to }) => to?.map(({ address }) => address))).toEqual([
        ['r1@example.ir'],
        ['r2@xn--exmple-4nf.ir'],
      ])
      expect(stdout).toContain('r2@xn--exmple-4nf.ir')
    },
  ),
  {
    id: 'H08',
    what: 'to a stranger, without anybody who says yes',
    make: (world) =>
      openOffice(world.desk, toCanary(world), {
        distribution: distribution('someone@elsewhere.example.com'),
      }),
    args: ['mail', 'm.yaml', '--send', ...json],
    expect: { exit: 2, faults: ['mail/not-confirmed'], writes: ofLetters },
    look: ({ desk }) => expect(desk.has('mail')).toBe(false),
  },
  ...mailServers,
  ...once,
  {
    id: 'H11',
    what: 'a pack of more than a letter holds',
    make: ({ desk }) => {
      desk.put('jalaseh.yaml', settingsText({ size: 1 }))
      const more = 'annexes: [{ id: a, title: پیوست بزرگ, file: a.pdf }]'
      desk.put('m.yaml', meetingText({ recipients: 1, more }))
      desk.put('a.pdf', rawPages([{ content: `q [${bigNumbers()}] 0 d Q` }]))
    },
    args: ['mail', 'm.yaml', ...json],
    expect: { exit: 1, faults: ['mail/too-big'], writes: /^out\/m\/(?:packs|editions)\// },
    look: ({ desk }) => expect(lettersIn(desk)).toEqual([]),
  },
  refusedMeeting(
    'H11',
    'nobody to send anything to',
    meetingText({}).replace(/distribution:[^]*/, ''),
    'pack/nobody',
  ),
  strangePack('a pack that is gone', (path) => rmSync(path)),
  strangePack('a pack that somebody changed', (path) => writeFileSync(path, '%PDF-1.4 changed by somebody')),
  changedLetter(
    'a letter that was changed after it was confirmed',
    (path) => writeFileSync(path, readFileSync(path, 'latin1').replace('Subject: ', 'Subject: x'), 'latin1'),
    'not the message that was queued',
  ),
  changedLetter('a letter that is gone', (path) => rmSync(path), 'ENOENT'),
  refusedSettings('H12', 'a password in the settings', settingsText({ password: 'x' }), 'field/unknown'),
  {
    id: 'H12',
    what: 'there is no talk of what goes on within',
    meeting: meetingText({}),
    args: ['mail', 'm.yaml', '--verbose'],
    expect: { exit: 2, told: ['--verbose'] },
  },
  served({
    id: 'H12',
    what: 'a password that the server does not take, and says so',
    serve: () =>
      startServer({
        authOptional: false,
        onAuth: ({ password: typed }, _, done) =>
          done(new Error(`not ${typed}, nor ${Buffer.from(String(typed)).toString('base64')}`)),
      }),
    mail: { user: 'office' },
    env: { JALASEH_SMTP_PASSWORD: 'رمز-نمونه-1405' },
    expect: { exit: 2, faults: ['mail/login'] },
    states: queued,
    look: (_, { desk }, ended) => keptSecret('رمز-نمونه-1405', desk, ended),
  }),
  browserSecrets,
  comesBack('a thousand parts in one another', {
    'deep.eml': parts(1000, `Content-Type: message/delivery-status\r\n\r\nAction: failed`),
    'same.eml': `Content-Type: multipart/mixed; boundary=a\r\n\r\n${'--a\r\nContent-Type: multipart/mixed; boundary=a\r\n\r\n'.repeat(50_000)}`,
  }),
  comesBack('a header of fifty megabytes, and one of five', {
    'long.eml': `Subject: ${'a'.repeat(50_000_000)}\r\n\r\na`,
    'folded.eml': `Subject:${'\r\n a'.repeat(1_200_000)}\r\n\r\na`,
    'many.eml': `${'a: b\r\n'.repeat(800_000)}\r\na`,
    'blank.eml': `Content-Type: multipart/mixed;${' '.repeat(2_400_000)}boundary=${' '.repeat(2_400_000)}`,
  }),
  comesBack('character sets and encodings that are none', {
    'charset.eml': Buffer.concat([
      Buffer.from(statusReport('Action: failed', 'message/delivery-status; charset="=?no-such?="')),
      Buffer.from(Array.from({ length: 5000 }, (_, n) => n % 256)),
    ]),
    'encoding.eml': statusReport('Action: failed').replace(
      'message/delivery-status',
      'message/delivery-status\r\nContent-Transfer-Encoding: base64',
    ),
    'wide.eml': Buffer.from(statusReport('Action: failed'), 'utf16le'),
    'nothing.eml': '',
  }),
  comesBack('a report of three hundred thousand recipients', {
    'crowd.eml': statusReport('Action: failed\r\n\r\n'.repeat(270_000)),
  }),
  comesBack('pipes, folders and links to nowhere', {}, (folder) => {
    execFileSync('mkfifo', [join(folder, 'pipe.eml')])
    mkdirSync(join(folder, 'folder.eml'))
    symlinkSync('nowhere', join(folder, 'link.eml'))
    symlinkSync('/dev/zero', join(folder, 'zero.eml'))
  }),
  {
    id: 'C05',
    what: 'a letter whose template comes to no end',
    make: async ({ desk }) => {
      await openOffice(desk, {})
      desk.put('templates/mail/message.hbs', nested(16, 'x'))
    },
    args: ['mail', 'm.yaml', ...json],
    within: 40_000,
    expect: {
      exit: 1,
      faults: ['1:1 template/too-slow'],
      told: ['templates/mail/message.hbs'],
      writes: new RegExp(`^${lists}$`),
    },
  },
  {
    id: 'C05',
    what: 'a reminder that is longer than any',
    files: { ...reminder, 'templates/mail/text.hbs': nested(4, 'x'.repeat(100), 'resolutions') },
    args: ['mail', 'remind', ...json],
    env: { SOURCE_DATE_EPOCH: String(Date.UTC(2026, 11, 1, 8) / 1000) },
    within: 30_000,
    expect: { exit: 1, faults: ['1:1 template/too-long'], told: ['templates/mail/text.hbs'] },
  },
  written(
    'C05',
    'a line of a letter with four hundred thousand digits',
    {
      plan: {
        people: `people: [${[0, 1, 2].map((n) => `{ name: ${nameOf(n)}, language: en }`).join(', ')}]\n`,
      },
      files: { 'templates/mail/text.hbs': '۱'.repeat(400_000) },
    },
    (letters) =>
      expect(letters.map(({ text = '' }) => count(/۱/g, text))).toEqual([400_000, 400_000, 400_000]),
  ),
]

export const leftOut: LeftOut[] = []
