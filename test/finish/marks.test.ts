/** What PDFium and Poppler need on a line. Each test names the rule; a small model of the engine says why. */
import { describe, expect, test } from 'vitest'
import { kindOf } from '../../src/finish/character.ts'
import { type LineCharacter, LRM, pdfiumMarks, popplerMarks, RLM } from '../../src/finish/marks.ts'

/** A line of runs in reading order; a run in braces goes from left to right. Each character is one wide. */
function line(text: string): LineCharacter[] {
  const runs = text
    .split(/[{}]/)
    .map((run, n) => ({ run, rtl: n % 2 === 0 }))
    .filter(({ run }) => run !== '')
  const total = runs.reduce((sum, { run }) => sum + run.length, 0)
  let right = total
  return runs.flatMap(({ run, rtl }, unit) => {
    const unitRight = right
    const unitLeft = right - run.length
    right = unitLeft
    return [...run].map((character, n) => {
      const left = rtl ? unitRight - n - 1 : unitLeft + n
      return { text: character, unit, rtl, left, right: left + 1, unitLeft, unitRight }
    })
  })
}

const mirrors: Record<string, string> = { '(': ')', ')': '(', '«': '»', '»': '«', '[': ']', ']': '[' }

/** PDFium's reading of a line, from its cpdf_textpage and fx_bidi. */
function readLikePdfium(characters: readonly LineCharacter[]): string {
  const marks = pdfiumMarks(characters)
  const visual = [
    ...characters.map(({ text, left }) => ({ text, x: left })),
    ...marks.map(({ text, x }, n) => ({
      text,
      x: x - 0.01 * (marks.slice(0, n).filter((mark) => mark.x === x).length + 1),
    })),
  ].toSorted((a, b) => a.x - b.x)
  const segments: { kind: string; text: string[] }[] = []
  for (const { text } of visual) {
    const kind = kindOf(text)
    if (segments.at(-1)?.kind === kind) segments.at(-1)!.text.push(text)
    else segments.push({ kind, text: [text] })
  }
  const count = (kind: string): number => segments.filter((segment) => segment.kind === kind).length
  const rtl = count('R') > 0 && count('R') > count('L')
  let right = rtl
  let result = ''
  for (const { kind, text } of rtl ? segments.toReversed() : segments) {
    const turned = kind === 'R' || (kind === 'N' && right)
    result += (turned ? text.toReversed().map((one) => mirrors[one] ?? one) : text).join('')
    if (kind === 'L' || kind === 'R') right = kind === 'R'
  }
  return result.replaceAll(/\p{Cf}/gu, '')
}

/** Poppler's reading of a right-to-left line, from its TextOutputDev. */
function readLikePoppler(characters: readonly LineCharacter[]): string {
  const marks = popplerMarks(characters, false).map(({ text, x }) => ({ text, x: x - 0.01 }))
  const visual = [...characters.map(({ text, left }) => ({ text, x: left })), ...marks].toSorted(
    (a, b) => b.x - a.x,
  )
  const number = /[\p{Nd}+,\-./:#$%\u066a-\u066c\u060c\u2212\u00b0]/u
  let result = ''
  for (let at = 0; at < visual.length;) {
    const first = visual[at]!.text
    if (kindOf(first) !== 'L' && !number.test(first)) {
      result += first
      at++
      continue
    }
    let end = at
    while (end < visual.length && kindOf(visual[end]!.text) !== 'R') end++
    result += visual
      .slice(at, end)
      .toReversed()
      .map(({ text }) => text)
      .join('')
    at = end
  }
  return result.replaceAll(/\p{Cf}/gu, '')
}

const cases = [
  'سلام بر شما',
  'سال {۱۴۰۴} در کار',
  'رشد {۱۲}٪ بود',
  'رشد {۱۲٫۵}٪، کاهش',
  'بازهٔ {۱۰}–{۱۵} و {۱۴۰۵/۰۹/۰۱}',
  'بند {۱}-{۲}-{۳}، نامه',
  'گروه ({IEG})، جلسه',
  'گفت: «سلام.» و رفت',
  '«الف» («ب») [ج]',
  'سهم ({۶۸٫۴}٪) است',
  '{۱}. بند اول: کار',
  'حتماً، «لطفاً».',
]

describe('PDFium', () => {
  test.each(cases)('reads %s in its order', (text) => {
    expect(readLikePdfium(line(text))).toBe(text.replaceAll(/[{}]/g, ''))
  })

  test('needs nothing in plain text', () => expect(pdfiumMarks(line('سلام بر شما'))).toEqual([]))

  test('needs RLM between two numbers that do not go on from left to right', () => {
    expect(pdfiumMarks(line('{۱۲}٪')).map(({ text }) => text)).toEqual([RLM])
    expect(pdfiumMarks(line('{۱۲٪}'))).toEqual([])
  })

  test('needs LRM before and RLM after a bracket', () => {
    expect(pdfiumMarks(line('الف ( ب')).map(({ text }) => text)).toEqual([LRM, RLM])
  })

  test('needs more right-to-left segments than others', () => {
    const segments = pdfiumMarks(line('{Excel} و {Word} {PDF}'))
    expect(segments.filter(({ text }) => text === RLM).length).toBeGreaterThan(1)
  })
})

describe('Poppler', () => {
  test.each(cases)('reads %s in its order', (text) => {
    expect(readLikePoppler(line(text))).toBe(text.replaceAll(/[{}]/g, ''))
  })

  test('needs RLM after a number or a comma that no letter follows', () => {
    expect(popplerMarks(line('{۱۲} تا'), false)).toHaveLength(1)
    expect(popplerMarks(line('الف، ب'), false)).toHaveLength(1)
    expect(popplerMarks(line('{۱۲}تا'), false)).toHaveLength(0)
  })

  test('needs LRM to the right of a Latin run that ends in a bracket', () => {
    const [first] = popplerMarks(line('سال {OKR (KR)} در'), false)
    expect(first).toEqual({ text: LRM, x: 11, inWord: false })
    expect(popplerMarks(line('سال {OKR} در'), false).filter(({ text }) => text === LRM)).toEqual([])
  })

  test('needs it at the end of a cell, not at the end of a line', () => {
    expect(popplerMarks(line('پیوست:'), true)).toHaveLength(1)
    expect(popplerMarks(line('پیوست:'), false)).toHaveLength(0)
  })
})

test('PDFium needs RLM between a bracket that ends Latin and a space', () => {
  expect(pdfiumMarks(line('سال {OKR (KR)} در است بود')).map(({ text, x }) => [text, x])).toEqual([[RLM, 11]])
})

test('PDFium needs RLM before two neutrals after Latin', () => {
  expect(readLikePdfium(line('استاندارد {GDP} (ویرایش) است'))).toBe('استاندارد GDP (ویرایش) است')
})
