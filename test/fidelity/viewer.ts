/**
 * Chromium's own viewer as an engine: what select all and copy give. It needs a full Chromium, whose headless mode has
 * the viewer; the headless shell has none. FIDELITY_CHROMIUM names one where it is not found by itself.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import puppeteer from 'puppeteer-core'
import { findBrowser } from '../../src/print/find-browser.ts'
import type { Engine } from './engines.ts'

const extension = 'chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai/'
const polls = 600
const pollMilliseconds = 50

/** The names that the viewer's own parts go by. */
interface Viewer {
  docLength_: number
  loadProgress_: number
  pluginController_: { selectAll(): void; getSelectedText(): Promise<{ selectedText: string }> }
}

function findFullChromium(): string | undefined {
  for (const file of [
    process.env.FIDELITY_CHROMIUM,
    '/opt/google/chrome/chrome',
    '/usr/lib/chromium/chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'C:/Program Files/Google/Chrome/Application/chrome.exe',
  ]) {
    const found = file === undefined ? undefined : findBrowser({ JALASEH_BROWSER: file })
    if (found !== undefined) return found
  }
  return undefined
}

/** The viewer, or nothing where no full Chromium is; whoever takes it closes it. */
export async function openViewer(): Promise<(Engine & AsyncDisposable) | undefined> {
  const executablePath = findFullChromium()
  if (executablePath === undefined) return undefined
  const browser = await puppeteer.launch({
    executablePath,
    headless: true,
    enableExtensions: true,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })
  const folder = mkdtempSync(join(tmpdir(), 'jalaseh-viewer-'))
  const file = join(folder, 'paper.pdf')
  return {
    name: 'Chromium',
    whole: true,
    async pages(pdf) {
      writeFileSync(file, pdf)
      const page = await browser.newPage()
      try {
        await page.goto(pathToFileURL(file).href)
        for (let n = 0; n < polls; n++) {
          const frame = page.frames().find((one) => one.url().startsWith(extension))
          // The frame's document is replaced while the viewer starts.
          const text = await frame?.evaluate(copyAll).catch(() => undefined)
          if (text !== undefined) return [text]
          await pause(pollMilliseconds)
        }
        throw new Error('the viewer did not open the paper')
      } finally {
        await page.close()
      }
    },
    async [Symbol.asyncDispose]() {
      await browser.close()
      rmSync(folder, { recursive: true })
    },
  }
}

/** Runs in the viewer. */
async function copyAll(): Promise<string | undefined> {
  const { document } = globalThis as unknown as { document: { querySelector(name: string): Viewer | null } }
  const viewer = document.querySelector('pdf-viewer')
  if (viewer === null || !(viewer.docLength_ > 0) || viewer.loadProgress_ !== 100) return undefined
  viewer.pluginController_.selectAll()
  const { selectedText } = await viewer.pluginController_.getSelectedText()
  return selectedText
}
