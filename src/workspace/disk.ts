/** The steps by which something is made to last: each is on the disk when it ends, or it throws what the system says. */
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'

export interface Disk {
  /** One folder, whose parent is there. One that is there already is good, but may not be on the disk yet. */
  makeFolder(path: string): Promise<void>
  /** A new file with these bytes. */
  create(path: string, bytes: Uint8Array): Promise<void>
  /** Adds to the end of a file, which is made where it is not there. */
  append(path: string, bytes: Uint8Array): Promise<void>
  /** Cuts a file to this many bytes. */
  truncate(path: string, length: number): Promise<void>
  /** What it had as entries when it was called stays so after a loss of power. */
  syncFolder(path: string): Promise<void>
  rename(from: string, to: string): Promise<void>
  /** A file or a folder with all that is in it; nothing where it is gone. */
  remove(path: string): Promise<void>
}

export const disk: Disk = {
  async makeFolder(path) {
    try {
      await mkdir(path)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    await disk.syncFolder(dirname(path))
  },
  async create(path, bytes) {
    await using file = await open(path, 'wx')
    await file.writeFile(bytes)
    await file.sync()
  },
  async append(path, bytes) {
    await using file = await open(path, 'a')
    await file.appendFile(bytes)
    await file.sync()
  },
  async truncate(path, length) {
    await using file = await open(path, 'r+')
    await file.truncate(length)
    await file.sync()
  },
  async syncFolder(path) {
    // Windows has no such step: its folders last by themselves.
    if (process.platform === 'win32') return
    await using folder = await open(path, 'r')
    await folder.sync()
  },
  rename,
  async remove(path) {
    await rm(path, { recursive: true, force: true })
  },
}
