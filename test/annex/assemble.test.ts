import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFString,
} from '@cantoo/pdf-lib'
import { describe, expect, it } from 'vitest'
import {
  assemble,
  type AnnexPart,
  openAnnex,
  openPaper,
  openSheets,
  type PackOptions,
  type PaperPart,
  type Part,
  type Stamp,
} from '../../src/annex/assemble.ts'
import { paper } from './paper.ts'
import { rawPages } from './raw-pdf.ts'
import { annexOf, outlineOf, seen, withPdf } from './reading.ts'

const ours = async (word: string, link?: string): Promise<PaperPart> => ({
  kind: 'paper',
  paper: await openPaper(paper(word, link), word),
  title: `The ${word}`,
})
const theirs = async (pdf: Uint8Array, title: string, fit?: boolean): Promise<AnnexPart> => ({
  kind: 'annex',
  annex: await openAnnex(await annexOf(pdf)),
  title,
  ...(fit !== undefined && { fit }),
})
const packed = async (parts: Part[], options: Partial<PackOptions> = {}): Promise<Uint8Array> =>
  (await assemble(parts, { title: 'بسته', ...options })).pdf

/** Sheets of 80 by 12 points, each with its number. */
const sheets = await openSheets(
  rawPages(
    Array.from({ length: 3 }, (_, n) => ({
      entries: '/MediaBox[0 0 80 12]',
      content: `BT /F 8 Tf 2 3 Td (stamp${n}) Tj ET`,
    })),
  ),
)
const stampsOf = (pages: number, stamps: readonly Stamp[]): NonNullable<PackOptions['stamps']> =>
  Array.from({ length: pages }, () => stamps)
const foot: Stamp[] = [
  { sheet: sheets[0]!, edge: 'foot', align: 'left' },
  { sheet: sheets[1]!, edge: 'foot', align: 'right' },
]

/** Pages of many kinds, each with a frame that touches its borders. */
const odd = rawPages([
  { content: 'BT /F 12 Tf 0 0 Td (corner) Tj ET' },
  { entries: '/Rotate 90', content: 'BT /F 12 Tf 0 0 Td (corner) Tj ET' },
  { entries: '/MediaBox[0 0 1191 842]', content: 'BT /F 12 Tf 0 0 Td (corner) Tj ET' },
  { entries: '/MediaBox[0 0 100 140]', content: 'BT /F 12 Tf 0 0 Td (corner) Tj ET' },
  { entries: '/CropBox[50 40 350 240]', content: 'BT /F 12 Tf 50 40 Td (corner) Tj ET' },
  { entries: '/MediaBox[0 0 2384 3370]', content: 'q 5 0 0 5 0 0 cm BT /F 12 Tf 0 0 Td (corner) Tj ET' },
])

