/** The workspace a meeting file lies in: the nearest folder upwards with a `jalaseh.yaml`, else the file's own. */
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import type { Fault } from '../model/fault.ts'
import type { Settings } from '../model/settings.ts'
import { readSettings } from '../source/source.ts'
import type { Mention } from '../source/tree.ts'
import { checkFile, isFault } from './read-files.ts'
import { readText } from './read-text.ts'

export const settingsName = 'jalaseh.yaml'

export interface Workspace {
  folder: string
  settings: Settings
  /** Files the settings name. */
  files: Mention[]
  /** Text of `jalaseh.yaml` by the name printed in faults, for frames. */
  sources: Map<string, string>
  faults: Fault[]
}

/** @param cwd the folder paths in messages count from */
export async function readWorkspace(meetingFile: string, cwd: string): Promise<Workspace> {
  const own = dirname(resolve(cwd, meetingFile))
  const folder = nearestFolder(own) ?? own
  const path = join(folder, settingsName)
  const none: Workspace = { folder, settings: {}, files: [], sources: new Map(), faults: [] }
  if (!existsSync(path)) return none
  const name = relative(cwd, path) || path
  const read = await readText(path)
  if ('fault' in read) return { ...none, faults: [read.fault] }
  const { value, faults, files } = readSettings(read.text, name)
  return { folder, settings: value ?? {}, files, sources: new Map([[name, read.text]]), faults }
}

/** The nearest folder upwards that holds a `jalaseh.yaml`. */
export function nearestFolder(folder: string): string | undefined {
  if (existsSync(join(folder, settingsName))) return folder
  const parent = dirname(folder)
  return parent === folder ? undefined : nearestFolder(parent)
}

/** What files named by a meeting and its settings hold: the emblem as a data: URI ('' for none), own fonts as base64. */
export interface Assets {
  emblem: string
  fonts: Record<string, string>
  faults: Fault[]
}

/** Checks every file named, each against the folder its path counts from. A meeting's emblem comes before the settings'. */
export async function readAssets(
  named: { files: Mention[]; base: string }[],
  workspace: string,
): Promise<Assets> {
  const assets: Assets = { emblem: '', fonts: {}, faults: [] }
  for (const { files, base } of named) {
    for (const mention of files) {
      const file = await checkFile(mention, base, workspace)
      if (isFault(file)) {
        assets.faults.push(file)
      } else if (mention.path === 'office.emblem') {
        assets.emblem ||= `data:${file.type};base64,${await readFile(file.path, 'base64')}`
      } else if (file.type === 'font/woff2') {
        assets.fonts[fontName(mention.path)] = await readFile(file.path, 'base64')
      }
    }
  }
  return assets
}

/** The styles know one family, so an office's own font takes Vazirmatn's place under its name. */
function fontName(path: string): string {
  const weight = path.split('.').at(-1) ?? ''
  return `Vazirmatn-${weight.charAt(0).toUpperCase()}${weight.slice(1)}.woff2`
}
