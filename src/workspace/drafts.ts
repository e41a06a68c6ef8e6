/** Files on their way to their names: each says which process writes it, so that those of killed ones can be told. */
import { randomUUID } from 'node:crypto'
import { lstat, readdir, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { isLeftBehind, markForm, ownMark } from '../system/own-mark.ts'

/** The name that is to come, the mark of the process, and what no other draft has. */
const draftName = new RegExp(`^\\..+\\.(${markForm})-[0-9a-f]{8}\\.tmp$`, 's')

/** Beside the file that it is to become. */
export const draftOf = (path: string): string =>
  join(dirname(path), `.${basename(path)}.${ownMark}-${randomUUID().slice(0, 8)}.tmp`)

export const isDraft = (name: string): boolean => draftName.test(name)

const looked = new Set<string>()

/** Removes drafts of processes that have ended, once for each folder; what cannot be removed stays. */
export async function removeLeftDrafts(folder: string): Promise<void> {
  if (looked.has(folder)) return
  looked.add(folder)
  const names = await readdir(folder).catch(() => [])
  for (const name of names.filter(isDraft)) {
    const path = join(folder, name)
    if (await isLeft(path)) await rm(path, { force: true }).catch(() => {})
  }
}

async function isLeft(path: string): Promise<boolean> {
  const [, mark = ''] = draftName.exec(basename(path)) ?? []
  const about = await lstat(path).catch(() => undefined)
  return about !== undefined && isLeftBehind(mark, about)
}
