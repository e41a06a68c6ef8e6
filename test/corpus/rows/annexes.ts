/** E: files of others that are put into packs. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { constants, deflateSync, inflateSync } from 'node:zlib'
import { PDFDocument } from '@cantoo/pdf-lib'
import { expect } from 'vitest'
import { drawing, inflating, rawPages, rawPdf, stream } from '../../annex/raw-pdf.ts'
import { seen } from '../../annex/reading.ts'
import { movingPng, movingWebp } from '../pictures.ts'
import type { Expected, LeftOut, Row } from '../row.ts'

const meeting = (...names: string[]): string =>
  `meeting: x\nannexes:\n${names.map((name, n) => `  - { id: a${n}, title: پیوست نمونه ${n}, file: ${JSON.stringify(name)} }\n`).join('')}`
const pack = ['pack', 'm.yaml', '--json', '--lang', 'en']
/** Made when its row is run: some are large. */
type Made = () => Uint8Array | Promise<Uint8Array>

const refused = (id: string, what: string, made: Made, fault: string, name = 'a.pdf'): Row => ({
  id,
  what,
  meeting: meeting(name),
  make: async ({ desk }) => desk.put(name, await made()),
  args: pack,
  within: 40_000,
  expect: { exit: 1, faults: [`3:43 ${fault}`] },
})
const packed = (
  id: string,
  what: string,
  annexes: Record<string, Made>,
  expected: Partial<Expected>,
  look?: (pack: Buffer) => void | Promise<void>,
): Row => ({
  id,
  what,
  meeting: meeting(...Object.keys(annexes)),
  make: async ({ desk }) => {
    for (const [name, made] of Object.entries(annexes)) desk.put(name, await made())
  },
  args: pack,
  within: 40_000,
  expect: { exit: 0, writes: /^out\/m\/(?:packs|editions)\//, ...expected },
  ...(look && { look: ({ desk }) => look(readFileSync(join(desk.folder, 'out/m/packs/pack.pdf'))) }),
})

const word = (text: string): string => `BT /F 12 Tf 60 60 Td (${text}) Tj ET`
const sound = rawPages([{ content: word('sound') }])
const page = '<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]>>'
const catalog = '<</Type/Catalog/Pages 2 0 R>>'
const onePage = '<</Type/Pages/Kids[3 0 R]/Count 1>>'

const hexadecimal = (bytes: Uint8Array): Buffer => Buffer.from(`${Buffer.from(bytes).toString('hex')}>`)
const ofObjects = (bytes: Uint8Array, filter: string, kind = 'ObjStm'): Buffer =>
  rawPdf([catalog, onePage, page, stream(bytes, `/Type/${kind}/N 1/First 4/W[1 2 1]/Size 9/Filter${filter}`)])
/** Looks at the memory of a run while it lasts. @param most the bytes that it may have at any time */
const inMemory =
  (most: number): Row['run'] =>
  async ({ desk }, env) => {
    const running = desk.start(pack, env)
    let peak = 0
    let isOver = false
    void running.ended.then(() => (isOver = true))
    while (!isOver) {
      peak = Math.max(peak, peakOf(running.pid))
      await pause(20)
    }
    expect(peak).toBeGreaterThan(0)
    expect(peak).toBeLessThan(most)
    return running.ended
  }

function peakOf(pid: number): number {
  try {
    return Number(/^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1] ?? 0) * 1024
  } catch {
    // It has ended meanwhile.
    return 0
  }
}

async function locked(userPassword: string): Promise<Uint8Array> {
  const file = await PDFDocument.create()
  file.addPage([300, 200]).drawText('locked', { x: 60, y: 60 })
  file.encrypt({ ownerPassword: 'owner', userPassword, permissions: { printing: false } })
  return file.save()
}

