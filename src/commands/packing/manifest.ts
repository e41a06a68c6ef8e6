/** What was made for whom: a list beside the packs that programs read, and a journal by which an interrupted run goes on. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { disk } from '../../workspace/disk.ts'
import { addTo, writeWhole } from '../../workspace/write.ts'
import type { PackOptions } from './options.ts'

const packSchema = z.strictObject({
  copy: z.number().int(),
  name: z.string(),
  address: z.string().optional(),
  clearance: z.string().optional(),
  /** The class that the pack bears. */
  class: z.string(),
  /** From the folder of the meeting's papers. */
  files: z.array(z.strictObject({ name: z.string(), size: z.number().int(), sha256: z.string() })),
  pages: z.number().int(),
  /** Hash of all that it was made of. */
  key: z.string(),
})
export type PackEntry = z.output<typeof packSchema>

const manifestSchema = z.looseObject({ format: z.literal(1), packs: z.array(packSchema) })

/** A pack that could not be made, and why. */
export interface FailedPack {
  copy: number
  name: string
  code: string
}

export interface Manifest {
  format: 1
  meeting: string
  edition: number
  packs: PackEntry[]
  failed: FailedPack[]
}

const manifestName = 'manifest.json'
const journalName = '.journal.jsonl'

/** Packs that are known from the last run and from one that was interrupted, the newest first. */
export async function knownPacks(folder: string): Promise<PackEntry[]> {
  const text = await readFile(join(folder, manifestName), 'utf8').catch(() => '')
  const last = parsed(manifestSchema, text)?.packs ?? []
  const lines = await journalLines(folder)
  return [...lines.slice(1).flatMap((line) => parsed(packSchema, line) ?? []), ...last]
}

/**
 * What the run that was interrupted had been asked for; that of whole packs first, where there are several.
 * @param packs folder of the packs, with those of supplements in it
 * @param since the edition that a supplement is to add to; undefined for any run
 */
export async function interrupted(
  packs: string,
  since: number | undefined,
): Promise<Partial<PackOptions> | undefined> {
  const names = await readdir(packs).catch(() => [])
  const supplements = names.filter((name) => /^since-\d+$/.test(name)).toSorted()
  for (const name of since === undefined ? ['', ...supplements] : [folderOf(since)]) {
    const [first = ''] = await journalLines(join(packs, name))
    const asked = parsed(askedSchema, first)
    if (asked) return asked
  }
  return undefined
}

/** Of a supplement, within that of the packs. */
export const folderOf = (since: number): string => `since-${since}`

/** Whether the folder says already what a run without work would write. */
export async function isCurrent(folder: string, manifest: Manifest): Promise<boolean> {
  const text = await readFile(join(folder, manifestName), 'utf8').catch(() => undefined)
  return (
    (text ?? textOf({ ...manifest, packs: [] })) === textOf(manifest) &&
    (await journalLines(folder)).length === 0
  )
}

const textOf = (manifest: Manifest): string => `${JSON.stringify(manifest, null, 2)}\n`

const askedSchema = z.strictObject({
  for: z.array(z.string()),
  kinds: z.array(z.string()),
  since: z.string().optional(),
  archival: z.boolean().optional(),
  fit: z.boolean().optional(),
})

async function journalLines(folder: string): Promise<string[]> {
  const text = await readFile(join(folder, journalName), 'utf8').catch(() => '')
  return text.split('\n').filter(Boolean)
}

/** Both throw WriteFailure. */
export interface Journal {
  add(entry: PackEntry): Promise<void>
  /** The run came to its end: the list is written, and the journal has served. */
  close(manifest: Manifest): Promise<void>
}

/** Begins anew with what is asked for and with the packs that are there already. Throws WriteFailure. */
export async function openJournal(
  folder: string,
  { for: wanted, kinds, since, archival, fit }: PackOptions,
  there: readonly PackEntry[],
): Promise<Journal> {
  const asked = { for: wanted, kinds, since, archival, fit }
  const path = join(folder, journalName)
  const lines = [asked, ...there].map((line) => `${JSON.stringify(line)}\n`)
  await writeWhole(path, lines.join(''))
  return {
    add: (entry) => addTo(path, `${JSON.stringify(entry)}\n`),
    async close(manifest) {
      await writeWhole(join(folder, manifestName), textOf(manifest))
      await disk.remove(path)
    },
  }
}

/** Whether every file of a pack is there as it was written. */
export async function isThere(folder: string, { files }: PackEntry): Promise<boolean> {
  const hashes = await Promise.all(files.map(({ name }) => hashOf(join(folder, name))))
  return files.every(({ sha256 }, index) => hashes[index] === sha256)
}

async function hashOf(path: string): Promise<string | undefined> {
  const hash = createHash('sha256')
  try {
    for await (const part of createReadStream(path)) hash.update(part as Buffer)
  } catch {
    return undefined
  }
  return hash.digest('hex')
}

function parsed<T>(schema: z.ZodType<T>, text: string): T | undefined {
  return schema.safeParse(json(text)).data
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // The last line of a run that was killed may be half of one.
    return undefined
  }
}
