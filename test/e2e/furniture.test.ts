// Every page of every paper: its class at head and foot, its number and how many there are, and no font but ours.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { toPersianDigits } from '../../src/persian/digits.ts'
import { pdfFonts, pdfText } from '../../src/print/pdf.ts'
import { largeMeeting } from '../bench/large-meeting.ts'
import { definition, standalone } from '../page/files.ts'
import { inOrder, letters, lettersOf, lines, pagesOf, withPdf } from './pages.ts'

const root = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'jalaseh-test-'))
const out = join(folder, 'out')
const classWord = letters('خیلی محرمانه')

/** The example, as a final paper of a class too, and any other data of the tests. */
function sources(): string[] {
  const example = join(root, 'data/export-working-group.yaml')
  const text = readFileSync(example, 'utf8')
  const write = (name: string, content: string): string => {
    writeFileSync(join(folder, `${name}.yaml`), content)
    return join(folder, `${name}.yaml`)
  }
  const classed = text.replace(/^ {2}status: draft$/m, '  status: final\n  class: highly-confidential')
  expect(classed).not.toBe(text)
  const more = join(root, 'test/data')
  const others = existsSync(more) ? readdirSync(more).filter((name) => name.endsWith('.yaml')) : []
  return [example, write('classed', classed), ...others.map((name) => join(more, name))]
}

/** Builds, and expects no more than warnings. */
function build(args: string[]): void {
  const all = [join(root, 'src/cli.ts'), 'build', ...args, '--out', out, '--json']
  const { stdout } = spawnSync(process.execPath, all, { encoding: 'utf8' })
  const { faults } = JSON.parse(stdout) as { faults: { severity: string }[] }
  expect(faults.filter(({ severity }) => severity === 'error')).toEqual([])
}

let files: string[] = []
beforeAll(() => {
  build([...sources(), '--kind', 'all'])
  writeFileSync(join(folder, 'long.yaml'), largeMeeting({ rows: 25 }))
  build([join(folder, 'long.yaml'), '--kind', 'briefing'])
  files = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.pdf'))
}, 120_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const of = (kind: string): string[] =>
  files.filter((name) => new RegExp(`[/\\\\]${kind}\\b[^/\\\\]*\\.pdf$`).test(name))

test('every kind that any meeting has the data for was made', () => {
  const made = standalone.filter((kind) => of(kind).length > 0)
  expect(made).toEqual(
    expect.arrayContaining(standalone.filter((kind) => definition(kind).needs === undefined)),
  )
})

/** The margins of a kind at the sides and the foot of its pages, in points. */
function marginsOf(kind: string): { side: number; foot: number } {
  const css = readFileSync(join(root, 'templates', kind, 'style.css'), 'utf8')
  const [, side = NaN, foot = NaN] = /@page\{margin:[\d.]+mm ([\d.]+)mm ([\d.]+)mm/.exec(css) ?? []
  return { side: (Number(side) / 25.4) * 72, foot: (Number(foot) / 25.4) * 72 }
}
/** Strokes reach a little beyond the place of a letter. */
const grace = 1

describe.each(standalone)('%s', (kind) => {
  test('stands on every page with its class twice, its number and the number of all', async () => {
    for (const name of of(kind)) {
      const expected = name.startsWith('classed') ? classWord : undefined
      await withPdf(join(out, name), async (file) => {
        for (const [index, page] of (await pagesOf(file)).entries()) {
          const place = `${name}, page ${index + 1}`
          const all = lines(page)
          const inHead = (all[0] ?? []).filter(({ x }) => x < page.width / 3)
          const foot = all.at(-1) ?? []
          expect(all[0]?.[0]?.y, place).toBeLessThan(page.height * 0.11)
          expect(foot[0]?.y, place).toBeGreaterThan(page.height * 0.89)
          const inFoot = foot.filter(({ x }) => x < page.width / 3)
          const above = lettersOf(inHead)
          expect(above, place).not.toBe('')
          expect(lettersOf(inFoot), place).toBe(above)
          if (expected !== undefined) expect(above, place).toBe(expected)
          const count = toPersianDigits(String(file.numPages))
          const number = toPersianDigits(String(index + 1))
          expect(inOrder(foot), place).toContain(`صفحهٔ${number}از${count}`)
        }
      })
    }
  })

  test('keeps every word between its margins', async () => {
    const { side, foot } = marginsOf(kind)
    for (const name of of(kind)) {
      for (const [index, page] of (await withPdf(join(out, name), pagesOf)).entries()) {
        const { width, height } = page
        const beyond = page.pieces.filter(
          (piece) =>
            piece.width > 0 && (piece.x < side - grace || piece.x + piece.width > width - side + grace),
        )
        expect(beyond, `${name}, page ${index + 1}`).toEqual([])
        expect(
          lines(page)
            .slice(0, -1)
            .flat()
            .filter(({ y }) => y > height - foot),
          `${name}, page ${index + 1}`,
        ).toEqual([])
      }
    }
  })

  test('draws with our fonts and with no shapes in place of letters', () => {
    for (const name of of(kind)) {
      const text = pdfText(readFileSync(join(out, name)))
      const fonts = pdfFonts(text).map((font) => font.name)
      expect(fonts.length, name).toBeGreaterThan(0)
      expect(
        fonts.filter((font) => !/^(Vazirmatn|Parastoo)-(Regular|Medium|Bold)$/.test(font)),
        name,
      ).toEqual([])
      expect(text, name).not.toContain('/Type3')
    }
  })
})