/** Pages that hold nothing, without a content of their own. */
const emptyPages = (count: number): Buffer =>
  rawPdf([
    catalog,
    `<</Type/Pages/Kids[${Array.from({ length: count }, (_, n) => `${n + 3} 0 R`).join(' ')}]/Count ${count}>>`,
    ...Array.from({ length: count }, () => page),
  ])

/** Its first page, and the table of that, stand before the rest (ISO 32000-2 annex F). */
function linearised(): Buffer {
  const first = [
    '5 0 obj\n<</Linearized 1/L LENGTH/H[0 0]/O 7/E 9999/N 1/T MAINAT>>\nendobj\n',
    '6 0 obj\n<</Type/Catalog/Pages 1 0 R>>\nendobj\n',
    '7 0 obj\n<</Type/Page/Parent 1 0 R/MediaBox[0 0 300 200]/Resources<</Font<</F 3 0 R>>>>/Contents 2 0 R>>\nendobj\n',
  ]
  const rest = [
    '1 0 obj\n<</Type/Pages/Kids[7 0 R]/Count 1>>\nendobj\n',
    `2 0 obj\n<</Length ${word('linear').length}>>\nstream\n${word('linear')}\nendstream\nendobj\n`,
    '3 0 obj\n<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>\nendobj\n',
    '4 0 obj\n<<>>\nendobj\n',
  ]
  const header = '%PDF-1.4\n'
  const entry = (at: number): string => `${String(at).padStart(10, '0')} 00000 n \n`
  const after = (from: number, parts: string[]): number[] =>
    parts.map((_, n) => from + parts.slice(0, n).join('').length)
  const headTable = (offsets: number[], main: number): string =>
    `xref\n5 3\n${offsets.map(entry).join('')}trailer\n<</Size 8/Root 6 0 R/Prev ${String(main).padStart(6, '0')}>>\nstartxref\n0\n%%EOF\n`
  const filled = first.map((part) => part.replace('LENGTH', '000000').replace('MAINAT', '000000'))
  const tableAt = header.length + filled[0]!.length
  const tableLength = headTable([0, 0, 0], 0).length
  const offsets = [header.length, ...after(tableAt + tableLength, filled.slice(1))]
  const restAt = tableAt + tableLength + filled.slice(1).join('').length
  const main = restAt + rest.join('').length
  const mainTable = `xref\n0 5\n0000000000 65535 f \n${after(restAt, rest).map(entry).join('')}trailer\n<</Size 5>>\nstartxref\n${tableAt}\n%%EOF\n`
  const length = main + mainTable.length
  const digits = (value: number): string => String(value).padStart(6, '0')
  const linear = first[0]!.replace('LENGTH', digits(length)).replace('MAINAT', digits(main))
  return Buffer.from(
    [header, linear, headTable(offsets, main), ...first.slice(1), ...rest, mainTable].join(''),
    'latin1',
  )
}

/** What a reader finds that takes every stream out of its filter, as `qpdf --qdf` writes it. */
function unpacked(pdf: Buffer): string {
  const text = pdf.toString('latin1')
  const streams = [...text.matchAll(/stream\r?\n/g)].map(({ index, 0: { length } }) => {
    try {
      const options = { finishFlush: constants.Z_SYNC_FLUSH }
      return inflateSync(pdf.subarray(index + length), options).toString('latin1')
    } catch {
      return ''
    }
  })
  return [text, ...streams].join('\n')
}

const acting =
  /\/(?:JavaScript|JS|Launch|AA|OpenAction|EmbeddedFiles?|FileAttachment|Filespec|RichMedia|SubmitForm|GoToR|AcroForm)\b|file:|canary/

