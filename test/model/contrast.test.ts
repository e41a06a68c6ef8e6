import fc from 'fast-check'
import { expect, it, test } from 'vitest'
import { contrastOnWhite, darkEnough, leastContrast } from '../../src/model/contrast.ts'
import { readMeeting, readSettings } from '../../src/source/source.ts'

// The grey next to the border on either side is the usual touchstone of WCAG's AA.
test.each([
  ['#000000', 21],
  ['#ffffff', 1],
  ['#767676', 4.54],
  ['#777777', 4.47],
  ['#ff0000', 3.99],
  ['#0000ff', 8.59],
  ['#00ff00', 1.37],
  ['#14505c', 9],
])('%s on white is %f to 1', (colour, ratio) => {
  expect(Math.floor(contrastOnWhite(colour) * 100 + 1e-9) / 100).toBe(ratio)
})

it('gives the lightest colour of the hue that passes', () => {
  expect(darkEnough('#777777')).toBe('#767676')
  expect(darkEnough('#14505c')).toBe('#14505c')
  expect(darkEnough('#ffffff')).toBe('#767676')
  const channel = fc.integer({ min: 0, max: 255 })
  fc.assert(
    fc.property(fc.tuple(channel, channel, channel), (own) => {
      const hex = (all: number[]): string =>
        `#${all.map((one) => one.toString(16).padStart(2, '0')).join('')}`
      const darker = darkEnough(hex(own))
      expect(contrastOnWhite(darker)).toBeGreaterThanOrEqual(leastContrast)
      const found = [1, 3, 5].map((at) => Number.parseInt(darker.slice(at, at + 2), 16))
      const shares = own.map((one, index) => (one === 0 ? undefined : (found[index] ?? 0) / one))
      for (const [index, share] of shares.entries()) {
        expect(found[index]).toBeLessThanOrEqual(own[index] ?? 0)
        // One step of 255 is all that rounding may take from the hue.
        for (const other of shares)
          if (share !== undefined && other !== undefined && Math.min(...own.filter(Boolean)) > 60)
            expect(Math.abs(share - other)).toBeLessThan(0.02)
      }
    }),
  )
})

test.each([
  ['the settings', readSettings('office:\n  accent: "#f0a000"\n', 'jalaseh.yaml')],
  ['a meeting', readMeeting('office:\n  accent: "#f0a000"\nmeeting: x\n', 'm.yaml')],
])('a colour of %s that is too light is a fault at its place', (_, { value, faults }) => {
  expect(value).toBeUndefined()
  expect(faults).toMatchObject([
    { code: 'colour/contrast', severity: 'error', span: { line: 2, column: 11 }, values: { ratio: '2.15' } },
  ])
  expect(contrastOnWhite(faults[0]?.values.darker ?? '')).toBeGreaterThanOrEqual(leastContrast)
})

test.each([
  ['font: parastoo', undefined],
  ['font: پرستو', undefined],
  ['font: { regular: a.woff2, bold: b.woff2, name: B Nazanin }', undefined],
  ['font: { regular: a.woff2 }', '1:7 settings/font-incomplete'],
  ['font: { family: parastoo, bold: b.woff2 }', '1:7 settings/font-both'],
  ['font: { regular: a.woff2, bold: b.woff2, name: "x;}" }', '1:48 settings/font-name'],
  ['font: nazanin', '1:7 choice/unknown'],
])('%s', (text, fault) => {
  const [first] = readSettings(text, 'jalaseh.yaml').faults
  expect(first && `${first.span?.line}:${first.span?.column} ${first.code}`).toBe(fault)
})
