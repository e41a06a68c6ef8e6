// Contents: their numbers are those of the pages on which the headings stand, read off the printed pages themselves.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { toPersianDigits } from '../../src/persian/digits.ts'
import { largeMeeting } from '../bench/large-meeting.ts'
import { letters, lettersOf, lines, pagesOf, withPdf } from './pages.ts'
import type { Page } from './pages.ts'

const root = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'jalaseh-test-'))
const papers = { long: 120, medium: 12 }

beforeAll(() => {
  for (const [name, rows] of Object.entries(papers))
    writeFileSync(join(folder, `${name}.yaml`), largeMeeting({ rows }))
  const sources = [
    ...Object.keys(papers).map((name) => join(folder, `${name}.yaml`)),
    join(root, 'data/export-working-group.yaml'),
  ]
  execFileSync(process.execPath, [
    join(root, 'src/cli.ts'),
    'build',
    ...sources,
    '--kind',
    'briefing',
    '--html',
    '--out',
    folder,
  ])
}, 120_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const pdfOf = (name: string): string => join(folder, name, 'briefing.pdf')

/** The rows of the contents as the page has them. */
function rowsOf(name: string): { id: string; heading: string; page: string }[] {
  const html = readFileSync(join(folder, name, 'briefing.html'), 'utf8')
  const nav = /<nav class="contents"[^]*?<\/nav>/.exec(html)?.[0] ?? ''
  const row =
    /<a href="#([^"]+)"><span class="n">(.*?)<\/span><span class="what">(.*?)<\/span><span class="at">(.*?)<\/span>/g
  return [...nav.matchAll(row)].map(([, id = '', number = '', title = '', page = '']) => ({
    id,
    heading: letters(`${number}. ${title}`.replace(/<[^>]+>/g, '')),
    page,
  }))
}

/** Lines set as large as the title of a section, with their pages. */
function headings(pages: Page[]): { heading: string; page: number }[] {
  return pages.flatMap((page, index) =>
    lines(page).flatMap((line) =>
      line.every(({ size }) => Math.abs(size - 15) < 0.5)
        ? [{ heading: lettersOf(line), page: index + 1 }]
        : [],
    ),
  )
}

describe.each(Object.keys(papers))('a %s paper', (name) => {
  test('says of every section the page it stands on', async () => {
    await withPdf(pdfOf(name), async (file) => {
      const found = headings(await pagesOf(file))
      const rows = rowsOf(name)
      expect(rows.length).toBeGreaterThanOrEqual(8)
      // The first is the title of the contents themselves.
      expect(
        found.slice(1).map(({ heading, page }) => ({ heading, page: toPersianDigits(String(page)) })),
      ).toEqual(rows.map(({ heading, page }) => ({ heading, page })))
    })
  })

  test('leads there from each row, in the order of the outline', async () => {
    await withPdf(pdfOf(name), async (file) => {
      const rows = rowsOf(name)
      const destinations = await file.getDestinations()
      const links = await (await file.getPage(2)).getAnnotations()
      expect(links.map(({ dest }) => dest)).toEqual(rows.map(({ id }) => id))
      for (const { id, page } of rows) {
        const index = await file.getPageIndex(destinations.get(id)?.[0] ?? { num: 0, gen: 0 })
        expect(toPersianDigits(String(index + 1)), id).toBe(page)
      }
      const outline = (await file.getOutline()).flatMap(({ title, items }) => [
        title,
        ...items.map((item) => item.title),
      ])
      const order = outline.map(letters).filter((title) => rows.some(({ heading }) => heading === title))
      expect(order).toEqual(rows.map(({ heading }) => heading))
    })
  })

  test('has the title of its section at the head of every page after them', async () => {
    await withPdf(pdfOf(name), async (file) => {
      const pages = await pagesOf(file)
      const numbers = pages.map((_, index) => toPersianDigits(String(index + 1)))
      const rows = rowsOf(name).map((row) => ({ ...row, from: numbers.indexOf(row.page) }))
      for (const [index, page] of [...pages.entries()].slice(2)) {
        const row = rows.find(({ from }) => from === index) ?? rows.findLast(({ from }) => from < index)
        const head = lines(page)[0]?.filter(({ x }) => x > page.width / 3) ?? []
        expect(lettersOf(head), `page ${index + 1}`).toBe(row?.heading)
      }
    })
  })

  test('ends no page with a heading', async () => {
    await withPdf(pdfOf(name), async (file) => {
      for (const page of await pagesOf(file)) {
        const body = lines(page).filter((line) => (line[0]?.y ?? 0) < page.height - 70)
        expect(
          body.at(-1)?.every(({ size }) => [15, 11.5].some((heading) => Math.abs(size - heading) < 0.2)),
        ).toBe(false)
      }
    })
  })
})

test('a long table repeats its head on each of its pages', async () => {
  await withPdf(pdfOf('long'), async (file) => {
    const pages = await pagesOf(file)
    const heading = (id: string): string => rowsOf('long').find((row) => row.id === id)?.heading ?? ''
    const first = (id: string): number =>
      pages.findIndex((page) => headings([page]).some((one) => one.heading === heading(id)))
    const inside = pages.slice(first('earlier') + 1, first('statistics'))
    expect(inside.length).toBeGreaterThan(4)
    const title = letters('ردیف')
    for (const page of inside) {
      expect(
        lines(page)
          .flat()
          .filter(({ text }) => letters(text) === title),
      ).toHaveLength(1)
    }
  })
})

test('a hundred pages', async () => {
  await withPdf(pdfOf('long'), async ({ numPages }) => expect(numPages).toBeGreaterThanOrEqual(100))
})

test('a short paper has no page of contents, and yet its links', async () => {
  await withPdf(pdfOf('export-working-group'), async (file) => {
    expect(file.numPages).toBeLessThan(8)
    const title = letters('فهرست مطالب')
    for (const page of await pagesOf(file)) {
      expect(lines(page).map(lettersOf)).not.toContain(title)
    }
  })
  expect(
    rowsOf('export-working-group')
      .map(({ page }) => page)
      .join(''),
  ).toBe('')
})
