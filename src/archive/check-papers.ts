/** Papers against the meeting files beside them, and against the chain whose head they show. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fault } from '../model/fault.ts'
import type { Fault } from '../model/fault.ts'
import { sha256 } from './chain.ts'
import type { Found } from './check-folders.ts'
import type { Manifest } from './manifest.ts'

/** What a paper says of itself. */
export interface PaperVerdict {
  faults: Fault[]
  /** The meeting file inside, where there is one. */
  source?: Uint8Array | undefined
  /** The head of the chain that is printed in it: number of the line and beginning of its hash. */
  head?: PrintedHead | undefined
}

export interface PrintedHead {
  seq: number
  hash: string
}

export type JudgePaper = (pdf: Uint8Array, path: string) => PaperVerdict

/**
 * Papers found sound and with their source, by the hashes of both, with the head that each shows. A verdict depends on nothing
 * else, and takes a hundred times as long as the hash.
 */
export type Judged = Map<string, PrintedHead | undefined>

interface Place {
  folder: string
  manifest: Manifest
}

interface Known {
  judgePaper: JudgePaper
  judged: Judged
  /** Hashes of the chain's lines by their numbers. */
  heads: ReadonlyMap<number, string>
  signal?: AbortSignal | undefined
}

/**
 * Judges the papers that are as their manifest has them; what was changed is told already. Faults: those of the judge,
 * `archive/disagrees` (the file beside the paper is not the one inside), `archive/printed-head` (the paper shows a head that
 * this chain never had: it was written anew).
 */
export async function checkPapers(
  archive: string,
  places: readonly Place[],
  found: Found,
  { judgePaper, judged, heads, signal }: Known,
): Promise<Fault[]> {
  const faults: Fault[] = []
  for (const { folder, manifest } of places) {
    const path = `${folder}/${manifest.kind}.pdf`
    const source = `${folder}/${manifest.id}.yaml`
    const hashes = [path, source].map((one) => asStored(one, folder, manifest, found))
    const [pdfHash, sourceHash] = hashes
    if (pdfHash === undefined || sourceHash === undefined) continue
    const key = `${pdfHash} ${sourceHash}`
    if (!judged.has(key)) {
      signal?.throwIfAborted()
      const verdict = judgePaper(await readFile(join(archive, path)), path)
      faults.push(...verdict.faults)
      const agrees = verdict.source !== undefined && sha256(verdict.source) === sourceHash
      if (!agrees && !verdict.faults.some(({ code }) => code === 'verify/source'))
        faults.push(fault('archive/disagrees', undefined, { path, source }))
      if (agrees && verdict.faults.length === 0) judged.set(key, verdict.head)
      else continue
    }
    const head = judged.get(key)
    const isOfChain = head === undefined || heads.get(head.seq)?.startsWith(head.hash)
    if (!isOfChain)
      faults.push(fault('archive/printed-head', undefined, { path, seq: String(head.seq), hash: head.hash }))
  }
  return faults
}

/** The hash of a file that is as the manifest has it. */
function asStored(path: string, folder: string, { files }: Manifest, found: Found): string | undefined {
  const hash = found.get(path)?.hash
  const recorded = files.find((file) => `${folder}/${file.path}` === path)?.sha256
  return hash === recorded ? hash : undefined
}

const firstLine = 'jalaseh judged 1'

/** As it is kept between runs. */
export function judgedText(judged: Judged): string {
  const lines = [...judged].map(([key, head]) => [key, head ? `${head.seq}:${head.hash}` : '-'].join(' '))
  return [firstLine, ...lines, ''].join('\n')
}

/** Empty for a text that another version has left. */
export function readJudged(text: string): Judged {
  const [first, ...lines] = text.split('\n')
  const rows = first === firstLine ? lines : []
  return new Map(
    rows.flatMap((line) => {
      const match = /^([0-9a-f]{64} [0-9a-f]{64}) (?:-|(\d+):([0-9a-f]+))$/.exec(line)
      const [, key = '', seq, hash = ''] = match ?? []
      return match === null
        ? []
        : [[key, seq === undefined ? undefined : { seq: Number(seq), hash }] as const]
    }),
  )
}
