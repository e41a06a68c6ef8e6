import { deflateSync } from 'node:zlib'
import { PDFDocument } from '@cantoo/pdf-lib'
import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, it } from 'vitest'
import { flate, rawPages, rawPdf, stream } from './raw-pdf.ts'
import { annexOf, outlineOf, refusalOf, seen, warningsOf, withPdf } from './reading.ts'

const one = rawPages([{}])

async function encrypted(userPassword: string): Promise<Uint8Array> {
  const file = await PDFDocument.create()
  file.addPage([300, 200])
  file.encrypt({ ownerPassword: 'owner', userPassword, permissions: { printing: false } })
  return file.save()
}

const base85 = (bytes: Uint8Array): string => {
  const padded = Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)])
  let text = ''
  for (let at = 0; at < padded.length; at += 4) {
    let value = padded.readUInt32BE(at)
    if (value === 0) {
      text += 'z'
      continue
    }
    let group = ''
    for (let digit = 0; digit < 5; digit++) {
      group = String.fromCharCode((value % 85) + 33) + group
      value = Math.floor(value / 85)
    }
    text += group
  }
  return `${text}~>`
}

/** Blanks: each code stands for one more of them than the one before, until the table is full and begins anew. */
function lzw(blanks: number): Buffer {
  const bits: string[] = []
  const push = (code: number, width: number): number => bits.push(code.toString(2).padStart(width, '0'))
  for (let made = 0; made < blanks;) {
    push(256, bits.length === 0 ? 9 : 12)
    push(32, 9)
    made++
    for (let next = 258; next < 4093 && made < blanks; next++) {
      push(next, next + 1 < 512 ? 9 : next + 1 < 1024 ? 10 : next + 1 < 2048 ? 11 : 12)
      made += next - 256
    }
  }
  const all = `${bits.join('')}${(257).toString(2).padStart(12, '0')}`
  return Buffer.from(
    Array.from({ length: Math.ceil(all.length / 8) }, (_, n) =>
      Number.parseInt(all.slice(n * 8, n * 8 + 8).padEnd(8, '0'), 2),
    ),
  )
}

/** A file of a page and an object stream that is only zeros. */
const bomb = (name: string): Buffer =>
  rawPdf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]>>',
    flate(Buffer.alloc(3_000_000), `/Type/${name}/N 1/First 4`),
  ])

