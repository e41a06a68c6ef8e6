import { describe, expect, it } from 'vitest'
import { addMoney, convert, withSecondUnit } from '../../src/persian/conversion.ts'
import { NBSP, ZWNJ } from '../../src/persian/invisible.ts'
import { formatMoney, moneyUnitNames, parseMoney, parseMoneyUnit, withUnit } from '../../src/persian/money.ts'
import type { MoneyUnit } from '../../src/persian/money.ts'

const units = Object.keys(moneyUnitNames) as MoneyUnit[]
const ours: MoneyUnit[] = ['rial-current', 'rial-new', 'toman', 'hemat']

describe('units', () => {
  it.each([
    ['میلیارد تومان', 'toman', '1000000000'],
    [`میلیارد${ZWNJ}تومان`, 'toman', '1000000000'],
    ['هزار میلیارد ریال جاری', 'rial-current', '1000000000000'],
    ['میلیون دلار', 'USD', '1000000'],
    ['USD', 'USD', '1'],
    ['پوند', 'GBP', '1'],
    ['پوند انگلیس', 'GBP', '1'],
    ['روبل', 'RUB', '1'],
    ['افغانی', 'AFN', '1'],
    ['منات آذربایجان', 'AZN', '1'],
    ['روپیه\u0654 پاکستان', 'PKR', '1'],
    ['روپیه هند', 'INR', '1'],
    ['روپی\u06c0 هند', 'INR', '1'],
    ['لاری', 'GEL', '1'],
    ['میلیون ریال عمان', 'OMR', '1000000'],
    ['ریال قطر', 'QAR', '1'],
    ['ریال عربستان', 'SAR', '1'],
    ['دینار کویت', 'KWD', '1'],
    ['دینار عراق', 'IQD', '1'],
    ['ین', 'JPY', '1'],
  ])('%s', (text, unit, scale) => expect(parseMoneyUnit(text)).toEqual({ ok: true, value: { unit, scale } }))

  it.each(units)('reads %s by its code, its name and a scale', (unit) => {
    for (const text of [unit, unit.toLowerCase(), moneyUnitNames[unit]])
      expect(parseMoneyUnit(text)).toEqual({ ok: true, value: { unit, scale: '1' } })
    const million = { unit, scale: '1000000' }
    expect(parseMoneyUnit(`میلیون ${moneyUnitNames[unit]}`)).toEqual({ ok: true, value: million })
  })
  it('has a name of its own for each', () => {
    expect(new Set(Object.values(moneyUnitNames)).size).toBe(units.length)
    expect(units).toHaveLength(22)
  })
  it.each([
    ['', 'money/unit-missing'],
    ['میلیارد ریال', 'money/rial-kind-missing'],
    ['ریال ایران', 'money/rial-kind-missing'],
    ['IRR', 'money/rial-kind-missing'],
    ['کرون', 'money/unit-unknown'],
    ['دینار', 'money/unit-unknown'],
    ['روپیه', 'money/unit-unknown'],
    ['منات', 'money/unit-unknown'],
    ['بسیار تومان', 'money/unit-unknown'],
    ['تومانی', 'money/unit-unknown'],
  ])('refuses %j', (text, code) => expect(parseMoneyUnit(text)).toMatchObject({ ok: false, code }))
})

describe('amounts', () => {
  it.each([
    ['۲ میلیارد و ۵۰۰ میلیون تومان', '2500000000', 'toman'],
    ['1.8 همت', '1.8', 'hemat'],
    ['3 million USD', '3000000', 'USD'],
    ['۱۲ پوند', '12', 'GBP'],
    ['۱۲پوند', '12', 'GBP'],
    ['۵ میلیون ریال عمان', '5000000', 'OMR'],
    ['9007199254740993 toman', '9007199254740993', 'toman'],
  ])('%s', (text, amount, unit) => expect(parseMoney(text)).toEqual({ ok: true, value: { amount, unit } }))
  it.each([
    ['۱۲', 'money/unit-missing', { text: '۱۲' }],
    ['۱۲ ریال', 'money/rial-kind-missing', { text: '۱۲ ریال' }],
    ['۱۲ کرون', 'money/unit-unknown', { text: '۱۲ کرون', unit: 'کرون' }],
    ['۵ دلار کانادا', 'money/unit-unknown', { text: '۵ دلار کانادا', unit: 'دلار کانادا' }],
    ['۵ کرون', 'money/unit-unknown', { unit: 'کرون' }],
    ['کرون ۵ چک', 'number/invalid', {}],
    ['۱۲/۵ تومان', 'number/ambiguous-slash', { decimal: '12.5' }],
    ['abc', 'number/invalid', { text: 'abc' }],
  ])('refuses %s', (text, code, values) => expect(parseMoney(text)).toMatchObject({ code, values }))
  it('writes prose', () => {
    const billion = `یک${NBSP}میلیارد و ۲۳۱${NBSP}میلیون دلار`
    expect(formatMoney({ amount: '1231000000', unit: 'USD' })).toBe(billion)
    expect(formatMoney({ amount: '12', unit: 'OMR' })).toBe(`۱۲${NBSP}ریال عمان`)
    expect(withUnit('1231000', 'ریال')).toBe(`یک${NBSP}میلیون و ۲۳۱${NBSP}هزار ریال`)
  })
})

