/** Message → MIME. The only file that knows the library that composes. */
import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import MailComposer from 'nodemailer/lib/mail-composer'
import type { MailComposerAttachment } from 'nodemailer/lib/mail-composer'
import { encodeWord } from 'nodemailer/lib/mime-funcs'
import { parseMailAddress } from '../model/mail-address.ts'
import { headerText } from './mailbox.ts'
import type { MailAttachment, Mailbox, Message } from './message.ts'

/** In octets, of a word and its marks. */
const encodedWordLength = 52

/**
 * The message as it is sent and kept: lines end in CRLF, and the same message has the same bytes. Files are read one after
 * the other while it is read. The stream fails where a file is not as long as it was said to be.
 * Throws TypeError for addresses, ids and types that are none: they come from `parseMailAddress` and from us.
 */
export function compose(message: Message): Readable {
  const { id, messageId, date, from, replyTo, to, subject, text, html, attachments, references } = message
  const all = [messageId, ...(references ?? [])]
  if (!/^[0-9a-f]+$/.test(id) || !all.every(isMessageId)) throw new TypeError('no id of a message')
  const composer = new MailComposer({
    from: header(from),
    ...(replyTo && { replyTo: header(replyTo) }),
    to: header(to),
    subject: headerText(subject),
    date,
    messageId: `<${messageId}>`,
    ...(references && { references: references.map((one) => `<${one}>`) }),
    headers: ownHeaders(message),
    text: withLineEnds(text),
    html: withLineEnds(html),
    attachments: attachments.map(attached),
    textEncoding: 'base64',
    newline: 'windows',
    baseBoundary: id.slice(0, 32),
    // What stands in a meeting file names no file and no address to be fetched.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return composer.compile().createReadStream()
}

function ownHeaders({ list, unsubscribe, automatic, draft }: Message): Record<string, HeaderValue> {
  if (list && !/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/.test(list.id))
    throw new TypeError(`no id of a list: ${list.id}`)
  return {
    ...(list && {
      'List-Id': prepared(`${encodeWord(headerText(list.name), 'B', encodedWordLength)} <${list.id}>`),
    }),
    ...(unsubscribe !== undefined && {
      'List-Unsubscribe': prepared(`<mailto:${encodeURI(checked(unsubscribe))}>`),
    }),
    ...(automatic && { 'Auto-Submitted': 'auto-generated' }),
    ...(draft && { 'X-Unsent': '1' }),
  }
}

type HeaderValue = string | { prepared: true; foldLines: true; value: string }

const prepared = (value: string): HeaderValue => ({ prepared: true, foldLines: true, value })

const header = ({ name, address }: Mailbox): { name: string; address: string } => ({
  name: headerText(name ?? ''),
  address: checked(address),
})

function checked(address: string): string {
  const parsed = parseMailAddress(address)
  if (!parsed.ok || parsed.value !== address) throw new TypeError(`no address: ${JSON.stringify(address)}`)
  return address
}

const isMessageId = (text: string): boolean => /^[\w.+-]+@[\w.-]+$/.test(text)

function attached(file: MailAttachment): MailComposerAttachment {
  if (!/^[\w.+-]+\/[\w.+-]+(?:; ?[\w-]+=[\w.+-]+)*$/.test(file.type))
    throw new TypeError(`no type: ${file.type}`)
  return {
    filename: headerText(file.name),
    contentType: file.type,
    contentDisposition: 'attachment',
    contentTransferEncoding: 'base64',
    content: Readable.from(partsOf(file), { objectMode: false }),
  }
}

/** Nothing is opened before it is read. */
async function* partsOf({ name, size, path, content = '' }: MailAttachment): AsyncGenerator<Buffer> {
  let read = 0
  for await (const part of path === undefined ? [Buffer.from(content)] : createReadStream(path)) {
    read += part.length
    yield part as Buffer
  }
  if (read !== size) throw new Error(`${name} has ${read} bytes, not ${size}`)
}

/** Text goes encoded, and no line end of it is mended on the way. */
const withLineEnds = (text: string): string => text.replace(/\r\n?|\n/g, '\r\n')
