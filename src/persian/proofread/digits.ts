/** Digits of other scripts in Persian text. */
import { toPersianDigits } from '../digits.ts'
import type { Match, Rule } from './rule.ts'

const PERSIAN = /[\u0620-\u064a\u066e-\u06d3]/
const LATIN = /[A-Za-z_@\\]|:\/\//
/** The number after these is a code, to be copied as it is. */
const CODE = /^(?:کد|شناسه|شناسهٔ|سریال|بارکد)$/

/** Numbers in a token that holds nothing Latin and stands next to nothing Latin. */
function numbers(text: string, digits: RegExp): Match[] {
  if (!PERSIAN.test(text)) return []
  const tokens = [...text.matchAll(/\S+/g)]
  return tokens.flatMap(({ index, 0: token }, at) => {
    const isLatin = (other: number): boolean => LATIN.test(tokens[other]?.[0] ?? '')
    if (!digits.test(token) || isLatin(at) || isLatin(at - 1) || isLatin(at + 1)) return []
    if ([1, 2].some((back) => CODE.test(tokens[at - back]?.[0] ?? ''))) return []
    return [...token.matchAll(/[0-9\u0660-\u0669\u06f0-\u06f9](?:[.,/:]?[0-9\u0660-\u0669\u06f0-\u06f9])*/g)]
      .filter(([number]) => digits.test(number))
      .map(({ index: inside, 0: number }) => {
        const start = index + inside
        const suggestion = toPersianDigits(grouped(number))
        return { start, end: start + number.length, suggestion, values: { number } }
      })
  })
}

/** 1,250,000 with the Persian separator; other commas and points are not ours to judge. */
function grouped(number: string): string {
  return /^[0-9\u06f0-\u06f9]{1,3}(?:,[0-9\u06f0-\u06f9]{3})+$/.test(number)
    ? number.replaceAll(',', '\u066c')
    : number
}

const european: Rule = { id: 'digit/european', find: (text) => numbers(text, /[0-9]/) }

/** U+0660 to U+0669, which look much the same and sort and search otherwise (ISIRI 6219 §5-8). */
const arabic: Rule = {
  id: 'digit/arabic',
  find: (text) =>
    [...text.matchAll(/[\u0660-\u0669]+/g)].map(({ index, 0: number }) => ({
      start: index,
      end: index + number.length,
      suggestion: toPersianDigits(number),
      values: { number },
    })),
}

export const digitRules: readonly Rule[] = [arabic, european]
