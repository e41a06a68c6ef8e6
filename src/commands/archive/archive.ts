/** `jalaseh archive <what>`: the archive of issued papers in the folder of the workspace. */
import { dirname, join, relative, resolve } from 'node:path'
import { archiveName } from '../../archive/chain.ts'
import { ArchiveFailure, failingAt } from '../../archive/failure.ts'
import { fault } from '../../model/fault.ts'
import { nearestFolder } from '../../workspace/read-workspace.ts'
import { exitCode, tell } from '../host.ts'
import type { ExitCode, Host } from '../host.ts'

export interface ArchiveOptions {
  json: boolean
  kind: string | undefined
  /** Why an earlier revision is replaced. */
  revision: string | undefined
  bag: boolean
  out: string | undefined
  /** First and last day, as they were written. */
  from: string | undefined
  to: string | undefined
  key: string | undefined
  passphraseFile: string | undefined
  public: string | undefined
  /** Judges papers that were judged before, too. */
  again: boolean
}

/** Options of each action besides `json`, by their names on the command line. */
const takes: Record<string, readonly (keyof ArchiveOptions)[]> = {
  add: ['kind', 'revision'],
  list: ['from', 'to'],
  show: [],
  verify: ['public', 'again'],
  export: ['bag', 'out', 'from', 'to'],
  sign: ['key', 'passphraseFile'],
  rebuild: [],
}

export async function archive(words: string[], options: ArchiveOptions, host: Host): Promise<ExitCode> {
  const [action = '', ...rest] = words
  const allowed = takes[action]
  if (allowed === undefined) return refuse('usage/argument', { verb: 'archive' }, host)
  const strange = Object.entries(options).find(
    ([name, value]) =>
      value !== undefined && value !== false && name !== 'json' && !allowed.some((one) => one === name),
  )
  if (strange !== undefined)
    return refuse('usage/option', { option: `--${dashed(strange[0])}`, verb: `archive ${action}` }, host)
  const wanted = { add: Math.max(1, rest.length), show: 1 }[action] ?? 0
  if (rest.length !== wanted) return refuse('usage/argument', { verb: `archive ${action}` }, host)
  if (options.revision?.trim() === '')
    return refuse('usage/option', { option: '--revision', verb: `archive ${action}` }, host)
  const folder = archiveOf(host.cwd)
  if (action === 'add') {
    const { addPapers } = await import('./add.ts')
    return addPapers(rest, options, host)
  }
  try {
    return await failingAt(folder, () => act(action, folder, rest[0] ?? '', options, host))
  } catch (error) {
    if (!(error instanceof ArchiveFailure)) throw error
    const { code, values } = error.fault
    return refuse(code, values, host)
  }
}

async function act(
  action: string,
  folder: string,
  name: string,
  options: ArchiveOptions,
  host: Host,
): Promise<ExitCode> {
  switch (action) {
    case 'list': {
      const { listArchive } = await import('./list.ts')
      return listArchive(folder, options, host)
    }
    case 'show': {
      const { showEntry } = await import('./show.ts')
      return showEntry(folder, name, options, host)
    }
    case 'verify': {
      const { verifyFolder } = await import('./verify.ts')
      return verifyFolder(folder, options, host)
    }
    case 'export': {
      const { exportBag } = await import('./export.ts')
      return exportBag(folder, options, host)
    }
    case 'sign': {
      const { signArchive } = await import('./sign.ts')
      return signArchive(folder, options, host)
    }
    default: {
      const { rebuild } = await import('./rebuild.ts')
      return rebuild(folder, host)
    }
  }
}

const dashed = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

/** The archive of the workspace that a folder belongs to. */
export const archiveOf = (folder: string): string => join(nearestFolder(folder) ?? folder, archiveName)

/** The same for a file. */
export const archiveOfFile = (file: string, cwd: string): string => archiveOf(dirname(resolve(cwd, file)))

/** A path below an archive as it is printed: from the current folder. */
export const shownIn = (folder: string, path: string, { cwd }: Host): string =>
  relative(cwd, join(folder, ...path.split('/'))) || path

function refuse(code: string, values: Record<string, string>, host: Host): ExitCode {
  const found = fault(code, undefined, values)
  tell(host, [found], new Map())
  return exitCode([found])
}
