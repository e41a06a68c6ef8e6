/** Brings the search index up to date with the files; only those that are new or changed are read. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { warning } from '../model/fault.ts'
import type { Fault } from '../model/fault.ts'
import { archivedFile, changedAt, dataFiles } from './candidates.ts'
import type { ArchiveSource, Candidate } from './candidates.ts'
import type { Catalogue } from './open.ts'
import type { SearchTables, SourceRow } from './tables.sqlite.ts'
import { isStored, putSource, removeSource, sourceOf } from './write-index.sqlite.ts'
import type { ReadSource } from './write-index.sqlite.ts'

export interface Refreshed {
  /** Files read anew and files that are gone. */
  read: number
  removed: number
  /** `source/unreadable`, warnings. */
  faults: Fault[]
}

/** Files of one transaction: another process that writes waits no longer than these take. */
const batchSize = 100
/** The clock of a file system may be this coarse, in ms: what was read so soon after it was written may have changed since. */
const coarse = 2000
const chainKey = 'archive/chain.jsonl'

/**
 * @param workspace its folder; minutes are the YAML files in it and in `data/`
 * @param step told how many of how many files were read
 */
export async function refresh(
  catalogue: Catalogue<SearchTables>,
  workspace: string,
  archive: ArchiveSource | undefined,
  now: number,
  step: (done: number, of: number) => void = () => {},
): Promise<Refreshed> {
  const stored = await refreshArchive(catalogue, workspace, archive, now, step)
  // What is known is asked before what is there, so that a file another process adds meanwhile is not taken for gone.
  const known = await knownSources(catalogue, 'data')
  const files = dataFiles(workspace)
  const there = new Set(files.map(({ path }) => path))
  const gone = [...known.keys()].filter((path) => !there.has(path))
  const changed = files.filter(({ path, stamp }) => {
    const row = known.get(path)
    return row === undefined || row.stamp !== stamp || changedAt(stamp) > row.seen - coarse
  })
  const faults = await update(catalogue, changed, gone, now, step)
  return {
    read: stored.read + changed.length,
    removed: stored.removed + gone.length,
    faults: [...stored.faults, ...faults],
  }
}

async function refreshArchive(
  catalogue: Catalogue<SearchTables>,
  workspace: string,
  archive: ArchiveSource | undefined,
  now: number,
  step: (done: number, of: number) => void,
): Promise<Refreshed> {
  const known = await knownSources(catalogue, 'archive')
  const stamp = archive?.stamp ?? ''
  if ((known.get(chainKey)?.stamp ?? '') === stamp) return { read: 0, removed: 0, faults: [] }
  const revisions = (await archive?.revisions()) ?? []
  const files = revisions.map((one) => archivedFile(one, workspace, archive!))
  const there = new Set(files.map(({ path }) => path))
  const gone = [...known.keys()].filter((path) => path !== chainKey && !there.has(path))
  const changed = files.filter(({ path, stamp: own }) => known.get(path)?.stamp !== own)
  const faults = await update(catalogue, changed, gone, now, step)
  const chain = { path: chainKey, stamp, seen: now, sha256: '' }
  await catalogue.immediate((transaction) => putSource(transaction, chain))
  return { read: changed.length, removed: gone.length, faults }
}

async function knownSources(
  { db }: Catalogue<SearchTables>,
  where: 'archive' | 'data',
): Promise<Map<string, Pick<SourceRow, 'path' | 'stamp' | 'seen'>>> {
  const rows = await db
    .selectFrom('search_source')
    .select(['path', 'stamp', 'seen'])
    .where('path', where === 'archive' ? 'like' : 'not like', 'archive/%')
    .execute()
  return new Map(rows.map((row) => [row.path, row]))
}

async function update(
  catalogue: Catalogue<SearchTables>,
  changed: Candidate[],
  gone: string[],
  now: number,
  step: (done: number, of: number) => void,
): Promise<Fault[]> {
  if (gone.length > 0)
    await catalogue.immediate(async (transaction) => {
      for (const path of gone) await removeSource(transaction, path)
    })
  const faults: Fault[] = []
  for (let start = 0; start < changed.length; start += batchSize) {
    const batch = await Promise.all(
      changed.slice(start, start + batchSize).map((candidate) => readCandidate(catalogue, candidate, now)),
    )
    faults.push(...batch.flatMap((one) => ('code' in one ? [one] : [])))
    await catalogue.immediate(async (transaction) => {
      for (const one of batch) if (!('code' in one)) await putSource(transaction, one)
    })
    // Whoever wants to end the work is heard between two batches.
    await new Promise(setImmediate)
    step(Math.min(start + batchSize, changed.length), changed.length)
  }
  return faults
}

async function readCandidate(
  { db }: Catalogue<SearchTables>,
  { path, absolute, stamp, describe }: Candidate,
  now: number,
): Promise<ReadSource | Fault> {
  let bytes: Buffer
  try {
    bytes = readFileSync(absolute)
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException
    return warning('source/unreadable', undefined, { file: path, reason: code || message })
  }
  const read = { path, stamp, seen: now, sha256: createHash('sha256').update(bytes).digest('hex') }
  const described = await describe()
  if (described?.origin === 'data') {
    const before = await sourceOf(db, path)
    if (await isStored(db, read.sha256)) return read
    if (before?.document && before.sha256 === read.sha256) return { ...read, document: 'same' }
  }
  // A search after which nothing changed does without the schema and the YAML reader.
  const { readMinutes } = await import('./read-minutes.ts')
  const minutes = described && readMinutes(new TextDecoder().decode(bytes), path)
  if (minutes === undefined || described === undefined) return read
  return { ...read, document: { minutes, described } }
}
