/** F: disks that are full or read-only, names, several runs at once, and what else surrounds a run. */
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as pause } from 'node:timers/promises'
import { expect } from 'vitest'
import { tryLock } from '../../../src/archive/lock.sqlite.ts'
import { openLedger } from '../../../src/ledger/ledger.ts'
import { ZWNJ } from '../../../src/persian/invisible.ts'
import { draftOf } from '../../../src/workspace/drafts.ts'
import type { Desk, Ended, Running } from '../../e2e/cli.ts'
import { errorsOf, root, told } from '../../e2e/cli.ts'
import { full, isFull, limited, mayMount, readOnly, withoutNames } from '../broken-disk.ts'
import type { Expected, LeftOut, PrintedRow, Row } from '../row.ts'

const meeting = 'meeting: { title: جلسهٔ نمونه, date: ۱۴۰۵/۰۹/۱۰ }\nagenda: [{ topic: بند نمونه }]\n'
const forms = readFileSync(join(root, 'test/data/forms.yaml'), 'utf8')
const office = 'office: { lines: [دستگاه نمونه] }\n'
const mailed = 'mail: { from: office@example.ir, name: دبیرخانهٔ نمونه, deliver: outbox }\n'
const distributed = (names: string[]): string =>
  `${meeting}people:\n${names
    .map((name, n) => `  - { id: r${n}, name: ${JSON.stringify(name)}, email: r${n}@example.ir }\n`)
    .join('')}distribution:\n${names.map((_, n) => `  - { to: r${n}, ceiling: عادی }\n`).join('')}`
const recipients = distributed(['سهراب نمونه', 'گلنار نمونه'])
const book = 'people:\n  - { id: a, name: گلنار نمونه }\n'
const table = { 't.csv': 'نام,نام خانوادگی\nسهراب,نمونه\n' }

const json = ['--json', '--lang', 'en']
const build = ['build', 'm.yaml', '--kind', 'briefing', ...json]
const pack = ['pack', 'm.yaml', '--for', 'all', ...json]
const packs = 'out/m/packs'
/** What a run of packs writes before the first of them. */
const listOfPacks = /^out\/m\/packs\/(?:\.lock|manifest\.json)$/
const read = ({ folder }: Desk, name: string): string => readFileSync(join(folder, name), 'utf8')
const ready = async (desk: Desk, args: string[], env?: Record<string, string>): Promise<void> => {
  const { code, stderr, stdout } = await desk.run(args, env)
  if (code !== 0) throw new Error(stderr + stdout)
}
const unwritable = (id: string, what: string, row: Partial<Row>, expected: Partial<Expected> = {}): Row => ({
  id,
  what,
  meeting,
  args: build,
  ...row,
  expect: { exit: 2, faults: ['output/unwritable'], ...expected },
})
/** Of commands that answer in words alone. */
const unwritableInWords = (id: string, what: string, row: Partial<Row>): Row => {
  const { expect: expected, ...rest } = unwritable(id, what, row)
  const { faults = [], ...others } = expected
  return { ...rest, expect: { ...others, told: faults } }
}

