import { describe, expect, it } from 'vitest'
import { contradictionsAcross, inScaleOf } from '../../src/insight/contradictions.ts'
import type { Meeting } from '../../src/model/meeting.ts'
import { readMeeting } from '../../src/source/source.ts'

function meeting(row: string, year = 1405): Meeting {
  const text = `meeting: { title: x, date: ${year}/09/01 }\nstatistics:\n  - { ${row} }\n`
  const { value, faults } = readMeeting(text, 'x.yaml')
  if (value === undefined) throw new Error(JSON.stringify(faults))
  return value
}
const told = (own: Meeting, ...others: Meeting[]): string[] =>
  contradictionsAcross(own, others).map(
    ({ here, there, other }) =>
      `${here.path} ${inScaleOf(here, here)} ≠ ${other}:${there.path} ${inScaleOf(here, there)}`,
  )

const exports = 'label: صادرات, key: exports, unit: میلیون دلار'

describe('two values for one time', () => {
  it.each([
    [
      'of one period',
      `${exports}, value: 12, period: ۶ ماههٔ نخست ۱۴۰۵`,
      `${exports}, value: 13, period: ۶ ماههٔ نخست ۱۴۰۵`,
    ],
    [
      'of one day',
      `${exports}, value: 12, as_of: 1405/06/31`,
      `${exports}, value: 13, as_of: ۳۱ شهریور ۱۴۰۵`,
    ],
    [
      'by the label, without a key',
      'label: صادرات, unit: نفر, value: 12, period: 1405',
      'label: صادرات, unit: نفر, value: 13, period: 1405',
    ],
    [
      'in another scale',
      `${exports}, value: 12, period: 1405`,
      'label: y, key: exports, unit: دلار, value: 13000000, period: 1405',
    ],
    [
      'of this year, said in two ways',
      `${exports}, value: 12, period: سال جاری`,
      `${exports}, value: 13, period: 1405`,
    ],
  ])('%s', (_, own, other) => {
    expect(told(meeting(own), meeting(other))).toEqual(['statistics.0.value 12 ≠ 0:statistics.0.value 13'])
  })

  it('between what is reached and a single value', () => {
    const own = meeting(`${exports}, actual: { value: 5, period: ۳ ماههٔ نخست ۱۴۰۵ }`)
    expect(told(own, meeting(`${exports}, value: 6, period: ۳ ماههٔ نخست ۱۴۰۵`))).toEqual([
      'statistics.0.actual.value 5 ≠ 0:statistics.0.value 6',
    ])
  })

  it('between what was told a year ago and what is now said of that year', () => {
    const own = meeting(`${exports}, value: 9, period: ۶ ماههٔ نخست ۱۴۰۵, last_year: 7`)
    const old = meeting(`${exports}, value: 8, period: ۶ ماههٔ نخست سال جاری`, 1404)
    expect(told(own, old)).toEqual(['statistics.0.last_year.value 7 ≠ 0:statistics.0.value 8'])
  })

  it('of a target', () => {
    const row = (value: number): string =>
      `${exports}, actual: { value: 5, period: ۳ ماههٔ نخست ۱۴۰۵ }, target: { value: ${value}, period: 1405 }`
    expect(told(meeting(row(20)), meeting(row(21)))).toEqual([
      'statistics.0.target.value 20 ≠ 0:statistics.0.target.value 21',
    ])
  })

  it('are told once, with the first file that says otherwise', () => {
    const row = (value: number): string => `${exports}, value: ${value}, period: 1405`
    expect(told(meeting(row(1)), meeting(row(1)), meeting(row(2)), meeting(row(3)))).toEqual([
      'statistics.0.value 1 ≠ 1:statistics.0.value 2',
    ])
  })
})

describe('no contradiction', () => {
  it.each([
    [
      'equal values, written in two scales',
      `${exports}, value: 12, period: 1405`,
      'label: y, key: exports, unit: دلار, value: 12000000, period: 1405',
    ],
    [
      'of two periods',
      `${exports}, value: 12, period: ۶ ماههٔ نخست ۱۴۰۵`,
      `${exports}, value: 13, period: ۷ ماههٔ نخست ۱۴۰۵`,
    ],
    ['of two days', `${exports}, value: 12, as_of: 1405/06/31`, `${exports}, value: 13, as_of: 1405/07/30`],
    [
      'of two units',
      `${exports}, value: 12, period: 1405`,
      'label: y, key: exports, unit: تن, value: 13, period: 1405',
    ],
    ['without a time', `${exports}, value: 12`, `${exports}, value: 13`],
    [
      'of two indicators',
      `${exports}, value: 12, period: 1405`,
      'label: صادرات, key: imports, unit: میلیون دلار, value: 13, period: 1405',
    ],
    [
      'of a target and what was reached',
      `${exports}, value: 12, period: 1405`,
      `${exports}, actual: { value: 12, period: 1405 }, target: { value: 13, period: 1405 }`,
    ],
  ])('%s', (_, own, other) => {
    expect(told(meeting(own), meeting(other))).toEqual([])
  })

  it('between «this year» of two years', () => {
    const row = (value: number): string => `${exports}, value: ${value}, period: سال جاری`
    expect(told(meeting(row(1)), meeting(row(2), 1404))).toEqual([])
  })
})
