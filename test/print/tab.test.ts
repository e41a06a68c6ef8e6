import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser, type PrintBrowser } from '../../src/print/browser.ts'
import { findBrowser } from '../../src/print/find-browser.ts'
import { openTab, type Tab } from '../../src/print/tab.ts'

const executable = findBrowser()
const font = readFileSync(join(import.meta.dirname, '../../fonts/Vazirmatn-Regular.woff2')).toString('base64')

function document(body: string, style = ''): string {
  return `<!doctype html><html lang="fa" dir="rtl"><head><meta charset="utf-8"><title>صورت‌جلسه 漢</title><style>
    @font-face { font-family: V; src: url(data:font/woff2;base64,${font}) }
    @page { size: A5; margin: 15mm } html { font-family: V } body { margin: 0 } ${style}</style></head><body>${body}</body></html>`
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

test.each([1, 5, 43])('counts %i pages', async (count) => {
  const body = Array.from({ length: count }, (_, n) => `<p style="break-after: page">${n}</p>`).join('')
  expect((await tab.print(document(body.replace(/ style="[^"]*"(?=>\d+<\/p>$)/, '')))).pages).toBe(count)
})

test('keeps the doctype, the language and the title', async () => {
  const { pdf } = await tab.print(document('<p>متن</p>'))
  const task = getDocument({ data: Uint8Array.from(pdf), verbosity: 0 })
  const { info } = await (await task.promise).getMetadata()
  expect(info).toMatchObject({ Title: 'صورت‌جلسه 漢', Language: 'fa' })
  await task.destroy()
})

test('nothing of one paper shows in the next', async () => {
  const before = await tab.print(document('<p>متن</p>'))
  await tab.print(document('<p>دیگر</p>', '@page { size: A4 } p { font-size: 40pt }'))
  const after = await tab.print(document('<p>متن</p>'))
  expect(after.pdf.length).toBe(before.pdf.length)
})

test('measures how much too long a one-page paper is', async () => {
  const blocks = (millimetres: number): string =>
    `<div style="height: ${millimetres / 2}mm">یک</div>`.repeat(2)
  expect(await tab.print(document(blocks(179)), { onePage: true })).toMatchObject({ pages: 1 })
  const long = await tab.print(document(blocks(210)), { onePage: true })
  expect(long.pages).toBe(2)
  expect(long.overflow).toBeGreaterThan(25)
  expect(long.overflow).toBeLessThan(40)
  const text = await tab.print(document('<p>گزارش صادرات استان</p>'.repeat(40)), { onePage: true })
  expect(text.overflow).toBeGreaterThan(0)
  expect((await tab.print(document(blocks(210)))).overflow).toBeUndefined()
})

test.each([
  ['text', '<p>متن 漢字</p>', '', ['U+6F22', 'U+5B57']],
  ['text that a system font has', '<p>متن שלום</p>', '', ['U+05E9']],
  ['an emoji', '<p>🎉</p>', '', ['U+1F389']],
  ['SVG', '<svg width="90" height="20"><text x="70" y="15">漢</text></svg>', '', ['U+6F22']],
  ['generated content', '<p>متن</p>', 'p::before { content: "\\6f22" }', ['U+6F22']],
  ['a margin box', '<p>متن</p>', '@page { @bottom-center { content: "漢" } }', ['U+6F22']],
  ['a margin box, by a system font', '<p>متن</p>', '@page { @top-left { content: "Ж" } }', ['U+0416']],
  ['a strange font', '<p style="font-family: DejaVu Sans">abc</p>', '', ['U+0061', 'U+0062']],
])('refuses characters that the fonts do not have in %s', async (_name, body, style, characters) => {
  const failure = await tab.print(document(body, style)).catch((error: unknown) => error)
  expect(failure).toMatchObject({ code: 'print/missing-glyph' })
  const { values } = failure as { values: Record<string, string> }
  for (const character of characters) expect(values.characters?.split(' ')).toContain(character)
})

test('invisible characters and line breaks are no fault', async () => {
  const invisible =
    '\u200c\u200d\u200e\u200f\u2066\u2067\u2068\u2069\u202a\u202c\u00a0\u2060\u00ad\ufeff\u200b\t\n'
  const body = `<p>متن${[...invisible].join('ب')}متن<br>متن ${invisible}</p><pre>متن\n\t${invisible}متن</pre>`
  expect((await tab.print(document(body, 'pre { font: inherit }'))).pages).toBe(1)
})

test('a font that only a margin box uses is there', async () => {
  const bold = readFileSync(join(import.meta.dirname, '../../fonts/Vazirmatn-Bold.woff2')).toString('base64')
  const style = `@font-face { font-family: B; src: url(data:font/woff2;base64,${bold}) }
    @page { @bottom-center { content: "پایان"; font-family: B } }`
  const { pdf } = await tab.print(document('<p>متن</p>', style))
  expect(Buffer.from(pdf).toString('latin1')).toContain('Vazirmatn-Bold')
})

test('prints again after a failure, and after an abort', async () => {
  await expect(tab.print(document('<img src="/a.png">'))).rejects.toMatchObject({ values: { url: /a\.png/ } })
  expect((await tab.print(document('<p>متن</p>'))).pages).toBe(1)
  const controller = new AbortController()
  const printing = tab.print(document('<p>متن</p>'.repeat(20_000)), { signal: controller.signal })
  setTimeout(() => controller.abort('stop'), 50)
  await expect(printing).rejects.toBe('stop')
  expect((await tab.print(document('<p>متن</p>'))).pages).toBe(1)
})

test('starts without the sandbox, and says so, where the system has none', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'jalaseh-test-'))
  chmodSync(folder, 0o755)
  const wrapper = join(folder, 'browser')
  writeFileSync(
    wrapper,
    `#!/bin/sh
case "$*" in *--no-sandbox*) exec ${executable} "$@" ;; esac
echo 'No usable sandbox!' >&2
exit 1
`,
    { mode: 0o755 },
  )
  {
    await using own = await launchBrowser({ executable: wrapper })
    expect(own.sandbox).toBe('none')
    const ownTab = await openTab(own)
    expect((await ownTab.print(document('<p>متن</p>'))).pages).toBe(1)
  }
  rmSync(folder, { recursive: true })
})

test.each(['SIGTERM', 'SIGINT', 'exit'])('nothing is left after %s', async (end) => {
  const source = `
    const { launchBrowser } = await import(${JSON.stringify(join(import.meta.dirname, '../../src/print/browser.ts'))})
    const { pid, profile } = await launchBrowser({ executable: ${JSON.stringify(executable)} })
    console.log(JSON.stringify({ pid, profile }))
    ${end === 'exit' ? 'process.exit(0)' : 'setInterval(() => {}, 1000)'}`
  const child = spawn(process.execPath, ['--input-type=module', '-e', source], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise((resolve) => {
    child.once('exit', (code, signal) => resolve(signal ?? code))
  })
  const { pid, profile } = await new Promise<{ pid: number; profile: string }>((resolve) => {
    child.stdout.once('data', (line: Buffer) => resolve(JSON.parse(line.toString('utf8'))))
  })
  if (end !== 'exit') child.kill(end as NodeJS.Signals)
  expect(await ended).toBe(end === 'exit' ? 0 : end)
  expect(existsSync(profile)).toBe(false)
  await expect.poll(() => alive(pid)).toBe(false)
})

function alive(pid: number): boolean {
  try {
    return !/^\S+ \(.*\) [ZX]/s.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}
