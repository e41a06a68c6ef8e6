// `jalaseh pack`: the example with annexes of five kinds, checked page by page as a viewer sees it.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { toPersianDigits } from '../../src/persian/digits.ts'
import { fa } from '../../src/persian/fa.ts'
import { outlineOf, type SeenEntry } from '../annex/reading.ts'
import { Desk, told } from './cli.ts'
import type { Ended } from './cli.ts'
import { canary, photoJpeg, planSizes } from './pack/annexes.ts'
import { inflated, rolesOf } from './pack/inside.ts'
import { annexes, type Expected, setOut } from './pack/meeting.ts'
import { around, bare, type PackPage, readPack } from './pack/read-pack.ts'
import { withPdf } from './pages.ts'

interface Place extends Expected {
  /** Its number, the page of its slip sheet and those of its own, from 1. */
  n: number
  slipAt: number
  first: number
}

const desk = new Desk()
const packs = 'out/packet/packs'
const bytes = (name: string): Buffer => readFileSync(join(desk.folder, name))
const number = (n: number): string => toPersianDigits(String(n))
const paperTitle = fa`پروندهٔ توجیهی جلسه`

let packed: Ended
let pdf: Buffer
let pages: PackPage[]
let places: Place[]
/** How many pages stand before the paper. */
let front: number
/** Pages of the paper, from 1. */
let paper: number[]

beforeAll(async () => {
  await setOut(desk)
  packed = await desk.run(['pack', 'packet.yaml', '--archival', '--json'])
  expect(packed).toMatchObject({ code: 0 })
  pdf = bytes(`${packs}/pack.pdf`)
  pages = await readPack(pdf)
  front = pages.findIndex(({ text }) => text.startsWith(bare(fa`۱. خلاصهٔ مدیریتی`)))
  const earlier = await withPdf(bytes('annexes/earlier.pdf'), async ({ numPages }) => numPages)
  let at = pages.findIndex(({ text }) => text.startsWith(bare('پیوست ۱'))) + 1
  paper = Array.from({ length: at - 1 - front }, (_, n) => front + 1 + n)
  places = annexes(earlier).map((annex, index) => {
    const place = { ...annex, n: index + 1, slipAt: at, first: at + 1 }
    at += annex.pages + 1
    return place
  })
})
afterAll(() => {
  desk[Symbol.dispose]()
})

const page = (n: number): PackPage => pages[n - 1]!
const pagesOf = ({ first, pages: count }: Place): PackPage[] => pages.slice(first - 1, first - 1 + count)
/** Titles of sections and the pages on which they are printed, read off the pages. */
const sections = (): { title: string; page: number }[] =>
  paper.flatMap((n) => {
    const lines = new Map<number, string>()
    for (const { text, y, size } of page(n).words)
      if (Math.abs(size - 15) < 0.1) lines.set(y, (lines.get(y) ?? '') + text)
    return [...lines.values()].map((title) => ({ title: bare(title), page: n }))
  })

test('says what it did to the annexes', () => {
  const codes = told(packed).map(({ code }) => code)
  expect(codes).toEqual([
    'fact/open',
    'pack/annex-class',
    'annex/stripped',
    'annex/repaired',
    'annex/stripped',
    'pack/same-annex',
  ])
  expect(JSON.parse(packed.stdout)).toMatchObject({
    packs: [{ class: 'confidential', pages: pages.length }],
    failed: [],
  })
})

