import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { derivePace } from '../../src/insight/pace.ts'
import type { Pace, Progress } from '../../src/insight/pace.ts'

const year = { fromMonth: 1, toMonth: 12 }
const pace = (progress: Progress): Pace => {
  const derived = derivePace(progress)
  if (derived === undefined) throw new Error('no pace')
  return derived
}
const example = pace({
  target: { value: '1800', period: year },
  actual: { value: '1231', period: { fromMonth: 1, toMonth: 9 } },
})

describe('the example: 1.231 of 1.8 billion after nine months of twelve', () => {
  it.each([
    ['done', example.done, '68.4'],
    ['elapsed', example.months.percent, '75.0'],
    ['gap', example.gap, '-6.6'],
    ['projection', example.projection, '1641.3'],
    ['surplus', example.surplus, '-158.7'],
    ['monthly', example.monthly, '136.8'],
    ['required', example.required, '189.7'],
    ['months left', example.monthsLeft, '3.0'],
  ])('%s', (_, value, shown) => expect(value?.toFixed(1)).toBe(shown))

  it('counts no days while the year is not known', () => expect(example.days).toBeUndefined())
})

it('counts days where the year is known', () => {
  const { days } = pace({
    target: { value: '1800', period: { year: 1404, ...year } },
    actual: { value: '1231', period: { fromMonth: 1, toMonth: 9 } },
  })
  expect([days?.passed.toFixed(), days?.whole, days?.percent.toFixed(1)]).toEqual(['276', 365, '75.6'])
})

it('counts a leap year', () => {
  const { days } = pace({
    target: { value: '10', period: { year: 1403, ...year } },
    actual: { value: '5', period: { fromMonth: 1, toMonth: 12 } },
  })
  expect([days?.passed.toFixed(), days?.whole]).toEqual(['366', 366])
})

it('counts up to a day', () => {
  const { months, days } = pace({
    target: { value: '100', period: { year: 1404, ...year } },
    actual: { value: '50', as_of: { y: 1404, m: 7, d: 15 } },
  })
  expect([months.passed.toFixed(1), days?.passed.toFixed()]).toEqual(['6.5', '201'])
})

it('takes a day after the period for its end', () => {
  const { months, required } = pace({
    target: { value: '100', period: { year: 1404, fromMonth: 1, toMonth: 6 } },
    actual: { value: '50', as_of: { y: 1405, m: 2, d: 3 } },
  })
  expect([months.percent.toFixed(), required]).toEqual(['100', undefined])
})

it('is never clamped, and asks for nothing once the target is passed', () => {
  const over = pace({
    target: { value: '100', period: year },
    actual: { value: '250', period: { fromMonth: 1, toMonth: 6 } },
  })
  expect([
    over.done.toFixed(),
    over.gap.toFixed(),
    over.projection.toFixed(),
    over.required?.toFixed(),
  ]).toEqual(['250', '200', '500', '0'])
})

it('has no pace for a target of zero, or before any time has passed', () => {
  const actual = { value: '1', period: { fromMonth: 1, toMonth: 3 } }
  expect(derivePace({ target: { value: '0', period: year }, actual })).toBeUndefined()
  expect(derivePace({ target: { value: '5', period: year }, actual: { value: '1' } })).toBeUndefined()
  const early = { value: '1', as_of: { y: 1404, m: 2, d: 1 } }
  expect(
    derivePace({ target: { value: '5', period: { fromMonth: 7, toMonth: 12 } }, actual: early }),
  ).toBeUndefined()
})

it('what is required in the months left makes up the target, to the last digit that matters', () => {
  const amount = fc.integer({ min: 1, max: 1e9 })
  fc.assert(
    fc.property(amount, amount, fc.integer({ min: 1, max: 11 }), (target, actual, toMonth) => {
      const { required, monthsLeft, surplus, projection } = pace({
        target: { value: String(target), period: year },
        actual: { value: String(actual), period: { fromMonth: 1, toMonth } },
      })
      const end = required?.times(monthsLeft).plus(actual).toNumber() ?? Number.NaN
      expect(end).toBeCloseTo(Math.max(target, actual), 3)
      expect(projection.minus(surplus).toNumber()).toBeCloseTo(target, 3)
    }),
  )
})
