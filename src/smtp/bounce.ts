/** Reads what a mail server reports of a message it took before: a delivery status notification (RFC 3464). */
import type { Report } from '../ledger/resolve.ts'

const actions = ['failed', 'delayed', 'delivered', 'relayed', 'expanded'] as const

/** Parts within parts, as lists and gateways make them. */
const deepest = 5
/** Recipients of one report; a letter of ours has one. */
const mostRecipients = 100

/**
 * What the reports of a message say, one for each of its first recipients; none where it is no such notification (a reply, an
 * answer of somebody on holiday). Total: whatever the bytes are.
 */
export function readReports(message: Uint8Array): Report[] {
  const parts = [...partsOf(Buffer.from(message).toString('latin1'), 0)]
  const status = parts.find(({ type }) => /^message\/(?:global-)?delivery-status$/.test(type))
  if (status === undefined) return []
  const returned = parts.find(({ type }) =>
    /^(?:message\/(?:rfc822|global)|text\/rfc822-headers|message\/global-headers)$/.test(type),
  )
  const messageId = /^<([^<>\s]+)>/.exec(fieldsOf(returned?.body ?? '').get('message-id') ?? '')?.[1]
  const [ofMessage = new Map<string, string>(), ...ofRecipients] = status.body
    .split(/\r?\n(?:[ \t]*\r?\n)+/)
    .filter((group) => group.trim() !== '')
    .map(fieldsOf)
  const envelopeId = unescaped(ofMessage.get('original-envelope-id'))
  return ofRecipients.slice(0, mostRecipients).flatMap((fields) => {
    const word = (fields.get('action') ?? '').toLowerCase()
    const action = actions.find((one) => one === word.split(/[\s(;]/)[0])
    if (action === undefined) return []
    // The type of the code comes before it: «smtp; 550 …».
    const diagnostic = (fields.get('diagnostic-code') ?? '').replace(/^[\w-]+\s*;\s*/, '')
    return [
      {
        ...(envelopeId && { envelopeId }),
        ...(messageId !== undefined && { messageId }),
        action,
        status: /\d\.\d{1,3}\.\d{1,3}/.exec(fields.get('status') ?? '')?.[0] ?? '',
        ...(diagnostic && { diagnostic }),
      },
    ]
  })
}

interface Part {
  type: string
  body: string
}

function* partsOf(text: string, depth: number): Generator<Part> {
  const { head, body } = split(text)
  const fields = fieldsOf(head)
  const type = fields.get('content-type') ?? 'text/plain'
  const name = (/^[^\s;]+/.exec(type)?.[0] ?? '').toLowerCase()
  const boundary = /;\s*boundary\s*=\s*(?:"([^"]+)"|([^\s;]+))/i.exec(type)
  if (!name.startsWith('multipart/') || boundary === null) {
    yield { type: name, body: decoded(body, fields.get('content-transfer-encoding') ?? '') }
    return
  }
  if (depth === deepest) return
  const mark = `--${boundary[1] ?? boundary[2] ?? ''}`
  let open: string[] | undefined
  for (const line of body.split(/\r?\n/)) {
    const trimmed = line.trimEnd()
    if (trimmed !== mark && trimmed !== `${mark}--`) {
      open?.push(line)
      continue
    }
    if (open !== undefined) yield* partsOf(open.join('\r\n'), depth + 1)
    open = trimmed === mark ? [] : undefined
    if (open === undefined) return
  }
  // A report that was cut short.
  if (open !== undefined) yield* partsOf(open.join('\r\n'), depth + 1)
}

function split(text: string): { head: string; body: string } {
  const empty = /(?:^|\r?\n)\r?\n/.exec(text)
  if (empty === null) return { head: text, body: '' }
  return { head: text.slice(0, empty.index), body: text.slice(empty.index + empty[0].length) }
}

/** Up to the first empty line; the first of several with one name. */
function fieldsOf(text: string): Map<string, string> {
  const fields = new Map<string, string>()
  const lines = split(text)
    .head.replace(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/)
  for (const line of lines) {
    const colon = line.indexOf(':')
    const name = line.slice(0, colon).trim().toLowerCase()
    if (colon > 0 && !fields.has(name)) fields.set(name, line.slice(colon + 1).trim())
  }
  return fields
}

function decoded(body: string, encoding: string): string {
  switch (encoding.toLowerCase()) {
    case 'base64':
      return Buffer.from(body, 'base64').toString('latin1')
    case 'quoted-printable':
      return body
        .replace(/=[ \t]*\r?\n/g, '')
        .replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    default:
      return body
  }
}

/** Our ids need none of it, but a server may write any of them so (RFC 3461 §4). */
const unescaped = (text = ''): string =>
  text.replace(/\+([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
