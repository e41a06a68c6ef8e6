/** What a process leaves beside its work says whose it is, so that the next one can tell what nobody comes back for. */
import { createHash } from 'node:crypto'
import { readlinkSync } from 'node:fs'
import { hostname } from 'node:os'

/** Numbers of processes say something only among those who share them. */
const place = createHash('sha256').update(`${hostname()} ${namespace()}`).digest('hex').slice(0, 8)

/** Of this process: `1f0e3dad-4711`. */
export const ownMark = `${place}-${process.pid}`

/** The form of marks, for names that hold one. */
export const markForm = '[0-9a-f]{8}-\\d+'

/** Nobody is at work for so long, wherever he is; in milliseconds. */
const longest = 24 * 60 * 60 * 1000

/** Whether nobody comes back for what bears a mark; of another computer's, or another container's, its age tells. */
export const isLeftBehind = (mark: string, { mtimeMs }: { mtimeMs: number }): boolean =>
  hasEnded(mark) ?? Date.now() - mtimeMs > longest

/** Whether the process of a mark has ended; undefined where it is another computer's, or another container's. */
function hasEnded(mark: string): boolean | undefined {
  const [where, pid] = mark.split('-')
  if (where !== place) return undefined
  try {
    process.kill(Number(pid), 0)
    return false
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH'
  }
}

function namespace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid')
  } catch {
    // There are none but on Linux.
    return ''
  }
}
