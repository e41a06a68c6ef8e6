/** What is typed into a search → what is sought: words, phrases in quotes, and what must not be there. */
import { searchWords } from '../persian/search-key.ts'

/** What a text must hold, or with `not` must not. */
export interface Part {
  /** In words of the search key; several stand in a row. */
  words: string[]
  /** Was in quotes: nothing but other spellings of it will do. */
  quoted: boolean
  not: boolean
  /** «صادر*»: the last word is the beginning of one. */
  beginning: boolean
}

export interface Query {
  parts: Part[]
  /** Nothing is sought but words that stand in every text. */
  common: boolean
  /** How many words were left out: there were too many, or they were too long for a word. */
  ignored: number
}

/** The most words that are sought: ten kilobytes pasted in are no question. */
const mostWords = 64
const longestWord = 60

/** Words that stand in every text, in letters of the search key. They count only where nothing else is sought. */
const common = new Set(
  'و در به از که این را با است برای ان تا بر یا هر هم نیز شد شده شود کرد کند خود هست بود باید the of and'.split(
    ' ',
  ),
)
export const isCommon = (word: string): boolean => common.has(word)

/** What closes a phrase, by what opens it. */
const closing: Record<string, RegExp> = {
  '"': /"/g,
  '«': /»/g,
  '“': /[”"]/g,
  '„': /[”“"]/g,
  '‹': /›/g,
}
const minus = /^[-\u2010\u2013\u2212](?=\S)/

/** Total: every text is a query. It has no parts where it holds no word. */
export function parseQuery(text: string): Query {
  const parts: Part[] = []
  let bare = ''
  const flush = (): void => {
    parts.push(...bareParts(bare, false))
    bare = ''
  }
  for (const { written, quoted, not } of pieces(text)) {
    // Words of one compound may be apart: «صورت جلسه», «می شود».
    if (!quoted && !not) bare += ` ${written}`
    else {
      flush()
      if (quoted) parts.push({ words: keysOf(written), quoted, not, beginning: false })
      else parts.push(...bareParts(written, not))
    }
  }
  flush()
  return sensible(parts.filter(({ words }) => words.length > 0))
}

/** The words and phrases as they are written. A quote that is left open ends with the text. */
function* pieces(text: string): Generator<{ written: string; quoted: boolean; not: boolean }> {
  let at = 0
  while (at < text.length) {
    const space = /\s*/y
    space.lastIndex = at
    at += space.exec(text)?.[0].length ?? 0
    const not = minus.test(text.slice(at, at + 2))
    if (not) at++
    const close = closing[text[at] ?? '']
    if (close === undefined) {
      const word = /[^\s"«“„‹]*/y
      word.lastIndex = at
      const written = word.exec(text)?.[0] ?? ''
      yield { written, quoted: false, not }
      at += written.length
    } else {
      close.lastIndex = at + 1
      const end = close.exec(text)?.index ?? text.length
      yield { written: text.slice(at + 1, end), quoted: true, not }
      at = end + 1
    }
  }
}

const keysOf = (text: string): string[] => searchWords(text).map(({ key }) => key)

/** Words apart by spaces are sought each; what is written as one, «۱۲۳/ص/۴۵۶», in a row. */
function bareParts(text: string, not: boolean): Part[] {
  const parts: Part[] = []
  let end = 0
  for (const { key, start, end: wordEnd } of searchWords(text)) {
    const before = parts.at(-1)
    const beginning = text[wordEnd] === '*'
    if (before === undefined || /\s/.test(text.slice(end, start)))
      parts.push({ words: [key], quoted: false, not, beginning })
    else {
      before.words.push(key)
      before.beginning = beginning
    }
    end = wordEnd
  }
  return parts
}

/** Leaves out what only makes a search slow, or finds nothing. */
function sensible(all: Part[]): Query {
  const parts: Part[] = []
  let ignored = 0
  let count = 0
  for (const part of distinct(all)) {
    const long = part.words.some(({ length }) => length > longestWord)
    if (long || count + part.words.length > mostWords) ignored += part.words.length
    else {
      parts.push(part)
      count += part.words.length
    }
  }
  const sought = parts.filter(({ not }) => !not)
  const onlyCommon = sought.length > 0 && sought.every(({ words }) => words.every(isCommon))
  return { parts, common: onlyCommon, ignored }
}

const distinct = (parts: Part[]): Part[] => [
  ...new Map(parts.map((part) => [JSON.stringify(part), part])).values(),
]
