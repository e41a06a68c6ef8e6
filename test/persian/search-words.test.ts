import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fa } from '../../src/persian/fa.ts'
import { indexForms, searchKey, searchWords } from '../../src/persian/search-key.ts'
import { runs } from './runs.ts'

const marked = (text: string): string[] =>
  searchWords(text).map(({ key, start, end }) => `${key}=${text.slice(start, end)}`)

it('knows where each word was written', () => {
  expect(marked('«مُصوّبهٔ» شمارهٔ ۱٬۲۳۴، كميته')).toEqual([
    'مصوبه=مُصوّبهٔ',
    'شماره=شمارهٔ',
    '1234=۱٬۲۳۴',
    'کمیته=كميته',
  ])
})

it('marks a word that is written in parts from its first to its last', () => {
  expect(marked('طرح ها و گفت و گوی ما می رود')).toEqual([
    'طرحها=طرح ها',
    'و=و',
    'گفتوگوی=گفت و گوی',
    'ما=ما',
    'میرود=می رود',
  ])
})

it('says which words only a half-space keeps apart', () => {
  expect(searchWords(fa`نیم~سال دوم`).map(({ bound }) => bound)).toEqual([false, true, false])
})

it('keeps the compounds that are other words when written as one', () => {
  expect(indexForms(fa`نیم~سال دوم، کتاب~ها، پیش~نویس`)).toEqual({
    main: 'نیم سال دوم کتابها پیشنویس',
    compounds: ['نیمسال'],
  })
})

const pieces = [
  ...'ابهیيكآأؤئء۱2٣ ٬,،.AİKςΣ«»\n/',
  ...'می ها تر ی ای پیش نویس گفت و گو حمل نقل هیات شده اند'.split(' '),
  ...'\u200c\u0640\u0654\u200f\ufeff﷼ﻻ²',
]
const unit = fc.constantFrom(...pieces)

it('gives the words of the key, at places that follow each other', () =>
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit, maxLength: 40 }), fc.string({ unit: 'binary', maxLength: 60 })),
      (text) => {
        const found = searchWords(text)
        expect(found.map(({ key }) => key).join(' ')).toBe(searchKey(text))
        for (const [index, { start, end }] of found.entries()) {
          expect(start).toBeLessThan(end)
          expect(start).toBeGreaterThanOrEqual(found[index - 1]?.start ?? 0)
        }
      },
    ),
    runs,
  ))
