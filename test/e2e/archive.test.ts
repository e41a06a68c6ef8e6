// `jalaseh archive`: papers that are printed for it, refused by it, corrected in it, and what it can prove of them.
import { execFileSync } from 'node:child_process'
import { createHash, generateKeyPairSync } from 'node:crypto'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { linesOf, nextLine, origin } from '../../src/archive/chain.ts'
import type { ChainLine } from '../../src/archive/chain.ts'
import { inspectPdf } from '../../src/finish/inspect.ts'
import { readArchivedHead } from '../../src/paper/archived.ts'
import { judge } from '../../src/verdict.ts'
import { Desk, root, told } from './cli.ts'
import type { Ended } from './cli.ts'

const forms = readFileSync(join(root, 'test/data/forms.yaml'), 'utf8')
let desk: Desk
beforeAll(() => {
  desk = new Desk()
  desk.put('jalaseh.yaml', 'office: { lines: [دستگاه نمونه] }\n')
})
afterAll(() => {
  desk[Symbol.dispose]()
})

const archive = (...args: string[]): Promise<Ended> => desk.run(['archive', ...args])
const at = (path: string): string => join(desk.folder, 'archive', path)
const chain = (): ChainLine[] => linesOf(readFileSync(at('chain.jsonl'), 'utf8'))
const sha256 = (path: string): string =>
  createHash('sha256')
    .update(readFileSync(at(path)))
    .digest('hex')
function printed(path: string): string {
  const inspection = inspectPdf(readFileSync(at(path)))
  if ('unknown' in inspection) throw new Error(inspection.unknown)
  return inspection.printed
}
async function codes(...args: string[]): Promise<string[]> {
  return told(await archive(...args, '--json')).map(({ code }) => code)
}

describe('what is not fit', () => {
  const final = forms
  const cases: [what: string, yaml: string, code: string, also?: string][] = [
    ['a draft', final.replace('status: final', 'status: draft'), 'archive/draft'],
    ['open facts', final.replace(/^ {2}place: .*\n/m, ''), 'archive/unsure', 'fact/open'],
    [
      'a figure without a source',
      `${final}statistics: [{ label: صادرات, value: 5, unit: تن }]\n`,
      'archive/unsure',
      'fact/unsourced',
    ],
    [
      'two values for one figure',
      `${final}statistics:\n${[5, 6].map((n) => `  - { label: صادرات, value: ${n}, unit: تن, source: گمرک }\n`).join('')}`,
      'archive/unsure',
      'statistic/contradiction',
    ],
    ['a fault', `${final}nonsense: 1\n`, 'field/unknown'],
    ['no attendees', final.replace(/^attendees:\n(?: .*\n)+/m, ''), 'paper/needs'],
  ]
  test.each(cases)('%s', async (_, yaml, code, also = code) => {
    desk.put('unfit.yaml', yaml)
    const ended = await archive('add', 'unfit.yaml', '--json')
    expect(ended.code).toBe(1)
    const errors = told(ended).filter(({ severity }) => severity === 'error')
    expect(errors.map((one) => one.code)).toEqual(expect.arrayContaining([code, also]))
    expect(desk.has('archive')).toBe(false)
  })

  test('letters, unknown kinds, actions and options', async () => {
    desk.put('m.yaml', forms)
    expect(await codes('add', 'm.yaml', '--kind', 'excerpt')).toEqual(['archive/copies'])
    expect(await codes('add', 'm.yaml', '--kind', 'poem')).toEqual(['usage/kind'])
    for (const args of [
      [],
      ['add'],
      ['burn'],
      ['show'],
      ['list', 'x'],
      ['add', 'm.yaml', '--bag'],
      ['add', 'm.yaml', '--revision', ' '],
    ])
      expect(await archive(...args)).toMatchObject({ code: 2, stdout: '' })
    expect(desk.has('archive')).toBe(false)
  })
})

