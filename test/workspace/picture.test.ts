import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { pictureTrouble } from '../../src/workspace/picture.ts'
import { jpeg, png, webp } from '../corpus/pictures.ts'

const woff2 = Buffer.from('wOF2').toString('base64')
const gif = Buffer.from('GIF89a').toString('base64')
/** 20 copies of 20 copies of 20 copies, drawn once. @param name of what is copied @param before in the element that holds the copies */
const copies = (name: string, href: string, before = '', use = 'use'): string =>
  [1, 2, 3, 4]
    .map(
      (n) =>
        `<g ${name.replace('N', String(n))}>${before}${`<${use} ${href.replace('N', String(n - 1))}/>`.repeat(20)}</g>`,
    )
    .join('')
const svg = (inside: string): Buffer => Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg">${inside}</svg>`)

test.each([
  ['image/png', png(100, 50)],
  ['image/jpeg', jpeg(12_000, 3000)],
  ['image/webp', webp(4000, 4000)],
  ['image/svg+xml', readFileSync(join(import.meta.dirname, '../data/office/emblem.svg'))],
  ['image/svg+xml', svg('<g id="a"><path d="M0 0"/></g><use href="#a"/><path fill="url(#b)"/>')],
  ['image/svg+xml', svg('<style><![CDATA[g > path { fill: red }]]></style><desc>a &#60; b \\ c</desc>')],
  ['image/svg+xml', svg('<g>'.repeat(63) + '</g>'.repeat(63))],
  ['image/svg+xml', svg('<g xmlns:i="i" i:file="C:\\Users\\sohrab\\a.png"/>')],
  ['image/svg+xml', svg(`<style>@font-face{src:url(data:font/woff2;base64,${woff2})}</style>`)],
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
  [copies('id="aN"', 'href="#aN"'), '<use>'],
  [copies('id="aN" class="&#60;"', 'href="#aN"'), '<use>'],
  [copies('id="aN" class="&#62;"', 'href="#aN"'), '<use>'],
  [copies('id="aN" class="&#34;"', 'href="#aN"'), '<use>'],
  [copies("id='aN' class='&#39;'", 'href="#aN"'), '<use>'],
  [copies('id="aN" class=">"', 'href="#aN"'), '<use>'],
  [copies(`class=" id='b'" id="aN"`, 'href="#aN"'), '<use>'],
  [copies('id="aN"', `class=" href='#b'" href="#aN"`), '<use>'],
  [copies('id="aN"', 'href="#aN"', '<desc><![CDATA[</desc></g>]]></desc>'), '<use>'],
  [copies('id="aN"', 'href="#aN"', '', 'ا:use'), '<use>'],
  [copies('id="aN"', 'href="#aN"', '<?a </g>?>'), '<use>'],
  [copies('id="a&lt;N"', 'href="#a&#60;N"'), '#a&#60;0'],
  [copies('id="aN"', 'href="#%61N"'), '#%610'],
  [copies('id="aN"', 'href=" #aN"'), ' #a0'],
  // Few copies of much.
  [`<g id="a">${'<path/>'.repeat(300)}</g>${'<use href="#a"/>'.repeat(300)}`, '<use>'],
  ['<g>'.repeat(65) + '</g>'.repeat(65), '65 × <…>'],
  [
    `<image href="data:image/png;base64,${jpeg(9, 9).toString('base64')}"/>`,
    expect.stringContaining('data:image/png'),
  ],
  [`<style>g{fill:url(data:image/png;base64,${gif})}</style>`, expect.stringContaining('data:image/png')],
  [
    `<style>g{fill:url(data:font/ttf;base64,${png(9, 9).toString('base64')})}</style>`,
    expect.stringContaining('data:font/ttf'),
  ],
  ['<path fill="&#x000000075;rl(https://x.example)"/>', 'url('],
  ['<path fill="&#0000000117;rl(https://x.example)"/>', 'url('],
  ['<path fill="\\75rl(https://x.example)"/>', 'fill="\\75rl(https://x.example)"'],
  ['<path fill="&#92;75rl(https://x.example)"/>', 'fill="\\75rl(https://x.example)"'],
  ['<x:style>g{fill:\\75rl(https://x.example)}</x:style>', '<x:style>'],
  ['<style>g{fill:u<g/>rl(https://x.example)}</style>', '<style>'],
  ['<ا:script>a</ا:script>', '<ا:script'],
  ['<?xml-stylesheet href="#a"?>', '<?xml-stylesheet'],
  ['<g/>'.repeat(10_001), '10002 × <…>'],
])('a drawing is refused for what it holds: %#', (inside, what) => {
  expect(pictureTrouble('image/svg+xml', svg(inside))).toEqual({ code: 'file/svg-content', values: { what } })
})

