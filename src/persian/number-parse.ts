/** Reading numbers as authors type them (persian.md §3.1). */
import { add, decimal, decimalText, tenTo } from './decimal.ts'
import type { Decimal } from './decimal.ts'
import { toLatinDigits } from './digits.ts'
import { bad, good } from './result.ts'
import type { Parsed } from './result.ts'
import { BILLION, MILLION, NEGATIVE, THOUSAND, TRILLION, WORD_VALUES } from './word-values.ts'

const PLAIN = /^\d+(?:\.\d+)?$/
const GROUPED = /^\d{1,3}(?:([,' ])\d{3})(?:\1\d{3})*(?:\.\d+)?$/
const SCALES: [string, number][] = [
  [TRILLION, 12],
  [BILLION, 9],
  [MILLION, 6],
  [THOUSAND, 3],
]

/**
 * Reads a number in any digit set, with grouping marks, either minus sign, number
 * words, or the mixed scale («یک میلیارد و ۲۳۱ میلیون»). Value: canonical decimal string.
 * Errors: 'number/ambiguous-slash' for 12/5 (values: text, decimal), 'number/invalid' (values: text).
 */
export function parseNumber(text: string): Parsed<string> {
  const clean = tidy(text)
  const slash = /(?:^|\s)[-+]?(\d+)\/(\d+)(?=\s|$)/.exec(clean)
  if (slash) return bad('number/ambiguous-slash', { text, decimal: `${slash[1]}.${slash[2]}` })
  const [negative, body] = sign(clean)
  const value = readScaled(body, 0)
  if (value === undefined) return bad('number/invalid', { text })
  return good(decimalText(negative ? { units: -value.units, places: value.places } : value))
}

/** One spelling for digits, separators, spaces, minus signs; invisible marks dropped. */
function tidy(text: string): string {
  return toLatinDigits(text)
    .replace(/[\u200b-\u200f\u2060-\u2069\u202a-\u202e\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/[\u066c\u060c]/g, ',')
    .replace(/\u2019/g, "'")
    .replace(/\u066b/g, '.')
    .replace(/[\u2212\u2013]/g, '-')
    .replace(/[\u064a\u0649]/g, 'ی')
    .trim()
}

/** Takes a leading or trailing minus, a plus, or «منفی» off. */
function sign(text: string): [boolean, string] {
  if (text.startsWith(`${NEGATIVE} `)) return [true, text.slice(NEGATIVE.length + 1)]
  if (text.startsWith('-')) return [true, text.slice(1).trimStart()]
  if (text.startsWith('+')) return [false, text.slice(1).trimStart()]
  if (/\d-$/.test(text)) return [true, text.slice(0, -1)]
  return [false, text]
}

/** left SCALE [و right]; right must stay under the scale, and no decimals once there is a right. */
function readScaled(text: string, level: number): Decimal | undefined {
  const scale = SCALES[level]
  if (scale === undefined) return readAtom(text)
  const [word, power] = scale
  const match = findWord(text, word)
  if (match < 0) return readScaled(text, level + 1)
  const before = text.slice(0, match).trim()
  const after = text.slice(match + word.length).trim()
  const left =
    before === '' ? (word === THOUSAND ? { units: 1n, places: 0 } : undefined) : readScaled(before, level + 1)
  if (left === undefined) return undefined
  const head: Decimal = { units: left.units * tenTo(power), places: left.places }
  if (after === '') return head
  if (left.places > 0 || !after.startsWith('و ')) return undefined
  const right = readScaled(after.slice(2), level + 1)
  if (right === undefined || right.places > 0 || right.units >= tenTo(power)) return undefined
  return add(head, right)
}

/** Position of a scale word standing as a word of its own (it may touch a digit), or -1. */
function findWord(text: string, word: string): number {
  const at = text.lastIndexOf(word)
  if (at < 0) return -1
  const previous = at === 0 ? ' ' : text.charAt(at - 1)
  const next = text.charAt(at + word.length) || ' '
  return /[ \d]/.test(previous) && next === ' ' ? at : -1
}

/** Digits, or number words under a thousand in falling order. */
function readAtom(text: string): Decimal | undefined {
  if (PLAIN.test(text)) return decimal(text)
  if (GROUPED.test(text)) return decimal(text.replace(/[,' ]/g, ''))
  let sum = 0
  let limit = 1000
  for (const word of text.split(' و ')) {
    const value = WORD_VALUES.get(word)
    if (value === undefined || value >= limit) return undefined
    sum += value
    limit = value >= 100 ? 100 : value >= 20 ? 10 : 0
  }
  return { units: BigInt(sum), places: 0 }
}
