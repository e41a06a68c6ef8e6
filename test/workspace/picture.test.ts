import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { pictureTrouble } from '../../src/workspace/picture.ts'
import { jpeg, png, webp } from '../corpus/pictures.ts'

const svg = (inside: string): Buffer => Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg">${inside}</svg>`)

test.each([
  ['image/png', png(100, 50)],
  ['image/jpeg', jpeg(12_000, 3000)],
  ['image/webp', webp(4000, 4000)],
  ['image/svg+xml', readFileSync(join(import.meta.dirname, '../data/office/emblem.svg'))],
  ['image/svg+xml', svg('<g id="a"><path d="M0 0"/></g><use href="#a"/><path fill="url(#b)"/>')],
])('%s is taken', (type, bytes) => {
  expect(pictureTrouble(type, bytes)).toBeUndefined()
})

test.each([
  ['image/png', png(12_001, 1), { width: '12001', height: '1' }],
  ['image/jpeg', jpeg(8000, 8000), { width: '8000', height: '8000' }],
  ['image/webp', webp(16_383, 9000), { width: '16383', height: '9000' }],
])('%s is too large', (type, bytes, values) => {
  expect(pictureTrouble(type, bytes)).toEqual({ code: 'file/image-size', values })
})

test('a picture without a side is damaged', () => {
  expect(pictureTrouble('image/png', png(0, 9))?.code).toBe('file/damaged-image')
})

test.each([
  ['<script>a</script>', '<script'],
  ['<svg:script xmlns:svg="http://www.w3.org/2000/svg">a</svg:script>', '<svg:script'],
  ['<use href="a.svg#b"/>', 'href="'],
  ['<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g><use href="#a"/>', '<use>'],
  ['<g/>'.repeat(10_001), '10002 × <…>'],
])('a drawing is refused for what it holds: %#', (inside, what) => {
  expect(pictureTrouble('image/svg+xml', svg(inside))).toEqual({ code: 'file/svg-content', values: { what } })
})

test('a drawing without its end is damaged', () => {
  const whole = svg('<path d=""/>')
  for (const cut of [1, 3, 9])
    expect(pictureTrouble('image/svg+xml', whole.subarray(0, -cut))?.code).toBe('file/damaged-image')
  expect(
    pictureTrouble('image/svg+xml', Buffer.concat([whole, Buffer.from('\n<!-- made by a program -->\n')])),
  ).toBeUndefined()
})
