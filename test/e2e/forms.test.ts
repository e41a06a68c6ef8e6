// Minutes and letters, from a synthetic meeting to their files: names, words, pages, and what a signature stands with.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toPersianDigits } from '../../src/persian/digits.ts'
import { ZWNJ } from '../../src/persian/invisible.ts'
import { Desk, errorsOf, told } from './cli.ts'

const root = join(import.meta.dirname, '../..')
const out = mkdtempSync(join(tmpdir(), 'jalaseh-forms-'))
const source = join(root, 'test/data/forms.yaml')

function build(files: string[], kinds: string): void {
  const options = ['--kind', kinds, '--out', out, '--html']
  execFileSync(process.execPath, [join(root, 'src/cli.ts'), 'build', ...files, ...options], { stdio: 'pipe' })
}

beforeAll(() => build([source], 'minutes,invitation,excerpt'))
afterAll(() => rmSync(out, { recursive: true, force: true }))

/** What a page says, as a reader sees it: no markup, one kind of space, no marks of direction. */
function textOf(path: string): string {
  return readFileSync(join(out, `${path}.html`), 'utf8')
    .replace(/<(style|title)[^]*?<\/\1>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll(ZWNJ, '~')
    .replace(/[\u200e\u200f\u2060-\u2069]/g, '')
    .replace(/[\s\u00a0]+/g, ' ')
}

/** The text of each page of a PDF, without spaces: a reader of PDFs puts them where it likes. */
async function pagesOf(path: string): Promise<string[]> {
  const data = Uint8Array.from(readFileSync(join(out, `${path}.pdf`)))
  const file = await getDocument({ data, verbosity: 0 }).promise
  return Promise.all(
    Array.from({ length: file.numPages }, async (_, index) => {
      const { items } = await (await file.getPage(index + 1)).getTextContent()
      return items
        .map((item) => ('str' in item ? item.str : ''))
        .join('')
        .replace(/[\s\u00a0\u200c-\u200f\u2066-\u2069]/g, '')
    }),
  )
}

/** As the foot of a page is read, without spaces. */
const furniture = (page: number, pages: number): string =>
  `صفحهٔ${toPersianDigits(String(page))}از${toPersianDigits(String(pages))}`

const letters = {
  invitation: ['1-عضو-یکم', '2-عضو-سوم', '3-عضو-چهارم', '4-عضو-ششم', '5-عضو-هفتم', '6-مهمان-یکم'],
  excerpt: ['1-سازمان-نمونهٔ-یکم', '2-ادارهٔ-نمونهٔ-دوم', '3-اتاق-نمونهٔ-سوم'],
}
const paths = Object.entries(letters).flatMap(([kind, names]) => names.map((name) => `forms/${kind}/${name}`))

it('every person and every body has a file of his own', () => {
  const pdfs = readdirSync(join(out, 'forms'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.pdf'))
    .map((name) => `forms/${name.replaceAll('\\', '/').slice(0, -'.pdf'.length)}`)
  expect(pdfs.toSorted()).toEqual([...paths, 'forms/minutes'].toSorted())
})

describe('the minutes', () => {
  it.each([
    'دستگاه نمونه معاونت نمونه دبیرخانهٔ شورای نمونه بسمه تعالی',
    'تاریخ: ۱۴۰۵/۰۹/۰۴ شماره: ۱۲۳/ن/۴۵۶ پیوست: ندارد صورت~جلسه بررسی طرح آزمایشی نمونه',
    'ساعت شروع ۹:۰۰ ساعت خاتمه ۱۱:۰۰',
    '۱. حاضران ردیف نام و نام خانوادگی سمت دستگاه امضا ۱ جناب آقای عضو یکم رئیس شورای نمونه',
    'جناب آقای عضو پنجم به نمایندگی از سرکار خانم عضو چهارم، مدیرکل کارشناس ادارهٔ نمونهٔ دوم',
    'غایبان عضو ششم، نایب~رئیس غایبان موجه سرکار خانم عضو چهارم',
    'مدعوان جناب آقای مهمان یکم، استاد مدعو',
    '۲. دستور جلسه',
    '۳. خلاصهٔ مذاکرات ۱ گزارش پیشرفت طرح نمونه ارائه~دهنده: عضو سوم عضو سوم گزارش پیشرفت',
    '۴. مصوبات ردیف شرح مصوبه دستگاه مسئول دستگاه همکار مهلت ۱ مقرر شد گزارش',
    'اعتبار: ۱۲ میلیارد تومان',
    'صورت~جلسهٔ پنجمین جلسهٔ شورای نمونهٔ استان با چهار مصوبه تنظیم شد و به امضای زیر رسید. تاریخ جلسهٔ بعدی: چهارشنبه ۲ دی ۱۴۰۵ رئیس جلسه جناب آقای عضو یکم رئیس شورای نمونه دبیر جلسه سرکار خانم عضو دوم',
    'سایر حاضران جناب آقای عضو سوم رئیس سازمان نمونهٔ یکم جناب آقای عضو پنجم',
    'رونوشت: مقام نمونهٔ استان، جهت استحضار سرکار خانم عضو چهارم، مدیرکل، جهت اقدام بایگانی نمونه',
  ])('say %s', (words) => expect(textOf('forms/minutes')).toContain(words))

  it('are three pages, of which the last is signed under the last two resolutions', async () => {
    const pages = await pagesOf('forms/minutes')
    expect(pages).toHaveLength(3)
    for (const words of ['بخشخصوصی', 'شرحمصوبه', 'تنظیمشد', 'سایرحاضران', 'رونوشت'])
      expect(pages[2]).toContain(words)
    expect(pages[1]).not.toContain('تنظیمشد')
  })
})

describe('the letters', () => {
  it.each(paths)('%s is one page with its number, class and closing', async (path) => {
    const pages = await pagesOf(path)
    expect(pages).toHaveLength(1)
    expect(pages[0]).toContain(furniture(1, 1))
    expect(pages[0]?.match(/عادی/g)).toHaveLength(2)
    expect(textOf(path)).toMatch(/با سلام و احترام؛ .* سرکار خانم عضو دوم دبیر شورای نمونه رونوشت:/)
  })

  it('are told what closes them after the table whose last row it is', async () => {
    const data = Uint8Array.from(readFileSync(join(out, `${paths.at(-1)}.pdf`)))
    const file = await getDocument({ data, verbosity: 0 }).promise
    const tree = JSON.stringify(await (await file.getPage(1)).getStructTree(), (key, value) =>
      value?.role === 'Table' ? { role: 'Table', paragraphs: JSON.stringify(value).includes('"P"') } : value,
    )
    expect(tree.match(/"paragraphs":\w+/g)).toEqual(['"paragraphs":false'])
    expect(tree.slice(tree.indexOf('"paragraphs"'))).toContain('"P"')
  })

  it('to a person have the agenda with its times', () => {
    for (const name of letters.invitation)
      expect(textOf(`forms/invitation/${name}`)).toMatch(
        /شروع پایان دقیقه ۱ گزارش پیشرفت طرح نمونه عضو سوم اطلاع ۹:۰۰ ۹:۴۰ ۴۰ .* ۳ تصویب زمان~بندی تصمیم~گیری ۱۰:۳۰ ۱۱:۰۰ ۳۰/,
      )
    expect(textOf('forms/invitation/1-عضو-یکم')).toContain(
      'جناب آقای عضو یکم رئیس شورای نمونه موضوع: دعوت به',
    )
  })

  it('to a body have its own resolutions and no other', () => {
    const third = textOf('forms/excerpt/3-اتاق-نمونهٔ-سوم')
    expect(third).toContain('۳ مقرر شد نمایندهٔ بخش خصوصی معرفی شود. مسئول')
    expect(third).toContain('همکار مسئول: ادارهٔ نمونهٔ دوم؛ با همکاری سازمان نمونهٔ یکم')
    expect(third).not.toContain('گزارش مرحلهٔ نخست')
    expect(third).not.toContain('به~روز نگه داشته')
  })
})

/** Forty people, and resolutions that fill the last page to a different height each time. */
function crowded(resolutions: number): string {
  const person = (n: number): string =>
    n % 9 === 0
      ? `Representative ${n} of the Very Long International Sample Organisation Consortium`
      : `عضو نمونه با نام خانوادگی بسیار بلند شمارهٔ ${n}`
  return [
    'meeting: { title: نشست نمونه, body: شورای نمونه, chair: رئیس نمونه, secretary: دبیر نمونه, status: final, class: confidential }',
    'attendees:',
    ...Array.from({ length: 40 }, (_, n) => `  - { person: ${person(n + 1)}, attendance: present }`),
    'resolutions:',
    ...Array.from(
      { length: resolutions },
      (_, n) =>
        `  - { text: مقرر شد ${n === resolutions - 1 ? 'کار پایانی و ' : ''}کار نمونه ${'با همهٔ جزئیات آن '.repeat(n % 4)}انجام شود., responsible: دستگاه نمونهٔ شمارهٔ ${n % 3} }`,
    ),
  ].join('\n')
}

describe('minutes of many', () => {
  const counts = [1, 2, 3, 4, 5, 7, 9, 11, 13, 60]

  beforeAll(() => {
    const files = counts.map((count) => join(out, `many-${count}.yaml`))
    for (const [index, file] of files.entries()) writeFileSync(file, crowded(counts[index] ?? 0))
    build(files, 'minutes')
  })

  it.each(counts)(
    'are signed on the last page, whole, under the words that say what is signed: %i',
    async (count) => {
      const pages = await pagesOf(`many-${count}/minutes`)
      const before = pages.slice(0, -1).join('')
      for (const words of ['مصوبهتنظیمشد', 'رئیسنمونه', 'دبیرنمونه', 'امضایسایرحاضراندرجدولحاضران'])
        expect(pages.at(-1)).toContain(words)
      expect(before).not.toContain('مصوبهتنظیمشد')
      expect(before).not.toContain('امضایسایرحاضران')
    },
  )

  it.each(counts)('have the last of the resolutions on that page, too: %i', async (count) => {
    expect((await pagesOf(`many-${count}/minutes`)).at(-1)).toContain('کارپایانی')
  })

  it('have class and number on every page, and the head of a table on every page it takes', async () => {
    const pages = await pagesOf('many-60/minutes')
    expect(pages.length).toBeGreaterThan(5)
    expect(pages.filter((text) => text.includes('نامونامخانوادگی')).length).toBeGreaterThan(2)
    expect(pages.filter((text) => text.includes('شرحمصوبه')).length).toBeGreaterThan(2)
    for (const [index, text] of pages.entries()) {
      expect(text.match(/محرمانه/g)?.length).toBeGreaterThanOrEqual(2)
      expect(text).toContain(furniture(index + 1, pages.length))
      expect(text.includes('کارنمونه')).toBe(text.includes('شرحمصوبه'))
    }
  })
})

it('an agenda that is longer than its meeting is told at its place, and nothing is made', async () => {
  using desk = new Desk()
  desk.put(
    'long.yaml',
    'meeting:\n  title: نمونه\n  start: "9:00"\n  end: "9:30"\nattendees: [عضو یکم]\nagenda:\n  - { topic: الف, minutes: 45 }\n',
  )
  const ended = await desk.start(['build', 'long.yaml', '--kind', 'invitation', '--json']).ended
  expect([ended.code, errorsOf(ended)]).toEqual([1, ['7:3 agenda/overrun']])
  expect(desk.files()).toEqual(['long.yaml'])
})

it('a letter of an earlier build to someone no longer invited is named, and left where it is', async () => {
  using desk = new Desk()
  const put = (people: string) => desk.put('m.yaml', `meeting: نمونه\nattendees: [${people}]\n`)
  const build = async () => told(await desk.run(['build', 'm.yaml', '--kind', 'invitation', '--json']))
  const stale = async () => (await build()).filter(({ code }) => code === 'paper/stale')
  put('عضو یکم, عضو دوم')
  expect(await stale()).toEqual([])
  desk.put('out/m/invitation/2-عضو-دوم.signed.pdf', '')
  desk.put('out/m/invitation/notes.pdf', '')
  put('عضو دوم')
  const left = ['1-عضو-یکم.pdf', '2-عضو-دوم.pdf', '2-عضو-دوم.signed.pdf']
  expect(await stale()).toMatchObject([
    { severity: 'warning', values: { folder: 'm/invitation', files: left.join('، ') } },
  ])
  for (const name of [...left, 'notes.pdf']) expect(desk.has(`out/m/invitation/${name}`)).toBe(true)
})
