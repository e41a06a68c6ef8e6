// Every kind of bad annex, recipient and option of a pack: what is told, where, the exit code, and that nothing is left behind.
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { PDFDocument } from '@cantoo/pdf-lib'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { fa } from '../../src/persian/fa.ts'
import { drawing, inflating, rawPages } from '../annex/raw-pdf.ts'
import { pngChunk } from '../annex/raw-png.ts'
import { Desk, errorsOf, told } from './cli.ts'
import type { Ended } from './cli.ts'

let desk: Desk
beforeEach(() => {
  desk = new Desk()
})
afterEach(() => desk[Symbol.dispose]())

const pack = (...args: string[]): Promise<Ended> => desk.run(['pack', 'm.yaml', '--json', ...args])
const placed = (ended: Ended): string[] =>
  told(ended).map(({ severity, code, line, column }) =>
    [severity, line === undefined ? '' : `${line}:${column}`, code].filter(Boolean).join(' '),
  )

/** Nothing was made, printed, or left in the temporary folder. */
function expectNothing(ended: Ended, before: readonly string[], code = 1): void {
  expect(ended).toMatchObject({ code, stderr: '' })
  expect(desk.files()).toEqual(before)
  expect(desk.leftovers()).toEqual([])
}

const sound = rawPages([{}])

async function encrypted(userPassword: string): Promise<Uint8Array> {
  const file = await PDFDocument.create()
  file.addPage([300, 200])
  file.encrypt({ ownerPassword: 'owner', userPassword, permissions: { printing: false } })
  return file.save()
}

function png(side: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(side, 0)
  header.writeUInt32BE(side, 4)
  header.set([8, 0, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(Buffer.alloc(side))),
    pngChunk('IEND', Buffer.alloc(0)),
  ])
}

const withAnnex = 'meeting: x\nannexes: { id: a, title: t, file: a.pdf }\n'

