/**
 * The process in which the cases of one target are tried. It writes the number of each into a file before, so that one that
 * never ends, or takes the process with it, is known.
 */
import { openSync, writeSync } from 'node:fs'
import { caseOf, faultOf } from './target.ts'
import { targets } from './targets.ts'

/** Case and fault, or how many cases there were. */
export type Told = { n: number; what: string } | { done: number }

const [name = '', seed = '', first = '', end = '', file = ''] = process.argv.slice(2)
const target = await targets[name]!()
const at = openSync(file, 'w')
let n = Number(first)
for (; Date.now() < Number(end); n++) {
  writeSync(at, String(n).padStart(12), 0)
  const what = await faultOf(target, caseOf(target, seed, n))
  if (what !== undefined) process.send?.({ n, what } satisfies Told)
}
process.send?.({ done: n } satisfies Told, () => process.disconnect())
