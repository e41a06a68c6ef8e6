import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openLedgerOf } from '../../../src/commands/mail/open-ledger.ts'
import { queue } from '../../../src/commands/mail/queue.ts'
import { LedgerFailure } from '../../../src/ledger/ledger.ts'
import { deliveryOf, messageText } from '../../smtp/desk.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'queue-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const host = { now: new Date('2026-12-01T08:00:00Z'), signal: new AbortController().signal }
const kept = (address: string, text?: string) => {
  const row = deliveryOf(address)
  const path = join(folder, `${address}.eml`)
  writeFileSync(path, text ?? messageText(row.id, address))
  return { row, path }
}

test('each message is kept by its hash, and queued', async () => {
  using ledger = openLedgerOf(folder)
  const all = [kept('a@example.ir'), kept('b@example.ir')]
  expect(await queue(ledger, folder, all, 'test', host)).toMatchObject({ queued: 2, there: [] })
  const names = all.map(({ row }) => `${row.eml}.eml`).toSorted()
  expect(readdirSync(join(folder, 'mail/outbox')).toSorted()).toEqual(names)
})

test('a letter that another run has overwritten meanwhile keeps all of them from being queued', async () => {
  using ledger = openLedgerOf(folder)
  const all = [kept('a@example.ir'), kept('b@example.ir', 'of another run')]
  const failed = await queue(ledger, folder, all, 'test', host).catch((error: unknown) => error)
  expect(failed).toBeInstanceOf(LedgerFailure)
  expect((failed as LedgerFailure).fault.code).toBe('ledger/busy')
  expect(await ledger.list()).toEqual([])
  expect(readdirSync(join(folder, 'mail/outbox'))).toEqual([`${all[0]!.row.eml}.eml`])
})

test('who is told to end queues nothing', async () => {
  using ledger = openLedgerOf(folder)
  const told = { ...host, signal: AbortSignal.abort('told') }
  await expect(queue(ledger, folder, [kept('a@example.ir')], 'test', told)).rejects.toBe('told')
  expect(await ledger.list()).toEqual([])
})
