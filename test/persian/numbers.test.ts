import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { formalAmount } from '../../src/persian/formal-amount.ts'
import { LRM, MINUS, NBSP, RLM, WJ, ZWNJ } from '../../src/persian/invisible.ts'
import { withUnit } from '../../src/persian/money.ts'
import {
  formatNumber,
  mixedScale,
  numberRange,
  parseNumber,
  percentSign,
  percentWord,
} from '../../src/persian/number.ts'
import { joinList, numberWords, ordinal, rank } from '../../src/persian/words.ts'

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
  it.each([
    ['space', ' '],
    ['no-break space', NBSP],
    ['narrow no-break space', '\u202f'],
    ['thin space', '\u2009'],
    ['Arabic thousands separator', '\u066c'],
    ['comma', ','],
    ['Persian comma', '\u060c'],
    ['apostrophe', "'"],
    ['right quote', '\u2019'],
    ['left quote', '\u2018'],
    ['modifier apostrophe', '\u02bc'],
  ])('groups by %s in every digit set', (_, mark) => {
    for (const digits of ['1234567', '۱۲۳۴۵۶۷', '\u0661\u0662\u0663\u0664\u0665\u0666\u0667']) {
      const grouped = digits.replace(/\B(?=(?:.{3})+$)/g, mark)
      expect([...grouped].filter((c) => c === mark)).toHaveLength(2)
      expect(parseNumber(grouped)).toEqual({ ok: true, value: '1234567' })
    }
  })
  it.each([
    ['minus sign', `${MINUS}۵`],
    ['mark and minus sign', `${LRM}${MINUS}۵`],
    ['hyphen', '-5'],
    ['hyphen, then a space', '- 5'],
    ['en dash', '\u2013۵'],
    ['figure dash', '\u2012۵'],
    ['trailing minus sign', `۵${MINUS}`],
    ['word', 'منفی ۵'],
    ['words', 'منفی پنج'],
  ])('reads a negative by %s', (_, text) => expect(parseNumber(text)).toEqual({ ok: true, value: '-5' }))
  it.each([
    ['+۵', '5'],
    ['-0', '0'],
    ['۰٫۵۰', '0.5'],
    ['۰۰۷', '7'],
    [`بیست${ZWNJ}و${ZWNJ}یک`, '21'],
    [`سه${ZWNJ}هزار`, '3000'],
    [`۱۵${ZWNJ}هزار`, '15000'],
    [`۱${ZWNJ}۲`, '12'],
    ['یکهزار و پانصد', '1500'],
    ['دوهزار', '2000'],
    ['۱۵هزار', '15000'],
    ['س\u064a و یک', '31'],
    [' ۵ ', '5'],
    ['یک و نیم میلیون', '1500000'],
    ['نیم میلیارد', '500000000'],
    ['۲ و نیم', '2.5'],
    ['منفی بیست و یک و نیم', '-21.5'],
    ['صفر ممیز سی و پنج صدم', '0.35'],
    ['سی ممیز پنج صدم', '30.05'],
    ['یك میلیارد', '1000000000'],
  ])('%s', (text, value) => expect(parseNumber(text)).toEqual({ ok: true, value }))
  it.each([
    ['۱۲/۵', '12', '5'],
    ['-12/5', '-12', '5'],
    ['منفی ۱۲/۵', '-12', '5'],
    ['۱٬۲۰۰/۷۵', '1200', '75'],
    ['۱/۳۷۵۶ میلیارد', '1', '3756'],
  ])('tells both meanings of %s', (text, numerator, denominator) => {
    const values = { text, decimal: `${numerator}.${denominator}`, numerator, denominator }
    expect(parseNumber(text)).toEqual({ ok: false, code: 'number/ambiguous-slash', values })
  })
  it.each([
    '',
    'abc',
    '1,5',
    '1,23,456',
    '1.2.3',
    'میلیون',
    '1.5 میلیارد و 2',
    '۲ هزار و ۳ میلیون و',
    '--5',
    '۱۲،۵',
    '1,234 567',
    '1405/09/01',
    'سی و پنج صدم',
    'دو هزار و نیم',
    'هزارم',
    '۲ هزار و ۱۰۰۰',
    '۲ هزار و ۱٫۵',
    'دویست و صد',
    'سی و ده',
    'پنج و شش',
    'صفر ممیز ده دهم',
    'سی ممیز ده یک',
    '۲٫۵ و نیم',
    'نیم و نیم',
    'نیم و یک',
    'دو میلیارد و سه میلیارد',
    'سی ممیز صد و پنج دهم',
    'پنج و شش ممیز یک',
  ])('refuses %j', (t) => expect(parseNumber(t)).toMatchObject({ ok: false, code: 'number/invalid' }))
})

it('ranges and lists', () => {
  expect(numberRange('10', '15', { style: 'prose', unit: 'درصد' })).toBe(`۱۰ تا ۱۵${NBSP}درصد`)
  expect(numberRange('10', '15', { style: 'table' })).toBe(`۱۰${WJ}\u2013${WJ}۱۵`)
  expect(numberRange('-10', '-5', { style: 'prose', unit: 'درصد' })).toBe(`منفی ۱۰ تا منفی ۵${NBSP}درصد`)
  expect(numberRange('-10', '5', { style: 'table' })).toBe(`${LRM}${MINUS}۱۰ تا ۵`)
  expect(numberRange('-10', '-5', { style: 'table', unit: `${RLM}٪` })).toBe(
    `${LRM}${MINUS}۱۰ تا ${LRM}${MINUS}۵${NBSP}${RLM}٪`,
  )
  expect(joinList([])).toBe('')
  expect(joinList(['گمرک', 'اتاق', 'صمت'])).toBe('گمرک، اتاق و صمت')
})

it('ranks in words', () => {
  expect(rank(6)).toBe('رتبه\u0654 ششم')
  expect(rank(30)).toBe(`رتبه\u0654 سی${ZWNJ}ام`)
  expect(ordinal(1_000_001)).toBe('یک میلیون و یکم')
  for (const n of [-1, 1.5, NaN]) expect(() => ordinal(n)).toThrow(RangeError)
})

it.each([
  ['1231000000', 'ریال', '۱٬۲۳۱٬۰۰۰٬۰۰۰ (یک میلیارد و دویست و سی و یک میلیون) ریال'],
  ['1100', 'ریال جاری', '۱٬۱۰۰ (یک هزار و یکصد) ریال جاری'],
  ['-5', 'دلار', 'منفی ۵ (منفی پنج) دلار'],
  ['30.05', 'دلار', '۳۰٫۰۵ (سی ممیز پنج صدم) دلار'],
  ['0.35', 'دلار', '۰٫۳۵ (صفر ممیز سی و پنج صدم) دلار'],
])('writes the formal amount of %s', (value, unit, text) => expect(formalAmount(value, unit)).toBe(text))

it('refuses a number that is not canonical', () => {
  for (const value of ['', '۱۲', '1,000', '1.', '+1', '1e3']) {
    for (const write of [formatNumber, mixedScale, numberWords, (v: string) => formalAmount(v, 'ریال')])
      expect(() => write(value)).toThrow(RangeError)
  }
})
