import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { PaperDefinition } from '../../src/model/paper.ts'
import { readPaper } from '../../src/source/source.ts'

const root = join(import.meta.dirname, '../../templates')

/** The shipped files of one ending, by their path below templates/. */
export function shipped(ending: '.hbs' | '.css'): Record<string, string> {
  const paths = readdirSync(root, { recursive: true, encoding: 'utf8' }).map((p) => p.replaceAll('\\', '/'))
  return Object.fromEntries(
    paths.filter((p) => p.endsWith(ending)).map((p) => [p, readFileSync(join(root, p), 'utf8')]),
  )
}

/** The shipped definition of a kind of paper. */
export function definition(kind: string): PaperDefinition {
  const { value, faults } = readPaper(readFileSync(join(root, kind, 'paper.yaml'), 'utf8'), 'paper.yaml')
  if (value === undefined) throw new Error(JSON.stringify(faults))
  return { ...value, kind }
}

/** Every shipped kind. */
export const kinds = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .map((p) => p.replaceAll('\\', '/'))
  .flatMap((p) => (p.endsWith('/paper.yaml') ? [p.slice(0, -'/paper.yaml'.length)] : []))
  .toSorted()

/** Those that are papers by themselves; the others stand in packs only. */
export const standalone = kinds.filter((kind) => definition(kind).default !== 'pack')
