import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { expect, test } from 'vitest'

test('of two who come at the same moment one has the lock', { timeout: 60_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lock-'))
  try {
    const rounds = 150
    const workerData = { path: join(folder, '.lock'), rounds, at: new SharedArrayBuffer(4) }
    const both = await Promise.all(
      [1, 2].map(
        () =>
          new Promise<boolean[]>((resolve, reject) => {
            const worker = new Worker(join(import.meta.dirname, 'lock-taker.ts'), { workerData })
            worker.once('message', resolve).once('error', reject)
          }),
      ),
    )
    const holders = Array.from({ length: rounds }, (_, n) => both.filter((had) => had[n]).length)
    expect(holders.filter((count) => count > 1)).toEqual([])
    expect(holders.filter((count) => count === 0)).toEqual([])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
