// What is typed wrong, or on purpose: it is told at its place before anything leaves, and no header is more than it should be.
import { domainToASCII } from 'node:url'
import PostalMime from 'postal-mime'
import { afterAll, expect, test } from 'vitest'
import { errorsOf, told } from './cli.ts'
import type { Desk } from './cli.ts'
import {
  bytesOf,
  closeOffices,
  lettersIn,
  meetingText,
  nameOf,
  openOffice,
  settingsText,
} from './mail/office.ts'
import { certificate, startServer, towards } from './mail/server.ts'

afterAll(closeOffices)

const row = (name: string, address: string): string =>
  `  - { to: ${JSON.stringify(name)}, ceiling: عادی, address: ${JSON.stringify(address)} }`
/** None of it came to be. */
const nothing = (desk: Desk): void => expect([desk.has('mail'), lettersIn(desk)]).toEqual([false, []])

test('addresses that are none are all told at their places, and nobody gets anything', async () => {
  const bad: [string, string][] = [
    ['a@x.ir\r\nBcc: b@x.ir', 'address-character'],
    ['a@x.ir،b@x.ir', 'address-several'],
    ['a@x.ir, b@x.ir', 'address-several'],
    ['a@x.ir b@x.ir', 'address-several'],
    ['نمونه <a@x.ir>', 'address-space'],
    ['کاربر@example.ir', 'address-local'],
    ['a@localhost', 'address-domain'],
    ['a@', 'address-form'],
    [`a\u200f@x.ir`, 'address-character'],
  ]
  const good = Array.from({ length: 40 - bad.length }, (_, n) => row(`گیرنده ${n}`, `g${n}@example.ir`))
  await using server = await startServer()
  const distribution = [...good, ...bad.map(([address], n) => row(nameOf(n), address))]
  using desk = await openOffice({ distribution }, towards(server))
  desk.put('ca.pem', certificate.ca)
  const ended = await desk.run(['mail', 'm.yaml', '--send', '--yes', '--json'])
  const lines = errorsOf(ended).map((one) => one.replace(/^(\d+):\d+ /, '$1 '))
  expect([ended.code, lines]).toEqual([1, bad.map(([, code], n) => `${13 + good.length + n} mail/${code}`)])
  expect(server.sessions).toBe(0)
  nothing(desk)
})

test('one address for two people', async () => {
  using desk = await openOffice({
    distribution: [row(nameOf(0), 'a@example.ir'), row(nameOf(1), 'A@Example.ir')],
  })
  const ended = await desk.run(['mail', 'm.yaml', '--json'])
  expect([ended.code, errorsOf(ended).length]).toEqual([1, 1])
  expect(told(ended)).toContainEqual(
    expect.objectContaining({
      code: 'mail/address-twice',
      values: expect.objectContaining({ other: nameOf(0) }),
    }),
  )
  nothing(desk)
})

const badSettings: [string, string, string[], string[]][] = [
  ['without mail', 'class: normal\n', [], ['mail/no-settings']],
  ['with a mistake in them', settingsText({ size: 0 }), [], ['1 number/whole']],
  ['smtp without a server', settingsText({ deliver: 'smtp' }), ['--send', '--yes'], ['1 mail/no-host']],
  ['drafts that are to be sent', settingsText({}), ['--send', '--yes'], ['1 mail/draft-only']],
  [
    'a sender with two headers',
    settingsText({ from: 'a@x.ir\r\nBcc: b@x.ir' }),
    [],
    ['1 mail/address-character'],
  ],
  ['answers to two addresses', settingsText({ reply_to: 'a@x.ir, b@x.ir' }), [], ['1 mail/address-several']],
]

test('settings that cannot be sent with are told where they stand', async () => {
  using desk = await openOffice({})
  for (const [what, text, args, codes] of badSettings) {
    desk.put('jalaseh.yaml', text)
    const ended = await desk.run(['mail', 'm.yaml', '--json', ...args])
    const told = errorsOf(ended).map((one) => one.replace(/^(\d+):\d+ /, '$1 '))
    expect([what, ended.code, told]).toEqual([what, 1, codes])
  }
  nothing(desk)
})

