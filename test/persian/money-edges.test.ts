import { describe, expect, it } from 'vitest'
import { NBSP } from '../../src/persian/invisible.ts'
import { parseMoney, parseMoneyUnit } from '../../src/persian/money.ts'
import { formatNumber, mixedScale, numberRange, parseNumber } from '../../src/persian/number.ts'

describe('units', () => {
  it.each([
    ['هزار میلیارد تومان', 'toman', '1000000000000'],
    ['هزار تومان', 'toman', '1000'],
    ['میلیون  دلار', 'USD', '1000000'],
    ['ریال\u200cجاری', 'rial-current', '1'],
    ['\u200eدلار\u2069', 'USD', '1'],
    ['ر\u064aال جار\u0649', 'rial-current', '1'],
  ])('%s', (text, unit, scale) => expect(parseMoneyUnit(text)).toEqual({ ok: true, value: { unit, scale } }))

  it.each([
    ['', { text: '' }, 'money/unit-missing'],
    ['ریال', { text: 'ریال' }, 'money/rial-kind-missing'],
    ['فقره', { text: 'فقره', unit: 'فقره' }, 'money/unit-unknown'],
    ['صد میلیون تومان', { text: 'صد میلیون تومان', unit: 'صد میلیون تومان' }, 'money/unit-unknown'],
    ['میلیون نفر تومان', { text: 'میلیون نفر تومان', unit: 'میلیون نفر تومان' }, 'money/unit-unknown'],
    ['نیم میلیون تومان', { text: 'نیم میلیون تومان', unit: 'نیم میلیون تومان' }, 'money/unit-unknown'],
  ])('refuses «%s»', (text, values, code) =>
    expect(parseMoneyUnit(text)).toEqual({ ok: false, code, values }),
  )
})

describe('amounts', () => {
  it.each([
    ['۵تومان', '5', 'toman'],
    ['5USD', '5', 'USD'],
    ['۲ میل\u064aون دلار', '2000000', 'USD'],
  ])('%s', (text, amount, unit) => {
    expect(parseMoney(text)).toEqual({ ok: true, value: { amount, unit } })
  })

  it.each([
    ['۵ دلار کانادا', 'دلار کانادا'],
    ['۵ دلار غرب کانادا', 'دلار غرب کانادا'],
    ['۵ سنگ', 'سنگ'],
  ])('names the unknown unit of «%s»', (text, unit) =>
    expect(parseMoney(text)).toEqual({ ok: false, code: 'money/unit-unknown', values: { text, unit } }),
  )

  it('names no unit of four words, nor one without a number', () => {
    expect(parseMoney('۵ یک دو سه چهار پنج')).toMatchObject({ code: 'number/invalid' })
    expect(parseMoney('سنگ')).toMatchObject({ code: 'number/invalid' })
    expect(parseMoney('نادلار')).toMatchObject({ code: 'number/invalid' })
    expect(parseMoney('۵ نادلار')).toMatchObject({ code: 'money/unit-unknown', values: { unit: 'نادلار' } })
  })
})

describe('numbers', () => {
  it.each([
    ['-  ۵', '-5'],
    ['+ ۵', '5'],
    ['۵-', '-5'],
    ["1'234", '1234'],
    ['1\u2019234', '1234'],
    ['۲  میلیون', '2000000'],
    ['دو میلیون و سه', '2000003'],
    ['صفر ممیز یک دو سه', '0.123'],
    ['سی ممیز پنج صدم', '30.05'],
  ])('%s', (text, value) => expect(parseNumber(text)).toEqual({ ok: true, value }))

  it.each([
    '۵-۶-',
    'دو میلیون سه',
    'میلیون',
    'دو ممیز میلیون',
    'دو ممیز',
    'ممیز دو',
    'یک ممیز ده صدم پنج',
    'میلیونی',
    '5x',
  ])('refuses %s', (text) =>
    expect(parseNumber(text)).toEqual({ ok: false, code: 'number/invalid', values: { text } }),
  )

  it.each([
    ['+۱۲/۵', '12'],
    ['-۱۲/۵', '-12'],
    ["1'234/5", '1234'],
  ])('%s has two readings', (text, numerator) => {
    expect(parseNumber(text)).toMatchObject({ code: 'number/ambiguous-slash', values: { numerator } })
  })

  it('writes nought, ranges and counts', () => {
    expect(mixedScale('0')).toBe('۰')
    expect(formatNumber('0')).toBe('۰')
    expect(mixedScale('1999.5')).toBe(`۲${NBSP}هزار`)
    expect(mixedScale('1234567890.5', { groups: 3 })).toBe(
      `یک${NBSP}میلیارد و ۲۳۴${NBSP}میلیون و ۵۶۸${NBSP}هزار`,
    )
    expect(mixedScale('2001000000000', { groups: 9 })).toBe(`۲${NBSP}هزار و یک${NBSP}میلیارد`)
    expect(numberRange('10', '15', { style: 'table', unit: '' })).toBe(
      numberRange('10', '15', { style: 'table' }),
    )
    expect(numberRange('10', '-5', { style: 'table' })).toContain(' تا ')
    expect(numberRange('-10', '5', { style: 'table' })).toContain(' تا ')
  })
})
