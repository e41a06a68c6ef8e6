/** H13, H14: the archive, and what is looked for in it. */
import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { root, told } from '../../e2e/cli.ts'
import type { Ended } from '../../e2e/cli.ts'
import { madeOnce, put, runWithin } from '../mail-office.ts'
import type { LeftOut, Row } from '../row.ts'

const json = ['--json', '--lang', 'en']
const forms = readFileSync(join(root, 'test/data/forms.yaml'), 'utf8')
const settings = 'office: { lines: [دستگاه نمونه] }\n'
const folder = '1405/09/m.r1'
const chain = 'chain.jsonl'

/** With one paper in it. */
const archived = madeOnce(async (desk) => {
  desk.put('jalaseh.yaml', settings)
  desk.put('m.yaml', forms)
  const ended = await desk.run(['archive', 'add', 'm.yaml'])
  if (ended.code !== 0) throw new Error(ended.stderr)
})

interface Damage {
  what: string
  /** @param at path of a file of the archive */
  change?: (at: (name: string) => string) => void
  args?: string[]
  faults: string[]
  warnings?: string[]
}

const damaged = ({ what, change, args = ['verify'], faults, warnings = [] }: Damage): Row => ({
  id: 'H13',
  what,
  make: async ({ desk }) => {
    put(desk, await archived())
    change?.((name) => join(desk.folder, 'archive', name))
  },
  args: ['archive', ...args, ...json],
  expect: { exit: faults.length === 0 ? 0 : 1, faults, warnings, writes: ofIndex },
})

const edit = (path: string, change: (text: string) => string): void =>
  writeFileSync(path, change(readFileSync(path, 'utf8')))

/** Papers that two processes store at the same time. */
const eight = Array.from({ length: 8 }, (_, n) => `p${n}.yaml`)

/** Of a meeting file with these words, by a question: how many documents there are, and what was found. */
const search = (
  what: string,
  text: string,
  question: string[],
  total: number,
  look: (answer: Answer, ended: Ended) => void = () => {},
): Row => ({
  id: 'H14',
  what,
  files: { 'jalaseh.yaml': settings, 'data/a.yaml': `meeting: ${JSON.stringify(text)}\n` },
  args: ['search', ...question, ...json],
  expect: { exit: 0, writes: ofIndex },
  look: (_, ended) => {
    const answer = JSON.parse(ended.stdout) as Answer
    expect(answer.total).toBe(total)
    look(answer, ended)
  },
})

interface Answer {
  total: number
  results: { hits: { text: string; marks: [number, number][] }[] }[]
}

/** What was judged sound, the index, and who makes it. */
const ofIndex = /^archive\/(?:judged\.txt|catalogue\.sqlite(?:-wal|-shm|\.mending)?|lock)$/

const rebuilt = (what: string, change: (path: string) => void): Row => ({
  id: 'H13',
  what,
  make: async ({ desk }) => {
    put(desk, await archived())
    const ended = await desk.run(['search', 'نمونه'])
    expect(ended.code).toBe(0)
    change(join(desk.folder, 'archive/catalogue.sqlite'))
  },
  args: ['search', 'عضو', ...json],
  expect: { exit: 0, writes: ofIndex },
  look: (_, { stdout }) => expect((JSON.parse(stdout) as Answer).total).toBeGreaterThan(0),
})

