/** Writing numbers in digits: tables, percent, mixed scale, ranges (persian.md §3). */
import { decimal, decimalText, tenTo } from './decimal.ts'
import { toPersianDigits } from './digits.ts'
import { LRM, MINUS, NBSP, RLM, WJ } from './invisible.ts'
import { AND, BILLION, MILLION, NEGATIVE, THOUSAND, TRILLION } from './word-values.ts'

export { parseNumber } from './number-parse.ts'

/**
 * A canonical decimal in Persian digits, grouped by U+066C unless group is false (years).
 * A negative gets LRM and the true minus. Throws RangeError on a non-canonical value.
 */
export function formatNumber(value: string, opts?: { group?: boolean }): string {
  decimal(value)
  const negative = value.startsWith('-')
  const [whole = '', fraction] = value.replace('-', '').split('.')
  const grouped = opts?.group === false ? whole : whole.replace(/\B(?=(?:\d{3})+$)/g, '\u066c')
  const digits = toPersianDigits(fraction === undefined ? grouped : `${grouped}\u066b${fraction}`)
  return negative ? LRM + MINUS + digits : digits
}

/** Percent for tables and charts: digits, RLM, ٪ (sign at the left in every context, §1.3). */
export function percentSign(v: string): string {
  return `${formatNumber(v)}${RLM}٪`
}

/** Percent for prose: «۱۲٫۵ درصد», «منفی ۳ درصد». */
export function percentWord(v: string): string {
  return `${proseNumber(v)}${NBSP}درصد`
}

/** A number for prose in digits, its sign as the word «منفی». */
export function proseNumber(v: string): string {
  return v.startsWith('-') ? `${NEGATIVE} ${formatNumber(v.slice(1))}` : formatNumber(v)
}

/**
 * The press form «۱۵۲ میلیارد و ۳۲۵ میلیون»: the top `groups` (default 2) groups of three,
 * rounded half up with carry; under a thousand the number itself. `trillion` uses «تریلیون»
 * instead of «هزار میلیارد». Throws RangeError on a non-canonical value.
 */
export function mixedScale(v: string, opts?: { groups?: number; trillion?: boolean }): string {
  const { units, places } = decimal(v)
  const size = units < 0n ? -units : units
  const lead = units < 0n ? `${NEGATIVE} ` : ''
  if (size < 1000n * tenTo(places)) return lead + formatNumber(decimalText({ units: size, places }))
  const n = roundGroups(size, places, Math.max(1, Math.trunc(opts?.groups ?? 2)))
  return lead + spell(n, opts?.trillion === true)
}

/** Keeps the top groups of three digits; the rest is rounded half up. */
function roundGroups(size: bigint, places: number, groups: number): bigint {
  const top = Math.floor(((size / tenTo(places)).toString().length - 1) / 3)
  const dropped = Math.max(0, (top - groups + 1) * 3)
  const divisor = tenTo(dropped + places)
  return ((size * 2n + divisor) / (divisor * 2n)) * tenTo(dropped)
}

/** Digits with scale words; the largest scale takes everything above it. */
function spell(n: bigint, trillion: boolean): string {
  const scales: [bigint, string][] = [
    [tenTo(9), BILLION],
    [tenTo(6), MILLION],
    [1000n, THOUSAND],
  ]
  if (trillion) scales.unshift([tenTo(12), TRILLION])
  const parts: string[] = []
  let rest = n
  for (const [size, word] of scales) {
    const count = rest / size
    if (count === 0n) continue
    rest %= size
    const bare = word === THOUSAND && count === 1n && parts.length === 0
    parts.push(bare ? word : `${countOf(count)}${NBSP}${word}`)
  }
  if (rest > 0n) parts.push(toPersianDigits(rest.toString()))
  return parts.join(AND)
}

/** The count before a scale word: one is the word «یک», a thousand and more is spelt in turn. */
function countOf(count: bigint): string {
  if (count < 1000n) return count === 1n ? 'یک' : toPersianDigits(count.toString())
  const text = spell(count, false)
  return text.endsWith(`${AND}۱`) ? `${text.slice(0, -1)}یک` : text
}

/**
 * A range: prose «۱۰ تا ۱۵ درصد», table ۱۰–۱۵ with the dash glued (§1.3). Beside a minus a dash cannot be told
 * from one, so a table too writes «تا» there.
 */
export function numberRange(a: string, b: string, opts: { style: 'prose' | 'table'; unit?: string }): string {
  const unit = opts.unit === undefined || opts.unit === '' ? '' : NBSP + opts.unit
  if (opts.style === 'prose') return `${proseNumber(a)} تا ${proseNumber(b)}${unit}`
  if (a.startsWith('-') || b.startsWith('-')) return `${formatNumber(a)} تا ${formatNumber(b)}${unit}`
  return `${formatNumber(a)}${WJ}\u2013${WJ}${formatNumber(b)}${unit}`
}
