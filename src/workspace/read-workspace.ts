/** The workspace a meeting file lies in: the nearest folder upwards with a `jalaseh.yaml`, else the file's own. */
import { existsSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fault } from '../model/fault.ts'
import type { Fault, Span } from '../model/fault.ts'
import type { Settings } from '../model/settings.ts'
import { readSettings } from '../source/source.ts'
import type { Mention } from '../source/tree.ts'
import { withoutNotes } from './photo.ts'
import { pictureTrouble } from './picture.ts'
import { checkFile, isFault, readFileNamed } from './read-files.ts'
import { readText } from './read-text.ts'
import { fontTrouble } from './whole-files.ts'

export const settingsName = 'jalaseh.yaml'

export interface Workspace {
  folder: string
  settings: Settings
  /** Files the settings name. */
  files: Mention[]
  /** Places in `jalaseh.yaml` by dotted path. */
  spans: Map<string, Span>
  /** Text of `jalaseh.yaml` by the name printed in faults, for frames. */
  sources: Map<string, string>
  faults: Fault[]
}

/** @param cwd the folder paths in messages count from */
export async function readWorkspace(meetingFile: string, cwd: string): Promise<Workspace> {
  const own = dirname(resolve(cwd, meetingFile))
  const folder = nearestFolder(own) ?? own
  const path = join(folder, settingsName)
  const none: Workspace = {
    folder,
    settings: {},
    files: [],
    spans: new Map(),
    sources: new Map(),
    faults: [],
  }
  if (!existsSync(path)) return none
  const name = relative(cwd, path) || path
  const read = await readText(path)
  if ('fault' in read) return { ...none, faults: [read.fault] }
  const { value, faults, files, spans } = readSettings(read.text, name)
  return { folder, settings: value ?? {}, files, spans, sources: new Map([[name, read.text]]), faults }
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

/**
 * Checks every file named, each against the folder its path counts from; the emblem and the fonts are read and must be
 * whole. A meeting's emblem comes before the settings'. Faults: those of `checkFile`, `file/damaged-image`,
 * `file/image-size`, `file/moving-image`, `file/svg-content`, `file/not-font`, `file/font-outlines`.
 */
export async function readAssets(
  named: { files: Mention[]; base: string }[],
  workspace: string,
): Promise<Assets> {
  const assets: Assets = { emblem: '', fonts: {}, faults: [] }
  for (const { files, base } of named) {
    for (const mention of files) {
      const font = mention.path.startsWith('font.')
      if (!font && mention.path !== 'office.emblem') {
        const checked = await checkFile(mention, base, workspace)
        if (isFault(checked)) assets.faults.push(checked)
        continue
      }
      const file = await readFileNamed(mention, base, workspace)
      if (isFault(file)) {
        assets.faults.push(file)
        continue
      }
      const { bytes } = file
      const code = font ? fontTrouble(bytes) : undefined
      const trouble = font ? code && { code, values: {} } : pictureTrouble(file.type, bytes)
      const clean = file.type === 'image/jpeg' ? withoutNotes(bytes) : bytes
      if (trouble)
        assets.faults.push(fault(trouble.code, mention.span, { path: mention.text, ...trouble.values }))
      else if (font) assets.fonts[fontName(mention.path)] = bytes.toString('base64')
      else assets.emblem ||= `data:${file.type};base64,${clean.toString('base64')}`
    }
  }
  return assets
}

/** `font.bold` → the name under which the page stage looks for an office's own files. */
function fontName(path: string): string {
  const weight = path.split('.').at(-1) ?? ''
  return `own-${weight.charAt(0).toUpperCase()}${weight.slice(1)}.woff2`
}
