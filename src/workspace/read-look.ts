/** Templates, styles and fonts that come with the product. */
import { readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Look } from '../pipeline.ts'

const root = dirname(dirname(import.meta.dirname))
export const templatesFolder = join(root, 'templates')
export const fontsFolder = join(root, 'fonts')

/** Everything the page stage needs, by path below `templates/`; fonts as base64 by file name. */
export async function readLook(): Promise<Look> {
  const [names, fontNames] = await Promise.all([
    readdir(templatesFolder, { recursive: true }),
    readdir(fontsFolder),
  ])
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
