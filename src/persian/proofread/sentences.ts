/** Sentences that are hard to read aloud. */
import { toPersianDigits } from '../digits.ts'
import type { Match, Rule, Word } from './rule.ts'

/** Words a listener can hold. */
export const longestSentence = 45
/** Fewer words are a title, a heading or a cell of a table. */
const shortestSentence = 5

/** Stretches between sentence ends; ؛ and a line end part sentences, too. */
function sentences(text: string): (Word & { closed: boolean })[] {
  const found: (Word & { closed: boolean })[] = []
  let start = 0
  const add = (end: number, closed: boolean): void => {
    const raw = text.slice(start, end)
    const lead = raw.length - raw.trimStart().length
    const body = raw.trim()
    found.push({ text: body, start: start + lead, end: start + lead + body.length, closed })
  }
  for (const { index, 0: mark } of text.matchAll(/[.؟!؛…][»)\]]*(?=\s|$)|\n/g)) {
    const end = index + mark.length
    add(end, mark !== '\n')
    start = end
  }
  add(text.length, false)
  return found
}

const wordCount = (text: string): number =>
  text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length

const long: Rule = {
  id: 'sentence/long',
  find: (text) =>
    sentences(text).flatMap(({ text: sentence, start, end }): Match[] => {
      const words = wordCount(sentence)
      const values = {
        words: toPersianDigits(String(words)),
        limit: toPersianDigits(String(longestSentence)),
      }
      return words > longestSentence ? [{ start, end, values }] : []
    }),
}

/** A sentence, not a heading or the item of a list, whose first word is written in digits. */
const digitFirst: Rule = {
  id: 'sentence/digit-first',
  find: (text) =>
    sentences(text).flatMap(({ text: sentence, start, closed }): Match[] => {
      const number = /^[0-9\u06f0-\u06f9]+(?:[.,/:\u066b\u066c][0-9\u06f0-\u06f9]+)*(?=[ \u00a0])/.exec(
        sentence,
      )?.[0]
      if (number === undefined || !closed || wordCount(sentence) < shortestSentence) return []
      return [{ start, end: start + number.length, values: { number } }]
    }),
}

export const sentenceRules: readonly Rule[] = [long, digitFirst]
