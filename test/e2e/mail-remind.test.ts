// Reminders of what is due in the register, each told once; and reports of servers about letters that they took.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import PostalMime from 'postal-mime'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Desk, root, told } from './cli.ts'
import type { Ended } from './cli.ts'
import { ledgerOf, settingsText } from './mail/office.ts'
import { certificate, startServer, towards } from './mail/server.ts'
import type { Server } from './mail/server.ts'

let server: Server
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server[Symbol.asyncDispose]())

/** On a day after the tenth of Azar 1405. */
const on = (days: number): Record<string, string> => ({
  SOURCE_DATE_EPOCH: String(Date.UTC(2026, 11, 1 + days, 8) / 1000),
})

function openRegister(): Desk {
  const desk = new Desk()
  desk.put('jalaseh.yaml', settingsText(towards(server)))
  desk.put('ca.pem', certificate.ca)
  desk.put(
    'data/a.yaml',
    `meeting: { title: جلسهٔ الف, body: شورای نخست, date: 1405/08/01, status: final }
bodies: [{ id: roads, name: ادارهٔ راه }, { id: water, name: ادارهٔ آب }]
resolutions:
  - { id: a-late, text: مصوبهٔ گذشته, responsible: roads, deadline: 1405/09/01 }
  - { id: a-today, text: مصوبهٔ امروز, responsible: roads, deadline: 1405/09/10 }
  - { id: a-water, text: مصوبهٔ آب, responsible: water, deadline: 1405/09/13 }
`,
  )
  desk.put(
    'data/b.yaml',
    `meeting: { title: جلسهٔ ب, body: شورای دوم, date: 1405/08/02, status: final }
bodies: [{ id: roads, name: ادارهٔ راه }]
resolutions:
  - { id: b-coming, text: مصوبهٔ آینده, responsible: roads, deadline: 1405/09/15 }
  - { id: b-far, text: مصوبهٔ دور, responsible: roads, deadline: 1405/10/05 }
  - { id: b-closed, text: مصوبهٔ محرمانه, responsible: roads, deadline: 1405/09/12, class: محرمانه }
`,
  )
  desk.put(
    'data/people.yaml',
    `people:
  - { name: سهراب نمونه, body: ادارهٔ راه, email: roads@example.ir, language: en }
  - { name: گلنار نمونه, body: ادارهٔ آب, email: water@example.ir }
  - { name: بی نشانی, body: ادارهٔ آب }
`,
  )
  return desk
}

const remind = (desk: Desk, day: number, ...args: string[]): Promise<Ended> =>
  desk.run(['mail', 'remind', ...args], on(day))

interface Answer {
  letters: { address: string; subjects: string[]; way: string }[]
  sent?: { sent: number }
}
const answer = ({ stdout }: Ended): Answer => JSON.parse(stdout) as Answer
const count = ({ letters }: Answer): Record<string, number> =>
  Object.fromEntries(letters.map(({ address, subjects }) => [address, subjects.length]))

test('one digest for each body, of both meetings; nothing is told twice', async () => {
  using desk = openRegister()
  const before = server.taken.length
  const dry = await remind(desk, 0, '--dry-run')
  expect(dry.stdout.trim().split('\n')).toHaveLength(2)
  const unasked = await remind(desk, 0, '--send', '--json')
  expect([unasked.code, told(unasked)[0]?.code]).toEqual([2, 'mail/not-confirmed'])
  expect(desk.has('mail')).toBe(false)
  const first = answer(await remind(desk, 0, '--send', '--yes', '--json'))
  expect(count(first)).toEqual({ 'roads@example.ir': 3, 'water@example.ir': 1 })
  expect(first.sent?.sent).toBe(2)

  const letters = server.taken.slice(before)
  expect(letters.map(({ to }) => to[0]).toSorted()).toEqual(['roads@example.ir', 'water@example.ir'])
  const roads = await PostalMime.parse(letters.find(({ to }) => to[0] === 'roads@example.ir')!.raw)
  const value = (name: string): string | undefined => roads.headers.find(({ key }) => key === name)?.value
  expect(value('auto-submitted')).toBe('auto-generated')
  expect(value('list-unsubscribe')).toBe('<mailto:office@example.ir>')
  expect(roads.attachments).toEqual([])
  for (const part of [roads.text, roads.html]) {
    for (const word of ['مصوبهٔ گذشته', 'مصوبهٔ امروز', 'مصوبهٔ آینده']) expect(part).toContain(word)
    for (const word of ['محرمانه', 'مصوبهٔ دور', 'مصوبهٔ آب']) expect(part).not.toContain(word)
  }

  const again = await remind(desk, 0, '--send', '--yes', '--json')
  expect(again.code).toBe(0)
  expect(answer(again).letters).toEqual([])
  expect(told(again).map(({ code }) => code)).toContain('mail/nothing-due')
  // What was due yesterday is late today, and nothing else is news.
  const next = answer(await remind(desk, 1, '--send', '--yes', '--json'))
  expect(count(next)).toEqual({ 'roads@example.ir': 1 })
  expect(answer(await remind(desk, 1, '--send', '--yes', '--json')).letters).toEqual([])
  expect(server.taken.length - before).toBe(3)
  // Further ahead there is more.
  const wide = answer(await remind(desk, 2, '--within', '۳۰', '--json'))
  expect(count(wide)).toEqual({ 'roads@example.ir': 1 })
  expect(wide.letters[0]?.subjects[0]).toContain('ahead')
})