export const rows: Row[] = [
  damaged({ what: 'an archive as it was stored', faults: [] }),
  damaged({
    what: 'a byte of a paper is another',
    change: (at) => {
      const bytes = readFileSync(at(`${folder}/minutes.pdf`))
      bytes.writeUInt8(bytes.readUInt8(2000) ^ 1, 2000)
      writeFileSync(at(`${folder}/minutes.pdf`), bytes)
    },
    faults: ['archive/changed'],
  }),
  damaged({
    what: 'a file is gone, another is there that nobody stored',
    change: (at) => {
      rmSync(at(`${folder}/m.yaml`))
      writeFileSync(at(`${folder}/x.pdf`), 'x')
    },
    faults: ['archive/missing', 'archive/added'],
  }),
  damaged({
    what: 'a paper is gone',
    change: (at) => rmSync(at(folder), { recursive: true }),
    faults: ['archive/missing'],
  }),
  damaged({
    what: 'the list of a paper is another',
    change: (at) => edit(at(`${folder}/manifest.json`), (text) => text.replace('minutes', 'poem')),
    faults: ['archive/changed'],
  }),
  damaged({ what: 'the chain is gone', change: (at) => rmSync(at(chain)), faults: ['archive/added'] }),
  damaged({
    what: 'the chain is cut short',
    change: (at) => edit(at(chain), (text) => text.slice(0, -9)),
    faults: ['archive/chain-line'],
  }),
  damaged({
    what: 'the chain goes on with nonsense',
    change: (at) => appendFileSync(at(chain), '{"seq":2}\n\0\n'),
    faults: ['archive/chain-line', 'archive/chain-line'],
  }),
  {
    ...damaged({
      what: 'nothing is added to a chain that is gone',
      args: ['add', 'n.yaml'],
      faults: ['archive/chain-gone'],
    }),
    make: async ({ desk }) => {
      put(desk, await archived())
      desk.put('n.yaml', forms)
      rmSync(join(desk.folder, 'archive', chain))
    },
  },
  {
    ...damaged({
      what: 'another paper of the same name',
      args: ['add', 'm.yaml'],
      faults: ['archive/revision'],
    }),
    make: async ({ desk }) => {
      put(desk, await archived())
      desk.put('m.yaml', forms.replace('۱۱:۰۰', '۱۱:۳۰'))
    },
  },
  damaged({ what: 'the same paper again', args: ['add', 'm.yaml'], faults: [], warnings: ['archive/same'] }),
  {
    id: 'H13',
    what: 'eight papers by two at the same time, half of them by both',
    files: {
      'jalaseh.yaml': settings,
      ...Object.fromEntries(eight.map((name, n) => [name, forms.replace('session: 5', `session: ${n + 1}`)])),
    },
    run: async ({ desk }, env) => {
      const add = (files: string[]): Promise<Ended> =>
        runWithin(desk, ['archive', 'add', ...files, ...json], env)
      const both = await Promise.all([add(eight.slice(0, 6)), add(eight.slice(2).toReversed())])
      expect(
        both.map((ended) => [ended.code, told(ended).filter(({ severity }) => severity === 'error')]),
      ).toEqual([
        [0, []],
        [0, []],
      ])
      return runWithin(desk, ['archive', 'list', ...json], env)
    },
    expect: { exit: 0, writes: /^archive\// },
    look: async ({ desk }, { stdout }) => {
      const { papers } = JSON.parse(stdout) as { papers: { id: string; revision: number }[] }
      expect(papers.map(({ id, revision }) => `${id}.yaml ${revision}`).toSorted()).toEqual(
        eight.map((name) => `${name} 1`),
      )
      expect(
        readFileSync(join(desk.folder, 'archive', chain), 'utf8')
          .trim()
          .split('\n'),
      ).toHaveLength(8)
      expect((await desk.run(['archive', 'verify'])).code).toBe(0)
    },
  },
  rebuilt('the index is gone', (path) => rmSync(path)),
  rebuilt('the index is garbage', (path) => writeFileSync(path, 'x'.repeat(9000))),
  rebuilt('the index is cut short', (path) => writeFileSync(path, readFileSync(path).subarray(0, 5000))),
  ...['"*', '%', '_'].map((mark) => search(mark, 'سقف اعتبار', ['سقف', mark], 1)),
  ...['") OR 1 --', "'; drop table search_source; --", 'NEAR(a b)', 'title:a', 'a AND NOT'].map((words) =>
    search(words, 'سقف اعتبار', ['سقف', words], 0),
  ),
  {
    ...search('nothing but a sign', 'سقف اعتبار', ['%'], 0),
    expect: { exit: 2, faults: ['search/nothing'] },
  },
  search('the letters of another keyboard', 'كارت بازرگاني', ['کارت بازرگانی'], 1),
  search('half-spaces and none', 'می\u200cشود برنامه\u200cها', ['میشود برنامه ها'], 1),
  search('vowels, hamzas and a long line', 'مُصَوَّبـــهٔ هیئت', ['مصوبه هیأت'], 1),
  search('digits of any kind', 'بند ۱۲ و ٣', ['12 3'], 1),
  search(
    'markup among what is found',
    '<script>alert(1)</script> \u001b[31m نمونه',
    ['نمونه'],
    1,
    (_, { stdout }) => expect(stdout).not.toContain('\u001b'),
  ),
]

export const leftOut: LeftOut[] = []
