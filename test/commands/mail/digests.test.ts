import { afterAll, expect, test } from 'vitest'
import { digestsOf } from '../../../src/commands/mail/digests.ts'
import type { Sender } from '../../../src/commands/mail/sender.ts'
import { openRegister } from '../../../src/commands/open-register.ts'
import { readLook } from '../../../src/workspace/read-look.ts'
import { readPeople } from '../../../src/workspace/read-people.ts'
import { Desk } from '../../e2e/cli.ts'
import { hostAt } from './host.ts'

const desk = new Desk()
afterAll(() => desk[Symbol.dispose]())
desk.put('jalaseh.yaml', 'class: normal\n')
desk.put(
  'data/a.yaml',
  `meeting: { title: جلسه, body: شورای نخست, date: 1405/08/01, status: final }
bodies: [{ id: roads, name: اداره‌ی راه }, { id: water, name: ادارهٔ آب }]
resolutions:
  - { id: late, text: یک, responsible: roads, deadline: 1405/09/01 }
  - { id: now, text: دو, responsible: roads, deadline: 1405/09/10 }
  - { id: soon, text: سه, responsible: water, cooperating: [roads], deadline: 1405/09/17 }
  - { id: done, text: چهار, responsible: roads, deadline: 1405/09/05, status: done }
  - { id: endless, text: پنج, responsible: roads }
  - { id: closed, text: شش, responsible: roads, deadline: 1405/09/11, class: محرمانه }
`,
)
const host = hostAt(desk)
const { look } = await readLook(desk.folder, desk.folder)
const office = { address: 'office@example.ir' }
const sender: Sender = {
  from: office,
  replyTo: office,
  domain: 'example.ir',
  settings: { from: office.address },
  deliver: 'smtp',
}

async function digests(people: string, more: Partial<Parameters<typeof digestsOf>[2]> = {}, day = host.now) {
  desk.put('data/people.yaml', `people:\n${people}`)
  const book = await readPeople(desk.folder, desk.folder)
  const asked = { within: 7, sender, look, told: async () => [], approved: () => day, ...more }
  const { digests: all, faults } = await digestsOf(await openRegister(hostAt(desk, day)), book, asked)
  return {
    told: Object.fromEntries(all.map(({ letter, subjects }) => [letter.address, subjects.map(briefly)])),
    letters: all.map(({ letter }) => letter),
    codes: faults.map(({ code, span }) => `${span?.line} ${code}`),
  }
}
/** The resolution, and how far off it is. */
const briefly = (subject: string): string => subject.replace(/ \d+ /, ' ')

const roads = '  - { name: الف, body: اداره راه, email: r@example.ir }\n'

test('what is due within the days, and what is overdue; not what is done, or has no deadline', async () => {
  expect((await digests(roads)).told).toEqual({ 'r@example.ir': ['late late-1', 'now today', 'soon ahead'] })
  expect((await digests(roads, { within: 6 })).told).toEqual({ 'r@example.ir': ['late late-1', 'now today'] })
  const week = new Date('2026-12-08T08:00:00Z')
  expect((await digests(roads, {}, week)).told).toEqual({
    'r@example.ir': ['late late-2', 'now late-1', 'soon today'],
  })
})

test('a person is reminded of what his body has, whoever shares it; one without an address is not', async () => {
  const others = '  - { name: ب, body: ادارهٔ آب, email: w@example.ir }\n  - { name: ج, body: ادارهٔ آب }\n'
  expect((await digests(others)).told).toEqual({ 'w@example.ir': ['soon ahead'] })
})

test('what was told is left out, and the class is that of what is left', async () => {
  const cleared = roads.replace('email', 'ceiling: محرمانه, email')
  const all = await digests(cleared)
  expect(all.told['r@example.ir']).toContain('closed ahead')
  expect(all.letters[0]).toMatchObject({ class: 'confidential', way: 'hand' })
  expect(all.letters[0]).not.toHaveProperty('message')
  expect(all.codes).toEqual(['2 mail/class'])
  const told = async (_: string, subjects: readonly string[]): Promise<string[]> =>
    subjects.filter((one) => one.includes('closed'))
  const rest = await digests(cleared, { told })
  expect(rest.letters[0]).toMatchObject({ class: 'normal', way: 'mail' })
  expect(rest.letters[0]?.message?.text).not.toContain('شش')
  expect((await digests(cleared, { told: async (_, subjects) => [...subjects] })).letters).toEqual([])
})

test('an address that is none is told at its place, and the others are reminded', async () => {
  const { told, codes } = await digests(
    `${roads.replace('r@example.ir', '"r,s@example.ir"').replace('الف', 'ب')}${roads}`,
  )
  expect([Object.keys(told), codes]).toEqual([['r@example.ir'], ['2 mail/address-several']])
})

test('the letter says that it came by itself, and how to be spared; its id is that of the day', async () => {
  const [first] = (await digests(roads)).letters
  const [again] = (await digests(roads, { within: 0 })).letters
  const [later] = (await digests(roads, {}, new Date('2026-12-02T08:00:00Z'))).letters
  expect(first?.message).toMatchObject({ automatic: true, unsubscribe: 'office@example.ir', attachments: [] })
  expect(first?.message).not.toHaveProperty('draft')
  expect(again?.message?.id).toBe(first?.message?.id)
  expect(later?.message?.id).not.toBe(first?.message?.id)
  expect(first?.file).toMatch(/^1405-09-10-الف-[0-9a-f]{6}$/)
})
