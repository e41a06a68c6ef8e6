/** Reading numbers as authors type them (persian.md §3.1). */
import { add, decimal, decimalText, tenTo } from './decimal.ts'
import type { Decimal } from './decimal.ts'
import { toLatinDigits } from './digits.ts'
import { bad, good } from './result.ts'
import type { Parsed } from './result.ts'
import { AND, BILLION, DENOMINATORS, HALF, MILLION, NEGATIVE } from './word-values.ts'
import { POINT, THOUSAND, TRILLION, WORD_VALUES } from './word-values.ts'

const PLAIN = /^\d+(?:\.\d+)?$/
const GROUPED = /^\d{1,3}(?:([,' ])\d{3})(?:\1\d{3})*(?:\.\d+)?$/
const SLASH = new RegExp(`(?:^|\\s)(-|\\+|${NEGATIVE} )?(\\d[\\d,']*)/(\\d+)(?=\\s|$)`)
const SCALES: [string, number][] = [
  [TRILLION, 12],
  [BILLION, 9],
  [MILLION, 6],
  [THOUSAND, 3],
]

/** Decimal places of the denominators as they stand here, without half-spaces: «ده هزارم» → 4. */
const PLACES = new Map(DENOMINATORS.map((word, places) => [word.replace('\u200c', ' '), places]))

/**
 * Reads a number in any digit set, with grouping marks, either minus sign, number
 * words («یک و نیم میلیون»), or the mixed scale («یک میلیارد و ۲۳۱ میلیون»). Value: canonical decimal string.
 * A comma is a grouping mark, never a decimal one. Errors: 'number/ambiguous-slash' for 12/5 (values: text;
 * decimal, the reading 12.5; numerator and denominator, the reading «۱۲ از ۵»), 'number/invalid' (values: text).
 */
export function parseNumber(text: string): Parsed<string> {
  const clean = tidy(text)
  const slash = SLASH.exec(clean)
  if (slash) return ambiguous(text, slash[1] ?? '', slash[2] ?? '', slash[3] ?? '')
  const [negative, body] = sign(clean)
  const value = readPoint(body) ?? readScaled(body, 0)
  if (value === undefined) return bad('number/invalid', { text })
  return good(decimalText(negative ? { units: -value.units, places: value.places } : value))
}

function ambiguous(text: string, minus: string, before: string, denominator: string): Parsed<string> {
  const numerator = (minus === '' || minus === '+' ? '' : '-') + before.replace(/[,']/g, '')
  return bad('number/ambiguous-slash', {
    text,
    decimal: `${numerator}.${denominator}`,
    numerator,
    denominator,
  })
}

/** One spelling for digits, separators, spaces, minus signs; invisible marks dropped, half-spaces are spaces. */
function tidy(text: string): string {
  return toLatinDigits(text)
    .replace(/(\d)\u200c(?=\d)/g, '$1')
    .replaceAll('\u200c', ' ')
    .replace(/[\u200b-\u200f\u2060-\u2069\u202a-\u202e\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/[\u066c\u060c]/g, ',')
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    .replace(/\u066b/g, '.')
    .replace(/[\u2212\u2012\u2013]/g, '-')
    .replace(/[\u064a\u0649]/g, 'ی')
    .replaceAll('\u0643', 'ک')
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

/** «سی ممیز پنج صدم», or after the point one word for each decimal: «صفر ممیز یک دو سه». */
function readPoint(text: string): Decimal | undefined {
  const at = text.indexOf(` ${POINT} `)
  if (at < 0) return undefined
  const whole = readScaled(text.slice(0, at), 0)
  const after = text.slice(at + POINT.length + 2)
  const fraction = readFraction(after) ?? readDecimals(after)
  return whole?.places === 0 && fraction ? add(whole, fraction) : undefined
}

/** «پنج صدم»: a whole number and its denominator. */
function readFraction(text: string): Decimal | undefined {
  for (const [word, places] of PLACES) {
    if (places === 0 || !text.endsWith(` ${word}`)) continue
    const part = readScaled(text.slice(0, -word.length - 1), 0)
    if (part?.places === 0 && part.units < tenTo(places)) return { units: part.units, places }
  }
  return undefined
}

function readDecimals(text: string): Decimal | undefined {
  const values = text.split(' ').map((word) => WORD_VALUES.get(word))
  const digits = values.map((value) => (value === undefined || value > 9 ? 'x' : value)).join('')
  return /^\d+$/.test(digits) ? { units: BigInt(digits), places: digits.length } : undefined
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

/** Position of a scale word that ends a word («هزار», «یکهزار», «15هزار»), or -1. */
function findWord(text: string, word: string): number {
  const at = text.lastIndexOf(word)
  const next = text.charAt(at + word.length)
  return next === ' ' || next === '' ? at : -1
}

/** Digits, or number words under a thousand in falling order, and a half more: «دو و نیم». */
function readAtom(text: string): Decimal | undefined {
  if (text === HALF) return { units: 5n, places: 1 }
  if (text.endsWith(AND + HALF)) {
    const before = readSimple(text.slice(0, -AND.length - HALF.length))
    return before?.places === 0 ? add(before, { units: 5n, places: 1 }) : undefined
  }
  return readSimple(text)
}

/** The same without a half. */
function readSimple(text: string): Decimal | undefined {
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