describe('a pack', () => {
  it('has the pages of its parts in order, and says where each begins', async () => {
    const annex = await theirs(rawPages([{}, {}, {}]), 'Annex 1')
    const { pdf, parts } = await assemble([await ours('briefing'), annex, await ours('minutes')], {
      title: 'بسته',
    })
    expect(parts).toEqual([
      { first: 0, pages: 2 },
      { first: 2, pages: 3 },
      { first: 5, pages: 2 },
    ])
    const firstWords = (await seen(pdf)).map(({ words }) => words[0]?.text)
    expect(firstWords).toEqual([
      'briefing title',
      'briefing head',
      'word',
      'word',
      'word',
      'minutes title',
      'minutes head',
    ])
  })

  it('has labels in Persian unless others are given', async () => {
    const parts = [await ours('a'), await ours('b')]
    expect((await seen(await packed(parts))).map(({ label }) => label)).toEqual(['۱', '۲', '۳', '۴'])
    const labels = ['الف', 'ب', '۱', '۲']
    expect((await seen(await packed(parts, { labels }))).map(({ label }) => label)).toEqual(labels)
  })

  it('is read from right to left, in Persian, under its title', async () => {
    const pdf = await packed([await ours('a')], {
      author: 'دبیرخانه',
      date: new Date('2026-03-21T10:30:00Z'),
    })
    await withPdf(pdf, async (file) => {
      const preferences = (await file.getViewerPreferences()) as unknown as Map<string, unknown>
      expect(Object.fromEntries(preferences)).toEqual({ Direction: 'R2L', DisplayDocTitle: true })
      expect((await file.getMetadata()).info).toMatchObject({
        Title: 'بسته',
        Author: 'دبیرخانه',
        Producer: 'Jalaseh',
        Language: 'fa-IR',
        CreationDate: 'D:20260321103000Z',
      })
    })
  })

  it('has one outline, with those of its parts beneath theirs', async () => {
    const inner = ['<</First 9 0 R/Last 9 0 R>>', '<</Title(Map)/Dest[6 0 R/XYZ 0 800 null]>>']
    const annex = await theirs(rawPages([{}, {}], '/Outlines 8 0 R', inner), 'پیوست ۱')
    expect(await outlineOf(await packed([await ours('briefing'), annex, annex]))).toEqual([
      { title: 'The briefing', page: 0, kids: [{ title: 'Section', page: 1, kids: [] }] },
      { title: 'پیوست ۱', page: 2, kids: [{ title: 'Map', page: 3, kids: [] }] },
      { title: 'پیوست ۱', page: 4, kids: [{ title: 'Map', page: 5, kids: [] }] },
    ])
  })

  it('has no entry beneath another that says the same of the same page', async () => {
    const part = await ours('slip')
    expect(await outlineOf(await packed([{ ...part, title: 'Section' }]))).toEqual([
      { title: 'Section', page: 0, kids: [{ title: 'Section', page: 1, kids: [] }] },
    ])
    const inner = [
      '<</First 7 0 R/Last 7 0 R>>',
      '<</Title(Same)/Dest[4 0 R/XYZ 0 800 null]/First 8 0 R/Last 8 0 R>>',
      '<</Title(Deep)/Dest[4 0 R/XYZ 0 700 null]>>',
    ]
    const annex = await theirs(rawPages([{}], '/Outlines 6 0 R', inner), 'Same')
    expect(await outlineOf(await packed([annex]))).toEqual([
      { title: 'Same', page: 0, kids: [{ title: 'Deep', page: 0, kids: [] }] },
    ])
  })

  it('has the outline of a joined annex beneath the part before it', async () => {
    const inner = ['<</First 9 0 R/Last 9 0 R>>', '<</Title(Map)/Dest[6 0 R/XYZ 0 800 null]>>']
    const entries = '/Annots[<</Subtype/Link/Rect[10 10 50 20]/Dest[6 0 R/XYZ 5 700 null]>>]'
    const annex = await theirs(rawPages([{ entries }, {}], '/Outlines 8 0 R', inner), 'پیوست ۱')
    const pdf = await packed([await ours('slip'), { ...annex, joined: true }, { ...annex, title: 'again' }])
    expect(await outlineOf(pdf)).toEqual([
      {
        title: 'The slip',
        page: 0,
        kids: [
          { title: 'Section', page: 1, kids: [] },
          { title: 'Map', page: 3, kids: [] },
        ],
      },
      { title: 'again', page: 4, kids: [{ title: 'Map', page: 5, kids: [] }] },
    ])
    expect((await seen(pdf)).map(({ links }) => links[0]?.page)).toEqual([
      undefined,
      undefined,
      3,
      undefined,
      5,
      undefined,
    ])
    // Where there is none before it, it has its own.
    expect(await outlineOf(await packed([{ ...annex, joined: true }]))).toMatchObject([
      { title: 'پیوست ۱', page: 0 },
    ])
  })

  it('may be one of many that are made at once of the same parts, which stay as they were', async () => {
    const [briefing, annex] = [await ours('x', 'jalaseh:part/3'), await theirs(odd, 'a')]
    const wanted: [Part[], Partial<PackOptions>][] = [
      [[briefing, annex], { stamps: stampsOf(8, foot) }],
      [[annex, briefing, annex], { title: 'another' }],
      [[briefing, briefing, annex], { stamps: stampsOf(10, foot.slice(1)) }],
    ]
    const alone: Uint8Array[] = []
    for (const [parts, options] of wanted) {
      const renewed = parts.map(async (part): Promise<Part> =>
        part === briefing ? ours('x', 'jalaseh:part/3') : theirs(odd, 'a'),
      )
      alone.push(await packed(await Promise.all(renewed), options))
    }
    const together = await Promise.all(
      [...wanted, ...wanted].map(([parts, options]) => packed(parts, options)),
    )
    const isSame = together.map((pdf, index) => Buffer.from(pdf).equals(alone[index % alone.length]!))
    expect(isSame).toEqual(Array.from({ length: 6 }, () => true))
  })

  it('keeps the links of its parts where they are and what they lead to', async () => {
    const entries = '/Annots[<</Subtype/Link/Rect[10 10 50 20]/Dest[6 0 R/XYZ 5 700 null]>>]'
    const annex = await theirs(rawPages([{ entries }, {}]), 'a')
    const pages = await seen(await packed([await ours('x'), annex], { stamps: stampsOf(4, foot) }))
    expect(pages[0]?.links).toEqual([{ rect: [60, 590, 160, 612], url: 'https://example.org/' }])
    // The strip at the foot is 32 points high.
    expect(pages[2]?.links).toEqual([{ rect: [10, 42, 50, 52], page: 3, top: 732 }])
  })

  it('leads from its contents to its parts', async () => {
    const annex = await theirs(rawPages([{}]), 'a')
    const to = async (part: number | string): Promise<unknown> =>
      (await seen(await packed([await ours('x', `jalaseh:part/${part}`), annex, annex])))[0]?.links
    expect(await to(3)).toEqual([{ rect: [60, 590, 160, 612], page: 3, top: null }])
    expect(await to(4)).toEqual([])
    expect(await to('3/page/1')).toEqual(await to(3))
    expect(await to('1/page/2')).toEqual([{ rect: [60, 590, 160, 612], page: 1, top: null }])
    expect(await to('1/page/3')).toEqual([])
    expect(await to('1/page/0')).toEqual([])
    // A stranger's link has no such power.
    const entries = '/Annots[<</Subtype/Link/Rect[10 10 50 20]/A<</S/URI/URI(jalaseh:part/1)>>>>]'
    expect((await annexOf(rawPages([{ entries }]))).warnings).toMatchObject([{ values: { links: '1' } }])
  })

  it('holds what is on pages and nothing else of a paper', async () => {
    const pdf = Buffer.from(await packed([await ours('x')])).toString('latin1')
    expect(paper('x').toString('latin1')).toContain('canary')
    expect(pdf).not.toMatch(/canary|source\.yaml|EmbeddedFile|Filespec/)
  })

  it('is the same twice, and another with another paper', async () => {
    const parts = [await ours('x'), await theirs(odd, 'a')]
    const [one, two] = [await packed(parts), await packed(parts)]
    expect(Buffer.from(one).equals(two)).toBe(true)
    const id = (pdf: Uint8Array): Promise<unknown> =>
      withPdf(pdf, (file) => Promise.resolve(file.fingerprints[0]))
    expect(await id(one)).toBe(await id(two))
    expect(await id(one)).not.toBe(await id(await packed([await ours('y')])))
  })
})

