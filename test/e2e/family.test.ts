// The whole family of papers from three meetings: an ordinary one, one with next to nothing and one with too much.
// What the papers say is kept in test/golden, to be read; UPDATE_GOLDEN=1 writes it anew.
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { build } from '../../src/commands/build/build.ts'
import type { Host } from '../../src/commands/host.ts'
import type { Made } from '../../src/commands/make-papers.ts'
import { pdfFonts, pdfText } from '../../src/print/pdf.ts'
import { definition, standalone } from '../page/files.ts'
import { root } from './cli.ts'
import type { Told } from './cli.ts'
import { headingsOf, linesOf, textOf } from './page-text.ts'
import { letters, pagesOf, withPdf } from './pages.ts'

const folder = mkdtempSync(join(tmpdir(), 'jalaseh-family-'))
const golden = join(root, 'test/golden')
const renewing = process.env.UPDATE_GOLDEN === '1'
const how =
  'UPDATE_GOLDEN=1 npx vitest run --config test/vitest.config.ts --project e2e test/e2e/family.test.ts'
/** Today is what overdue is counted from, so it stands still here. */
const today = new Date('2026-11-25T08:00:00Z')

const example = join(root, 'data/export-working-group.yaml')
const sets = {
  example: join(folder, 'export-working-group.yaml'),
  sparse: join(root, 'test/data/sparse.yaml'),
  overfull: join(root, 'test/data/overfull.yaml'),
}
type Name = keyof typeof sets
const names = Object.keys(sets) as Name[]

interface Built {
  code: number
  papers: Made[]
  faults: (Told & { values?: Record<string, string> })[]
}

/** The example as a workspace of its own, in which it has an edition before it to be set against. */
function putExample(): void {
  const text = readFileSync(example, 'utf8')
  const later = text.replace('\nmeeting:\n', '\nmeeting:\n  previous: export-working-group-previous.yaml\n')
  expect(later).not.toBe(text)
  writeFileSync(sets.example, later)
  cpSync(join(root, 'data/jalaseh.yaml'), join(folder, 'jalaseh.yaml'))
  const before = 'export-working-group-previous.yaml'
  cpSync(join(root, 'test/data', before), join(folder, before))
}

/** What the command does and says, on the day that stands still. */
async function run(cwd: string, file: string, wanted: string[]): Promise<Built> {
  const said: string[] = []
  const host: Host = {
    cwd,
    now: today,
    language: 'en',
    signal: new AbortController().signal,
    out: (line) => said.push(line),
    err: (line) => said.push(line),
    confirm: async () => false,
    terminal: false,
  }
  const options = {
    kinds: wanted,
    out: 'out',
    watch: false,
    html: true,
    archival: false,
    open: false,
    json: true,
  }
  const code = await build([file], options, host)
  return { code, ...(JSON.parse(said.join('\n')) as Omit<Built, 'code'>) }
}

const built: Partial<Record<Name, Built>> = {}
beforeAll(async () => {
  putExample()
  for (const name of names) {
    mkdirSync(join(folder, name))
    built[name] = await run(join(folder, name), sets[name], ['all'])
  }
}, 120_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const of = (name: Name): Built => built[name] ?? { code: -1, papers: [], faults: [] }
const pathOf = (name: Name, { file }: Made): string => join(folder, name, file)
const pageOf = (name: Name, paper: Made): string =>
  readFileSync(pathOf(name, paper).replace(/\.pdf$/, '.html'), 'utf8')
const copiesOf = (name: Name, kind: string): Made[] =>
  of(name)
    .papers.filter((paper) => paper.kind === kind)
    .toSorted((a, b) => (a.file < b.file ? -1 : 1))
/** Where there are very many, the first and the last stand for all. */
const shownOf = (name: Name, kind: string): Made[] => {
  const all = copiesOf(name, kind)
  return all.length > 4 ? all.filter((_, index) => index === 0 || index === all.length - 1) : all
}

/** Below the meeting's folder, with slashes: `excerpt/1-….pdf`. */
const titleOf = ({ file }: Made): string => file.replaceAll('\\', '/').split('/').slice(2).join('/')

/** What the style of a page tells its margins to say, without marks of direction. */
const said = (page: string, what: string): string | undefined =>
  new RegExp(`--doc-${what}:"([^"]*)"`).exec(page)?.[1]?.replace(/[\u2066-\u2069]/g, '')

function structureOf(name: Name): Record<string, unknown> {
  const papers = standalone.flatMap((kind) => shownOf(name, kind))
  return Object.fromEntries(
    papers.map((paper) => {
      const page = pageOf(name, paper)
      const fonts = pdfFonts(pdfText(readFileSync(pathOf(name, paper))))
      return [
        titleOf(paper),
        {
          pages: paper.pages,
          class: said(page, 'class'),
          foot: said(page, 'footer'),
          draft: /<body class="[^"]* draft"/.test(page),
          fonts: [...new Set(fonts.map((font) => font.name))].toSorted(),
          outline: headingsOf(page).map(({ level, title }) => `${level} ${title}`),
        },
      ]
    }),
  )
}