test.each([
  ['UTF-8', undefined],
  ['iso-8859-1', undefined],
  ['ISO-2022-JP', 'file/svg-content'],
])('a drawing in %s', (encoding, code) => {
  const text = `<?xml version="1.0" encoding="${encoding}"?>${svg('').toString()}`
  expect(pictureTrouble('image/svg+xml', Buffer.from(text))?.code).toBe(code)
})

test('a drawing without its end is damaged', () => {
  const whole = svg('<path d=""/>')
  for (const cut of [1, 3, 9])
    expect(pictureTrouble('image/svg+xml', whole.subarray(0, -cut))?.code).toBe('file/damaged-image')
  expect(
    pictureTrouble('image/svg+xml', Buffer.concat([whole, Buffer.from('\n<!-- made by a program -->\n')])),
  ).toBeUndefined()
})

test.each([
  [
    'a chain of copies',
    Array.from({ length: 4990 }, (_, n) => `<g id="a${n}"><use href="#a${n + 1}"/></g>`).join(''),
  ],
  [
    'copies deep inside',
    Array.from({ length: 2000 }, (_, n) => `<g id="a${n}">`).join('') +
      '<use href="#b"/>'.repeat(2000) +
      '</g>'.repeat(2000),
  ],
  ['a name used by all', '<g id="a"><use href="#a"/></g>'.repeat(4990)],
])('%s is counted soon', (_, inside) => {
  const began = performance.now()
  expect(pictureTrouble('image/svg+xml', svg(inside))?.code).toBe('file/svg-content')
  expect(performance.now() - began).toBeLessThan(3000)
})

test.each(
  [
    '&#x0',
    '&#0',
    '&#',
    '<a',
    '<a ',
    '<a "',
    "<a '",
    '<a b="',
    '<a "b"',
    '<:',
    '<a:',
    ' a=',
    ' a="b"',
    '</',
    '/>',
    '<![CDATA[',
    ']]>',
    '<?',
    '<?xml ',
    '<?xml encoding',
    '<?xml encoding="',
    '""',
    "''",
    'a=',
    'a:',
    '&',
    '<a=',
    'a',
    '0',
    '<?xml-stylesheet',
    '<!--',
    'url(',
    'url("',
    'href=',
    "href='",
    'href="data:',
    ' on',
    'animate',
    '<animate',
    '<style>',
    '\\',
    'data:font/;',
    ';charset=a',
    'data:image/png;base64,',
    'A',
    '"',
    "'",
    ' ',
    '<x:style>\\',
  ].flatMap((piece) =>
    [
      svg(piece.repeat(Math.floor(200_000 / piece.length))),
      svg(`<a b="${piece.repeat(Math.floor(200_000 / piece.length))}"/>`),
    ].map((bytes) => [piece, bytes] as const),
  ),
)('%j again and again is read soon', (_, bytes) => {
  const began = performance.now()
  pictureTrouble('image/svg+xml', bytes)
  expect(performance.now() - began).toBeLessThan(3000)
})
