import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ZWNJ } from '../../src/persian/invisible.ts'
import { normalize } from '../../src/persian/normalize.ts'
import {
  compatible,
  corrected,
  proofread,
  proofreadingRules,
  withSuggestions,
} from '../../src/persian/proofread/proofread.ts'
import { correctTexts, faultyTexts } from './proofread-corpus.ts'
import { runs } from './runs.ts'

const shown = (text: string): string[] =>
  proofread(text).map(
    ({ rule, start, end, suggestion }) => `${rule}: ${text.slice(start, end)} → ${suggestion ?? '?'}`,
  )

describe('correct sentences', () => {
  it('are many', () => expect(correctTexts.length).toBeGreaterThanOrEqual(60))
  it.each(correctTexts.map((text) => [text]))('%s', (text) => {
    expect(shown(text)).toEqual([])
    // A code stays as typed here; loading gives it Persian digits like any other number.
    if (!text.startsWith('کد')) expect(normalize(text)).toBe(text)
  })
})

describe('faulty sentences', () => {
  it('are many', () => expect(faultyTexts.length).toBeGreaterThanOrEqual(60))
  it.each(faultyTexts)('%s', (_, text, ...expected) => {
    const findings = proofread(text)
    expect(
      findings.map(({ rule, start, end, suggestion }) => ({ rule, at: text.slice(start, end), suggestion })),
    ).toEqual(expected.map(([rule, at, suggestion]) => ({ rule, at, suggestion })))
    // The span is that of the word itself, not of another like it.
    expected.forEach(([, at], index) => {
      const before = expected.slice(0, index).filter(([, other]) => other === at).length
      let place = -1
      for (let i = 0; i <= before; i++) place = text.indexOf(at, place + 1)
      expect(findings[index]?.start).toBe(place)
    })
  })
  it.each(faultyTexts.map(([, text]) => [text]))('nothing to mend is left of %s', (text) => {
    const after = corrected(text)
    expect(proofread(after).filter(({ suggestion }) => suggestion !== undefined)).toEqual([])
  })
  it('show every rule', () => {
    const seen = new Set(faultyTexts.flatMap(([, , ...expected]) => expected.map(([rule]) => rule)))
    expect(proofreadingRules.map(({ id }) => id).filter((id) => !seen.has(id))).toEqual([])
  })
})

describe('the word list', () => {
  const text = 'هوا گرم ترین است و او می رود.'
  it.each([
    ['گرم ترین', 1],
    ['ترین', 1],
    [`گرم${ZWNJ}ترین`, 1],
    ['half-space/comparative ترین', 1],
    ['half-space/comparative', 1],
    ['half-space/verb ترین', 2],
    ['گرمترین', 2],
  ])('%s leaves %i', (entry, left) => expect(proofread(text, new Set([entry]))).toHaveLength(left))
})

it('tells which findings can be made at once', () => {
  const text = 'مي رود و  مي رود'
  const chosen = compatible(proofread(text))
  expect(chosen.map(({ rule }) => rule)).toEqual(['letter/arabic', 'space/double', 'letter/arabic'])
  expect(withSuggestions(text, chosen)).toBe('می رود و می رود')
  expect(corrected(text)).toBe(`می${ZWNJ}رود و می${ZWNJ}رود`)
})

const piece = fc.constantFrom(
  ...correctTexts.slice(0, 10),
  ...faultyTexts.map(([, text]) => text),
  'می',
  'رود',
  'ها',
  'تر',
  'ترین',
  'ای',
  'اند',
  'کرده',
  'خانه',
  'ی',
  'بی',
  'سابقه',
  'پیش',
  'نویس',
  'كار',
  'علي',
  'در',
  ' ',
  '  ',
  '،',
  ',',
  ';',
  '?',
  '.',
  '...',
  '"',
  '«',
  '»',
  '(',
  ')',
  '12',
  '٣',
  '۵',
  'a',
  'l',
  'PDF',
  '@',
  '_',
  '/',
  '-',
  '\n',
  '!',
  ZWNJ,
  '\u06c0',
  '\u06d5',
  '\ufefb',
  '\u00ac',
  '\u200b',
  '\u064e',
  '\ufd3f',
  '\ufd3e',
  '\u200f',
)
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 })
    .map((units) => String.fromCharCode(...units)),
  fc.array(piece, { maxLength: 12 }).map((parts) => parts.join('')),
  fc.array(piece, { maxLength: 12 }).map((parts) => parts.join(' ')),
)

it('is total, in order and inside the text', { timeout: 60_000 }, () =>
  fc.assert(
    fc.property(anyText, (text) => {
      let before = 0
      for (const { start, end, suggestion } of proofread(text)) {
        expect(start).toBeGreaterThanOrEqual(before)
        expect(end).toBeGreaterThan(start)
        expect(end).toBeLessThanOrEqual(text.length)
        expect(suggestion).not.toBe(text.slice(start, end))
        before = start
      }
    }),
    runs,
  ),
)

it('leaves nothing to mend after all suggestions', { timeout: 60_000 }, () =>
  fc.assert(
    fc.property(anyText, (text) => {
      const after = corrected(text)
      expect(proofread(after).filter(({ suggestion }) => suggestion !== undefined)).toEqual([])
    }),
    runs,
  ),
)

it('takes time in proportion to the text', { timeout: 60_000 }, () => {
  for (const unit of [
    'ا',
    'می رود ',
    'ي',
    '"',
    '« ',
    '» ',
    '. ',
    '1',
    'a',
    ' ',
    '\u064e',
    ZWNJ,
    '\ufd3f',
    '۱۲/ص ',
    'در ',
    ' ,',
    '\u201c',
  ]) {
    proofread(unit.repeat(30_000))
  }
})
