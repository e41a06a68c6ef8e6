import Big from 'big.js'
import { describe, expect, it } from 'vitest'
import type { Unit } from '../../src/model/readers.ts'
import { briefAmount, cells, changeWord, numeral, proseAmount, roundAmount } from '../../src/paper/amount.ts'
import { plain } from './briefing-of.ts'

const dollars: Unit = { kind: 'money', money: 'USD', scale: '1' }
const millions: Unit = { kind: 'money', money: 'USD', scale: '1000000' }
const items: Unit = { kind: 'count', noun: 'فقره' }
const rank: Unit = { kind: 'rank' }

describe('cells of one row', () => {
  it.each([
    ['finer where it spares decimals', dollars, ['1231000000', '1800000000'], 'میلیون دلار', '۱٬۲۳۱ ۱٬۸۰۰'],
    ['coarse where it reads at once', dollars, ['1500000000', '2000000000'], 'میلیارد دلار', '۱٫۵ ۲٫۰'],
    ['in the unit they are given in', millions, ['12', '12.5'], 'میلیون دلار', '۱۲٫۰ ۱۲٫۵'],
    ['with as many decimals each', dollars, ['1234567890', '1800000000'], 'میلیارد دلار', '۱٫۲۳۵ ۱٫۸۰۰'],
    ['whole counts', items, ['1253372'], 'فقره', '۱٬۲۵۳٬۳۷۲'],
    ['small counts', items, ['1731'], 'فقره', '۱٬۷۳۱'],
    ['ranks', rank, ['6'], 'رتبه', '۶'],
    ['below zero', items, ['-3', '2.5'], 'فقره', '\u200e−۳٫۰ ۲٫۵'],
  ] as const)('are %s', (_, unit, values, name, expected) => {
    const row = cells([...values], unit)
    expect(row.unit).toBe(name)
    expect(row.values.join(' ')).toBe(expected)
  })

  it('are empty where there is no value', () => {
    expect(cells(['1', undefined, '2'], items).values).toEqual(['۱', '', '۲'])
    expect(cells([undefined], items)).toEqual({ values: [''], unit: 'فقره' })
  })
})

describe('amounts in words', () => {
  it.each([
    [proseAmount('1231000000', dollars), 'یک میلیارد و ۲۳۱ میلیون دلار'],
    [proseAmount('1731', items), '۱٬۷۳۱ فقره'],
    [proseAmount('6', rank), 'رتبهٔ ۶'],
    [roundAmount(new Big('189.6667'), millions, 1), '۱۸۹٫۷ میلیون دلار'],
    [briefAmount(new Big('158666666.7'), dollars), '۱۵۹ میلیون دلار'],
    [briefAmount(new Big('1420'), millions), '۱٫۴۲ میلیارد دلار'],
    [briefAmount(new Big('12.34'), items), '۱۲٫۳ فقره'],
    [changeWord(new Big('12.5')), '۱۲٫۵ درصد افزایش'],
    [changeWord(new Big('-11.93')), '۱۱٫۹ درصد کاهش'],
    [changeWord(new Big(0)), 'بی~تغییر'],
  ])('%s', (text, expected) => {
    expect(plain(text)).toBe(expected)
  })

  it('a rank is a word as a numeral', () => {
    expect(numeral('6', rank)).toEqual({ value: 'ششم', unit: '' })
    expect(numeral('1231000000', dollars)).toEqual({ value: '۱٫۲۳۱', unit: 'میلیارد دلار' })
  })
})
