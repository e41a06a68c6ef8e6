import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NBSP, WJ } from '../../src/persian/invisible.ts'
import { formatMoney, parseMoney, parseMoneyUnit, withUnit } from '../../src/persian/money.ts'
import {
  formatNumber,
  mixedScale,
  numberRange,
  parseNumber,
  percentSign,
  percentWord,
} from '../../src/persian/number.ts'
import { joinList, numberWords, ordinal } from '../../src/persian/words.ts'

type Case = { fn: string; input: string; opt: string; expected: string }
const cases = JSON.parse(
  readFileSync(new URL('data/persian-number-tests.json', import.meta.url), 'utf8'),
) as Case[]

function run(c: Case): string {
  switch (c.fn) {
    case 'number':
      return formatNumber(c.input, { group: !c.opt.includes('group:false') })
    case 'percentSign':
      return percentSign(c.input)
    case 'percentWord':
      return percentWord(c.input)
    case 'mixed':
      return mixedScale(c.input, {
        groups: c.opt.includes('groups:3') ? 3 : 2,
        trillion: c.opt.includes('trillion'),
      })
    case 'words':
      return numberWords(c.input, { legal: c.opt.includes('legal') })
    case 'ordinal':
      return ordinal(Number(c.input), { attributive: c.opt.includes('attributive') })
    case 'money':
      return withUnit(c.input, 'ریال')
    default:
      throw new Error(c.fn)
  }
}

describe('the researched number table', () => {
  it('has 85 cases', () => expect(cases).toHaveLength(85))
  it.each(cases)('$fn $input $opt', (c) => expect(run(c)).toBe(c.expected))
})

describe('parseNumber', () => {
  it.each([
    ['۱٬۲۳۴٫۵', '1234.5'],
    ['-1,234.50', '-1234.5'],
    ["1'000", '1000'],
    ['1 234 567', '1234567'],
    ['۵-', '-5'],
    ['١٢', '12'],
    ['یک میلیارد و ۲۳۱ میلیون', '1231000000'],
    ['1.8 میلیارد', '1800000000'],
    ['هزار و ۵۰۰', '1500'],
    ['هزار میلیارد', '1000000000000'],
    ['۱۲ هزار و ۳۴۵ میلیارد', '12345000000000'],
    ['9007199254740993', '9007199254740993'],
    ['نه', '9'],
  ])('%s', (text, value) => expect(parseNumber(text)).toEqual({ ok: true, value }))
  it('never guesses 12/5', () =>
    expect(parseNumber('۱۲/۵')).toMatchObject({
      code: 'number/ambiguous-slash',
      values: { decimal: '12.5' },
    }))
  it.each(['', 'abc', '1,5', '1,23,456', '1.2.3', 'میلیون', '1.5 میلیارد و 2', '۲ هزار و ۳ میلیون و', '--5'])(
    'refuses %j',
    (t) => expect(parseNumber(t)).toMatchObject({ ok: false, code: 'number/invalid' }),
  )
  it('reads back what the formatters write', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), (n) => {
        const v = n.toString()
        for (const s of [
          formatNumber(v),
          numberWords(v),
          numberWords(v, { legal: true }),
          mixedScale(v, { groups: 9 }),
        ]) {
          expect(parseNumber(s)).toEqual({ ok: true, value: v })
        }
      }),
    )
  })
  it('is total', () =>
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (s) => typeof parseNumber(s).ok === 'boolean')))
})

it('ranges and lists', () => {
  expect(numberRange('10', '15', { style: 'prose', unit: 'درصد' })).toBe(`۱۰ تا ۱۵${NBSP}درصد`)
  expect(numberRange('10', '15', { style: 'table' })).toBe(`۱۰${WJ}\u2013${WJ}۱۵`)
  expect(joinList(['گمرک', 'اتاق', 'صمت'])).toBe('گمرک، اتاق و صمت')
})

describe('money', () => {
  it('units', () => {
    expect(parseMoneyUnit('میلیارد تومان')).toEqual({
      ok: true,
      value: { unit: 'toman', scale: '1000000000' },
    })
    expect(parseMoneyUnit('هزار میلیارد ریال جاری')).toEqual({
      ok: true,
      value: { unit: 'rial-current', scale: '1000000000000' },
    })
    expect(parseMoneyUnit('میلیون دلار')).toEqual({ ok: true, value: { unit: 'USD', scale: '1000000' } })
    expect(parseMoneyUnit('USD')).toEqual({ ok: true, value: { unit: 'USD', scale: '1' } })
    expect(parseMoneyUnit('میلیارد ریال')).toMatchObject({ code: 'money/rial-kind-missing' })
    expect(parseMoneyUnit('پوند')).toMatchObject({ code: 'money/unit-unknown' })
  })
  it('amounts', () => {
    expect(parseMoney('۲ میلیارد و ۵۰۰ میلیون تومان')).toEqual({
      ok: true,
      value: { amount: '2500000000', unit: 'toman' },
    })
    expect(parseMoney('1.8 همت')).toEqual({ ok: true, value: { amount: '1.8', unit: 'hemat' } })
    expect(parseMoney('3 million USD')).toEqual({ ok: true, value: { amount: '3000000', unit: 'USD' } })
    expect(parseMoney('۱۲')).toMatchObject({ code: 'money/unit-missing' })
    expect(parseMoney('۱۲ ریال')).toMatchObject({ code: 'money/rial-kind-missing' })
    expect(parseMoney('۱۲ پوند')).toMatchObject({ code: 'money/unit-unknown', values: { unit: 'پوند' } })
    expect(formatMoney({ amount: '1231000000', unit: 'USD' })).toBe(`یک${NBSP}میلیارد و ۲۳۱${NBSP}میلیون دلار`)
    expect(withUnit('1231000', 'ریال')).toBe(`یک${NBSP}میلیون و ۲۳۱${NBSP}هزار ریال`)
  })
})
