/** How texts of mixed direction are painted by the real browser, in the text, in cells and in margin boxes. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { OPS, getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isolate, isolateInStyle } from '../../src/page/isolate.ts'
import { directionRuns } from '../../src/persian/bidi.ts'
import { LRI, LRM, PDI, RLM, WJ } from '../../src/persian/invisible.ts'
import { launchBrowser, type PrintBrowser } from '../../src/print/browser.ts'
import { findBrowser } from '../../src/print/find-browser.ts'
import { openTab } from '../../src/print/tab.ts'

const read = (path: string): Buffer => readFileSync(join(import.meta.dirname, path))
const font = read('../../fonts/Vazirmatn-Regular.woff2').toString('base64')
const measured = JSON.parse(read('../persian/data/persian-bidi-tests.json').toString('utf8')) as {
  cases: { input: string }[]
}

const ALM = '\u061c'
const invisible = /[\u061c\u200b-\u200f\u2060\u2066-\u2069]/g

/**
 * What is wanted, as seen from left to right. Where persian.md §1.3 has a row, its column "wanted" decides;
 * the reason says so or derives the order from the rules there.
 */
const wanted: [reason: string, ...rows: [input: string, painted: string][]][] = [
  [
    'telephones, codes and ISO dates run from left to right (§1.3)',
    ['۰۲۱-۸۸۰۰۱۲۳۴', '۰۲۱-۸۸۰۰۱۲۳۴'],
    ['+۹۸۲۱۸۸۰۰۱۲۳۴', '+۹۸۲۱۸۸۰۰۱۲۳۴'],
    ['021-88001234', '021-88001234'],
    ['+98 21 8800 1234', '+98 21 8800 1234'],
    ['۱۲۳۴۵-۶۷۸۹۰', '۱۲۳۴۵-۶۷۸۹۰'],
    ['IR12 3456 7890', 'IR12 3456 7890'],
    ['۲۰۲۶-۱۱-۲۲', '۲۰۲۶-۱۱-۲۲'],
    ['2026-11-22', '2026-11-22'],
  ],
  [
    'the sign of a number is at its left (§1.3)',
    ['-۵', '-۵'],
    ['−۵', '−۵'],
    [`${LRM}−۵`, '−۵'],
    ['-5', '-5'],
  ],
  [
    'the percent sign is at the left of its number, and further left than a minus (§1.3)',
    ['۱۲٪', '٪۱۲'],
    ['۱۲٫۵٪', '٪۱۲٫۵'],
    [`۱۲${RLM}٪`, '٪۱۲'],
    [`${ALM}۱۲٪`, '٪۱۲'],
    ['٪۱۲', '٪۱۲'],
    ['12%', '%12'],
    ['-۱۲٪', '٪-۱۲'],
    [`${LRM}−۱۲٪`, '٪−۱۲'],
    [`${LRM}−۳${RLM}٪`, '٪−۳'],
    [`۱۲٫۵${RLM}٪`, '٪۱۲٫۵'],
  ],
  [
    'a range starts at the right (§1.3)',
    ['۱۰-۱۵', '۱۵-۱۰'],
    ['۱۰–۱۵', '۱۵–۱۰'],
    ['۱۰ - ۱۵', '۱۵ - ۱۰'],
    ['۱۰ تا ۱۵', '۱۵ ات ۱۰'],
    ['۸:۳۰-۱۰:۰۰', '۱۰:۰۰-۸:۳۰'],
    ['۸:۳۰–۱۰:۰۰', '۱۰:۰۰–۸:۳۰'],
    [`۱۰${WJ}–${WJ}۱۵`, '۱۵–۱۰'],
    ['۱۴۰۳–۱۴۰۴', '۱۴۰۴–۱۴۰۳'],
    ['۱۴۰۳-۱۴۰۴', '۱۴۰۴-۱۴۰۳'],
    ['ص ۱۲-۱۵', '۱۵-۱۲ ص'],
  ],
  [
    'a section number has its chapter at the right (§1.3)',
    ['۱-۲-۳', '۳-۲-۱'],
    ['۱.۲.۳', '۳.۲.۱'],
    [`۱${RLM}-${RLM}۲`, '۲-۱'],
    ['بند ۱-۲', '۲-۱ دنب'],
    ['ماده ۵-۳', '۳-۵ هدام'],
  ],
  ['marks that the author typed are kept, and with them the order (no row)', [`۱${RLM}.${RLM}۲`, '۲.۱']],
  [
    'days, times and numbers run from left to right everywhere, so they stay (§1.3)',
    ['۱۴۰۴/۰۵/۱۲', '۱۴۰۴/۰۵/۱۲'],
    ['1404/05/12', '1404/05/12'],
    ['۱۰:۳۰', '۱۰:۳۰'],
    ['۱٬۲۳۴٬۵۶۷', '۱٬۲۳۴٬۵۶۷'],
    ['۱٬۲۳۴٫۵', '۱٬۲۳۴٫۵'],
    ['1,234.5', '1,234.5'],
    ['۱/۲', '۱/۲'],
    ['۱۴۰۳/۱۴۰۴', '۱۴۰۳/۱۴۰۴'],
    ['۹۸۷/۶۵/۴۳', '۹۸۷/۶۵/۴۳'],
  ],
  [
    'a currency sign before its number is at its left; after it, it follows in the reading direction (no row)',
    ['$۱۲۳', '$۱۲۳'],
    ['۱۲۳ $', '$ ۱۲۳'],
  ],
  ['a degree has the European order (§1.1)', ['۲۵°C', '۲۵°C']],
  [
    'a Latin unit after Persian digits follows in the reading direction (the order of §1.3)',
    ['۵۰ km/h', 'km/h ۵۰'],
    [`۱۲ ${LRI}km/h${PDI}`, 'km/h ۱۲'],
  ],
  [
    'Latin with its own punctuation runs from left to right (§1.3)',
    ['info@example.ir', 'info@example.ir'],
    ['https://example.ir/', 'https://example.ir/'],
    ['C++', 'C++'],
    ['v2.0 (beta)', 'v2.0 (beta)'],
    ['ABC Co.', 'ABC Co.'],
    ['ISO 9001:2015', 'ISO 9001:2015'],
    ['A (B) ج', 'ج A (B)'],
  ],
  [
    'brackets around Latin belong to the Persian text, the first at the right (§1.3)',
    ['(IEG)', ')IEG('],
    [`(${LRI}IEG${PDI})`, ')IEG('],
  ],
  [
    'what is neither a range nor a code is read from the right, as both contexts had it (no row)',
    ['۱۰×۲۰', '۲۰×۱۰'],
    ['۵۰۰+', '+۵۰۰'],
  ],
  [
    'what the author isolated stays so (§1.3, the CSS strings)',
    [`${LRI}۰۲۱-۸۸۰۰۱۲۳۴${PDI}`, '۰۲۱-۸۸۰۰۱۲۳۴'],
    [`${LRI}+98 21 8800${PDI}`, '+98 21 8800'],
    [`${LRI}ISO 9001:2015${PDI}`, 'ISO 9001:2015'],
  ],
  [
    'a letter number has its first part at the right (§1.3); numbers with a slash between them do not turn',
    ['۱۲۳/ص/۴۵۶', '۴۵۶/ص/۱۲۳'],
    ['۱۴۰۵/د/۱۲۳', '۱۲۳/د/۱۴۰۵'],
    ['د/۱۴۰۵/۱۲۳', '۱۴۰۵/۱۲۳/د'],
    ['123/د/1405', '1405/د/123'],
  ],
]

