import { readdir } from 'node:fs/promises'

/**
 * Copies of earlier builds that this one did not write: its folder may hold letters to people who are no longer
 * invited. They are told and never deleted. A copy is known by its number; what is not numbered is not ours.
 * @param written names without endings
 */
export async function staleCopies(folder: string, written: readonly string[]): Promise<string[]> {
  const files = await readdir(folder).catch(() => [])
  return files
    .filter((file) => /^\d+-.*\.(?:pdf|html|eml)$/s.test(file))
    .filter((file) => !written.some((name) => file.startsWith(`${name}.`)))
    .toSorted()
}