const fullRows: Row[] = [
  unwritable('F01', 'a paper', { through: full('out', 8) }, { told: [isFull] }),
  unwritable(
    'F01',
    'no room for the journal of packs',
    {
      meeting: recipients,
      files: { [`${packs}/1-سهراب-نمونه.pdf`]: 'as it was' },
      args: pack,
      through: full('out', 0),
    },
    { writes: listOfPacks },
  ),
  unwritable(
    'F01',
    'no room for a pack',
    {
      meeting: recipients,
      files: { [`${packs}/1-سهراب-نمونه.pdf`]: 'as it was' },
      args: pack,
      through: full('out', 16),
    },
    { faults: ['output/unwritable', 'output/unwritable'], writes: listOfPacks },
  ),
  {
    id: 'F01',
    what: 'drafts of letters',
    meeting: recipients,
    files: { 'jalaseh.yaml': mailed },
    make: ({ desk }, env) => ready(desk, pack, env),
    args: ['mail', 'm.yaml', ...json],
    through: full('out', 8),
    expect: { exit: 2, faults: ['output/unwritable'], told: [isFull] },
  },
  {
    id: 'F01',
    what: 'the archive',
    files: { 'jalaseh.yaml': office, 'a.yaml': forms, 'b.yaml': forms },
    make: ({ desk }, env) => ready(desk, ['archive', 'add', 'a.yaml'], env),
    args: ['archive', 'add', 'b.yaml', ...json],
    through: full('archive', 40),
    expect: { exit: 2, faults: ['archive/unwritable'], told: [isFull] },
    look: async ({ desk }) => expect((await desk.run(['archive', 'verify'])).code).toBe(0),
  },
  {
    id: 'F01',
    what: 'a copy of the archive',
    files: { 'jalaseh.yaml': office, 'a.yaml': forms },
    make: ({ desk }, env) => ready(desk, ['archive', 'add', 'a.yaml'], env),
    args: ['archive', 'export', '--bag', '--out', 'bags/one'],
    through: full('bags', 40),
    expect: { exit: 2, told: ['archive/unwritable'] },
  },
  {
    id: 'F01',
    what: 'a meeting file out of its paper',
    meeting,
    make: ({ desk }, env) => ready(desk, ['build', 'm.yaml', '--kind', 'briefing', '--archival'], env),
    args: ['extract', 'out/m/briefing.pdf', '--out', 'copies/m.yaml'],
    through: full('copies', 0),
    expect: { exit: 2, told: ['output/unwritable'] },
  },
  unwritable(
    'F01',
    'the address book, in Persian',
    {
      files: { 'jalaseh.yaml': office, 'data/people.yaml': book, ...table },
      args: ['people', 'import', 't.csv', '--json', '--lang', 'fa'],
      through: full('data', 0),
    },
    { told: [mayMount ? 'فضای دیسک تمام شده است' : 'EFBIG'], writes: /^archive\/lock$/ },
  ),
  unwritable('F01', 'a meeting file that is mended', {
    files: { 'data/n.yaml': 'meeting: { title: جلسه ي نمونه }\n' },
    args: ['check', 'data/n.yaml', '--proofread', '--fix', '--yes', ...json],
    through: full('data', 0),
  }),
  unwritableInWords('F01', 'a new workspace', { args: ['new', 'office'], through: full('office', 20) }),
  unwritableInWords('F01', 'the register as a table', {
    files: { 'jalaseh.yaml': office },
    args: ['follow-up', 'export', '--out', 'tables/a.xlsx'],
    through: full('tables', 0),
  }),
]

