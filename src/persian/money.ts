/**
 * Amounts of money. The rial of the budget may be the current or the new one, so a bare
 * «ریال» is an error, never a guess (brief; persian.md §3.3).
 */
import { NBSP } from './invisible.ts'
import { mixedScale, parseNumber } from './number.ts'
import { bad, good } from './result.ts'
import type { Parsed } from './result.ts'

export type MoneyUnit =
  | 'rial-current'
  | 'rial-new'
  | 'toman'
  | 'hemat'
  | 'USD'
  | 'EUR'
  | 'CNY'
  | 'AED'
  | 'TRY'
  | 'IQD'
  | 'GBP'
  | 'RUB'
  | 'AFN'
  | 'AZN'
  | 'PKR'
  | 'GEL'
  | 'OMR'
  | 'QAR'
  | 'KWD'
  | 'SAR'
  | 'INR'
  | 'JPY'

/** A canonical decimal amount of the unit (همت counts thousand billion tomans). */
export type Money = { amount: string; unit: MoneyUnit }

/** The Persian name of each unit. */
export const moneyUnitNames: Readonly<Record<MoneyUnit, string>> = {
  'rial-current': 'ریال جاری',
  'rial-new': 'ریال جدید',
  toman: 'تومان',
  hemat: 'همت',
  USD: 'دلار',
  EUR: 'یورو',
  CNY: 'یوان',
  AED: 'درهم',
  TRY: 'لیر',
  IQD: 'دینار عراق',
  GBP: 'پوند',
  RUB: 'روبل',
  AFN: 'افغانی',
  AZN: 'منات آذربایجان',
  PKR: 'روپیه\u0654 پاکستان',
  GEL: 'لاری',
  OMR: 'ریال عمان',
  QAR: 'ریال قطر',
  KWD: 'دینار کویت',
  SAR: 'ریال سعودی',
  INR: 'روپیه\u0654 هند',
  JPY: 'ین',
}

/** Names that stand for more than one unit (دینار, روپیه, منات) are left out: they are faults, not guesses. */
type Name = [string, MoneyUnit | 'rial']
const NAMES: Name[] = [
  ...(Object.entries(moneyUnitNames) as [MoneyUnit, string][]).map(([unit, name]): Name => [
    name.replaceAll('\u0654', ''),
    unit,
  ]),
  ...(Object.keys(moneyUnitNames) as MoneyUnit[]).map((unit): Name => [unit.toLowerCase(), unit]),
  ['لیر ترکیه', 'TRY'],
  ['لیره', 'TRY'],
  ['لیره ترکیه', 'TRY'],
  ['درهم امارات', 'AED'],
  ['یوان چین', 'CNY'],
  ['دلار آمریکا', 'USD'],
  ['دلار امریکا', 'USD'],
  ['پوند انگلیس', 'GBP'],
  ['پوند بریتانیا', 'GBP'],
  ['پوند استرلینگ', 'GBP'],
  ['روبل روسیه', 'RUB'],
  ['افغانی افغانستان', 'AFN'],
  ['منات جمهوری آذربایجان', 'AZN'],
  ['لاری گرجستان', 'GEL'],
  ['ریال عربستان', 'SAR'],
  ['ریال عربستان سعودی', 'SAR'],
  ['ین ژاپن', 'JPY'],
  ['ریال ایران', 'rial'],
  ['current rial', 'rial-current'],
  ['new rial', 'rial-new'],
  ['ریال', 'rial'],
  ['rials', 'rial'],
  ['rial', 'rial'],
  ['irr', 'rial'],
]
const BY_LENGTH = NAMES.toSorted((a, b) => b[0].length - a[0].length)
const ENGLISH: Readonly<Record<string, string>> = {
  thousand: 'هزار',
  million: 'میلیون',
  billion: 'میلیارد',
  trillion: 'تریلیون',
}

/**
 * Reads «میلیارد تومان» as a unit and the scale each number is multiplied by ('1000000000').
 * Errors: 'money/rial-kind-missing', 'money/unit-missing' (nothing there), 'money/unit-unknown' (values: text, unit).
 */
export function parseMoneyUnit(text: string): Parsed<{ unit: MoneyUnit; scale: string }> {
  const clean = tidy(text)
  if (clean === '') return bad('money/unit-missing', { text })
  const found = splitUnit(clean)
  if (found === undefined) return bad('money/unit-unknown', { text, unit: text })
  if (found.unit === 'rial') return bad('money/rial-kind-missing', { text })
  if (found.before === '') return good({ unit: found.unit, scale: '1' })
  const scaleWords = found.before.startsWith('هزار') ? found.before : `1 ${found.before}`
  const scale = /^(?:هزار|میلیون|میلیارد|تریلیون)(?: (?:میلیون|میلیارد))?$/.test(found.before)
    ? parseNumber(scaleWords)
    : undefined
  return scale?.ok === true
    ? good({ unit: found.unit, scale: scale.value })
    : bad('money/unit-unknown', { text, unit: text })
}

/**
 * Reads a number followed by its unit: «۲ میلیارد و ۵۰۰ میلیون تومان», `3 million USD`.
 * Errors: the unit errors above, and those of parseNumber.
 */
export function parseMoney(text: string): Parsed<Money> {
  const clean = tidy(text)
  const found = splitUnit(clean)
  if (found?.unit === 'rial') return bad('money/rial-kind-missing', { text })
  if (found) {
    const amount = parseNumber(found.before)
    return amount.ok ? good({ amount: amount.value, unit: found.unit }) : amount
  }
  const whole = parseNumber(clean)
  if (whole.ok) return bad('money/unit-missing', { text })
  const unit = wordsAfterNumber(clean)
  if (unit !== undefined) return bad('money/unit-unknown', { text, unit })
  return whole
}

/** The last one to three words, where what stands before them is a number: «دلار کانادا». */
function wordsAfterNumber(clean: string): string | undefined {
  let space = clean.length
  for (let words = 1; words <= 3; words++) {
    space = clean.lastIndexOf(' ', space - 1)
    if (space <= 0) return undefined
    if (parseNumber(clean.slice(0, space)).ok) return clean.slice(space + 1)
  }
  return undefined
}

/** Prose form: mixed scale and unit, «یک میلیارد و ۲۳۱ میلیون دلار». */
export function formatMoney(m: Money): string {
  return withUnit(m.amount, moneyUnitNames[m.unit])
}

/** Mixed scale and a unit word; NBSP keeps a unit with the digit before it (§1.4). */
export function withUnit(value: string, unit: string): string {
  const number = mixedScale(value)
  return number + (/[\u06f0-\u06f9]$/.test(number) ? NBSP : ' ') + unit
}

function tidy(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('\u200c', ' ')
    .replace(/[\u200b-\u200f\u2060-\u2069\u202a-\u202e\ufeff]/g, '')
    .replaceAll('\u06c0', 'ه')
    .replaceAll('\u0654', '')
    .replace(/[\u064a\u0649]/g, 'ی')
    .replace(/\u0643/g, 'ک')
    .replace(/[a-z]+/g, (w) => ENGLISH[w] ?? w)
    .replace(/\s+/g, ' ')
    .trim()
}

/** Takes the unit name off the end, where it follows a space, a digit or nothing. */
function splitUnit(clean: string): { before: string; unit: MoneyUnit | 'rial' } | undefined {
  for (const [name, unit] of BY_LENGTH) {
    if (!clean.endsWith(name)) continue
    const before = clean.slice(0, -name.length)
    if (before === '' || /[\s\d\u0660-\u0669\u06f0-\u06f9]$/.test(before))
      return { before: before.trim(), unit }
  }
  return undefined
}
