import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { guesses, soughtOf } from '../../src/catalogue/alternatives.ts'
import { parseQuery } from '../../src/catalogue/query.ts'
import { fa } from '../../src/persian/fa.ts'
import { runs } from '../persian/runs.ts'

/** «"a b"» for a phrase, -a for what is left out, a_b for words written as one, a* for a beginning. */
const shortly = (text: string): string[] =>
  parseQuery(text).parts.map(({ words, quoted, not, beginning }) => {
    const inner = quoted ? `"${words.join(' ')}"` : words.join('_')
    return `${not ? '-' : ''}${inner}${beginning ? '*' : ''}`
  })

describe('what is typed', () => {
  it.each([
    ['سقف اعتبار', ['سقف', 'اعتبار']],
    ['"سقف اعتبار"', ['"سقف اعتبار"']],
    ['«سقف اعتبار» تمدید', ['"سقف اعتبار"', 'تمدید']],
    ['“سقف اعتبار”تمدید', ['"سقف اعتبار"', 'تمدید']],
    ['سقف -تمدید', ['سقف', '-تمدید']],
    ['سقف −«مهلت اول»', ['سقف', '-"مهلت اول"']],
    ['صادر*', ['صادر*']],
    ['«سقف اعتبار', ['"سقف اعتبار"']],
    ['سقف "', ['سقف']],
    ['صورت جلسه', ['صورتجلسه']],
    ['-صورت جلسه', ['-صورت', 'جلسه']],
    ['می شود', ['میشود']],
    ['۱۲۳/ص/۴۵۶', ['123_ص_456']],
    [fa`نیم~سال`, ['نیم_سال']],
    ['سقف سقف سقف', ['سقف']],
    ['پیش - پس', ['پیش', 'پس']],
    ['بین‐المللی', ['بین_المللی']],
    ['', []],
    ['«» "" - * ، .', []],
  ] as [string, string[]][])('%s', (text, parts) => expect(shortly(text)).toEqual(parts))

  it('is of common words only, or has some beside others', () => {
    expect(parseQuery('و از به').common).toBe(true)
    expect(parseQuery('از استان').common).toBe(false)
    expect(soughtOf(parseQuery('از استان')).map(({ ways }) => ways[0])).toEqual([['استان']])
    expect(soughtOf(parseQuery('و از')).map(({ ways }) => ways[0])).toEqual([['و'], ['از']])
    expect(soughtOf(parseQuery('«از استان»')).map(({ ways }) => ways[0])).toEqual([['از', 'استان']])
  })

  it('is cut where it is no question any more', () => {
    const many = parseQuery(Array.from({ length: 2000 }, (_, n) => `w${n}`).join(' '))
    expect([many.parts.length, many.ignored]).toEqual([64, 1936])
    expect(parseQuery('ا'.repeat(10_000))).toMatchObject({ parts: [], ignored: 1 })
  })

  it('is never refused', () =>
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(...'"«»“”-−* \n\t()^:+\'\\{}%_;آب1', 'NEAR', 'OR', '\u0000', '\u200c'),
          maxLength: 60,
        }),
        (text) => {
          for (const { ways } of soughtOf(parseQuery(text)))
            for (const word of ways.flat()) expect(word).toMatch(/^[\p{L}\p{M}\p{N}]+$/u)
        },
      ),
      runs,
    ))
})

describe('ways to write it', () => {
  const waysOf = (text: string): string[][] =>
    soughtOf(parseQuery(text)).map(({ ways }) => ways.map((way) => way.join(' ')))

  it('join a compound and cut a word', () => {
    expect(waysOf(fa`نیم~سال`)[0]).toContain('نیمسال')
    expect(waysOf('نیمسال')[0]).toContain('نیم سال')
    expect(waysOf('نیم سال').map((ways) => ways.includes('نیمسال'))).toEqual([true, true])
  })
  it('change several words of a phrase, but no more than anybody would', () => {
    const known = new Set(['نیم', 'سال', 'زود', 'بازده'])
    const [phrase] = soughtOf(parseQuery('"نیمسال زودبازده"'), (word) => known.has(word))
    expect(phrase!.ways.map((way) => way.join(' '))).toEqual([
      'نیمسال زودبازده',
      'نیمسال زود بازده',
      'نیم سال زودبازده',
      'نیم سال زود بازده',
    ])
    expect(waysOf(`"${'زودبازده '.repeat(40)}"`)[0]).toHaveLength(64)
  })
  it('ask only for words that stand in a text', () => {
    expect(guesses(parseQuery('نیمسال'))).toEqual(['نی', 'مسال', 'نیم', 'سال', 'نیمس', 'ال'])
    expect(soughtOf(parseQuery('"نیمسال"'), () => false)[0]!.ways).toEqual([['نیمسال']])
  })
  it('hold the other number of a word, but not in quotes', () => {
    expect(waysOf('طرح')[0]).toContain('طرحهای')
    expect(waysOf('طرحها')[0]).toContain('طرح')
    expect(waysOf('"طرح"')).toEqual([['طرح']])
  })
  it('hold what ties a word to the next', () => {
    expect(waysOf('شورا')[0]).toContain('شورای')
    expect(waysOf('شورای')[0]).toContain('شورا')
  })
  it('cut no word at a word that stands in every text', () => {
    expect(waysOf('برنامه')[0]).not.toContain('بر نامه')
    expect(waysOf('بعنوان')[0]).toContain('به عنوان')
  })
})
