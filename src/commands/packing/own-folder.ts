/** One run at a time writes into a folder of packs; what a killed one left half written is cleared away. */
import { join } from 'node:path'
import { ArchiveFailure } from '../../archive/failure.ts'
import { tryLock } from '../../archive/lock.sqlite.ts'
import { fault } from '../../model/fault.ts'
import type { Fault } from '../../model/fault.ts'
import { makeFolders, removeDrafts, WriteFailure } from '../../workspace/write.ts'

/** Beside the packs; empty, and never removed, for another run may be waiting at it. */
const lockName = '.lock'

/** The folder until it is given back. Faults: `pack/busy`, `output/unwritable`. */
export async function ownFolder(folder: string): Promise<Disposable | { fault: Fault }> {
  try {
    await makeFolders(folder)
    const lock = tryLock(join(folder, lockName))
    if (lock === undefined) return { fault: busy(folder) }
    await removeDrafts(folder)
    return lock
  } catch (error) {
    if (error instanceof WriteFailure) return { fault: error.fault }
    if (error instanceof ArchiveFailure)
      return { fault: fault('output/unwritable', undefined, error.fault.values) }
    throw error
  }
}

export const busy = (folder: string): Fault => fault('pack/busy', undefined, { path: folder })
