// Letters as drafts: what lies in the folder, read by a reader of another hand; who gets what; what may not leave.
import { randomBytes } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import ical from 'ical.js'
import PostalMime from 'postal-mime'
import { afterAll, expect, test } from 'vitest'
import { rawPages } from '../annex/raw-pdf.ts'
import { errorsOf, told } from './cli.ts'
import type { Desk } from './cli.ts'
import { bytesOf, closeOffices, council, lettersIn, nameOf, openOffice } from './mail/office.ts'
import { certificate, startServer, towards } from './mail/server.ts'
import { listed } from './packs.ts'

afterAll(closeOffices)

const people = `people:
  - { name: ${nameOf(1)}, language: en, honorific: Dr }
`
const letterOf = async (desk: Desk, n: number) =>
  PostalMime.parse(bytesOf(desk, `out/m/mail/${lettersIn(desk)[n]}`))

test('one draft for each recipient, with his own pack and the entry of the meeting; the same bytes again', async () => {
  using desk = await openOffice({ people })
  const first = await desk.run(['mail', 'm.yaml'])
  expect(first.code).toBe(0)
  const names = lettersIn(desk)
  expect(first.stdout.trim().split('\n')).toEqual(names.map((name) => `out/m/mail/${name}`))
  const before = names.map((name) => bytesOf(desk, `out/m/mail/${name}`))

  for (const [n, { files, name }] of listed(desk).packs.entries()) {
    const letter = await letterOf(desk, n)
    expect(letter.to?.[0]?.address).toBe(`r${n + 1}@example.ir`)
    expect(letter.to?.[0]?.name).toContain(name)
    expect(letter.from).toEqual({ name: 'دبیرخانهٔ نمونه', address: 'office@example.ir' })
    expect(letter.headers.find(({ key }) => key === 'x-unsent')?.value).toBe('1')
    expect(letter.subject).toContain(n === 1 ? '2026' : council)
    expect(letter.text).toContain(name)
    expect(letter.html).toContain(n === 1 ? 'dir="ltr"' : 'dir="rtl"')
    expect(letter.headers.find(({ key }) => key === 'list-id')?.value).toContain('example.ir')
    const [pack, calendar, ...more] = letter.attachments
    expect(more).toEqual([])
    expect(pack?.mimeType).toBe('application/pdf')
    const made = readFileSync(join(desk.folder, 'out/m/packs', files[0]!.name))
    expect(made.equals(Buffer.from(pack?.content as ArrayBuffer))).toBe(true)
    expect(calendar?.mimeType).toBe('text/calendar')
    const text = Buffer.from(calendar?.content as ArrayBuffer).toString()
    const event = new ical.Component(ical.parse(text)).getFirstSubcomponent('vevent')
    expect(event?.getFirstPropertyValue('location')).toBe('سالن نمونه')
    expect(String(event?.getFirstPropertyValue('dtstart'))).toBe('2026-12-01T05:30:00Z')
  }
  const [persian, english] = [await letterOf(desk, 0), await letterOf(desk, 1)]
  expect(persian.text).toContain('سلام')
  expect(english.text).toMatch(/^Dear Dr /)

  // A day later, too: a letter keeps the day of its approval.
  const later = String(Math.floor(Date.now() / 1000) + 86_400)
  const second = await desk.run(['mail', 'm.yaml'], { SOURCE_DATE_EPOCH: later })
  expect(second.code).toBe(0)
  expect(
    names.map((name) => bytesOf(desk, `out/m/mail/${name}`).equals(before[names.indexOf(name)]!)),
  ).toEqual(names.map(() => true))
})

test('a letter keeps its bytes where another was written alone in between', async () => {
  using desk = await openOffice({})
  await desk.run(['mail', 'm.yaml'])
  const [name] = lettersIn(desk)
  const before = bytesOf(desk, `out/m/mail/${name}`)
  const later = { SOURCE_DATE_EPOCH: String(Math.floor(Date.now() / 1000) + 86_400) }
  await desk.run(['mail', 'm.yaml', '--for', nameOf(1)], later)
  await desk.run(['mail', 'm.yaml'], later)
  expect(bytesOf(desk, `out/m/mail/${name}`).equals(before)).toBe(true)
})

test('names of attachments in ASCII', async () => {
  using desk = await openOffice({}, { names: 'ascii' })
  await desk.run(['mail', 'm.yaml', '--for', nameOf(0)])
  const { attachments } = await letterOf(desk, 0)
  expect(attachments.map(({ filename }) => filename)).toEqual(['pack-m-1405-09-10.pdf', 'jalaseh.ics'])
})

