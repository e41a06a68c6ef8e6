/** Every file that lies in an archive, with its hash, read as fast as the disk gives it. */
import { createHash } from 'node:crypto'
import { closeSync, openSync, readSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { setImmediate as pause } from 'node:timers/promises'
import { manifestName } from './manifest.ts'

/** Files, by their paths from the archive with `/`, of its dated folders and beside them. */
export interface Inventory {
  /** Folders of revisions: those two below a year. */
  folders: string[]
  /** Files in them. */
  files: string[]
  /** What lies where no file of ours does. */
  strays: string[]
}

/** Papers judged sound before; see `Judged`. */
export const judgedName = 'judged.txt'

/** What else an archive keeps, which is not stored papers. */
const own = /^(?:chain\.jsonl|judged\.txt|lock(?:-journal)?|tmp|anchors|catalogue\.sqlite.*)$/

/**
 * A symbolic link is a stray: what it leads to was never stored. Reads at once, for tens of thousands of small folders are
 * told ten times as fast as when each is waited for. Throws what reading throws.
 */
export function takeInventory(archive: string): Inventory {
  const found: Inventory = { folders: [], files: [], strays: [] }
  for (const entry of readdirSync(archive, { withFileTypes: true })) {
    if (own.test(entry.name)) continue
    if (entry.isDirectory() && /^\d{4}$/.test(entry.name)) takeYear(archive, entry.name, found)
    else found.strays.push(entry.name)
  }
  return found
}

function takeYear(archive: string, year: string, found: Inventory): void {
  for (const month of readdirSync(join(archive, year), { withFileTypes: true })) {
    const path = `${year}/${month.name}`
    if (!month.isDirectory()) {
      found.strays.push(path)
      continue
    }
    for (const one of readdirSync(join(archive, path), { withFileTypes: true })) {
      const inside = `${path}/${one.name}`
      if (!one.isDirectory()) found.strays.push(inside)
      else {
        found.folders.push(inside)
        takeFolder(archive, inside, found)
      }
    }
  }
}

function takeFolder(archive: string, folder: string, found: Inventory): void {
  for (const entry of readdirSync(join(archive, folder), { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory()) takeFolder(archive, path, found)
    else if (entry.isFile()) found.files.push(path)
    else found.strays.push(path)
  }
}

/** Read at a time, into one buffer for all files: a thread that reads and hashes in turn is faster than four that wait. */
const chunk = Buffer.allocUnsafe(1024 * 1024)
/** Bytes after which somebody who wants to stop is heard. */
const breath = 32 * 1024 * 1024

/** A file as it is found; one that cannot be read has no hash but a reason. */
export interface FoundFile {
  hash: string
  size: number
  reason?: string
  /** Of a manifest, what it says: it is wanted next. */
  text?: string
}

/** SHA-256 and sizes by path. */
export async function hashFiles(
  archive: string,
  paths: readonly string[],
  signal?: AbortSignal,
): Promise<Map<string, FoundFile>> {
  const found = new Map<string, FoundFile>()
  let read = 0
  for (const path of paths) {
    if (read > breath) {
      await pause()
      signal?.throwIfAborted()
      read = 0
    }
    const one = hashFile(join(archive, path))
    found.set(path, one)
    read += one.size
  }
  return found
}

function hashFile(path: string): FoundFile {
  const hash = createHash('sha256')
  let size = 0
  let file: number | undefined
  try {
    file = openSync(path, 'r')
    let reads = 0
    for (let length = readSync(file, chunk); length > 0; length = readSync(file, chunk)) {
      hash.update(chunk.subarray(0, length))
      size += length
      reads++
    }
    const text = reads === 1 && basename(path) === manifestName && chunk.toString('utf8', 0, size)
    return { hash: hash.digest('hex'), size, ...(text && { text }) }
  } catch (error) {
    return { hash: '', size, reason: (error as NodeJS.ErrnoException).code ?? String(error) }
  } finally {
    if (file !== undefined) closeSync(file)
  }
}
