import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { directionRuns } from '../../src/persian/bidi.ts'
import { LRM, RLM, WJ, ZWNJ } from '../../src/persian/invisible.ts'

const alphabet = fc.constantFrom(
  ...'ابهیيك۱۲٣45Az .،:/-–٪%()«»@_\n\t',
  ZWNJ,
  RLM,
  '\u202b',
  '\u0640',
  '\u0654',
  '\ufefb',
)
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: alphabet, maxLength: 60 }),
)

const bare = (s: string): string => s.replace(/[\u200e\u200f\u2060]/g, '')

describe('directionRuns', () => {
  it.each([
    '۰۲۱-۸۸۰۰۱۲۳۴',
    '+۹۸۲۱۸۸۰۰۱۲۳۴',
    '+98 21 8800 1234',
    '۱۲۳۴۵-۶۷۸۹۰',
    '2026-11-22',
    'https://example.ir/',
    'info@example.ir',
    'C++',
    'ABC Co.',
    'ISO 9001:2015',
    'IR12 3456 7890',
    'IR123456789012345678901234',
    '192.168.1.1',
    'v2.0.1',
    'report_1404.pdf',
    '۲۵°C',
    'km/h',
  ])('isolates %s', (s) =>
    expect(directionRuns(`سیب ${s} گل`)).toEqual([
      { text: 'سیب ', dir: null },
      { text: s, dir: 'ltr' },
      { text: ' گل', dir: null },
    ]),
  )
  it.each(['۱۲۳/ص/۴۵۶', '۱۴۰۵/د/۱۲۳'])('letter number %s', (s) =>
    expect(directionRuns(s)).toEqual([{ text: s, dir: 'rtl' }]),
  )
  it.each([
    ['۱۲٪', `۱۲${RLM}٪`],
    ['-۵', `${LRM}-۵`],
    ['۱۰–۱۵', `۱۰${WJ}–${WJ}۱۵`],
    ['۱-۲-۳', `۱${RLM}-${RLM}۲${RLM}-${RLM}۳`],
    ['۱۴۰۵/۰۹/۰۱', '۱۴۰۵/۰۹/۰۱'],
  ])('marks %s', (s, t) => expect(directionRuns(s)).toEqual([{ text: t, dir: null }]))
  it('leaves parentheses out', () =>
    expect(directionRuns('(IEG)')).toEqual([
      { text: '(', dir: null },
      { text: 'IEG', dir: 'ltr' },
      { text: ')', dir: null },
    ]))
  it('loses nothing', () =>
    fc.assert(
      fc.property(
        anyText,
        (s) =>
          bare(
            directionRuns(s)
              .map((r) => r.text)
              .join(''),
          ) === bare(s),
      ),
      { numRuns: 2000 },
    ))
  it('ends in time on long words', () => {
    for (const unit of ['a', '۱-', '1', 'a@', '1/', 'ا/', ' a', '.', '(']) {
      directionRuns(unit.repeat(50_000))
    }
  })
})
