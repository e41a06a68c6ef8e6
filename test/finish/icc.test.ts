import { expect, test } from 'vitest'
import { srgbProfile } from '../../src/finish/icc.ts'

const profile = srgbProfile()
const tag = (name: string): Buffer => {
  for (let n = 0; n < profile.readUInt32BE(128); n++) {
    const at = 132 + 12 * n
    if (profile.toString('latin1', at, at + 4) !== name) continue
    const from = profile.readUInt32BE(at + 4)
    return profile.subarray(from, from + profile.readUInt32BE(at + 8))
  }
  throw new Error(name)
}
const fixed = (bytes: Buffer, from: number): number[] =>
  Array.from({ length: (bytes.length - from) / 4 }, (_, n) => bytes.readInt32BE(from + 4 * n) / 65536)

test('a display profile of its own length, with every tag on four bytes', () => {
  expect(profile.readUInt32BE(0)).toBe(profile.length)
  expect(profile.toString('latin1', 12, 24)).toBe('mntrRGB XYZ ')
  expect(profile.toString('latin1', 36, 40)).toBe('acsp')
  expect(profile.length % 4).toBe(0)
})

test('the primaries add up to the white of D50', () => {
  const sums = [0, 1, 2].map((n) =>
    ['rXYZ', 'gXYZ', 'bXYZ'].reduce((sum, name) => sum + fixed(tag(name), 8)[n]!, 0),
  )
  for (const [n, white] of [0.9642, 1, 0.8249].entries()) expect(sums[n]).toBeCloseTo(white, 3)
})

test('the curve is that of sRGB', () => {
  const curve = tag('gTRC')
  expect(curve.readUInt16BE(8)).toBe(3)
  const [g = 0, a = 0, b = 0, c = 0, d = 0] = fixed(curve, 12)
  const linear = (x: number): number => (x >= d ? (a * x + b) ** g : c * x)
  // 8-bit 188 is the middle of the light; the two pieces meet.
  expect(linear(188 / 255)).toBeCloseTo(0.5029, 3)
  expect((a * d + b) ** g).toBeCloseTo(c * d, 4)
  expect(linear(1)).toBeCloseTo(1, 4)
})
