import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import fc from 'fast-check'
import PostalMime from 'postal-mime'
import type { Email } from 'postal-mime'
import { afterAll, describe, expect, it, test } from 'vitest'
import { compose } from '../../src/mail/compose.ts'
import { headerText } from '../../src/mail/mailbox.ts'
import type { Message } from '../../src/mail/message.ts'

const folder = mkdtempSync(join(tmpdir(), 'jalaseh-mail-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const pdf = Buffer.from(Array.from({ length: 5000 }, (_, index) => (index * 7919) % 256))
const path = join(folder, 'pack.pdf')
writeFileSync(path, pdf)
const entry = 'BEGIN:VCALENDAR\r\nSUMMARY:جلسه\r\nEND:VCALENDAR\r\n'

const message: Message = {
  id: createHash('sha256').update('x').digest('hex'),
  messageId: '2d711642b726b044@x.ir',
  date: new Date('2026-11-20T08:00:00Z'),
  from: { name: 'دبیرخانهٔ کارگروه توسعهٔ صادرات استان آذربایجان شرقی', address: 'office@x.ir' },
  replyTo: { address: 'reply@x.ir' },
  to: { name: 'دکتر سید\u200cمحمد نمونه', address: 'ali@xn--hhbbbed.xn--mgba3a4f16a' },
  subject: 'بستهٔ مدارک دوازدهمین جلسهٔ کارگروه توسعهٔ صادرات استان آذربایجان شرقی، سه\u200cشنبه ۱۰ آذر ۱۴۰۵',
  text: 'با سلام\n\n.\nFrom x\nپایان\n',
  html: `<p dir="rtl">${'متن '.repeat(500)}</p>`,
  attachments: [
    { name: 'بسته-جلسه-کارگروه-توسعه-صادرات-14050910.pdf', type: 'application/pdf', size: pdf.length, path },
    { name: 'pack-12-1405-09-10.pdf', type: 'application/pdf', size: 3, content: 'pdf' },
    {
      name: 'jalaseh.ics',
      type: 'text/calendar; charset=utf-8; method=PUBLISH',
      size: Buffer.byteLength(entry),
      content: entry,
    },
  ],
}

const bytesOf = (one: Message): Promise<Buffer> => buffer(compose(one))

/** Header fields of the whole, unfolded, in their order. */
function fieldsOf(mail: Buffer): [name: string, value: string][] {
  const [head = ''] = mail.toString('latin1').split('\r\n\r\n', 1)
  const lines = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n')
  return lines.map((line) => [
    /^([!-9;-~]+): /.exec(line)?.[1] ?? `? ${line}`,
    line.slice(line.indexOf(' ') + 1),
  ])
}

const header = (mail: Email, name: string): string | undefined =>
  mail.headers.find(({ key }) => key === name)?.value

describe('a message, read by another program', () => {
  it('says who, to whom, what and when', async () => {
    const mail = await PostalMime.parse(await bytesOf(message))
    expect(mail.from).toEqual(message.from)
    expect(mail.replyTo).toMatchObject([{ address: 'reply@x.ir' }])
    expect(mail.to).toMatchObject([{ name: message.to.name }])
    expect(mail.to?.length).toBe(1)
    expect(mail.subject).toBe(message.subject)
    expect(mail.messageId).toBe('<2d711642b726b044@x.ir>')
    expect(mail.date).toBe('2026-11-20T08:00:00.000Z')
  })

  it('has the same in plain text and in HTML', async () => {
    const mail = await PostalMime.parse(await bytesOf(message))
    expect(mail.text?.replaceAll('\r\n', '\n').trimEnd()).toBe(message.text.trimEnd())
    expect(mail.html?.trimEnd()).toBe(message.html)
    const types = (await bytesOf(message)).toString('latin1').match(/^Content-Type: [\w/]+/gm)
    expect(types).toEqual([
      'Content-Type: multipart/mixed',
      'Content-Type: multipart/alternative',
      'Content-Type: text/plain',
      'Content-Type: text/html',
      'Content-Type: application/pdf',
      'Content-Type: application/pdf',
      'Content-Type: text/calendar',
    ])
  })

  it('has its files, byte for byte', async () => {
    const mail = await PostalMime.parse(await bytesOf(message))
    expect(mail.attachments.map(({ filename }) => filename)).toEqual(
      message.attachments.map(({ name }) => name),
    )
    expect(mail.attachments.map(({ mimeType }) => mimeType)).toEqual([
      'application/pdf',
      'application/pdf',
      'text/calendar',
    ])
    const [first, second, third] = mail.attachments.map(({ content }) => Buffer.from(content as ArrayBuffer))
    expect([first, second]).toEqual([pdf, Buffer.from('pdf')])
    // This reader gives texts with line ends of its own.
    expect(third?.toString().replaceAll('\n', '\r\n')).toBe(entry)
    expect((await bytesOf(message)).toString()).toContain(Buffer.from(entry).toString('base64').slice(0, 76))
    expect(mail.attachments.every(({ disposition }) => disposition === 'attachment')).toBe(true)
    expect(mail.attachments[2]?.method).toBe('PUBLISH')
  })

  it('names files in the old encoding and in the new one', async () => {
    const text = (await bytesOf(message)).toString('latin1')
    expect(text).toMatch(/\r\n name="=\?UTF-8\?B\?/)
    expect(text).toMatch(/\r\n filename\*0\*=utf-8''%D8/)
    expect(text).toContain('filename=pack-12-1405-09-10.pdf')
  })
})

describe('the bytes of a message', () => {
  it('are the same for the same one', async () => {
    expect(await bytesOf(message)).toEqual(await bytesOf(structuredClone(message)))
    expect(await bytesOf({ ...message, id: `${message.id.slice(1)}0` })).not.toEqual(await bytesOf(message))
  })

  it('are lines of ASCII, no longer than mail has them', async () => {
    const text = (await bytesOf(message)).toString('latin1')
    // oxlint-disable-next-line no-control-regex -- that there is none is the question
    expect(text).toMatch(/^[\t\r\n -~]*$/)
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    for (const line of text.split('\r\n')) expect(line.length).toBeLessThanOrEqual(78)
  })
})

describe('headers', () => {
  it('are those that every message has', async () => {
    const names = fieldsOf(await bytesOf({ ...message, replyTo: undefined } as never)).map(([name]) => name)
    expect(names).toEqual(['From', 'To', 'Subject', 'Message-ID', 'Date', 'MIME-Version', 'Content-Type'])
  })

  it('tell the list, what it follows and what it is', async () => {
    const mail = await PostalMime.parse(
      await bytesOf({
        ...message,
        list: { name: 'کارگروه توسعهٔ صادرات استان', id: 'c2d711642b726.x.ir' },
        references: ['one@x.ir', 'two@x.ir'],
        unsubscribe: 'stop@x.ir',
        automatic: true,
        draft: true,
      }),
    )
    expect(header(mail, 'list-id')).toMatch(
      /^=\?UTF-8\?B\?\S+\?=(?: =\?UTF-8\?B\?\S+\?=)* <c2d711642b726\.x\.ir>$/,
    )
    expect(header(mail, 'list-unsubscribe')).toBe('<mailto:stop@x.ir>')
    expect(header(mail, 'auto-submitted')).toBe('auto-generated')
    expect(header(mail, 'x-unsent')).toBe('1')
    expect(mail.references).toBe('<one@x.ir> <two@x.ir>')
  })

  it('take nothing from a text but what it says', async () => {
    const nasty = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .array(
          fc.constantFrom(
            '\r',
            '\n',
            '\r\n',
            'Bcc: evil@y.ir',
            '\0',
            '\u2028',
            '"',
            ',',
            ';',
            '<',
            '>',
            '\\',
            ' ',
          ),
          { maxLength: 8 },
        )
        .map((parts) => parts.join('')),
      fc.constantFrom(
        '=?utf-8?B?DQpCY2M6IGV2aWxAeS5pcg==?=',
        '=?utf-8?Q?=0D=0ABcc:_evil@y.ir?=',
        'ا'.repeat(400),
      ),
    )
    const plain = fieldsOf(await bytesOf({ ...message, list: { name: 'x', id: 'a.b' } })).map(
      ([name]) => name,
    )
    await fc.assert(
      fc.asyncProperty(
        nasty,
        nasty,
        nasty,
        nasty,
        nasty,
        nasty,
        async (from, to, reply, subject, list, name) => {
          const bytes = await bytesOf({
            ...message,
            from: { name: from, address: 'office@x.ir' },
            to: { name: to, address: 'ali@x.ir' },
            replyTo: { name: reply, address: 'reply@x.ir' },
            subject,
            list: { name: list, id: 'a.b' },
            text: `.${subject}`,
            html: `<p>${to}`,
            attachments: [{ name, type: 'application/pdf', size: 3, content: 'pdf' }],
          })
          const fields = fieldsOf(bytes)
          // A header that says nothing is left out.
          const expected = plain.filter(
            (one) => one !== 'Subject' || fields.some(([key]) => key === 'Subject'),
          )
          expect(fields.map(([key]) => key)).toEqual(expected)
          // oxlint-disable-next-line no-control-regex -- that there is none is the question
          expect(bytes.toString('latin1')).toMatch(/^[\t\r\n -~]*$/)
          const mail = await PostalMime.parse(bytes)
          expect([mail.from?.address, mail.to?.map((one) => one.address)]).toEqual([
            'office@x.ir',
            ['ali@x.ir'],
          ])
          expect(mail.replyTo?.map((one) => one.address)).toEqual(['reply@x.ir'])
          expect([mail.from?.name, mail.subject ?? '']).toEqual([headerText(from), headerText(subject)])
          expect([mail.cc, mail.bcc]).toEqual([undefined, undefined])
          expect(mail.attachments).toHaveLength(1)
          expect(mail.attachments[0]?.filename ?? '').not.toMatch(/[\r\n\0]/)
          expect(header(mail, 'list-id')?.endsWith('<a.b>')).toBe(true)
        },
      ),
      { numRuns: 300 },
    )
  })
})

describe('what is no mail is refused before a byte of it', () => {
  const address = 'a@x.ir\r\nBcc: b@x.ir'
  test.each<[string, Partial<Message>]>([
    ['an address', { to: { address } }],
    ['two addresses', { to: { address: 'a@x.ir, b@x.ir' } }],
    ['a sender', { from: { address } }],
    ['an address for answers', { replyTo: { address } }],
    ['an address to stop', { unsubscribe: address }],
    ['a domain that is not encoded', { to: { address: 'a@نمونه.ایران' } }],
    ['an id', { id: 'x' }],
    ['an id of the message', { messageId: 'a@x.ir>\r\nBcc: b@x.ir' }],
    ['an id of an earlier one', { references: ['a'] }],
    ['an id of a list', { list: { name: 'x', id: 'a.b>\r\nBcc: b@x.ir' } }],
    ['a type', { attachments: [{ name: 'x', type: 'a/b\r\nX: y', size: 0, content: '' }] }],
  ])('%s', (_, change) => {
    expect(() => compose({ ...message, ...change })).toThrow(TypeError)
  })
})

describe('files', () => {
  it('that are not as long as was said end the message', async () => {
    const [file] = message.attachments
    const wrong = { ...message, attachments: [{ ...file, size: 4999 } as never] }
    await expect(bytesOf(wrong)).rejects.toThrow('5000 bytes, not 4999')
    const gone = { ...message, attachments: [{ ...file, path: join(folder, 'none') } as never] }
    await expect(bytesOf(gone)).rejects.toThrow('ENOENT')
  })

  it('are not opened before the message is read', async () => {
    const later = join(folder, 'later.pdf')
    const stream = compose({
      ...message,
      attachments: [{ name: 'a.pdf', type: 'application/pdf', size: pdf.length, path: later }],
    })
    writeFileSync(later, pdf)
    const mail = await PostalMime.parse(await buffer(stream))
    expect(Buffer.from(mail.attachments[0]?.content as ArrayBuffer)).toEqual(pdf)
  })

  it('are named by nothing that a text says', async () => {
    const mail = await PostalMime.parse(await bytesOf({ ...message, html: path, text: `file://${path}` }))
    expect([mail.html?.trimEnd(), mail.text?.trimEnd()]).toEqual([path, `file://${path}`])
  })
})
