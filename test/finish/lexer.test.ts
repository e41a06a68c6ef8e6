import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { numeral, stringValue, textString, tokenize, valueEnd } from '../../src/finish/lexer.ts'

const operand = fc.oneof(
  fc.integer().map(String),
  fc.constantFrom('.5', '-1.25', '/Name', '/F1', 'true', 'null', '<0041>', '<<>>', '[<00> -3 (a)]'),
  fc.constantFrom('(a(b)c)', String.raw`(\(\\)`, '(ET BT)', '<</A (>>) /B [1 2] >>', '<</MCID 3 >>'),
)
const operator = fc.constantFrom('BT', 'ET', 'Tj', 'TJ', 'Td', "'", '"', 'rg', 'BDC', 'EMC', 'W*', 'd0')
const space = fc.constantFrom(' ', '\n', '\r\n', '\t', ' % (comment\n')
const stream = fc
  .array(fc.tuple(fc.array(operand, { maxLength: 6 }), operator, space))
  .map((parts) => parts.map(([operands, name, gap]) => [...operands, name].join(' ') + gap).join(''))

describe('a content stream', () => {
  test('is the slices of its operators, whatever it holds', () => {
    fc.assert(
      fc.property(fc.oneof(stream, fc.string({ unit: 'binary-ascii' })), (text) => {
        const operators = tokenize(text)
        // White space and comments alone hold no operator.
        fc.pre(operators.length > 0)
        expect(operators.map(({ from, to }) => text.slice(from, to)).join('')).toBe(text)
      }),
    )
  })

  test('is cut as it was put together', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.array(operand), operator, space)), (parts) => {
        const text = parts.map(([operands, name, gap]) => [...operands, name].join(' ') + gap).join('')
        expect(tokenize(text).map(({ name, operands }) => [operands, name])).toEqual(
          parts.map(([operands, name]) => [operands, name]),
        )
      }),
    )
  })

  test('has an inline image as one operator, with whatever bytes', () => {
    const text = 'q BI /W 2 /H 1 ID \u0000(EIx\u00ff EI Q'
    expect(tokenize(text).map(({ name }) => name)).toEqual(['q', 'BI', 'Q'])
  })
})

describe('values', () => {
  test('a text string comes back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(stringValue(textString(text))).toBe(text)
      }),
    )
  })

  test.each([
    [String.raw`(\))`, ')'],
    [String.raw`(a\050b\n)`, 'a(b\n'],
    ['<FEFF200C>', '\u200c'],
    ['<41 4>', 'A@'],
  ])('%s reads as %j', (operand, value) => expect(stringValue(operand)).toBe(value))

  test('a dictionary ends at its own end', () => {
    const text = '<</A <</B (>>)>> /C [<41> (])]>> tail'
    expect(text.slice(valueEnd(text, 0))).toBe(' tail')
  })

  test.each([
    [0.5, 3, '.5'],
    [-0.25, 1, '-.3'],
    [12, 4, '12'],
    [100, 0, '100'],
    [-0.00001, 3, '0'],
  ])('%d with %d decimals is %s', (value, digits, text) => expect(numeral(value, digits)).toBe(text))
})