describe('every page', () => {
  test('has its place: a cover with contents, the paper, each annex behind its slip sheet', () => {
    expect(front).toBe(2)
    expect(paper.length).toBeGreaterThanOrEqual(4)
    for (const { slipAt, n, title, slip } of places)
      expect(page(slipAt).text).toBe(bare(`پیوست ${number(n)}: ${title} ${slip}`))
    const { first, pages: count } = places.at(-1)!
    expect(pages).toHaveLength(first + count - 1)
  })

  test('is counted over the whole at its foot, once, and by its label', () => {
    const counters = pages.map(({ stamps }) => stamps.filter((one) => /^صفحهٔ\d+از\d+$/u.test(latin(one))))
    expect(counters).toEqual(
      pages.map((_, index) => [bare(`صفحهٔ ${number(index + 1)} از ${number(pages.length)}`)]),
    )
    expect(pages.map(({ label }) => label)).toEqual(pages.map((_, index) => number(index + 1)))
  })

  test('says the class of the pack at head and foot', () => {
    for (const { stamps } of pages) expect(stamps.filter((one) => one === 'محرمانه')).toHaveLength(2)
  })

  test('of an annex says which it is of how many', () => {
    for (const place of places) {
      pagesOf(place).forEach(({ stamps }, index) => {
        const label = `پیوست ${number(place.n)} – صفحهٔ ${number(index + 1)} از ${number(place.pages)}`
        expect(stamps).toContain(bare(label))
      })
    }
    const others = pages.filter((_, index) => !places.some((place) => pagesOf(place).includes(pages[index]!)))
    expect(others.filter(({ stamps }) => stamps.some((one) => one.startsWith('پیوست')))).toEqual([])
  })
})

const latin = (text: string): string =>
  text.replaceAll(/[۰-۹]/g, (digit) => String('۰۱۲۳۴۵۶۷۸۹'.indexOf(digit)))

describe('the pages of annexes', () => {
  test('are as large as they were, and strips for the stamps beside', () => {
    const grown = pagesOf(places[1]!).map(({ width, height }, index) => {
      const [wide, high] = planSizes[index]!
      return { width, wide, higher: (height - high) / Math.max(1, Math.min(wide, high) / 595) }
    })
    for (const { width, wide, higher } of grown) {
      // What is too narrow for stamps that are to be read is in the middle of a wider page.
      expect(width).toBeCloseTo(Math.max(wide, 438.8), 0)
      expect(higher).toBeGreaterThan(20)
      expect(higher).toBeLessThan(75)
    }
  })

  test('hold all of their content between the stamps, and all stamps within', () => {
    for (const place of places) {
      for (const { width, height, stampBoxes, contentBoxes } of pagesOf(place)) {
        const content = around(contentBoxes)
        const [low, high] = [false, true].map((isHigh) =>
          around(stampBoxes.filter(({ y }) => y > height / 2 === isHigh)),
        )
        expect(low!.y).toBeGreaterThan(0)
        expect(low!.y + low!.height).toBeLessThan(content.y)
        expect(high!.y).toBeGreaterThan(content.y + content.height)
        expect(high!.y + high!.height).toBeLessThan(height)
        for (const { x, width: wide } of [low!, high!, content]) {
          expect(x).toBeGreaterThan(-1)
          expect(x + wide).toBeLessThan(width + 1)
        }
      }
    }
  })

  test('show what they showed, upright', async () => {
    const angles = pagesOf(places[1]!).map(
      ({ words }) => words.find(({ text }) => text === 'plan low')?.angle,
    )
    expect(angles).toEqual([0, -90, 0, 90, 0])
    const [form] = pagesOf(places[0]!)
    expect(form!.words).toContainEqual(expect.objectContaining({ text: 'filled', x: 122 }))
    const own = await readPack(bytes('annexes/earlier.pdf'))
    const texts = pagesOf(places[4]!).map(({ text }) => text)
    for (const [index, { text }] of own.entries()) expect(texts[index]).toContain(text)
  })

  test('keep the links that are harmless', () => {
    const { first } = places[0]!
    const links = pagesOf(places[0]!).map((one) =>
      one.links.map(({ url, page: to }) => url ?? (to === undefined ? 'nowhere' : to + 1)),
    )
    expect(links).toEqual([[first + 1, 'https://example.org/table', first + 2], [], []])
  })
})

