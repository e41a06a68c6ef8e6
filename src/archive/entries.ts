/** What an archive holds, in the order in which it was stored. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fault } from '../model/fault.ts'
import type { Fault } from '../model/fault.ts'
import { linesOf, readChainText } from './chain.ts'
import type { ChainLine } from './chain.ts'
import { manifestName, parseManifest } from './manifest.ts'
import type { Manifest } from './manifest.ts'
import { readRevisionPath } from './names.ts'

/** A revision as the chain alone tells it: enough to know whether an index has it already. */
export interface Revision {
  id: string
  revision: number
  /** Absolute. */
  folder: string
  /** Absolute path of its meeting file. */
  source: string
  /** No later revision of the id. */
  latest: boolean
  /** SHA-256 of its manifest, by which its whole content is known. */
  manifestHash: string
  line: ChainLine
}

/** A revision with what its manifest says. */
export interface Entry extends Revision {
  kind: string
  /** Absolute path of the paper. */
  pdf: string
  /** 1405/09/04. */
  date: string
  body: string
  title: string
  manifest: Manifest
}

/** All revisions, none where there is no archive. Reads one file. Throws what reading throws. */
export async function readRevisions(archive: string): Promise<Revision[]> {
  const revisions = linesOf(await readChainText(archive)).flatMap((line) => {
    const named = readRevisionPath(line.path)
    if (named === undefined) return []
    const folder = join(archive, ...line.path.split('/'))
    const source = join(folder, `${named.id}.yaml`)
    return [{ ...named, folder, source, latest: false, manifestHash: line.manifest, line }]
  })
  const newest = new Map(revisions.map((one) => [one.id, one.revision]))
  return revisions.map((one) => ({ ...one, latest: newest.get(one.id) === one.revision }))
}

/** A revision with its manifest; undefined where that is gone or no manifest, which `verify` tells. */
export async function readEntry(revision: Revision): Promise<Entry | undefined> {
  const text = await readFile(join(revision.folder, manifestName), 'utf8').catch(() => '')
  const manifest = parseManifest(text)
  if (manifest === undefined) return undefined
  const { kind, date, body = '', title } = manifest
  return { ...revision, kind, date, body, title, pdf: join(revision.folder, `${kind}.pdf`), manifest }
}

/** Every revision that can be read, in the order of the chain. For an index, see `readRevisions`. */
export async function readEntries(archive: string): Promise<Entry[]> {
  return (await readArchive(archive)).entries
}

/** The same, and a fault for each that cannot: `archive/missing`. */
export async function readArchive(archive: string): Promise<{ entries: Entry[]; faults: Fault[] }> {
  const entries: Entry[] = []
  const faults: Fault[] = []
  for (const revision of await readRevisions(archive)) {
    const entry = await readEntry(revision)
    const path = `${revision.line.path}/${manifestName}`
    if (entry === undefined) faults.push(fault('archive/missing', undefined, { path }))
    else entries.push(entry)
  }
  return { entries, faults }
}
