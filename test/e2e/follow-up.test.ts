// The register, the changes sheet and the card, from files on the disk to their pages.
import { copyFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { toLatinDigits } from '../../src/persian/digits.ts'
import { countPages, pageSize, pdfFonts, pdfText } from '../../src/print/pdf.ts'
import { Desk, errorsOf, root, told } from './cli.ts'
import type { Ended } from './cli.ts'

const kinds = ['follow-up', 'changes', 'card']
const desk = new Desk()
const data = join(root, 'test/data')
let built: Ended

beforeAll(async () => {
  for (const name of ['follow-up.yaml', 'follow-up-previous.yaml'])
    copyFileSync(join(data, name), join(desk.folder, name))
  built = await desk.run(['build', 'follow-up.yaml', '--kind', kinds.join(','), '--html', '--json'])
})
afterAll(() => desk[Symbol.dispose]())

const pdf = (kind: string): Buffer => readFileSync(join(desk.folder, `out/follow-up/${kind}.pdf`))
const html = (kind: string): string =>
  readFileSync(join(desk.folder, `out/follow-up/${kind}.html`), 'utf8').replace(/<style[^]*?<\/style>/g, '')

test('are built without an error', () => {
  expect(errorsOf(built)).toEqual([])
  expect(built.code).toBe(0)
})

test.each([
  ['follow-up', 842, 595],
  ['changes', 595, 842],
  ['card', 298, 420],
])('%s is printed on its own sheet, in one family of fonts', (kind, width, height) => {
  const text = pdfText(pdf(kind))
  const [w, h] = pageSize(text)
  expect([Math.round(w), Math.round(h)]).toEqual([width, height])
  const names = pdfFonts(text).map(({ name }) => name.replace(/^[A-Z]{6}\+/, ''))
  expect(names.length).toBeGreaterThan(0)
  expect(names.filter((name) => !name.startsWith('Vazirmatn'))).toEqual([])
})

test('the card is one page', () => {
  expect(countPages(pdfText(pdf('card')))).toBe(1)
})

test('charts are drawn with their messages, and no field is left unresolved', () => {
  const page = html('follow-up')
  for (const kind of ['stacked', 'timeline', 'bullet', 'league'])
    expect(page).toContain(`class="chart chart-${kind}"`)
  expect(page.match(/<title>[^<]+<\/title><desc>[^<]+<\/desc>/g)?.length).toBeGreaterThan(8)
  for (const kind of kinds) expect(html(kind)).not.toMatch(/undefined|\[object|NaN|\{\{/)
})

test('the register holds every resolution of the file once, the overdue first', () => {
  const page = html('follow-up')
  const ids = [...page.matchAll(/شناسه <bdi[^>]*>([^]*?)<\/bdi>\D/g)].map(([, id]) =>
    toLatinDigits((id ?? '').replace(/<[^>]*>|\u200f/g, '')),
  )
  expect(ids.toSorted()).toEqual(['10-1', '11-1', '11-2', '11-3', '11-4', '9-1', '9-2', '9-3', '9-4'])
  expect(ids.slice(0, 2).every((id) => ['9-2', '10-1', '9-1'].includes(id ?? ''))).toBe(true)
})

test('the changes tell what is new, closed, slipped and dropped', () => {
  const page = html('changes')
  for (const id of ['fresh', 'closed', 'slipped', 'dropped', 'moved'])
    expect(page).toContain(`<h2 id="${id}">`)
  expect(page).toContain('نمایشگاه سالانهٔ نمونه')
})

describe('bad input', () => {
  const build = (yaml: string, kind: string): Promise<Ended> => {
    desk.put('m.yaml', yaml)
    return desk.run(['build', 'm.yaml', '--kind', kind, '--json', '--out', 'bad'])
  }

  test('changes without a previous file are not made, and the other paper is', async () => {
    const ended = await build('meeting: x\nresolutions: [الف]\n', 'changes,follow-up')
    expect(errorsOf(ended)).toEqual(['paper/needs'])
    expect(desk.has('bad/m/follow-up.pdf')).toBe(true)
    expect(desk.has('bad/m/changes.pdf')).toBe(false)
  })

  test('the first fault of a previous file is told, there and where it is named', async () => {
    desk.put('old.yaml', 'meeting: y\nresolutions:\n  - { text: الف, deadline: 1405/13/01 }\n')
    const ended = await build('meeting:\n  title: x\n  previous: old.yaml\n', 'changes')
    const found = told(ended).filter(({ severity }) => severity === 'error')
    expect(found.map(({ code, file, line }) => [code, file, line])).toEqual([
      ['previous/unreadable', 'm.yaml', 3],
      [expect.stringMatching(/^(?:date|deadline)\//), 'old.yaml', 3],
    ])
    expect(desk.has('bad/m/changes.pdf')).toBe(false)
  })

  test.each([
    ['is not there', 'none.yaml', 'file/missing'],
    ['is no text', 'picture.yaml', 'file/not-meeting'],
    ['is no YAML by its name', 'notes.txt', 'file/not-meeting'],
    ['lies outside', '../other.yaml', 'file/outside'],
  ])('a previous file that %s is a fault', async (_, path, code) => {
    desk.put('picture.yaml', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))
    desk.put('notes.txt', 'meeting: y\n')
    const ended = await build(`meeting:\n  title: x\n  previous: ${path}\n`, 'changes')
    expect(errorsOf(ended).map((one) => one.split(' ').at(-1))).toEqual([code])
  })

  test('a card that does not fit one page says by how much', async () => {
    const rows = Array.from({ length: 3 }, () => `  - "${'درخواست بلند نمونه '.repeat(60)}"\n`).join('')
    const ended = await build(`meeting: x\nasks:\n${rows}`, 'card')
    expect(errorsOf(ended)).toEqual(['paper/overflow'])
    expect(ended.stdout).toMatch(/"overflow": "\d+"|\d+ mm/)
  })
})
