// The page that --html keeps, in a browser of a phone's width and of a desk's: nothing to push aside, and in order
// for those who hear it. And the mark of a draft, which is drawn on each printed page and read on none.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser } from '../../src/print/browser.ts'
import type { PrintBrowser } from '../../src/print/browser.ts'
import { findBrowser } from '../../src/print/find-browser.ts'
import { openTab } from '../../src/print/tab.ts'
import { pagesOf, withPdf } from './pages.ts'

const root = join(import.meta.dirname, '../..')
const out = mkdtempSync(join(tmpdir(), 'jalaseh-test-'))
const folder = join(out, 'export-working-group')

/** What the page is, as the browser lays it out. */
interface Seen {
  overflow: number
  wide: string[]
  /** Drawings that must be pushed aside to be seen whole. */
  cut: number
  headings: number[]
  headless: number
  unscoped: number
  pictures: string[]
  mains: number
  unnamed: number
  faint: number
}

const look = `document.fonts.ready.then(() => {
  const all = (selector) => [...document.querySelectorAll(selector)]
  const shown = (element) => element.getClientRects().length > 0
  const inside = (element) => element.closest('figure, thead') === null
  return {
    overflow: document.documentElement.scrollWidth - innerWidth,
    wide: all('main *').filter((one) => shown(one) && inside(one) && (one.getBoundingClientRect().left < -1 || one.getBoundingClientRect().right > innerWidth + 1)).map((one) => one.outerHTML.slice(0, 90)),
    cut: all('figure').filter((one) => one.scrollWidth > one.clientWidth + 1).length,
    headings: all('h1, h2, h3, h4, h5, h6').filter(shown).map((one) => Number(one.localName[1])),
    headless: all('table').filter((one) => one.querySelector('th') === null).length,
    unscoped: all('th:not([scope])').length,
    pictures: all('svg:not([aria-hidden="true"])').filter((one) => one.getAttribute('role') !== 'img' || (one.querySelector('title')?.textContent ?? one.getAttribute('aria-label') ?? '') === '').map((one) => one.outerHTML.slice(0, 90)),
    mains: all('main').length,
    unnamed: all('nav').filter((one) => document.getElementById(one.getAttribute('aria-labelledby') ?? '') === null).length,
    faint: all('main p, main td, main dd, main li, main dt').filter((one) => shown(one) && parseFloat(getComputedStyle(one).fontSize) * one.currentCSSZoom < 11.5).length,
  }
})`

let browser: PrintBrowser
let pages: string[] = []
beforeAll(async () => {
  const more = join(root, 'test/data')
  const data = readdirSync(more).filter((name) => name.endsWith('.yaml'))
  for (const source of [
    join(root, 'data/export-working-group.yaml'),
    ...data.map((name) => join(more, name)),
  ]) {
    const args = [join(root, 'src/cli.ts'), 'build', source, '--kind', 'all', '--out', out, '--html']
    execFileSync(process.execPath, args, { stdio: 'pipe' })
  }
  pages = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html'))
  browser = await launchBrowser({ executable: findBrowser() })
}, 120_000)
afterAll(async () => {
  await browser[Symbol.asyncDispose]()
  rmSync(out, { recursive: true, force: true })
})

async function seen(html: string, width: number): Promise<Seen> {
  const { targetId, session } = await browser.attachPage()
  try {
    await session.send('Page.enable')
    await session.send('Emulation.setDeviceMetricsOverride', {
      width,
      height: 844,
      deviceScaleFactor: 1,
      mobile: false,
    })
    const loaded = new Promise((resolve) => {
      session.once('Page.loadEventFired', resolve)
    })
    await session.send('Page.setDocumentContent', { frameId: targetId, html })
    await loaded
    const { result } = await session.send('Runtime.evaluate', {
      expression: look,
      awaitPromise: true,
      returnByValue: true,
    })
    return result.value as Seen
  } finally {
    await browser.connection.send('Target.closeTarget', { targetId })
  }
}

describe.each([390, 1280])('%i pixels wide', (width) => {
  test('every page fits, in order, with names for what is not text', async () => {
    expect(pages.length).toBeGreaterThan(20)
    for (const name of pages) {
      const found = await seen(readFileSync(join(out, name), 'utf8'), width)
      expect(found.overflow, name).toBeLessThanOrEqual(0)
      expect(found.wide, name).toEqual([])
      expect(found, name).toMatchObject({
        cut: 0,
        headless: 0,
        unscoped: 0,
        pictures: [],
        mains: 1,
        unnamed: 0,
        faint: 0,
      })
      expect(
        found.headings.filter((level) => level === 1),
        name,
      ).toHaveLength(1)
      found.headings.forEach((level, index) =>
        expect(level - (found.headings[index - 1] ?? 0), name).toBeLessThanOrEqual(1),
      )
    }
  })
})

test('a page that does not fit is found out', async () => {
  const { overflow, wide } = await seen('<!doctype html><main><p style="width:500px">x</p></main>', 390)
  expect(overflow).toBeGreaterThan(0)
  expect(wide).toHaveLength(1)
})

test('the mark of a draft is on every page as outlines, and neither text nor part of the structure', async () => {
  const draft = readFileSync(join(folder, 'briefing.html'), 'utf8')
  const bare = draft.replace(/(<body class="[^"]*) draft"/, '$1"')
  expect(bare).not.toBe(draft)
  await using tab = await openTab(browser)
  const read = async (html: string) => {
    const { pdf } = await tab.print(html)
    return withPdf(pdf, async (file) => {
      const rows = []
      for (const [index, { pieces }] of (await pagesOf(file)).entries()) {
        const page = await file.getPage(index + 1)
        const { fnArray } = await page.getOperatorList()
        rows.push({
          text: pieces.map(({ text }) => text),
          tree: JSON.stringify(await page.getStructTree()).replace(/"id":"[^"]*"|node\d+/g, ''),
          paths: fnArray.filter((code) => code === OPS.constructPath).length,
          images: fnArray.filter((code) => code === OPS.paintImageXObject).length,
        })
      }
      return rows
    })
  }
  const [marked, plain] = [await read(draft), await read(bare)]
  expect(marked.map(({ text }) => text)).toEqual(plain.map(({ text }) => text))
  expect(marked.map(({ tree }) => tree)).toEqual(plain.map(({ tree }) => tree))
  for (const [index, { paths, images }] of marked.entries()) {
    expect(paths).toBeGreaterThan(plain[index]?.paths ?? Infinity)
    expect(images).toBe(0)
  }
})