test('the contents name every section and annex, its page, and lead there', () => {
  const { words, links } = page(2)
  const rows = links.map(({ rect, page: to }) => {
    const [, bottom, , top] = rect as [number, number, number, number]
    const inside = words.filter(({ y, size }) => y > bottom && y < top && size < 20)
    return { says: bare(inside.map(({ text }) => text).join('')), leads: (to ?? -1) + 1 }
  })
  expect(rows).toEqual([
    { says: bare(paperTitle) + number(paper[0]!), leads: paper[0] },
    ...sections().map(({ title, page: at }) => ({ says: title + number(at), leads: at })),
    ...places.map(({ n, title, listed, slipAt }) => ({
      says: bare(`پیوست ${number(n)} ${title} ${listed} ${number(slipAt)}`),
      leads: slipAt,
    })),
  ])
  expect(sections()).toHaveLength(10)
})

test('the outline is one, with that of each annex beneath it, and leads where its titles stand', async () => {
  const [cover, main, ...rest] = await outlineOf(pdf)
  expect(cover).toMatchObject({ title: fa`بستهٔ جلسه`, page: 0 })
  expect(main).toMatchObject({ title: paperTitle, page: front })
  expect(main!.kids.map(({ title, page: at }) => ({ title: bare(title), page: at! + 1 }))).toEqual(sections())
  const leads = (entry: SeenEntry): void => {
    expect(page(entry.page! + 1).text).toContain(bare(entry.title))
    entry.kids.forEach(leads)
  }
  for (const entry of [...cover!.kids, ...main!.kids]) leads(entry)
  const leaf = (title: string, at: number): SeenEntry => ({ title, page: at, kids: [] })
  const moved = (entries: SeenEntry[], by: number): SeenEntry[] =>
    entries.map((entry) => ({ ...entry, page: entry.page! + by, kids: moved(entry.kids, by) }))
  const own = await Promise.all(
    places.map(async ({ file, first }): Promise<SeenEntry[]> => {
      const at = first - 1
      if (file === 'form.pdf')
        return [{ ...leaf('Form one', at), kids: [leaf('Form two', at + 1)] }, leaf('Form three', at + 2)]
      if (file === 'plans.pdf') return [leaf('Plan of the road', at + 4)]
      return file === 'earlier.pdf' ? moved(await outlineOf(bytes('annexes/earlier.pdf')), at) : []
    }),
  )
  expect(rest).toEqual(
    places.map(({ n, title, slipAt }, index) => ({
      ...leaf(`پیوست ${number(n)}: ${title}`, slipAt - 1),
      kids: own[index],
    })),
  )
})

