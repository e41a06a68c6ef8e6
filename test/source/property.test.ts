import fc from 'fast-check'
import { expect, it } from 'vitest'
import { stringify } from 'yaml'
import { readMeeting } from '../../src/source/source.ts'
import { wordFault } from '../../src/report/wording.ts'

const pieces = [
  'meeting',
  'title',
  'عنوان',
  'agenda',
  ': ',
  ':',
  '\n',
  '\r\n',
  '  ',
  '\t',
  '- ',
  '[',
  ']',
  '{',
  '}',
  ',',
  '"',
  "'",
  '&a',
  '*a',
  '!!int ',
  '|',
  '>',
  '? ',
  '#',
  '---',
  '%',
  '~',
  'null',
  '۱۲',
  '12/5',
  '\ufeff',
  '\u0000',
  '\ud800',
  '<<',
]
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 3 })), { maxLength: 40 })
    .map((parts) => parts.join('')),
  fc
    .array(fc.constantFrom(...pieces), { maxLength: 25 })
    .map((parts) => `meeting:\n  title: x\n${parts.join('')}`),
)

it('any text is read, or answered with faults that have words', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const { value, faults } = readMeeting(text, 'm.yaml')
      const errors = faults.filter(({ severity }) => severity === 'error')
      expect(value === undefined).toBe(errors.length > 0)
      for (const one of faults) {
        expect(one.span?.line).toBeGreaterThan(0)
        expect(one.span?.column).toBeGreaterThan(0)
        expect(wordFault(one, 'fa').what).not.toBe('')
      }
    }),
    { numRuns: 1500 },
  )
})

/** Words that normalising leaves alone. */
const word = fc
  .array(fc.constantFrom(...'ابپتجچدرزسشفقکگلمنوهی', ...'abcxyz'), { minLength: 1, maxLength: 8 })
  .map((letters) => letters.join(''))
const words = fc.array(word, { minLength: 1, maxLength: 5 }).map((list) => list.join(' '))
const number = fc.integer({ min: 1, max: 10 ** 9 }).map(String)
const meeting = fc.record(
  {
    meeting: fc.record(
      {
        title: words,
        place: words,
        letter_number: fc.stringMatching(/^0\d{1,6}(?:\/\d{1,3})?$/),
        class: fc.constantFrom('normal', 'secret'),
        status: fc.constantFrom('draft', 'final'),
      },
      { requiredKeys: ['title'] },
    ),
    agenda: fc.array(fc.record({ topic: words, discussion: words }, { requiredKeys: ['topic'] }), {
      maxLength: 3,
    }),
    background: fc.array(words, { maxLength: 3 }),
    statistics: fc.array(
      fc.record(
        { label: words, key: fc.stringMatching(/^0\d{1,9}$/), value: number, note: words },
        { requiredKeys: ['label', 'value'] },
      ),
      { maxLength: 3 },
    ),
    talking_points: fc.array(words, { maxLength: 3 }),
  },
  { requiredKeys: ['meeting'] },
)

it('what is written is read back the same', () => {
  fc.assert(
    fc.property(
      meeting,
      fc.constantFrom('PLAIN', 'QUOTE_DOUBLE', 'QUOTE_SINGLE'),
      (file, defaultStringType) => {
        const withUnits = {
          ...file,
          ...(file.statistics && { statistics: file.statistics.map((row) => ({ ...row, unit: 'rank' })) }),
        }
        const { value, faults } = readMeeting(stringify(withUnits, { defaultStringType }), 'm.yaml')
        expect(faults).toEqual([])
        expect(value).toEqual({
          ...file,
          ...(file.statistics && {
            statistics: file.statistics.map((row) => ({ ...row, unit: { kind: 'rank' } })),
          }),
        })
      },
    ),
  )
})