describe('a paper, its correction, and the one after', () => {
  test('is printed, finished and stored; what was said at the meeting needs no other source', async () => {
    desk.put('map.pdf', readFileSync(join(root, 'test/data/annexes/table.pdf')))
    const annex = 'annexes: [{ id: a1, title: جدول, file: map.pdf }]\n'
    const shown = 'followups: [{ id: r0, status: done, files: [map.pdf] }]\n'
    desk.put('m.yaml', `${forms}statements: [{ speaker: m3, text: کار پیش می‌رود }]\n${annex}${shown}`)
    expect(await archive('add', 'm.yaml')).toMatchObject({ code: 0, stdout: 'archive/1405/09/m.r1\n' })
    for (const name of ['m.yaml', 'minutes.pdf', 'annexes/1-map.pdf', 'evidence/1-map.pdf', 'manifest.json'])
      expect(desk.has(`archive/1405/09/m.r1/${name}`)).toBe(true)
    expect(sha256('1405/09/m.r1/m.yaml')).toBe(
      createHash('sha256')
        .update(readFileSync(join(desk.folder, 'm.yaml')))
        .digest('hex'),
    )
    expect(judge(readFileSync(at('1405/09/m.r1/minutes.pdf')), 'm').faults).toEqual([])
    // The first one has no head to show.
    expect(readArchivedHead(printed('1405/09/m.r1/minutes.pdf'))).toBeUndefined()
  })

  test('the same again is said and changes nothing', async () => {
    const before = [desk.files(), readFileSync(at('chain.jsonl'), 'utf8')]
    const again = await archive('add', 'm.yaml')
    expect(again).toMatchObject({ code: 0, stdout: 'archive/1405/09/m.r1\n' })
    expect(again.stderr).toContain('warning archive/same')
    expect([desk.files(), readFileSync(at('chain.jsonl'), 'utf8')]).toEqual(before)
  })

  test('a correction needs its reason, and shows what it replaces and the head before it', async () => {
    const other = readFileSync(join(desk.folder, 'm.yaml'), 'utf8').replace('۱۱:۰۰', '۱۱:۳۰')
    desk.put('m.yaml', other)
    const refused = await archive('add', 'm.yaml')
    expect(refused).toMatchObject({ code: 1, stdout: '' })
    expect(refused.stderr).toContain('error archive/revision')
    const [first] = chain()
    const ended = await archive('add', 'm.yaml', '--revision', 'اصلاح ساعت', '--json')
    const { papers } = JSON.parse(ended.stdout) as { papers: unknown[] }
    expect(papers).toMatchObject([{ path: 'archive/1405/09/m.r2', added: true, seq: 2 }])
    const text = printed('1405/09/m.r2/minutes.pdf')
    expect(text).toContain('اصلاح ساعت')
    expect(readArchivedHead(text)).toEqual({ seq: 1, hash: first?.hash.slice(0, 16) })
  })

  test('list and show tell them', async () => {
    const { stdout } = await archive('list', '--json')
    expect(JSON.parse(stdout)).toMatchObject({
      papers: [{ id: 'm', revision: 2, kind: 'minutes', date: '1405/09/04' }],
    })
    const shown = await archive('show', 'm', '--json')
    expect(JSON.parse(shown.stdout)).toMatchObject({
      revisions: [
        { revision: 1, latest: false },
        { revision: 2, latest: true, replaces: { revision: 1, reason: 'اصلاح ساعت' } },
      ],
    })
    const first = await desk.run(['archive', 'show', 'm.r1', '--lang', 'fa'])
    expect(first.stdout).toContain('نسخهٔ ۱ (جایگزین شده است)')
    expect(await codes('list', '--from', '1405/10/01')).toEqual([])
    expect((await archive('list', '--from', '1405/10/01')).stdout).toBe('')
    expect(await archive('list', '--from', '1405/13/01')).toMatchObject({ code: 2 })
    expect(await archive('show', 'x')).toMatchObject({ code: 1, stdout: '' })
  })

  test('a draft elsewhere in the workspace shows the head, too', async () => {
    desk.put('data/next.yaml', forms)
    await desk.run(['build', 'data/next.yaml', '--kind', 'minutes', '--html'])
    const page = readFileSync(join(desk.folder, 'out/next/minutes.html'), 'utf8')
    expect(page).toContain(chain().at(-1)!.hash.slice(0, 16))
  })
})

describe('two processes', () => {
  test('that add the same file store it once; that add two store both', async () => {
    desk.put('p.yaml', forms.replace('session: 5', 'session: 6'))
    desk.put('q.yaml', forms.replace('session: 5', 'session: 7'))
    const before = chain().length
    const ended = await Promise.all([archive('add', 'p.yaml', 'q.yaml'), archive('add', 'q.yaml', 'p.yaml')])
    expect(ended.map(({ code }) => code)).toEqual([0, 0])
    const paths = chain()
      .slice(before)
      .map(({ path }) => path)
    expect(paths.toSorted()).toEqual(['1405/09/p.r1', '1405/09/q.r1'])
    expect(await codes('verify')).toEqual([])
  })
})

