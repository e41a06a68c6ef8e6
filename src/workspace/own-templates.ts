/** The `templates/` of a workspace: which files it has, held inside of it and of bounded size, and what they say. */
import { readdir, realpath, stat } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { fault } from '../model/fault.ts'
import type { Fault } from '../model/fault.ts'
import { inside } from './open-file.ts'
import { readText } from './read-text.ts'

const megabyte = 1024 * 1024
export const mostFiles = 200

/** A file by its path below `templates/`, the place it really lies at, and the name that faults print. */
export interface OwnFile {
  path: string
  at: string
  name: string
}

export interface OwnFiles {
  files: OwnFile[]
  faults: Fault[]
  /** Changes with any file. */
  state: string
}

/**
 * Templates, styles and definitions lie in folders, `<folder>/<file>`; what lies elsewhere is not ours to read.
 * Faults: `file/outside`, `template/too-large`, `template/too-many`, `source/unreadable`.
 */
export async function listOwn(workspace: string, cwd: string): Promise<OwnFiles | undefined> {
  const folder = join(workspace, 'templates')
  const whole = await realpath(workspace)
  const found: OwnFiles = { files: [], faults: [], state: '' }
  const states: string[] = []
  const shown = (path: string): string => relative(cwd, join(folder, path)) || path

  /** The real place of a path, where that is inside the workspace. */
  const held = async (path: string): Promise<string | undefined> => {
    const at = await realpath(join(folder, path)).catch(() => undefined)
    const outside = at === undefined || !inside(at, whole)
    if (outside) found.faults.push(fault('file/outside', undefined, { path: shown(path) }))
    return outside ? undefined : at
  }
  const visit = async (path: string): Promise<void> => {
    const at = await held(path)
    if (at === undefined) return
    const about = await stat(at)
    if (!about.isFile()) return
    states.push([path, at, about.mtimeMs, about.size, about.ino].join(' '))
    if (about.size > megabyte)
      found.faults.push(fault('template/too-large', undefined, { file: shown(path) }))
    else found.files.push({ path, at, name: shown(path) })
  }

  const folders = await entries(folder)
  if (folders === undefined) return undefined
  const root = await held('')
  for (const name of root === undefined ? [] : folders) {
    const path = join(folder, name)
    if (name.startsWith('.') || !(await stat(path).catch(() => undefined))?.isDirectory()) continue
    if ((await held(name)) === undefined) continue
    const files = ((await entries(path)) ?? []).filter((file) => /^[^.].*\.(?:hbs|css|yaml)$/.test(file))
    if (found.files.length + files.length > mostFiles) {
      found.faults.push(fault('template/too-many', undefined, { path: shown(''), limit: String(mostFiles) }))
      break
    }
    for (const file of files) await visit(`${name}/${file}`)
  }
  found.state = [...states, ...found.faults.map(({ code, values }) => JSON.stringify([code, values]))].join(
    '\n',
  )
  return found
}

/** Texts by path. A file that is no text is a fault under the name that faults print. */
export async function readOwn(
  files: OwnFile[],
  workspace: string,
): Promise<{ texts: Map<string, string>; faults: Fault[] }> {
  const faults: Fault[] = []
  const texts = new Map<string, string>()
  const read = await Promise.all(files.map(({ at }) => readText(at, workspace)))
  for (const [index, one] of read.entries()) {
    const { path = '', name = '' } = files[index] ?? {}
    if ('text' in one) texts.set(path, one.text)
    else {
      const { code, span, values } = one.fault
      faults.push(fault(code, span && { ...span, file: name }, { ...values, file: name }))
    }
  }
  return { texts, faults }
}

/** Sorted; nothing where there is no such folder. */
async function entries(folder: string): Promise<string[] | undefined> {
  try {
    return (await readdir(folder)).toSorted()
  } catch {
    return undefined
  }
}