test('a pack that is too big: told, or fetched by a link', async () => {
  const numbers = randomBytes(2_000_000).toJSON().data.join(' ')
  const plan = {
    recipients: 1,
    more: 'annexes: [{ id: big, title: پیوست بزرگ, file: big.pdf }]',
    files: { 'big.pdf': rawPages([{ content: `q [${numbers}] 0 d Q` }]) },
  }
  using desk = await openOffice(plan, { size: 1 })
  const refused = await desk.run(['mail', 'm.yaml', '--json'])
  expect(errorsOf(refused)).toEqual(['13:52 mail/too-big'])
  expect([refused.code, lettersIn(desk)]).toEqual([1, []])

  using other = await openOffice(plan, { size: 1, link: 'https://example.ir/packs/' })
  expect((await other.run(['mail', 'm.yaml', '--dry-run'])).stdout).toContain('mail with a link')
  expect((await other.run(['mail', 'm.yaml'])).code).toBe(0)
  const { attachments, text, html } = await letterOf(other, 0)
  // In its place come the summary and the entry of the meeting.
  expect(attachments.map(({ mimeType }) => mimeType)).toEqual(['application/pdf', 'text/calendar'])
  const summary = Buffer.from(attachments[0]!.content as ArrayBuffer)
  expect(summary.subarray(0, 5).toString('latin1')).toBe('%PDF-')
  expect(summary.equals(readFileSync(join(other.folder, 'out/m/mail/summary-normal.pdf')))).toBe(true)
  expect(statSync(join(other.folder, `out/m/mail/${lettersIn(other)[0]}`)).size).toBeLessThan(1_000_000)
  const { name, sha256 } = listed(other).packs[0]!.files[0]!
  for (const part of [text, html]) {
    expect(part).toContain(`https://example.ir/packs/${encodeURIComponent(name)}`)
    expect(part?.replace(/\s/g, '')).toContain(sha256)
  }
})

test('a dry run shows who gets what, and leaves nothing of mail', async () => {
  using desk = await openOffice({ people })
  const shown = await desk.run(['mail', 'm.yaml', '--dry-run', '--send', '--yes'])
  expect(shown.code).toBe(1)
  expect(shown.stderr).toContain('delivers by drafts')
  const dry = await desk.run(['mail', 'm.yaml', '--dry-run'])
  expect(dry.code).toBe(0)
  const rows = dry.stdout
    .trim()
    .split('\n')
    .map((line) => line.split('\t'))
  expect(rows).toHaveLength(3)
  expect(rows[0]).toEqual([
    nameOf(0),
    'r1@example.ir',
    'normal',
    expect.stringMatching(/^\d+ pages$/),
    '0.1 MB',
    'mail',
  ])
  const persian = await desk.run(['mail', 'm.yaml', '--dry-run'], { LC_ALL: 'fa_IR.UTF-8' })
  expect(persian.stdout.split('\n')[0]).toMatch(/\tعادی\t[۰-۹]+ صفحه\t۰٫۱ مگابایت\tرایانامه$/)
  expect([desk.has('mail'), desk.has('out/m/mail')]).toEqual([false, false])
})

test('what is above the ceiling of a way is brought by hand, and leaves where the office allows it for that way', async () => {
  await using server = await startServer()
  const more =
    'people: [{ id: x, name: ناطق }]\nstatements: [{ speaker: x, theme: y, text: z, class: محرمانه }]'
  const distribution = [
    `  - { to: ${nameOf(0)}, ceiling: محرمانه, address: r1@example.ir }`,
    `  - { to: ${nameOf(1)}, ceiling: عادی, address: r2@example.ir }`,
  ]
  const plan = { more, distribution }
  using desk = await openOffice(plan, towards(server, { ceilings: { draft: 'محرمانه' } }))
  desk.put('ca.pem', certificate.ca)
  const dry = await desk.run(['mail', 'm.yaml', '--dry-run'])
  expect(dry.stdout).toMatch(
    /r1@example\.ir\tconfidential\t.*\tby hand\n.*r2@example\.ir\tnormal\t.*\tmail\n/,
  )
  expect(dry.stderr).toContain('warning mail/class')
  expect((await desk.run(['mail', 'm.yaml', '--send', '--yes'])).code).toBe(0)
  expect(server.counts()).toEqual({ 'r2@example.ir': 1 })
  expect(server.taken.some(({ raw }) => raw.includes('r1@example.ir'))).toBe(false)

  using allowed = await openOffice(plan, towards(server, { ceilings: { smtp: 'محرمانه' } }))
  allowed.put('ca.pem', certificate.ca)
  const sent = await allowed.run(['mail', 'm.yaml', '--send', '--yes', '--json'])
  expect(told(sent).map(({ code }) => code)).not.toContain('mail/class')
  expect(server.counts()).toEqual({ 'r1@example.ir': 1, 'r2@example.ir': 2 })
  expect(await PostalMime.parse(server.taken[1]!.raw)).toMatchObject({
    headers: expect.not.arrayContaining([expect.objectContaining({ key: 'x-unsent' })]),
  })
})

test('letters of an earlier run to people who get none now are told', async () => {
  using desk = await openOffice({})
  await desk.run(['mail', 'm.yaml'])
  const last = lettersIn(desk)[2]
  desk.put(
    'm.yaml',
    bytesOf(desk, 'm.yaml')
      .toString()
      .replace(/.*r3@example\.ir.*\n/, ''),
  )
  const stale = told(await desk.run(['mail', 'm.yaml', '--json'])).filter(
    ({ code }) => code === 'paper/stale',
  )
  expect(stale).toContainEqual(expect.objectContaining({ values: { folder: 'mail', files: last } }))
})
