import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser, type PrintBrowser } from '../../src/print/browser.ts'
import { findBrowser } from '../../src/print/find-browser.ts'
import { openTab, type Tab } from '../../src/print/tab.ts'

const executable = findBrowser()
const font = readFileSync(join(import.meta.dirname, '../../fonts/Vazirmatn-Regular.woff2')).toString('base64')

function document(body: string, head = ''): string {
  return `<!doctype html><html lang="fa" dir="rtl"><head><meta charset="utf-8"><title>صورت‌جلسه</title><style>
    @font-face { font-family: V; src: url(data:font/woff2;base64,${font}) }
    @page { size: A5; margin: 15mm } body { font-family: V }</style>${head}</head><body>${body}</body></html>`
}

async function pagesOf(pdf: Uint8Array): Promise<string[]> {
  const task = getDocument({ data: Uint8Array.from(pdf), verbosity: 0 })
  const file = await task.promise
  const pages: string[] = []
  for (let n = 1; n <= file.numPages; n++) {
    const { items } = await (await file.getPage(n)).getTextContent()
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(''))
  }
  await task.destroy()
  return pages
}

/** Whether any live process belongs to the group; zombies waiting for a parent do not count. */
function groupAlive(group: number): boolean {
  return readdirSync('/proc').some((name) => {
    if (!/^\d+$/.test(name)) return false
    try {
      const fields = readFileSync(`/proc/${name}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ')
      return Number(fields[2]) === group && fields[0] !== 'Z' && fields[0] !== 'X'
    } catch {
      return false
    }
  })
}

async function pageCount({ connection }: PrintBrowser): Promise<number> {
  const { targetInfos } = await connection.send('Target.getTargets')
  return targetInfos.filter(({ type }) => type === 'page').length
}

let browser: PrintBrowser
let tab: Tab
beforeAll(async () => {
  browser = await launchBrowser({ executable })
  tab = await openTab(browser)
})
afterAll(async () => {
  await browser[Symbol.asyncDispose]()
})

test('prints a right-to-left page with its own font and page size', async () => {
  const { pdf } = await tab.print(
    document('<h1>دستور جلسه</h1><p>گزارش صادرات</p><p style="break-before: page">صفحهٔ دوم</p>'),
  )
  const pages = await pagesOf(pdf)
  expect(pages).toHaveLength(2)
  // pdf.js gives right-to-left runs left to right on the page, so words are looked for, not their order.
  for (const word of ['دستور', 'جلسه', 'گزارش', 'صادرات']) expect(pages[0]).toContain(word)
  for (const word of ['صفح', 'دوم']) expect(pages[1]).toContain(word)
})

test('prints pages side by side', async () => {
  const texts = ['یکم', 'دوم', 'سوم']
  const printed = await Promise.all(
    texts.map(async (text) => {
      await using own = await openTab(browser)
      return await own.print(document(`<p>${text}</p>`))
    }),
  )
  expect((await Promise.all(printed.map(({ pdf }) => pagesOf(pdf)))).flat()).toEqual(texts)
})

test.each([
  ['an image', '<img src="http://example.com/a.png">', ''],
  ['an image of the same origin', '<img src="/a.png">', ''],
  ['a file', '<img src="file:///etc/hostname">', ''],
  ['a style sheet', '', '<link rel="stylesheet" href="https://example.com/a.css">'],
  [
    'a background in print only',
    '',
    '<style>@media print { body { background: url(https://example.com/b.png) } }</style>',
  ],
  ['a frame', '<iframe src="https://example.com/"></iframe>', ''],
  ['a refresh', '', '<meta http-equiv="refresh" content="0; url=https://example.com/">'],
])('refuses a page that asks for %s', async (_name, body, head) => {
  await expect(tab.print(document(body, head))).rejects.toMatchObject({
    code: 'print/blocked-request',
  })
})

test('runs no script', async () => {
  const html = document(
    '<p>متن</p><script>document.body.textContent = "دگرگون"</script><p onclick="x()">پایان</p>',
  )
  const outcome = await tab.print(html).then(
    ({ pdf }) => pagesOf(pdf),
    (error: { code: string }) => error.code,
  )
  if (outcome !== 'print/blocked-request') expect(outcome).toEqual(['متنپایان'])
})

test('refuses a font that cannot be read', async () => {
  const head =
    '<style>@font-face { font-family: W; src: url(data:font/woff2;base64,AAAA) } p { font-family: W }</style>'
  await expect(tab.print(document('<p>متن</p>', head))).rejects.toMatchObject({
    code: 'print/font',
    values: { family: 'W' },
  })
})

test('closes its tabs, whatever came of them', async () => {
  await tab[Symbol.asyncDispose]()
  expect(await pageCount(browser)).toBe(0)
  tab = await openTab(browser)
  expect(await pageCount(browser)).toBe(1)
})

test('stops when told to', async () => {
  await expect(tab.print(document('<p>متن</p>'), { signal: AbortSignal.abort('stop') })).rejects.toBe('stop')
  await expect(launchBrowser({ executable, signal: AbortSignal.abort('stop') })).rejects.toBe('stop')
})

test('leaves neither process nor profile behind', async () => {
  const own = await launchBrowser({ executable })
  expect(existsSync(own.profile)).toBe(true)
  expect(groupAlive(own.pid)).toBe(true)
  await own[Symbol.asyncDispose]()
  expect(existsSync(own.profile)).toBe(false)
  expect(groupAlive(own.pid)).toBe(false)
})

test('a browser that takes more memory than it may is ended, and says so', async () => {
  await using own = await launchBrowser({ executable, memory: 40 })
  await expect
    .poll(() => own.crashed.reason as unknown, { timeout: 10_000 })
    .toMatchObject({ code: 'browser/memory', values: { limit: '40' } })
  await own[Symbol.asyncDispose]()
  // The system takes a moment to bury what was killed.
  await expect.poll(() => groupAlive(own.pid), { timeout: 10_000 }).toBe(false)
})

test('says that the browser crashed when it is killed in mid-print', async () => {
  await using own = await launchBrowser({ executable })
  const ownTab = await openTab(own)
  const printing = ownTab.print(document('<p>متن</p>'.repeat(20_000)))
  setTimeout(() => {
    process.kill(own.pid, 'SIGKILL')
  }, 150)
  await expect(printing).rejects.toMatchObject({ code: 'browser/crashed' })
})

test('tells a missing browser from one that does not start', async () => {
  await expect(launchBrowser({ executable: undefined })).rejects.toMatchObject({ code: 'browser/missing' })
  await expect(launchBrowser({ executable: '/nowhere/chrome' })).rejects.toMatchObject({
    code: 'browser/missing',
  })
  await expect(launchBrowser({ executable: '/bin/false' })).rejects.toMatchObject({ code: 'browser/start' })
})
