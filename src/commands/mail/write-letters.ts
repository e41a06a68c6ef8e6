/** Letters as files that a mail program opens, with the list by which the same letter keeps its date. */
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { compose } from '../../mail/compose.ts'
import { writeStreamed, writeWhole } from '../../workspace/write.ts'
import type { Letter } from './letters.ts'

const listName = 'manifest.json'

const writtenSchema = z.strictObject({
  /** Of its delivery. */
  id: z.string(),
  /** ISO 8601. */
  approved: z.string(),
  name: z.string(),
  address: z.string(),
  class: z.string(),
  file: z.string(),
  /** Of the file, in bytes. */
  size: z.number().int(),
  sha256: z.string(),
})
export type Written = z.output<typeof writtenSchema>
const listSchema = z.strictObject({ format: z.literal(1), letters: z.array(writtenSchema) })

/** When letters were approved, by the ids of their deliveries; nothing where none were written. */
export async function approvals(folder: string): Promise<Map<string, Date>> {
  return new Map((await listed(folder)).map(({ id, approved }) => [id, new Date(approved)]))
}

async function listed(folder: string): Promise<Written[]> {
  const text = await readFile(join(folder, listName), 'utf8').catch(() => '')
  try {
    return listSchema.parse(JSON.parse(text)).letters
  } catch {
    return []
  }
}

/**
 * One after the other, each in parts, so that no more than a part is in memory. Letters of earlier runs that still lie there
 * stay in the list. Throws WriteFailure, and the signal's reason when it is aborted.
 */
export async function writeLetters(
  folder: string,
  letters: readonly Letter[],
  signal: AbortSignal,
): Promise<Written[]> {
  const own = new Set(letters.map(({ file }) => `${file}.eml`))
  const others = (await listed(folder)).filter(({ file }) => !own.has(file) && existsSync(join(folder, file)))
  const written: Written[] = []
  for (const { name, address, class: level, file, message } of letters) {
    if (message === undefined) continue
    signal.throwIfAborted()
    const path = `${file}.eml`
    const { size, sha256 } = await writeStreamed(join(folder, path), compose(message))
    const approved = message.date.toISOString()
    written.push({ id: message.id, approved, name, address, class: level, file: path, size, sha256 })
  }
  const list = { format: 1 as const, letters: [...written, ...others] }
  await writeWhole(join(folder, listName), `${JSON.stringify(list, null, 2)}\n`)
  return written
}
