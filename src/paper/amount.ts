/** Values of statistics as they are printed: in prose, in cells and as large numerals. */
import Big from 'big.js'
import type { Unit } from '../model/readers.ts'
import { compactScale } from '../persian/compact.ts'
import { fa } from '../persian/fa.ts'
import { NBSP } from '../persian/invisible.ts'
import { formatNumber, mixedScale, percentWord, proseNumber } from '../persian/number.ts'
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

/** The same to three digits: «۱۵۹ میلیون دلار», «۱٫۴۲ میلیارد دلار». */
export function briefAmount(value: Big, unit: Unit | undefined): string {
  const size = unit?.kind === 'money' ? value.times(unit.scale) : value
  const { divisor } = scales.find((scale) => size.abs().gte(scale.divisor)) ?? unscaled
  const scaled = size.abs().div(divisor)
  return roundAmount(value, unit, scaled.gte(100) ? 0 : scaled.gte(10) ? 1 : 2)
}

/** A large numeral and the words beside it: «۱٫۲۳۱» «میلیارد دلار»; a rank is an ordinal word. */
export function numeral(value: string, unit: Unit | undefined): { value: string; unit: string } {
  if (unit?.kind === 'rank' && /^\d{1,4}$/.test(value)) return { value: ordinal(Number(value)), unit: '' }
  const { number, scale } = compactScale(whole(value, unit))
  return { value: number, unit: joined(scale, unitWord(unit)) }
}

/** The same for a sum that is computed: «۱۸۹٫۷» «میلیون دلار». */
export function roundNumeral(
  value: Big,
  unit: Unit | undefined,
  places: number,
): { value: string; unit: string } {
  const size = unit?.kind === 'money' ? value.times(unit.scale) : value
  const { number, scale } = compactScale(size.toFixed(12), places)
  return { value: number, unit: joined(scale, unitWord(unit)) }
}

/** What the values of one row are divided by, and the word for it. */
export interface Scale {
  divisor: string
  word: string
}
const unscaled: Scale = { divisor: '1', word: '' }
const scales: Scale[] = [
  { divisor: '1000000000000', word: 'هزار میلیارد' },
  { divisor: '1000000000', word: 'میلیارد' },
  { divisor: '1000000', word: 'میلیون' },
  unscaled,
]

/**
 * One scale for a row, so that its values can be compared: that of the largest value, or the next finer one where
 * it spares decimals (1.231 and 1.8 milliard are 1231 and 1800 million).
 */
export function commonScale(sizes: Big[]): Scale {
  const largest = sizes.reduce((most, size) => (size.abs().gt(most) ? size.abs() : most), new Big(0))
  const coarse = scales.findIndex(({ divisor }) => largest.gte(divisor))
  const [scale = unscaled, finer] = coarse === -1 ? [] : scales.slice(coarse)
  const plain = ({ divisor }: Scale): boolean =>
    sizes.every((size) => decimals(size.div(divisor)) <= 1) && largest.div(divisor).lt(1e7)
  return finer && !plain(scale) && plain(finer) ? finer : scale
}

const decimals = (value: Big): number => value.toFixed().split('.')[1]?.length ?? 0

/** Whole values in one scale and with as many decimals each, at most three. */
export function scaledCells(sizes: Big[], { divisor }: Scale): string[] {
  const values = sizes.map((size) => size.div(divisor).round(3, Big.roundHalfUp))
  const places = Math.max(0, ...values.map(decimals))
  return values.map((value) => {
    const missing = places - decimals(value)
    const mark = missing === places && places > 0 ? '\u066b' : ''
    return formatNumber(value.toFixed()) + mark + '۰'.repeat(missing)
  })
}

/** Cells of one row with their common unit; a value that is not there is an empty cell. */
export function cells(
  values: (string | undefined)[],
  unit: Unit | undefined,
): { values: string[]; unit: string } {
  const sizes = values.flatMap((value) => (value === undefined ? [] : new Big(whole(value, unit))))
  const scale = commonScale(sizes)
  const texts = scaledCells(sizes, scale)
  return {
    values: values.map((value) => (value === undefined ? '' : (texts.shift() ?? ''))),
    unit: scaledUnit(scale, unit),
  }
}

/** «میلیون دلار»: the head of a column or chart in that scale. */
export function scaledUnit({ word }: Scale, unit: Unit | undefined): string {
  return unit?.kind === 'rank' ? 'رتبه' : joined(word, unitWord(unit))
}

/** «۱۲٫۵ درصد افزایش». */
export function changeWord(growth: Big): string {
  if (growth.eq(0)) return fa`بی~تغییر`
  return `${percent(growth.abs())} ${growth.gt(0) ? 'افزایش' : 'کاهش'}`
}

const joined = (left: string, right: string): string =>
  left === '' || right === '' ? left + right : left + (/[\u06f0-\u06f9]$/.test(left) ? NBSP : ' ') + right