describe('an annex that comes twice', () => {
  it('is stored once', async () => {
    const noise = Array.from(
      { length: 4000 },
      (_, n) => `${(n * 7919) % 595} ${(n * 104_729) % 842} 1 1 re f`,
    ).join('\n')
    const file = rawPages([{ content: noise }])
    const once = await packed([await theirs(file, 'a')])
    const twice = await packed([
      await theirs(file, 'a'),
      await ours('x'),
      await theirs(Buffer.from(file), 'b'),
    ])
    const apart = await packed([
      await theirs(file, 'a'),
      await theirs(rawPages([{ content: `${noise}\n` }]), 'b'),
    ])
    expect(twice.length - once.length).toBeLessThan(noise.length / 4)
    expect(apart.length - once.length).toBeGreaterThan(noise.length)
    expect((await seen(twice)).length).toBe(4)
  })

  it('keeps its layers hidden', async () => {
    const layers = '/OCProperties<</OCGs[6 0 R 7 0 R]/D<</BaseState/OFF/ON[6 0 R]>>>>'
    const entries = '/Resources<</Font<</F 3 0 R>>/Properties<</On 6 0 R/Off 7 0 R>>>>'
    const file = rawPages([{ entries }], layers, ['<</Type/OCG/Name(on)>>', '<</Type/OCG/Name(off)>>'])
    const annex = await theirs(file, 'a')
    const pack = await PDFDocument.load(await packed([annex, annex]))
    expect(pack.getOptionalContentGroups().map(({ name, visible }) => [name, visible])).toEqual([
      ['on', true],
      ['off', false],
    ])
  })
})

