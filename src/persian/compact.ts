/** Large numerals for key figures and charts: one number, one scale word. */
import { decimal, decimalText, tenTo } from './decimal.ts'
import { formatNumber } from './number.ts'
import { BILLION, MILLION, THOUSAND } from './word-values.ts'

/** Coarsest first; every number is as large as the last one asks. */
const SCALES: readonly (readonly [power: number, word: string])[] = [
  [12, `${THOUSAND} ${BILLION}`],
  [9, BILLION],
  [6, MILLION],
  [0, ''],
]

/** Rounds a canonical decimal half away from zero to so many decimals, without trailing zeros. */
export function roundDecimal(value: string, places: number): string {
  const { units, places: had } = decimal(value)
  if (had <= places) return decimalText({ units, places: had })
  const divisor = tenTo(had - places)
  const size = units < 0n ? -units : units
  const rounded = (size * 2n + divisor) / (divisor * 2n)
  return decimalText({ units: units < 0n ? -rounded : rounded, places })
}

/**
 * 1231000000 → «۱٫۲۳۱» and «میلیارد»; below a million the number itself. At most `places` decimals are
 * kept, rounded half away from zero; what rounds up to the next scale is written in it (999.96 million is «۱ میلیارد»
 * at one decimal). Above a thousand billion the scale is «هزار میلیارد».
 */
export function compactScale(value: string, places = 3): { number: string; scale: string } {
  const { units, places: had } = decimal(value)
  const scaled = SCALES.map(([power, scale]) => {
    const rounded = roundDecimal(decimalText({ units, places: had + power }), places)
    return { rounded, number: formatNumber(rounded), scale }
  })
  // A scale fits where the scale below it would print a number that reaches it.
  const at = SCALES.findIndex(([power], i) => {
    const [below = 0] = SCALES[i + 1] ?? []
    const { units: size, places: left } = decimal(scaled[i + 1]?.rounded ?? '0')
    return (size < 0n ? -size : size) >= tenTo(power - below + left)
  })
  const { number, scale } = scaled[at < 0 ? SCALES.length - 1 : at] ?? { number: '', scale: '' }
  return { number, scale }
}