describe('an annex', () => {
  let bomb: Buffer
  beforeAll(() => {
    bomb = inflating(10)
  })

  /** Name of the row, the file, what is told of it. */
  const rows: [string, () => Uint8Array | Promise<Uint8Array>, string][] = [
    ['empty', () => Buffer.alloc(0), 'annex/empty'],
    ['not a PDF', () => Buffer.from('<!doctype html><p>%PDF-1.7'), 'file/not-annex'],
    ['a header and nothing more', () => Buffer.from('%PDF-1.7\n'), 'annex/truncated'],
    ['truncated', () => sound.subarray(0, sound.length * 0.7), 'annex/truncated'],
    ['cut before its last bytes', () => sound.subarray(0, -8), 'annex/truncated'],
    ['protected by a password', () => encrypted('secret'), 'annex/password'],
    ['without pages', () => rawPages([]), 'annex/no-pages'],
    [
      'of a page of a million points',
      () => rawPages([{ entries: '/MediaBox[0 0 1000000 1000000]' }]),
      'annex/page-size',
    ],
    ['of 600 KB that is 640 MB', () => drawing(bomb, '/FlateDecode'), 'annex/bomb'],
    [
      'of a few KB that is gigabytes',
      () => drawing(deflateSync(inflating(48)), '[/FlateDecode/FlateDecode]'),
      'annex/bomb',
    ],
    [
      'of 5,000 pages',
      () => rawPages(Array.from({ length: 5000 }, () => ({ content: '' }))),
      'annex/too-many-pages',
    ],
    ['that is an image of 20,000 by 20,000', () => png(20_000), 'annex/image-size'],
  ]

  test.each(rows)('%s', async (_, make, code) => {
    desk.put('m.yaml', withAnnex)
    desk.put('a.pdf', await make())
    const before = desk.files()
    const ended = await pack()
    expect(errorsOf(ended)).toEqual([`2:35 ${code}`])
    expectNothing(ended, before)
  })

  test('missing', async () => {
    desk.put('m.yaml', withAnnex)
    const ended = await pack()
    expect(errorsOf(ended)).toEqual(['2:35 file/missing'])
    expectNothing(ended, ['m.yaml'])
  })

  test.each(['link.pdf', 'linked/a.pdf'])('by a link out of the workspace: %s', async (path) => {
    mkdirSync(join(desk.base, 'outside'))
    writeFileSync(join(desk.base, 'outside/a.pdf'), sound)
    symlinkSync(join(desk.base, 'outside/a.pdf'), join(desk.folder, 'link.pdf'))
    symlinkSync(join(desk.base, 'outside'), join(desk.folder, 'linked'))
    desk.put('m.yaml', withAnnex.replace('a.pdf', path))
    const before = desk.files()
    const ended = await pack()
    expect(errorsOf(ended)).toEqual(['2:35 file/outside'])
    expectNothing(ended, before)
  })

  test('that is bad keeps packs of those who would not get it from being made, too', async () => {
    desk.put(
      'm.yaml',
      'meeting: x\nannexes:\n  - { id: a, title: t, file: a.pdf, class: سری }\ndistribution:\n  - { to: گیرندهٔ نمونه, ceiling: عادی, address: a@example.ir }\n  - { to: گیرندهٔ دیگر, ceiling: سری, address: b@example.ir }\n',
    )
    desk.put('a.pdf', Buffer.from('%PDF-1.7\n'))
    const before = desk.files()
    const ended = await pack('--for', 'all')
    expect(errorsOf(ended)).toEqual(['3:30 annex/truncated'])
    expectNothing(ended, before)
  })

  test('is told in both languages where it stands, and how to mend it', async () => {
    desk.put('m.yaml', withAnnex)
    desk.put('a.pdf', sound.subarray(0, -8))
    const said = async (lang: string): Promise<string> =>
      (await desk.run(['pack', 'm.yaml', '--lang', lang])).stderr
    expect(await said('en')).toContain(
      'm.yaml:2:35 error annex/truncated\n  The annex "a.pdf" is incomplete: its end is missing.\n',
    )
    expect(await said('fa')).toContain(fa`پیوست «a.pdf» ناقص است`)
  })

  /** Told as warnings, and packed all the same. */
  const warned: [string, () => Uint8Array | Promise<Uint8Array>, string][] = [
    ['that its owner has locked', () => encrypted(''), 'annex/owner-locked'],
    [
      'whose table of objects is broken',
      () => Buffer.from(sound.toString('latin1').replace(/startxref\n\d+/, 'startxref\n5'), 'latin1'),
      'annex/repaired',
    ],
  ]

  test.each(warned)('%s is packed, and it is said', async (_, make, code) => {
    desk.put('m.yaml', withAnnex)
    desk.put('a.pdf', await make())
    const ended = await pack()
    expect(placed(ended)).toContain(`warning 2:35 ${code}`)
    expect(ended).toMatchObject({ code: 0, stderr: '' })
    expect(desk.has('out/m/packs/pack.pdf')).toBe(true)
    expect(desk.leftovers()).toEqual([])
  })

  test('of a higher class than its meeting raises that of the pack, and it is said', async () => {
    desk.put('m.yaml', 'meeting: x\nannexes: { id: a, title: t, file: a.pdf, class: سری }\n')
    desk.put('a.pdf', sound)
    const ended = await pack()
    expect(placed(ended)).toContain('warning 2:35 pack/annex-class')
    expect(ended.code).toBe(0)
    expect((JSON.parse(ended.stdout) as { packs: { class: string }[] }).packs).toMatchObject([
      { class: 'secret' },
    ])
  })

  test('named twice is stored once, and it is said', async () => {
    const big = rawPages(
      Array.from({ length: 3 }, (_, n) => ({ content: `%${'xyz'.repeat(20_000)}\n0 ${n} m ${n} 9 l S` })),
    )
    desk.put('a.pdf', big)
    desk.put('b.pdf', big)
    const sizes: number[] = []
    for (const rest of ['', '  - { id: b, title: u, file: b.pdf }\n']) {
      desk.put('m.yaml', `meeting: x\nannexes:\n  - { id: a, title: t, file: a.pdf }\n${rest}`)
      const ended = await pack()
      expect(ended.code).toBe(0)
      expect(placed(ended).filter((line) => line.includes('same-annex'))).toEqual(
        rest === '' ? [] : ['warning 4:30 pack/same-annex'],
      )
      const { pages, files } = (
        JSON.parse(ended.stdout) as { packs: { pages: number; files: { size: number }[] }[] }
      ).packs[0]!
      sizes.push(pages, files[0]!.size)
    }
    const [pages = 0, size = 0, morePages, more = 0] = sizes
    // Its pages are there again with a slip sheet; the file is not.
    expect(morePages).toBe(pages + 4)
    const stored = readFileSync(join(desk.folder, 'out/m/packs/pack.pdf')).length
    expect(stored).toBe(more)
    expect(more - size).toBeLessThan(40_000)
  })
})

const to = (rows: string, rest = ''): string => `meeting: x\n${rest}distribution:\n${rows}`
const people = `people:
  - { id: a1, name: علی نمونه, post: مدیر, email: a1@example.ir, ceiling: سری }
  - { id: a2, name: علی نمونه, post: معاون, email: a2@example.ir, ceiling: سری }
`

