/** `jalaseh new [dir]` and `jalaseh new meeting <slug>`: files that build as they are. */
import { existsSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { fault } from '../../model/fault.ts'
import { settingsName } from '../../workspace/read-workspace.ts'
import { WriteFailure, writeTogether } from '../../workspace/write.ts'
import { tell } from '../host.ts'
import type { ExitCode, Host } from '../host.ts'
import { schemaText } from '../schema-text.ts'
import { meetingText, settingsText } from './starter.ts'
import type { KeyLanguage } from './starter.ts'

/** A new workspace: settings, schemas, and a first meeting. Existing files are never touched. */
export async function newWorkspace(folder: string, keys: KeyLanguage, host: Host): Promise<ExitCode> {
  const files: [string, string][] = [
    [settingsName, settingsText(keys)],
    ['meeting.schema.json', schemaText('meeting')],
    ['settings.schema.json', schemaText('settings')],
    ['first-meeting.yaml', meetingText(keys)],
  ]
  return create(resolve(host.cwd, folder), files, host)
}

/** A name that stays in its folder, on every system. */
export const isFileName = (slug: string): boolean =>
  /^[\p{L}\p{N}][\p{L}\p{M}\p{N}\u200c ._-]{0,79}$/u.test(slug) && !slug.includes('..')

/** A new meeting file in the current folder, with the schema its first line names. */
export async function newMeeting(slug: string, keys: KeyLanguage, host: Host): Promise<ExitCode> {
  if (!isFileName(slug)) {
    tell(host, [fault('output/name', undefined, { name: slug })], new Map())
    return 2
  }
  const name = slug.endsWith('.yaml') ? slug : `${slug}.yaml`
  const files: [string, string][] = [[name, meetingText(keys)]]
  if (!existsSync(join(host.cwd, 'meeting.schema.json')))
    files.push(['meeting.schema.json', schemaText('meeting')])
  return create(host.cwd, files, host)
}

async function create(folder: string, files: [string, string][], host: Host): Promise<ExitCode> {
  const paths = files.map(([name, content]) => ({ path: join(folder, name), content }))
  const shown = (path: string): string => relative(host.cwd, path) || path
  const present = paths.filter(({ path }) => existsSync(path))
  if (present.length > 0) {
    const faults = present.map(({ path }) => fault('output/exists', undefined, { path: shown(path) }))
    tell(host, faults, new Map())
    return 2
  }
  try {
    await writeTogether(paths)
  } catch (error) {
    if (!(error instanceof WriteFailure)) throw error
    tell(host, [error.fault], new Map())
    return 2
  }
  for (const { path } of paths) host.out(shown(path))
  return 0
}
