/** The search index of a workspace, brought up to date with its files before it is lent. */
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import { readEntry, readRevisions } from '../archive/entries.ts'
import type { Revision } from '../archive/entries.ts'
import { minutesName } from '../catalogue/candidates.ts'
import type { Archived, ArchiveSource } from '../catalogue/candidates.ts'
import { cataloguePath, withCatalogue } from '../catalogue/open.ts'
import type { Catalogue } from '../catalogue/open.ts'
import { refresh } from '../catalogue/refresh.ts'
import type { Refreshed } from '../catalogue/refresh.ts'
import { searchSchema } from '../catalogue/tables.sqlite.ts'
import type { SearchTables } from '../catalogue/tables.sqlite.ts'
import { clearIndex } from '../catalogue/write-index.sqlite.ts'
import type { Host } from './host.ts'

/** Throws CatalogueFailure, as `withCatalogue`. Among the faults is `catalogue/rebuilt`. */
export function withIndex<T>(
  workspace: string,
  host: Host,
  work: (db: Kysely<SearchTables>, index: Refreshed) => Promise<T>,
): Promise<T> {
  return open(workspace, async (catalogue) => {
    const index = await update(catalogue, workspace, host)
    return work(catalogue.db, { ...index, faults: [...catalogue.faults, ...index.faults] })
  })
}

/** Makes the index again from the files, whatever it held. */
export function rebuildIndex(workspace: string, host: Host): Promise<Refreshed> {
  return open(workspace, async (catalogue) => {
    await catalogue.immediate(clearIndex)
    return update(catalogue, workspace, host)
  })
}

/** Whether there is anything that could be searched. */
export async function hasMinutes(workspace: string): Promise<boolean> {
  if ((await archiveSource(join(workspace, 'archive'))) !== undefined) return true
  const folders = [workspace, join(workspace, 'data')]
  const names = await Promise.all(folders.map((folder) => readdir(folder).catch((): string[] => [])))
  return names.flat().some((name) => minutesName.test(name))
}

const open = <T>(workspace: string, work: (catalogue: Catalogue<SearchTables>) => Promise<T>): Promise<T> =>
  withCatalogue(join(workspace, ...cataloguePath), [searchSchema], work)

const update = async (
  catalogue: Catalogue<SearchTables>,
  workspace: string,
  host: Host,
): Promise<Refreshed> => {
  const archive = await archiveSource(join(workspace, 'archive'))
  return refresh(catalogue, workspace, archive, Date.now(), progress(host))
}

/** Absent where there is no archive. */
async function archiveSource(folder: string): Promise<ArchiveSource | undefined> {
  const chain = await stat(join(folder, 'chain.jsonl')).catch(() => undefined)
  if (chain === undefined) return undefined
  return {
    stamp: `${chain.ctimeMs} ${chain.size}`,
    revisions: () => readRevisions(folder),
    async describe(revision: Archived) {
      const entry = await readEntry(revision as Revision)
      return entry && { kind: entry.kind, pdf: entry.pdf }
    },
  }
}

/** A first index of thousands of minutes takes a minute. */
function progress(host: Host): (done: number, of: number) => void {
  return (done, of) => {
    host.signal.throwIfAborted()
    if (!host.terminal || of < 1000) return
    host.err(host.language === 'fa' ? `در حال نمایه کردن: ${done}/${of}` : `indexing: ${done}/${of}`)
  }
}
