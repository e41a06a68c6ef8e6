import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { lettersOf } from '../../../src/commands/mail/letters.ts'
import type { Sender } from '../../../src/commands/mail/sender.ts'
import { planPacks } from '../../../src/commands/packing/plan.ts'
import { targetsOf } from '../../../src/commands/packing/targets.ts'
import { prepare } from '../../../src/commands/prepare.ts'
import { messageIdOf } from '../../../src/mail/delivery.ts'
import type { MailSettings } from '../../../src/model/mail-settings.ts'
import { readMeeting } from '../../../src/source/source.ts'
import { Desk } from '../../e2e/cli.ts'
import { hostAt } from './host.ts'

const desk = new Desk()
afterAll(() => desk[Symbol.dispose]())
desk.put('jalaseh.yaml', 'class: normal\n')

interface Given {
  rows?: string[]
  edition?: number
  since?: number
  size?: number
  class?: string
  mail?: Partial<MailSettings>
  deliver?: Sender['deliver']
}
const row = (name: string, address?: string): string =>
  `  - { to: ${name}, ceiling: محرمانه${address === undefined ? '' : `, address: ${address}`} }`
const two = [row('آقای الف', 'a@example.ir'), row('آقای ب', 'b@example.ir')]

/** Letters of packs that were made, as the list beside them says. */
async function letters(given: Given) {
  const { rows = two, edition = 1, since, size = 1000, class: level = 'normal', mail = {} } = given
  const name = `data/m.yaml`
  desk.put(
    name,
    `meeting: { title: جلسه, body: شورا, session: 3, date: 1405/09/10, start: "09:00", edition: ${edition} }
agenda: [{ topic: بند }]
distribution:
${rows.join('\n')}
`,
  )
  const host = hostAt(desk)
  const prepared = await prepare(join(desk.folder, name), host)
  const from = prepared.ready?.from.text ?? ''
  const { targets } = await targetsOf(['all'], prepared, readMeeting(from, 'm.yaml').spans, host)
  const options = { for: ['all'], kinds: [], out: 'out' }
  const before =
    since === undefined
      ? undefined
      : { format: 1 as const, edition: since, text: from.replace('بند', 'بندی دیگر'), annexes: {} }
  const ground = { prepared, look: prepared.look.look, options, files: new Map(), since: before as never }
  const plans = await planPacks(targets, ground, host)
  const entries = targets.map(({ recipient, name: file }) => ({
    copy: recipient?.copy ?? 0,
    name: recipient?.name ?? '',
    class: level,
    files: [{ name: `${file}.pdf`, size, sha256: 'ab'.repeat(32) }],
    pages: 2,
    key: '',
  }))
  const run = {
    folder: join(desk.folder, 'out/m/packs'),
    plans,
    edition,
    look: prepared.look.look,
    sources: new Map(),
    entries,
    failed: [],
    kept: 0,
    faults: [],
  }
  const office = { address: 'office@example.ir' }
  const settings = { from: office.address, ...mail }
  const sender = {
    from: office,
    replyTo: office,
    domain: 'example.ir',
    settings,
    deliver: given.deliver ?? 'smtp',
  }
  const { letters: all, faults } = lettersOf(run, 'm', sender, () => host.now)
  return { letters: all, codes: faults.map(({ code, span }) => `${span?.line} ${code}`) }
}

test('one for each recipient, under an id that is the same whenever it is composed', async () => {
  const first = await letters({})
  expect(first.codes).toEqual([])
  expect(first.letters.map(({ name, address, way, file }) => [name, address, way, file])).toEqual([
    ['آقای الف', 'a@example.ir', 'mail', '1-آقای-الف'],
    ['آقای ب', 'b@example.ir', 'mail', '2-آقای-ب'],
  ])
  const ids = (given: { letters: { message?: { id: string } }[] }): (string | undefined)[] =>
    given.letters.map(({ message }) => message?.id)
  expect(ids(await letters({ mail: { names: 'ascii' } }))).toEqual(ids(first))
  expect(new Set([...ids(first), ...ids(await letters({ edition: 2 }))]).size).toBe(4)
  const [{ message }] = first.letters as [(typeof first.letters)[number]]
  expect(message).toMatchObject({
    messageId: messageIdOf(message!.id, 'example.ir'),
    to: { address: 'a@example.ir' },
  })
  expect(message).not.toHaveProperty('draft')
  expect(message?.attachments.map(({ name, size }) => [name, size > 0])).toEqual([
    ['بسته-جلسه-3-14050910.pdf', true],
    ['jalaseh.ics', true],
  ])
})

