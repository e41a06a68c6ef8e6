/** What a rule of the proofreader is, and the words of a text. */

/** A place a rule reports, with what to write there instead where that is certain. Offsets are UTF-16 units. */
export interface Match {
  start: number
  end: number
  suggestion?: string
  values: Record<string, string>
}

export interface Rule {
  id: string
  find(text: string): Match[]
  /** Whether it may report inside Latin words, codes, file names and addresses as well. */
  anywhere?: true
}

export interface Finding extends Match {
  rule: string
}

/** A Persian word, half-spaces and vowel signs included. */
export interface Word {
  text: string
  start: number
  end: number
}

/** Letters of the Arabic script with their marks, presentation forms included, for use in a class. */
export const LETTERS =
  '\\u0620-\\u065f\\u066e-\\u06d3\\u06d5\\u06fa-\\u06fc\\ufb50-\\ufdf1\\ufdf3-\\ufdf9\\ufe70-\\ufefc'
export const LETTER = `[${LETTERS}]`
const WORD = new RegExp(`${LETTER}[${LETTERS}\\u200c\\u200d]*`, 'g')

export function wordsOf(text: string): Word[] {
  return [...text.matchAll(WORD)].map(({ index, 0: word }) => ({
    text: word,
    start: index,
    end: index + word.length,
  }))
}

/** Neighbouring words with nothing but spaces between them. */
export function pairsOf(text: string): [Word, Word, before: Word | undefined][] {
  const words = wordsOf(text)
  const pairs: [Word, Word, Word | undefined][] = []
  words.forEach((word, index) => {
    const next = words[index + 1]
    if (next && /^ +$/.test(text.slice(word.end, next.start))) pairs.push([word, next, words[index - 1]])
  })
  return pairs
}

/** What to report of a pair of words written as one. */
export function joined(first: Word, second: Word, suggestion: string): Match {
  return { start: first.start, end: second.end, suggestion, values: { word: suggestion } }
}

/** Every match of a pattern, and what to write there. */
export function matches(text: string, pattern: RegExp, to: (found: RegExpExecArray) => string): Match[] {
  return [...text.matchAll(pattern)].map((found) => ({
    start: found.index,
    end: found.index + found[0].length,
    suggestion: to(found),
    values: { text: found[0] },
  }))
}