describe('a file that is no annex', () => {
  it.each([
    ['empty', Buffer.alloc(0), 'annex/empty'],
    ['HTML', Buffer.from('<!doctype html><p>%PDF-1.7'), 'annex/format'],
    ['zeros', Buffer.alloc(5000), 'annex/format'],
    ['two bytes', Buffer.from('%P'), 'annex/format'],
    ['an archive with a PDF in it', Buffer.concat([Buffer.from('PK\u0003\u0004'), one]), 'annex/format'],
    ['a header alone', Buffer.from('%PDF-1.7\n'), 'annex/truncated'],
    ['cut in the middle', one.subarray(0, one.length * 0.7), 'annex/truncated'],
    ['cut before its end', one.subarray(0, -8), 'annex/truncated'],
    ['an update that is cut', Buffer.concat([one, Buffer.from('9 0 obj\n<</Type')]), 'annex/truncated'],
    ['without pages', rawPages([]), 'annex/no-pages'],
    ['without a tree of pages', rawPdf(['<</Type/Catalog>>']), 'annex/damaged'],
    [
      'a page in itself',
      rawPdf(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[2 0 R]/Count 1>>']),
      'annex/damaged',
    ],
    [
      'a page that is missing',
      rawPdf(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[7 0 R]>>']),
      'annex/damaged',
    ],
    ['a content that is missing', rawPages([{ entries: '/Contents 99 0 R' }]), 'annex/damaged'],
    [
      'a page of a million points',
      rawPages([{}, { entries: '/MediaBox[0 0 1000000 1000000]' }]),
      'annex/page-size',
    ],
    ['a page without a size', rawPages([{ entries: '/MediaBox[0 0 0 842]' }]), 'annex/page-size'],
    ['a unit that makes it large', rawPages([{ entries: '/UserUnit 100' }]), 'annex/page-size'],
    ['values in arrays of arrays', rawPdf(['['.repeat(200_000), '<</Type/Pages>>']), 'annex/damaged'],
  ])('is refused: %s', async (_, bytes, code) => {
    expect(await refusalOf(bytes)).toBe(code)
  })

  it('is refused when it needs a password', async () => {
    expect(await refusalOf(await encrypted('secret'))).toBe('annex/password')
  })

  it('is refused over the limits of pages and of bytes, and only then', async () => {
    const pages = rawPages(Array.from({ length: 11 }, () => ({})))
    expect(await refusalOf(pages, { pages: 10 })).toBe('annex/too-many-pages')
    expect(await refusalOf(pages, { pages: 11 })).toBe('read, 11 pages')
    expect(await refusalOf(pages, { bytes: pages.length - 1 })).toBe('annex/too-big')
    expect(await refusalOf(pages, { bytes: pages.length })).toBe('read, 11 pages')
  })

  it('is refused where a count of pages is a lie', async () => {
    const lie = rawPdf(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[]/Count 200000>>'])
    expect(await refusalOf(lie)).toBe('annex/no-pages')
  })
})

describe('a bomb', () => {
  const limits = { stream: 1_000_000 }

  it.each(['ObjStm', 'XRef', 'Obj#53tm'])('of objects is not inflated: %s', async (name) => {
    expect(await refusalOf(bomb(name), limits)).toBe('annex/bomb')
    expect(await refusalOf(bomb(name), { stream: 4_000_000 })).toBe('read, 1 pages')
  })

  it.each([
    ['far from the word that tells its kind', `/Type/ObjStm/N 1/First 4/X(${' '.repeat(3000)})`],
    ['behind a string that looks like another object', '/Type/ObjStm/N 1/First 4/X( obj)'],
    ['of a kind that stands elsewhere', '/Type 5 0 R/N 1/First 4'],
  ])('of objects is not inflated where its dictionary is odd: %s', async (_, entries) => {
    const file = rawPdf([
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Kids[3 0 R]/Count 1>>',
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]>>',
      '/ObjStm',
      flate(Buffer.alloc(3_000_000), entries.replace('5 0 R', '4 0 R')),
    ])
    expect(await refusalOf(file, limits)).toBe('annex/bomb')
  })

  it('of objects is not inflated where its owner has locked it', async () => {
    const file = await PDFDocument.create()
    file.addPage([300, 200])
    file.context.register(
      file.context.flateStream(Buffer.alloc(3_000_000), { Type: 'OurStm', N: 1, First: 4 }),
    )
    file.encrypt({ ownerPassword: 'owner', userPassword: '', permissions: {} })
    const saved = Buffer.from(await file.save({ useObjectStreams: false })).toString('latin1')
    // The library would not write one that it did not make.
    const bytes = Buffer.from(saved.replace('/OurStm', '/ObjStm'), 'latin1')
    expect(await refusalOf(bytes, limits)).toBe('annex/bomb')
    expect(await refusalOf(bytes, { stream: 4_000_000 })).toBe('read, 1 pages')
  })

  /** What is behind other filters, each with how it is written. */
  const packed = deflateSync(Buffer.alloc(3_000_000, ' '))
  const runs = (count: number): Buffer => Buffer.alloc(count * 2, Buffer.from([129, 0x20]))
  const filters: [string, string, Uint8Array][] = [
    ['[/ASCIIHexDecode/FlateDecode]', 'hexadecimal', Buffer.from(`${packed.toString('hex')}>`)],
    ['[/AHx/Fl]', 'hexadecimal, by short names', Buffer.from(`${packed.toString('hex')}>`)],
    ['[/ASCII85Decode/FlateDecode]', 'base 85', Buffer.from(base85(packed))],
    [
      '[/ASCIIHexDecode/ASCII85Decode/FlateDecode]',
      'both',
      Buffer.from(Buffer.from(base85(packed)).toString('hex')),
    ],
    ['/RunLengthDecode', 'runs', runs(3_000_000 / 128 + 1)],
    ['[/FlateDecode/RunLengthDecode]', 'deflated runs', deflateSync(runs(3_000_000 / 128 + 1))],
    ['/LZWDecode', 'LZW', lzw(3_000_000)],
    ['7 0 R', 'a filter that stands elsewhere', packed],
    ['/Flate#44ecode', 'a name with escapes', packed],
    ['[/Crypt/FlateDecode]', 'a filter that does nothing', packed],
    [
      '/FlateDecode',
      'a wrong checksum',
      Buffer.concat([packed.subarray(0, -1), Buffer.from([packed.at(-1)! ^ 1])]),
    ],
  ]

  it.each(filters)('is counted behind %s: %s', async (filter, _, bytes) => {
    const others = [stream(bytes, `/Filter ${filter}`), '/FlateDecode']
    const single = rawPages([{ entries: '/Contents 6 0 R' }], '', others)
    const parted = rawPages([{ entries: '/Contents[6 0 R 5 0 R]' }], '', others)
    const objects = rawPdf([
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Kids[3 0 R]/Count 1>>',
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]>>',
      'null',
      'null',
      'null',
      '/FlateDecode',
      stream(bytes, `/Type/ObjStm/N 1/First 4/Filter ${filter}`),
    ])
    for (const file of [single, parted, objects]) {
      expect(await refusalOf(file, limits)).toBe('annex/bomb')
      expect(await refusalOf(file, { stream: 4_000_000 })).toBe('read, 1 pages')
    }
  })

  it('of a content or a font is found before a viewer inflates it', async () => {
    const file = (entries: string): Buffer =>
      rawPages([{ entries }], '', [flate(Buffer.alloc(3_000_000, ' ')), '<</Font<</F 6 0 R>>>>'])
    expect(await refusalOf(file('/Contents 6 0 R'), limits)).toBe('annex/bomb')
    expect(await refusalOf(file('/Resources 7 0 R'), limits)).toBe('annex/bomb')
    expect(await refusalOf(file('/Resources<<>>'), limits)).toBe('read, 1 pages')
  })

  it('in a bomb is found, too', async () => {
    const inner = deflateSync(Buffer.alloc(3_000_000, ' '))
    const file = rawPages([{ entries: '/Contents 6 0 R' }], '', [
      stream(deflateSync(inner), '/Filter[/FlateDecode/FlateDecode]'),
    ])
    expect(await refusalOf(file, limits)).toBe('annex/bomb')
    expect(await refusalOf(file, { stream: 4_000_000 })).toBe('read, 1 pages')
  })

  it('of many streams counts as one', async () => {
    const parts = Array.from({ length: 6 }, () => flate(Buffer.alloc(500_000, ' ')))
    const file = rawPages(
      [{ entries: `/Contents[${parts.map((_, n) => `${6 + n} 0 R`).join(' ')}]` }],
      '',
      parts,
    )
    expect(await refusalOf(file, { inflated: 2_000_000 })).toBe('annex/bomb')
    expect(await refusalOf(file, { inflated: 4_000_000 })).toBe('read, 1 pages')
  })

  it('of an image is known by its size', async () => {
    const image = (bits: number): Buffer =>
      rawPages([{ entries: '/Resources<</XObject<</I 6 0 R>>>>' }], '', [
        stream('x', `/Subtype/Image/Width 20000/Height 20000/BitsPerComponent ${bits}/Filter/FlateDecode`),
      ])
    expect(await refusalOf(image(8))).toBe('annex/image-size')
    // A plan of a bit per pixel may be as large.
    expect(await refusalOf(image(1))).toBe('read, 1 pages')
  })
})

describe('a file that is an annex all the same', () => {
  it('is read without a word when it is sound', async () => {
    expect(await warningsOf(one)).toEqual([])
    expect(await warningsOf(Buffer.concat([Buffer.from('\n'), one]))).toEqual([])
    expect(await warningsOf(Buffer.concat([one, Buffer.from('\n<!-- a gateway was here -->')]))).toEqual([])
    expect(await warningsOf(await (await PDFDocument.load(one)).save({ useObjectStreams: true }))).toEqual([])
  })

  it('is repaired, and it is said', async () => {
    const text = one.toString('latin1')
    expect(await warningsOf(Buffer.from(text.replace(/startxref\n\d+/, 'startxref\n5'), 'latin1'))).toEqual([
      'annex/repaired',
    ])
    expect(
      await warningsOf(Buffer.from(text.replace(/00000000\d\d 00000 n/, '0000000033 00000 n'), 'latin1')),
    ).toEqual(['annex/repaired'])
  })

  it('is opened when only its owner has a password, and it is said', async () => {
    expect(await warningsOf(await encrypted(''))).toEqual(['annex/owner-locked'])
  })

  it('says that a signature is lost', async () => {
    const fields = '/AcroForm<</Fields[6 0 R 7 0 R]>>'
    const signed = rawPages([{}], fields, ['<</FT/Tx/T(a)>>', '<</FT/Sig/T(b)/V<</Type/Sig>>>>'])
    expect(await warningsOf(signed)).toEqual(['annex/signed'])
    expect(await warningsOf(rawPages([{}], fields, ['<</FT/Tx>>', '<</FT/Sig/T(b)>>']))).toEqual([])
  })

  it('counts what nothing in the file shows', async () => {
    const entries = '/Annots[6 0 R 7 0 R]'
    const [empty, full] = ['', 'value'].map((value) => `<</Subtype/Widget/FT/Tx/V(${value})/Rect[0 0 9 9]>>`)
    const { warnings } = await annexOf(rawPages([{ entries }], '', [empty!, full!]))
    expect(warnings).toMatchObject([{ code: 'annex/unseen', values: { count: '1', file: 'annex.pdf' } }])
  })
})

describe('the pages of the copy', () => {
  // The word begins 60 points from the left and the bottom, in the page's own space.
  it.each([
    ['as it is', '', 595, 842, { x: 60, y: 60, angle: 0, size: 12 }],
    ['turned right', '/Rotate 90', 842, 595, { x: 60, y: 535, angle: -90, size: 12 }],
    ['upside down', '/Rotate 180', 595, 842, { x: 535, y: 782, angle: 180, size: 12 }],
    ['turned left', '/Rotate -90', 842, 595, { x: 782, y: 60, angle: 90, size: 12 }],
    ['cropped', '/CropBox[50 40 350 240]', 300, 200, { x: 10, y: 20, angle: 0, size: 12 }],
    ['cropped beyond the sheet', '/CropBox[-50 -50 300 200]', 300, 200, { x: 60, y: 60, angle: 0, size: 12 }],
    [
      'cropped and turned',
      '/CropBox[50 40 350 240]/Rotate 90',
      200,
      300,
      { x: 20, y: 290, angle: -90, size: 12 },
    ],
    [
      'with corners the other way round',
      '/MediaBox[595 842 0 0]',
      595,
      842,
      { x: 60, y: 60, angle: 0, size: 12 },
    ],
    ['in larger units', '/UserUnit 2', 1190, 1684, { x: 120, y: 120, angle: 0, size: 24 }],
    [
      'from a place of its own',
      '/MediaBox[-100 -100 500 400]',
      600,
      500,
      { x: 160, y: 160, angle: 0, size: 12 },
    ],
  ])('are upright: %s', async (_, entries, width, height, word) => {
    const { pdf, pages } = await annexOf(rawPages([{ entries }]))
    expect(pages).toEqual([{ width, height }])
    expect(await seen(pdf)).toMatchObject([{ width, height, words: [{ text: 'word', ...word }] }])
  })

  it('inherit what is said above them', async () => {
    const tree = rawPdf([
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Kids[3 0 R]/MediaBox[0 0 300 200]/Rotate 90/Resources<</Font<</F 6 0 R>>>>>>',
      '<</Type/Pages/Kids[4 0 R]/Rotate 0>>',
      '<</Type/Page/Contents 5 0 R>>',
      stream('BT /F 10 Tf 5 5 Td (inherited) Tj ET'),
      '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    ])
    expect(await seen((await annexOf(tree)).pdf)).toMatchObject([
      { width: 300, height: 200, words: [{ text: 'inherited', x: 5 }] },
    ])
  })

  it('hold a content of several streams, parted between words, and one that is not closed', async () => {
    const content = ['q q 2 0 0 2 0 0 cm BT /F 12 Tf 60', '60 Td (parted) Tj ET', 'q Q Q Q Q']
    expect(await seen((await annexOf(rawPages([{ content }]))).pdf)).toMatchObject([
      { words: [{ text: 'parted', x: 120, y: 120, size: 24 }] },
    ])
  })

  it('do not show what was hidden', async () => {
    const layers = '/OCProperties<</OCGs[6 0 R 7 0 R]/D<</OFF[7 0 R]>>>>'
    const entries = '/Resources<</Font<</F 3 0 R>>/Properties<</On 6 0 R/Off 7 0 R>>>>'
    const file = rawPages([{ entries }], layers, ['<</Type/OCG/Name(on)>>', '<</Type/OCG/Name(off)>>'])
    const copy = await PDFDocument.load((await annexOf(file)).pdf)
    expect(copy.getOptionalContentGroups().map(({ name, visible }) => [name, visible])).toEqual([
      ['on', true],
      ['off', false],
    ])
  })
})

describe('what acts', () => {
  const link = (action: string): string => `<</Type/Annot/Subtype/Link/Rect[10 10 50 20]${action}>>`
  const file = rawPages(
    [
      {
        entries: `/AA<</O<</S/Launch/F(canary-launch)>>>>/Annots[${Array.from({ length: 11 }, (_, n) => `${8 + n} 0 R`).join(' ')}]`,
      },
      {},
    ],
    '/OpenAction<</S/JavaScript/JS(canary-open)>>/AA<</WC<</S/JavaScript/JS(canary-close)>>>>' +
      '/Names<</JavaScript<</Names[(a)<</S/JavaScript/JS(canary-name)>>]>>/EmbeddedFiles<</Names[(canary) 20 0 R]>>>>',
    [
      link('/A<</S/URI/URI(https://example.org/\\(a\\))>>'),
      link('/A<</S/URI/URI(javascript:canary)>>'),
      link('/A<</S/URI/URI(file:///canary)>>'),
      link('/A<</S/URI/URI( JaVaScRiPt:canary)>>'),
      link('/A<</S/Launch/F(canary.exe)>>'),
      link('/A<</S/GoToR/F(canary.pdf)/D[0/Fit]>>'),
      link('/Dest[6 0 R/XYZ 0 700 null]/PA<</S/URI/URI(canary)>>'),
      '<</Type/Annot/Subtype/FileAttachment/Rect[0 0 9 9]/FS 20 0 R>>',
      '<</Type/Annot/Subtype/RichMedia/Rect[0 0 9 9]/RichMediaContent<</canary 1>>>>',
      '<</Type/Annot/Subtype/Widget/FT/Btn/Rect[100 100 200 120]/AA<</U<</S/JavaScript/JS(canary)>>>>/AP<</N 19 0 R>>>>',
      '<</Type/Annot/Subtype/Popup/Rect[0 0 9 9]/Contents(canary)>>',
      stream(
        'BT /F 10 Tf 2 2 Td (button) Tj ET',
        '/Subtype/Form/BBox[0 0 50 10]/Resources<</Font<</F 3 0 R>>>>/PieceInfo<</canary 1>>',
      ),
      '<</Type/Filespec/F(canary.exe)/EF<</F 21 0 R>>>>',
      stream('canary', '/Type/EmbeddedFile'),
    ],
  )

  it('stays out of the copy, which looks the same', async () => {
    const { pdf, warnings } = await annexOf(file)
    const text = Buffer.from(pdf).toString('latin1')
    expect(Buffer.from(file).toString('latin1')).toContain('canary')
    expect(text).not.toContain('canary')
    expect(text).not.toMatch(
      /\/(?:AA|OpenAction|JavaScript|JS|Launch|GoToR|EmbeddedFile|Filespec|AcroForm|Widget)\b/,
    )
    expect(warnings).toMatchObject([
      { code: 'annex/stripped', values: { scripts: '5', links: '5', media: '3' } },
    ])
    const [first] = await seen(pdf)
    expect(first?.words.map(({ text: word }) => word)).toEqual(['word', 'button'])
    expect(first?.links).toEqual([
      { rect: [10, 10, 50, 20], url: 'https://example.org/(a)' },
      { rect: [10, 10, 50, 20], page: 1, top: 700 },
    ])
  })

  it('does not come along with what a page is drawn with', async () => {
    const odd = rawPages(
      [{ entries: '/Resources<</Font<</F 3 0 R/Metadata 3 0 R>>/XObject<</A 6 0 R/B 7 0 R/C 8 0 R>>>>' }],
      '',
      [
        stream('', '/Subtype/Form/BBox[0 0 1 1]/Ref<</F(canary.pdf)>>/OPI<</canary 1>>/Metadata 9 0 R'),
        stream('canary', '/Subtype/PS'),
        '<</S/JavaScript/JS(canary)>>',
        stream('<canary/>', '/Type/Metadata'),
      ],
    )
    const { pdf } = await annexOf(odd)
    const text = Buffer.from(pdf).toString('latin1')
    expect(text).not.toContain('canary')
    // A font may have any name.
    expect(text).toMatch(/\/Metadata \d+ 0 R/)
  })
})

it('what was cropped off stays out of sight', async () => {
  const { pdf } = await annexOf(rawPages([{ entries: '/CropBox[50 40 350 240]/Rotate 90' }]))
  const clips = await withPdf(pdf, async (file) => {
    const { fnArray, argsArray } = await (await file.getPage(1)).getOperatorList()
    return fnArray.flatMap((operator, n) =>
      operator === OPS.paintFormXObjectBegin ? [[...(argsArray[n] as [unknown, Iterable<number>])[1]]] : [],
    )
  })
  expect(clips).toEqual([[50, 40, 350, 240]])
})

it('pages do not come along with what refers to them', async () => {
  const entries = '/Resources<</Font<</F 3 0 R>>/ExtGState<</A 1 0 R/B 2 0 R/C 6 0 R>>>>'
  const { pdf } = await annexOf(rawPages([{ entries }, { content: '% canary' }]))
  expect(
    Buffer.from(pdf)
      .toString('latin1')
      .match(/\/Type \/Pages?\b/g),
  ).toHaveLength(3)
})

it('what cannot be read is not handed on as it is, and it is said', async () => {
  const broken = '<</F ] >> 99 0 obj <</S/JavaScript/JS(canary)>>'
  const file = rawPages([{ entries: '/Resources<</Font<</F 3 0 R>>/ExtGState<</G 6 0 R/H 77 0 R>>>>' }], '', [
    broken,
  ])
  const { pdf, warnings } = await annexOf(file)
  expect(Buffer.from(pdf).toString('latin1')).not.toMatch(/canary|JavaScript/)
  expect(warnings).toMatchObject([{ code: 'annex/incomplete', values: { count: '2' } }])
})

describe('forms and notes', () => {
  it('become part of the page, where and how they were seen', async () => {
    const look = (word: string, matrix = ''): ReturnType<typeof stream> =>
      stream(
        `BT /F 10 Tf 0 0 Td (${word}) Tj ET`,
        `/Subtype/Form/BBox[0 0 50 10]${matrix}/Resources<</Font<</F 3 0 R>>>>`,
      )
    const widget = (appearance: string): string =>
      `<</Subtype/Widget/FT/Btn/Rect[100 200 200 220]${appearance}>>`
    const file = rawPages([{ entries: '/Rotate 90/Annots[6 0 R 7 0 R 8 0 R]' }], '', [
      widget('/AS/Yes/AP<</N<</Yes 9 0 R/Off 10 0 R>>>>'),
      widget('/F 2/AP<</N 10 0 R>>'),
      '<</Subtype/Stamp/Rect[300 300 310 350]/AP<</N 11 0 R>>>>',
      look('yes'),
      look('no'),
      look('note', '/Matrix[0 1 -1 0 0 0]'),
    ])
    const [page] = await seen((await annexOf(file)).pdf)
    // Twice as large, as the rectangle is; turned with the page.
    expect(page?.words).toMatchObject([
      { text: 'word' },
      { text: 'yes', x: 200, y: 495, size: 20, angle: -90 },
      { text: 'note', x: 300, y: 285, size: 10, angle: 0 },
    ])
  })
})

describe('links and outlines', () => {
  it('lead to the place that is upright, by whatever name it has', async () => {
    const outline = [
      '<</First 9 0 R/Last 10 0 R>>',
      '<</Title(One)/Parent 8 0 R/Next 10 0 R/Dest(name)/First 11 0 R/Last 11 0 R>>',
      '<</Title(Two\u202e\u0007)/Parent 8 0 R/A<</S/GoTo/D/old>>>>',
      '<</Title(Deep)/Parent 9 0 R/Dest[6 0 R/FitH 700]/Next 11 0 R>>',
    ]
    const catalog = '/Outlines 8 0 R/Names<</Dests<</Kids[12 0 R]>>>>/Dests<</old[4 0 R/Fit]>>'
    const entries =
      '/Rotate 90/Annots[<</Subtype/Link/Rect[10 20 30 60]/QuadPoints[10 60 30 60 10 20 30 20]/Dest(name)>>]'
    const file = rawPages([{}, { entries }], catalog, [
      ...outline,
      '<</Names[(name)<</D[6 0 R/XYZ 100 700 0]>>]>>',
    ])
    const { pdf } = await annexOf(file)
    expect(await outlineOf(pdf)).toEqual([
      { title: 'One', page: 1, kids: [{ title: 'Deep', page: 1, kids: [] }] },
      { title: expect.stringMatching(/^Two/), page: 0, kids: [] },
    ])
    const [, second] = await seen(pdf)
    // 100, 700 of a page of 595 by 842 that is turned right.
    expect(second?.links).toEqual([{ rect: [20, 565, 60, 585], page: 1, top: 495 }])
  })

  it('that go round in circles come to an end', async () => {
    const circle = ['<</First 7 0 R/Last 7 0 R>>', '<</Title(round)/Dest[4 0 R/Fit]/Next 7 0 R/First 7 0 R>>']
    const { pdf } = await annexOf(rawPages([{}], '/Outlines 6 0 R', circle))
    expect(await outlineOf(pdf)).toEqual([{ title: 'round', page: 0, kids: [] }])
  })
})

it('the same file gives the same bytes and the same digest', async () => {
  const [first, second] = [await annexOf(one), await annexOf(Buffer.from(one))]
  expect(Buffer.from(first.pdf).equals(second.pdf)).toBe(true)
  expect(first.digest).toBe(second.digest)
  expect(first.digest).not.toBe((await annexOf(rawPages([{}, {}]))).digest)
})

it('a long chain of references is no stack', async () => {
  const chain = Array.from({ length: 20_000 }, (_, n) => `<</Next ${7 + n} 0 R>>`)
  const file = rawPages([{ entries: '/Resources<</ExtGState<</G 6 0 R>>>>' }], '', chain)
  expect(await refusalOf(file)).toBe('read, 1 pages')
})

it.each([
  ['/W [ 1 9999999999999999999999999 2 ]', ''],
  ['/W [ 1 2 1 ]', '/Index [ 0 99999999999 ]'],
])('a table of objects that has no end is refused at once: %s %s', async (widths, index) => {
  const file = Buffer.concat([
    rawPages([{}]),
    Buffer.from(
      `\n90 0 obj\n<</Type /XRef /Size 91 ${widths} ${index} /Length 4>>\nstream\nabcd\nendstream\nendobj\n%%EOF\n`,
    ),
  ])
  expect(await refusalOf(file)).toBe('annex/damaged')
})
