// Letters leave once and only once: to a server by TLS and login, or into a folder; asked before, told after.
import { spawn } from 'node:child_process'
import { readFileSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import PostalMime from 'postal-mime'
import { afterAll, expect, test } from 'vitest'
import { root, told, until } from './cli.ts'
import type { Desk, Ended } from './cli.ts'
import {
  addressOf,
  bytesOf,
  closeOffices,
  ledgerFile,
  ledgerOf,
  meetingText,
  nameOf,
  openOffice,
  settingsText,
  statesOf,
} from './mail/office.ts'
import { certificate, password, startServer, towards } from './mail/server.ts'

afterAll(closeOffices)

const everyone = [0, 1, 2].map(addressOf)
const once = Object.fromEntries(everyone.map((address) => [address, 1]))

async function openSender(server: { port: number }, plan = {}, more: object = {}): Promise<Desk> {
  const desk = await openOffice(plan, towards(server, more))
  desk.put('ca.pem', certificate.ca)
  return desk
}
const send = (desk: Desk, ...args: string[]): Promise<Ended> =>
  desk.run(['mail', 'm.yaml', '--send', ...args])

/** As a person at a terminal, who answers the question by these keys. */
async function atTerminal(desk: Desk, keys: string): Promise<{ code: number; said: string }> {
  const command = `${process.execPath} ${join(root, 'src/cli.ts')} mail m.yaml --send`
  const child = spawn('script', ['-qec', command, '/dev/null'], {
    cwd: desk.folder,
    env: { ...process.env, LC_ALL: 'C', TMPDIR: desk.temporary },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  desk.children.push(child)
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text))
  const ended = new Promise<number>((resolve) => void child.on('close', (code) => resolve(code ?? -1)))
  await until(() => said.includes('[y/N]') || child.exitCode !== null)
  child.stdin.write(keys)
  return { code: await ended, said }
}

test('each once: without a person to answer nothing leaves, and a second run sends nothing', async () => {
  await using server = await startServer({ authOptional: false })
  using desk = await openSender(server, {}, { user: 'office', password_file: 'secret/password' })
  desk.put('secret/password', `${password}\n`)

  const unasked = await send(desk)
  expect(unasked.code).toBe(2)
  expect(unasked.stderr).toContain('error mail/not-confirmed')
  expect([server.sessions, desk.has('mail')]).toEqual([0, false])

  const sent = await send(desk, '--yes')
  expect([sent.code, sent.stderr.split('\n').at(-2)]).toEqual([0, '3 sent'])
  expect(server.counts()).toEqual(once)
  for (const { from, to, raw, secure, user } of server.taken) {
    expect([from, to.length, secure, user]).toEqual(['office@example.ir', 1, true, 'office'])
    const { to: shown, cc, bcc, headers, messageId } = await PostalMime.parse(raw)
    expect([shown?.map(({ address }) => address), cc, bcc]).toEqual([to, undefined, undefined])
    expect(headers.map(({ key }) => key)).not.toContain('x-unsent')
    const row = (await ledgerOf(desk)).find(({ address }) => address === to[0])
    expect(messageId).toBe(`<${row?.messageId}>`)
    // What the server has is what was kept.
    expect(raw.equals(bytesOf(desk, `mail/outbox/${row?.eml}.eml`))).toBe(true)
  }
  expect(desk.files().filter((name) => name.includes('password'))).toEqual(['secret/password'])

  const again = await send(desk, '--yes')
  expect([again.code, again.stderr.split('\n').at(-2)]).toEqual([0, '0 sent; 3 in the ledger already'])
  // There is nothing to be asked either.
  const alone = await send(desk)
  expect(alone.stderr).not.toContain('not-confirmed')
  const rest = await desk.run(['mail', 'send'])
  expect([rest.code, rest.stderr]).toEqual([0, '0 sent\n'])
  expect(server.counts()).toEqual(once)

  const status = await desk.run(['mail', 'status', 'm.yaml'])
  const rows = status.stdout
    .trim()
    .split('\n')
    .map((line) => line.split('\t'))
  expect(
    rows.map(([, state, name, address, meeting, edition]) => [state, name, address, meeting, edition]),
  ).toEqual(everyone.map((address, n) => ['sent', nameOf(n), address, 'm', 'edition 1']))
  const persian = await desk.run(['mail', 'status'], { LC_ALL: 'fa_IR.UTF-8' })
  expect(persian.stdout.split('\n')[0]).toMatch(/^[0-9a-f]{10}\tرفت\t.*\tویرایش ۱\t/)
})

test('a password from the environment, and a person who answers', async () => {
  await using server = await startServer({ authOptional: false })
  using desk = await openSender(server, {}, { user: 'office' })
  const refused = await atTerminal(desk, 'n\n')
  expect(refused.said).toContain('Send 3 messages (smtp)?')
  expect([refused.code, server.sessions]).toEqual([2, 0])
  // The input ends: nobody has answered.
  const ended = await atTerminal(desk, '\u0004')
  expect([ended.code, server.sessions]).toEqual([2, 0])
  const broken = await atTerminal(desk, '\u0003')
  expect([broken.code, server.sessions]).toEqual([130, 0])
  process.env.JALASEH_SMTP_PASSWORD = password
  try {
    expect((await atTerminal(desk, 'y\n')).code).toBe(0)
  } finally {
    delete process.env.JALASEH_SMTP_PASSWORD
  }
  expect(server.counts()).toEqual(once)
})

test('a supplement follows its first letter; an edition that waits is cancelled by the next', async () => {
  await using server = await startServer()
  using desk = await openSender(server)
  await send(desk, '--yes')
  const first = (await ledgerOf(desk)).map(({ messageId }) => `<${messageId}>`)
  const drafts = readdirSync(join(desk.folder, 'out/m/mail'))

  desk.put('m.yaml', meetingText({ edition: 2 }))
  expect((await send(desk, '--since', '۱', '--yes')).code).toBe(0)
  const supplements = await Promise.all(server.taken.slice(3).map(({ raw }) => PostalMime.parse(raw)))
  expect(supplements.map(({ references }) => references).toSorted()).toEqual(first.toSorted())
  expect(supplements[0]?.text).toContain('ویرایش ۱')
  // It has a folder of its own.
  expect(readdirSync(join(desk.folder, 'out/m/mail')).filter((name) => name.endsWith('.eml'))).toEqual(
    drafts.filter((name) => name.endsWith('.eml')),
  )

  const closed = await startServer()
  await closed[Symbol.asyncDispose]()
  desk.put('jalaseh.yaml', settingsText(towards(closed)))
  const down = await send(desk, '--yes', '--json')
  expect([down.code, errors(down)]).toEqual([2, ['mail/connection']])
  desk.put('jalaseh.yaml', settingsText(towards(server)))
  desk.put('m.yaml', meetingText({ edition: 3 }))
  const third = await send(desk, '--yes', '--json')
  expect(third.code).toBe(0)
  const cancelled = told(third).filter(({ code }) => code === 'mail/cancelled')
  expect(cancelled).toHaveLength(3)
  expect(cancelled[0]).toMatchObject({ values: { name: nameOf(0), edition: '2' } })
  expect(server.taken).toHaveLength(9)
  const states = (await ledgerOf(desk)).map(({ kind, edition, state }) => `${kind} ${edition} ${state}`)
  expect([...new Set(states)].toSorted()).toEqual([
    'pack 1 sent',
    'pack 2 cancelled',
    'pack 3 sent',
    'supplement 2 sent',
  ])
})

const errors = (ended: Ended): string[] =>
  told(ended).flatMap(({ severity, code }) => (severity === 'error' ? [code] : []))

test('into a folder from which another program sends: each once', async () => {
  using desk = await openOffice({}, { deliver: 'outbox' })
  expect((await send(desk, '--yes')).code).toBe(0)
  const ready = (): string[] => readdirSync(join(desk.folder, 'mail/ready')).toSorted()
  const rows = await ledgerOf(desk)
  expect(ready()).toEqual(rows.map(({ id }) => `${id}.eml`).toSorted())
  for (const { id, address } of rows) {
    const letter = await PostalMime.parse(readFileSync(join(desk.folder, `mail/ready/${id}.eml`)))
    expect(letter.to?.map((to) => to.address)).toEqual([address])
  }
  expect(await statesOf(desk)).toEqual({
    'r1@example.ir': 'sent',
    'r2@example.ir': 'sent',
    'r3@example.ir': 'sent',
  })
  // Another program has taken one.
  rmSync(join(desk.folder, 'mail/ready', ready()[0]!))
  expect((await send(desk, '--yes')).code).toBe(0)
  expect((await desk.run(['mail', 'send', '--yes'])).code).toBe(0)
  expect(ready()).toHaveLength(2)
})

test('nothing is sent where the ledger is gone or damaged', async () => {
  await using server = await startServer()
  using desk = await openSender(server)
  await send(desk, '--yes')
  const file = ledgerFile(desk)
  const whole = readFileSync(file)
  for (const ending of ['', '-wal', '-shm']) rmSync(`${file}${ending}`, { force: true })
  for (const args of [
    ['m.yaml', '--send', '--yes'],
    ['send', '--yes'],
    ['status'],
    ['resolve', 'abcdef', 'sent'],
  ]) {
    const gone = await desk.run(['mail', ...args, '--json'])
    expect([args[0], gone.code, errors(gone)]).toEqual([args[0], 2, ['ledger/missing']])
  }
  expect(desk.has('mail/ledger.sqlite')).toBe(false)
  desk.put('mail/ledger.sqlite', Buffer.concat([whole.subarray(0, 200), Buffer.alloc(4000, 7)]))
  for (const args of [
    ['m.yaml', '--send', '--yes'],
    ['send', '--yes'],
    ['status'],
    ['resolve', 'abcdef', 'sent'],
  ]) {
    const damaged = await desk.run(['mail', ...args, '--json'])
    expect([args[0], damaged.code, errors(damaged)]).toEqual([args[0], 2, ['ledger/damaged']])
  }
  expect(server.counts()).toEqual(once)
  // What is written as drafts needs none.
  expect((await desk.run(['mail', 'm.yaml'])).code).toBe(0)
})
