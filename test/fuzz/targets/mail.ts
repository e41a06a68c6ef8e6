/** A message of any words: what another program reads of it is what was meant, and nothing besides. */
import assert from 'node:assert/strict'
import { buffer } from 'node:stream/consumers'
import PostalMime from 'postal-mime'
import { compose } from '../../../src/mail/compose.ts'
import { headerText, mailboxOf } from '../../../src/mail/mailbox.ts'
import { mutate } from '../mutate.ts'
import type { Random } from '../random.ts'
import type { Target } from '../target.ts'

const seeds = {
  address: ['ali@example.ir', 'دبیر@نمونه.ایران', 'a.b+c@xn--hhbbbed.xn--mgba3a4f16a', 'x@y.ir, z@y.ir'],
  name: ['دکتر سید‌محمد نمونه', '"Ali" <a@b.ir>', '=?UTF-8?B?2LM=?=', 'استاندار\r\nBcc: x@evil.example'],
  subject: ['بستهٔ مدارک دوازدهمین جلسهٔ کارگروه', 'Re: x\r\n\r\nbody', 'متن '.repeat(60)],
  text: ['با سلام\n\n.\nFrom x\nپایان\n', '--boundary\r\nContent-Type: text/html\r\n\r\n<b>'],
  file: ['بسته-جلسه-14050910.pdf', '../../etc/passwd', 'a"; filename="b.exe', 'نام\r\nX: y'],
  list: ['کارگروه توسعهٔ صادرات', 'List <x@y.ir>'],
} as const
type Case = Record<keyof typeof seeds, string>

const words = [
  '\r\n',
  '\n',
  '\r',
  '\r\nBcc: x@evil.example',
  '\r\n\r\n',
  '@',
  '<',
  '>',
  ',',
  '،',
  ';',
  ':',
  '"',
  '\\',
  '=?UTF-8?Q?=0d=0a?=',
  '?=',
  '--',
  '‌',
  '(c)',
] as const

const made = (random: Random): Case => {
  const entries = Object.entries(seeds).map(([key, texts]) => {
    const text = random.pick<string>(texts)
    const changed = random.below(2) === 0 ? text : mutate(text, random, { words, others: texts })
    // Subjects are shortened before; what has no space cannot be folded.
    return [key, changed.slice(0, key === 'subject' ? 900 : 2000)]
  })
  return Object.fromEntries(entries) as Case
}

const fields = [
  'from',
  'to',
  'subject',
  'date',
  'message-id',
  'mime-version',
  'content-type',
  'list-id',
  'list-unsubscribe',
]

export const mail: Target = {
  make: (random) => Buffer.from(JSON.stringify(made(random), undefined, 1)),
  async check(bytes) {
    const { address, name, subject, text, file, list } = JSON.parse(bytes.toString()) as Case
    const to = mailboxOf(address, name)
    const from = mailboxOf('office@example.ir', name)
    if (!from.ok) assert.fail('our own address')
    if (!to.ok) return
    const composed = await buffer(
      compose({
        id: 'b60bf0e4d2d31a3e2b076b8bfb54b73d',
        messageId: 'b60bf0e4d2d31a3e@example.ir',
        date: new Date('2026-11-20T08:00:00Z'),
        from: from.value,
        to: to.value,
        subject,
        text,
        html: '<p>x</p>',
        attachments: [{ name: file, type: 'application/pdf', size: 3, content: 'pdf' }],
        list: { name: list, id: 'council.example.ir' },
        unsubscribe: 'office@example.ir',
      }),
    )
    const [head = '', ...rest] = composed.toString('latin1').split('\r\n\r\n')
    assert.doesNotMatch(head + rest.join(''), /[^\0-\x7f]|\r(?!\n)|(?<!\r)\n/)
    for (const line of head.split('\r\n')) assert.ok(line.length <= 998, `a line of ${line.length}`)
    const names = [...head.matchAll(/^([^\s:]+):/gm)].map(([, field = '']) => field.toLowerCase())
    const wanted = headerText(subject) === '' ? fields.filter((field) => field !== 'subject') : fields
    assert.deepEqual(names.toSorted(), wanted.toSorted())
    const read = await PostalMime.parse(composed)
    assert.deepEqual(
      read.to?.map((one) => one.address),
      [to.value.address],
    )
    assert.equal(read.to?.[0]?.name ?? '', to.value.name ?? '')
    assert.equal(read.from?.address, 'office@example.ir')
    assert.equal(read.subject ?? '', headerText(subject))
    assert.deepEqual([read.cc, read.bcc], [undefined, undefined])
    assert.equal(read.attachments.length, 1)
    assert.equal(plain(read.text ?? ''), plain(text))
  },
}

/** The reader has line ends of its own, no byte order mark, and no half of a pair. */
const plain = (text: string): string =>
  Buffer.from(text)
    .toString()
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .trimEnd()
