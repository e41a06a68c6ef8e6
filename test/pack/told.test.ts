import { describe, expect, it } from 'vitest'
import { toldOf } from '../../src/pack/told.ts'
import { fa } from '../../src/persian/fa.ts'

const rows = (table: string, count: number): { rule: string; path: string }[] =>
  Array.from({ length: count }, (_, n) => ({ rule: table, path: `${table}.${n}` }))

describe('what a recipient is told was left out', () => {
  it.each([
    ['one annex', rows('annexes', 1), fa`از این نسخه یک پیوست حذف شده است.`],
    [
      'pieces of several kinds, in a fixed order',
      [...rows('resolutions', 2), ...rows('annexes', 1), ...rows('agenda', 3)],
      fa`از این نسخه یک پیوست، سه بند دستور جلسه و دو مصوبه حذف شده است.`,
    ],
    ['more than ten', rows('statements', 12), fa`از این نسخه ۱۲ سخن حذف شده است.`],
    [
      'kinds without a word of their own are counted together',
      [...rows('statistics', 1), ...rows('obstacles', 2)],
      fa`از این نسخه سه مورد حذف شده است.`,
    ],
    [
      'others beside a kind that has a word',
      [...rows('asks', 1), ...rows('talking_points', 4)],
      fa`از این نسخه یک درخواست و چهار مورد دیگر حذف شده است.`,
    ],
  ])('%s', (_, withheld, expected) => {
    expect(toldOf(withheld)).toBe(expected)
  })

  it('is nothing where nobody would miss it', () => {
    expect(toldOf([])).toBe('')
    const unseen = ['people.0.phone', 'agenda.2.minutes', 'meeting', 'office', 'people.1', 'distribution.0']
    expect(toldOf(unseen.map((path) => ({ rule: 'x', path })))).toBe('')
  })
})
