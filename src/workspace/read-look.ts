/** Templates, styles and fonts that come with the product. */
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Look } from '../pipeline.ts'
import { packageRoot } from './package-root.ts'

export const templatesFolder = join(packageRoot, 'templates')
export const fontsFolder = join(packageRoot, 'fonts')

let last: { state: string; look: Look } | undefined

/**
 * Everything the page stage needs, by path below `templates/`; fonts as base64 by file name. While no file changes
 * the same object is given again, by which the page stage knows what it has compiled and checked already.
 */
export async function readLook(): Promise<Look> {
  const [names, fontNames] = await Promise.all([
    readdir(templatesFolder, { recursive: true }),
    readdir(fontsFolder),
  ])
  const paths = [
    ...names.map((name) => join(templatesFolder, name)),
    ...fontNames.map((name) => join(fontsFolder, name)),
  ]
  const state = (await Promise.all(paths.map(stateOf))).join('\n')
  if (last?.state !== state) last = { state, look: await readFiles(names, fontNames) }
  return last.look
}

async function stateOf(path: string): Promise<string> {
  const { mtimeMs, size, ino } = await stat(path)
  return [path, mtimeMs, size, ino].join(' ')
}

async function readFiles(names: string[], fontNames: string[]): Promise<Look> {
  const look: Look = { templates: {}, styles: {}, fonts: {} }
  const files = names.map((name) => name.replaceAll('\\', '/'))
  await Promise.all([
    ...files.map(async (name) => {
      const kept = name.endsWith('.hbs') ? look.templates : name.endsWith('.css') ? look.styles : undefined
      if (kept) kept[name] = await readFile(join(templatesFolder, name), 'utf8')
    }),
    ...fontNames.map(async (name) => {
      if (name.endsWith('.woff2')) look.fonts[name] = await readFile(join(fontsFolder, name), 'base64')
    }),
  ])
  return look
}

/** Texts of the templates by the name that faults print. */
export function templateSources({ templates }: Pick<Look, 'templates'>): [string, string][] {
  return Object.entries(templates).map(([name, text]) => [`templates/${name}`, text])
}
