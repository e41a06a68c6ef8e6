/**
 * The chain of an archive, `chain.jsonl`: a line for every revision stored, each with the hash of the line before. Whoever
 * knows one line knows that nothing before it was changed.
 */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

export interface ChainLine {
  /** 1 for the first. */
  seq: number
  /** When it was stored, ISO 8601 in UTC. */
  at: string
  /** Folder of the revision, from the archive's, with `/`. */
  path: string
  /** SHA-256 of its manifest. */
  manifest: string
  /** The hash of the line before; zeros before the first. */
  prev: string
  /** Of the members above, as JSON in this order without spaces. */
  hash: string
}

/** Where the chain ends: what is printed in the next minutes and what is signed. */
export type Head = Pick<ChainLine, 'seq' | 'hash'>

/** The archive's folder, in that of the workspace. */
export const archiveName = 'archive'
export const chainName = 'chain.jsonl'

/** Before the first line. */
export const origin: Head = { seq: 0, hash: '0'.repeat(64) }

/** How much of a hash is printed: enough that no other line has it by chance or by a day's work. */
const printedLength = 16
export const shortHash = (hash: string): string => hash.slice(0, printedLength)

export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')

/** The line that follows a head. */
export function nextLine(
  head: Head,
  { at, path, manifest }: Pick<ChainLine, 'at' | 'path' | 'manifest'>,
): ChainLine {
  const open = { seq: head.seq + 1, at, path, manifest, prev: head.hash }
  return { ...open, hash: hashOf(open) }
}

export function hashOf({ seq, at, path, manifest, prev }: Omit<ChainLine, 'hash'>): string {
  return sha256(JSON.stringify({ seq, at, path, manifest, prev }))
}

/** A line of the file; undefined for what is none. Whether its hash is right is not asked. */
export function parseLine(text: string): ChainLine | undefined {
  try {
    const { seq, at, path, manifest, prev, hash } = JSON.parse(text) as Record<keyof ChainLine, unknown>
    const texts = [at, path, manifest, prev, hash].every((value) => typeof value === 'string')
    return texts && Number.isSafeInteger(seq)
      ? ({ seq, at, path, manifest, prev, hash } as ChainLine)
      : undefined
  } catch {
    return undefined
  }
}

/** The text of the chain, '' where there is none. Throws what reading throws. */
export async function readChainText(archive: string): Promise<string> {
  try {
    return await readFile(join(archive, chainName), 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return ''
    throw error
  }
}

/** The lines that can be read, in their order; a last one that is not ended was never acknowledged and is none. */
export function linesOf(text: string): ChainLine[] {
  return text
    .slice(0, text.lastIndexOf('\n') + 1)
    .split('\n')
    .flatMap((line) => parseLine(line) ?? [])
}

/** Where a chain ends, `origin` for an empty one; undefined where its last line is not whole or not as it was written. */
export function headOf(text: string): Head | undefined {
  if (text === '') return origin
  if (!text.endsWith('\n')) return undefined
  const last = parseLine(text.slice(text.lastIndexOf('\n', text.length - 2) + 1))
  return last !== undefined && last.hash === hashOf(last) ? { seq: last.seq, hash: last.hash } : undefined
}

/** For what is printed: the head of an archive that has lines and whose last one is sound. */
export async function readHead(archive: string): Promise<Head | undefined> {
  const head = headOf(await readChainText(archive))
  return head === origin ? undefined : head
}
