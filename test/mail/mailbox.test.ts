import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { displayName, headerText, mailboxOf } from '../../src/mail/mailbox.ts'

describe('a mailbox', () => {
  it('is an address, with a name where there is one', () => {
    expect(mailboxOf('a@x.ir', 'دبیرخانه')).toEqual({
      ok: true,
      value: { name: 'دبیرخانه', address: 'a@x.ir' },
    })
    expect(mailboxOf('a@x.ir', ' \u200f\r\n ')).toEqual({ ok: true, value: { address: 'a@x.ir' } })
    expect(mailboxOf('a@x.ir, b@x.ir', 'x')).toMatchObject({ ok: false, code: 'mail/address-several' })
  })
})

describe('a display name', () => {
  it.each([
    ['سید\u200cمحمد نمونه', 'سید\u200cمحمد نمونه'],
    ['\u202eنمونه\u202c\u200f', 'نمونه'],
    ['دکتر\r\nBcc: b@x.ir', 'دکتر Bcc: b@x.ir'],
    ['a\0\u2028b\u0085c', 'a b c'],
    ['=?utf-8?B?QQ==?=', '=utf-8?B?QQ==='],
    ['=??utf-8?Q?x?=', '=utf-8?Q?x?='],
    [`مدیرکل دفتر ${'هماهنگی '.repeat(10)}`, 'مدیرکل دفتر هماهنگی هماهنگی هماهنگی هماهنگی هماهنگی…'],
    ['ا'.repeat(80), `${'ا'.repeat(59)}…`],
    ['😀'.repeat(80), `${'😀'.repeat(59)}…`],
  ])('%j is %j', (text, name) => {
    expect(displayName(text)).toBe(name)
  })
})

test('what stands in a header is one line, whatever it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const line = headerText(text)
      expect(line).not.toMatch(/[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]|=\?/u)
      expect(headerText(line)).toBe(line)
    }),
    { numRuns: 2000 },
  )
})
