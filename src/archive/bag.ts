/**
 * A bag (RFC 8493): revisions to be handed over, in a folder whose own lists of checksums any `sha256sum -c` can check. Its
 * payload is laid out as the archive is, with the chain and its signatures.
 */
import { readFile, readdir } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { fault } from '../model/fault.ts'
import type { Fault } from '../model/fault.ts'
import type { Disk } from '../workspace/disk.ts'
import { anchorsName } from './anchors.ts'
import { chainName, sha256 } from './chain.ts'
import { failingAt } from './failure.ts'
import { manifestName } from './manifest.ts'
import type { Entry } from './entries.ts'

export interface BagOptions {
  archive: string
  /** The folder that becomes the bag; it is not there yet, and its parent is. */
  target: string
  entries: readonly Entry[]
  disk: Disk
  /** Day of the bag, ISO 8601. */
  day: string
  /** Who hands it over. */
  organization?: string | undefined
  signal?: AbortSignal | undefined
}

/**
 * Writes a bag whole or not at all. Every file is held against its manifest on the way. Faults: `archive/changed`,
 * `archive/missing`. Throws ArchiveFailure.
 * @returns files and bytes of its payload
 */
export function writeBag(options: BagOptions): Promise<{ files: number; bytes: number } | Fault[]> {
  const { target, disk } = options
  const draft = join(dirname(target), `.${basename(target)}.tmp`)
  return failingAt(target, async () => {
    try {
      await disk.remove(draft)
      await disk.makeFolder(draft)
      const written = await fill(draft, options)
      if (Array.isArray(written)) await disk.remove(draft)
      else {
        await disk.rename(draft, target)
        await disk.syncFolder(dirname(target))
      }
      return written
    } catch (error) {
      await disk.remove(draft).catch(() => {})
      throw error
    }
  })
}

async function fill(
  draft: string,
  { archive, entries, disk, day, organization, signal }: BagOptions,
): Promise<{ files: number; bytes: number } | Fault[]> {
  const faults: Fault[] = []
  const listed: { path: string; hash: string }[] = []
  let bytes = 0
  const made = new Set<string>([draft])
  const put = async (path: string, content: Uint8Array): Promise<void> => {
    await makeFolders(dirname(join(draft, path)), made, disk)
    await disk.create(join(draft, path), content)
  }
  const copy = async (path: string, expected?: string): Promise<void> => {
    signal?.throwIfAborted()
    const content = await readFile(join(archive, path)).catch(() => undefined)
    if (content === undefined) return void faults.push(fault('archive/missing', undefined, { path }))
    const hash = sha256(content)
    if (hash !== (expected ?? hash)) return void faults.push(fault('archive/changed', undefined, { path }))
    await put(`data/${path}`, content)
    listed.push({ path: `data/${path}`, hash })
    bytes += content.length
  }
  for (const { manifestHash, manifest, line } of entries) {
    await copy(`${line.path}/${manifestName}`, manifestHash)
    for (const file of manifest.files) await copy(`${line.path}/${file.path}`, file.sha256)
  }
  await copy(chainName)
  for (const name of await readdir(join(archive, anchorsName)).catch(() => []))
    await copy(`${anchorsName}/${name}`)
  if (faults.length > 0) return faults
  const tags = {
    'bagit.txt': 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n',
    'bag-info.txt': [
      ...(organization === undefined ? [] : [`Source-Organization: ${organization}`]),
      `Bagging-Date: ${day}`,
      `Payload-Oxum: ${bytes}.${listed.length}`,
      'Bag-Software-Agent: Jalaseh',
      '',
    ].join('\n'),
    'manifest-sha256.txt': listOf(listed),
  }
  for (const [name, text] of Object.entries(tags)) await put(name, Buffer.from(text))
  const own = Object.entries(tags).map(([path, text]) => ({ path, hash: sha256(text) }))
  await put('tagmanifest-sha256.txt', Buffer.from(listOf(own)))
  for (const folder of made) await disk.syncFolder(folder)
  return { files: listed.length, bytes }
}

/** Ids hold none of the characters that RFC 8493 §2.1.3 writes otherwise. */
const listOf = (files: { path: string; hash: string }[]): string =>
  files.map(({ path, hash }) => `${hash}  ${path}\n`).join('')

async function makeFolders(folder: string, made: Set<string>, disk: Disk): Promise<void> {
  if (made.has(folder)) return
  await makeFolders(dirname(folder), made, disk)
  await disk.makeFolder(folder)
  made.add(folder)
}
