import fc from 'fast-check'
import { expect, it } from 'vitest'
import { soughtOf } from '../../src/catalogue/alternatives.ts'
import { parseQuery } from '../../src/catalogue/query.ts'
import { snippets } from '../../src/catalogue/snippet.ts'
import { fa, withHalfSpaces } from '../../src/persian/fa.ts'
import { runs } from '../persian/runs.ts'

const passage = (text: string, path = 'background.0') => ({ path, line: 1, text: withHalfSpaces(text) })
const cut = (text: string, query: string, most = 1) =>
  snippets([passage(text)], soughtOf(parseQuery(withHalfSpaces(query))), most)
const shown = (text: string, query: string): string[] =>
  cut(text, query).map(({ text: line, marks }) => {
    let end = line
    for (const [from, to] of marks.toReversed())
      end = `${end.slice(0, from)}[${end.slice(from, to)}]${end.slice(to)}`
    return end
  })

it.each([
  ['مُصوّبهٔ شمارهٔ ۱۲', 'مصوبه', '[مُصوّبهٔ] شمارهٔ ۱۲'],
  ['كميتهٔ فنّي', 'کمیته فنی', '[كميتهٔ] [فنّي]'],
  ['سقف تسهیلات', '«سقف تسهيلات»', '[سقف تسهیلات]'],
  ['در نیم~سال دوم', 'نیمسال', 'در [نیم~سال] دوم'],
  ['در نیمسال دوم', 'نیم سال', 'در [نیمسال] دوم'],
  ['طرح~های ملی', 'طرح', '[طرح~های] ملی'],
  ['گفت و گوی دو طرف', 'گفتگو', '[گفت و گوی] دو طرف'],
  ['گفت و گوی دو طرف', '«گفتگو»', undefined],
  ['گفت و گو با دو طرف', 'گفتگو', '[گفت و گو] با دو طرف'],
  ['صادرات، «صادرکننده»؛', 'صادر*', '[صادرات]، «[صادرکننده]»؛'],
  ['۱٬۷۳۱ فقره', '1731', '[۱٬۷۳۱] فقره'],
  ['سطر یک\nسطر دو', 'دو', 'سطر یک سطر [دو]'],
] as [string, string, string | undefined][])('in %s for %s', (text, query, wanted) =>
  expect(shown(text, query)).toEqual(wanted === undefined ? [] : [withHalfSpaces(wanted)]),
)

it('cuts a long text at words, with what comes before', () => {
  const words = Array.from({ length: 200 }, (_, n) => fa`کلمهٔ~${n}`).join(' ')
  const [line] = shown(`${words} هدف ${words}`, 'هدف')
  expect(line).toMatch(/^… کلمهٔ\u200c\d+ .* \[هدف\] کلمهٔ\u200c0 .* کلمهٔ\u200c\d+ …$/)
  expect(line!.length).toBeLessThan(180)
})

it('shows the stretch and the passages that hold the most', () => {
  const far = 'سقف ' + 'و '.repeat(200)
  expect(shown(`${far} سقف اعتبار`, 'سقف اعتبار')[0]).toContain('[سقف] [اعتبار]')
  const passages = [
    passage('سقف', 'a'),
    passage('اعتبار', 'b'),
    passage('سقف اعتبار', 'c'),
    passage('هیچ', 'd'),
  ]
  const found = snippets(passages, soughtOf(parseQuery('سقف اعتبار')), 2)
  expect(found.map(({ path }) => path)).toEqual(['a', 'c'])
})

it('marks nothing that was to be left out', () =>
  expect(shown('سقف اعتبار', 'سقف -اعتبار')).toEqual(['[سقف] اعتبار']))

it('marks only what folds to what was sought, in a piece of the text', () =>
  fc.assert(
    fc.property(
      fc.array(
        fc.constantFrom(
          'سقف',
          'اعتبار',
          'نیم\u200cسال',
          '😀',
          'می',
          'شود',
          '۱۲',
          '\n',
          '«آب»',
          'x'.repeat(70),
        ),
        {
          maxLength: 120,
        },
      ),
      (words) => {
        const text = words.join(' ')
        for (const { text: line, marks } of cut(text, 'نیمسال اعتبار')) {
          const bare = line.replace(/^… | …$/g, '')
          expect(text.replace(/\s/g, ' ')).toContain(bare)
          expect(bare.isWellFormed()).toBe(true)
          expect(marks.length).toBeGreaterThan(0)
          for (const [start, end] of marks)
            expect(['نیم\u200cسال', 'اعتبار']).toContain(line.slice(start, end))
        }
      },
    ),
    runs,
  ))