test('a later edition follows the first, and a supplement the one that it adds to', async () => {
  const idOf = async (given: Given): Promise<string> =>
    (await letters(given)).letters[0]?.message?.messageId ?? ''
  const first = await idOf({})
  expect((await letters({})).letters[0]?.message).not.toHaveProperty('references')
  expect((await letters({ edition: 3 })).letters[0]?.message?.references).toEqual([first])
  const supplement = (await letters({ edition: 3, since: 2 })).letters[0]
  expect(supplement?.kind).toBe('supplement')
  expect(supplement?.message?.references).toEqual([await idOf({ edition: 2 })])
})

test('drafts, and only drafts, are marked as not sent', async () => {
  expect((await letters({ deliver: 'draft' })).letters[0]?.message?.draft).toBe(true)
  expect((await letters({ deliver: 'outbox' })).letters[0]?.message).not.toHaveProperty('draft')
})

test('the class of a pack against the ceiling of its way', async () => {
  const level = { class: 'confidential' }
  const kept = await letters(level)
  expect(kept.letters.map(({ way, message }) => [way, message])).toEqual([
    ['hand', undefined],
    ['hand', undefined],
  ])
  expect(kept.codes).toEqual(['4 mail/class', '5 mail/class'])
  const ways = async (given: Given): Promise<(string | undefined)[]> =>
    (await letters({ ...level, ...given })).letters.map(({ way }) => way)
  const mail = { ceilings: { smtp: 'confidential', draft: 'normal' } } as const
  expect(await ways({ mail })).toEqual(['mail', 'mail'])
  expect(await ways({ mail, deliver: 'draft' })).toEqual(['hand', 'hand'])
  expect(await ways({ mail, deliver: 'outbox' })).toEqual(['hand', 'hand'])
  expect(await ways({ mail, class: 'secret' })).toEqual(['hand', 'hand'])
})

test('a pack may be as big as is said and no bigger, unless it can be fetched', async () => {
  expect((await letters({ size: 7_000_000 })).letters[0]?.way).toBe('mail')
  const big = await letters({ size: 7_000_001 })
  expect([big.codes, big.letters[0]?.message]).toEqual([['4 mail/too-big', '5 mail/too-big'], undefined])
  expect((await letters({ size: 8_000_000, mail: { size: 8 } })).codes).toEqual([])
  const linked = await letters({ size: 7_000_001, mail: { link: 'https://example.ir/p' } })
  expect([linked.codes, linked.letters[0]?.way]).toEqual([[], 'link'])
  expect(linked.letters[0]?.size).toBeLessThan(2000)
  expect(linked.letters[0]?.message?.text).toContain(
    `https://example.ir/p/${encodeURIComponent('1-آقای-الف.pdf')}`,
  )
})

test('what is wrong with addresses is all told; whoever has none gets his by hand', async () => {
  const rows = [
    row('آقای الف', 'a@example.ir'),
    row('آقای ب'),
    row('آقای پ', '"A@EXAMPLE.IR"'),
    row('آقای ت', '"c@example.ir\\r\\nBcc: d@example.ir"'),
    row('آقای ث', '"e@example.ir، f@example.ir"'),
  ]
  const { letters: all, codes } = await letters({ rows })
  expect(codes).toEqual(['6 mail/address-twice', '7 mail/address-character', '8 mail/address-several'])
  expect(all.map(({ way }) => way)).toEqual(['mail', 'hand', 'mail', 'hand', 'hand'])
  expect(all.flatMap(({ message }) => message?.to.address ?? [])).toEqual(['a@example.ir', 'A@example.ir'])
})
