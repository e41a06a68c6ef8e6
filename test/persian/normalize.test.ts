import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withHalfSpaces } from '../../src/persian/fa.ts'
import { NBSP, RLM, ZWNJ } from '../../src/persian/invisible.ts'
import {
  arabicQuotations,
  normalizationCounts,
  normalize,
  normalizeCounted,
} from '../../src/persian/normalize.ts'
import { runs } from './runs.ts'

const alphabet = fc.constantFrom(
  ...'ابهیيكىۀە۱۲٣45Az .،:/-–٪%()«»@_\n\t\r؟!',
  ZWNJ,
  RLM,
  NBSP,
  '\u200d',
  '\u202b',
  '\u0640',
  '\u0654',
  '\u064e',
  '\u0653',
  '\u06d5',
  '\u06d0',
  '\ufefb',
  '\ufe77',
  '\ufd3e',
  '\ufd3f',
  '\ufe70',
)
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: alphabet, maxLength: 60 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 })
    .map((units) => String.fromCharCode(...units)),
)

describe('what is changed', () => {
  it.each([
    ['كتاب علي', 'کتاب علی'],
    ['موسى', 'موسی'],
    [`می${ZWNJ}${ZWNJ}رود`, `می${ZWNJ}رود`],
    [`کتاب${ZWNJ} ها`, 'کتاب ها'],
    [`۱۴۰۳${ZWNJ}ها`, '۱۴۰۳ها'],
    ['در 1404/05/12 ساعت 10:30', 'در ۱۴۰۴/۰۵/۱۲ ساعت ۱۰:۳۰'],
    ['جمع ٤٥٦ نفر', 'جمع ۴۵۶ نفر'],
    ['سال ۱۴04', 'سال ۱۴۰۴'],
    ['خانۀ ما', 'خانه\u0654 ما'],
    ['خانۂ ما', 'خانه\u0654 ما'],
    ['سلام ،دنیا', 'سلام، دنیا'],
    ['( متن )', '(متن)'],
    ['« متن »', '«متن»'],
    ['\u202bالف\u202c', 'الف'],
    ['\ufeffالف\u200bب\u00adپ', 'الفبپ'],
    ['کـــتاب', 'کتاب'],
    ['مُـحمد', 'مُحمد'],
    ['ﺳﻼﻡ', 'سلام'],
    ['یک\r\nدو\rسه', 'یک\nدو\nسه'],
    ['  یک \t دو  ', 'یک دو'],
  ])('%j becomes %j', (before, after) => expect(normalize(before)).toBe(after))
})

describe('what stays as typed', () => {
  it.each(
    [
      'استاندارد ISO 9001 و COVID-19',
      'گزارش_1404.pdf',
      'H2O و A4 و v2.0.1',
      'info@example.ir',
      'https://example.ir/a?b=1',
      'ه\u200d.ش',
      'ص.پ و ص.م.ت',
      'خانه~ی ما و خانه\u0654 ما و خانه ی ما',
      'می رود و میرود و می~رود',
      'PDF~ها',
      'مسؤول، مسوول و مسئول',
      'هیأت، هیات و هیئت',
      'دایرة المعارف',
      'آقای رضا ـ دبیر',
      'رحمـٰن',
      '﷼ و ﷲ و ﷺ',
      '½ و ²',
      'او گفت "سلام"',
      '\ufd3eوَقُلْ رَبِّ زِدْنِي عِلْمًا\ufd3f',
      '«رَبِّ زِدْنِي عِلْمًا»',
      `۱۲${RLM}٪ و ۱۲${NBSP}درصد`,
      '192.168.1.1',
    ].map((text) => [withHalfSpaces(text)]),
  )('%j', (text) => {
    expect(normalize(text)).toBe(text)
    expect(normalizationCounts(text)).toEqual({})
  })
})

describe('counts', () => {
  it('tells how many characters of which kind were changed', () => {
    const counts = normalizationCounts(`كتاب علي در خانۀ  ما 12 و ٣${ZWNJ}${ZWNJ} \u202aالـف\u202c\u200b`)
    expect(counts).toEqual({
      'arabic-kaf': 1,
      'arabic-yeh': 1,
      'heh-with-yeh': 1,
      'european-digit': 2,
      'arabic-digit': 1,
      'half-space': 2,
      'direction-override': 2,
      'zero-width': 1,
      tatweel: 1,
      space: 1,
    })
  })
  it('reports something exactly where the text changes', () =>
    fc.assert(
      fc.property(anyText, (text) => {
        const { text: after, counts } = normalizeCounted(text)
        expect(after).toBe(normalize(text))
        expect(Object.keys(counts).length > 0).toBe(after !== text)
        expect(Object.values(counts).every((count) => count > 0)).toBe(true)
      }),
      runs,
    ))
})

it('is idempotent and total', () =>
  fc.assert(
    fc.property(anyText, (text) => {
      const once = normalize(text)
      expect(normalize(once)).toBe(once)
    }),
    runs,
  ))

it('knows Arabic quotations by their brackets or their vowel signs', () => {
  expect(arabicQuotations('«برنامه» و «كتاب»')).toEqual([])
  expect(arabicQuotations('«مُحَمَّد»')).toEqual([{ start: 0, end: 10 }])
})

it('takes time in proportion to the text', { timeout: 20_000 }, () => {
  for (const unit of [
    'ا',
    'ي',
    `ا${ZWNJ}`,
    ZWNJ,
    'ا\u0640',
    '\u0640',
    ' ',
    '( ',
    '1 ',
    '1/',
    '\u064e',
    '«',
    '\ufd3f',
    ' ،',
    '\n ',
  ]) {
    normalize(unit.repeat(200_000))
  }
  normalize(`ا${'\u0654'.repeat(10_000)}`)
})
