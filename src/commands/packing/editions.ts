/** What an edition was when its packs were made: kept beside them, for the supplements of later editions. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { fault, warning } from '../../model/fault.ts'
import type { Fault } from '../../model/fault.ts'
import { WriteFailure, writeWhole } from '../../workspace/write.ts'
import type { AnnexFile } from './annexes.ts'

const editionSchema = z.strictObject({
  format: z.literal(1),
  edition: z.number().int().positive(),
  /** The meeting file. */
  text: z.string(),
  /** SHA-256 of the files of annexes, by their ids. */
  annexes: z.record(z.string(), z.string()),
})
export type Edition = z.output<typeof editionSchema>

const pathOf = (folder: string, edition: number): string => join(folder, 'editions', `${edition}.json`)

export function editionOf(edition: number, text: string, files: ReadonlyMap<string, AnnexFile>): Edition {
  const annexes = Object.fromEntries([...files].map(([id, { digest }]) => [id, digest]))
  return { format: 1, edition, text, annexes }
}

/** Faults: `pack/no-edition`. @param folder that of the meeting's papers */
export async function readEdition(folder: string, edition: number): Promise<Edition | { fault: Fault }> {
  const none = {
    fault: fault('pack/no-edition', undefined, { edition: String(edition), path: pathOf(folder, edition) }),
  }
  const text = await readFile(pathOf(folder, edition), 'utf8').catch(() => undefined)
  if (text === undefined) return none
  try {
    return editionSchema.parse(JSON.parse(text))
  } catch {
    return none
  }
}

/**
 * Keeps the edition. Faults: `output/unwritable`; warning `pack/edition-changed` where packs were made of another one of the
 * same number.
 */
export async function keepEdition(folder: string, edition: Edition): Promise<Fault[]> {
  const before = await readEdition(folder, edition.edition)
  const content = `${JSON.stringify(edition, null, 2)}\n`
  const isSame = !('fault' in before) && JSON.stringify(before) === JSON.stringify(edition)
  try {
    if (!isSame) await writeWhole(pathOf(folder, edition.edition), content)
  } catch (error) {
    if (error instanceof WriteFailure) return [error.fault]
    throw error
  }
  return 'fault' in before || isSame
    ? []
    : [warning('pack/edition-changed', undefined, { edition: String(edition.edition) })]
}
