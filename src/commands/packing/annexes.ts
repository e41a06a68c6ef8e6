/** The files of annexes: told apart by their bytes, read once however many packs they are in. */
import { basename } from 'node:path'
import type { AnnexLimits } from '../../annex/annex.ts'
import type { OpenAnnex } from '../../annex/assemble.ts'
import { readAnnexSafely } from '../../annex/read-safely.ts'
import { fault, warning } from '../../model/fault.ts'
import type { Fault, Span } from '../../model/fault.ts'
import type { Meeting } from '../../model/meeting.ts'
import type { Settings } from '../../model/settings.ts'
import { digestFile, isFault, readAgain } from '../../workspace/read-files.ts'
import type { DigestedFile } from '../../workspace/read-files.ts'
import type { Host } from '../host.ts'
import type { Origin } from '../prepare.ts'

type Row = NonNullable<Meeting['annexes']>[number]

/** An annex of the meeting file, and the file that it names. */
export interface AnnexFile extends DigestedFile {
  row: Row
  span: Span | undefined
}

/** By the ids of the annexes. */
export async function findAnnexes(
  { annexes = [] }: Meeting,
  { workspace, base }: Origin,
  spans: ReadonlyMap<string, Span>,
): Promise<{ files: Map<string, AnnexFile>; faults: Fault[] }> {
  const files = new Map<string, AnnexFile>()
  const faults: Fault[] = []
  for (const [index, row] of annexes.entries()) {
    const path = `annexes.${index}.file`
    const span = spans.get(path)
    const found = await digestFile({ text: row.file, path, span: span! }, base, workspace)
    if (isFault(found)) faults.push(found)
    else files.set(row.id, { ...found, row, span })
  }
  return { files, faults }
}

/** `file/changed`, where the file is no longer what was found. */
export async function bytesOf(file: AnnexFile): Promise<Buffer | Fault> {
  return (await readAgain(file)) ?? fault('file/changed', file.span, { path: file.row.file })
}

/** By their digests: two annexes of one file are one. */
export type OpenAnnexes = ReadonlyMap<string, OpenAnnex>

/** Reads files one after another, so that no two are in memory twice; faults stand where the meeting file names them. */
export async function openAnnexes(
  files: readonly AnnexFile[],
  limits: Partial<AnnexLimits>,
  { signal }: Host,
): Promise<{ open: OpenAnnexes; faults: Fault[] }> {
  const { openAnnex } = await import('../../annex/assemble.ts')
  const open = new Map<string, OpenAnnex>()
  const faults: Fault[] = []
  const placed = (found: Fault, span: Span | undefined): Fault => (span ? { ...found, span } : found)
  for (const file of files) {
    const { path, digest, span, row } = file
    if (open.has(digest)) {
      faults.push(placed(warning('pack/same-annex', undefined, { title: row.title }), span))
      continue
    }
    const bytes = await bytesOf(file)
    if (isFault(bytes)) {
      faults.push(bytes)
      continue
    }
    const read = await readAnnexSafely(bytes, basename(path), { limits, handOver: true, signal })
    if ('fault' in read) {
      faults.push(placed(read.fault, span))
      continue
    }
    faults.push(...read.warnings.map((found) => placed(found, span)))
    open.set(digest, await openAnnex(read))
  }
  return { open, faults }
}

/** Those of the office; ours hold for what it does not say. */
export const limitsOf = ({ limits = {} }: Settings): Partial<AnnexLimits> => {
  const { annex_pages: pages, annex_seconds: seconds, annex_megapixels: megapixels } = limits
  return {
    ...(pages !== undefined && { pages }),
    ...(seconds !== undefined && { seconds }),
    ...(megapixels !== undefined && { pixels: megapixels * 1e6 }),
  }
}