test('nobody to send to', async () => {
  using desk = await openOffice({})
  desk.put('m.yaml', meetingText({}).replace(/distribution:[^]*/, ''))
  const ended = await desk.run(['mail', 'm.yaml', '--json'])
  expect([ended.code, told(ended).filter(({ severity }) => severity === 'error')]).toEqual([
    1,
    [expect.objectContaining({ code: 'pack/nobody' })],
  ])
  nothing(desk)
})

test('wrong words', async () => {
  using desk = await openOffice({})
  for (const words of [
    [],
    ['m.yaml', 'n.yaml'],
    ['resolve', 'abcdef'],
    ['resolve', 'abcdef', 'maybe'],
    ['bounces'],
    ['send', 'm.yaml'],
    ['remind', '--within', 'x'],
    ['m.yaml', '--since', '-1'],
  ])
    expect([words, (await desk.run(['mail', ...words])).code]).toEqual([words, 2])
  const folder = await desk.run(['mail', 'bounces', 'nowhere', '--json'])
  expect([folder.code, errorsOf(folder)]).toEqual([2, ['mail/unreadable']])
})

test('no header comes from a name, a title or a text', async () => {
  const trick = (text: string): string => `${text}\r\nBcc: evil@example.com\r\n\r\n`
  await using server = await startServer()
  using desk = await openOffice(
    {
      people: `people:\n  - { name: ${nameOf(0)}, honorific: ${JSON.stringify(trick('دکتر'))} }\n`,
      distribution: [
        row(nameOf(0), 'a@نمونه.ایران'),
        row(trick('نام'), 'b@example.ir'),
        row('=?utf-8?q?evil=40example=2Ecom?= "<x@y.z>, (دفتر)', 'c@example.ir'),
      ],
    },
    towards(server, { name: trick('دبیرخانه') }),
  )
  desk.put('ca.pem', certificate.ca)
  const text = bytesOf(desk, 'm.yaml').toString()
  desk.put(
    'm.yaml',
    text
      .replace('title: جلسهٔ نمونه', `title: ${JSON.stringify(trick('جلسه'))}`)
      .replace('body: شورای نمونه', `body: ${JSON.stringify(trick('شورا'))}`)
      .replace('place: سالن نمونه', `place: ${JSON.stringify(trick('سالن'))}`),
  )
  const ended = await desk.run(['mail', 'm.yaml', '--send', '--yes', '--json'])
  expect([ended.code, errorsOf(ended)]).toEqual([0, []])
  expect(server.taken.map(({ to }) => to).toSorted()).toEqual([
    // The server shows it as it reads; in the letter it is in ASCII.
    ['a@نمونه.ایران'],
    ['b@example.ir'],
    ['c@example.ir'],
  ])
  const known = /^(?:From|Reply-To|To|Subject|Date|Message-ID|List-Id|MIME-Version|Content-Type|References)$/i
  for (const { raw, to } of server.taken) {
    const letter = await PostalMime.parse(raw)
    expect(letter.headers.map(({ originalKey }) => originalKey).filter((key) => !known.test(key))).toEqual([])
    expect([letter.from?.address, letter.to?.length, letter.replyTo?.length]).toEqual([
      'office@example.ir',
      1,
      1,
    ])
    const [typed = '', domain = ''] = to[0]?.split('@') ?? []
    expect(letter.to?.[0]?.address).toBe(`${typed}@${domainToASCII(domain)}`)
    expect(letter.attachments.map(({ filename }) => filename)).toEqual([
      'بسته-جلسه-12-14050910.pdf',
      'jalaseh.ics',
    ])
    const entry = Buffer.from(letter.attachments[1]?.content as ArrayBuffer).toString()
    expect(entry).not.toMatch(/^Bcc/im)
  }
})
