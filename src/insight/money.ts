/** Sums of money. */
import Big from 'big.js'
import type { Money, MoneyUnit } from '../persian/money.ts'

/** One exact sum for each unit; amounts in different units are never added. */
export function sumByUnit(amounts: Money[]): Money[] {
  const sums = new Map<MoneyUnit, Big>()
  for (const { amount, unit } of amounts) sums.set(unit, (sums.get(unit) ?? new Big(0)).plus(amount))
  return [...sums].map(([unit, sum]) => ({ amount: sum.toFixed(), unit }))
}
