/**
 * Exact decimals as BigInt units with a count of decimals: 12.5 is {units:125n, places:1}.
 * No floats anywhere (persian.md §3.1: 9007199254740993 must survive).
 */
export type Decimal = { units: bigint; places: number }

const CANONICAL = /^-?\d+(?:\.\d+)?$/

/** Reads a canonical decimal string. Throws RangeError on anything else (a caller's mistake). */
export function decimal(value: string): Decimal {
  if (!CANONICAL.test(value)) throw new RangeError(`not a canonical decimal: ${value}`)
  const [whole = '0', fraction = ''] = value.split('.')
  return {
    units: BigInt(whole.replace('-', '') + fraction) * (value.startsWith('-') ? -1n : 1n),
    places: fraction.length,
  }
}

/** Ten to the power n. */
export function tenTo(n: number): bigint {
  return 10n ** BigInt(n)
}

/** Exact sum. */
export function add(a: Decimal, b: Decimal): Decimal {
  const places = Math.max(a.places, b.places)
  return { units: a.units * tenTo(places - a.places) + b.units * tenTo(places - b.places), places }
}

/** Canonical string without redundant zeros: no leading zeros, no trailing decimals, no "-0". */
export function decimalText(d: Decimal): string {
  const negative = d.units < 0n
  const digits = (negative ? -d.units : d.units).toString().padStart(d.places + 1, '0')
  const whole = digits.slice(0, digits.length - d.places)
  const fraction = d.places === 0 ? '' : digits.slice(-d.places).replace(/0+$/, '')
  return (negative ? '-' : '') + whole + (fraction === '' ? '' : `.${fraction}`)
}
