/** Source files from disk. */
import { relative } from 'node:path'
import { fault } from '../model/fault.ts'
import type { Fault } from '../model/fault.ts'
import { largestSource } from '../source/parse.ts'
import { liesIn, openFile, readOpen } from './open-file.ts'

/** As many as the longest source can have in UTF-8. */
const largestBytes = largestSource * 3

/**
 * Reads a UTF-8 file. Faults: `source/missing`, `source/folder`, `source/not-file`, `source/too-large`,
 * `source/unreadable`, `source/not-utf8`, `file/outside`.
 * @param folder in which it must lie, through every link
 */
export async function readText(path: string, folder?: string): Promise<{ text: string } | { fault: Fault }> {
  let bytes: Buffer
  try {
    await using handle = await openFile(path)
    if (folder !== undefined && !(await liesIn(handle, path, folder)))
      return { fault: fault('file/outside', undefined, { path: relative(folder, path) }) }
    // Before it is read: some devices never end.
    const about = await handle.stat()
    const unfit = unfitFault(path, about.isFile(), about.isDirectory(), about.size)
    if (unfit) return { fault: unfit }
    bytes = await readOpen(handle, about.size)
  } catch (error) {
    return { fault: readFault(path, error as NodeJS.ErrnoException) }
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) }
  } catch {
    return { fault: fault('source/not-utf8', firstBadByte(bytes, path), {}) }
  }
}

function unfitFault(path: string, isFile: boolean, isFolder: boolean, size: number): Fault | undefined {
  if (isFolder) return fault('source/folder', undefined, { file: path })
  if (!isFile) return fault('source/not-file', undefined, { file: path })
  if (size <= largestBytes) return undefined
  const span = { file: path, line: 1, column: 1, length: 1 }
  return fault('source/too-large', span, { size: String(size), limit: String(largestSource) })
}

function readFault(path: string, error: NodeJS.ErrnoException): Fault {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR')
    return fault('source/missing', undefined, { file: path })
  // A socket cannot be opened.
  if (error.code === 'ENXIO') return fault('source/not-file', undefined, { file: path })
  return fault('source/unreadable', undefined, { file: path, reason: error.code ?? error.message })
}

/** Place of the first byte that is not UTF-8: the longest prefix that decodes ends before it. */
function firstBadByte(
  bytes: Buffer,
  file: string,
): { file: string; line: number; column: number; length: number } {
  const before = soundPrefix(bytes).split('\n')
  return { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1, length: 1 }
}

/** The text up to the first byte that cannot be decoded; a U+FFFD that was typed is sound. */
function soundPrefix(bytes: Buffer): string {
  let sound = 0
  let end = bytes.length
  while (end - sound > 1) {
    const middle = (sound + end) >> 1
    try {
      // A character cut in two is no fault of the prefix.
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, middle), { stream: true })
      sound = middle
    } catch {
      end = middle
    }
  }
  return new TextDecoder('utf-8').decode(bytes.subarray(0, sound), { stream: true })
}
