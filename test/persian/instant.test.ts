import { describe, expect, it } from 'vitest'
import { dayInGreenwich, instantInTehran } from '../../src/persian/instant.ts'

describe('an hour of Tehran', () => {
  it.each([
    // The last change of the clocks was in the night of 1401-06-30.
    [1405, 9, 10, '08:30', '2026-12-01T05:00:00.000Z'],
    [1405, 4, 15, '08:30', '2026-07-06T05:00:00.000Z'],
    [1401, 4, 15, '08:30', '2022-07-06T04:00:00.000Z'],
    [1401, 10, 15, '08:30', '2023-01-05T05:00:00.000Z'],
    [1405, 9, 10, '02:00', '2026-11-30T22:30:00.000Z'],
    [1405, 12, 29, '23:59', '2027-03-20T20:29:00.000Z'],
    [1401, 1, 1, '23:30', '2022-03-21T20:00:00.000Z'],
    [1401, 1, 2, '01:30', '2022-03-21T21:00:00.000Z'],
  ])('%i-%i-%i %s is %s', (y, m, d, time, instant) => {
    expect(instantInTehran({ y, m, d }, time).toISOString()).toBe(instant)
  })

  it.each(['8:30', '24:00', '۰۸:۳۰', ''])('%j is none', (time) => {
    expect(() => instantInTehran({ y: 1405, m: 1, d: 1 }, time)).toThrow(RangeError)
  })
})

it('a day begins in Greenwich', () => {
  expect(dayInGreenwich({ y: 1405, m: 1, d: 1 }).toISOString()).toBe('2026-03-21T00:00:00.000Z')
  expect(dayInGreenwich({ y: 1348, m: 10, d: 11 }).getTime()).toBe(0)
})
