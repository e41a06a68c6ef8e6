/** Where a half-space belongs and a space, or nothing, is written. */
import { withHalfSpaces } from '../fa.ts'
import { ZWNJ } from '../invisible.ts'
import { joined, matches, pairsOf, wordsOf } from './rule.ts'
import type { Match, Rule, Word } from './rule.ts'
import {
  AFTER_BI,
  AFTER_NA,
  BEFORE_AGO,
  BEFORE_MAY,
  COMPARABLE,
  JOINED_COMPARATIVE,
  NOT_VERBS,
  PARTICIPLES,
  SPACED,
  STANDALONE,
  UNSPACED,
  VERB_FORMS,
} from './word-lists.ts'

type Pair = [first: Word, second: Word, before: Word | undefined]

/** A rule over neighbouring words: what the two become, or nothing. */
function pairRule(id: string, joinedForm: (pair: Pair, text: string) => string | undefined): Rule {
  return {
    id,
    find: (text) =>
      pairsOf(text).flatMap((pair): Match[] => {
        const suggestion = joinedForm(pair, text)
        return suggestion === undefined ? [] : [joined(pair[0], pair[1], suggestion)]
      }),
  }
}

/** «می رود»; «۲۵ می» is a date. */
const verb = pairRule('half-space/verb', ([first, second, before], text) => {
  if (!/^ن?می\u200c?$/.test(first.text) || !VERB_FORMS.has(second.text)) return undefined
  const dated = /[0-9\u0660-\u0669\u06f0-\u06f9] *$/.test(
    text.slice(Math.max(0, first.start - 4), first.start),
  )
  if (dated || (before && BEFORE_MAY.has(before.text))) return undefined
  return first.text.replace(ZWNJ, '') + ZWNJ + second.text
})

/** «میرود». */
const joinedVerb: Rule = {
  id: 'half-space/joined-verb',
  find: (text) =>
    wordsOf(text).flatMap(({ text: word, start, end }): Match[] => {
      const [, prefix = '', form = ''] = /^(ن?می)(.{3,})$/.exec(word) ?? []
      if (!VERB_FORMS.has(form) || NOT_VERBS.has(word)) return []
      const suggestion = prefix + ZWNJ + form
      return [{ start, end, suggestion, values: { word: suggestion } }]
    }),
}

const PLURAL = new Set('ها های هایی هایش هایشان هایمان هایتان'.split(' '))

/** «کتاب ها». */
const plural = pairRule('half-space/plural', ([first, second]) =>
  PLURAL.has(second.text) && canTake(first.text) ? first.text + ZWNJ + second.text : undefined,
)

/** A whole word, not a particle and not one that has the ending already. */
function canTake(word: string): boolean {
  return word.length > 1 && !STANDALONE.has(word) && !PLURAL.has(word) && !word.endsWith(ZWNJ)
}

/** «مهم تر», «بیش تر»; «آب تر و خشک» is left. */
const comparative = pairRule('half-space/comparative', ([first, second]) => {
  const [, degree] = /^(تر|ترین)(?:\u200c?ها|\u200c?های|ی)?$/.exec(second.text) ?? []
  if (degree === undefined) return undefined
  if (JOINED_COMPARATIVE.has(first.text)) return first.text + second.text
  const known =
    COMPARABLE.has(first.text) || (degree === 'ترین' && canTake(first.text) && first.text.length > 2)
  return known ? first.text + ZWNJ + second.text : undefined
})

/** «کرده اند», «برنامه ای», «سی ام». */
const ending = pairRule('half-space/ending', ([first, second]) => {
  const whole = first.text + ZWNJ + second.text
  switch (second.text) {
    case 'اند':
    case 'ام':
    case 'ایم':
    case 'اید':
      return PARTICIPLES.has(first.text) || (second.text === 'ام' && first.text === 'سی') ? whole : undefined
    case 'ای':
    case 'اش':
      return first.text.endsWith('ه') && first.text.length > 2 && !STANDALONE.has(first.text)
        ? whole
        : undefined
    default:
      return undefined
  }
})

/** «خانه ی ما» becomes «خانهٔ ما». */
const ezafe = pairRule('half-space/ezafe', ([first, second]) =>
  second.text === 'ی' && first.text.length > 2 && first.text.endsWith('ه')
    ? `${first.text}\u0654`
    : undefined,
)

/** «بی سابقه», «نا مناسب». */
const prefix = pairRule('half-space/prefix', ([first, second]) => {
  if (first.text === 'بی' && AFTER_BI.has(second.text)) return first.text + ZWNJ + second.text
  return first.text === 'نا' && AFTER_NA.has(second.text) ? first.text + second.text : undefined
})

/** What may follow the second half of a compound. */
const TAIL = new RegExp(withHalfSpaces('(?<=.)(?:ی|~?ها|~?های|~?هایی|~ای)$'))

/** «پیش نویس», «پی گیری». */
const compound = pairRule('half-space/compound', ([first, second, before]) => {
  const seconds = SPACED.get(first.text)
  if (!seconds || (before && isOfBefore(before.text, first.text))) return undefined
  const between = seconds.get(second.text) ?? seconds.get(second.text.replace(TAIL, ''))
  return between === undefined ? undefined : first.text + between + second.text
})

/** Whether the first half belongs to the word before it: «سال پیش», «به صورت». */
function isOfBefore(before: string, first: string): boolean {
  return (first === 'پیش' && BEFORE_AGO.has(before)) || (first === 'صورت' && before === 'به')
}

/** «پیشنویس». */
const joinedCompound: Rule = {
  id: 'half-space/joined-compound',
  find: (text) =>
    wordsOf(text).flatMap(({ text: word, start, end }): Match[] => {
      const stem = word.replace(TAIL, '')
      const right = UNSPACED.get(word) ?? UNSPACED.get(stem)
      if (right === undefined) return []
      const suggestion = UNSPACED.has(word) ? right : right + word.slice(stem.length)
      return [{ start, end, suggestion, values: { word: suggestion } }]
    }),
}

/** Two half-spaces, or one at the edge of a word. */
const stray: Rule = {
  id: 'half-space/stray',
  find: (text) =>
    matches(
      text,
      /(?<![\p{L}\p{M}\u200c\u200d])\u200c+|\u200c+(?![\p{L}\p{M}\u200c\u200d])|\u200c{2,}/gu,
      ({ 0: run, index }) => {
        const inside = /[\p{L}\p{M}\u200d]/u
        const isInside = inside.test(text.charAt(index - 1)) && inside.test(text.charAt(index + run.length))
        return isInside ? ZWNJ : ''
      },
    ),
}

export const halfSpaceRules: readonly Rule[] = [
  verb,
  joinedVerb,
  plural,
  comparative,
  ending,
  ezafe,
  prefix,
  compound,
  joinedCompound,
  stray,
]
