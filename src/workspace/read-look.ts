/** Templates, styles, papers and fonts: those of the product, and an office's own over them. */
import { existsSync } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Fault } from '../model/fault.ts'
import type { Look } from '../pipeline.ts'
import { readPaper } from '../source/source.ts'
import { outdated, overlay } from './overlay.ts'
import { listOwn, readOwn } from './own-templates.ts'
import { packageRoot } from './package-root.ts'
import { settingsName } from './read-workspace.ts'

export const templatesFolder = join(packageRoot, 'templates')
export const fontsFolder = join(packageRoot, 'fonts')

/** A look as it lies on the disk: with the texts faults point into, and the faults of its definitions. */
export interface LookFiles {
  look: Look
  /** By the name that faults print. */
  sources: Map<string, string>
  faults: Fault[]
}

let last: { state: string; files: LookFiles } | undefined
/** By workspace. */
const themed = new Map<string, { state: string; ours: LookFiles; files: LookFiles }>()
const mostThemes = 16
/** Meetings of one workspace are read at once; their look is read for all of them. */
const reading = new Map<string, Promise<LookFiles>>()

/**
 * Everything the page stage needs, by path below `templates/`; fonts as base64 by file name. While no file changes
 * the same object is given again, by which the page stage knows what it has compiled and checked already.
 * @param workspace its `templates/` are laid over ours where it has a `jalaseh.yaml`
 * @param cwd the folder paths in messages count from
 */
export function readLook(workspace?: string, cwd = process.cwd()): Promise<LookFiles> {
  const key = JSON.stringify([workspace, cwd])
  const running = reading.get(key)
  if (running) return running
  const work = (workspace === undefined ? readShipped() : readThemed(workspace, cwd, key)).finally(() =>
    reading.delete(key),
  )
  reading.set(key, work)
  return work
}

async function readThemed(workspace: string, cwd: string, key: string): Promise<LookFiles> {
  const ours = await readLook()
  if (!existsSync(join(workspace, settingsName))) return ours
  const list = await listOwn(workspace, cwd)
  if (list === undefined || list.state === '') return ours
  const known = themed.get(key)
  if (known?.state === list.state && known.ours === ours) return known.files
  const { texts, faults: unread } = await readOwn(list.files, workspace)
  // A copy that says what ours says changes nothing, as in the product's own folder.
  const changed = list.files.filter(({ path }) => texts.get(path) !== ours.sources.get(`templates/${path}`))
  const { look, faults } = overlay(ours.look, changed, texts)
  const sources = new Map(ours.sources)
  for (const { path, name } of list.files) sources.set(name, texts.get(path) ?? '')
  const old = outdated(list.files, texts, ours.sources)
  const files = { look, sources, faults: [...ours.faults, ...list.faults, ...unread, ...faults, ...old] }
  if (themed.size >= mostThemes) themed.clear()
  themed.set(key, { state: list.state, ours, files })
  return files
}

async function readShipped(): Promise<LookFiles> {
  const [names, fontNames] = await Promise.all([
    readdir(templatesFolder, { recursive: true }),
    readdir(fontsFolder),
  ])
  const paths = [
    ...names.map((name) => join(templatesFolder, name)),
    ...fontNames.map((name) => join(fontsFolder, name)),
  ]
  const state = (await Promise.all(paths.map(stateOf))).join('\n')
  if (last?.state !== state) last = { state, files: await readFiles(names, fontNames) }
  return last.files
}

async function stateOf(path: string): Promise<string> {
  const { mtimeMs, size, ino } = await stat(path)
  return [path, mtimeMs, size, ino].join(' ')
}

async function readFiles(names: string[], fontNames: string[]): Promise<LookFiles> {
  const look: Look = { papers: [], templates: {}, styles: {}, fonts: {} }
  const sources = new Map<string, string>()
  const faults: Fault[] = []
  const files = names.map((name) => name.replaceAll('\\', '/')).toSorted()
  await Promise.all([
    ...files
      .filter((name) => /\.(?:hbs|css|yaml)$/.test(name))
      .map(async (name) =>
        sources.set(`templates/${name}`, await readFile(join(templatesFolder, name), 'utf8')),
      ),
    ...fontNames.map(async (name) => {
      if (name.endsWith('.woff2')) look.fonts[name] = await readFile(join(fontsFolder, name), 'base64')
    }),
  ])
  for (const name of files) {
    const source = `templates/${name}`
    const text = sources.get(source)
    if (text === undefined) continue
    if (name.endsWith('.hbs')) look.templates[name] = text
    if (name.endsWith('.css')) look.styles[name] = text
    if (!name.endsWith('/paper.yaml')) continue
    const paper = readPaper(text, source)
    faults.push(...paper.faults)
    if (paper.value) look.papers.push({ ...paper.value, kind: name.split('/')[0] ?? '' })
  }
  return { look, sources, faults }
}
