// The real case, from its YAML file to the two PDFs: every fact of its source is there, and only Vazirmatn is embedded.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ZWNJ } from '../../src/persian/invisible.ts'

const root = join(import.meta.dirname, '../..')
const out = mkdtempSync(join(tmpdir(), 'jalaseh-test-'))
const papers = join(out, 'export-working-group')

beforeAll(() => {
  const source = join(root, 'data/export-working-group.yaml')
  execFileSync(process.execPath, [join(root, 'src/cli.ts'), 'build', source, '--out', out, '--html'])
})
afterAll(() => rmSync(out, { recursive: true, force: true }))

/** What the page says, as a reader sees it: no markup, one kind of space, no marks of direction. */
function textOf(kind: string): string {
  return readFileSync(join(papers, `${kind}.html`), 'utf8')
    .replace(/<(style|title)[^]*?<\/\1>/g, '')
    .replace(/<[^>]+>/g, '')
    .replaceAll(ZWNJ, ' ')
    .replace(/[\u200e\u200f\u2060-\u2069]/g, '')
    .replace(/[\s\u00a0]+/g, ' ')
}

const briefingFacts = [
  'محمد کلامی',
  'معاون هماهنگی امور اقتصادی استاندار آذربایجان شرقی',
  'غلامعلی راستی',
  'رئیس سازمان صنعت، معدن و تجارت آذربایجان شرقی',
  'استانداری آذربایجان شرقی',
  'یک میلیارد و ۸۰۰ میلیون دلار',
  'یک میلیارد و ۲۳۱ میلیون دلار',
  '۹ ماههٔ نخست',
  '۱٬۷۳۱',
  '۳۷۰',
  'ششم',
  'سفر قریب الوقوع رئیس جمهور',
  'پتروشیمی',
  'کشاورزی',
  'صنایع غذایی',
  'معدنی',
  'صنعتی',
  'ترکیه',
  'عراق',
  'افغانستان',
  'آذربایجان',
  'پاکستان',
  'گرجستان',
  'بلغارستان',
  'امارات',
  'در سطح استانی',
  'در سطح ملی',
  'اتاق بازرگانی، صنایع، معادن و کشاورزی تبریز',
  'گزارش خبری',
]
const computed = [
  '۶۸٫۴ درصد',
  '۷۵ درصد',
  '۶٫۶ واحد درصد',
  '۱٫۶۴۱ میلیارد دلار',
  '۱۵۹ میلیون دلار',
  '۱۸۹٫۷ میلیون دلار',
  '۱۳۶٫۸ میلیون دلار',
]
const demands = ['مانع استانی', 'زمان ارائهٔ آن کاهش', 'برخورد شود', 'سهل تر از استان های دیگر']

describe('the briefing', () => {
  test.each([...briefingFacts, ...computed, ...demands])('says %s', (fact) =>
    expect(textOf('briefing')).toContain(fact),
  )
})

describe('the summary', () => {
  test.each([...computed, '۱٬۷۳۱', '۳۷۰', 'ششم'])('says %s', (fact) =>
    expect(textOf('summary')).toContain(fact),
  )
})

async function pdf(kind: string) {
  return getDocument({ data: Uint8Array.from(readFileSync(join(papers, `${kind}.pdf`))), verbosity: 0 })
    .promise
}

test('the summary is one page, the briefing between four and six', async () => {
  expect((await pdf('summary')).numPages).toBe(1)
  const { numPages } = await pdf('briefing')
  expect(numPages).toBeGreaterThanOrEqual(4)
  expect(numPages).toBeLessThanOrEqual(6)
})

test.each(['briefing', 'summary'])('%s embeds Vazirmatn as TrueType and nothing else', (kind) => {
  const bytes = readFileSync(join(papers, `${kind}.pdf`)).toString('latin1')
  const fonts = [...bytes.matchAll(/\/BaseFont \/([\w+-]+)/g)].map(([, name]) =>
    name?.replace(/^[A-Z]{6}\+/, ''),
  )
  expect(fonts.length).toBeGreaterThan(0)
  expect(fonts.filter((name) => !name?.startsWith('Vazirmatn-'))).toEqual([])
  expect(bytes).toContain('/CIDFontType2')
  expect(bytes).not.toContain('/Type3')
})

test('the briefing is tagged, titled, in Persian, and has an outline of its sections', async () => {
  const file = await pdf('briefing')
  const marks = (await file.getMarkInfo()) as unknown as Map<string, boolean>
  expect(marks.get('Marked')).toBe(true)
  expect((await file.getMetadata()).info).toMatchObject({ Title: expect.stringContaining('کارگروه توسعه') })
  const sections = (items: Awaited<ReturnType<typeof file.getOutline>> | undefined): string[] =>
    (items ?? []).flatMap((item) => [item.title, ...sections(item.items)])
  const titles = sections(await file.getOutline())
  for (const title of ['مدیریتی', 'آمار و ارقام', 'پیش', 'منابع']) {
    expect(
      titles.some((one) => one.includes(title)),
      title,
    ).toBe(true)
  }
  const tree = await (await file.getPage(2)).getStructTree()
  expect(JSON.stringify(tree)).toContain('"H2"')
})

test('right to left: the page says so, and its first words stand at the right', async () => {
  expect(readFileSync(join(papers, 'briefing.html'), 'utf8')).toContain('<html lang="fa-IR" dir="rtl">')
  const page = await (await pdf('summary')).getPage(1)
  const { items } = await page.getTextContent()
  const width = page.view[2] as number
  const rights = items.flatMap((item) =>
    'str' in item && item.str.trim() ? [item.transform[4] + item.width] : [],
  )
  expect(Math.max(...rights)).toBeGreaterThan(width * 0.85)
})