describe('the file', () => {
  test('is read from right to left and runs nothing', async () => {
    await withPdf(pdf, async (file) => {
      expect((await file.getViewerPreferences()) as unknown as Map<string, unknown>).toEqual(
        new Map<string, unknown>([
          ['Direction', 'R2L'],
          ['DisplayDocTitle', true],
        ]),
      )
      expect(await file.getFieldObjects()).toBeNull()
      expect(await file.getAttachments()).toBeNull()
    })
    const acting =
      /\/(?:AA|OpenAction|JavaScript|JS|Launch|GoToR|AcroForm|Widget|EmbeddedFile)\b|(?:file|javascript):/i
    const form = await inflated(bytes('annexes/form.pdf'))
    expect(form).toMatch(acting)
    expect(form).toContain(canary)
    const said = await inflated(pdf)
    expect(said).not.toMatch(acting)
    expect(said).not.toContain(canary)
  })

  test('has the tags of our parts, each under a part of its own', async () => {
    const roles = await withPdf(pdf, (file) =>
      Promise.all(
        pages.map(async (_, index) => rolesOf(await (await file.getPage(index + 1)).getStructTree())),
      ),
    )
    expect(roles[0]).toContain('Root Document Part H1')
    for (const n of paper) expect(roles[n - 1]).toContain('Root Document Part H2')
    expect(paper.some((n) => roles[n - 1]!.includes('Root Document Part Table TR TH'))).toBe(true)
    for (const { slipAt, first } of places) {
      expect(roles[slipAt - 1]).toContain('Root Document Part H1')
      expect(roles[first - 1]).toEqual([
        'Root',
        'Root Document',
        'Root Document Part',
        'Root Document Part P',
      ])
    }
  })

  test('has each font once in each part of ours, however many pages it is on', async () => {
    const file = await PDFDocument.load(pdf)
    const programs = file.context.enumerateIndirectObjects().filter(([, object]) => {
      return object instanceof PDFDict && object.has(PDFName.of('FontFile2'))
    })
    // At most three weights in the front, the paper, the slip sheets and the annex that is a paper; and in the stamps.
    expect(programs.length).toBeLessThanOrEqual(3 * (places.length + 4))
    const used = paper.flatMap((n) => {
      const found = file
        .getPage(n - 1)
        .node.Resources()
        ?.lookup(PDFName.of('Font'), PDFDict)
      return (found?.entries() ?? []).map(([, ref]) => String(ref))
    })
    expect(used.length).toBeGreaterThan(8)
    expect(new Set(used).size).toBe(3)
  })

  test('has a file that two annexes name once', () => {
    expect(pdf.toString('latin1').split(Buffer.from(photoJpeg()).toString('latin1'))).toHaveLength(2)
  })
})

test('fits every page of the annexes to A4, for one recipient', async () => {
  const fitted = await desk.run(['pack', 'packet.yaml', '--fit', '--for', 'سهراب نمونه', '--json'])
  expect(fitted).toMatchObject({ code: 0 })
  const own = (JSON.parse(fitted.stdout) as { packs: { files: { name: string }[] }[] }).packs[0]!
  const all = await readPack(bytes(own.files[0]!.name))
  expect(all).toHaveLength(pages.length)
  for (const place of places) {
    pagesOf(place).forEach((before, index) => {
      const { width, height, stamps, stampBoxes, contentBoxes } = all[place.first - 1 + index]!
      const lies = before.width > before.height
      expect([width, height]).toEqual(lies ? [841.9, 595.3] : [595.3, 841.9])
      expect(stamps).toContain(bare('محرمانه · نسخهٔ ۱ · سهراب نمونه'))
      const content = around(contentBoxes)
      for (const { y, height: high } of stampBoxes) {
        const below = y + high < content.y
        expect(below || y > content.y + content.height).toBe(true)
      }
    })
  }
})

describe('the archive file', () => {
  const name = `${packs}/pack-archive.pdf`

  test('is as it was issued: PDF/A-3a and PDF/UA-1', async () => {
    const said = await desk.run(['verify', name, '--lang', 'en'])
    expect(said).toMatchObject({ code: 0, stderr: '' })
    expect(said.stdout).toContain('PDF/UA-1, PDF/A-3a')
  })

  test('holds the annexes as they came, each once, and a source that can be read', async () => {
    const inside = await withPdf(bytes(name), async (file) => {
      const all = await file.getAttachments()
      return Promise.all(
        [...(all ?? [])].map(async ([key, { filename }]) => ({
          filename,
          content: Buffer.from((await file.getAttachmentContent(key)) ?? []),
        })),
      )
    })
    const names = places.slice(0, 5).map(({ file }) => file)
    for (const file of names) {
      const kept = inside.find(({ filename }) => filename === file)
      expect(kept?.content.equals(bytes(`annexes/${file}`)), file).toBe(true)
    }
    expect(inside.map(({ filename }) => filename)).toEqual(expect.arrayContaining(['packet.yaml', ...names]))
    expect(inside).toHaveLength(names.length + 2)
    const { content } = inside.find(({ filename }) => filename === 'packet.yaml')!
    desk.put('inside.yaml', content)
    expect(await desk.run(['check', 'inside.yaml'])).toMatchObject({ code: 0 })
  })
})
