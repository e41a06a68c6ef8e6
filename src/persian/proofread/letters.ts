/** Letters of other languages in Persian words. */
import { matches, wordsOf } from './rule.ts'
import type { Match, Rule } from './rule.ts'

const ARABIC = /[\u064a\u0649\u0643]/
const OTHER = /[\u06aa\u06d0\u06d2\u06be\u06c0-\u06c2\u06d5\ufb50-\ufdf1\ufdf3-\ufdf9\ufe70-\ufefc]/
const TO: Readonly<Record<string, string>> = {
  '\u064a': 'ی',
  '\u0649': 'ی',
  '\u06d0': 'ی',
  '\u06d2': 'ی',
  '\u0643': 'ک',
  '\u06aa': 'ک',
  '\u06be': 'ه',
  '\u06c1': 'ه',
  '\u06d5': 'ه',
  '\u06c0': 'ه\u0654',
  '\u06c2': 'ه\u0654',
}
const HAS_FORM = /[\ufb50-\ufdf1\ufdf3-\ufdf9\ufe70-\ufefc]/g
const ANY = new RegExp(`[${Object.keys(TO).join('')}]`, 'g')

function persian(word: string): string {
  return word
    .replace(HAS_FORM, (form) => form.normalize('NFKC').trim())
    .replace(ANY, (letter) => TO[letter] ?? letter)
}

/** One finding for a word, with all its letters set right. */
function wordsWith(text: string, wanted: (word: string) => boolean): Match[] {
  return wordsOf(text).flatMap(({ text: word, start, end }) => {
    const suggestion = persian(word)
    if (!wanted(word) || suggestion === word) return []
    const wrong = [...new Set([...word].filter((letter) => persian(letter) !== letter))]
    return [{ start, end, suggestion, values: { word, letters: wrong.join('، ') } }]
  })
}

const arabic: Rule = {
  id: 'letter/arabic',
  find: (text) => wordsWith(text, (word) => ARABIC.test(word)),
}

const lookAlike: Rule = {
  id: 'letter/look-alike',
  find: (text) => wordsWith(text, (word) => OTHER.test(word) && !ARABIC.test(word)),
}

/** A ة at the end of a word of its own is ه or ت in Persian, which of them only the author knows. */
const tehMarbuta: Rule = {
  id: 'letter/teh-marbuta',
  find: (text) =>
    wordsOf(text)
      .filter(({ text: word, end }) => word.endsWith('ة') && !text.startsWith(' ال', end))
      .map(({ text: word, start, end }) => ({ start, end, values: { word } })),
}

/** One Latin letter between two Persian ones: l for ا, o for ه. */
const latinInside: Rule = {
  id: 'letter/latin',
  anywhere: true,
  find: (text) =>
    [...text.matchAll(/(?<=[\u0620-\u064a\u066e-\u06d3])[A-Za-z](?=[\u0620-\u064a\u066e-\u06d3])/g)].map(
      ({ index, 0: letter }) => {
        const suggestion = /[lI]/.test(letter) ? 'ا' : letter === 'o' ? 'ه' : undefined
        const place = { start: index, end: index + 1, values: { letter } }
        return suggestion === undefined ? place : { ...place, suggestion }
      },
    ),
}

/** A no-break space or another odd space between words is kept; a not-sign or a zero-width space is not. */
const wrongHalfSpace: Rule = {
  id: 'half-space/wrong-character',
  find: (text) =>
    matches(
      text,
      /(?<=[\u0620-\u064a\u066e-\u06d3])[\u00ac\u200b]+(?=[\u0620-\u064a\u066e-\u06d3])/g,
      () => '\u200c',
    ),
}

export const letterRules: readonly Rule[] = [arabic, lookAlike, tehMarbuta, latinInside, wrongHalfSpace]