describe('a recipient', () => {
  /** Name of the row, the meeting file, for whom, what is told, the exit code. */
  const rows: [string, string, string, string[], number][] = [
    [
      'whose class nobody knows',
      to('  - { to: گیرندهٔ نمونه, address: a@example.ir }\n'),
      'all',
      ['error 3:5 pack/no-ceiling'],
      1,
    ],
    [
      'twice',
      to(
        '  - { to: گیرندهٔ نمونه, address: a@example.ir, ceiling: عادی }\n  - { to: گیرندهٔ نمونه, address: b@example.ir, ceiling: عادی }\n',
      ),
      'all',
      ['error 4:5 pack/twice'],
      1,
    ],
    ['named as two people are', to('  - علی نمونه\n', people), 'all', ['error 6:5 pack/ambiguous'], 1],
    [
      'asked for as two people are named',
      to('  - a1\n  - a2\n', people),
      fa`علی نمونه`,
      ['error 6:5 pack/ambiguous', 'error 7:5 pack/ambiguous'],
      1,
    ],
    [
      'whom nobody knows',
      to('  - { to: گیرندهٔ نمونه, address: a@example.ir, ceiling: عادی }\n'),
      'کسی دیگر',
      ['error usage/recipient'],
      2,
    ],
    ['of a file without a distribution', 'meeting: x\n', 'all', ['error 1:10 pack/nobody'], 1],
    [
      'who may see nothing of it',
      'meeting: { title: x, class: سری }\ndistribution:\n  - { to: گیرندهٔ نمونه, address: a@example.ir, ceiling: عادی }\n',
      'all',
      ['error pack/nothing'],
      1,
    ],
    [
      'whose paper cannot be made',
      to('  - { to: گیرندهٔ نمونه, address: a@example.ir, ceiling: عادی, pack: excerpt }\n'),
      'all',
      ['error pack/no-paper'],
      1,
    ],
  ]

  test.each(rows)('%s', async (_, text, wanted, expected, code) => {
    desk.put('m.yaml', text)
    const ended = await pack('--for', wanted)
    expect(placed(ended).filter((line) => line.startsWith('error'))).toEqual(expected)
    expectNothing(ended, ['m.yaml'], code)
  })

  test('without an address gets his pack, and it is said', async () => {
    desk.put('m.yaml', to('  - { to: گیرندهٔ نمونه, ceiling: عادی }\n'))
    const ended = await pack('--for', 'all')
    expect(placed(ended)).toContain('warning 3:5 pack/no-address')
    expect(ended.code).toBe(0)
    expect(desk.has('out/m/packs/1-گیرندهٔ-نمونه.pdf')).toBe(true)
  })

  test('of the name of another is told apart by his id', async () => {
    desk.put('m.yaml', to('  - a1\n  - a2\n', people))
    expect((await pack('--for', 'a2')).code).toBe(0)
    expect((await pack('--for', 'all')).code).toBe(0)
    const { packs } = JSON.parse(readFileSync(join(desk.folder, 'out/m/packs/manifest.json'), 'utf8')) as {
      packs: object[]
    }
    expect(packs).toMatchObject([
      { copy: 1, address: 'a1@example.ir', files: [{ name: '1-علی-نمونه.pdf' }] },
      { copy: 2, address: 'a2@example.ir', files: [{ name: '2-علی-نمونه.pdf' }] },
    ])
  })
})

describe('what could not run', () => {
  test.each([
    [['--kind', 'card'], ['usage/kind'], 2],
    [['--kind', 'invitation'], ['usage/kind'], 2],
    [['--since', '1'], ['pack/not-earlier'], 1],
    [['--since', '0'], ['pack/not-earlier'], 1],
    [['--resume'], ['pack/not-interrupted'], 1],
    [['--resume', '--since', '3'], ['pack/not-interrupted'], 1],
  ])('%j', async (args, codes, code) => {
    desk.put('m.yaml', 'meeting: x\n')
    const ended = await pack(...args)
    expect(errorsOf(ended)).toEqual(codes)
    expectNothing(ended, ['m.yaml'], code)
  })

  test.each([['--since', 'x'], ['--since', '-1'], ['--since'], ['--since', '1', '--archival'], ['n.yaml']])(
    '%j',
    async (...args) => {
      desk.put('m.yaml', 'meeting: x\n')
      const ended = await desk.run(['pack', 'm.yaml', ...args])
      expect(ended.stderr).toMatch(/error usage\/(?:option|argument)/)
      expectNothing({ ...ended, stderr: '' }, ['m.yaml'], 2)
    },
  )

  test.each([
    ['a file in place of the folder', 'out'],
    ['a folder of the system', '/proc/nowhere/out'],
  ])('output to %s', async (_, out) => {
    desk.put('out', 'kept')
    desk.put('m.yaml', 'meeting: x\n')
    const ended = await pack('--out', out)
    expect(errorsOf(ended)).toEqual(['output/unwritable'])
    expectNothing(ended, ['m.yaml', 'out'], 2)
  })

  test('no browser', async () => {
    desk.put('m.yaml', 'meeting: x\n')
    const ended = await desk.run(['pack', 'm.yaml', '--json'], { JALASEH_BROWSER: '/nonexistent' })
    expect([...new Set(errorsOf(ended))]).toEqual(['browser/missing'])
    expect(ended.code).toBe(2)
    expect(desk.files().filter((name) => name.endsWith('.pdf'))).toEqual([])
  })
})
