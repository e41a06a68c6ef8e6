/** Files that are opened once: what is asked of one, and what is read of it, is of the same file, whatever its path leads to by now. */
import { constants } from 'node:fs'
import { open, readlink, realpath, stat } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { isAbsolute, relative, sep } from 'node:path'

/** For reading. A pipe that took the place of a file is not waited for. */
export function openFile(path: string): Promise<FileHandle> {
  return open(path, constants.O_RDONLY | constants.O_NONBLOCK)
}

/** Whether an open file lies in a folder. @param path by which it was opened */
export async function liesIn(handle: FileHandle, path: string, folder: string): Promise<boolean> {
  const place = await placeOf(handle, path)
  return place !== undefined && inside(place, await realpath(folder))
}

/** The bytes that it had when it was asked for its size: one that grows meanwhile has no end. */
export async function readOpen(handle: FileHandle, size: number): Promise<Buffer> {
  const bytes = Buffer.alloc(size)
  let read = 0
  for await (const piece of piecesOf(handle, size, bytes)) read += piece.length
  return read < size ? bytes.subarray(0, read) : bytes
}

/** The same bytes, one piece after another. @param into where they are put; each in the place of the one before unless said */
export async function* piecesOf(handle: FileHandle, size: number, into?: Buffer): AsyncGenerator<Buffer> {
  const room = into ?? Buffer.alloc(Math.min(size, 65_536))
  for (let at = 0; at < size;) {
    const from = into === undefined ? 0 : at
    const { bytesRead } = await handle.read(room, from, Math.min(room.length - from, size - at), at)
    if (bytesRead === 0) return
    yield room.subarray(from, from + bytesRead)
    at += bytesRead
  }
}

export function inside(path: string, folder: string): boolean {
  const way = relative(folder, path)
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}

async function placeOf(handle: FileHandle, path: string): Promise<string | undefined> {
  if (process.platform === 'linux') {
    // Of the open file itself.
    const place = await readlink(`/proc/self/fd/${handle.fd}`).catch(() => undefined)
    if (place !== undefined) return place
  }
  // Elsewhere the path is asked once more, and must still lead to what is open.
  const [held, there] = await Promise.all([
    handle.stat({ bigint: true }),
    stat(path, { bigint: true }).catch(() => undefined),
  ])
  if (there?.ino !== held.ino) return undefined
  // Node 24.0 and 24.1 tell another number of the disk by the handle on Windows; 0 is none.
  const toldApart = process.platform !== 'win32' && held.dev !== 0n && there.dev !== 0n
  if (toldApart && there.dev !== held.dev) return undefined
  return realpath(path).catch(() => undefined)
}
