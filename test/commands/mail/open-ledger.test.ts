import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { knownLedger, openLedgerOf } from '../../../src/commands/mail/open-ledger.ts'
import { LedgerFailure } from '../../../src/ledger/ledger.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'open-ledger-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const failure = (work: () => unknown): string | undefined => {
  try {
    work()
    return undefined
  } catch (error) {
    return error instanceof LedgerFailure ? error.fault.code : String(error)
  }
}

test('a ledger is begun by the first that is queued, and known from then on', () => {
  expect(knownLedger(folder)).toBeUndefined()
  openLedgerOf(folder)[Symbol.dispose]()
  using known = knownLedger(folder)
  expect(known).toBeDefined()
})

test('none is begun where messages were queued before', () => {
  mkdirSync(join(folder, 'mail/outbox'), { recursive: true })
  expect(knownLedger(folder)).toBeUndefined()
  writeFileSync(join(folder, 'mail/outbox', 'abc.eml'), '')
  expect(failure(() => knownLedger(folder))).toBe('ledger/missing')
  expect(failure(() => openLedgerOf(folder))).toBe('ledger/missing')
})
