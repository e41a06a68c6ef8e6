/** Takes a lock again and again, each time at the same moment as another thread, and tells how often it had it. */
import { parentPort, workerData } from 'node:worker_threads'
import { tryLock } from '../../src/archive/lock.sqlite.ts'

const { path, rounds, at } = workerData as { path: string; rounds: number; at: SharedArrayBuffer }
const come = new Int32Array(at)
/** Both have come when the count is even and beyond what it was. */
function meet(n: number): void {
  Atomics.add(come, 0, 1)
  Atomics.notify(come, 0)
  for (let seen = Atomics.load(come, 0); seen < 2 * n; seen = Atomics.load(come, 0))
    Atomics.wait(come, 0, seen)
}
const had: boolean[] = []
for (let n = 0; n < rounds; n++) {
  meet(2 * n + 1)
  const lock = tryLock(path)
  meet(2 * n + 2)
  had.push(lock !== undefined)
  lock?.[Symbol.dispose]()
}
parentPort!.postMessage(had)
