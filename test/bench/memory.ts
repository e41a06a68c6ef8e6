/** The most memory that a process and its children take, looked at every few milliseconds; Linux only. */
import { readFileSync } from 'node:fs'

const everyMilliseconds = 25
/** To add up what is shared takes the system a few milliseconds for each process. */
const togetherMilliseconds = 75
const kilobyte = 1024
const megabyte = 1e6

/** Starts to watch; the function it gives ends the watch and says the peaks in MB. */
export function peakMemory(pid: number | undefined): () => { own: number; browser: number } | undefined {
  if (pid === undefined || process.platform !== 'linux') return () => undefined
  let own = 0
  let browser = 0
  const look = (): void => {
    own = Math.max(own, memoryOf(pid, 'VmHWM'))
    browser = Math.max(
      browser,
      childrenOf(pid).reduce((sum, child) => sum + memoryOf(child, 'VmRSS'), 0),
    )
  }
  const timer = setInterval(look, everyMilliseconds)
  timer.unref()
  return () => {
    clearInterval(timer)
    return { own, browser }
  }
}

/**
 * The same for all of them together, in MB: their proportional sets, in which what several share counts once; of a process
 * whose sets nobody may see, the resident one.
 */
export function peakTogether(pid: number | undefined): () => number | undefined {
  if (pid === undefined || process.platform !== 'linux') return () => undefined
  let most = 0
  const timer = setInterval(() => {
    const sum = [pid, ...childrenOf(pid)].reduce((total, one) => total + shareOf(one), 0)
    most = Math.max(most, sum)
  }, togetherMilliseconds)
  timer.unref()
  return () => {
    clearInterval(timer)
    return most
  }
}

export function shareOf(pid: number): number {
  const kilobytes = /^Pss:\s*(\d+) kB/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1]
  return kilobytes === undefined ? memoryOf(pid, 'VmRSS') : (Number(kilobytes) * kilobyte) / megabyte
}

function memoryOf(pid: number, field: 'VmHWM' | 'VmRSS'): number {
  const kilobytes = new RegExp(`^${field}:\\s*(\\d+) kB`, 'm').exec(read(`/proc/${pid}/status`))?.[1] ?? 0
  return (Number(kilobytes) * kilobyte) / megabyte
}

function childrenOf(pid: number): number[] {
  const children = read(`/proc/${pid}/task/${pid}/children`).split(' ').filter(Boolean).map(Number)
  return children.flatMap((child) => [child, ...childrenOf(child)])
}

/** '' for a process that has ended. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
