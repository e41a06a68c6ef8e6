/** The most memory that a process and its children take, looked at every few milliseconds; Linux only. */
import { readFileSync } from 'node:fs'

const everyMilliseconds = 25
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
