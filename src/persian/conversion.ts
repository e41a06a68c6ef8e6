/**
 * Rials, tomans and hemats in one another, and sums. All factors are powers of ten, so every conversion is exact.
 * Foreign money is never converted: a rate belongs to a day and a market, not to a program.
 */
import { add, decimal, decimalText, tenTo } from './decimal.ts'
import { formatMoney, moneyUnitNames } from './money.ts'
import type { Money, MoneyUnit } from './money.ts'
import { bad, good } from './result.ts'
import type { Parsed } from './result.ts'

/**
 * What one unit is worth: so many zeros of a smaller one, by this rule. The reform is the law of 11 آبان 1404
 * (tabnak.ir 1341630), in whose words one rial is 10,000 «ریال جاری».
 */
const WORTH: Partial<Record<MoneyUnit, { zeros: number; of: MoneyUnit; rule: string }>> = {
  'rial-new': {
    zeros: 4,
    of: 'rial-current',
    rule: 'هر ریال جدید ۱۰٬۰۰۰ ریال جاری، به حکم قانون اصلاح بند «الف» ماده\u0654 ۵۸ قانون بانک مرکزی مصوب ۱۴۰۴',
  },
  hemat: { zeros: 12, of: 'toman', rule: 'هر همت هزار میلیارد تومان' },
  toman: { zeros: 1, of: 'rial-current', rule: 'هر تومان ۱۰ ریال جاری' },
}

/** Zeros of the current rial in one unit, and the rules by which; undefined for foreign money. */
function worth(unit: MoneyUnit): { zeros: number; rules: string[] } | undefined {
  const rules: string[] = []
  let zeros = 0
  let at = unit
  for (let step = WORTH[at]; step; step = WORTH[at]) {
    rules.push(step.rule)
    zeros += step.zeros
    at = step.of
  }
  return at === 'rial-current' ? { zeros, rules } : undefined
}

/**
 * The same money in another unit, and the rule in words; the rule is empty where nothing had to be converted.
 * Error: 'money/no-rate' (values: from, to) where either is foreign and they differ.
 * Throws RangeError on a non-canonical amount.
 */
export function convert(money: Money, unit: MoneyUnit): Parsed<{ money: Money; rule: string }> {
  const value = decimal(money.amount)
  if (money.unit === unit) return good({ money, rule: '' })
  const from = worth(money.unit)
  const to = worth(unit)
  if (!from || !to)
    return bad('money/no-rate', { from: moneyUnitNames[money.unit], to: moneyUnitNames[unit] })
  const up = Math.max(0, from.zeros - to.zeros)
  const down = Math.max(0, to.zeros - from.zeros)
  const amount = decimalText({ units: value.units * tenTo(up), places: value.places + down })
  // A rule both units rest on (a toman's, for hemat and toman) cancels out.
  const rules = [...from.rules, ...to.rules].filter(
    (rule) => from.rules.includes(rule) !== to.rules.includes(rule),
  )
  return good({ money: { amount, unit }, rule: rules.join('؛ ') })
}

/**
 * Exact sum. Error: 'money/mixed-units' (values: first, second), also for units of one currency: which one the sum
 * is to be in is the author's to say. Throws RangeError on a non-canonical amount.
 */
export function addMoney(a: Money, b: Money): Parsed<Money> {
  if (a.unit !== b.unit) return bad('money/mixed-units', { first: a.unit, second: b.unit })
  return good({ amount: decimalText(add(decimal(a.amount), decimal(b.amount))), unit: a.unit })
}

/**
 * «۵۰۰ میلیارد تومان (۵ هزار میلیارد ریال جاری؛ هر تومان ۱۰ ریال جاری)»; in its own unit the amount alone.
 * Error and throw as convert.
 */
export function withSecondUnit(money: Money, unit: MoneyUnit): Parsed<string> {
  const second = convert(money, unit)
  if (!second.ok) return second
  const first = formatMoney(money)
  const { money: same, rule } = second.value
  return good(rule === '' ? first : `${first} (${formatMoney(same)}؛ ${rule})`)
}
