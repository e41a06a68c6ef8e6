import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../../templates')

/** The shipped files of one ending, by their path below templates/. */
export function shipped(ending: '.hbs' | '.css'): Record<string, string> {
  const paths = readdirSync(root, { recursive: true, encoding: 'utf8' }).map((p) => p.replaceAll('\\', '/'))
  return Object.fromEntries(
    paths.filter((p) => p.endsWith(ending)).map((p) => [p, readFileSync(join(root, p), 'utf8')]),
  )
}
