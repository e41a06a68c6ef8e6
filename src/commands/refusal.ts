/** What the system refuses where no work expects it: a fault like others, and no bug of ours. */
import { fault } from '../model/fault.ts'
import type { Fault } from '../model/fault.ts'

/** What a disk, its rights or a limit of the system are to blame for. */
const reasons = new Set(
  'EACCES EBUSY EDQUOT EFBIG EIO ELOOP EMFILE ENAMETOOLONG ENFILE ENOMEM ENOSPC ENOTDIR EPERM EROFS ESTALE'.split(
    ' ',
  ),
)

/** The fault that an error carries or stands for; undefined for a bug. */
export function refusalOf(error: unknown): Fault | undefined {
  if (!(error instanceof Error)) return undefined
  if ('fault' in error) return error.fault as Fault
  const { code = '', syscall, path } = error as NodeJS.ErrnoException
  if (syscall === undefined || !reasons.has(code)) return undefined
  return fault('system/refused', undefined, { path: path ?? syscall, reason: code })
}
