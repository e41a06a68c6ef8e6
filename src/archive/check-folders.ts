/** Folders and files of an archive against its chain and manifests. */
import { fault } from '../model/fault.ts'
import type { Fault } from '../model/fault.ts'
import type { CheckedLine } from './check-chain.ts'
import { compare } from './compare.ts'
import type { FoundFile } from './inventory.ts'
import { manifestName, parseManifest } from './manifest.ts'
import type { Manifest } from './manifest.ts'

/** What was found, by path from the archive. */
export type Found = ReadonlyMap<string, FoundFile>

const manifestPath = (folder: string): string => `${folder}/${manifestName}`
const manifestHash = (folder: string, found: Found): string => found.get(manifestPath(folder))?.hash ?? ''

/**
 * Which line speaks of which folder: of the one that it names or, where that is gone, of the one that has its manifest. What no
 * line speaks of was added.
 */
export function claim(
  lines: readonly CheckedLine[],
  folders: readonly string[],
  found: Found,
): Map<string, CheckedLine> {
  const places = new Map<string, CheckedLine>()
  const there = new Set(folders)
  for (const line of lines) if (there.has(line.path)) places.set(line.path, line)
  const free = new Map(
    folders.filter((one) => !places.has(one)).map((folder) => [manifestHash(folder, found), folder]),
  )
  for (const line of lines) {
    const folder = free.get(line.manifest)
    if (!there.has(line.path) && folder !== undefined) places.set(folder, line)
  }
  return places
}

/** The manifests that are ones, by folder. */
export function manifestsOf(folders: Iterable<string>, found: Found): Map<string, Manifest> {
  const manifests = new Map<string, Manifest>()
  for (const folder of folders) {
    const manifest = parseManifest(found.get(manifestPath(folder))?.text ?? '')
    if (manifest !== undefined) manifests.set(folder, manifest)
  }
  return manifests
}

/**
 * Every revision in its place with the manifest that the chain knows. A line that was edited itself is told as that, and says
 * nothing against its folder. Faults: those of `compare`, of a folder or of its manifest.
 */
export function checkFolders(
  lines: readonly CheckedLine[],
  places: ReadonlyMap<string, CheckedLine>,
  folders: readonly string[],
  found: Found,
): Fault[] {
  const actual = new Map(folders.map((folder) => [folder, manifestHash(folder, found)]))
  const expected = new Map(lines.flatMap((line) => (line.sound ? [[line.path, line.manifest] as const] : [])))
  for (const [folder, line] of places) if (!line.sound) expected.set(folder, actual.get(folder) ?? '')
  return compare(expected, actual).map((one) => {
    if (one.code !== 'archive/changed') return one
    const { path = '' } = one.values
    const values = { path: manifestPath(path) }
    return found.has(values.path) ? { ...one, values } : fault('archive/missing', undefined, values)
  })
}

/** Every file as the manifest in its folder has it. Faults: those of `compare`. */
export function checkFiles(manifests: ReadonlyMap<string, Manifest>, found: Found): Fault[] {
  const expected = new Map<string, string>()
  for (const [folder, { files }] of manifests)
    for (const { path, sha256 } of files) expected.set(`${folder}/${path}`, sha256)
  const actual = new Map<string, string>()
  for (const [path, { hash, reason }] of found) {
    const folder = path.split('/').slice(0, 3).join('/')
    // A file that could not be read is told as that.
    if (reason !== undefined) expected.delete(path)
    else if (manifests.has(folder) && path !== manifestPath(folder)) actual.set(path, hash)
  }
  return compare(expected, actual)
}
