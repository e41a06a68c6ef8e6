import { encode } from 'uqr'
import { expect, test } from 'vitest'
import { qrSvg } from '../../src/page/qr.ts'

const text = 'JALASEH;1;minutes;۱۲/<الف>;1;9aa6935a0d9b2cd1800ad48bd047b091'

test('every dark module is drawn, and no other', () => {
  const svg = qrSvg(text)
  const size = Number(/viewBox="0 0 (\d+) \1"/.exec(svg)![1])
  const drawn = Array.from({ length: size }, () => Array.from({ length: size }, () => false))
  for (const [, x, y, width] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let n = 0; n < Number(width); n++) drawn[Number(y)]![Number(x) + n] = true
  }
  expect(drawn).toEqual(encode(text, { ecc: 'M', border: 4 }).data)
})

test('four modules of white are around it', () => {
  const rows = [...qrSvg(text).matchAll(/M(\d+) (\d+)/g)]
  expect(Math.min(...rows.map(([, x]) => Number(x)))).toBe(4)
  expect(Math.min(...rows.map(([, , y]) => Number(y)))).toBe(4)
})

test('its text is its name, escaped', () => {
  expect(qrSvg(text)).toContain('<title>QR: JALASEH;1;minutes;۱۲/&lt;الف&gt;;1;')
})
