/** What keeps an archive from being used, as a fault of its own. */
import { fault } from '../model/fault.ts'
import type { Fault } from '../model/fault.ts'

/** Carries `archive/busy`, `archive/lock` or `archive/unwritable`. */
export class ArchiveFailure extends Error {
  readonly fault: Fault

  constructor(told: Fault, cause?: unknown) {
    super(told.code, { cause })
    this.fault = told
  }
}

/** Runs the work; what the file system refuses becomes a failure with the path it was refused for. */
export async function failingAt<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const { code, syscall, path: at } = error as NodeJS.ErrnoException
    if (code === undefined || syscall === undefined) throw error
    throw new ArchiveFailure(
      fault('archive/unwritable', undefined, { path: at ?? path, reason: code }),
      error,
    )
  }
}
