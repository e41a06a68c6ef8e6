/** The file of a catalogue: opened so that several processes share it, and replaced where it is no database any more. */
import { mkdirSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { isDamage } from './failure.ts'

/** How long one process waits for another that writes, in ms. */
const patience = 5000

/** Opens or makes the file. Throws what node:sqlite throws; see `isDamage`. */
export function openFile(file: string): DatabaseSync {
  mkdirSync(dirname(file), { recursive: true })
  const database = new DatabaseSync(file, { timeout: patience })
  try {
    useLog(database)
    database.exec('pragma synchronous = full')
    database.prepare('select count(*) from sqlite_master').get()
  } catch (error) {
    database.close()
    throw error
  }
  return database
}

/** Write-ahead log: who reads and who writes do not wait for each other. The switch itself does not wait, so we do. */
function useLog(database: DatabaseSync): void {
  const until = Date.now() + patience
  for (;;) {
    try {
      database.exec('pragma journal_mode = wal')
      return
    } catch (error) {
      if (isDamage(error) || Date.now() > until) throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20)
    }
  }
}

/**
 * Removes a file that is damaged, with its log. Of several processes that find the damage one removes it, and the others
 * find a sound file: a second database is the lock, for it is given back even by a process that is killed.
 * @param still whether the file is yet as it was found, asked once nobody else can replace it
 */
export function removeDamaged(file: string, still: () => boolean): void {
  const lock = new DatabaseSync(`${file}.mending`, { timeout: patience })
  try {
    lock.exec('begin exclusive')
    if (!still()) return
    for (const name of [`${file}-wal`, `${file}-shm`, file]) rmSync(name, { force: true })
  } finally {
    lock.close()
  }
}

/** Tells a file from another that came in its place. */
export function identityOf(file: string): string {
  const stat = statSync(file, { throwIfNoEntry: false, bigint: true })
  return stat === undefined ? '' : `${stat.dev} ${stat.ino} ${stat.birthtimeNs}`
}
