/** The finished text of a hard corpus, printed by the real browser and read by pdf.js. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { finishPdf, type FinishReport } from '../../src/finish/finish.ts'
import { launchBrowser } from '../../src/print/browser.ts'
import { findBrowser } from '../../src/print/find-browser.ts'
import { countPages, drawsBox, pdfFonts, pdfText } from '../../src/print/pdf.ts'
import { openTab } from '../../src/print/tab.ts'
import { pdfjs } from '../fidelity/engines.ts'
import { foreignLines, htmlText, missing, score, wordsOf } from '../fidelity/measure.ts'
import { corpus, corpusDocument } from '../finish/corpus.ts'
import { type Painted, paintedPages } from '../finish/paint.ts'

const font = (name: string): string =>
  readFileSync(join(import.meta.dirname, `../../fonts/${name}.woff2`)).toString('base64')
const html = corpusDocument({ regular: font('Vazirmatn-Regular'), bold: font('Vazirmatn-Bold') })
let raw: Uint8Array
let pdf: Uint8Array
let report: FinishReport

beforeAll(async () => {
  await using browser = await launchBrowser({ executable: findBrowser() })
  await using tab = await openTab(browser)
  ;({ pdf: raw } = await tab.print(html))
  ;({ pdf, report } = finishPdf(raw))
})

describe('the hard corpus', () => {
  test('has at least 200 lines, no two alike', () => {
    expect(new Set(corpus).size).toBeGreaterThanOrEqual(200)
  })

  test('is read from the content streams as the document has it', () => {
    const foreign = foreignLines(report.lines, html)
    expect(foreign.filter((line) => !line.includes('(نمونه)') && line !== '•')).toEqual([])
    const counts = new Map<string, number>()
    for (const word of report.lines.flat().flatMap(wordsOf)) counts.set(word, (counts.get(word) ?? 0) + 1)
    // A line may end inside a word, after a stroke or a dash.
    const running = report.lines.flat().join('')
    const lost = wordsOf(htmlText(html)).filter((word) => {
      const count = counts.get(word) ?? 0
      counts.set(word, count - 1)
      return count === 0 && !running.includes(word)
    })
    expect(lost).toEqual([])
  })

  test('nothing was left as it was', () => {
    expect(report.left).toEqual({})
    expect(report.finished).toBe(true)
  })

  test('pdf.js gives the words and the lines', async () => {
    const before = score(report.lines, await pdfjs.pages(raw))
    const pages = await pdfjs.pages(pdf)
    const after = score(report.lines, pages)
    expect(before.words).toBeLessThan(80)
    expect(missing(report.lines, pages).words.slice(0, 20)).toEqual([])
    expect(after.words).toBeGreaterThanOrEqual(99.5)
    expect(after.lines).toBeGreaterThanOrEqual(99)
  })

  test('the same outlines stand at the same places in the same colours, and nothing else has changed', () => {
    const [before, after] = [paintedPages(raw), paintedPages(pdf)]
    expect(after.map(({ others }) => others)).toEqual(before.map(({ others }) => others))
    // Reading order is another now: glyphs are compared from left to right on their baselines.
    const sorted = (glyphs: Painted[]): Painted[] =>
      glyphs.toSorted(
        (a, b) => Math.round(a.y) - Math.round(b.y) || a.outline.localeCompare(b.outline) || a.x - b.x,
      )
    let count = 0
    for (const [n, page] of before.entries()) {
      const [old, made] = [sorted(page.glyphs), sorted(after[n]!.glyphs)]
      expect(made.length).toBe(old.length)
      for (const [at, { x, y, outline, size, colors }] of old.entries()) {
        const glyph = made[at]!
        expect([glyph.outline, glyph.size, glyph.colors]).toEqual([outline, size, colors])
        expect(Math.abs(glyph.y - y)).toBeLessThan(size / 1000)
        // A thousandth of the size, 0.1 pixel at 600 dpi.
        expect(Math.abs(glyph.x - x)).toBeLessThan(size / 1000 + 0.001)
        count++
      }
    }
    expect(count).toBeGreaterThan(5000)
  })

  test('the file keeps its pages and fonts, draws no box and is not larger', () => {
    const [before, after] = [pdfText(raw), pdfText(pdf)]
    expect(countPages(after)).toBe(countPages(before))
    expect(pdfFonts(after).map(({ name }) => name)).toEqual(pdfFonts(before).map(({ name }) => name))
    expect(drawsBox(pdf, after)).toBe(false)
    expect(pdf.length).toBeLessThanOrEqual(raw.length)
  })
})

test('another browser that has printed other papers gives the same bytes', async () => {
  await using browser = await launchBrowser({ executable: findBrowser() })
  await using tab = await openTab(browser)
  await tab.print(html.replace('<ul>', '<h1>دیگر</h1><table><tr><th>الف</th><td>ب</td></tr></table><ul>'))
  const { pdf: again } = await tab.print(html)
  expect(Buffer.from(again).equals(Buffer.from(raw))).toBe(false)
  const metadata = { date: new Date('2026-11-22T00:00:00Z'), language: 'fa' }
  const [first, second] = [raw, again].map((file) => Buffer.from(finishPdf(file, { metadata }).pdf))
  expect(second!.equals(first!)).toBe(true)
})