describe('stamps', () => {
  it('stand beside the pages of an annex, whose content stays as large as it was', async () => {
    const { pages: before } = await annexOf(odd)
    const pages = await seen(await packed([await theirs(odd, 'a')], { stamps: stampsOf(6, foot) }))
    const sizes = pages.map(({ width, height }) => [width, height])
    expect(sizes).toEqual([
      [595, 874],
      [842, 627],
      [1191, 887.3],
      // Too narrow for words that are to be read.
      [145.5, 164],
      [300, 232],
      [2384, 3498.2],
    ])
    for (const [index, { width, height, words }] of pages.entries()) {
      const [content, ...stamps] = words
      const strip = height - before[index]!.height
      expect(content).toMatchObject({ text: 'corner' })
      expect(content!.y).toBeGreaterThanOrEqual(Math.floor(strip))
      expect(stamps.map(({ text }) => text)).toEqual(['stamp0', 'stamp1'])
      // Within the strip, within the page, and not one on the other; a sheet is ten times as wide as its letters are high.
      for (const { x, y, size } of stamps) {
        expect(y).toBeGreaterThan(0)
        expect(y + size).toBeLessThan(strip)
        expect(x).toBeGreaterThan(0)
        expect(x + size * 9.75).toBeLessThan(width)
      }
      expect(stamps[1]!.x).toBeGreaterThan(stamps[0]!.x + stamps[0]!.size * 9.75)
    }
  })

  it('grow with large sheets and shrink on small ones', async () => {
    const pages = await seen(await packed([await theirs(odd, 'a')], { stamps: stampsOf(6, foot) }))
    const sizes = pages.map(({ words }) => words[1]!.size)
    expect(sizes[0]).toBe(8)
    expect(sizes[3]).toBeLessThan(8)
    expect(sizes[5]).toBeCloseTo((8 * 2384) / 595, 0)
  })

  it('leave room at the head, too, and stand in a row', async () => {
    const stamps: Stamp[] = [
      { sheet: sheets[0]!, edge: 'head', align: 'right' },
      { sheet: sheets[1]!, edge: 'head', align: 'right' },
      { sheet: sheets[2]!, edge: 'foot', align: 'center' },
    ]
    const [page] = await seen(
      await packed([await theirs(rawPages([{}]), 'a')], { stamps: stampsOf(1, stamps) }),
    )
    expect(page).toMatchObject({ width: 595, height: 842 + 64 })
    expect(page?.words).toEqual([
      { text: 'word', x: 60, y: 92, size: 12, angle: 0 },
      { text: 'stamp0', x: 595 - 14 - 80 + 2, y: 842 + 32 + 9, size: 8, angle: 0 },
      { text: 'stamp1', x: 595 - 20 - 160 + 2, y: 842 + 32 + 9, size: 8, angle: 0 },
      { text: 'stamp2', x: (595 - 80) / 2 + 2, y: 17, size: 8, angle: 0 },
    ])
  })

  it('in the middle stay there, and shrink before they meet what is beside them', async () => {
    const stamps: Stamp[] = [
      { sheet: sheets[0]!, edge: 'foot', align: 'center' },
      { sheet: sheets[1]!, edge: 'foot', align: 'center' },
      { sheet: sheets[2]!, edge: 'foot', align: 'left' },
    ]
    const file = rawPages([{}, { entries: '/MediaBox[0 0 200 300]' }])
    const pages = await seen(await packed([await theirs(file, 'a')], { stamps: stampsOf(2, stamps) }))
    const beginnings = pages.map(({ words }) => words.slice(1).map(({ text, x }) => [text, x]))
    expect(beginnings[0]).toEqual([
      ['stamp0', 595 / 2 - 3 - 80 + 2],
      ['stamp1', 595 / 2 + 3 + 2],
      ['stamp2', 14 + 2],
    ])
    const [[, first], , [, left]] = beginnings[1] as [[string, number], unknown, [string, number]]
    const { size } = pages[1]!.words[3]!
    expect(size).toBeLessThan(8)
    // Each sheet is ten times as wide as its letters are high.
    expect(left + size * 10).toBeLessThanOrEqual(first)
  })

  it('do not change pages that bear none', async () => {
    const [page] = await seen(await packed([await theirs(rawPages([{}]), 'a')], { stamps: stampsOf(0, []) }))
    expect(page).toMatchObject({ width: 595, height: 842 })
  })

  it('stand over the margin of our own pages, which keep their size', async () => {
    const [page] = await seen(await packed([await ours('x')], { stamps: stampsOf(2, foot) }))
    expect(page).toMatchObject({ width: 595, height: 842 })
    expect(page?.words.map(({ text, y }) => [text, y])).toEqual([
      ['x title', 700],
      ['x link', 600],
      ['stamp0', 17],
      ['stamp1', 17],
    ])
  })

  it('are artifacts, and each sheet that pages bear is in the file once', async () => {
    const pdf = await packed([await ours('x'), await theirs(odd, 'a')], { stamps: stampsOf(8, foot) })
    const text = Buffer.from(pdf).toString('latin1')
    const marks = text.match(
      /\/Artifact <<\/Type \/Pagination \/Subtype \/Footer \/Attached \[\/Bottom\]>> BDC\nq [^\n]+ \/JalasehStamp\d Do Q\nEMC/g,
    )
    expect(marks).toHaveLength(16)
    expect(text.match(/\/BBox \[0 0 80 12\]/g)).toHaveLength(2)
  })

  it('of one file share their fonts', async () => {
    const pdf = await packed([await ours('x')], { stamps: stampsOf(2, foot) })
    expect(
      Buffer.from(pdf)
        .toString('latin1')
        .match(/\/BaseFont/g),
    ).toHaveLength(2)
  })

  it('have no tags, whatever their sheets were printed with', async () => {
    const content =
      '/P <</MCID 0 >>BDC BT /F 8 Tf 2 3 Td (tagged) Tj /Span<</ActualText <FEFF06F3>>>BDC ( 3) Tj EMC ET EMC ' +
      '/P <</Lang(fa)/MCID 1>>BDC EMC'
    const [sheet] = await openSheets(rawPages([{ entries: '/MediaBox[0 0 80 12]', content }]))
    const stamps = [[{ ...foot[0]!, sheet: sheet! }]]
    const pdf = await packed([await ours('x')], { stamps })
    expect((await seen(pdf))[0]?.words.map(({ text }) => text)).toEqual(['x title', 'x link', 'tagged', '3'])
    const contents = (await PDFDocument.load(pdf)).context
      .enumerateIndirectObjects()
      .flatMap(([, one]) =>
        one instanceof PDFRawStream ? [Buffer.from(decodePDFRawStream(one).decode()).toString('latin1')] : [],
      )
    const drawn = contents.filter((one) => one.includes('(tagged)'))
    expect(drawn).toHaveLength(1)
    expect(drawn[0]).toContain('/Span<</ActualText <FEFF06F3>>>BDC')
    expect(drawn[0]).not.toContain('MCID')
  })

  it('stand on the lines of a paper that says where they are', async () => {
    const frame = { head: 20, foot: 30, side: 50 }
    const stamps: Stamp[] = [
      { sheet: sheets[0]!, edge: 'head', align: 'right' },
      { sheet: sheets[1]!, edge: 'head', align: 'right' },
      { sheet: sheets[2]!, edge: 'head', align: 'left' },
      { sheet: sheets[0]!, edge: 'foot', align: 'center' },
    ]
    const briefing = await ours('x')
    const pages = await seen(await packed([{ ...briefing, frame }], { stamps: [stamps] }))
    // A sheet is 12 points high, and its words begin 2 and 3 points from its corner.
    const [head, bottom] = [842 - 20 - 6 + 3, 30 - 6 + 3]
    expect(pages[0]?.words.slice(2)).toEqual([
      { text: 'stamp0', x: 595 - 50 - 80 + 2, y: head, size: 8, angle: 0 },
      { text: 'stamp1', x: 595 - 50 - 80 - 6 - 80 + 2, y: head, size: 8, angle: 0 },
      { text: 'stamp2', x: 50 + 2, y: head, size: 8, angle: 0 },
      { text: 'stamp0', x: (595 - 80) / 2 + 2, y: bottom, size: 8, angle: 0 },
    ])
    // Where they would meet they are made smaller, and stay on their line.
    const many = Array.from({ length: 7 }, (): Stamp => stamps[0]!)
    const [page] = await seen(await packed([{ ...briefing, frame }], { stamps: [many] }))
    const scale = (595 - 100) / (7 * 80 + 6 * 6)
    const [first, last] = [page?.words[2], page?.words.at(-1)]
    expect(first?.size).toBeCloseTo(8 * scale, 1)
    expect(first?.y).toBeCloseTo(842 - 20 - 3 * scale, 1)
    expect(last?.x).toBeCloseTo(50 + 2 * scale, 1)
  })

  it('over the middle rise from corner to corner within the page, after all else, and leave no strip', async () => {
    const stamps: Stamp[] = [{ sheet: sheets[2]!, edge: 'middle', align: 'center' }, ...foot]
    const only = stamps.slice(0, 1)
    const file = rawPages([{}, { entries: '/MediaBox[0 0 1191 842]' }])
    const parts = [await ours('x'), await theirs(file, 'a')]
    const pdf = await packed(parts, { stamps: [stamps, only, only, only] })
    const pages = await seen(pdf)
    expect(pages.map(({ width, height }) => [width, height])).toEqual([
      [595, 842],
      [595, 842],
      [595, 842],
      [1191, 842],
    ])
    expect(pages[0]?.words.map(({ text }) => text).slice(-3)).toEqual(['stamp0', 'stamp1', 'stamp2'])
    for (const { width, height, words } of pages) {
      const { text, x, y, size, angle } = words.at(-1)!
      const turned = Math.atan2(height, width)
      expect([text, angle]).toEqual(['stamp2', Math.round((turned * 180) / Math.PI)])
      const scale = size / 8
      // From where its words begin to its middle, and from there to the ends of the box that it fills.
      const [cos, sin] = [Math.cos(turned) * scale, Math.sin(turned) * scale]
      expect(x + 38 * cos - 3 * sin).toBeCloseTo(width / 2, 0)
      expect(y + 38 * sin + 3 * cos).toBeCloseTo(height / 2, 0)
      const [across, up] = [(80 * cos + 12 * sin) / width, (80 * sin + 12 * cos) / height]
      expect(Math.max(across, up)).toBeCloseTo(0.9, 1)
    }
    const marks = Buffer.from(pdf)
      .toString('latin1')
      .match(/\/Artifact <<\/Type \/Pagination \/Subtype \/Watermark>> BDC\nq [^\n]+ Do Q\nEMC/g)
    expect(marks).toHaveLength(4)
  })

  it('are seen where a content before them is not closed', async () => {
    const content = 'q 0.1 0 0 0.1 300 300 cm BT /F 12 Tf 0 0 Td (tiny) Tj ET'
    const [page] = await seen(
      await packed([await theirs(rawPages([{ content }]), 'a')], { stamps: stampsOf(1, foot) }),
    )
    expect(page?.words.map(({ text, size }) => [text, size])).toEqual([
      ['tiny', 1.2],
      ['stamp0', 8],
      ['stamp1', 8],
    ])
  })
})