/** Cases beyond the measured ones, for every other kind. */
const more: [reason: string, ...rows: [input: string, painted: string][]][] = [
  [
    'telephones',
    ['۰۹۱۲ ۱۲۳ ۴۵۶۷', '۰۹۱۲ ۱۲۳ ۴۵۶۷'],
    ['(۰۲۱) ۸۸۰۰۱۲۳۴', '(۰۲۱) ۸۸۰۰۱۲۳۴'],
    ['+۹۸ ۲۱ ۸۸۰۰ ۱۲۳۴', '+۹۸ ۲۱ ۸۸۰۰ ۱۲۳۴'],
    ['۰۲۱-۸۸۰۰۱۲۳۴-۶', '۰۲۱-۸۸۰۰۱۲۳۴-۶'],
  ],
  [
    'cards, accounts and addresses',
    ['۶۰۳۷-۹۹۱۱-۲۲۳۳-۴۴۵۵', '۶۰۳۷-۹۹۱۱-۲۲۳۳-۴۴۵۵'],
    ['۶۰۳۷ ۹۹۱۱ ۲۲۳۳ ۴۴۵۵', '۶۰۳۷ ۹۹۱۱ ۲۲۳۳ ۴۴۵۵'],
    ['6037-99**-****-4455', '6037-99**-****-4455'],
    ['IR۸۲ ۰۵۴۰ ۱۰۲۶', 'IR۸۲ ۰۵۴۰ ۱۰۲۶'],
    ['۱۹۲.۱۶۸.۱.۱:۸۰۸۰', '۱۹۲.۱۶۸.۱.۱:۸۰۸۰'],
    ['www.example.ir/a?b=1', 'www.example.ir/a?b=1'],
    ['report_1404-v2.pdf', 'report_1404-v2.pdf'],
    ['گزارش_۱۴۰۴.pdf', 'pdf.۱۴۰۴_شرازگ'],
    ['REG-1405-001', 'REG-1405-001'],
    ['COVID-19', 'COVID-19'],
    ['۰۰۱-۲۳۴۵۶۷-۸', '۰۰۱-۲۳۴۵۶۷-۸'],
  ],
  [
    'signs, percents and ranges of them',
    ['+۵٪', '٪+۵'],
    ['±۵', '±۵'],
    ['-۵ ۱۰', '۱۰ -۵'],
    ['-۵–۱۰', '۱۰–-۵'],
    ['۱۰–-۵', '-۵–۱۰'],
    ['۱۰-۱۵٪', '٪۱۵-۱۰'],
    ['۱۰٪–۱۵٪', '٪۱۵–٪۱۰'],
    ['۱۴۰۵/۰۹/۰۱-۱۴۰۵/۰۹/۱۵', '۱۴۰۵/۰۹/۱۵-۱۴۰۵/۰۹/۰۱'],
    ['2026-11-22–2026-12-01', '2026-12-01–2026-11-22'],
    ['۱۰۰۰۰-۲۰۰۰۰', '۲۰۰۰۰-۱۰۰۰۰'],
    ['۱،۲،۳', '۳،۲،۱'],
    ['۱۲۳$', '$۱۲۳'],
    ['$10-$15', '$10-$15'],
    ['۲+۳=۵', '۲+۳=۵'],
    ['۱/٢', '۱/٢'],
  ],
  [
    'Latin',
    ['R & D', 'R & D'],
    ['Apple, Inc.', 'Apple, Inc.'],
    ['25 °C', '25 °C'],
    ['50 km/h', '50 km/h'],
    ['۲۵ °C', '۲۵ °C'],
    ['f(x)', 'f(x)'],
    ['APIها', 'اهAPI'],
    ['v1.2.3', 'v1.2.3'],
    ['۵-۲-الف', 'فلا-۲-۵'],
  ],
]

