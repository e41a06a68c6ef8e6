// A process that stores papers and says so of each, until it is killed in the middle of a step, as by kill -9.
// node adder.ts <archive> <first> <last> <step to die at, 0 for none> <how>
import { writeSync } from 'node:fs'
import { flushCompileCache } from 'node:module'
import { store } from '../../src/archive/store.ts'
import { disk } from '../../src/workspace/disk.ts'
import { faultyDisk } from './faulty-disk.ts'
import type { How } from './faulty-disk.ts'
import { noon, paperOf } from './papers.ts'

const [archive = '', first = '', last = '', at = '0', how = 'before'] = process.argv.slice(2)
// Who is killed keeps nothing for the next one to start faster.
flushCompileCache()
const end = (): void => void process.kill(process.pid, 'SIGKILL')
const mortal = faultyDisk(disk, { at: Number(at), how: how as How, end })
for (let n = Number(first); n <= Number(last); n++) {
  const stored = await store(archive, paperOf(`paper-${n}`), { disk: mortal, now: noon })
  if ('code' in stored) throw new Error(stored.code)
  writeSync(1, `${n} ${stored.added ? 'added' : 'there'}\n`)
}
