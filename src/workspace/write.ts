/** The only way a file of ours comes to be: whole or not at all. */
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { randomUUID } from 'node:crypto'
import { fault } from '../model/fault.ts'
import type { Fault } from '../model/fault.ts'

/** A folder or file that cannot be written; carries `output/unwritable`. */
export class WriteFailure extends Error {
  readonly fault: Fault

  constructor(path: string, cause: NodeJS.ErrnoException) {
    super(`cannot write ${path}`, { cause })
    this.fault = fault('output/unwritable', undefined, { path, reason: cause.code ?? cause.message })
  }
}

/** Writes beside the target, flushes to the disk and renames over it. Throws WriteFailure, and then leaves nothing. */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  const draft = join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`)
  try {
    await mkdir(dirname(path), { recursive: true })
    await using handle = await open(draft, 'wx')
    await handle.writeFile(content)
    await handle.sync()
  } catch (error) {
    await rm(draft, { force: true }).catch(() => {})
    throw new WriteFailure(path, error as NodeJS.ErrnoException)
  }
  try {
    await rename(draft, path)
  } catch (error) {
    await rm(draft, { force: true }).catch(() => {})
    throw new WriteFailure(path, error as NodeJS.ErrnoException)
  }
}