/** Files of a data set, by their names in test/golden/<data set>. */
function goldensOf(name: Name): Record<string, string> {
  const texts = standalone.flatMap((kind): [string, string][] => {
    const parts = shownOf(name, kind).map(
      (paper) => `=== ${titleOf(paper)}\n\n${textOf(pageOf(name, paper))}`,
    )
    return parts.length === 0 ? [] : [[`${kind}.txt`, parts.join('\n')]]
  })
  return Object.fromEntries([...texts, ['structure.yaml', stringify(structureOf(name), { lineWidth: 0 })]])
}

function write(name: Name): void {
  if (process.env.CI !== undefined) throw new Error('goldens are not written where CI is set')
  rmSync(join(golden, name), { recursive: true, force: true })
  mkdirSync(join(golden, name), { recursive: true })
  for (const [file, text] of Object.entries(goldensOf(name))) writeFileSync(join(golden, name, file), text)
}

describe.each(names)('%s', (name) => {
  test('builds every kind', () => {
    const { code, papers, faults } = of(name)
    expect(code).toBe(0)
    expect(faults.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(faults.filter((one) => one.code === 'paper/left-out')).toEqual([])
    const made = new Set(papers.map(({ kind }) => kind))
    expect([...made].toSorted()).toEqual(standalone)
    for (const paper of papers) expect(existsSync(pathOf(name, paper)), paper.file).toBe(true)
  })

  test('keeps a paper of one page on one page', () => {
    const single = of(name).papers.filter(({ kind }) => definition(kind).pages === 'one')
    expect(single.map(({ kind, pages }) => [kind, pages])).toEqual([
      ['card', 1],
      ['summary', 1],
    ])
  })

  test('prints no heading with nothing below it, and no table without a row', () => {
    for (const paper of of(name).papers) {
      const page = pageOf(name, paper)
      const lines = linesOf(page)
      const level = (line: string | undefined): number =>
        /^#+(?= )/.exec(line ?? '# ')?.[0].length ?? Infinity
      const empty = lines.filter(
        (line, index) => level(line) > 1 && level(line) >= level(lines[index + 1]) && level(line) < Infinity,
      )
      expect(empty, paper.file).toEqual([])
      expect(page.match(/<tbody>\s*<\/tbody>/g), paper.file).toBeNull()
      expect(lines.join('\n'), paper.file).not.toMatch(/undefined|\[object|NaN|\{\{/)
    }
  })

  test('has in its outline what its headings say, in their order', async () => {
    for (const paper of standalone.flatMap((kind) => shownOf(name, kind))) {
      const outline = await withPdf(pathOf(name, paper), async (file) => {
        type Item = { title: string; items: Item[] }
        const flat = (items: Item[]): string[] =>
          items.flatMap(({ title, items: below }) => [title, ...flat(below)])
        return flat((await file.getOutline()) ?? [])
      })
      expect(outline.map(letters), paper.file).toEqual(
        headingsOf(pageOf(name, paper)).map(({ title }) => letters(title)),
      )
    }
  })

  test('draws every Latin letter of its page: one that stands off the sheet is not in the file', async () => {
    const latin = (text: string): number => text.match(/[A-Za-z]/g)?.length ?? 0
    for (const paper of standalone.flatMap((kind) => shownOf(name, kind))) {
      const html = pageOf(name, paper).replace(
        /^[^]*?<main>|<svg[^>]* narrow"[^]*?<\/svg>|<(title|desc)>[^]*?<\/\1>|<[^>]+>|&\w+;/g,
        '',
      )
      const pages = await withPdf(pathOf(name, paper), pagesOf)
      const drawn = pages.flatMap(({ pieces }) => pieces.map(({ text }) => text)).join('')
      expect(latin(drawn), paper.file).toBeGreaterThanOrEqual(latin(html))
    }
  })

  test('says what test/golden says', () => {
    if (renewing) write(name)
    const files = existsSync(join(golden, name)) ? readdirSync(join(golden, name)).toSorted() : []
    const now = goldensOf(name)
    const message = (file: string): string =>
      `test/golden/${name}/${file} differs; if it should, renew it: ${how}`
    expect(files, message('')).toEqual(Object.keys(now).toSorted())
    for (const file of files) {
      const kept = readFileSync(join(golden, name, file), 'utf8')
      if (file.endsWith('.yaml')) expect(parse(now[file] ?? ''), message(file)).toEqual(parse(kept))
      else expect(now[file], message(file)).toBe(kept)
    }
  })
})

test('the goldens stay small enough to read', () => {
  const files = readdirSync(golden, { recursive: true, encoding: 'utf8' }).map((file) => join(golden, file))
  const bytes = files.reduce((sum, file) => sum + (statSync(file).isFile() ? statSync(file).size : 0), 0)
  expect(bytes).toBeGreaterThan(0)
  expect(bytes).toBeLessThan(400_000)
})

test('what a file lacks the data for is left out, and said', async () => {
  const { code, papers, faults } = await run(folder, join(root, 'data/minimal.yaml'), ['all'])
  const left = faults.filter((one) => one.code === 'paper/left-out').map(({ values }) => values)
  expect(code).toBe(0)
  expect(left.map((values) => `${values?.kind}: ${values?.keys}`)).toContain('changes: previous')
  expect([...papers.map(({ kind }) => kind), ...left.map((values) => values?.kind)].toSorted()).toEqual(
    standalone,
  )
})

test("the office's own paper is made of each, of what was said where anything was", async () => {
  const office = join(folder, 'office')
  cpSync(join(root, 'test/data/office'), office, { recursive: true })
  const files = ['sparse.yaml', 'sparse-previous.yaml', 'overfull.yaml', 'overfull-previous.yaml', 'annexes']
  for (const file of files) cpSync(join(root, 'test/data', file), join(office, file), { recursive: true })
  cpSync(example, join(office, 'example.yaml'))
  const quotes = { example: 9, sparse: 0, overfull: 30 }
  for (const name of names) {
    const { code, papers, faults } = await run(office, `${name}.yaml`, ['press-note'])
    expect([code, papers.map(({ kind }) => kind)], name).toEqual([0, ['press-note']])
    expect(faults.filter(({ severity }) => severity === 'error')).toEqual([])
    const page = readFileSync(join(office, dirname(papers[0]?.file ?? ''), 'press-note.html'), 'utf8')
    expect(linesOf(page).at(-1)).toBe('پایان خبر')
    expect(page.match(/<blockquote>/g) ?? []).toHaveLength(quotes[name])
  }
  writeFileSync(join(office, 'little.yaml'), 'meeting: نشست نمونه\nattendees: [عضو یکم]\n')
  const { code, papers, faults } = await run(office, 'little.yaml', ['press-note', 'minutes'])
  const errors = faults.filter(({ severity }) => severity === 'error')
  expect([code, papers.map(({ kind }) => kind)]).toEqual([1, ['minutes']])
  expect(errors.map((one) => [one.code, one.values?.kind, one.values?.keys])).toEqual([
    ['paper/needs', 'press-note', 'resolutions'],
  ])
})
