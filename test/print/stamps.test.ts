/** The words of stamps as they are read from a pack: printed by the real browser, finished, and put on pages. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { assemble, openAnnex, openPaper, openSheets, type Sheet } from '../../src/annex/assemble.ts'
import { finishPdf } from '../../src/finish/finish.ts'
import { launchBrowser, type PrintBrowser } from '../../src/print/browser.ts'
import { findBrowser } from '../../src/print/find-browser.ts'
import { openTab } from '../../src/print/tab.ts'
import { paper } from '../annex/paper.ts'
import { rawPages } from '../annex/raw-pdf.ts'
import { annexOf, withPdf } from '../annex/reading.ts'

const font = readFileSync(join(import.meta.dirname, '../../fonts/Vazirmatn-Regular.woff2')).toString('base64')
const words = ['صفحهٔ ۳ از ۴۲', 'پیوست ۳ – صفحهٔ ۲ از ۷', 'محرمانه · نسخهٔ ۳ · جناب آقای دکتر نمونه', 'نسخهٔ ۱۲۸']
const sheetsOf = (texts: readonly string[]): string =>
  `<!doctype html><html lang="fa" dir="rtl"><meta charset="utf-8"><title>مهرها</title><style>
  @font-face { font-family: V; src: url(data:font/woff2;base64,${font}) }
  @page { size: 76mm 5mm; margin: 0 } html { font: 9pt/5mm V } body { margin: 0 }
  div { height: 5mm; white-space: nowrap } div + div { break-before: page }</style>${texts
    .map((text) => `<div>${text}</div>`)
    .join('')}`

let browser: PrintBrowser
let printed: Uint8Array
let pack: Uint8Array
beforeAll(async () => {
  browser = await launchBrowser({ executable: findBrowser() })
  await using tab = await openTab(browser)
  printed = (await tab.print(sheetsOf(words))).pdf
  const sheets = await openSheets(finishPdf(printed).pdf)
  expect(sheets.map(({ width, height }) => [Math.round(width), Math.round(height)])).toEqual(
    words.map(() => [215, 14]),
  )
  pack = await packWith(sheets)
})
afterAll(async () => {
  await browser[Symbol.asyncDispose]()
})

/** A paper of two pages and an annex of one, each with every stamp at another place. */
async function packWith([number, ofAnnex, name, copy]: Sheet[]): Promise<Uint8Array> {
  const stamps = [
    { sheet: number!, edge: 'foot', align: 'left' },
    { sheet: ofAnnex!, edge: 'head', align: 'center' },
    { sheet: copy!, edge: 'foot', align: 'right' },
    { sheet: name!, edge: 'middle', align: 'center' },
  ] as const
  const briefing = await openPaper(paper('briefing'), 'briefing')
  const annex = await openAnnex(await annexOf(rawPages([{}])))
  const { pdf } = await assemble(
    [
      { kind: 'paper', paper: briefing, title: 'a', frame: { head: 30, foot: 30, side: 60 } },
      { kind: 'annex', annex, title: 'b' },
    ],
    { title: 'بسته', stamps: [stamps, stamps, stamps] },
  )
  return pdf
}

interface Artifact {
  text: string
  /** Whether an element might own a part of it. */
  owned: boolean
}

/** The words of every artifact of each page, in the order in which they are drawn. */
const artifactsOf = (pdf: Uint8Array): Promise<Artifact[][]> =>
  withPdf(pdf, async (file) => {
    const pages: Artifact[][] = []
    for (let n = 1; n <= file.numPages; n++) {
      const found: Artifact[] = []
      const open: (Artifact | undefined)[] = []
      const { items } = await (await file.getPage(n)).getTextContent({ includeMarkedContent: true })
      for (const item of items) {
        const within = open.findLast((one) => one !== undefined)
        if ('str' in item) {
          if (within !== undefined) within.text += item.str
        } else if (item.type === 'endMarkedContent') open.pop()
        else {
          // Its type does not know the tag that it has.
          const { tag } = item as { tag?: string }
          const begun = tag === 'Artifact' ? { text: '', owned: false } : undefined
          if (begun !== undefined) found.push(begun)
          if (within !== undefined && item.id) within.owned = true
          open.push(begun)
        }
      }
      pages.push(found)
    }
    return pages
  })

test('the words of every stamp are read in their order, and no element owns them', async () => {
  const [number, ofAnnex, name, copy] = words.map((text) => ({ text, owned: false }))
  const ofPage = [number, ofAnnex, copy, name]
  expect(await artifactsOf(pack)).toEqual([ofPage, ofPage, ofPage])
})

test('they would be read the wrong way round from sheets that are not finished', async () => {
  const [page] = await artifactsOf(await packWith(await openSheets(printed)))
  expect(page?.map(({ text }) => text)).not.toContain(words[0])
})

test('what is below them is read as before', async () => {
  const texts = await withPdf(pack, async (file) => {
    const pages: string[] = []
    for (let n = 1; n <= file.numPages; n++) {
      const { items } = await (await file.getPage(n)).getTextContent()
      pages.push(items.map((item) => ('str' in item ? item.str : '')).join(' '))
    }
    return pages
  })
  expect(texts[0]).toContain('briefing title')
  expect(texts[1]).toContain('briefing cell')
  expect(texts[2]).toContain('word')
})

test('a sheet is the same whatever is printed with it, unless they share their fonts', async () => {
  await using tab = await openTab(browser)
  const packs: Record<'apart' | 'together', Uint8Array[]> = { apart: [], together: [] }
  for (const others of [['نسخهٔ ۹', 'ژرف‌پژوه ضیغم'], ['الف']]) {
    const { pdf } = await tab.print(sheetsOf([...others, ...words]))
    const groups = [...others.map(() => 1), ...words.map(() => 2)]
    for (const way of ['apart', 'together'] as const) {
      const finished = finishPdf(pdf, way === 'apart' ? { groups } : {})
      packs[way].push(await packWith((await openSheets(finished.pdf)).slice(others.length)))
    }
  }
  const areSame = ([one, other]: Uint8Array[]): boolean => Buffer.from(one!).equals(other!)
  expect(areSame(packs.apart)).toBe(true)
  expect(areSame(packs.together)).toBe(false)
})
