/** Numbers, ordinals and lists in words (persian.md §3.2–3.3). */
import { decimal, decimalText, tenTo } from './decimal.ts'
import { ZWNJ } from './invisible.ts'
import { AND, BILLION, DENOMINATORS, HUNDREDS, MILLION } from './word-values.ts'
import { NEGATIVE, POINT, TENS, THOUSAND, UNITS } from './word-values.ts'

/**
 * A canonical decimal in words. `legal` writes «یکصد», «یک هزار» and a decimal after «ممیز», since «سی و پنج
 * صدم» is both 0.35 and 30.05. More than six decimals are read digit by digit after «ممیز».
 * Throws RangeError on a non-canonical value.
 */
export function numberWords(v: string, opts?: { legal?: boolean }): string {
  const legal = opts?.legal === true
  const text = decimalText(decimal(v))
  const [whole = '0', fraction = ''] = text.replace('-', '').split('.')
  const lead = text.startsWith('-') ? `${NEGATIVE} ` : ''
  const integer = integerWords(BigInt(whole), legal)
  if (fraction === '') return lead + integer
  const denominator = DENOMINATORS[fraction.length]
  if (denominator === undefined) {
    const digits = [...fraction].map((d) => UNITS[Number(d)] || 'صفر')
    return `${lead}${integer} ${POINT} ${digits.join(' ')}`
  }
  const part = `${integerWords(BigInt(fraction), legal)} ${denominator}`
  if (legal) return `${lead}${integer} ${POINT} ${part}`
  return lead + (whole === '0' ? part : integer + AND + part)
}

/** A whole number in words, zero included. */
function integerWords(n: bigint, legal: boolean): string {
  if (n === 0n) return 'صفر'
  const parts: string[] = []
  let rest = n
  const scales: [bigint, string][] = [
    [tenTo(9), BILLION],
    [tenTo(6), MILLION],
    [1000n, THOUSAND],
  ]
  for (const [size, word] of scales) {
    const count = rest / size
    if (count === 0n) continue
    rest %= size
    const bare = word === THOUSAND && count === 1n && parts.length === 0 && !legal
    parts.push(bare ? word : `${integerWords(count, legal)} ${word}`)
  }
  if (rest > 0n) parts.push(smallWords(Number(rest), legal))
  return parts.join(AND)
}

/** 1 to 999 in words. */
function smallWords(n: number, legal: boolean): string {
  const hundred = Math.floor(n / 100)
  const below = n % 100
  const parts = [hundred === 1 && legal ? 'یکصد' : HUNDREDS[hundred]]
  if (below < 20) parts.push(UNITS[below])
  else parts.push(TENS[Math.floor(below / 10)], UNITS[below % 10])
  return parts.filter((p) => p !== undefined && p !== '').join(AND)
}

/**
 * The ordinal word: اول، دوم، سوم; attributive (before the noun): نخستین، دومین.
 * Throws RangeError unless n is a whole number, zero or more.
 */
export function ordinal(n: number, opts?: { attributive?: boolean }): string {
  if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(`no ordinal for ${n}`)
  const attributive = opts?.attributive === true
  if (n === 1) return attributive ? 'نخستین' : 'اول'
  const plain = ordinalEnding(integerWords(BigInt(n), false))
  return attributive ? `${plain}ین` : plain
}

/** «رتبهٔ ششم». Throws RangeError as ordinal does. */
export function rank(n: number): string {
  return `رتبه\u0654 ${ordinal(n)}`
}

function ordinalEnding(words: string): string {
  if (words.endsWith('سه')) return `${words.slice(0, -2)}سوم`
  return words.endsWith('سی') ? `${words}${ZWNJ}ام` : `${words}م`
}

/** «الف، ب و پ»; empty for no items. */
export function joinList(items: string[]): string {
  if (items.length < 2) return items[0] ?? ''
  return `${items.slice(0, -1).join('، ')}${AND}${items.at(-1) ?? ''}`
}
