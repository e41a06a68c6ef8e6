import { domainToUnicode } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { parseMailAddress } from '../../src/model/mail-address.ts'

const read = (text: string): string => {
  const parsed = parseMailAddress(text)
  return parsed.ok ? parsed.value : parsed.code.replace('mail/address-', 'no ')
}

describe('an address', () => {
  it.each([
    ['a@x.ir', 'a@x.ir'],
    ["o'b+c.d_1@Mail.Example.CO", "o'b+c.d_1@mail.example.co"],
    ['Ali@x.ir', 'Ali@x.ir'],
    ['  a@x.ir\u00a0', 'a@x.ir'],
    ['name@نمونه.ایران', 'name@xn--hhbbbed.xn--mgba3a4f16a'],
    ['daftar۱۲@office۳.ir', 'daftar12@office3.ir'],
    [`${'a'.repeat(64)}@x.ir`, `${'a'.repeat(64)}@x.ir`],
  ])('%j is %j', (text, address) => {
    expect(read(text)).toBe(address)
  })

  it('keeps the digits of a Persian label', () => {
    const address = read('a@شرکت۱۲.ایران')
    expect(domainToUnicode(address.slice(2))).toBe('شرکت۱۲.ایران')
  })
})

describe('what is none', () => {
  it.each([
    ['', 'no form'],
    ['ندارد', 'no form'],
    ['@x.ir', 'no form'],
    ['a@', 'no form'],
    ['.a@x.ir', 'no form'],
    ['a.@x.ir', 'no form'],
    ['a..b@x.ir', 'no form'],
    ['"a b"@x.ir', 'no space'],
    ['"ab"@x.ir', 'no form'],
    ['mailto:a@x.ir', 'no form'],
    ['=?UTF-8?Q?=0d=0a?=ali@x.ir', 'no form'],
    ['<a@x.ir>', 'no form'],
    ['a@x.ir>', 'no domain'],
    ['Ali <a@x.ir>', 'no space'],
    ['a b@x.ir', 'no space'],
    ['a@x.ir,b@y.ir', 'no several'],
    ['a@x.ir، b@y.ir', 'no several'],
    ['a@x.ir؛b@y.ir', 'no several'],
    ['a@x.ir،', 'no several'],
    ['a@b@x.ir', 'no several'],
    ['a@x.ir b@y.ir', 'no several'],
    ['a@x.ir\r\nBcc: b@y.ir', 'no character'],
    ['a@x.ir\n', 'no character'],
    ['a\0@x.ir', 'no character'],
    ['a@x.ir\u2028', 'no character'],
    ['\u200fa@x.ir', 'no character'],
    ['a\u200c@x.ir', 'no character'],
    ['a\ud800@x.ir', 'no character'],
    ['علی@x.ir', 'no local'],
    ['ali\u00e9@x.ir', 'no local'],
    ['a@localhost', 'no domain'],
    ['a@x.ir.', 'no domain'],
    ['a@.x.ir', 'no domain'],
    ['a@x..ir', 'no domain'],
    ['a@-x.ir', 'no domain'],
    ['a@x_y.ir', 'no domain'],
    ['a@127.0.0.1', 'no domain'],
    ['a@[127.0.0.1]', 'no domain'],
    ['a@0x7f.1', 'no domain'],
    ['a@x%2eir', 'no domain'],
    [`a@${'x'.repeat(64)}.ir`, 'no domain'],
    [`${'a'.repeat(65)}@x.ir`, 'no long'],
    [`a@${`${'x'.repeat(60)}.`.repeat(4)}example.ir`, 'no long'],
    [`${'a'.repeat(64)}@${`${'x'.repeat(60)}.`.repeat(3)}example.ir`, 'no long'],
  ])('%j: %s', (text, fault) => {
    expect(read(text)).toBe(fault)
  })

  it('is told what it is, and harmless to show', () => {
    expect(parseMailAddress('a@x.ir\r\nBcc: b@y.ir')).toEqual({
      ok: false,
      code: 'mail/address-character',
      values: { text: 'a@x.ir\ufffd\ufffdBcc: b@y.ir', character: 'U+000D' },
    })
    expect(parseMailAddress('\u202ea'.repeat(100))).toMatchObject({
      values: { text: `${'\ufffda'.repeat(40)}…`, character: 'U+202E' },
    })
  })
})

test('what is accepted is ASCII, within the limits, and accepted again as it is', () => {
  const plain = fc.constantFrom(...'ab1-.+۱')
  const any = fc.oneof({ weight: 20, arbitrary: plain }, fc.constantFrom(...'ا\u200c@,، \r\0é=?"<'))
  const part = fc.string({ unit: any, maxLength: 12 })
  let accepted = 0
  fc.assert(
    fc.property(
      fc.oneof(
        part,
        fc.tuple(part, part).map(([a, b]) => `${a}@${b}.ir`),
      ),
      (text) => {
        const parsed = parseMailAddress(text)
        if (!parsed.ok) return
        accepted++
        expect(parsed.value).toMatch(/^[!-?A-~]+@[a-z0-9.-]+$/)
        expect(parsed.value.length).toBeLessThanOrEqual(254)
        expect(parseMailAddress(parsed.value)).toEqual(parsed)
      },
    ),
    { numRuns: 5000 },
  )
  expect(accepted).toBeGreaterThan(50)
})
