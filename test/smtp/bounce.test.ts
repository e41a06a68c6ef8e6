import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import PostalMime from 'postal-mime'
import { describe, expect, it } from 'vitest'
import { readReports } from '../../src/smtp/bounce.ts'

const id = 'b60bf0e4d2d31a3e2b076b8bfb54b73d'
const postfix = readFileSync(join(import.meta.dirname, 'data/postfix.eml'))
const read = (text: string) => readReports(Buffer.from(text.replaceAll('\n', '\r\n')))

function report(
  status: string,
  { returned = `Message-ID: <${id}@example.ir>`, type = 'text/rfc822-headers', more = '' } = {},
): string {
  return `From: <>
Content-Type: multipart/report; report-type=delivery-status; boundary=x

--x
Content-Type: text/plain

Message-ID: <of-the-text@example.ir>
--x
Content-Type: message/delivery-status

${status}
--x
Content-Type: ${type}
${more}
${returned}
--x--
`
}

describe('a report', () => {
  it('of Postfix, as another reader of MIME sees it', async () => {
    expect(readReports(postfix)).toEqual([
      {
        envelopeId: id,
        messageId: `${id}@example.ir`,
        action: 'failed',
        status: '5.1.1',
        diagnostic: 'unknown user: "unknown"',
      },
    ])
    const { attachments } = await PostalMime.parse(postfix, { forceRfc822Attachments: true })
    const status = attachments.find(({ mimeType }) => mimeType === 'message/delivery-status')
    expect(new TextDecoder().decode(status?.content as ArrayBuffer)).toContain(`Original-Envelope-Id: ${id}`)
  })

  it('with lines that end in LF alone', () => {
    expect(
      readReports(Buffer.from(postfix.toString('latin1').replaceAll('\r\n', '\n'), 'latin1')),
    ).toHaveLength(1)
  })

  it('with the whole message instead of its head, folded, and words of another kind', () => {
    const status = `Reporting-MTA: dns; mx

Final-Recipient: rfc822; a@example.ir
Action: delayed (will retry)
Status: 4.4.1 (no answer)
Diagnostic-Code: smtp; 421
 try later
Will-Retry-Until: Mon, 30 Nov 2026 08:00:00 +0000`
    const returned = `Subject: x
Message-ID:
 <${id}@example.ir>

Action: failed`
    expect(read(report(status, { returned, type: 'message/rfc822' }))).toEqual([
      { messageId: `${id}@example.ir`, action: 'delayed', status: '4.4.1', diagnostic: '421 try later' },
    ])
  })

  it('with one part in base64 and one in quoted-printable', () => {
    const status = `Original-Envelope-Id: ${id}

Action: failed
Status: 5.2.2`
    const encoded = report(Buffer.from(status).toString('base64')).replace(
      'delivery-status\n\n',
      'delivery-status\nContent-Transfer-Encoding: base64\n\n',
    )
    expect(read(encoded)).toMatchObject([{ envelopeId: id, status: '5.2.2' }])
    const returned = `Message-ID: <${id.slice(0, 20)}=
${id.slice(20)}=40example.ir>`
    const more = 'Content-Transfer-Encoding: quoted-printable\n'
    expect(read(report(status, { returned, more }))).toMatchObject([{ messageId: `${id}@example.ir` }])
  })

  it('of several recipients, one of which is told nothing of', () => {
    const status = `Original-Envelope-Id: a+2Bb

Action: delivered
Status: 2.1.5

Final-Recipient: rfc822; b@example.ir

Action: failed
Status: 5.1.1`
    expect(read(report(status)).map(({ action, envelopeId }) => `${action} ${envelopeId}`)).toEqual([
      'delivered a+b',
      'failed a+b',
    ])
  })

  it('within the message of a list or a gateway', () => {
    const inner = report(`X: y

Action: failed
Status: 5.0.0`)
    const text = `Content-Type: multipart/mixed; boundary="outer x"

--outer x
${inner}
--outer x--
`
    expect(read(text)).toMatchObject([{ action: 'failed', messageId: `${id}@example.ir` }])
  })

  it('that was cut short', () => {
    const text = postfix.toString('latin1')
    const cut = text.slice(0, text.indexOf('Content-Description: Undelivered'))
    expect(readReports(Buffer.from(cut, 'latin1'))).toMatchObject([{ envelopeId: id, action: 'failed' }])
  })
})

describe('no report', () => {
  it.each([
    [
      'an answer of somebody on holiday',
      `Auto-Submitted: auto-replied\nIn-Reply-To: <${id}@example.ir>\n\nI am away.\n`,
    ],
    ['a read receipt', report('x: y').replaceAll('delivery-status', 'disposition-notification')],
    ['one whose recipients are told nothing of', report('Reporting-MTA: dns; mx')],
    ['nothing', ''],
  ])('is %s', (_, text) => {
    expect(read(text)).toEqual([])
  })

  it('but nothing it cannot look at', () => {
    const lines = postfix.toString('latin1').split('\n')
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom(...lines), fc.string()), { maxLength: 60 }),
        fc.nat(postfix.length),
        (parts, at) => {
          readReports(Buffer.from(parts.join('\n')))
          readReports(
            Buffer.concat([postfix.subarray(0, at), Buffer.from(parts.join('\n')), postfix.subarray(at)]),
          )
        },
      ),
      { numRuns: 300 },
    )
  })

  it('and takes no longer for being long', () => {
    const deep = `Content-Type: multipart/mixed; boundary=a\n\n${'--a\nContent-Type: multipart/mixed; boundary=a\n\n'.repeat(20_000)}`
    expect(read(deep)).toEqual([])
    expect(read(report(`a: b\n\nDiagnostic-Code: ${' '.repeat(200_000)}x`))).toEqual([])
  })
})
