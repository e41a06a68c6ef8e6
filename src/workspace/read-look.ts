/** Templates, styles and fonts that come with the product. */
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Fault } from '../model/fault.ts'
import type { Look } from '../pipeline.ts'
import { readPaper } from '../source/source.ts'
import { packageRoot } from './package-root.ts'

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

/**
 * Everything the page stage needs, by path below `templates/`; fonts as base64 by file name. While no file changes
 * the same object is given again, by which the page stage knows what it has compiled and checked already.
 */
export async function readLook(): Promise<LookFiles> {
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
