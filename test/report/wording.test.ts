import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fault } from '../../src/model/fault.ts'
import { proofreadingRules } from '../../src/persian/proofread/proofread.ts'
import { wordedCodes, wordFault } from '../../src/report/wording.ts'

const src = join(import.meta.dirname, '../../src')
const code = /[a-z]+\/[a-z0-9]+(?:-[a-z0-9]+)*/.source

/** A call that reports something, up to its code; a table from other names to codes; a list of codes as a type. */
const forms = [
  new RegExp(
    `\\b(?:fault|warning|issue|bad|wrong|failed|usage|report|PrintFailure|SmtpFailure)\\(\\s*'(${code})'`,
    'g',
  ),
  new RegExp(`\\bfailed\\([^\\n']*\\? '(${code})' : '(${code})'`, 'g'),
  new RegExp(`(?:\\?\\?|return|: |fault:|code:)\\s*'(${code})'`, 'g'),
  new RegExp(`\\|\\s*'(${code})'`, 'g'),
]
/** Names with a slash that are no codes. */
const others = /^(?:text\/(?:html|css|plain)|(?:font|image|application|node)\/)/

/** Codes by the file that reports them. The rules of proofreading have ids of their own, which are no faults. */
function emitted(): Map<string, string> {
  const found = new Map<string, string>()
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.ts') && !/^report[\\/]wording|[\\/]proofread[\\/]/.test(name),
  )
  for (const file of files) {
    const text = readFileSync(join(src, file), 'utf8')
    for (const form of forms) {
      for (const [, ...codes] of text.matchAll(form)) {
        for (const one of codes) if (one !== undefined && !others.test(one)) found.set(one, file)
      }
    }
    // `file/not-${kind}`: one code for each kind of file.
    for (const [, head = ''] of text.matchAll(/\(`([a-z]+\/[a-z-]*-)\$\{kind\}`\)/g)) {
      const kinds = /const largest = \{([^}]*)\}/.exec(text)?.[1] ?? ''
      for (const [, kind] of kinds.matchAll(/(\w+):/g)) found.set(`${head}${kind}`, file)
    }
  }
  return found
}

const codes = emitted()

it('codes are found in every stage that reports', () => {
  expect(codes.size).toBeGreaterThan(50)
  const folders = new Set([...codes.values()].map((file) => file.split(/[\\/]/)[0]))
  for (const folder of ['commands', 'model', 'page', 'persian', 'print', 'source', 'workspace']) {
    expect(folders).toContain(folder)
  }
})

it('every code has words, and every wording a code that is reported', () => {
  const own = wordedCodes.filter((one) => !one.startsWith('proofread/'))
  expect(own.toSorted()).toEqual([...codes.keys()].toSorted())
})

it('every rule of proofreading has words, and every such wording a rule', () => {
  const rules = new Set(proofreadingRules.map(({ id }) => `proofread/${id}`))
  expect(wordedCodes.filter((one) => one.startsWith('proofread/')).toSorted()).toEqual([...rules].toSorted())
})

const bare = (sentence: string): string => sentence.replaceAll(/\{\{[^}]*\}\}/g, '')

describe.each(wordedCodes)('%s', (name) => {
  it('says in both languages what is wrong and how to mend it', () => {
    for (const language of ['fa', 'en'] as const) {
      const { what, cure } = wordFault(fault(name), language)
      const letters = language === 'fa' ? /\p{Script=Arabic}/u : /[A-Za-z]/
      expect(what).toMatch(letters)
      expect(`${what}${cure}`).not.toContain('~')
      expect(cure).not.toBe('')
      expect(bare(`${what} ${cure}`)).not.toMatch(/\{\w+\}/)
    }
  })
})

describe('values', () => {
  const fa = (name: string, values: Record<string, string>): string =>
    wordFault(fault(name, undefined, values), 'fa').what
  const en = (name: string, values: Record<string, string>): string =>
    wordFault(fault(name, undefined, values), 'en').what

  it('stand where the sentence wants them', () => {
    expect(en('field/twice', { field: 'title', first: 'عنوان' })).toBe(
      'The key "title" means the same as "عنوان" above.',
    )
    expect(fa('field/missing', { field: 'عنوان' })).toBe('«عنوان» نیامده است.')
  })

  it('are in the digits of the language', () => {
    const values = { length: '20001', limit: '20000' }
    expect(fa('text/too-long', values)).toBe('این متن ۲۰۰۰۱ نویسه دارد؛ بیش از ۲۰۰۰۰ پذیرفته نیست.')
    expect(en('text/too-long', values)).toBe('The text has 20001 characters; at most 20000 are accepted.')
    const day = { date: '1404/12/30', lastDay: '۱۴۰۴/۱۲/۲۹' }
    expect(wordFault(fault('date/impossible', undefined, day), 'en').cure).toBe('The last day is 1404/12/29.')
    expect(wordFault(fault('date/impossible', undefined, day), 'fa').cure).toBe(
      'آخرین روز آن ۱۴۰۴/۱۲/۲۹ است.',
    )
  })

  it('are not read as sentences, or as parts of a replacement', () => {
    expect(en('number/invalid', { text: '{text} $& $1' })).toBe('"{text} $& $1" is not a number.')
  })

  it('lose their control characters and are cut', () => {
    expect(en('number/invalid', { text: '\u001b[31m\u202e5' })).toBe('"\ufffd[31m\ufffd5" is not a number.')
    expect(en('number/invalid', { text: 'x'.repeat(5000) })).toBe(`"${'x'.repeat(120)}…" is not a number.`)
    const near = { text: 'a', register: 'person', suggestion: 'b\u2067' }
    expect(wordFault(fault('reference/near', undefined, near), 'en').cure).toBe('Did you mean "b\ufffd"?')
  })

  it('name the table in the language', () => {
    const values = { text: 'ali', register: 'person' }
    expect(en('reference/unknown', values)).toBe('There is no person "ali" in this file.')
    expect(fa('reference/unknown', values)).toBe('شخصی با شناسهٔ «ali» در این پرونده نیست.')
  })

  it('that were not given are not shown as a mark', () => {
    expect(en('browser/missing', { asked: '' })).toContain('(JALASEH_BROWSER: not set)')
    expect(fa('browser/missing', { asked: '' })).toContain('(JALASEH_BROWSER: تنظیم نشده)')
    expect(en('browser/missing', { asked: '/opt/b' })).toContain('(JALASEH_BROWSER: /opt/b)')
  })

  it('a guess takes the place of the cure', () => {
    const guess = fault('field/unknown', undefined, { field: 'titel', suggestion: 'title' })
    expect(wordFault(guess, 'en').cure).toBe('Did you mean "title"?')
    expect(wordFault(guess, 'fa').cure).toBe('منظورتان «title» بود؟')
  })
})

it('a code without words is a bug', () => {
  expect(() => wordFault(fault('no/such'), 'en')).toThrow(RangeError)
})