/** Scripts, actions, forms and files everywhere that a file may have them. */
const active = (): Buffer =>
  rawPages(
    [
      {
        content: word('active'),
        entries: '/AA<</O<</S/Launch/F(canary.exe)>>>>/Annots[6 0 R 7 0 R 8 0 R 9 0 R 10 0 R 11 0 R]',
      },
    ],
    '/OpenAction<</S/JavaScript/JS(canary)>>/AA<</WC<</S/JavaScript/JS(canary)>>>>/AcroForm<</Fields[9 0 R]>>' +
      '/Names<</JavaScript<</Names[(a)<</S/JavaScript/JS(canary)>>]>>/EmbeddedFiles<</Names[(a) 12 0 R]>>>>',
    [
      '<</Type/Annot/Subtype/Link/Rect[10 10 50 20]/A<</S/URI/URI(file:///etc/passwd)>>>>',
      '<</Type/Annot/Subtype/Link/Rect[10 10 50 20]/A<</S/Launch/F(canary.exe)>>>>',
      '<</Type/Annot/Subtype/Link/Rect[10 10 50 20]/A<</S/GoToR/F(canary.pdf)/D[0/Fit]>>>>',
      '<</Type/Annot/Subtype/Widget/FT/Btn/Rect[100 100 200 120]/A<</S/SubmitForm/F(canary)>>/AP<</N 13 0 R>>>>',
      '<</Type/Annot/Subtype/FileAttachment/Rect[0 0 9 9]/FS 12 0 R>>',
      '<</Type/Annot/Subtype/RichMedia/Rect[0 0 9 9]/RichMediaContent<</canary 1>>>>',
      '<</Type/Filespec/F(canary.exe)/EF<</F 14 0 R>>>>',
      stream(word('button'), '/Subtype/Form/BBox[0 0 99 99]/Resources<</Font<</F 3 0 R>>>>'),
      stream('canary', '/Type/EmbeddedFile'),
    ],
  )

