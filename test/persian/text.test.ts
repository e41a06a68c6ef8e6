import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { directionRuns } from '../../src/persian/bidi.ts'
import { LRM, RLM, WJ, ZWNJ } from '../../src/persian/invisible.ts'
import { normalize } from '../../src/persian/normalize.ts'

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

describe('normalize', () => {
  it.each([
    ['كتاب علي', 'کتاب علی'],
    [`می${ZWNJ}${ZWNJ}رود`, `می${ZWNJ}رود`],
    ['در 1404/05/12 ساعت 10:30', 'در ۱۴۰۴/۰۵/۱۲ ساعت ۱۰:۳۰'],
    ['استاندارد ISO 9001 و COVID-19', 'استاندارد ISO 9001 و COVID-19'],
    ['خانۀ ما', 'خانه\u0654 ما'],
    ['سلام ،دنیا', 'سلام، دنیا'],
    ['( متن )', '(متن)'],
    ['\u202bالف\u202c', 'الف'],
    ['گزارش_1404.pdf', 'گزارش_1404.pdf'],
    ['ه\u200d.ش', 'ه\u200d.ش'],
  ])('%s', (a, b) => expect(normalize(a)).toBe(b))
  it('is idempotent', () =>
    fc.assert(
      fc.property(anyText, (s) => normalize(normalize(s)) === normalize(s)),
      { numRuns: 2000 },
    ))
})

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
