/** Large numerals for key figures and charts: one number, one scale word. */
import { decimal, decimalText, tenTo } from './decimal.ts'
import { formatNumber } from './number.ts'
import { BILLION, MILLION, THOUSAND } from './word-values.ts'

const SCALES: [places: number, word: string][] = [
  [9, BILLION],
  [6, MILLION],
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
 * kept, rounded half away from zero. Above a thousand billion the scale is «هزار میلیارد».
 */
export function compactScale(value: string, places = 3): { number: string; scale: string } {
  const { units, places: had } = decimal(value)
  const size = units < 0n ? -units : units
  const [power, word] = [[12, `${THOUSAND} ${BILLION}`] as [number, string], ...SCALES].find(
    ([p]) => size >= tenTo(p + had),
  ) ?? [0, '']
  return {
    number: formatNumber(roundDecimal(decimalText({ units, places: had + power }), places)),
    scale: word,
  }
}
