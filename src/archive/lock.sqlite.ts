/**
 * One writer at a time, of all processes: an exclusive lock on an empty database, for that is held by the system and is given
 * back by it when its holder is killed. It is not the catalogue's, which may be replaced at any time.
 */
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as pause } from 'node:timers/promises'
import { fault } from '../model/fault.ts'
import { ArchiveFailure } from './failure.ts'

export const lockName = 'lock'

/** How long one writer waits for the others, in ms: a paper is stored in a hundredth of it. */
const patience = 30_000
const interval = 5

/** Runs the work while no other process is at its own. Throws ArchiveFailure. */
export async function withLock<T>(archive: string, work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  using lock = await taken(archive, patience, signal)
  if (lock === undefined) throw new ArchiveFailure(fault('archive/busy', undefined, { path: archive }))
  return await work()
}

/** The same where nobody else is at work; otherwise, or where nothing can be written, the work is left out. */
export async function ifUnlocked(archive: string, work: () => Promise<void>): Promise<void> {
  using lock = await taken(archive, 0).catch(() => undefined)
  if (lock !== undefined) await work()
}

async function taken(archive: string, wait: number, signal?: AbortSignal): Promise<Disposable | undefined> {
  const path = join(archive, lockName)
  // Not by the clock of the day, which may be set meanwhile.
  for (const until = performance.now() + wait; ;) {
    const lock = tryLock(path)
    if (lock !== undefined || performance.now() >= until) return lock
    // Writers that wait alike would meet again and again.
    await pause(interval * (1 + Math.random()), undefined, signal && { signal })
  }
}

/** In milliseconds. */
const meeting = 25

/** The lock in this file, which is made where it is not there; nothing where another holds it. Throws ArchiveFailure. */
export function tryLock(path: string): Disposable | undefined {
  let database: DatabaseSync | undefined
  try {
    // Of two who come at the same moment each can be in the way of the other; one of them goes.
    database = new DatabaseSync(path, { timeout: meeting })
    // The journal of a database that is never written would only be a file more to find.
    database.exec('pragma journal_mode = memory; begin exclusive')
    const held = database
    return { [Symbol.dispose]: () => held.close() }
  } catch (error) {
    database?.close()
    const { errcode = 0, message } = error as Error & { errcode?: number }
    const [busy, locked, notDatabase] = [5, 6, 26]
    if ([busy, locked].includes(errcode & 0xff)) return undefined
    const values = { path, reason: message }
    if (errcode === notDatabase) throw new ArchiveFailure(fault('archive/lock', undefined, values), error)
    throw new ArchiveFailure(fault('archive/unwritable', undefined, values), error)
  }
}
