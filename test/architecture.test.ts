import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { expect, test } from 'vitest'

const src = join(import.meta.dirname, '../src')

/** What each folder may import, besides itself and packages. Imports point one way: towards the start of this table. */
const allowed: Record<string, string[]> = {
  persian: [],
  model: ['persian'],
  source: ['model', 'persian'],
  insight: ['model', 'persian'],
  paper: ['insight', 'model', 'persian'],
  pack: ['model', 'persian'],
  register: ['source', 'insight', 'model', 'persian'],
  people: ['register', 'source', 'model', 'persian'],
  catalogue: ['source', 'model', 'persian'],
  ledger: ['catalogue', 'model'],
  smtp: ['ledger', 'model'],
  archive: ['workspace', 'model', 'persian'],
  image: [],
  annex: ['image', 'model'],
  mail: ['model', 'persian'],
  page: ['paper', 'model', 'persian'],
  report: ['model', 'persian'],
  system: [],
  print: ['system'],
  finish: [],
  sign: [],
  workspace: ['system', 'image', 'source', 'model', 'persian', 'pipeline.ts'],
  'pipeline.ts': ['source', 'insight', 'paper', 'page', 'print', 'finish', 'model', 'persian'],
  'verdict.ts': ['pipeline.ts', 'paper', 'finish', 'model', 'persian'],
  commands: [
    'pipeline.ts',
    'verdict.ts',
    'workspace',
    'report',
    'print',
    'finish',
    'sign',
    'register',
    'people',
    'archive',
    'catalogue',
    'ledger',
    'mail',
    'smtp',
    'annex',
    'pack',
    'paper',
    'insight',
    'source',
    'model',
    'persian',
  ],
  'cli.ts': ['commands', 'report'],
}

const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.ts'))

const imports = files.flatMap((file) => {
  const text = readFileSync(join(src, file), 'utf8')
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map(([, path]) => ({
    file,
    from: file.split('/')[0] ?? '',
    path: posix.join(posix.dirname(file), path ?? ''),
    to: posix.join(posix.dirname(file), path ?? '').split('/')[0] ?? '',
  }))
})

test('the sources were read', () => {
  expect(files.length).toBeGreaterThan(60)
  expect(imports.length).toBeGreaterThan(150)
})

test('every folder is in the table', () => {
  expect([...new Set(files.map((file) => file.split('/')[0]))].toSorted()).toEqual(
    Object.keys(allowed).toSorted(),
  )
})

test('imports point one way', () => {
  const strays = imports.filter(({ from, to }) => from !== to && !allowed[from]?.includes(to))
  expect(strays).toEqual([])
})

/** `build` of commands/build/watch.ts; nothing of what commands share, be it a file or a folder without a verb. */
function commandOf(path: string): string | undefined {
  const folder = /^commands\/([^/]+)\//.exec(path)?.[1]
  return folder !== undefined && files.includes(`commands/${folder}/verb.ts`) ? folder : undefined
}

test('no command knows another', () => {
  const strays = imports.filter(({ file, path }) => {
    const to = commandOf(path)
    return to !== undefined && to !== commandOf(file) && file !== 'commands/verbs.ts'
  })
  expect(strays).toEqual([])
})

test('what a command says of itself loads nothing of its work', () => {
  const light = files.filter((file) => /^commands\/(?:[^/]+\/verb|verbs)\.ts$/.test(file))
  expect(light.length).toBeGreaterThan(10)
  for (const file of light) {
    const text = readFileSync(join(src, file), 'utf8')
    const loaded = [...text.matchAll(/^import (?!type )[^']*'([^']+)'/gm)].map(([, path]) => path)
    expect(
      loaded.filter((path) => path !== '../verb.ts'),
      file,
    ).toEqual([])
  }
})

test('only the print folder knows the browser, and only the workspace writes', () => {
  const naming = (pattern: RegExp): string[] => [
    ...new Set(
      files
        .filter((file) => pattern.test(readFileSync(join(src, file), 'utf8')))
        .map((file) => file.split('/')[0] ?? ''),
    ),
  ]
  expect(naming(/'puppeteer(?:-core)?[/']/)).toEqual(['print'])
  expect(naming(/\bwriteFile(?:Sync)?\b/)).toEqual(['workspace'])
  expect(naming(/process\.exit\b/)).toEqual([])
})

test('one file knows each PDF library, and one the network', () => {
  const naming = (pattern: RegExp): string[] =>
    files.filter((file) => pattern.test(readFileSync(join(src, file), 'utf8')))
  expect(naming(/'@libpdf\/core'/)).toEqual(['sign/place.ts'])
  expect(naming(/'@cantoo\/pdf-lib'/)).toEqual(['annex/pdf-library.ts'])
  expect(naming(/'nodemailer\/lib\/mail-composer'/)).toEqual(['mail/compose.ts'])
  expect(naming(/\bfetch\(|'node:https?'|'node:net'/)).toEqual(['commands/sign/timestamp-authority.ts'])
})

test('no source hides an invisible character', () => {
  const hidden = /[\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\u00ad]/
  expect(files.filter((file) => hidden.test(readFileSync(join(src, file), 'utf8')))).toEqual([])
})
