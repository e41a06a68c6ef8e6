/** What a browser and all that it started take of memory, as far as the system tells; that is on Linux. */
import { readFileSync } from 'node:fs'

const everyMilliseconds = 400
const pageBytes = 4096

/** Calls once more than so many megabytes are theirs alone. */
export function watchMemory(pid: number, megabytes: number, over: () => void): Disposable {
  const timer = setInterval(() => {
    const bytes = familyOf(pid).reduce((sum, one) => sum + ownBytes(one), 0)
    if (bytes <= megabytes * 1e6) return
    clearInterval(timer)
    over()
  }, everyMilliseconds)
  timer.unref()
  return { [Symbol.dispose]: () => clearInterval(timer) }
}

function familyOf(pid: number): number[] {
  const children = read(`/proc/${pid}/task/${pid}/children`).split(' ').filter(Boolean).map(Number)
  return [pid, ...children.flatMap(familyOf)]
}

/** Resident, without what is shared with others. */
function ownBytes(pid: number): number {
  const [, resident = '0', shared = '0'] = read(`/proc/${pid}/statm`).split(' ')
  return Math.max(0, Number(resident) - Number(shared)) * pageBytes
}

/** '' for a process that has ended meanwhile, and where there is no such file system. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