describe('pages that are to fit', () => {
  it('come on A4 as they lie, larger ones smaller, smaller ones as they are', async () => {
    const entries =
      '/MediaBox[0 0 1191 842]/Annots[<</Subtype/Link/Rect[0 0 1191 842]/Dest[4 0 R/XYZ 0 842 null]>>]'
    const file = rawPages([
      { entries },
      { entries: '/MediaBox[0 0 100 140]' },
      { entries: '/MediaBox[0 0 2000 3000]' },
    ])
    const pages = await seen(await packed([await theirs(file, 'a', true)], { stamps: stampsOf(3, foot) }))
    expect(pages.map(({ width, height }) => [width, height])).toEqual([
      [841.9, 595.3],
      [595.3, 841.9],
      [595.3, 841.9],
    ])
    const [large, small] = pages
    const scale = (595.28 - 32) / 842
    expect(large?.words[0]?.size).toBeCloseTo(12 * scale, 0)
    // The link covers the page as it did, and none of the strip.
    const [left = 0, bottom = 0, right = 0, top = 0] = large?.links[0]?.rect ?? []
    expect([bottom, top]).toEqual([32, 595.3])
    expect(left).toBeCloseTo(841.9 - right, 0)
    expect(large?.links[0]).toMatchObject({ page: 0, top: expect.closeTo(595.28, 1) as number })
    expect(small?.words[0]).toMatchObject({ x: 307.6, size: 12 })
  })
})

