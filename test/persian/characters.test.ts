import fc from 'fast-check'
import { expect, it } from 'vitest'
import { strangeCharacters } from '../../src/persian/characters.ts'
import { LRI, LRM, NBSP, PDI, RLM, WJ, ZWNJ } from '../../src/persian/invisible.ts'
import { runs } from './runs.ts'

it.each([
  ['lone high surrogate', 'ab\ud800c', 2, 0xd800, 'surrogate'],
  ['lone low surrogate', 'ab\udfff', 2, 0xdfff, 'surrogate'],
  ['NUL', '\0', 0, 0, 'nul'],
  ['bell', 'گل\u0007', 2, 7, 'control'],
  ['delete', '\u007f', 0, 0x7f, 'control'],
  ['C1 control', '\u0085', 0, 0x85, 'control'],
  ['embedding', '\u202a', 0, 0x202a, 'override'],
  ['override', 'گل\u202e', 2, 0x202e, 'override'],
  ['private use', '\ue000', 0, 0xe000, 'private-use'],
  ['private use of plane 16, after a pair', '\u{1f600}\u{10fffd}', 2, 0x10fffd, 'private-use'],
  ['noncharacter', '\uffff', 0, 0xffff, 'unassigned'],
  ['unassigned', '\u0378', 0, 0x378, 'unassigned'],
  ['nine marks', `ه${'\u0654'.repeat(9)}`, 9, 0x654, 'marks'],
  ['nine marks outside the basic plane', `a${'\u{1d165}'.repeat(9)}`, 17, 0x1d165, 'marks'],
  ['marks on nothing', '\u064e'.repeat(9), 8, 0x64e, 'marks'],
] as const)('names a %s', (_, text, index, codePoint, kind) =>
  expect(strangeCharacters(text)).toEqual([{ index, codePoint, kind }]),
)

it('leaves what a text is made of', () => {
  const isolates = `${LRI}A4${PDI}${ZWNJ}${LRM}${RLM}${WJ}${NBSP}\u200d\ufeff`
  expect(strangeCharacters(`خانه\u0654 «می${ZWNJ}رود»\t۱۲\u066b۵٪\r\n${isolates}\u{1f600}`)).toEqual([])
  expect(strangeCharacters(`ه${'\u0654'.repeat(8)}ه${'\u064e'.repeat(8)}`)).toEqual([])
})

it('names a heap of marks once, and two heaps twice', () => {
  const heap = `ب${'\u0651'.repeat(10_000)}`
  expect(strangeCharacters(heap + heap)).toEqual([
    { index: 9, codePoint: 0x651, kind: 'marks' },
    { index: 10_010, codePoint: 0x651, kind: 'marks' },
  ])
})

it('names all of several, in order', () => {
  expect(strangeCharacters('\0a\u202eb\ue000').map(({ index, kind }) => [index, kind])).toEqual([
    [0, 'nul'],
    [2, 'override'],
    [4, 'private-use'],
  ])
})

it('points at what it names, in any UTF-16', () => {
  const units = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 })
  fc.assert(
    fc.property(units, (codes) => {
      const text = String.fromCharCode(...codes)
      const found = strangeCharacters(text)
      expect(found.every(({ index, codePoint }) => text.codePointAt(index) === codePoint)).toBe(true)
      expect(found.some(({ kind }) => kind === 'surrogate')).toBe(!text.isWellFormed())
    }),
    runs,
  )
})
