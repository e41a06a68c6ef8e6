/** Whether an archive is what was stored: the chain, every byte, and that each paper agrees with its meeting file. */
import type { KeyObject } from 'node:crypto'
import { fault, warning } from '../model/fault.ts'
import type { Fault } from '../model/fault.ts'
import { checkAnchors } from './anchors.ts'
import { linesOf, readChainText } from './chain.ts'
import type { Head } from './chain.ts'
import { checkChain } from './check-chain.ts'
import { checkFiles, checkFolders, claim, manifestsOf } from './check-folders.ts'
import { checkPapers } from './check-papers.ts'
import type { Judged, JudgePaper } from './check-papers.ts'
import { pendingPaths } from './heal.ts'
import { hashFiles, takeInventory } from './inventory.ts'

export interface VerifyOptions {
  judgePaper: JudgePaper
  /** Papers judged sound before, by their hashes; added to. */
  judged: Judged
  /** The public key whose signatures count. */
  key?: KeyObject | undefined
  signal?: AbortSignal | undefined
}

export interface ArchiveReport {
  faults: Fault[]
  /** Absent for an empty chain. */
  head?: Head
  revisions: number
  files: number
  bytes: number
  /** Up to which line the chain is signed; 0 for nothing. */
  signed: number
}

/**
 * Total over whatever lies in the folder. Faults: those of `checkChain`, `checkFolders`, `checkFiles`, `checkPapers` and `checkAnchors`,
 * `archive/unreadable`, and as a warning `archive/pending` (a writer is at work, or was killed and nobody could heal).
 */
export async function verifyArchive(archive: string, options: VerifyOptions): Promise<ArchiveReport> {
  const first = await readChainText(archive)
  const { folders, files, strays } = takeInventory(archive)
  const found = await hashFiles(archive, files, options.signal)
  // Others may have stored something meanwhile, which is not what was asked for, or be about to.
  // In this order: what is not intended any more has its line.
  const intended = await pendingPaths(archive)
  const second = await readChainText(archive)
  const whole = first.slice(0, first.lastIndexOf('\n') + 1)
  const isBeingWritten = second !== first || intended.length > 0
  const { lines, faults } = checkChain(isBeingWritten ? whole : first)
  const added = linesOf(second.slice(whole.length))
  const later = new Set(added.map(({ path }) => path))
  const told = new Set(lines.map(({ path }) => path))
  const pending = intended.filter((path) => !told.has(path) && !later.has(path))
  for (const path of pending) faults.push(warning('archive/pending', undefined, { path }))
  for (const [path, { reason }] of found)
    if (reason !== undefined) faults.push(fault('archive/unreadable', undefined, { path, reason }))
  const ours = folders.filter((path) => !later.has(path) && !pending.includes(path))
  const places = claim(lines, ours, found)
  const manifests = manifestsOf(places.keys(), found)
  faults.push(...checkFolders(lines, places, ours, found), ...checkFiles(manifests, found))
  faults.push(...strays.map((path) => fault('archive/added', undefined, { path })))
  const known = [...lines.flatMap(({ line }) => line ?? []), ...added]
  const heads = new Map(known.map(({ seq, hash }) => [seq, hash]))
  const papers = [...places.keys()].flatMap((folder) => {
    const manifest = manifests.get(folder)
    return manifest === undefined ? [] : [{ folder, manifest }]
  })
  faults.push(...(await checkPapers(archive, papers, found, { ...options, heads })))
  const anchors = await checkAnchors(archive, (seq) => heads.get(seq), options.key)
  faults.push(...anchors.faults)
  const last = lines.at(-1)?.line
  return {
    faults,
    ...(last && { head: { seq: last.seq, hash: last.hash } }),
    revisions: lines.length,
    files: found.size,
    bytes: [...found.values()].reduce((sum, { size }) => sum + size, 0),
    signed: anchors.signed,
  }
}
