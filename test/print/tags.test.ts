/** The tags of a page that has one of everything, as the real browser prints it and as the finished file has it. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { finishPdf } from '../../src/finish/finish.ts'
import { pageNumbers, type PdfFile, readPdfFile } from '../../src/finish/pdf-file.ts'
import { readPage } from '../../src/finish/read-page.ts'
import { readSubject, selfCheck } from '../../src/finish/self-check.ts'
import { launchBrowser } from '../../src/print/browser.ts'
import { findBrowser } from '../../src/print/find-browser.ts'
import { openTab } from '../../src/print/tab.ts'
import { outlineTitles, tagTree } from '../finish/tag-tree.ts'

const font = (name: string): string =>
  readFileSync(join(import.meta.dirname, `../../fonts/Vazirmatn-${name}.woff2`)).toString('base64')
const row = (n: number): string =>
  `<tr><td>${n}</td><td>شرح ${n}</td><td></td></tr>`.replaceAll(
    /\d/g,
    (digit) => '۰۱۲۳۴۵۶۷۸۹'[Number(digit)]!,
  )
const html = `<!doctype html><html lang="fa" dir="rtl"><title>آزمون</title><style>
@font-face{font-family:V;src:url(data:font/woff2;base64,${font('Regular')})}
@font-face{font-family:V;font-weight:700;src:url(data:font/woff2;base64,${font('Bold')})}
@page{size:A5;margin:20mm;@bottom-center{content:'صفحه\u0654 ' counter(page);font:9pt V}}
body{font:11pt/1.8 V}em{font-style:normal}table{border-collapse:collapse;inline-size:100%}td,th{border:1px dotted #555}
thead{display:table-header-group}h2{border-bottom:2px solid}.lines{border-block-start:1.3px dotted #555}
</style><body><h1>بودجه\u0654 سال ۱۴۰۵: گزارش</h1><p>متن <strong>مهم</strong> و <em>مؤکد</em>؛ <span lang="en">World Bank</span> هم هست.</p>
<h2><span class="n">۱</span> بخش نخست</h2><ul><li>یک</li><li>دو: <b>سه</b></li></ul>
<figure><figcaption>نمودار</figcaption><svg role="img" aria-label="صادرات عقب است" width="80" height="20"><rect width="60" height="10"/><text x="5" y="18">۵</text></svg></figure>
<p class="lines">پیوند به <a href="https://example.ir/a?b=1">سامانه</a> و <a href="#t">جدول</a></p>
<h2 id="t">۲. جدول بلند</h2><table><thead><tr><th scope="col">ردیف</th><th scope="col">شرح</th><th scope="col">امضا</th></tr></thead>
<tbody>${Array.from({ length: 22 }, (_, index) => row(index + 1)).join('')}</tbody></table></body></html>`

const tree = `Document fa
  H1
    بودجهٔ سال ۱۴۰۵: گزارش
  P
    متن
    Strong
      مهم
    و
    Em
      مؤکد
    ؛
    NonStruct en World Bank
    هم هست.
  H2
    ۱
    بخش نخست
  L
    LI
      LBody
        یک
    LI
      LBody
        دو:
        سه
  Sect
    P
      نمودار
    Figure {صادرات عقب است} ۵
  P
    پیوند به
    Link [سامانه – https://example.ir/a?b=1]
      سامانه
    و
    Link [جدول]
      جدول
  H2
    ۲. جدول بلند
  Table
    TR
      TH Column
        ردیف
      TH Column
        شرح
      TH Column
        امضا
    TR
      TD
        ۱
      TD
        شرح ۱
      TD
    TR`.split('\n')

let file: PdfFile
let raw: PdfFile

beforeAll(async () => {
  await using browser = await launchBrowser({ executable: findBrowser() })
  await using tab = await openTab(browser)
  const { pdf } = await tab.print(html)
  raw = readPdfFile(pdf)!
  file = readPdfFile(finishPdf(pdf, { metadata: { language: 'fa-IR' } }).pdf)!
})

test('the tree says what the page is', () => {
  expect(tagTree(file).slice(0, tree.length)).toEqual(tree)
})

test('the head of a table is read once, on every further page it is furniture', () => {
  expect(pageNumbers(file).length).toBe(2)
  const heads = (of: PdfFile): string[] => tagTree(of).filter((line) => line.includes('ردیف'))
  expect(heads(raw)[0]).toContain('ردیف ردیف')
  expect(heads(file)).toEqual(['        ردیف'])
})

test('a cell that shows nothing is there', () => {
  const cells = (of: PdfFile): number => tagTree(of).filter((line) => /^ *TD/.test(line)).length
  expect([cells(raw), cells(file)]).toEqual([44, 66])
})

test('titles of the outline are in reading order', () => {
  expect(outlineTitles(file)).toEqual(['بودجهٔ سال ۱۴۰۵: گزارش', '۱ بخش نخست', '۲. جدول بلند'])
  expect(outlineTitles(raw)).not.toEqual(outlineTitles(file))
})

test('what no element owns is an artifact', () => {
  const sequences = pageNumbers(file).flatMap((page) => readPage(file, page, new Map()))
  expect(sequences.filter(({ mcid, artifact, paints }) => paints && !artifact && mcid === undefined)).toEqual(
    [],
  )
  const furniture = sequences.filter(({ artifact, text }) => artifact && text !== '')
  expect(furniture.map(({ text }) => text)).toEqual(['صفحهٔ 1', 'صفحهٔ 2', 'ردیف', 'شرح', 'امضا'])
})

test('the browser alone keeps next to none of it', () => {
  const broken = ['direction', 'untagged', 'list-body', 'unknown-type', 'link', 'claim']
  expect(selfCheck(readSubject(raw), ['text', 'ua']).map(({ name }) => name)).toEqual(
    broken.map((name) => `tags.${name}`),
  )
  expect(selfCheck(readSubject(file), ['text', 'ua'])).toEqual([{ name: 'tags.claim', detail: '' }])
})