const contexts = {
  sentence: (text: string) => `<p>${isolate(`سیب ${text} گل`)}</p>`,
  cell: (text: string) => `<table dir="rtl"><td>${isolate(text)}</td></table>`,
  amongNumbers: (text: string) => `<p>${isolate(`سیب ۷، ${text} و ۸ گل`)}</p>`,
  auto: (text: string) => `<p>سیب <bdi>${isolate(text)}</bdi> گل</p>`,
  leftToRight: (text: string) => `<p>سیب <bdi dir="ltr">${isolate(text)}</bdi> گل</p>`,
}
type Context = keyof typeof contexts
const around: Partial<Record<Context, [left: string, right: string]>> = {
  sentence: ['لگ ', ' بیس'],
  amongNumbers: ['لگ ۸ و ', ' ،۷ بیس'],
  auto: ['لگ ', ' بیس'],
  leftToRight: ['لگ ', ' بیس'],
}

/** The characters of each paragraph and cell, sorted by the middle of the place where they are painted. */
const painted = `document.fonts.ready.then(() => [...document.querySelectorAll('p, td')].map((block) => {
  const found = []
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    let at = 0
    for (const character of node.data) {
      const range = document.createRange()
      range.setStart(node, at)
      range.setEnd(node, at += character.length)
      const box = range.getClientRects()[0]
      if (box && box.width > 0) found.push([(box.left + box.right) / 2, character])
    }
  }
  return found.sort((a, b) => a[0] - b[0]).map(([, character]) => character).join('')
}))`

