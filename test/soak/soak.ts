/**
 * `npm run soak [-- documents]`: papers of 500 meetings in one process and two tabs, every twentieth hostile and the browser
 * killed four times. Memory, open files and temporary entries have to stay flat, and the last hundred to come as fast as the
 * first. Exits with 1 where they do not.
 */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { makePapers } from '../../src/commands/make-papers.ts'
import { openPress } from '../../src/commands/press.ts'
import { largeMeeting } from '../bench/large-meeting.ts'
import { shareOf } from '../bench/memory.ts'
import { browsers } from '../e2e/cli.ts'
import { hostileMeetings } from './hostile.ts'

const documents = Number(process.argv[2] ?? 500)
const everyHostile = 20
const chunk = 20
const kills = 4
/** Of the first part of the run, which the last is compared with. */
const part = 0.2
const leastThroughput = 0.9
/** What may be left over a run in a process that collects its garbage when it likes. */
const mostGrowth = 1.25

const base = mkdtempSync(join(tmpdir(), 'soak-'))
const temporary = join(base, 'tmp')
mkdirSync(temporary, { mode: 0o755 })
process.env.TMPDIR = temporary
const folder = join(base, 'work')
mkdirSync(folder)

const host = {
  cwd: folder,
  now: new Date(),
  language: 'en' as const,
  signal: new AbortController().signal,
  out: () => {},
  err: () => {},
  confirm: async () => false,
  terminal: false,
}
const options = { kinds: ['briefing'], out: 'out', html: false, archival: false }

interface Sample {
  done: number
  milliseconds: number
  /** MB of this process. */
  own: number
  /** MB of the browser with all that it started. */
  browser: number
  files: number
  entries: number
}

const openFiles = (): number => readdirSync('/proc/self/fd').length
const browserMemory = (): number => browsers(temporary).reduce((sum, { pid }) => sum + shareOf(pid), 0)

const hostile = hostileMeetings(folder)
const samples: Sample[] = []
const wrong: string[] = []
{
  await using press = openPress(host.signal)
  for (let from = 0; from < documents; from += chunk) {
    const numbers = Array.from({ length: Math.min(chunk, documents - from) }, (_, n) => from + n + 1)
    const files = numbers
      .filter((n) => n % everyHostile !== 0)
      .map((n) => {
        const file = `meeting-${n}.yaml`
        writeFileSync(join(folder, file), largeMeeting({ rows: 6, number: n }))
        return file
      })
    const isKilled = from > 0 && from % (Math.ceil(documents / (kills + 1) / chunk) * chunk) === 0
    const begin = performance.now()
    const work = makePapers(files, options, host, press)
    if (isKilled) {
      await pause(300)
      const browser = browsers(temporary).find(({ type }) => type === 'browser')
      if (browser) process.kill(browser.pid, 'SIGKILL')
    }
    const { made, faults } = await work
    const milliseconds = performance.now() - begin
    if (made.length !== files.length)
      wrong.push(
        `${made.length} of ${files.length} papers: ${[...new Set(faults.map(({ code }) => code))].join(', ')}`,
      )
    for (const n of numbers.filter((one) => one % everyHostile === 0)) {
      const { file, code } = hostile[(n / everyHostile) % hostile.length]!
      const bad = await makePapers([file], options, host, press)
      const codes = bad.faults.filter(({ severity }) => severity === 'error').map((one) => one.code)
      if (!codes.includes(code)) wrong.push(`${file}: ${codes.join(', ') || 'no fault'} in place of ${code}`)
    }
    rmSync(join(folder, 'out'), { recursive: true, force: true })
    samples.push({
      done: from + numbers.length,
      milliseconds: isKilled ? NaN : milliseconds / files.length,
      own: shareOf(process.pid),
      browser: browserMemory(),
      files: openFiles(),
      entries: readdirSync(temporary).length,
    })
    const last = samples.at(-1)!
    console.log(
      `${last.done}: ${last.milliseconds.toFixed(0)} ms a paper, ${last.own.toFixed(0)} + ${last.browser.toFixed(0)} MB, ${last.files} files, ${last.entries} temporary entries`,
    )
  }
}
// The system takes a moment to bury what was killed.
for (let tries = 0; tries < 50 && browsers(temporary).length > 0; tries++) await pause(100)
const left = [...readdirSync(temporary), ...browsers(temporary).map(({ pid }) => `process ${pid}`)]
rmSync(base, { recursive: true, force: true })

const edge = Math.max(2, Math.round(samples.length * part))
const median = (values: number[]): number => {
  const sorted = values.filter((value) => !Number.isNaN(value)).toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? NaN
}
// The first chunk starts the browser and compiles the code.
const of = (key: keyof Sample): [number, number] => [
  median(samples.slice(1, 1 + edge).map((one) => one[key])),
  median(samples.slice(-edge).map((one) => one[key])),
]
const [slow, fast] = of('milliseconds')
const throughput = slow / fast
const [ownBefore, ownAfter] = of('own')
const [browserBefore, browserAfter] = of('browser')
const [filesBefore, filesAfter] = of('files')
const [entriesBefore, entriesAfter] = of('entries')
console.log(`throughput at the end: ${(throughput * 100).toFixed(0)} % of the start`)
console.log(
  `memory: ${ownBefore.toFixed(0)} + ${browserBefore.toFixed(0)} MB, then ${ownAfter.toFixed(0)} + ${browserAfter.toFixed(0)} MB`,
)
console.log(
  `open files: ${filesBefore}, then ${filesAfter}; temporary entries: ${entriesBefore}, then ${entriesAfter}`,
)
if (throughput < leastThroughput) wrong.push('the end is slower than the start')
if (ownAfter > ownBefore * mostGrowth) wrong.push('memory grew')
if (browserAfter > browserBefore * mostGrowth) wrong.push('memory of the browser grew')
if (filesAfter > filesBefore + 2) wrong.push('files stay open')
if (entriesAfter > entriesBefore) wrong.push('temporary entries stay')
if (left.length > 0) wrong.push(`left behind: ${left.join(', ')}`)
for (const line of wrong) console.log(`wrong: ${line}`)
process.exitCode = wrong.length > 0 ? 1 : 0
