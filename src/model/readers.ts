/**
 * The typed leaves of a meeting file. YAML gives nothing but text (the failsafe schema), so that no number,
 * date or leading zero is changed on the way; each reader turns the text into its value or into a fault.
 */
import { z } from 'zod'
import { parseJalaliDate } from '../persian/calendar.ts'
import { parseDeadline } from '../persian/deadline.ts'
import type { Deadline } from '../persian/deadline.ts'
import { toLatinDigits } from '../persian/digits.ts'
import { parseMoney, parseMoneyUnit } from '../persian/money.ts'
import type { MoneyUnit } from '../persian/money.ts'
import { normalize } from '../persian/normalize.ts'
import { parseNumber } from '../persian/number.ts'
import { parsePeriod } from '../persian/period.ts'
import { bad, good } from '../persian/result.ts'
import type { Parsed } from '../persian/result.ts'
import { contrastOnWhite, darkEnough, leastContrast } from './contrast.ts'
import type { Register } from './field.ts'

/** The longest text one field may hold, in UTF-16 units: some ten printed pages. */
export const longestText = 20_000
/** The most rows one list may have. */
export const mostRows = 2_000

/** A leaf read by a total function; its failures become issues that carry the fault's code and values. */
export function reader<T>(kind: string, parse: (text: string) => Parsed<T>) {
  return z
    .string()
    .transform((text, context): T => {
      const parsed = parse(text)
      if (parsed.ok) return parsed.value
      context.addIssue({ code: 'custom', params: { fault: parsed.code, values: parsed.values } })
      return z.NEVER
    })
    .meta({ kind })
}

const count = (text: string): string => String(text.length)

/** Prose: normalised, controls dropped, at most `longestText`. */
export const text = reader('text', (raw): Parsed<string> => {
  if (raw.length > longestText)
    return bad('text/too-long', { length: count(raw), limit: String(longestText) })
  return good(normalize(raw))
})

/** Text kept as typed but for its ends: numbers of letters, telephone numbers, addresses. */
export const verbatim = reader('verbatim', (raw): Parsed<string> => {
  if (raw.length > 500) return bad('text/too-long', { length: count(raw), limit: '500' })
  return good(raw.trim())
})

/** A decimal number as an exact string of Western digits: `-1234.5`. */
export const decimalNumber = reader('number', parseNumber)

/** A whole number above zero. */
export const wholeNumber = reader('whole', (raw): Parsed<number> => {
  const parsed = parseNumber(raw)
  if (!parsed.ok) return parsed
  return /^[1-9]\d{0,8}$/.test(parsed.value) ? good(Number(parsed.value)) : bad('number/whole', { text: raw })
})

/** What is beyond this share is an amount in the wrong place. */
const largestShare = 1000

/**
 * A share of a hundred as an exact decimal string; a percent sign is allowed. It may pass 100: more was done, or
 * absorbed, than was promised.
 */
export const percentage = reader('percent', (raw): Parsed<string> => {
  const parsed = parseNumber(raw.replace(/\s*(?:[%٪]|درصد)\s*$/, ''))
  if (!parsed.ok) return parsed
  const inside = Number(parsed.value) >= 0 && Number(parsed.value) <= largestShare
  return inside ? parsed : bad('number/percent', { text: raw, limit: String(largestShare) })
})

/** A day of the Jalali calendar. */
export const date = reader('date', parseJalaliDate)

/** Months of a year: «۹ ماههٔ نخست ۱۴۰۴», «سال جاری». */
export const period = reader('period', parsePeriod)

/** An amount with its unit: «۲ میلیارد تومان». */
export const money = reader('money', parseMoney)

/** A unit of money alone: «ریال جاری», `USD`. */
export const moneyUnit = reader('unit', (raw): Parsed<MoneyUnit> => {
  const parsed = parseMoneyUnit(raw)
  if (!parsed.ok) return parsed
  return parsed.value.scale === '1'
    ? good(parsed.value.unit)
    : bad('money/unit-unknown', { text: raw, unit: raw })
})

/** When a resolution is due, with the words it was written in. */
export const deadline = reader('deadline', (raw): Parsed<Deadline> => {
  const parsed = parseDeadline(raw)
  return parsed.ok ? good({ ...parsed.value, written: normalize(raw).trim() }) : parsed
})