describe('what it can prove', () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')

  test('everything is as it was, signed by the key of the office', async () => {
    desk.put('key.pem', privateKey.export({ type: 'pkcs8', format: 'pem' }))
    desk.put('key.pub', publicKey.export({ type: 'spki', format: 'pem' }))
    expect(await codes('verify', '--public', 'key.pub')).toEqual(['archive/unsigned'])
    expect(await archive('sign')).toMatchObject({ code: 2 })
    expect(await archive('sign', '--key', 'key.pub')).toMatchObject({ code: 2, stdout: '' })
    expect((await archive('sign', '--key', 'key.pem')).stdout).toMatch(
      /^archive\/anchors\/4-[0-9a-f]{16}\.sig\n$/,
    )
    const verified = await desk.run(['archive', 'verify', '--public', 'key.pub', '--lang', 'en'])
    expect(verified).toMatchObject({ code: 0, stderr: '' })
    expect(verified.stdout).toContain('signed up to line 4\nThe archive is what was stored.')
    expect(await archive('verify', '--public', 'key.pem')).toMatchObject({ code: 0 })
    expect(await archive('verify', '--public', 'm.yaml')).toMatchObject({ code: 2 })
  })

  test('a bag that others can check', async () => {
    expect(await archive('export')).toMatchObject({ code: 2 })
    const range = ['--from', '1405/09/01', '--to', '1405/09/30']
    expect(await archive('export', '--bag', '--out', 'bag', ...range)).toEqual({
      code: 0,
      stdout: 'bag\n',
      stderr: '',
    })
    for (const list of ['manifest-sha256.txt', 'tagmanifest-sha256.txt'])
      execFileSync('sha256sum', ['-c', '--strict', '--quiet', list], { cwd: join(desk.folder, 'bag') })
    expect(readFileSync(join(desk.folder, 'bag/bag-info.txt'), 'utf8')).toContain(
      'Source-Organization: دستگاه نمونه\n',
    )
    expect(await archive('export', '--bag', '--out', 'bag')).toMatchObject({ code: 2 })
    expect(await archive('export', '--bag', '--out', 'none', '--to', '1404/12/29')).toMatchObject({ code: 1 })
    expect(desk.has('none')).toBe(false)
  })

  test('a forger who rewrites source, manifest and chain is found by the paper, the print and the signature', async () => {
    const lines = chain()
    const folder = '1405/09/m.r1'
    const before = { hash: sha256(`${folder}/m.yaml`), text: readFileSync(at(`${folder}/m.yaml`), 'utf8') }
    const kept = new Map(
      ['chain.jsonl', `${folder}/m.yaml`, `${folder}/manifest.json`].map((path) => [
        path,
        readFileSync(at(path)),
      ]),
    )
    writeFileSync(at(`${folder}/m.yaml`), before.text.replace('عضو یکم', 'عضو دهم'))
    const manifest = readFileSync(at(`${folder}/manifest.json`), 'utf8')
    writeFileSync(at(`${folder}/manifest.json`), manifest.replace(before.hash, sha256(`${folder}/m.yaml`)))
    const anew: ChainLine[] = []
    for (const line of lines)
      anew.push(nextLine(anew.at(-1) ?? origin, { ...line, manifest: sha256(`${line.path}/manifest.json`) }))
    writeFileSync(at('chain.jsonl'), anew.map((line) => `${JSON.stringify(line)}\n`).join(''))
    expect(new Set(await codes('verify'))).toEqual(
      new Set(['archive/disagrees', 'archive/printed-head', 'archive/anchor']),
    )
    for (const [path, bytes] of kept) writeFileSync(at(path), bytes)
    expect(await codes('verify', '--again')).toEqual([])
  })

  test('a catalogue that is gone, garbage or full of another office is made again from the files', async () => {
    const tables = (): unknown[] => {
      using database = new DatabaseSync(at('catalogue.sqlite'), { readOnly: true })
      const names = ['search_source', 'register_resolution', 'register_event', 'register_file']
      return names.map((name) => {
        const { rows } = database.prepare(`select count(*) as rows from ${name}`).get() as { rows: number }
        return [name, rows]
      })
    }
    const rebuilt = await archive('rebuild')
    expect(rebuilt).toMatchObject({ code: 0 })
    const before = tables()
    expect(before).toContainEqual(['register_resolution', expect.any(Number)])
    rmSync(at('catalogue.sqlite'))
    expect(await archive('rebuild')).toMatchObject({ code: 0, stdout: rebuilt.stdout })
    expect(tables()).toEqual(before)
    desk.put('archive/catalogue.sqlite', 'x'.repeat(9000))
    expect(await archive('rebuild')).toMatchObject({ code: 0, stdout: rebuilt.stdout })
    expect(tables()).toEqual(before)
    {
      using database = new DatabaseSync(at('catalogue.sqlite'))
      database.exec("update register_resolution set text = 'x'; delete from search_source")
    }
    expect(await archive('rebuild')).toMatchObject({ code: 0, stdout: rebuilt.stdout })
    expect(tables()).toEqual(before)
    using database = new DatabaseSync(at('catalogue.sqlite'), { readOnly: true })
    expect(database.prepare("select count(*) as n from register_resolution where text = 'x'").get()).toEqual({
      n: 0,
    })
    expect(await codes('verify')).toEqual([])
  })

  test('no archive at all', async () => {
    using empty = new Desk()
    expect(await empty.run(['archive', 'list'])).toMatchObject({ code: 0, stdout: '' })
    expect(await empty.run(['archive', 'verify'])).toMatchObject({ code: 1 })
    expect(await empty.run(['archive', 'export', '--bag'])).toMatchObject({ code: 1 })
    expect(await empty.run(['archive', 'sign', '--key', 'key.pem'])).toMatchObject({ code: 1 })
    expect(empty.files()).toEqual([])
    // A folder where the chain should be.
    empty.put('archive/chain.jsonl/x', '')
    for (const args of [
      ['list'],
      ['show', 'm'],
      ['export', '--bag'],
      ['verify'],
      ['sign', '--key', 'key.pem'],
    ]) {
      const { code, stdout, stderr } = await empty.run(['archive', ...args])
      expect([code > 0 && code < 3, stdout]).toEqual([true, ''])
      expect(stderr).toMatch(/^error archive\//)
    }
  })
})
