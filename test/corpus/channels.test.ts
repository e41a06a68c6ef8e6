// Every way to reach a host reaches it from an ordinary page in the same browser, and none does from one that is printed.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'puppeteer'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { until } from '../e2e/cli.ts'
import { launchBrowser } from '../../src/print/browser.ts'
import { openTab } from '../../src/print/tab.ts'
import { plainBrowser, Wrapper } from './browsers.ts'
import { Canary } from './canary.ts'
import { channels, documentOf, scriptChannels } from './channels.ts'

let open: Canary
let plain: Browser
beforeAll(async () => {
  open = await Canary.open()
  plain = await plainBrowser()
})
afterAll(async () => {
  await plain.close()
  await open[Symbol.asyncDispose]()
})

test.for(channels)('$name reaches a host', { timeout: 20_000 }, async (channel) => {
  // One may leave windows and connections behind.
  const context = await plain.createBrowserContext()
  const page = await context.newPage()
  // The page is served, so that it has an origin of its own; some of them are left before they are there.
  const path = `/served-${channel.name}`
  open.pages.set(path, documentOf(channel, open.host))
  await page.goto(`http://${open.host}${path}`, { waitUntil: 'domcontentloaded' }).catch(() => {})
  if (channel.printed) await page.pdf().catch(() => {})
  const asked = channel.silent ?? `/${channel.name}`
  await until(() => open.hits.some((hit) => hit.replace(/[.?]\w*$/, '') === asked))
  await context.close()
})

test('no page that is printed reaches it, though the check of templates were not there', async () => {
  await using canary = await Canary.open()
  using wrapper = new Wrapper()
  await using browser = await launchBrowser({ executable: wrapper.path })
  await using tab = await openTab(browser)
  const unasked: string[] = []
  for (const channel of channels) {
    const code = await tab.print(documentOf(channel, canary.host)).then(
      () => '',
      (error: { code?: string }) => error.code,
    )
    if (code !== 'print/blocked-request') unasked.push(channel.name)
  }
  expect({ hits: canary.hits, connections: canary.connections }).toEqual({ hits: [], connections: 0 })
  // Whatever is asked for is told; scripts do not run, and filters of other files are not looked for.
  expect(unasked).toEqual(['filter', ...scriptChannels.map(({ name }) => name)])
}, 120_000)

test.each(['dns-prefetch', 'preconnect'])('%s: no name is looked up', async (rel) => {
  const html = `<!doctype html><html lang="fa"><head><meta charset="utf-8"><title>a</title><link rel="${rel}" href="//secret-${rel}.example"></head><body><p>a</p></body></html>`
  const log = (folder: string): string => join(folder, 'net.json')
  const flags = (folder: string): string[] => [`--log-net-log=${log(folder)}`]
  using own = new Wrapper()
  using logging = new Wrapper(flags(own.folder))
  {
    await using browser = await launchBrowser({ executable: logging.path })
    const tab = await openTab(browser)
    await tab.print(html).catch(() => {})
    await browser.connection.send('Browser.close').catch(() => {})
    await until(() => !browser.connected)
  }
  using other = new Wrapper()
  const unlocked = await plainBrowser(flags(other.folder))
  const page = await unlocked.newPage()
  // Some browsers look nothing up ahead; that the log would tell is shown by what all of them look up.
  await page.goto(`http://secret-${rel}.example/`).catch(() => {})
  await unlocked.close()
  const looked = [own, other].map(({ folder }) =>
    readFileSync(log(folder), 'utf8').includes(`secret-${rel}.example`),
  )
  expect(looked).toEqual([false, true])
})
