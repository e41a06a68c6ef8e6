/** Whatever comes back by mail: reports of a known form, or none. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readReports } from '../../../src/smtp/bounce.ts'
import { mutateBytes } from '../mutate.ts'
import type { Target } from '../target.ts'

const postfix = readFileSync(join(import.meta.dirname, '../../smtp/data/postfix.eml'))
const nested = Buffer.from(
  `Content-Type: multipart/mixed; boundary=a\r\n\r\n--a\r\n${postfix.toString('latin1')}\r\n--a--\r\n`,
  'latin1',
)
const words = [
  '--',
  '\r\n',
  '\r\n\r\n',
  '\n \t\n',
  'Content-Type: multipart/report; boundary=x\r\n',
  'Content-Type: message/delivery-status\r\n\r\n',
  'Content-Transfer-Encoding: base64\r\n',
  'Content-Transfer-Encoding: quoted-printable\r\n',
  'Action: failed\r\n',
  'Status: 5.1.1\r\n',
  'Original-Envelope-Id: +0A+41\r\n',
  '=\r\n',
  '=4',
  '"',
  ';',
] as const

export const bounce: Target = {
  make: (random) => mutateBytes(random.pick([postfix, nested]), random, { words }),
  check(bytes) {
    for (const { action, status, messageId = 'x', envelopeId = 'x' } of readReports(bytes)) {
      assert.ok(['failed', 'delayed', 'delivered', 'relayed', 'expanded'].includes(action))
      assert.match(status, /^(?:\d\.\d{1,3}\.\d{1,3})?$/)
      assert.match(messageId, /^[^<>\s]+$/)
      assert.notEqual(envelopeId, '')
    }
  },
}