const TOMAN = 'هر تومان ۱۰ ریال جاری'
const HEMAT = 'هر همت هزار میلیارد تومان'
const REFORM =
  'هر ریال جدید ۱۰٬۰۰۰ ریال جاری، به حکم قانون اصلاح بند «الف» ماده\u0654 ۵۸ قانون بانک مرکزی مصوب ۱۴۰۴'

describe('conversion', () => {
  it.each<[string, MoneyUnit, string, MoneyUnit, string]>([
    ['1', 'rial-new', '10000', 'rial-current', REFORM],
    ['1', 'rial-current', '0.0001', 'rial-new', REFORM],
    ['1', 'toman', '10', 'rial-current', TOMAN],
    ['1', 'toman', '0.001', 'rial-new', `${TOMAN}؛ ${REFORM}`],
    ['1', 'rial-new', '1000', 'toman', `${REFORM}؛ ${TOMAN}`],
    ['1', 'hemat', '1000000000000', 'toman', HEMAT],
    ['1', 'hemat', '10000000000000', 'rial-current', `${HEMAT}؛ ${TOMAN}`],
    ['1', 'hemat', '1000000000', 'rial-new', `${HEMAT}؛ ${TOMAN}؛ ${REFORM}`],
    ['1800', 'toman', '0.0000000018', 'hemat', HEMAT],
    ['-12.5', 'toman', '-125', 'rial-current', TOMAN],
    ['9007199254740993.7', 'rial-current', '900719925474099.37', 'toman', TOMAN],
    ['7', 'toman', '7', 'toman', ''],
    ['7', 'USD', '7', 'USD', ''],
  ])('%s %s is %s %s', (amount, unit, result, to, rule) =>
    expect(convert({ amount, unit }, to)).toEqual({
      ok: true,
      value: { money: { amount: result, unit: to }, rule },
    }),
  )
  it('comes back exactly, by every way', () => {
    for (const a of ours) {
      for (const b of ours) {
        const there = convert({ amount: '123456789.0123', unit: a }, b)
        const back = there.ok ? convert(there.value.money, a) : there
        expect(back).toMatchObject({ ok: true, value: { money: { amount: '123456789.0123', unit: a } } })
      }
    }
  })
  it('has no rate for foreign money', () => {
    for (const foreign of units.filter((unit) => !ours.includes(unit))) {
      const name = moneyUnitNames[foreign]
      expect(convert({ amount: '1', unit: foreign }, 'toman')).toEqual({
        ok: false,
        code: 'money/no-rate',
        values: { from: name, to: 'تومان' },
      })
      expect(convert({ amount: '1', unit: 'toman' }, foreign)).toEqual({
        ok: false,
        code: 'money/no-rate',
        values: { from: 'تومان', to: name },
      })
    }
  })
  it('writes a second unit with its rule', () => {
    expect(withSecondUnit({ amount: '500000000000', unit: 'toman' }, 'rial-current')).toEqual({
      ok: true,
      value: `۵۰۰${NBSP}میلیارد تومان (۵${NBSP}هزار${NBSP}میلیارد ریال جاری؛ ${TOMAN})`,
    })
    expect(withSecondUnit({ amount: '5', unit: 'toman' }, 'toman')).toEqual({
      ok: true,
      value: `۵${NBSP}تومان`,
    })
    expect(withSecondUnit({ amount: '5', unit: 'USD' }, 'toman')).toMatchObject({ code: 'money/no-rate' })
  })
})

it('adds one unit exactly and refuses two', () => {
  const tenth = { amount: '0.1', unit: 'hemat' } as const
  expect(addMoney(tenth, { amount: '0.2', unit: 'hemat' })).toEqual({
    ok: true,
    value: { amount: '0.3', unit: 'hemat' },
  })
  expect(addMoney(tenth, { amount: '-0.1', unit: 'hemat' })).toMatchObject({ value: { amount: '0' } })
  expect(addMoney(tenth, { amount: '1', unit: 'toman' })).toEqual({
    ok: false,
    code: 'money/mixed-units',
    values: { first: 'hemat', second: 'toman' },
  })
  expect(() => addMoney(tenth, { amount: '۱', unit: 'hemat' })).toThrow(RangeError)
})
