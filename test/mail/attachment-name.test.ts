import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { attachmentName, distinctNames } from '../../src/mail/attachment-name.ts'

const title = {
  persian: 'بستهٔ پیش\u200cنویس جلسهٔ ۱۲، ۱۴۰۵/۰۹/۱۰',
  ascii: ['pack', 'export-12', '1405-09-10'],
  ending: 'pdf',
}

describe('a name', () => {
  it('is Persian, or of Latin letters', () => {
    expect(attachmentName(title, 'persian')).toBe('بسته-پیش-نویس-جلسه-12-14050910.pdf')
    expect(attachmentName(title, 'ascii')).toBe('pack-export-12-1405-09-10.pdf')
  })

  it('tells meetings apart that have no Latin name', () => {
    const of = (meeting: string): string =>
      attachmentName({ ...title, ascii: ['pack', meeting, '۱۴۰۵-۰۹-۱۰'] }, 'ascii')
    expect(of('صادرات')).toMatch(/^pack-[0-9a-f]{8}-1405-09-10\.pdf$/)
    expect(of('صادرات')).not.toBe(of('واردات'))
    expect(of('m'.repeat(80))).toBe(`pack-${'m'.repeat(30)}-1405-09-10.pdf`)
  })

  it.each([
    ['con', 'con-.pdf'],
    ['LPT1', 'LPT1-.pdf'],
    ['../../etc/passwd', 'etc-passwd.pdf'],
    ['\u202egpj.x', 'gpj-x.pdf'],
    ['…', 'file.pdf'],
    ['ا'.repeat(80), `${'ا'.repeat(56)}.pdf`],
    [`${'ا'.repeat(55)} ب`, `${'ا'.repeat(55)}.pdf`],
    [`${'ا'.repeat(55)}𐤀`, `${'ا'.repeat(55)}.pdf`],
  ])('of %j is %j', (persian, name) => {
    expect(attachmentName({ ...title, persian }, 'persian')).toBe(name)
  })
})

test('names are good everywhere', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const persian = attachmentName({ persian: text, ascii: [text], ending: 'pdf' }, 'persian')
      expect(persian).toMatch(/^[\p{L}\p{N}][\p{L}\p{N}-]*\.pdf$/u)
      expect(persian.length).toBeLessThanOrEqual(60)
      expect(attachmentName({ persian: text, ascii: [text], ending: 'pdf' }, 'ascii')).toMatch(
        /^[a-zA-Z0-9][a-zA-Z0-9-]*\.pdf$/,
      )
    }),
    { numRuns: 1000 },
  )
})

it('the same name is counted', () => {
  expect(distinctNames(['a.pdf', 'A.pdf', 'a.pdf', 'b.pdf', 'a-2.pdf'])).toEqual([
    'a.pdf',
    'A-2.pdf',
    'a-3.pdf',
    'b.pdf',
    'a-2-2.pdf',
  ])
  const long = `${'ا'.repeat(56)}.pdf`
  expect(distinctNames([long, long])).toEqual([long, `${'ا'.repeat(54)}-2.pdf`])
})