const rows = (table: typeof wanted): [string, string][] => table.flatMap(([, ...group]) => group)
const inputs = measured.cases.map(({ input }) => input)
const all = new Map([...rows(wanted), ...rows(more)])
let browser: PrintBrowser
const seen = new Map<string, string>()

async function paint(blocks: string[]): Promise<string[]> {
  const { session } = await browser.attachPage()
  const { frameTree } = await session.send('Page.getFrameTree')
  const html = `<!doctype html><html lang="fa" dir="rtl"><meta charset="utf-8"><style>
    @font-face { font-family: V; src: url(data:font/woff2;base64,${font}) }
    body { font: 20px V; white-space: nowrap }</style><body>${blocks.join('\n')}`
  await session.send('Page.setDocumentContent', { frameId: frameTree.frame.id, html })
  const { result } = await session.send('Runtime.evaluate', {
    expression: painted,
    awaitPromise: true,
    returnByValue: true,
  })
  return (result.value as string[]).map((text) => text.replaceAll(invisible, ''))
}

beforeAll(async () => {
  browser = await launchBrowser({ executable: findBrowser() })
  const list = [...all.keys()].flatMap((text) =>
    Object.keys(contexts).map((name) => [text, name as Context] as const),
  )
  const found = await paint(list.map(([text, name]) => contexts[name](text)))
  expect(found).toHaveLength(list.length)
  for (const [n, [text, name]] of list.entries()) seen.set(`${name} ${text}`, found[n] ?? '')
})
afterAll(async () => {
  await browser[Symbol.asyncDispose]()
})

function order(name: Context, text: string): string {
  const [left, right] = around[name] ?? ['', '']
  const line = seen.get(`${name} ${text}`) ?? ''
  // The words around must be at their places too: a token must not disturb its neighbours.
  return line.startsWith(left) && line.endsWith(right)
    ? line.slice(left.length, line.length - right.length)
    : line
}

test('every measured case has its wanted order', () => {
  expect(inputs).toHaveLength(70)
  expect(
    rows(wanted)
      .map(([input]) => input)
      .toSorted(),
  ).toEqual(inputs.toSorted())
})

describe.each([...wanted, ...more])('%s', (_reason, ...group) => {
  test.each(group)('%s', (text, expected) => {
    const rightToLeft = { sentence: expected, cell: expected, amongNumbers: expected }
    expect(
      Object.fromEntries(Object.keys(rightToLeft).map((name) => [name, order(name as Context, text)])),
    ).toEqual(rightToLeft)
    // One isolated token is painted alike wherever it stands, be the text around it left to right.
    const runs = directionRuns(text)
    if (runs.length === 1 && runs[0]?.dir) {
      expect([order('auto', text), order('leftToRight', text)]).toEqual([expected, expected])
    }
  })
})

