/**
 * `npm run bench [-- part …] [-- --json]`: how long papers and searches take, and against what. Figures are not tests: it always
 * exits with 0.
 */
import { cpus } from 'node:os'
import { archive } from './archive.ts'
import { batch } from './batch.ts'
import { cold } from './cold.ts'
import { finish } from './finish.ts'
import { large } from './large.ts'
import { mail } from './mail.ts'
import type { Figure } from './measure.ts'
import { pack } from './pack.ts'
import { rebuild } from './rebuild.ts'
import { register } from './register.ts'
import { search } from './search.ts'
import { toTable, withVerdict } from './table.ts'

const parts = { cold, rebuild, batch, large, finish, archive, search, register, pack, mail }
const wanted = process.argv.slice(2).filter((word) => !word.startsWith('-'))
const figures: Figure[] = []
const failed: Record<string, string> = {}
for (const [name, measure] of Object.entries(parts)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  process.stderr.write(`${name} …\n`)
  try {
    figures.push(...(await measure()))
  } catch (error) {
    failed[name] = error instanceof Error ? error.message : String(error)
  }
}

const machine = { node: process.version, system: process.platform, processors: cpus().length }
if (process.argv.includes('--json')) {
  console.log(JSON.stringify({ machine, figures: figures.map(withVerdict), failed }, null, 2))
} else {
  console.log(toTable(figures))
  for (const [name, reason] of Object.entries(failed)) console.log(`${name} was not measured: ${reason}`)
}
