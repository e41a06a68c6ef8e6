/** The tables of a catalogue, by the part of the program they belong to and the version of their shape. */
import type { DatabaseSync } from 'node:sqlite'
import { fault } from '../model/fault.ts'
import { CatalogueFailure } from './failure.ts'

/** Tables that are made and dropped together. */
export interface Schema {
  /** The part they belong to: `search`, `register`. */
  name: string
  /** Raised by one whenever what is in the tables, or how it is to be read, changes. */
  version: number
  /** One `create …` statement each. */
  ddl: readonly string[]
}

const table = /^\s*create\s+(?:virtual\s+)?table\s+(?:if\s+not\s+exists\s+)?"?(\w+)/i

/**
 * Makes tables that are missing or of an earlier version; gives the names of the schemas of the latter.
 * Throws CatalogueFailure (`catalogue/newer`) where a later program has been here.
 */
export function ensureSchemas(database: DatabaseSync, file: string, schemas: readonly Schema[]): string[] {
  const known = readVersions(database)
  if (schemas.every(({ name, version }) => known.get(name)?.version === version)) return []
  database.exec('begin immediate')
  try {
    const outdated = makeSchemas(database, file, schemas)
    database.exec('commit')
    return outdated
  } catch (error) {
    if (database.isTransaction) database.exec('rollback')
    throw error
  }
}

function makeSchemas(database: DatabaseSync, file: string, schemas: readonly Schema[]): string[] {
  database.exec(
    'create table if not exists catalogue_schema (name text primary key, version integer not null, tables text not null) strict',
  )
  const known = readVersions(database)
  const outdated: string[] = []
  for (const { name, version, ddl } of schemas) {
    const found = known.get(name)
    if (found?.version === version) continue
    if (found !== undefined && found.version > version)
      throw new CatalogueFailure(fault('catalogue/newer', undefined, { file }))
    const tables = ddl.flatMap((statement) => table.exec(statement)?.[1] ?? [])
    for (const one of [...(found?.tables ?? []), ...tables]) database.exec(`drop table if exists "${one}"`)
    for (const statement of ddl) database.exec(statement)
    database
      .prepare('insert or replace into catalogue_schema (name, version, tables) values (?, ?, ?)')
      .run(name, version, tables.join(' '))
    if (found !== undefined) outdated.push(name)
  }
  return outdated
}

function readVersions(database: DatabaseSync): Map<string, { version: number; tables: string[] }> {
  const there = database.prepare("select 1 from sqlite_master where name = 'catalogue_schema'").get()
  if (there === undefined) return new Map()
  const rows = database.prepare('select name, version, tables from catalogue_schema').all()
  return new Map(
    rows.map(({ name, version, tables }) => [
      String(name),
      { version: Number(version), tables: String(tables).split(' ').filter(Boolean) },
    ]),
  )
}
