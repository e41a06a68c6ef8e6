/** Values of statistics as they are printed: in prose, in cells and as large numerals. */
import Big from 'big.js'
import type { Unit } from '../model/readers.ts'
import { compactScale, roundDecimal } from '../persian/compact.ts'
import { fa } from '../persian/fa.ts'
import { NBSP } from '../persian/invisible.ts'
import { mixedScale, percentWord, proseNumber } from '../persian/number.ts'
import { moneyUnitNames } from '../persian/money.ts'
import { ordinal } from '../persian/words.ts'

/** Exact canonical string of a computed value, rounded half away from zero. */
export function exact(value: Big, places: number): string {
  return value.round(places, Big.roundHalfUp).toFixed()
}

/** «۶٫۶ واحد درصد»: a difference of two percentages, without its sign. */
export function points(value: Big): string {
  return `${proseNumber(exact(value.abs(), 1))}${NBSP}واحد درصد`
}

/** «۶۸٫۴ درصد». */
export function percent(value: Big): string {
  return percentWord(exact(value, 1))
}

/** A written value in whole units: «۱۲» of «میلیون دلار» is 12000000. */
export function whole(value: string, unit: Unit | undefined): string {
  return unit?.kind === 'money' ? new Big(value).times(unit.scale).toFixed() : value
}

/** The word after a number; a rank and a bare number have none. */
export function unitWord(unit: Unit | undefined): string {
  if (unit?.kind === 'money') return moneyUnitNames[unit.money]
  if (unit?.kind === 'percent') return 'درصد'
  return unit?.kind === 'count' ? unit.noun : ''
}

/** «یک میلیارد و ۲۳۱ میلیون دلار», «۱٬۷۳۱ فقره», «رتبهٔ ۶». */
export function proseAmount(value: string, unit: Unit | undefined): string {
  const size = whole(value, unit)
  if (unit?.kind === 'rank') return `رتبه\u0654 ${proseNumber(value)}`
  const number = unit?.kind === 'money' ? mixedScale(size) : proseNumber(size)
  return joined(number, unitWord(unit))
}

/** «۱۸۹٫۷ میلیون دلار»: one number and one scale word, for sums that are computed. */
export function roundAmount(value: Big, unit: Unit | undefined, places: number): string {
  const size = unit?.kind === 'money' ? value.times(unit.scale) : value
  const { number, scale } = compactScale(size.toFixed(12), places)
  return joined(joined(number, scale), unitWord(unit))
}

/** A large numeral and the words beside it: «۱٫۲۳۱» «میلیارد دلار»; a rank is an ordinal word. */
export function numeral(value: string, unit: Unit | undefined): { value: string; unit: string } {
  if (unit?.kind === 'rank' && /^\d{1,4}$/.test(value)) return { value: ordinal(Number(value)), unit: '' }
  const { number, scale } = compactScale(whole(value, unit))
  return { value: number, unit: joined(scale, unitWord(unit)) }
}

/** Cells of one row in one scale, so that they can be compared: the scale of the largest value. */
export function cells(
  values: (string | undefined)[],
  unit: Unit | undefined,
): { values: string[]; unit: string } {
  const sizes = values.map((value) => (value === undefined ? undefined : new Big(whole(value, unit))))
  const largest = sizes.reduce<Big>((most, size) => (size?.abs().gt(most) ? size.abs() : most), new Big(0))
  const { scale } = compactScale(largest.toFixed())
  const divisor = { '': 1, میلیون: 1e6, میلیارد: 1e9 }[scale] ?? 1e12
  return {
    values: sizes.map((size) => (size === undefined ? '' : proseCell(size.div(divisor)))),
    unit: unit?.kind === 'rank' ? 'رتبه' : joined(scale, unitWord(unit)),
  }
}

const proseCell = (value: Big): string => compactScale(roundDecimal(exact(value, 3), 3)).number

/** «افزایش ۱۲٫۵ درصدی» in the words of a table cell: «۱۲٫۵ درصد افزایش». */
export function changeWord(growth: Big): string {
  if (growth.eq(0)) return fa`بی~تغییر`
  return `${percent(growth.abs())} ${growth.gt(0) ? 'افزایش' : 'کاهش'}`
}

const joined = (left: string, right: string): string =>
  left === '' || right === '' ? left + right : left + (/[\u06f0-\u06f9]$/.test(left) ? NBSP : ' ') + right
