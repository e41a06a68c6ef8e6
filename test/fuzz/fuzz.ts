// npm run fuzz [-- --seconds 60 --seed any-word target …]: cases of each target until its time is over. What shows a fault
// is written to corpus/<target>/ and tried by every `npm test` from then on.
import { fork } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Told } from './fuzz-child.ts'
import { printSeeds, seedFolder } from './printed.ts'
import { caseOf, corpusFolder, corpusOf, faultOf, nameOf } from './target.ts'
import type { Finding } from './target.ts'
import { targets } from './targets.ts'

const { values, positionals } = parseArgs({
  options: { seconds: { type: 'string', default: '30' }, seed: { type: 'string' } },
  allowPositionals: true,
})
const seconds = Number(values.seconds)
const seed = values.seed ?? String(Date.now())
const names = positionals.length > 0 ? positionals : Object.keys(targets)
const unknown = names.filter((name) => !(name in targets))
/** In milliseconds: a case that takes longer is ended, and its process with it. */
const longest = 20_000
/** For JavaScript, of the process that tries; as for a thread that reads an annex. */
const mostMegabytes = 900
/** Of one kind; the rest would say the same. */
const mostAlike = 3

if (unknown.length > 0 || !(seconds > 0)) {
  process.stderr.write(`targets: ${Object.keys(targets).join(', ')}\n`)
  process.exit(2)
}
const folder = mkdtempSync(join(tmpdir(), 'jalaseh-fuzz-'))
let found = 0
try {
  process.env[seedFolder] = folder
  await printSeeds(folder)
  process.stdout.write(`seed ${seed}, ${seconds} s a target\n`)
  for (const name of names) {
    const again = await replay(name)
    const { cases, findings } = await run(name, Date.now() + seconds * 1000)
    const fresh = [...again, ...findings]
    fresh.forEach(keep)
    found += fresh.length
    process.stdout.write(`${name}: ${cases} cases, ${fresh.length} findings\n`)
    for (const { what } of fresh) process.stdout.write(`  ${what.replaceAll('\n', '\n  ')}\n`)
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
process.exitCode = found > 0 ? 1 : 0

async function replay(target: string): Promise<Finding[]> {
  const one = await targets[target]!()
  const findings: Finding[] = []
  for (const [name, bytes] of corpusOf(target)) {
    const what = await faultOf(one, bytes)
    if (what !== undefined) findings.push({ target, bytes, what: `${name}: ${what}` })
  }
  return findings
}

/** Process after process: one that hangs or falls is followed by one that goes on with the next case. */
async function run(name: string, end: number): Promise<{ cases: number; findings: Finding[] }> {
  const target = await targets[name]!()
  const findings: Finding[] = []
  const kinds = new Map<string, number>()
  const add = (n: number, what: string): void => {
    const kind = /^ +at .*(?:\n +at .*)?/m.exec(what)?.[0] ?? what.replace(/\d+/g, '')
    const alike = (kinds.get(kind) ?? 0) + 1
    kinds.set(kind, alike)
    if (alike <= mostAlike)
      findings.push({ target: name, bytes: caseOf(target, seed, n), what: `case ${n}: ${what}` })
  }
  let first = 0
  while (Date.now() < end) first = await tries(name, first, end, add)
  return { cases: first, findings }
}

/** The number of the case that comes next. */
function tries(
  name: string,
  first: number,
  end: number,
  add: (n: number, what: string) => void,
): Promise<number> {
  const file = join(folder, 'case')
  writeFileSync(file, '')
  /** Undefined while the process loads what it needs. */
  const now = (): number | undefined => numberIn(readFileSync(file, 'utf8'))
  const child = fork(
    join(import.meta.dirname, 'fuzz-child.ts'),
    [name, seed, String(first), String(end), file],
    {
      execArgv: [`--max-old-space-size=${mostMegabytes}`],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    },
  )
  let next: number | undefined
  let hung = false
  let last = { n: now(), since: Date.now() }
  const watch = setInterval(() => {
    const n = now()
    if (n !== last.n) last = { n, since: Date.now() }
    else if (n !== undefined && Date.now() - last.since > longest) hung = child.kill('SIGKILL')
  }, 200)
  child.on('message', (told: Told) => {
    if ('done' in told) next = told.done
    else add(told.n, told.what)
  })
  return new Promise((resolve) => {
    child.once('close', (code, signal) => {
      clearInterval(watch)
      if (next !== undefined) return resolve(next)
      const n = now() ?? first
      add(n, hung ? `no end after ${longest} ms` : `the process ended: ${signal ?? code}`)
      resolve(n + 1)
    })
  })
}

function keep(finding: Finding): void {
  const to = join(corpusFolder, finding.target)
  mkdirSync(to, { recursive: true })
  writeFileSync(join(to, nameOf(finding)), finding.bytes)
}

function numberIn(text: string): number | undefined {
  return text.trim() === '' ? undefined : Number(text)
}
