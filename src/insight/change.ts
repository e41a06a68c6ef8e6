/** Growth and shares. */
import Big from 'big.js'

/** (now − before) ÷ |before| × 100; undefined where before is zero. */
export function growth(now: string, before: string): Big | undefined {
  const base = new Big(before)
  return base.eq(0) ? undefined : new Big(now).minus(base).div(base.abs()).times(100)
}

/** value ÷ sum of all values × 100, for each; undefined where the sum is not above zero. */
export function shares(values: string[]): Big[] | undefined {
  const sum = values.reduce((total, value) => total.plus(value), new Big(0))
  return sum.lte(0) ? undefined : values.map((value) => new Big(value).div(sum).times(100))
}
