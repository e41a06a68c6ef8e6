import { describe, expect, it } from 'vitest'
import { fault, warning } from '../../src/model/fault.ts'
import { paintFault } from '../../src/report/paint.ts'

const at = (
  line: number,
  column: number,
  length: number,
): { file: string; line: number; column: number; length: number } => ({
  file: 'm.yaml',
  line,
  column,
  length,
})
const frame = (source: string, line: number, column: number, length: number): string | undefined =>
  paintFault(fault('source/empty', at(line, column, length)), source, 'en').split('\n')[3]

describe('a fault', () => {
  const source = 'جلسه:\n  عنوان: الف\n  تاریخ: 31 مهر 1404\n'
  const one = fault('date/impossible', at(3, 10, 11), { date: '31 مهر 1404', lastDay: '۱۴۰۴/۰۷/۳۰' })

  it('in English', () => {
    expect(paintFault(one, source, 'en')).toBe(
      [
        'm.yaml:3:10 error date/impossible',
        '  There is no such day as "31 مهر 1404".',
        '  cure: The last day is 1404/07/30.',
        '  3 |   تاریخ: ⟦31 مهر 1404⟧',
      ].join('\n'),
    )
  })

  it('in Persian', () => {
    expect(paintFault(one, source, 'fa')).toBe(
      [
        'm.yaml:3:10 خطا date/impossible',
        '  روز «31 مهر 1404» در تقویم نیست.',
        '  چاره: آخرین روز آن ۱۴۰۴/۰۷/۳۰ است.',
        '  3 |   تاریخ: ⟦31 مهر 1404⟧',
      ].join('\n'),
    )
  })

  it('without a place or a source has no frame', () => {
    expect(paintFault(fault('source/empty'), undefined, 'en').split('\n')).toHaveLength(3)
    expect(paintFault(fault('source/empty'), undefined, 'en')).toMatch(/^error source\/empty\n/)
    expect(paintFault(fault('source/empty', at(1, 1, 1)), undefined, 'en').split('\n')).toHaveLength(3)
  })

  it('may be a warning', () => {
    expect(paintFault(warning('source/empty', at(1, 1, 1)), 'x', 'en')).toMatch(
      /^m\.yaml:1:1 warning source\/empty\n/,
    )
    expect(paintFault(warning('source/empty', at(1, 1, 1)), 'x', 'fa')).toMatch(/^m\.yaml:1:1 هشدار /)
  })
})

describe('the frame', () => {
  it.each([
    ['a Persian line', 'الف: ب پ ت\n', 1, 6, 1, '  1 | الف: ⟦ب⟧ پ ت'],
    ['the end of a line', 'a: b\n', 1, 5, 1, '  1 | a: b⟦⟧'],
    ['a line that is not there', 'a\n', 9, 1, 1, '  9 | ⟦⟧'],
    ['CRLF', 'a: b\r\nc: d\r\n', 2, 4, 1, '  2 | c: ⟦d⟧'],
    ['a carriage return inside of a line', 'a: b\rc\nd: e\n', 2, 4, 1, '  2 | d: ⟦e⟧'],
    ['a byte order mark', '\ufeffab: c\n', 1, 1, 2, '  1 | ⟦ab⟧: c'],
    ['control characters', 'a: \u001b[2Jb\u0007\u202ec\n', 1, 4, 1, '  1 | a: ⟦\ufffd⟧[2Jb\ufffd\ufffdc'],
    ['a tab', '\ta: b\n', 1, 1, 1, '  1 | ⟦\ufffd⟧a: b'],
    [
      'a long line',
      `${'a'.repeat(500)}b${'c'.repeat(500)}`,
      1,
      501,
      1,
      `  1 | …${'a'.repeat(48)}⟦b⟧${'c'.repeat(48)}…`,
    ],
    ['a long part', `a: ${'b'.repeat(2_000_000)}`, 1, 4, 2_000_000, `  1 | a: ⟦${'b'.repeat(48)}…⟧`],
  ] as [string, string, number, number, number, string][])(
    'of %s',
    (_, source, line, column, length, expected) => {
      expect(frame(source, line, column, length)).toBe(expected)
    },
  )
})
