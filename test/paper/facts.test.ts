import { expect, test } from 'vitest'
import { hiddenFacts, isBlank } from '../../src/paper/facts.ts'

const fact = (text: string, path = 'asks.0.text') => ({ path, name: 'متن درخواست ۱', text })
const ZWNJ = '\u200c'

test('a fact that the page has and its print has not is hidden', () => {
  const facts = [fact('ساخت سردخانه'), fact('بازگشایی مرز'), fact('جای دیگر')]
  const page = 'ساخت سردخانه و بازگشایی مرز'
  expect(hiddenFacts(facts, page, 'ساخت سردخانه').map(({ text }) => text)).toEqual(['بازگشایی مرز'])
  expect(hiddenFacts(facts, page, page)).toEqual([])
})

test.each([
  ['lines and spaces', 'ساخت سردخانه', 'ساخت\nسرد خانه'],
  ['half-spaces', `می${ZWNJ}سازند`, 'میسازند'],
  ['marks of direction', 'بند ABC-12', '\u2067بند \u2066ABC-12\u2069\u2069'],
  ['other forms of a letter', 'لاله زار', '\ufefbله زار'],
])('%s hide nothing', (_, text, printed) => {
  expect(hiddenFacts([fact(text)], text, printed)).toEqual([])
})

test('a print with none of the lines of its page is blank, whatever stands at its foot', () => {
  expect(isBlank('عنوان جلسه\nمتن نمونه', 'صفحهٔ ۱ از ۱')).toBe(true)
  expect(isBlank('عنوان جلسه\nمتن نمونه', 'صفحهٔ ۱ از ۱ متن نمونه')).toBe(false)
  expect(isBlank(' \u200f—؛\n', '')).toBe(false)
})

test('what two lines say one after the other is no fact of either', () => {
  expect(hiddenFacts([fact('۱۰۲۰')], '۱۰\n۲۰', '۲۰ ۱۰')).toEqual([])
})