export const rows: Row[] = [
  {
    ...refused(
      'E01',
      'objects of 640 MB in 600 KB',
      () => ofObjects(inflating(10), '/FlateDecode'),
      'annex/bomb',
    ),
    run: inMemory(900e6),
  },
  {
    ...refused(
      'E01',
      'objects of 640 MB in hexadecimal',
      () => ofObjects(hexadecimal(inflating(10)), '[/ASCIIHexDecode/FlateDecode]'),
      'annex/bomb',
    ),
    run: inMemory(900e6),
  },
  refused(
    'E01',
    'a table of objects of 640 MB',
    () => ofObjects(inflating(10), '/FlateDecode', 'XRef'),
    'annex/bomb',
  ),
  refused('E02', 'a content of 640 MB in 600 KB', () => drawing(inflating(10), '/FlateDecode'), 'annex/bomb'),
  refused(
    'E02',
    'a content of 3 GB in a few KB',
    () => drawing(deflateSync(inflating(48)), '[/FlateDecode/FlateDecode]'),
    'annex/bomb',
  ),
  refused(
    'E02',
    'a content of 640 MB in hexadecimal',
    () => drawing(hexadecimal(inflating(10)), '[/ASCIIHexDecode/FlateDecode]'),
    'annex/bomb',
  ),
  refused(
    'E02',
    'a content of 256 MB in deflated runs',
    () =>
      drawing(deflateSync(Buffer.alloc(2 ** 22, Buffer.from([129, 0x20]))), '[/FlateDecode/RunLengthDecode]'),
    'annex/bomb',
  ),
  refused(
    'E02',
    'a font of 640 MB',
    () =>
      rawPages([{ entries: '/Resources<</Font<</F 6 0 R>>>>' }], '', [
        '<</Type/Font/Subtype/Type0/BaseFont/A/FontFile2 7 0 R>>',
        stream(inflating(10), '/Filter/FlateDecode'),
      ]),
    'annex/bomb',
  ),
  refused(
    'E03',
    'a page that is its own parent',
    () => rawPdf([catalog, '<</Type/Pages/Kids[2 0 R]/Count 1>>']),
    'annex/damaged',
  ),
  refused(
    'E03',
    'a page that has its parent below it',
    () => rawPdf([catalog, onePage, '<</Type/Pages/Parent 2 0 R/Kids[2 0 R]/Count 1>>']),
    'annex/damaged',
  ),
  refused('E03', 'arrays in arrays', () => rawPdf(['['.repeat(300_000), '<</Type/Pages>>']), 'annex/damaged'),
  refused(
    'E03',
    'dictionaries in dictionaries on its page',
    () => rawPages([{ entries: `/Resources${'<</A'.repeat(100_000)} 1${'>>'.repeat(100_000)}` }]),
    'annex/damaged',
  ),
  packed(
    'E03',
    'a table that leads to itself',
    {
      'a.pdf': () => {
        const file = rawPages([{ content: word('looped') }], '', [], '/Prev 0000').toString('latin1')
        const [, table = ''] = /startxref\n(\d+)/.exec(file) ?? []
        return Buffer.from(file.replace('/Prev 0000', `/Prev ${table.padStart(4, '0')}`), 'latin1')
      },
    },
    { printed: ['looped'] },
  ),
  refused('E04', '200,000 pages', () => emptyPages(200_000), 'annex/too-many-pages'),
  {
    ...refused('E04', 'more pages than the office allows', () => rawPages([{}, {}]), 'annex/too-many-pages'),
    files: { 'jalaseh.yaml': 'limits: { annex_pages: 1 }\n' },
  },
  refused(
    'E04',
    'one page 200,000 times',
    () => rawPdf([catalog, `<</Type/Pages/Kids[${'3 0 R '.repeat(200_000)}]/Count 200000>>`, page]),
    'annex/damaged',
  ),
  refused(
    'E04',
    'a count that is a lie',
    () => rawPdf([catalog, '<</Type/Pages/Kids[]/Count 200000>>']),
    'annex/no-pages',
  ),
  ...(
    [
      ['a page of a thousand million points', '[0 0 1000000000 1000000000]'],
      ['a page without a size', '[0 0 0 0]'],
      ['a page without a height', '[0 0 300 0]'],
    ] as const
  ).map(([what, box]) =>
    refused('E05', what, () => rawPages([{ entries: `/MediaBox${box}` }]), 'annex/page-size'),
  ),
  refused('E05', 'no pages', () => rawPages([]), 'annex/no-pages'),
  refused('E06', 'cut in the middle', () => sound.subarray(0, sound.length * 0.6), 'annex/truncated'),
  refused('E06', 'cut before its last bytes', () => sound.subarray(0, -8), 'annex/truncated'),
  refused('E06', 'a header alone', () => Buffer.from('%PDF-1.7\n'), 'annex/truncated'),
  refused('E06', 'nothing', () => Buffer.alloc(0), 'annex/empty'),
  refused('E06', 'a page of the web', () => Buffer.from('<!doctype html><p>%PDF-1.7'), 'file/not-annex'),
  refused('E06', '5 MB of NUL', () => Buffer.alloc(5_000_000), 'file/not-annex'),
  refused(
    'E06',
    '300,000 objects without a page',
    () => rawPdf(['<</Type/Catalog>>', ...Array.from({ length: 300_000 }, () => '<</A[1 2 3]/B(b)>>')]),
    'annex/damaged',
  ),
  packed(
    'E06',
    'a table that is not where it is said to be',
    {
      'a.pdf': () =>
        Buffer.from(sound.toString('latin1').replace(/startxref\n\d+/, 'startxref\n5'), 'latin1'),
    },
    { printed: ['sound'], warnings: ['annex/repaired'] },
  ),
  refused('E07', 'a password', () => locked('secret'), 'annex/password'),
  {
    ...refused('E07', 'a password, told in Persian', () => locked('secret'), ''),
    args: ['pack', 'm.yaml', '--lang', 'fa'],
    expect: { exit: 1, told: ['رمز دارد'] },
  },
  packed(
    'E07',
    "its owner's password alone",
    { 'a.pdf': () => locked('') },
    { printed: ['locked'], warnings: ['annex/owner-locked'] },
  ),
  packed(
    'E08',
    'scripts, actions, forms and files',
    { 'a.pdf': active },
    { printed: ['active', 'button'], warnings: ['annex/stripped'] },
    (pdf) => {
      expect(unpacked(active())).toMatch(acting)
      expect(unpacked(pdf)).not.toMatch(acting)
    },
  ),
  ...(
    [
      [
        'an archive with a PDF in it',
        Buffer.concat([Buffer.from('PK\u0003\u0004'), sound]),
        'file/not-annex',
      ],
      ['letters before it', Buffer.concat([Buffer.from('From: a@example.ir\n\n'), sound]), 'file/not-annex'],
      ['a GIF with a PDF in it', Buffer.concat([Buffer.from('GIF89a'), sound]), 'file/not-annex'],
      [
        'a PNG with a PDF in it',
        Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), sound]),
        'annex/image-damaged',
      ],
    ] as const
  ).map(([what, bytes, fault]) => refused('E09', what, () => bytes, fault)),
  packed(
    'E10',
    'forms, signatures, turned and large pages, PDF 2.0, linearised',
    {
      'form.pdf': () =>
        rawPages([{ content: word('form'), entries: '/Annots[6 0 R]' }], '/AcroForm<</Fields[6 0 R]>>', [
          '<</Type/Annot/Subtype/Widget/FT/Tx/V(filled)/Rect[60 100 160 120]/AP<</N 7 0 R>>>>',
          stream(
            'BT /F 12 Tf 2 2 Td (filled) Tj ET',
            '/Subtype/Form/BBox[0 0 100 20]/Resources<</Font<</F 3 0 R>>>>',
          ),
        ]),
      'signed.pdf': () =>
        rawPages([{ content: word('signed') }], '/AcroForm<</Fields[6 0 R]/SigFlags 3>>', [
          '<</FT/Sig/T(a)/V<</Type/Sig>>>>',
        ]),
      'turned.pdf': () => rawPages([{ content: word('turned'), entries: '/Rotate 90' }]),
      'a3.pdf': () => rawPages([{ content: word('large'), entries: '/MediaBox[0 0 1191 842]' }]),
      'two.pdf': () =>
        Buffer.from(
          rawPages([{ content: word('newest') }])
            .toString('latin1')
            .replace('%PDF-1.7', '%PDF-2.0'),
          'latin1',
        ),
      'linear.pdf': linearised,
    },
    {
      printed: ['form', 'filled', 'signed', 'turned', 'large', 'newest', 'linear'],
      warnings: ['annex/signed'],
    },
    async (pdf) => {
      const pages = await seen(pdf)
      const found = (text: string) => {
        const page = pages.find(({ words }) => words.some((one) => one.text === text))!
        return { ...page, word: page.words.find((one) => one.text === text)! }
      }
      // As a viewer shows the annex: its words run downwards on a sheet that lies.
      expect(found('turned')).toMatchObject({ word: { angle: -90 } })
      for (const text of ['turned', 'large']) expect(found(text).width).toBeGreaterThan(found(text).height)
    },
  ),
  packed(
    'E11',
    'names in Persian, and one name twice',
    {
      'پیوست ۱.PDF': () => rawPages([{ content: word('first') }]),
      'b/پیوست ۱.PDF': () => rawPages([{ content: word('second') }]),
      'c/پیوست\u200c۱ # ?%41.pdf': () => rawPages([{ content: word('third') }]),
    },
    { printed: ['first', 'second', 'third'] },
  ),
  refused('D06', 'an annex of 10,000 frames', () => movingPng(9, 10_000), 'annex/moving-image', 'a.png'),
  refused(
    'D06',
    'an annex that is a WebP of 10,000 frames',
    () => movingWebp(9, 10_000),
    'annex/format',
    'a.webp',
  ),
  refused(
    'D06',
    'an annex that is a GIF',
    () => Buffer.from('GIF89a\u0001\0\u0001\0\0\0\0;'),
    'file/not-annex',
    'a.gif',
  ),
]

export const leftOut: LeftOut[] = []
