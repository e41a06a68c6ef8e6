/** A PDF from the disk, bounded, or the fault that it cannot be read. */
import { readFile, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { fault } from '../model/fault.ts'
import type { Fault } from '../model/fault.ts'
import type { Host } from './host.ts'

/** No paper of ours comes near. */
const mostBytes = 512 * 1024 * 1024

export async function readPdf(path: string, { cwd }: Host): Promise<Buffer | Fault> {
  const unreadable = (reason: string): Fault => fault('verify/unreadable', undefined, { file: path, reason })
  try {
    const { size } = await stat(resolve(cwd, path))
    return size > mostBytes ? unreadable('> 512 MB') : await readFile(resolve(cwd, path))
  } catch (error) {
    return unreadable((error as NodeJS.ErrnoException).code ?? (error as Error).message)
  }
}
