/**
 * Storing a paper for good: staged in `tmp/`, flushed, written down what is about to happen, renamed to its place, and a line
 * added to the chain. It is stored from the moment the line is on the disk, and wholly or not at all.
 */
import { readdir, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fault } from '../model/fault.ts'
import type { Fault } from '../model/fault.ts'
import type { JalaliDate } from '../persian/calendar.ts'
import type { Disk } from '../workspace/disk.ts'
import { chainName, headOf, nextLine, readChainText, sha256 } from './chain.ts'
import type { ChainLine } from './chain.ts'
import { failingAt } from './failure.ts'
import { heal, intentEnding, stagingName } from './heal.ts'
import type { Intent } from './heal.ts'
import { withLock } from './lock.sqlite.ts'
import { manifestName, manifestText } from './manifest.ts'
import type { Manifest, StoredFile } from './manifest.ts'
import { dayText, revisionPath } from './names.ts'
import { succession } from './succession.ts'

/** A paper to be stored. Its files are named as in the folder of the revision. */
export interface Paper {
  id: string
  kind: string
  title: string
  body?: string | undefined
  session?: number | undefined
  date: JalaliDate
  class: string
  source: Uint8Array
  pdf: Uint8Array
  /** Files that the meeting file names. */
  annexes: NamedFile[]
}

/** A file by its path in the folder of a revision. */
export interface NamedFile {
  path: string
  bytes: Uint8Array
}

export interface Stored {
  /** False where the same content was there already. */
  added: boolean
  line: ChainLine
}

export interface StoreOptions {
  disk: Disk
  now: Date
  /** Why an earlier revision is replaced. */
  reason?: string | undefined
  /** The revision that the paper says it is, where it says so. */
  revision?: number | undefined
  signal?: AbortSignal | undefined
}

/** What of a paper does not depend on the day it is printed. */
export const sourceFiles = ({
  id,
  source,
  annexes,
}: Pick<Paper, 'id' | 'source' | 'annexes'>): NamedFile[] => [
  { path: `${id}.yaml`, bytes: source },
  ...annexes,
]

export const recordOf = ({ path, bytes }: NamedFile): StoredFile => ({
  path,
  size: bytes.length,
  sha256: sha256(bytes),
})

/**
 * Stores a paper, or finds it stored. Faults: those of `succession`, `archive/chain-end`, `archive/chain-gone`,
 * `archive/occupied`, `archive/overtaken` (another process has stored a revision of it meanwhile). Throws
 * ArchiveFailure.
 */
export function store(archive: string, paper: Paper, options: StoreOptions): Promise<Stored | Fault> {
  const { disk, signal } = options
  return failingAt(archive, async () => {
    await disk.makeFolder(archive)
    return withLock(archive, () => storeAlone(archive, paper, options), signal)
  })
}

async function storeAlone(
  archive: string,
  paper: Paper,
  { disk, now, reason, revision: printed }: StoreOptions,
): Promise<Stored | Fault> {
  await heal(archive, disk)
  const chain = await readChainText(archive)
  const head = headOf(chain)
  if (head === undefined) return fault('archive/chain-end', undefined, { path: chainName })
  if (head.seq === 0 && (await hasYears(archive)))
    return fault('archive/chain-gone', undefined, { path: chainName })
  const { id, kind, title, body, session, date } = paper
  const sources = sourceFiles(paper)
  const place = await succession(archive, chain, { id, kind, files: sources.map(recordOf) }, reason)
  if ('code' in place) return place
  if ('same' in place) return { added: false, line: place.same }
  const files = [...sources, { path: `${kind}.pdf`, bytes: paper.pdf }]
  const at = now.toISOString()
  const { revision, replaces } = place
  if (printed !== undefined && printed !== revision) return fault('archive/overtaken', undefined, { id })
  const about = { title, body, session, date: dayText(date), class: paper.class }
  const manifest: Manifest = {
    format: 1,
    id,
    revision,
    kind,
    ...about,
    replaces,
    issued: at,
    files: files.map(recordOf),
  }
  const bytes = Buffer.from(manifestText(manifest))
  const intent = { at, path: revisionPath(date, id, revision), manifest: sha256(bytes) }
  if (await isThere(join(archive, intent.path)))
    return fault('archive/occupied', undefined, { path: intent.path })
  const line = nextLine(head, intent)
  await write(archive, intent, [...files, { path: manifestName, bytes }], line, disk)
  return { added: true, line }
}

async function write(
  archive: string,
  intent: Intent,
  files: NamedFile[],
  line: ChainLine,
  disk: Disk,
): Promise<void> {
  const chain = join(archive, chainName)
  const length = (await stat(chain).catch(() => undefined))?.size ?? 0
  const target = join(archive, intent.path)
  const staging = join(archive, stagingName)
  const stage = join(staging, intent.path.slice(intent.path.lastIndexOf('/') + 1))
  const written = `${stage}${intentEnding}`
  let placing = false
  try {
    await disk.makeFolder(staging)
    await stageFiles(stage, files, disk)
    await disk.create(written, Buffer.from(JSON.stringify(intent)))
    await disk.syncFolder(staging)
    await disk.makeFolder(dirname(dirname(target)))
    await disk.makeFolder(dirname(target))
    placing = true
    await disk.rename(stage, target)
    await disk.syncFolder(dirname(target))
    await disk.append(chain, Buffer.from(`${JSON.stringify(line)}\n`))
    await disk.syncFolder(archive)
  } catch (error) {
    const size = (await stat(chain).catch(() => undefined))?.size ?? 0
    const undo = async (): Promise<void> => {
      // In this order: what cannot be done now is finished or removed at the next start.
      if (size > length) await disk.truncate(chain, length)
      if (placing && !(await isThere(stage))) await disk.rename(target, stage)
      await disk.remove(stage)
      await disk.remove(written)
    }
    await undo().catch(() => {})
    throw error
  }
  // It is stored; what was written down is found to be done at the next start, if it stays.
  await disk.remove(written).catch(() => {})
}

async function stageFiles(stage: string, files: NamedFile[], disk: Disk): Promise<void> {
  await disk.makeFolder(stage)
  const folders = new Set(files.map(({ path }) => dirname(join(stage, path))))
  for (const folder of folders) if (folder !== stage) await disk.makeFolder(folder)
  for (const { path, bytes } of files) await disk.create(join(stage, path), bytes)
  for (const folder of folders) await disk.syncFolder(folder)
}

async function hasYears(archive: string): Promise<boolean> {
  return (await readdir(archive)).some((name) => /^\d{4}$/.test(name))
}

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )
