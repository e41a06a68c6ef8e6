/** The only way a file of ours comes to be: whole or not at all, and several that belong together all or none. */
import { existsSync } from 'node:fs'
import { lstat, mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { createHash } from 'node:crypto'
import { fault } from '../model/fault.ts'
import type { Fault } from '../model/fault.ts'
import { disk } from './disk.ts'
import { draftOf, isDraft, removeLeftDrafts } from './drafts.ts'

/** A folder or file that cannot be written; carries `output/unwritable`. */
export class WriteFailure extends Error {
  readonly fault: Fault

  constructor(path: string, cause: NodeJS.ErrnoException) {
    super(`cannot write ${path}`, { cause })
    this.fault = fault('output/unwritable', undefined, { path, reason: cause.code ?? cause.message })
  }
}

/**
 * Writes each file beside its target and flushes it to the disk; only when all are there are they renamed over their
 * targets. Throws WriteFailure, and then no draft is left and no target was touched (unless a rename itself fails, which
 * it does over a folder: those are looked for before).
 */
export async function writeTogether(files: { path: string; content: string | Uint8Array }[]): Promise<void> {
  const drafts = files.map((file) => ({ ...file, draft: draftOf(file.path) }))
  try {
    for (const folder of new Set(files.map(({ path }) => dirname(path)))) await removeLeftDrafts(folder)
    for (const { path, content, draft } of drafts) await failingAs(path, writeDraft(draft, content))
    for (const { path } of drafts) await failingAs(path, refuseFolder(path))
    for (const { path, draft } of drafts) await failingAs(path, rename(draft, path))
  } catch (error) {
    await Promise.all(drafts.map(({ draft }) => rm(draft, { force: true }).catch(() => {})))
    throw error
  }
}

/** One file: see `writeTogether`. */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  await writeTogether([{ path, content }])
}

/**
 * One file of which no more is in memory than a part at a time. Throws WriteFailure, or what the parts fail with; then
 * there is no such file. @returns its size in bytes, and its SHA-256 in hexadecimal
 */
export async function writeStreamed(
  path: string,
  parts: AsyncIterable<Uint8Array>,
): Promise<{ size: number; sha256: string }> {
  const draft = draftOf(path)
  const hash = createHash('sha256')
  let size = 0
  try {
    await makeFolders(dirname(path))
    await removeLeftDrafts(dirname(path))
    {
      await using handle = await failingAs(path, open(draft, 'wx'))
      for await (const part of parts) {
        hash.update(part)
        size += part.length
        await failingAs(path, handle.writeFile(part))
      }
      await failingAs(path, handle.sync())
    }
    await failingAs(path, rename(draft, path))
  } catch (error) {
    await rm(draft, { force: true }).catch(() => {})
    throw error
  }
  return { size, sha256: hash.digest('hex') }
}

/** With its parents. Throws WriteFailure. */
export async function makeFolders(folder: string): Promise<void> {
  await failingAs(folder, makeFolder(folder))
}

/** Adds to the end of a file: half of it may be there if it fails. Throws WriteFailure. */
export async function addTo(path: string, text: string): Promise<void> {
  await failingAs(path, disk.append(path, Buffer.from(text)))
}

/** Drafts of whatever process in a folder in which nobody else is at work. Throws WriteFailure. */
export async function removeDrafts(folder: string): Promise<void> {
  const names = await failingAs(folder, readdir(folder))
  for (const name of names.filter(isDraft)) await failingAs(folder, rm(join(folder, name), { force: true }))
}

async function failingAs<T>(path: string, work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    throw new WriteFailure(path, error as NodeJS.ErrnoException)
  }
}

async function writeDraft(draft: string, content: string | Uint8Array): Promise<void> {
  await makeFolder(dirname(draft))
  await using handle = await open(draft, 'wx')
  await handle.writeFile(content)
  await handle.sync()
}

async function refuseFolder(path: string): Promise<void> {
  const about = await lstat(path).catch(() => undefined)
  if (about?.isDirectory()) throw Object.assign(new Error(`${path} is a folder`), { code: 'EISDIR' })
}

/** With its parents. Node's own recursive mkdir never ends where a file system has no room for folders, as in /proc. */
async function makeFolder(folder: string): Promise<void> {
  if (existsSync(folder)) return
  if (dirname(folder) !== folder) await makeFolder(dirname(folder))
  try {
    await mkdir(folder)
  } catch (error) {
    // Another paper of the same meeting may have made it meanwhile.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}
