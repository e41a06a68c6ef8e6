import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sameMeaning, wordChanges } from '../../src/insight/word-changes.ts'
import type { Piece } from '../../src/insight/word-changes.ts'

describe('two wordings mean the same', () => {
  it.each([
    ['می\u200cشود', 'می شود'],
    ['مي‌شود و كار', 'می\u200cشود و کار'],
    ['مصوبه، ابلاغ شد.', 'مصوبه ابلاغ شد'],
    ['۱۵ روز', '15 روز'],
    ['هیئت', 'هیأت'],
    ['سال ۱۴۰۴-۱۴۰۵', 'سال ۱۴۰۴ – ۱۴۰۵'],
  ])('%s and %s', (a, b) => expect(sameMeaning(a, b)).toBe(true))

  it.each([
    ['می\u200cشود', 'نمی\u200cشود'],
    ['۱۵ روز', '۵۱ روز'],
    ['رشد -۵ درصد', 'رشد ۵ درصد'],
    ['رشد \u2212۵ درصد', 'رشد ۵ درصد'],
    ['آب شهرک', 'گاز شهرک'],
  ])('not %s and %s', (a, b) => expect(sameMeaning(a, b)).toBe(false))
})

const only = (pieces: Piece[], ...kinds: Piece['kind'][]): string =>
  pieces.flatMap(({ kind, text }) => (kinds.includes(kind) ? [text] : [])).join(' ')

describe('what changed', () => {
  it('is told word by word, the old before the new', () => {
    expect(wordChanges('خط انتقال آب شهرک ساخته شود', 'خط انتقال گاز شهرک تکمیل شود')).toEqual([
      { kind: 'kept', text: 'خط انتقال' },
      { kind: 'removed', text: 'آب' },
      { kind: 'added', text: 'گاز' },
      { kind: 'kept', text: 'شهرک' },
      { kind: 'removed', text: 'ساخته' },
      { kind: 'added', text: 'تکمیل' },
      { kind: 'kept', text: 'شود' },
    ])
  })

  it('is nothing for another spelling', () => {
    expect(wordChanges('مصوبهٔ يک', 'مصوبهٔ یک').map(({ kind }) => kind)).toEqual(['kept'])
  })

  it('is one change where the texts are too long to be set against each other', () => {
    const long = (word: string): string => Array.from({ length: 1100 }, (_, n) => `${word}${n}`).join(' ')
    expect(
      wordChanges(`آغاز ${long('الف')} پایان`, `آغاز ${long('ب')} پایان`).map(({ kind }) => kind),
    ).toEqual(['kept', 'removed', 'added', 'kept'])
  })

  it('gives both texts back, and keeps as many words as they have in one order', () => {
    const text = fc.array(fc.constantFrom('الف', 'ب', 'پ', 'ت', '۱۲'), { maxLength: 12 })
    fc.assert(
      fc.property(text, text, (a, b) => {
        const pieces = wordChanges(a.join(' '), b.join(' '))
        expect(only(pieces, 'kept', 'removed')).toBe(a.join(' '))
        expect(only(pieces, 'kept', 'added')).toBe(b.join(' '))
        const kept = only(pieces, 'kept').split(' ').filter(Boolean).length
        expect(kept).toBe(longest(a, b))
      }),
    )
  })
})

/** Length of the longest sequence in both, counted the slow and plain way. */
function longest([a, ...rest]: string[], b: string[]): number {
  if (a === undefined || b.length === 0) return 0
  const at = b.indexOf(a)
  const without = longest(rest, b)
  return at < 0 ? without : Math.max(without, 1 + longest(rest, b.slice(at + 1)))
}
