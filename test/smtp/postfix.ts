// Run by postfix.sh, as root of a system that goes away: sets Postfix up, sends by our sender, and reads what came back.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import assert from 'node:assert/strict'
import { readReports } from '../../src/smtp/bounce.ts'
import { serverCertificate } from './certificates.ts'
import { Desk } from './desk.ts'

const port = 2525
const mails = 50
const largest = 100_000

const run = (command: string, ...args: string[]): string => execFileSync(command, args, { encoding: 'utf8' })
const { ca, cert, key } = await serverCertificate()
writeFileSync('/etc/postfix/office.pem', `${key}${cert}`, { mode: 0o600 })
const readers = Array.from({ length: 5 }, (_, n) => `reader${n}`)
for (const user of [...readers, 'office']) run('useradd', '-m', user)
const settings = {
  myhostname: 'mx.example.ir',
  mydestination: 'example.ir, localhost',
  inet_interfaces: '127.0.0.1',
  inet_protocols: 'ipv4',
  home_mailbox: 'Maildir/',
  mailbox_command: '',
  // Who nobody is shows only when the message is with us, so that a report comes back.
  local_recipient_maps: '',
  message_size_limit: String(largest),
  smtpd_tls_security_level: 'encrypt',
  smtpd_tls_chain_files: '/etc/postfix/office.pem',
  smtpd_relay_restrictions: 'permit_mynetworks, reject',
  smtpd_recipient_restrictions:
    'check_recipient_access inline:{{refused@example.ir = 550 5.7.1 not wanted here}}',
  maillog_file: '/var/log/postfix.log',
  maillog_file_prefixes: '/var',
  bounce_queue_lifetime: '1m',
}
run('postconf', '-e', ...Object.entries(settings).map(([name, value]) => `${name} = ${value}`))
run('postconf', '-M', `127.0.0.1:${port}/inet=127.0.0.1:${port} inet n - n - - smtpd`)
run('postconf', '-MX', 'smtp/inet')
run('postconf', '-F', '*/*/chroot = n')
run('postfix', 'start')
console.log(`Postfix ${run('postconf', '-h', 'mail_version').trim()}`)

const inbox = (user: string): string[] => {
  const folder = `/home/${user}/Maildir/new`
  return existsSync(folder)
    ? readdirSync(folder).map((name) => readFileSync(join(folder, name), 'latin1'))
    : []
}
try {
  using desk = new Desk()
  const plus = (n: number): string => `${readers[n % readers.length]}+${n}@example.ir`
  run('postconf', '-e', 'recipient_delimiter = +')
  run('postfix', 'reload')
  await pause(1000)
  const good = Array.from({ length: mails - 3 }, (_, n) => plus(n))
  await desk.put([...good, 'unknown@example.ir', 'refused@example.ir'])
  await desk.put(['reader0+large@example.ir'], largest * 2)
  const result = await desk.send(port, {
    settings: { host: 'localhost', security: 'starttls', ca, connections: 3 } as never,
  })
  console.log('sender', JSON.stringify(result))
  assert.deepEqual([result.sent, result.failed, result.retry, result.unknown], [mails - 2, 2, 0, 0])

  const list = await desk.ledger.list()
  const queueIds = list.flatMap(({ response = '' }) => /queued as (\w+)/.exec(response)?.[1] ?? [])
  assert.equal(new Set(queueIds).size, mails - 2)
  console.log(`${queueIds.length} queue ids, e.g. ${queueIds[0]}`)
  for (const { address, state, response, error } of list.filter(({ state }) => state === 'failed'))
    console.log(address, state, response ?? error)

  const arrived = (): string[] => readers.flatMap(inbox)
  for (let n = 0; n < 100 && (arrived().length < good.length || inbox('office').length < 1); n++)
    await pause(200)
  const ids = arrived().map((text) => /^Message-ID: <([^>]+)>/im.exec(text)?.[1] ?? '')
  assert.equal(ids.length, good.length)
  assert.equal(new Set(ids).size, good.length)
  const byAddress = new Map(list.map((one) => [one.address, one]))
  for (const address of good) assert.ok(ids.includes(byAddress.get(address)?.messageId ?? ''))
  console.log(`${ids.length} in the mailboxes, none twice`)

  const reports = inbox('office').flatMap((text) => readReports(Buffer.from(text, 'latin1')))
  console.log('reports', JSON.stringify(reports))
  const unknown = byAddress.get('unknown@example.ir')
  assert.equal(reports.length, 1)
  assert.equal(reports[0]?.envelopeId, unknown?.id.slice(0, 32))
  assert.equal(reports[0]?.messageId, unknown?.messageId)
  const entered = await desk.ledger.enterReport(reports[0]!, new Date(), 'reports')
  assert.equal(entered?.delivery.state, 'failed')
  console.log('unknown@example.ir', entered?.delivery.state, entered?.delivery.error)
} finally {
  run('postfix', 'stop')
}
