/** Loaded into the command line before it starts: the disk fails whenever a file is flushed to it. */
import { open } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'

await using handle = await open(import.meta.filename)
const prototype = Object.getPrototypeOf(handle) as FileHandle
prototype.sync = () =>
  Promise.reject(Object.assign(new Error('EIO: i/o error, fsync'), { code: 'EIO', syscall: 'fsync' }))
