/** What a paper is to the archive: new, there already, or in the place of an earlier revision. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fault } from '../model/fault.ts'
import type { Fault } from '../model/fault.ts'
import { parseLine, sha256 } from './chain.ts'
import type { ChainLine } from './chain.ts'
import { manifestName, parseManifest } from './manifest.ts'
import type { Replaced, StoredFile } from './manifest.ts'
import { isSafeId, readRevisionPath } from './names.ts'

/** A paper before it is printed: what decides whether it is the same. */
export interface Candidate {
  id: string
  kind: string
  /** The meeting file and the annexes. The paper itself says the day's head of the chain, and is no part of it. */
  files: StoredFile[]
}

export type Succession = { same: ChainLine } | { revision: number; replaces?: Replaced }

/**
 * Where a paper belongs. Faults: `archive/name`, `archive/near` (an id that some system takes for the same), `archive/kind`,
 * `archive/revision` (other content, and no reason given), `archive/damaged`.
 * @param chain the text of the chain
 * @param reason why an earlier revision is replaced
 */
export async function succession(
  archive: string,
  chain: string,
  { id, kind, files }: Candidate,
  reason: string | undefined,
): Promise<Succession | Fault> {
  for (const name of [id, kind]) if (!isSafeId(name)) return fault('archive/name', undefined, { id: name })
  const alike = linesAbout(chain, id)
  const near = alike.find((one) => one.id !== id)
  if (near !== undefined) return fault('archive/near', undefined, { id, other: near.id })
  const last = alike.at(-1)
  if (last === undefined) return { revision: 1 }
  const { line, revision } = last
  const bytes = await readFile(join(archive, line.path, manifestName)).catch(() => new Uint8Array())
  const known = sha256(bytes) === line.manifest ? parseManifest(bytes.toString()) : undefined
  if (known === undefined) return fault('archive/damaged', undefined, { path: line.path })
  if (known.kind !== kind) return fault('archive/kind', undefined, { id, paper: kind, other: known.kind })
  const before = known.files.filter(({ path }) => path !== `${kind}.pdf`)
  if (inOrder(before) === inOrder(files)) return { same: line }
  if (reason === undefined) return fault('archive/revision', undefined, { id, revision: String(revision) })
  return { revision: revision + 1, replaces: { revision, manifest: line.manifest, reason } }
}

const inOrder = (files: StoredFile[]): string =>
  files
    .map(({ path, sha256: hash }) => `${path} ${hash}`)
    .toSorted()
    .join('\n')

/** Lines of an id, however its letters are cased. Only these are parsed, and searched for by their middle: a chain has thousands. */
function linesAbout(chain: string, id: string): { line: ChainLine; id: string; revision: number }[] {
  const about = new RegExp(`"path":"\\d{4}/\\d\\d/${RegExp.escape(id)}\\.r\\d+"`, 'giu')
  return [...chain.matchAll(about)].flatMap(({ index }) => {
    const start = chain.lastIndexOf('\n', index) + 1
    const line = parseLine(chain.slice(start, chain.indexOf('\n', index)))
    const named = line && readRevisionPath(line.path)
    return line && named ? [{ line, ...named }] : []
  })
}