/** Where the room that is left can be chosen to the kilobyte. */
const measuredRows: Row[] = [
  unwritable('F01', 'room for the first of two papers', {
    args: ['build', 'm.yaml', '--kind', 'briefing,summary', ...json],
    through: full('out', 48),
  }),
  {
    id: 'F01',
    what: 'no room for noting a pack that is there',
    meeting: distributed(['سهراب نمونه']),
    make: ({ desk }, env) => ready(desk, ['pack', 'm.yaml', '--for', 'all', '--out', 'out/first'], env),
    run: ({ desk }, env) => {
      const { size } = lstatSync(join(desk.folder, 'out/first/m/packs/1-سهراب-نمونه.pdf'))
      // The journal begins with what was asked for, and that fills its first page.
      const asked = Array.from({ length: 665 }, () => ['--for', 'all']).flat()
      const through = full('out/again', 4 + 4 * Math.ceil(size / 4096))
      return desk.start(['pack', 'm.yaml', ...asked, '--out', 'out/again', ...json], env, undefined, through)
        .ended
    },
    expect: { exit: 2, faults: ['output/unwritable'], writes: /^out\/again\/m\/packs\// },
    look: (_, ended) =>
      expect(told(ended).at(-1)).toMatchObject({ message: expect.stringContaining('.journal') }),
  },
  {
    id: 'F01',
    what: 'the ledger',
    meeting: recipients,
    files: { 'jalaseh.yaml': mailed },
    make: ({ desk }, env) => ready(desk, ['mail', 'm.yaml'], env),
    args: ['mail', 'm.yaml', '--send', '--yes', ...json],
    through: full('mail', 12),
    expect: { exit: 2, faults: ['ledger/unwritable'], writes: /^mail\/ledger\.sqlite\.making$/ },
  },
  {
    id: 'F01',
    what: 'room for the ledger and none for the outbox',
    meeting: recipients,
    files: { 'jalaseh.yaml': mailed },
    make: ({ desk }, env) => ready(desk, ['mail', 'm.yaml'], env),
    args: ['mail', 'm.yaml', '--send', '--yes', ...json],
    through: full('mail', 120),
    expect: { exit: 2, faults: ['output/unwritable'], writes: /^mail\/ledger\.sqlite/ },
  },
  {
    id: 'F12',
    what: 'one that has no room for bytes, which a print does not need',
    meeting,
    args: build,
    through: full('../tmp', 0),
    expect: { exit: 0, printed: ['جلسهٔ نمونه'] },
  },
]

const readOnlyRows: Row[] = [
  unwritable('F02', 'papers', { through: readOnly('out') }),
  unwritable('F02', 'packs', { meeting: recipients, args: pack, through: readOnly('out') }),
  {
    id: 'F02',
    what: 'the archive',
    files: { 'jalaseh.yaml': office, 'a.yaml': forms, 'archive/old': 'as it was' },
    args: ['archive', 'add', 'a.yaml', ...json],
    through: readOnly('archive'),
    expect: { exit: 2, faults: ['archive/unwritable'] },
  },
  unwritable(
    'F02',
    'the address book',
    {
      files: { 'jalaseh.yaml': office, ...table },
      args: ['people', 'import', 't.csv', ...json],
      through: readOnly('data'),
    },
    { writes: /^archive\/lock$/ },
  ),
  unwritableInWords('F02', 'a new workspace', { args: ['new', 'office'], through: readOnly('office') }),
  {
    id: 'F02',
    what: 'what only reads needs no more',
    meeting,
    files: { 'jalaseh.yaml': office },
    through: readOnly('.'),
    expect: { exit: 0 },
  },
]

const folderRows: Row[] = [
  {
    id: 'F03',
    what: 'a folder far down that is not there',
    meeting,
    args: [...build, '--out', 'out/a/b/c'],
    expect: { exit: 0 },
  },
  unwritable('F03', 'a file in place of the folder', {
    files: { papers: 'as it was' },
    args: [...build, '--out', 'papers'],
  }),
  unwritable('F03', 'a link to nothing in its place', {
    make: ({ desk }) => symlinkSync('nothing', join(desk.folder, 'papers')),
    args: [...build, '--out', 'papers'],
  }),
  unwritable('F03', 'a folder whose parent may not be written to', {
    args: [...build, '--out', 'parent/papers'],
    through: readOnly('parent'),
  }),
  unwritable('F03', 'a system that makes no folders', { args: [...build, '--out', '/proc/papers'] }),
]

const paper = /^out\/m\/briefing\.pdf$/
/** What is in the place of a paper. */
const inItsPlace = (what: string, make: (folder: string) => void): Row => ({
  id: 'F04',
  what,
  meeting,
  files: { victim: 'as it was', 'folder/victim': 'as it was' },
  make: ({ desk }) => {
    mkdirSync(join(desk.folder, 'out/m'), { recursive: true })
    make(desk.folder)
  },
  args: build,
  expect: { exit: 0, writes: paper },
  look: ({ desk }) => {
    expect(lstatSync(join(desk.folder, 'out/m/briefing.pdf')).isFile()).toBe(true)
    expect(read(desk, 'out/m/briefing.pdf')).toMatch(/^%PDF-/)
  },
})
const targetRows: Row[] = [
  inItsPlace('a link to a file', (folder) => symlinkSync('../../victim', join(folder, 'out/m/briefing.pdf'))),
  inItsPlace('a link to a folder', (folder) =>
    symlinkSync('../../folder', join(folder, 'out/m/briefing.pdf')),
  ),
  inItsPlace('a link to nothing', (folder) => symlinkSync('nothing', join(folder, 'out/m/briefing.pdf'))),
  inItsPlace('a file that may only be read', (folder) => {
    writeFileSync(join(folder, 'out/m/briefing.pdf'), 'as it was')
    chmodSync(join(folder, 'out/m/briefing.pdf'), 0o444)
  }),
  unwritable('F04', 'a folder, in the place of the second of two papers', {
    args: ['build', 'm.yaml', '--kind', 'briefing,summary', ...json],
    make: ({ desk }) => mkdirSync(join(desk.folder, 'out/m/summary.pdf')),
  }),
  unwritable(
    'F04',
    'a folder in the place of what is kept of an edition',
    {
      meeting: recipients,
      files: { 'out/m/editions/1.json/old': 'as it was' },
      args: pack,
    },
    { writes: /^out\/m\/packs\// },
  ),
]

/** A process that has ended. */
const ended = (): number => spawnSync('true').pid
const draft = basename(draftOf('old.pdf'))
/** By what becomes of them. */
const drafts = {
  living: draft,
  left: draft.replace(`-${process.pid}-`, `-${ended()}-`),
  elsewhere: draft.replace(/\.[0-9a-f]{8}-/, '.00000000-'),
  old: draft.replace(/\.[0-9a-f]{8}-/, '.00000001-'),
}

const killed = (what: string, folders: string[], args: string[]): Row => ({
  id: 'F05',
  what: `drafts of ${what} by a run that was killed`,
  meeting: recipients,
  make: ({ desk }) => {
    for (const folder of folders) {
      for (const [name, file] of Object.entries(drafts)) desk.put(`${folder}/${file}`, name)
      const time = Date.now() / 1000 - 100_000
      utimesSync(join(desk.folder, folder, drafts.old), time, time)
    }
  },
  args,
  expect: { exit: 0, writes: /\.tmp$|^out\/m\/(?:packs|editions)\// },
  look: ({ desk }) => {
    for (const folder of folders) {
      const left = readdirSync(join(desk.folder, folder)).filter((name) => name.endsWith('.tmp'))
      // In the folder of packs there is one run at a time, wherever it is.
      const living = folder === packs ? [] : [drafts.living, drafts.elsewhere]
      expect(left.toSorted()).toEqual(living.toSorted())
    }
  },
})
const leftBehind: Row[] = [
  killed('papers', ['out/m'], build),
  killed('packs', [packs, 'out/m/editions'], pack),
]

const letters = [...'ابپتثجچح']
/** Runs at once; the first that fails, else any of them, with every fault. */
async function all(running: Running[]): Promise<Ended> {
  const ended = await Promise.all(running.map((one) => one.ended))
  return ended.find(({ code }) => code !== 0) ?? ended[0]!
}
const together: Row[] = [
  {
    id: 'F06',
    what: 'eight runs into one folder, four of them for one file',
    meeting,
    files: Object.fromEntries([1, 2, 3, 4].map((n) => [`m${n}.yaml`, meeting])),
    run: ({ desk }, env) => {
      const names = ['m', 'm', 'm', 'm', 'm1', 'm2', 'm3', 'm4']
      return all(
        names.map((name) => desk.start(['build', `${name}.yaml`, '--kind', 'briefing', ...json], env)),
      )
    },
    expect: { exit: 0 },
    look: ({ desk }) =>
      expect(desk.files().filter((name) => name.startsWith('out/m') && name.includes('.'))).toEqual(
        ['m', 'm1', 'm2', 'm3', 'm4'].map((name) => `out/${name}/briefing.pdf`),
      ),
  },
  {
    id: 'F06',
    what: 'eight tables into one address book',
    files: {
      'jalaseh.yaml': office,
      'data/people.yaml': book,
      ...Object.fromEntries(
        letters.map((letter) => [`${letter}.csv`, `نام,نام خانوادگی\nسهراب,نمونهٔ ${letter}\n`]),
      ),
    },
    run: ({ desk }, env) =>
      all(letters.map((letter) => desk.start(['people', 'import', `${letter}.csv`, ...json], env))),
    expect: { exit: 0, writes: /^(?:archive\/lock|data\/people\.yaml)$/ },
    look: async ({ desk }) => {
      const listed = await desk.run(['people', '--json'])
      expect((JSON.parse(listed.stdout) as { people: unknown[] }).people).toHaveLength(9)
    },
  },
  {
    id: 'F06',
    what: 'two papers into one archive',
    files: { 'jalaseh.yaml': office, 'a.yaml': forms, 'b.yaml': forms },
    run: ({ desk }, env) =>
      all(['a', 'b'].map((name) => desk.start(['archive', 'add', `${name}.yaml`, ...json], env))),
    expect: { exit: 0, writes: /^archive\// },
    look: async ({ desk }) => {
      expect(read(desk, 'archive/chain.jsonl').trim().split('\n')).toHaveLength(2)
      expect((await desk.run(['archive', 'verify'])).code).toBe(0)
    },
  },
  {
    id: 'F06',
    what: 'packs of a folder in which another run is at work',
    meeting: recipients,
    files: { [`${packs}/1-سهراب-نمونه.pdf`]: 'as it was' },
    run: async ({ desk }, env) => {
      using lock = tryLock(join(desk.folder, packs, '.lock'))
      expect(lock).toBeDefined()
      return await desk.run(pack, env)
    },
    expect: { exit: 2, faults: ['pack/busy'], writes: /\.lock$/ },
  },
  {
    id: 'F06',
    what: 'two runs for the packs of one folder',
    meeting: recipients,
    run: async ({ desk }, env) => {
      const both = await Promise.all([desk.run(pack, env), desk.run(pack, env)])
      // Whoever comes second finds the other at work, or its packs.
      for (const one of both) expect(one.code === 0 || errorsOf(one).join(' ') === 'pack/busy').toBe(true)
      return both.find(({ code }) => code === 0)!
    },
    expect: { exit: 0, writes: /^out\/m\/(?:packs|editions)\// },
    look: ({ desk }) => {
      const { packs: made } = JSON.parse(read(desk, `${packs}/manifest.json`)) as { packs: unknown[] }
      expect(made).toHaveLength(2)
      expect(readdirSync(join(desk.folder, packs)).filter((name) => name.startsWith('.'))).toEqual(['.lock'])
    },
  },
]

const lockRows: Row[] = [
  {
    id: 'F07',
    what: 'lock and journal of a run that was killed',
    meeting: recipients,
    files: {
      [`${packs}/.lock`]: '',
      [`${packs}/.journal.jsonl`]: '{"for":["all"],"kinds":[]}\n{"copy":1,"na',
    },
    args: pack,
    expect: { exit: 0, writes: /^out\/m\/(?:packs|editions)\// },
    look: ({ desk }) => expect(desk.has(`${packs}/.journal.jsonl`)).toBe(false),
  },
  unwritable('F07', 'a lock that is none', {
    meeting: recipients,
    files: { [`${packs}/.lock`]: 'pid 1 on another computer\n'.repeat(50) },
    args: pack,
  }),
  {
    id: 'F07',
    what: 'a lock of the archive that is none',
    files: { 'jalaseh.yaml': office, ...table, 'archive/lock': 'pid 1 on another computer\n'.repeat(50) },
    args: ['people', 'import', 't.csv', ...json],
    expect: { exit: 2, faults: ['archive/lock'] },
  },
  {
    id: 'F07',
    what: 'the lock of the archive is waited for',
    files: { 'jalaseh.yaml': office, ...table, 'archive/lock': '' },
    run: async ({ desk }, env) => {
      const lock = tryLock(join(desk.folder, 'archive/lock'))
      const running = desk.start(['people', 'import', 't.csv', ...json], env)
      await pause(1500)
      expect([running.child.exitCode, desk.has('data/people.yaml')]).toEqual([null, false])
      lock?.[Symbol.dispose]()
      return running.ended
    },
    expect: { exit: 0, writes: /^data\/people\.yaml$/ },
  },
  {
    id: 'F07',
    what: 'a ledger that another program keeps to itself',
    files: { 'jalaseh.yaml': mailed },
    run: async ({ desk }, env) => {
      mkdirSync(join(desk.folder, 'mail'))
      openLedger(join(desk.folder, 'mail/ledger.sqlite'))[Symbol.dispose]()
      using database = new DatabaseSync(join(desk.folder, 'mail/ledger.sqlite'))
      database.exec('pragma locking_mode = exclusive; begin exclusive')
      return await desk.run(['mail', 'send', '--yes', ...json], env)
    },
    within: 20_000,
    expect: { exit: 2, faults: ['ledger/busy'], writes: /^mail\// },
  },
  {
    id: 'F07',
    what: 'the clock goes back by years between two papers of the archive',
    files: { 'jalaseh.yaml': office, 'a.yaml': forms, 'b.yaml': forms },
    make: ({ desk }, env) => ready(desk, ['archive', 'add', 'a.yaml'], env),
    args: ['archive', 'add', 'b.yaml', ...json],
    env: { SOURCE_DATE_EPOCH: '1000000000' },
    expect: { exit: 0, writes: /^archive\// },
    look: async ({ desk }) => expect((await desk.run(['archive', 'verify'])).code).toBe(0),
  },
]

/** Names of meeting files that are not good on every system, and of one that is. */
const strangeNames = [
  '..',
  '.',
  ' a',
  'a ',
  'a.',
  'CON',
  'con.x',
  '-rf',
  'a:b',
  'a\\b',
  'a\nb',
  'a\u202eb',
  ZWNJ,
  '\u{1f389}',
  'ب'.repeat(120),
  'جلسهٔ نمونه',
]
const hostileNames = ['../../x', 'a/b', 'CON', 'نام نمونه.', '-rf', 'ب'.repeat(150), 'x', 'Á', 'á']
const checkNames = (names: string[]): void => {
  for (const name of names) {
    expect([name, Buffer.byteLength(name) <= 180]).toEqual([name, true])
    expect(name).not.toMatch(
      /^[-.]|[. ]$|[\\:*?"<>|\p{Cc}\u202a-\u202e\u2066-\u2069]|^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu,
    )
  }
  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length)
}
const nameRows: Row[] = [
  {
    id: 'F08',
    what: 'names of meeting files',
    files: Object.fromEntries(strangeNames.map((name) => [`${name}.yaml`, meeting])),
    args: [
      'build',
      ...strangeNames.map((name) => `./${name}.yaml`),
      '--kind',
      'briefing',
      '--out',
      'out/deep',
      ...json,
    ],
    expect: { exit: 0, writes: /^out\/deep\/[^/]+\/briefing\.pdf$/ },
    look: ({ desk }) => {
      const names = readdirSync(join(desk.folder, 'out/deep'))
      expect(names).toHaveLength(strangeNames.length)
      checkNames(names)
      // What is good stays as it is.
      expect(names).toContain('جلسهٔ نمونه')
      expect(names).toContain('\u{1f389}')
    },
  },
  {
    id: 'F08',
    what: 'titles name no file',
    meeting: `meeting: { title: "../../x", body: "CON" }\noffice: { lines: ["-rf"] }\n`,
    args: build,
    expect: { exit: 0 },
    look: ({ desk }) => expect(desk.files()).toEqual(['m.yaml', 'out', 'out/m', 'out/m/briefing.pdf']),
  },
  {
    id: 'F08',
    what: 'names of people, two of which come to the same',
    meeting: distributed(hostileNames),
    args: pack,
    expect: { exit: 0, writes: /^out\/m\/(?:packs|editions)\// },
    look: ({ desk }) => {
      const names = readdirSync(join(desk.folder, packs)).filter((name) => name.endsWith('.pdf'))
      expect(names).toHaveLength(hostileNames.length)
      checkNames(names.map((name) => name.replace(/\.pdf$/, '')))
    },
  },
  {
    id: 'F08',
    what: 'the name that a paper gives to what is inside it',
    files: { 'a\\..\\..\\b.yaml': meeting },
    make: ({ desk }, env) =>
      ready(desk, ['build', 'a\\..\\..\\b.yaml', '--kind', 'briefing', '--archival', '--out', 'papers'], env),
    run: ({ desk }, env) => {
      const [name = ''] = readdirSync(join(desk.folder, 'papers'))
      return desk.run(['extract', `papers/${name}/briefing.pdf`], env)
    },
    expect: { exit: 0, writes: /^b\.yaml$/ },
    look: ({ desk }) => expect(read(desk, 'b.yaml')).toBe(meeting),
  },
]

const composed = 'آب'.normalize('NFC')
const twice = (what: string, ...names: string[]): Row => ({
  id: 'F09',
  what,
  files: Object.fromEntries(names.map((name) => [name, meeting])),
  args: ['build', ...names, '--kind', 'briefing', ...json],
  expect: { exit: 2, faults: ['output/twice'], told: names },
})
const twiceRows: Row[] = [
  {
    id: 'F09',
    what: 'two recipients whose names only letters of two keyboards tell apart',
    meeting: distributed(['گیتی نمونه', 'گيتي نمونه']),
    args: pack,
    expect: { exit: 1, faults: ['pack/twice'], told: ['گیتی نمونه'] },
  },
  twice('one name in two folders', 'a/n.yaml', 'b/n.yaml'),
  twice('two endings', 'n.yaml', 'n.yml'),
  twice('large and small letters', 'n.yaml', 'N.yaml'),
  twice('one letter or two signs', `${composed}.yaml`, `${composed.normalize('NFD')}.yaml`),
  {
    id: 'F09',
    what: 'letters that only look alike are two names',
    files: { 'ی.yaml': meeting, 'ي.yaml': meeting },
    args: ['build', 'ی.yaml', 'ي.yaml', '--kind', 'briefing', ...json],
    expect: { exit: 0 },
    look: ({ desk }) => expect(readdirSync(join(desk.folder, 'out'))).toHaveLength(2),
  },
]

const limitRows: Row[] = [
  unwritable(
    'F10',
    'few files may be open',
    { through: 'ulimit -n 32; exec timeout -s KILL 40 "$@"' },
    {
      faults: ['system/refused'],
      told: ['EMFILE'],
    },
  ),
  unwritable('F10', 'files may not be long', { through: limited(4096) }, { told: ['EFBIG'] }),
  unwritable(
    'F10',
    'files may not be long: packs',
    { meeting: recipients, args: pack, through: limited(4096) },
    {
      faults: ['output/unwritable', 'output/unwritable'],
      writes: listOfPacks,
    },
  ),
  {
    id: 'F10',
    what: 'a disk that fails as a paper is flushed to it',
    meeting,
    files: { 'out/m/briefing.pdf': 'as it was' },
    run: ({ desk }, env) => {
      const failing = `--import=${new URL('../failing-disk.ts', import.meta.url).href}`
      return desk.run(build, { ...env, NODE_OPTIONS: `${env.NODE_OPTIONS} ${failing}` })
    },
    expect: { exit: 2, faults: ['output/unwritable'], told: ['the disk fails, EIO'] },
  },
]

/** Runs the command line with something else in place of its outputs; the code is its own. */
const into = (outputs: string): string =>
  `{ code=0; timeout -s KILL 40 "$@" || code=$?; echo $code > ../code; } ${outputs}; exit $(cat ../code)`
const surroundings: Row[] = [
  {
    id: 'F11',
    what: 'nobody reads the results',
    meeting,
    args: build,
    through: into('| head -c 0'),
    expect: { exit: 0 },
    look: ({ desk }) => expect(desk.files()).toContain('out/m/briefing.pdf'),
  },
  {
    id: 'F11',
    what: 'nobody reads the results of a check',
    meeting,
    through: into('| head -c 0'),
    expect: { exit: 0 },
  },
  {
    id: 'F11',
    what: 'nobody reads the messages',
    meeting: 'nonsense: 1\n',
    args: ['build', 'm.yaml'],
    through: into('2>&1 >/dev/null | head -c 0'),
    expect: { exit: 1 },
  },
  {
    id: 'F11',
    what: 'nothing is open',
    meeting,
    args: build,
    through: into('<&- >&- 2>&-'),
    expect: { exit: 0 },
    look: ({ desk }) => expect(desk.files()).toContain('out/m/briefing.pdf'),
  },
  {
    id: 'F11',
    what: 'no room for the results',
    meeting,
    through: into('> /dev/full'),
    expect: { exit: 2, told: ['The results cannot be written to the standard output (ENOSPC)'] },
  },
  {
    id: 'F11',
    what: 'no room for the messages',
    meeting: 'nonsense: 1\n',
    args: ['build', 'm.yaml'],
    through: into('2> /dev/full'),
    expect: { exit: 1 },
  },
  {
    id: 'F11',
    what: 'no home and no language',
    meeting,
    args: build,
    through: 'unset HOME LANG LC_ALL TZ USER; exec timeout -s KILL 40 "$@"',
    expect: { exit: 0, printed: ['جلسهٔ نمونه', '۱۴۰۵/۰۹/۱۰'] },
  },
]

const temporary = (what: string, row: Partial<Row>): Row =>
  unwritable('F12', what, row, { faults: ['browser/temporary'], told: ['TMPDIR'] })
const temporaryRows: Row[] = [
  temporary('a temporary folder that is not there', { env: { TMPDIR: '/nonexistent/tmp' } }),
  temporary('one that may not be written to', { through: readOnly('../tmp') }),
  temporary('one that has no room for another file', { through: withoutNames('../tmp') }),
]

const again: Row[] = [
  {
    id: 'F13',
    what: 'the same file again, in another place, zone and language',
    meeting: forms,
    run: async ({ desk }, env) => {
      const build = (out: string, more: Record<string, string>): Promise<Ended> =>
        desk.run(['build', 'm.yaml', '--kind', 'minutes', '--archival', '--out', out, ...json], {
          ...env,
          SOURCE_DATE_EPOCH: '1790000000',
          ...more,
        })
      await build('out/a', { TZ: 'Pacific/Kiritimati', LC_ALL: 'fa_IR.UTF-8' })
      return build('out/b', { TZ: 'America/Los_Angeles', LC_ALL: 'C' })
    },
    expect: { exit: 0 },
    look: ({ desk }) => {
      const [a, b] = ['a', 'b'].map((name) => readFileSync(join(desk.folder, `out/${name}/m/minutes.pdf`)))
      expect(a?.equals(b ?? Buffer.alloc(0))).toBe(true)
    },
  },
]

export const rows: Row[] = [
  ...fullRows,
  ...(mayMount ? measuredRows : []),
  ...readOnlyRows,
  ...folderRows,
  ...targetRows,
  ...leftBehind,
  ...together,
  ...lockRows,
  ...nameRows,
  ...twiceRows,
  ...limitRows,
  ...surroundings,
  ...temporaryRows,
  ...again,
]

export const printed: PrintedRow[] = []

export const leftOut: LeftOut[] = [
  {
    id: 'F03',
    reason:
      'A used up quota (EDQUOT): quotas do not bind root; it is refused where a full disk is, and has words of its own.',
  },
  {
    id: 'F04',
    reason:
      'A file that a viewer of Windows keeps open (EBUSY): there is no Windows here; the refused rename is told as any other.',
  },
  {
    id: 'F07',
    reason:
      'A lock that names another host: the system itself holds our locks, on an open file, and none names a process or a host.',
  },
]