test('any number with signs is painted in a cell as it is in a sentence', async () => {
  const numbers = ['۵', '12', '۱۲٫۵', '1,234', '۱۴۰۵/۰۹/۰۱', '٣', '۱-۲', '۱٬۲۳۴/۵', '۰۲۱', '۱۲۳۴۵']
  const before = ['', '-', '−', '+', '±', '$', '%', '#', '(', '~', '٪-', '+-', '÷', 'ص-', '«']
  const after = [
    '',
    '٪',
    '%',
    '°',
    '-',
    '+',
    '–۳',
    '-۳',
    '-۳٪',
    '،۴',
    ')',
    '$',
    '٪-',
    '/٢',
    '-ب',
    '×۳',
    '+۲-۱',
  ]
  const texts = numbers.flatMap((n) => before.flatMap((b) => after.map((a) => b + n + a)))
  const found = await paint(
    texts.flatMap((text) => [contexts.sentence(text), contexts.cell(text), contexts.amongNumbers(text)]),
  )
  const wrong = texts.filter((text, n) => {
    const [sentence = '', cell = '', among = ''] = found.slice(n * 3, n * 3 + 3)
    return sentence !== `لگ ${cell} بیس` || among !== `لگ ۸ و ${cell} ،۷ بیس`
  })
  expect(texts.length).toBeGreaterThan(2000)
  expect(wrong).toEqual([])
})

/** The glyphs of a page's head, sorted by where they are drawn. */
async function drawn(pdf: Uint8Array): Promise<string[]> {
  const task = getDocument({ data: Uint8Array.from(pdf), verbosity: 0 })
  const file = await task.promise
  const pages: string[] = []
  for (let n = 1; n <= file.numPages; n++) {
    const { fnArray, argsArray } = await (await file.getPage(n)).getOperatorList()
    const glyphs: [x: number, text: string][] = []
    let [line, pen, size] = [0, 0, 0]
    for (const [i, operation] of fnArray.entries()) {
      const args = argsArray[i] as unknown[]
      if (operation === OPS.setTextMatrix) pen = line = (args[0] as number[])[4] ?? 0
      else if (operation === OPS.setFont) size = args[1] as number
      else if (operation === OPS.moveText) pen = line += args[0] as number
      else if (operation === OPS.showText) {
        for (const glyph of args[0] as (number | { unicode: string; width: number })[]) {
          if (typeof glyph === 'number') pen -= (glyph * size) / 1000
          else {
            glyphs.push([pen, glyph.unicode])
            pen += (glyph.width * size) / 1000
          }
        }
      }
    }
    pages.push(
      glyphs
        .toSorted(([a], [b]) => a - b)
        .map(([, text]) => text)
        .join('')
        .replaceAll(invisible, ''),
    )
  }
  await task.destroy()
  return pages
}

test('a margin box paints them as the page does', async () => {
  const texts = [
    '۰۲۱-۸۸۰۰۱۲۳۴',
    '۱۲۳۴۵-۶۷۸۹۰',
    '۶۰۳۷ ۹۹۱۱ ۲۲۳۳ ۴۴۵۵',
    '2026-11-22',
    '۱۲٪',
    '-۱۲٪',
    '-۵',
    '۱۰-۱۵',
    '۱۰–۱۵',
    '۱-۲-۳',
    '۱۲۳/ص/۴۵۶',
    '۱۴۰۴/۰۵/۱۲',
    'ISO 9001:2015',
    'ABC Co.',
    'C++',
    'https://example.ir/',
    'info@example.ir',
    'report_1404-v2.pdf',
    '(IEG)',
    '۲۵°C',
  ]
  const styles = texts.map(
    (text, n) =>
      `@page p${n} { @top-center { content: ${isolateInStyle(`سیب ${text} گل`)}; white-space: nowrap } }`,
  )
  const html = `<!doctype html><html lang="fa" dir="rtl"><meta charset="utf-8"><title>x</title><style>
    @font-face { font-family: V; src: url(data:font/woff2;base64,${font}) }
    html { font-family: V } ${styles.join('\n')}</style>${texts.map((_, n) => `<div style="page: p${n}; height: 1mm"></div>`).join('')}`
  await using tab = await openTab(browser)
  const pages = await drawn((await tab.print(html)).pdf)
  const squeeze = (text: string): string => text.replaceAll(/\s/g, '')
  // The glyph of a bracket is the mirrored one here, not the character.
  const mirrored = (text: string): string => text.replaceAll(/[()]/g, (c) => (c === '(' ? ')' : '('))
  expect(pages.map(squeeze)).toEqual(texts.map((text) => squeeze(`لگ ${mirrored(all.get(text) ?? '')} بیس`)))
})
