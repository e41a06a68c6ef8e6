// The command killed or interrupted at any moment, and run twice at once: no address gets two, and every letter is accounted for.
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { until } from './cli.ts'
import type { Desk } from './cli.ts'
import { addressOf, closeOffices, ledgerFile, ledgerOf, openOffice, settingsText } from './mail/office.ts'
import { certificate, startServer, towards } from './mail/server.ts'
import type { Server } from './mail/server.ts'

afterAll(closeOffices)

const recipients = 60
const kills = 15
const between = (least: number, most: number): number => least + Math.random() * (most - least)
const whole = ['mail', 'm.yaml', '--send', '--yes']
const rest = ['mail', 'send', '--yes']

async function openSender(server: Server): Promise<Desk> {
  const desk = await openOffice({ recipients }, towards(server))
  desk.put('ca.pem', certificate.ca)
  return desk
}

/** The time that leases take, without the wait. */
function pass(desk: Desk): void {
  if (!desk.has('mail/ledger.sqlite')) return
  using database = new DatabaseSync(ledgerFile(desk))
  database.exec('update delivery set lease_until = 0 where lease_until is not null')
}

const twice = (server: Server): string[] =>
  Object.entries(server.counts()).flatMap(([address, count]) => (count > 1 ? address : []))

test(`killed ${kills} times over ${recipients} letters`, { timeout: 120_000 }, async () => {
  await using server = await startServer({ delay: () => between(30, 120) })
  using desk = await openSender(server)
  for (let n = 0; n < kills; n++) {
    const before = server.taken.length
    const run = desk.start(whole)
    // In the middle of sending, or anywhere.
    if (n % 3 === 0) await Promise.race([pause(between(0, 1500)), run.ended])
    else {
      const some = before + Math.floor(between(1, 5))
      await until(() => server.taken.length >= some || run.child.exitCode !== null)
      await pause(between(0, 120))
    }
    run.child.kill('SIGKILL')
    await run.ended
    pass(desk)
  }
  expect((await desk.run(rest)).code).toBeLessThan(2)
  expect((await desk.run(rest)).stderr).toBe('0 sent\n')

  expect(twice(server)).toEqual([])
  const rows = await ledgerOf(desk)
  const counts = server.counts()
  expect(rows).toHaveLength(recipients)
  expect(rows.filter(({ state }) => state !== 'sent' && state !== 'unknown')).toEqual([])
  expect(rows.filter(({ state, address }) => state === 'sent' && counts[address] !== 1)).toEqual([])
  // A doubt is explained, and no kill leaves more of them than there are connections.
  const doubts = rows.filter(({ state }) => state === 'unknown')
  expect(doubts.length).toBeLessThanOrEqual(kills * 3)
  for (const { history, error } of doubts) {
    expect(history.map(({ what }) => what)).toEqual(expect.arrayContaining(['dot', 'unknown']))
    expect(error).toBeTruthy()
  }
})

test('two at once, and one that is interrupted', { timeout: 60_000 }, async () => {
  await using server = await startServer({ delay: () => between(10, 40) })
  using desk = await openSender(server)
  desk.put('jalaseh.yaml', settingsText(towards({ port: 1 })))
  expect((await desk.run(whole)).code).toBe(2)
  desk.put('jalaseh.yaml', settingsText(towards(server)))

  const run = desk.start(rest)
  await until(() => server.taken.length >= 5)
  run.child.kill('SIGINT')
  const interrupted = await run.ended
  expect(interrupted.code).toBe(130)
  const states = new Set((await ledgerOf(desk)).map(({ state }) => state))
  expect([...states].toSorted()).toEqual(['queued', 'sent'])
  expect(interrupted.stderr).toContain(`${server.taken.length} sent`)

  const both = await Promise.all([desk.run(rest), desk.run(rest)])
  expect(both.map(({ code }) => code)).toEqual([0, 0])
  expect(server.counts()).toEqual(
    Object.fromEntries(Array.from({ length: recipients }, (_, n) => [addressOf(n), 1])),
  )
  expect([...new Set((await ledgerOf(desk)).map(({ state }) => state))]).toEqual(['sent'])
})

test('two that begin at once with the same meeting', { timeout: 60_000 }, async () => {
  await using server = await startServer()
  using desk = await openSender(server)
  const both = await Promise.all([desk.run(whole), desk.run(whole)])
  // One may find that the other is writing the same letters; then it has queued nothing.
  const strange = both.filter(({ code, stderr }) => code !== 0 && !/error (?:ledger|pack)\/busy/.test(stderr))
  expect(strange).toEqual([])
  expect((await desk.run(whole)).code).toBe(0)
  expect(server.counts()).toEqual(
    Object.fromEntries(Array.from({ length: recipients }, (_, n) => [addressOf(n), 1])),
  )
})