/** A time of day, kept as HH:MM in Western digits. */
export const time = reader('time', (raw): Parsed<string> => {
  const match = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(toLatinDigits(raw).trim())
  return match ? good(`${match[1]?.padStart(2, '0')}:${match[2]}`) : bad('time/format', { text: raw })
})

/** A colour as #rrggbb, dark enough for text on white paper. */
export const colour = reader('colour', (raw): Parsed<string> => {
  const match = /^#?([0-9a-f]{6})$/i.exec(toLatinDigits(raw).trim())
  if (!match) return bad('colour/format', { text: raw })
  const given = `#${match[1]?.toLowerCase()}`
  const contrast = contrastOnWhite(given)
  if (contrast >= leastContrast) return good(given)
  // Cut, not rounded: 4.49 must not be told as 4.5.
  const ratio = (Math.floor(contrast * 100) / 100).toFixed(2)
  return bad('colour/contrast', { text: given, ratio, darker: darkEnough(given) })
})

/** A file of the workspace, by a path relative to the file that names it. That it exists is checked when it is read. */
export const file = reader('file', (raw): Parsed<string> => {
  const path = raw.trim().replaceAll('\\', '/')
  if (path.includes('\0')) return bad('file/outside', { path: raw })
  const outside = /^(?:\/|[a-z]:|[a-z]+:\/\/)/i.test(path) || path.split('/').includes('..')
  return outside ? bad('file/outside', { path: raw }) : good(path)
})

/** What a statistic counts in. `scale` is what a written value is multiplied by: «میلیون دلار» is 10⁶ dollars. */
export type Unit =
  | { kind: 'money'; money: MoneyUnit; scale: string }
  | { kind: 'percent' | 'rank' }
  | { kind: 'count'; noun: string }

/** «میلیون دلار», «ریال جاری», «درصد», «رتبه», or the noun that is counted («فقره»). */
export const unit = reader('unit', (raw): Parsed<Unit> => {
  const clean = normalize(raw)
  if (/^(?:%|٪|درصد|percent)$/i.test(clean)) return good({ kind: 'percent' })
  if (/^(?:رتبه|rank)$/i.test(clean)) return good({ kind: 'rank' })
  const parsed = parseMoneyUnit(raw)
  if (parsed.ok) return good({ kind: 'money', money: parsed.value.unit, scale: parsed.value.scale })
  // Any other word is a noun to count by; only rials are money that is not yet plain.
  return parsed.code === 'money/rial-kind-missing' ? parsed : good({ kind: 'count', noun: clean })
})

const idPattern = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,63}$/u

/** The id of a row, unique in its table. */
export function id(register: Register) {
  return reader('id', (raw): Parsed<string> => {
    const clean = normalize(raw)
    return idPattern.test(clean) ? good(clean) : bad('id/format', { text: raw })
  }).meta({ kind: 'id', defines: register })
}

/**
 * The id of a resolution in the register of the office, which other files define: its own, or that of its meeting with
 * its number, «export-1405-09/3».
 */
export const registerId = reader('id', (raw): Parsed<string> => {
  const clean = normalize(raw).trim()
  return /^[\p{L}\p{N}][\p{L}\p{M}\p{N}\u200c ._/-]{0,119}$/u.test(clean)
    ? good(clean)
    : bad('id/format', { text: raw })
})

/** A row of a table by its id (or, for people, bodies and sources, by a full name). */
export function reference(register: Register) {
  return text.meta({ kind: 'reference', refers: register })
}

/** One word of a closed list, in English or Persian. */
export function choice<const C extends Record<string, string>>(choices: C) {
  type Key = Extract<keyof C, string>
  const fold = (word: string): string =>
    normalize(word)
      .toLowerCase()
      .replace(/[\s\u200c_-]/g, '')
      .replaceAll('أ', 'ا')
  const known = new Map(
    Object.entries(choices).flatMap(
      ([key, fa]) =>
        [
          [fold(key), key],
          [fold(fa), key],
        ] as [string, Key][],
    ),
  )
  return reader('choice', (raw): Parsed<Key> => {
    const key = known.get(fold(raw))
    return key === undefined
      ? bad('choice/unknown', { text: raw, choices: Object.values(choices).join('، ') })
      : good(key)
  }).meta({ kind: 'choice', choices })
}

/** Rows of a table, at most `mostRows` (held to while the file is read). A bare row is taken for a list of one. */
export function list<S extends z.ZodType>(row: S) {
  return z.array(row)
}