describe('tags', () => {
  type Node = { role?: string; type?: string; id?: string; children?: Node[] }
  const shape = ({ role, children = [] }: Node): unknown =>
    children.length === 0
      ? role
      : { [role ?? '']: children.flatMap((kid) => (kid.role === undefined ? [] : [shape(kid)])) }

  const treesOf = (pdf: Uint8Array): Promise<unknown[]> =>
    withPdf(pdf, async (file) => {
      const trees: unknown[] = []
      for (let n = 1; n <= file.numPages; n++) {
        const tree = (await (await file.getPage(n)).getStructTree()) as unknown as Node | null
        trees.push(tree && shape(tree))
      }
      return trees
    })

  it('of our papers stay theirs, and an annex is a paragraph a page', async () => {
    const pdf = await packed([await ours('a'), await theirs(rawPages([{}, {}]), 'annex'), await ours('b')])
    const first = { Root: [{ Document: [{ Part: [{ H1: [] }, { Link: [] }] }] }] }
    const second = { Root: [{ Document: [{ Part: [{ Table: [{ TR: [{ TH: [] }, { TD: [] }] }] }] }] }] }
    const page = { Root: [{ Document: [{ Part: [{ P: [] }] }] }] }
    expect(await treesOf(pdf)).toEqual([first, second, page, page, first, second])
  })

  it('are numbered anew: parents, links and the names of header cells agree', async () => {
    const file = await PDFDocument.load(await packed([await ours('a'), await ours('b')]))
    const { context } = file
    const root = file.catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict)
    const leaves = root
      .lookup(PDFName.of('ParentTree'), PDFDict)
      .lookup(PDFName.of('Kids'), PDFArray)
      .asArray()
      .map((leaf) => context.lookup(leaf, PDFDict))
    const valuesOf = (leaf: PDFDict, key: string): PDFObject[] =>
      leaf.lookup(PDFName.of(key), PDFArray).asArray()
    expect(leaves.map((leaf) => valuesOf(leaf, 'Limits').map(String))).toEqual([
      ['0', '2'],
      ['3', '5'],
    ])
    const numbers = leaves.flatMap((leaf) => valuesOf(leaf, 'Nums'))
    const parents = new Map<string, PDFObject>()
    for (let n = 0; n < numbers.length; n += 2)
      parents.set(String(numbers[n]), context.lookup(numbers[n + 1])!)
    const roleOf = (value: PDFObject | undefined): string =>
      String((context.lookup(value) as PDFDict).get(PDFName.of('S')))
    const roles = file.getPages().map(({ node }) => {
      const owners = parents.get(String(node.get(PDFName.of('StructParents'))))
      return (owners as PDFArray).asArray().map(roleOf)
    })
    expect(roles).toEqual([
      ['/H1', '/Link'],
      ['/TH', '/TD'],
      ['/H1', '/Link'],
      ['/TH', '/TD'],
    ])
    const links = file.getPages().flatMap(({ node }) => node.Annots()?.asArray() ?? [])
    const keys = links.map((ref) => String((context.lookup(ref) as PDFDict).get(PDFName.of('StructParent'))))
    expect(new Set(keys).size).toBe(2)
    expect(keys.map((key) => roleOf(parents.get(key)))).toEqual(['/Link', '/Link'])
    const elements = context
      .enumerateIndirectObjects()
      .flatMap(([, one]) => (one instanceof PDFDict ? [one] : []))
    const ids = elements.flatMap((one) => one.lookupMaybe(PDFName.of('ID'), PDFString)?.asString() ?? [])
    const heads = elements.flatMap((one) => {
      const headers = one.lookupMaybe(PDFName.of('A'), PDFDict)?.lookupMaybe(PDFName.of('Headers'), PDFArray)
      return headers?.asArray().map((id) => (id as PDFString).asString()) ?? []
    })
    expect(ids.toSorted()).toEqual(['1.node1', '2.node1'])
    expect(heads.toSorted()).toEqual(ids.toSorted())
  })

  it('are left where a link goes that leads nowhere', async () => {
    const pdf = await packed([await ours('a', 'jalaseh:part/9'), await ours('b', 'jalaseh:part/1')])
    const objects = (await PDFDocument.load(pdf)).context
      .enumerateIndirectObjects()
      .map(([, one]) => String(one))
    expect(objects.filter((one) => /\/Type \/Annot\b/.test(one))).toHaveLength(1)
    expect(objects.join('\n').match(/\/Type \/OBJR/g)).toHaveLength(1)
  })

  it('are not claimed where no part has any', async () => {
    const pdf = await packed([await theirs(rawPages([{}]), 'a')])
    expect(Buffer.from(pdf).toString('latin1')).not.toMatch(/StructTreeRoot|MarkInfo|BDC/)
  })
})
