/**
 * What a writer that was killed has left. Before its last two steps, the rename and the line, it has written down what it is
 * about to do: so a revision that came as far as the rename gets its line, and a folder that somebody else has put
 * there does not.
 */
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Disk } from '../workspace/disk.ts'
import { chainName, headOf, linesOf, nextLine, readChainText, sha256 } from './chain.ts'
import type { ChainLine } from './chain.ts'
import { ifUnlocked } from './lock.sqlite.ts'
import { manifestName } from './manifest.ts'
import { readRevisionPath } from './names.ts'

export const stagingName = 'tmp'
/** Ending of what is written down, beside the folder that it is about. */
export const intentEnding = '.json'

export type Intent = Pick<ChainLine, 'at' | 'path' | 'manifest'>

/** Finishes or removes what is in `tmp/`. Only for who holds the lock. A chain that is damaged is left as it is. */
export async function heal(archive: string, disk: Disk): Promise<void> {
  const staging = join(archive, stagingName)
  const names = await readdir(staging).catch(() => [])
  if (names.length === 0) return
  for (const name of names.filter(isIntent)) {
    const intent = readIntent(await readFile(join(staging, name), 'utf8'))
    if (intent !== undefined && (await isThere(archive, intent)) && !(await adopt(archive, intent, disk)))
      return
  }
  // The folders first: as long as one is there, what is written down about it says whose it is.
  for (const name of names.toSorted((a, b) => Number(isIntent(a)) - Number(isIntent(b))))
    await disk.remove(join(staging, name))
}

/** Heals on the way to something else, where that can be done: whoever only reads may be unable to write. */
export async function healIfIdle(archive: string, disk: Disk): Promise<void> {
  const names = await readdir(join(archive, stagingName)).catch(() => [])
  if (names.length > 0) await ifUnlocked(archive, () => heal(archive, disk)).catch(() => {})
}

/** Folders of which it is written down that they are about to be stored. */
export async function pendingPaths(archive: string): Promise<string[]> {
  const staging = join(archive, stagingName)
  const names = (await readdir(staging).catch(() => [])).filter(isIntent)
  const texts = await Promise.all(names.map((name) => readFile(join(staging, name), 'utf8').catch(() => '')))
  return texts.flatMap((text) => readIntent(text)?.path ?? [])
}

const isIntent = (name: string): boolean => name.endsWith(intentEnding)

function readIntent(text: string): Intent | undefined {
  try {
    const { at, path, manifest } = JSON.parse(text) as Record<keyof Intent, unknown>
    if (typeof at !== 'string' || typeof path !== 'string' || typeof manifest !== 'string') return undefined
    return readRevisionPath(path) === undefined ? undefined : { at, path, manifest }
  } catch {
    // It was being written when the writer was killed, and nothing has happened yet.
    return undefined
  }
}

async function isThere(archive: string, { path, manifest }: Intent): Promise<boolean> {
  const bytes = await readFile(join(archive, path, manifestName)).catch(() => undefined)
  return bytes !== undefined && sha256(bytes) === manifest
}

/** Gives a revision its line, unless it has it. False where the chain cannot be continued. */
async function adopt(archive: string, intent: Intent, disk: Disk): Promise<boolean> {
  const chain = join(archive, chainName)
  const text = await readChainText(archive)
  // A line without its end is the one that was being written.
  const whole = text.slice(0, text.lastIndexOf('\n') + 1)
  const head = headOf(whole)
  if (head === undefined) return false
  if (whole !== text) await disk.truncate(chain, Buffer.byteLength(whole))
  if (linesOf(whole).some(({ path, manifest }) => path === intent.path && manifest === intent.manifest))
    return true
  await disk.append(chain, Buffer.from(`${JSON.stringify(nextLine(head, intent))}\n`))
  await disk.syncFolder(archive)
  return true
}
