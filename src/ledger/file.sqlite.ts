/**
 * The file of the ledger. Unlike the catalogue it cannot be made again: one that is damaged, foreign or of a later program is
 * left as it is. It comes to be under another name and whole, so an empty file is one that was lost and no new ledger.
 */
import { closeSync, existsSync, mkdirSync, openSync, readSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { openFile } from '../catalogue/file.sqlite.ts'
import { fault } from '../model/fault.ts'
import { LedgerFailure } from './failure.ts'
import { applicationId, migrations } from './tables.sqlite.ts'

/** As of `openFile`, in ms. */
const patience = 5000
const briefly = 20

/** Throws LedgerFailure, and what node:sqlite throws. */
export function openLedgerFile(file: string): DatabaseSync {
  if (!existsSync(file)) make(file)
  if (!isOurs(file)) throw damaged(file, 'no ledger')
  const database = openFile(file)
  try {
    check(database, file)
    // Who writes waits in `patiently`, and not here, where nothing else could go on meanwhile.
    database.exec(`pragma foreign_keys = on; pragma busy_timeout = ${briefly}`)
    migrate(database, file)
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

/** Several processes may come to this at once: a second database is their lock, for a killed one gives it back. */
function make(file: string): void {
  mkdirSync(dirname(file), { recursive: true })
  const lock = new DatabaseSync(`${file}.making`, { timeout: patience })
  try {
    lock.exec('pragma journal_mode = memory; begin exclusive')
    if (existsSync(file)) return
    const draft = `${file}.draft`
    const remove = (): void => {
      for (const name of [draft, `${draft}-wal`, `${draft}-shm`]) rmSync(name, { force: true })
    }
    // Of a killed run.
    remove()
    try {
      fill(draft)
      renameSync(draft, file)
    } catch (error) {
      remove()
      throw error
    }
  } finally {
    lock.close()
  }
}

function fill(draft: string): void {
  const database = openFile(draft)
  try {
    database.exec(`pragma application_id = ${applicationId}`)
    migrate(database, draft)
  } finally {
    database.close()
  }
}

/** Told from its head (sqlite.org/fileformat.html §1.3), for to open a foreign database is to change it. */
function isOurs(file: string): boolean {
  const head = Buffer.alloc(100)
  const open = openSync(file, 'r')
  try {
    readSync(open, head)
  } finally {
    closeSync(open)
  }
  return head.toString('latin1', 0, 15) === 'SQLite format 3' && head.readUInt32BE(68) === applicationId
}

function check(database: DatabaseSync, file: string): void {
  if (read(database, 'user_version') > migrations.length)
    throw new LedgerFailure(fault('ledger/newer', undefined, { file }))
  const found = Object.values(database.prepare('pragma quick_check(1)').get() ?? {})[0]
  if (found !== 'ok') throw damaged(file, String(found))
}

function migrate(database: DatabaseSync, file: string): void {
  if (read(database, 'user_version') === migrations.length) return
  database.exec('begin immediate')
  try {
    const version = read(database, 'user_version')
    if (version > migrations.length) throw new LedgerFailure(fault('ledger/newer', undefined, { file }))
    for (const statement of migrations.slice(version).flat()) database.exec(statement)
    database.exec(`pragma user_version = ${migrations.length}; commit`)
  } catch (error) {
    if (database.isTransaction) database.exec('rollback')
    throw error
  }
}

const read = (database: DatabaseSync, pragma: string): number =>
  Number(Object.values(database.prepare(`pragma ${pragma}`).get() ?? {})[0])

const damaged = (file: string, reason: string): LedgerFailure =>
  new LedgerFailure(fault('ledger/damaged', undefined, { file, reason }))

/** Whether the next commit is on the disk when it ends, or only in order before those that follow (sqlite.org/pragma.html). */
export const lastingAs = (lasting: boolean): RawBuilder<unknown> =>
  sql.raw(`pragma synchronous = ${lasting ? 'full' : 'normal'}`)
