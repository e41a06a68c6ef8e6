// The file of the ledger is the truth: whatever is wrong with it, it is said and left as it was.
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Worker } from 'node:worker_threads'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { LedgerFailure, openLedger } from '../../src/ledger/ledger.ts'
import { deliveryOf } from '../smtp/desk.ts'

let folder = ''
let file = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ledger-'))
  file = join(folder, 'mail', 'ledger.sqlite')
})
afterEach(() => rmSync(folder, { recursive: true }))

function failure(): string {
  try {
    openLedger(file)[Symbol.dispose]()
    return 'none'
  } catch (error) {
    if (error instanceof LedgerFailure) return error.fault.code
    throw error
  }
}
async function fill(count: number): Promise<void> {
  using ledger = openLedger(file)
  await ledger.enqueue(
    Array.from({ length: count }, (_, n) => deliveryOf(`n${n}@example.ir`)),
    new Date(0),
    'office',
  )
}

describe('a ledger', () => {
  it('is made with its folder, keeps what is put in, and leaves no draft', async () => {
    await fill(3)
    using ledger = openLedger(file)
    expect(await ledger.list()).toHaveLength(3)
    expect(readdirSync(join(folder, 'mail')).filter((name) => name.includes('draft'))).toEqual([])
  })

  it('is on the disk with every commit', async () => {
    await fill(1)
    using database = new DatabaseSync(file)
    expect(database.prepare('pragma journal_mode').get()).toEqual({ journal_mode: 'wal' })
  })

  it('is one, when several make it at once', async () => {
    mkdirSync(join(folder, 'mail'))
    const source = `import { openLedger } from ${JSON.stringify(new URL('../../src/ledger/ledger.ts', import.meta.url).href)}
import { workerData, parentPort } from 'node:worker_threads'
const ledger = openLedger(workerData.file)
await ledger.enqueue(workerData.rows, new Date(0), 'office')
ledger[Symbol.dispose]()
parentPort.postMessage('done')`
    const url = new URL(`data:text/javascript,${encodeURIComponent(source)}`)
    await Promise.all(
      [0, 1, 2, 3].map(
        (n) =>
          new Promise((resolve, reject) => {
            const rows = [deliveryOf(`n${n}@example.ir`)]
            new Worker(url, { workerData: { file, rows } }).once('error', reject).once('exit', resolve)
          }),
      ),
    )
    using ledger = openLedger(file)
    expect(await ledger.list()).toHaveLength(4)
  })
})

describe('is refused and left as it is', () => {
  it.each([
    ['words', () => writeFileSync(file, 'this is no database')],
    ['nothing', () => writeFileSync(file, '')],
    ['zeros', () => writeFileSync(file, '\0'.repeat(8192))],
    [
      'another program',
      () => {
        using other = new DatabaseSync(file)
        other.exec('create table delivery (x)')
      },
    ],
  ])('what is of %s', (_, make) => {
    mkdirSync(join(folder, 'mail'))
    make()
    const before = readFileSync(file)
    expect(failure()).toBe('ledger/damaged')
    expect(readFileSync(file)).toEqual(before)
  })

  it('one with pages that were overwritten, or are gone', async () => {
    await fill(400)
    const whole = readFileSync(file)
    expect(whole.length).toBeGreaterThan(100_000)
    writeFileSync(
      file,
      Buffer.concat([whole.subarray(0, 20_480), Buffer.alloc(20_480, 7), whole.subarray(40_960)]),
    )
    expect(failure()).toBe('ledger/damaged')
    writeFileSync(file, whole)
    expect(failure()).toBe('none')
    truncateSync(file, 40_960)
    expect(failure()).toBe('ledger/damaged')
    truncateSync(file, 0)
    expect(failure()).toBe('ledger/damaged')
  })

  it('one of a later program', async () => {
    await fill(2)
    const database = new DatabaseSync(file)
    database.exec('pragma user_version = 99')
    database.close()
    const before = readFileSync(file)
    expect(failure()).toBe('ledger/newer')
    expect(readFileSync(file)).toEqual(before)
  })

  it('a folder in its place, or no way to it', () => {
    mkdirSync(file, { recursive: true })
    expect(failure()).toBe('ledger/unwritable')
    rmSync(join(folder, 'mail'), { recursive: true })
    writeFileSync(join(folder, 'mail'), '')
    expect(failure()).toBe('ledger/unwritable')
  })
})

it('one that others write in for long is busy', async () => {
  await fill(1)
  using ledger = openLedger(file)
  using other = new DatabaseSync(file)
  other.exec('begin immediate')
  const claiming = ledger.claim({ owner: 's', count: 1, now: new Date(1), lease: 1 })
  await expect(claiming).rejects.toMatchObject({ fault: { code: 'ledger/busy' } })
  other.exec('rollback')
  expect(await ledger.claim({ owner: 's', count: 1, now: new Date(1), lease: 1 })).toHaveLength(1)
}, 20_000)
