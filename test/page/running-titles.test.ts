import { expect, it } from 'vitest'
import { runningTitles } from '../../src/page/running-titles.ts'
import { briefing } from './sample-view.ts'

const row = (id: string, number: string) => ({ id, number, title: `بخش ${id}`, page: '' })
const view = {
  ...briefing,
  head: { ...briefing.head, title: 'نام برگ' },
  contents: { ...briefing.contents, rows: [row('a', '۱'), row('b', '۲'), row('c', '۳')] },
}

it('names for each page the first section that begins on it, or the one that goes on', () => {
  const css = runningTitles(
    view,
    new Map([
      ['a', 3],
      ['b', 5],
      ['c', 5],
    ]),
  )
  const [symbols = '', last] = [...css.matchAll(/symbols:([^;}]*)/g)].map(([, list]) => list)
  const plain = symbols.replace(/[\u2066-\u2069]/g, '')
  expect(plain).toBe('"نام برگ" "نام برگ" "۱. بخش a" "۱. بخش a" "۲. بخش b"')
  expect(last?.replace(/[\u2066-\u2069]/g, '')).toBe('"۳. بخش c"')
})

it('says nothing as long as no page is known', () => {
  expect(runningTitles(view)).toBe('')
  expect(runningTitles(view, new Map())).toBe('')
})
