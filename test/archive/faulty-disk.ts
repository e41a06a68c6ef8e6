// The fault seam: a disk on which the work ends at a step of your choice, before it, in the middle of it, or by an error.
import type { Disk } from '../../src/workspace/disk.ts'

/** How a step goes wrong: not begun, or half of its bytes are there (steps without bytes are done). */
export type How = 'before' | 'half'

export interface Step {
  n: number
  name: keyof Disk
  path: string
}

/**
 * @param end called at the step `at`, 1 for the first; it kills the process, or throws
 * @param seen is told every step
 */
export function faultyDisk(
  disk: Disk,
  { at, how, end, seen = () => {} }: { at: number; how: How; end(): void; seen?(step: Step): void },
): Disk {
  let n = 0
  const step = async (
    name: keyof Disk,
    path: string,
    work: () => Promise<void>,
    half: () => Promise<void> = work,
  ): Promise<void> => {
    n++
    seen({ n, name, path })
    if (n !== at) return work()
    if (how === 'half') await half()
    end()
  }
  const halfOf = (bytes: Uint8Array): Uint8Array => bytes.subarray(0, bytes.length >> 1)
  return {
    makeFolder: (path) => step('makeFolder', path, () => disk.makeFolder(path)),
    syncFolder: (path) => step('syncFolder', path, () => disk.syncFolder(path)),
    truncate: (path, length) => step('truncate', path, () => disk.truncate(path, length)),
    rename: (from, to) => step('rename', to, () => disk.rename(from, to)),
    remove: (path) => step('remove', path, () => disk.remove(path)),
    create: (path, bytes) =>
      step(
        'create',
        path,
        () => disk.create(path, bytes),
        () => disk.create(path, halfOf(bytes)),
      ),
    append: (path, bytes) =>
      step(
        'append',
        path,
        () => disk.append(path, bytes),
        () => disk.append(path, halfOf(bytes)),
      ),
  }
}
