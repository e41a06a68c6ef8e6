/** What the benchmarks share: timing, medians, the command line as a child process, and a folder that goes away. */
import { spawn } from 'node:child_process'
import type { ChildProcess, SpawnOptions } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** One line of the result. */
export interface Figure {
  name: string
  /** The measured value and its unit; undefined where it could not be measured here. */
  value: number | undefined
  unit: 'ms' | 'MB' | 'pages'
  /** What the value is held against. */
  peer?: { name: string; value: number | undefined }
  /** The most the ratio to the peer, or the value where `of` says so, should be. */
  aim?: { of: 'ratio' | 'value'; most: number }
  note?: string
}

export const root = join(import.meta.dirname, '..', '..')
/** The command as it is installed (npm run prepack), and as it runs in a clone. */
export const installed = join(root, 'dist', 'cli.js')
export const inClone = join(root, 'src', 'cli.ts')
export const example = join(root, 'data', 'export-working-group.yaml')

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  const [low = NaN, high = NaN] = [sorted[sorted.length % 2 ? middle : middle - 1], sorted[middle]]
  return (low + high) / 2
}

export async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

/** Measures several works in turn (A B A B …), so that what else the machine does falls on all of them alike. */
export async function inTurn(rounds: number, works: (() => Promise<unknown>)[]): Promise<number[]> {
  const times: number[][] = works.map(() => [])
  for (let round = 0; round < rounds; round++) {
    for (const [index, work] of works.entries()) times[index]?.push(await timed(work))
  }
  return times.map(median)
}

export function startCli(args: string[], cwd: string, program = installed): ChildProcess {
  const child = spawn(process.execPath, [program, ...args], { cwd, stdio: ['ignore', 'pipe', 'pipe'] })
  running.add(child)
  child.once('exit', () => running.delete(child))
  return child
}

/** Runs to the end and gives what was printed. */
export async function finished(child: ChildProcess): Promise<string> {
  let out = ''
  let err = ''
  child.stdout?.on('data', (chunk: Buffer) => (out += chunk.toString()))
  child.stderr?.on('data', (chunk: Buffer) => (err += chunk.toString()))
  const [code, signal] = (await once(child, 'close')) as [number | null, string | null]
  if (code !== 0)
    throw new Error(`${child.spawnargs.slice(0, 4).join(' ')} ended with ${code ?? signal}\n${err}`)
  return out
}

export async function run(command: string, args: string[], options: SpawnOptions): Promise<void> {
  await finished(spawn(command, args, { ...options, stdio: ['ignore', 'ignore', 'pipe'] }))
}

const running = new Set<ChildProcess>()
process.once('exit', () => {
  for (const child of running) child.kill()
})
// An interrupted run ends by way of 'exit', where what it started and its folders go.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit())

/** Lends a folder that everyone may read, and removes it. */
export async function withFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'jalaseh-bench-'))
  const remove = (): void => rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  process.once('exit', remove)
  chmodSync(folder, 0o755)
  try {
    return await work(folder)
  } finally {
    remove()
    process.off('exit', remove)
  }
}
