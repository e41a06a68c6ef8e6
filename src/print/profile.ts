/** The throw-away folders that browsers are given: each is named after the run that made it. */
import { chownSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { lstat, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isLeftBehind, markForm, ownMark } from '../system/own-mark.ts'
import { PrintFailure } from './failure.ts'

/** As root the browser runs as this user, whose its profile then is. */
export const nobody = 65534

/**
 * Makes the folder of a new browser, with one for its temporary files in it, in the temporary directory.
 * @throws PrintFailure browser/temporary
 */
export function makeProfile(user: 'same' | 'nobody'): string {
  let profile: string | undefined
  try {
    profile = mkdtempSync(join(tmpdir(), `jalaseh-${ownMark}-`))
    mkdirSync(join(profile, 'tmp'))
    if (user === 'nobody')
      for (const folder of [join(profile, 'tmp'), profile]) chownSync(folder, nobody, nobody)
    return profile
  } catch (error) {
    if (profile !== undefined) rmSync(profile, { recursive: true, force: true })
    const { code, message } = error as NodeJS.ErrnoException
    throw new PrintFailure('browser/temporary', { path: tmpdir(), reason: code ?? message }, error)
  }
}

/** Removes what runs left behind that were killed; of a run that lives, here or in another container, nothing. */
export async function removeLeftProfiles(): Promise<void> {
  const names = await readdir(tmpdir()).catch(() => [])
  await Promise.all(names.map((name) => removeLeft(name).catch(() => {})))
}

const profileName = new RegExp(`^jalaseh-(${markForm})-`)

/** Anybody may make a folder of such a name: only what could be ours is removed. */
async function removeLeft(name: string): Promise<void> {
  const [, mark] = profileName.exec(name) ?? []
  if (mark === undefined) return
  const path = join(tmpdir(), name)
  const about = await lstat(path)
  const user = process.getuid?.() ?? about.uid
  const isOwn = about.uid === user || (user === 0 && about.uid === nobody)
  if (isOwn && about.isDirectory() && isLeftBehind(mark, about))
    await rm(path, { recursive: true, force: true })
}