test('news of a day on which a digest has left waits for the next day, and that is said', async () => {
  using desk = openRegister()
  await remind(desk, 0, '--send', '--yes')
  const more = await remind(desk, 0, '--within', '30', '--send', '--yes')
  expect(more.stderr).toContain('0 sent; 1 in the ledger already')
  const next = answer(await remind(desk, 1, '--within', '30', '--send', '--yes', '--json'))
  expect(count(next)).toEqual({ 'roads@example.ir': 2 })
})

test('a resolution of a higher class goes to whom may see it, by a way that may carry it', async () => {
  using desk = openRegister()
  const people = readFileSync(join(desk.folder, 'data/people.yaml'), 'utf8')
  desk.put('data/people.yaml', people.replace('language: en', 'language: en, ceiling: محرمانه'))
  const kept = await remind(desk, 0, '--json')
  expect(answer(kept).letters.map(({ address, way }) => [address, way])).toEqual([
    ['roads@example.ir', 'hand'],
    ['water@example.ir', 'mail'],
  ])
  expect(told(kept).map(({ code }) => code)).toContain('mail/class')
  desk.put('jalaseh.yaml', settingsText(towards(server, { ceilings: { smtp: 'محرمانه' } })))
  const allowed = answer(await remind(desk, 0, '--json'))
  expect(allowed.letters.map(({ way }) => way)).toEqual(['mail', 'mail'])
  expect(count(allowed)['roads@example.ir']).toBe(4)
})

test('a meeting file that cannot be read is told, for what is due in it may be missing', async () => {
  using desk = openRegister()
  desk.put('data/b.yaml', 'meeting: { title: x, date: 1405/13/01 }\nresolutions: [{ text: y }]\n')
  const ended = await remind(desk, 0, '--json')
  expect(told(ended).map(({ code }) => code)).toContain('register/unreadable')
  expect(count(answer(ended))).toEqual({ 'roads@example.ir': 2, 'water@example.ir': 1 })
})

test('a report of a server fails the letter it is of, once', async () => {
  using desk = openRegister()
  await remind(desk, 0, '--send', '--yes')
  const row = (await ledgerOf(desk)).find(({ address }) => address === 'water@example.ir')!
  const report = readFileSync(join(root, 'test/smtp/data/postfix.eml'), 'utf8')
  const [, id = ''] = /^Original-Envelope-Id: (\w+)/m.exec(report) ?? []
  desk.put('bounces/other.eml', report)
  desk.put('bounces/own.eml', report.replaceAll(id, row.id.slice(0, 32)))
  desk.put('bounces/letter.eml', 'From: a@example.ir\r\nSubject: thanks\r\n\r\nthanks\r\n')
  const entered = await desk.run(['mail', 'bounces', 'bounces', '--json'])
  expect([entered.code, JSON.parse(entered.stdout)]).toMatchObject([
    0,
    { entered: [{ file: 'own.eml', id: row.id, state: 'failed', news: true }] },
  ])
  expect((await desk.run(['mail', 'status'])).stdout).toMatch(/\tfailed\tگلنار نمونه\t.*unknown user/)
  expect((await desk.run(['mail', 'bounces', 'bounces'])).stdout).toContain('own.eml\tگلنار نمونه\tfailed')
  expect((await ledgerOf(desk)).filter(({ state }) => state === 'failed')).toHaveLength(1)
})
