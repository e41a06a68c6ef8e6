/** An office's own templates, styles and papers, laid over those of the product. */
import { createHash } from 'node:crypto'
import { fault, warning } from '../model/fault.ts'
import type { Fault } from '../model/fault.ts'
import type { PaperDefinition } from '../model/paper.ts'
import type { Look } from '../pipeline.ts'
import { nearest } from '../source/keys.ts'
import { readPaper } from '../source/source.ts'
import type { OwnFile } from './own-templates.ts'

/** Folders that hold no paper. */
const commonFolders = ['shared', 'sections', 'mail']

/**
 * The look with an office's files in their places: one of the same path stands for ours, a style of another path
 * comes after ours, a folder with a `paper.yaml` is a kind of paper.
 * Faults: those of a definition, `paper/kind-name`, `template/forbidden` and `template/page-size` in a style; warnings: `template/unused`,
 * `template/outdated`.
 */
export function overlay(
  ours: Look,
  files: OwnFile[],
  texts: ReadonlyMap<string, string>,
): { look: Look; faults: Fault[] } {
  const own = Object.fromEntries(files.map(({ path, name }) => [path, name]))
  const templates = { ...ours.templates }
  const styles = { ...ours.styles }
  const papers = new Map(ours.papers.map((paper) => [paper.kind, paper]))
  const faults: Fault[] = []
  const added: string[] = []
  for (const { path, name } of files) {
    const text = texts.get(path)
    if (text === undefined) continue
    if (path.endsWith('.hbs')) templates[path] = text
    if (path.endsWith('.css')) {
      if (!(path in ours.styles)) added.push(path)
      styles[path] = text
      faults.push(...foreign(text, name), ...sizes(text, name))
    }
    if (path.endsWith('/paper.yaml')) {
      const { paper, faults: found } = definition(path, name, text)
      faults.push(...found)
      if (paper) papers.set(paper.kind, paper)
    }
  }
  for (const kind of papers.keys()) own[`${kind}/page.hbs`] ??= placeOf(kind, own)
  const look = { ...ours, papers: [...papers.values()], templates, styles, own, added }
  return { look, faults: [...faults, ...unused(files, ours, papers)] }
}

/** A missing page is looked for beside its definition. */
function placeOf(kind: string, own: Record<string, string>): string {
  const beside = own[`${kind}/paper.yaml`]
  return beside === undefined ? `templates/${kind}/page.hbs` : beside.replace(/paper\.yaml$/, 'page.hbs')
}

function definition(path: string, name: string, text: string): { paper?: PaperDefinition; faults: Fault[] } {
  const kind = path.split('/')[0] ?? ''
  // It names files and a class of the page.
  if (!/^[a-z][a-z0-9-]{0,39}$/.test(kind) || kind === 'all' || commonFolders.includes(kind))
    return { faults: [fault('paper/kind-name', { file: name, line: 1, column: 1, length: 1 }, { kind })] }
  const { value, faults } = readPaper(text, name)
  return value ? { paper: { ...value, kind, titled: true }, faults } : { faults }
}

/** Styles load nothing from outside; the browser would refuse it without saying where it stands. */
function foreign(text: string, file: string): Fault[] {
  const lines = text.split('\n')
  return lines.flatMap((line, index) =>
    [...line.matchAll(/@import\b|(?<!@import\s+)url\(\s*["']?(?!data:|#)|image-set\(\s*["'](?!data:)/gi)].map(
      ({ 0: what, index: column }) =>
        fault(
          'template/forbidden',
          { file, line: index + 1, column: column + 1, length: what.length },
          { what },
        ),
    ),
  )
}

/** The sheet is the definition's to say: what lays papers out, and packs that put them together, go by it. */
function sizes(text: string, file: string): Fault[] {
  const faults: Fault[] = []
  const plain = text.replace(/\/\*[^]*?(?:\*\/|$)/g, (comment) => comment.replace(/[^\n]/g, ' '))
  let depth = 0
  let pageDepth: number | undefined
  let isAhead = false
  let [from, line] = [0, 1]
  for (const { 0: word, index } of plain.matchAll(/@page\b|[{}]|(?<![-\w])size\s*:/gi)) {
    if (word === '{') {
      depth++
      if (isAhead) pageDepth = depth
      isAhead = false
    } else if (word === '}') {
      if (depth === pageDepth) pageDepth = undefined
      depth--
    } else if (word.startsWith('@')) isAhead = true
    else if (depth === pageDepth) {
      const lines = plain.slice(from, index).split('\n')
      line += lines.length - 1
      const column = index - plain.lastIndexOf('\n', index - 1)
      faults.push(fault('template/page-size', { file, line, column, length: 'size'.length }))
      from = index
    }
  }
  return faults
}

/** Files that take no part: a section nobody prints, a folder without a paper. */
function unused(files: OwnFile[], ours: Look, papers: ReadonlyMap<string, PaperDefinition>): Fault[] {
  const ourPaths = [...Object.keys(ours.templates), ...Object.keys(ours.styles)]
  return files.flatMap(({ path, name }) => {
    const [folder = ''] = path.split('/')
    const known = folder === 'shared' || papers.has(folder) || ourPaths.includes(path)
    if (known || path.endsWith('/paper.yaml')) return []
    const near = nearest(
      path,
      ourPaths.map((one) => [one, one]),
    )
    const values = { file: name, ...(near !== undefined && { suggestion: near }) }
    return [warning('template/unused', { file: name, line: 1, column: 1, length: 1 }, values)]
  })
}

/** What a copy says it was made from, and what ours is known by. */
export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')

/** The line at the head of a copy. */
export function basedOn(path: string, text: string): string {
  const said = `based on: ${hashOf(text)}`
  if (path.endsWith('.hbs')) return `{{!-- ${said} --}}\n`
  return path.endsWith('.css') ? `/* ${said} */\n` : `# ${said}\n`
}

/** Copies whose original has changed in the product since: `template/outdated`. */
export function outdated(
  files: OwnFile[],
  texts: ReadonlyMap<string, string>,
  ours: ReadonlyMap<string, string>,
): Fault[] {
  return files.flatMap(({ path, name }) => {
    const [line = ''] = (texts.get(path) ?? '').split('\n', 1)
    const hash = /based on: ([0-9a-f]{64})\b/.exec(line)?.[1]
    const original = ours.get(`templates/${path}`)
    if (hash === undefined || original === undefined || hashOf(original) === hash) return []
    const span = { file: name, line: 1, column: 1, length: line.length }
    return [warning('template/outdated', span, { file: `templates/${path}` })]
  })
}
