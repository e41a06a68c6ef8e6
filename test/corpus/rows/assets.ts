/** D: pictures that a meeting file names. */
import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { expect } from 'vitest'
import { jpeg, movingPng, movingWebp, png, webp } from '../pictures.ts'
import type { LeftOut, PrintedRow, Row } from '../row.ts'

const emblem = (path: string): string => `meeting: x\noffice:\n  emblem: ${JSON.stringify(path)}\n`
const svg = (inside: string, attributes = ''): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9"${attributes}>${inside}</svg>`
const refused = (
  id: string,
  what: string,
  name: string,
  content: string | Uint8Array | undefined,
  fault: string,
): Row => ({
  id,
  what,
  meeting: emblem(name),
  ...(content !== undefined && { files: { [name]: content } }),
  within: 10_000,
  expect: { exit: 1, faults: [`3:11 ${fault}`] },
})
const shown = (
  id: string,
  what: string,
  name: string,
  content: string | Uint8Array,
  look?: Row['look'],
): Row => ({
  id,
  what,
  // The emblem is kept off drafts.
  meeting: emblem(name).replace('meeting: x', 'meeting: { title: x, status: final }'),
  files: { [name]: content },
  args: ['build', 'm.yaml', '--kind', 'briefing', '--json'],
  expect: { exit: 0 },
  ...(look && { look }),
})
const briefing = (folder: string): Buffer => readFileSync(join(folder, 'out/m/briefing.pdf'))
const sound = svg('<rect width="9" height="9"/>')

const laughs = Array.from(
  { length: 8 },
  (_, n) =>
    `<g id="g${n}">${`<use href="#g${n - 1}"/>`.repeat(n === 0 ? 0 : 10)}${n === 0 ? '<rect width="9" height="9"/>' : ''}</g>`,
).join('')

export const rows: Row[] = [
  ...(
    [
      ['../../etc/passwd', 'file/outside'],
      ['/etc/passwd', 'file/outside'],
      ['assets/%2e%2e/%2e%2e/etc/passwd', 'file/missing'],
      [String.raw`assets\..\..\etc\passwd`, 'file/outside'],
      ['file:///etc/passwd', 'file/outside'],
      [String.raw`\\srv\x`, 'file/outside'],
      [String.raw`C:\x`, 'file/outside'],
    ] as const
  ).map(([path, fault]) => refused('D01', path, path, undefined, fault)),
  {
    ...refused('D01', 'a NUL in the name', 'a.png\0.jpg', undefined, ''),
    expect: { exit: 1, faults: ['3:11 text/strange', '3:11 file/outside'] },
  },
  ...(
    [
      [
        'a link out of the workspace',
        (folder: string) => symlinkSync('/etc/hostname', join(folder, 'a.png')),
      ],
      [
        'a link to a link out of it',
        (folder: string) => {
          symlinkSync('b.png', join(folder, 'a.png'))
          symlinkSync('/etc/hostname', join(folder, 'b.png'))
        },
      ],
      [
        'a folder that is a link',
        (folder: string) => {
          symlinkSync('/etc', join(folder, 'etc'))
          symlinkSync('etc/hostname', join(folder, 'a.png'))
        },
      ],
    ] as const
  ).map(([what, make]): Row => ({
    ...refused('D02', what, 'a.png', undefined, 'file/outside'),
    make: ({ desk }) => make(desk.folder),
  })),
  {
    ...refused('D03', 'a pipe', 'a.png', undefined, 'file/missing'),
    make: ({ desk }) => void execFileSync('mkfifo', [join(desk.folder, 'a.png')]),
  },
  {
    ...refused('D03', 'a folder', 'a.png', undefined, 'file/missing'),
    make: ({ desk }) => mkdirSync(join(desk.folder, 'a.png')),
  },
  {
    ...refused('D03', 'a socket', 'a.png', undefined, 'file/missing'),
    make: ({ desk }) =>
      new Promise((resolve) => {
        const server = createServer().listen(join(desk.folder, 'a.png'), () => {
          server.unref()
          resolve()
        })
      }),
  },
  {
    ...refused('D03', 'a device', 'a.png', undefined, 'file/outside'),
    make: ({ desk }) => symlinkSync('/dev/urandom', join(desk.folder, 'a.png')),
  },
  refused('D04', 'a file that is not there', 'a.png', undefined, 'file/missing'),
  refused('D04', 'an empty file', 'a.png', '', 'file/not-image'),
  refused('D04', 'a page under the name of a picture', 'a.png', '<!doctype html><p>a</p>', 'file/not-image'),
  refused('D04', 'a PNG cut short', 'a.png', png(9, 9).subarray(0, 60), 'file/damaged-image'),
  refused('D04', 'a JPEG cut short', 'a.jpg', jpeg(9, 9).subarray(0, 100), 'file/damaged-image'),
  refused('D05', 'a PNG of 20,000 by 20,000', 'a.png', png(20_000, 20_000), 'file/image-size'),
  refused('D05', 'a PNG of 60,000 by 60,000', 'a.png', png(60_000, 60_000, false), 'file/image-size'),
  refused('D05', 'a PNG of 8,000 by 8,000', 'a.png', png(8000, 8000, false), 'file/image-size'),
  refused('D05', 'a JPEG that says 65,500 by 65,500', 'a.jpg', jpeg(65_500, 65_500), 'file/image-size'),
  refused('D05', 'a WebP that says 16,383 by 16,383', 'a.webp', webp(16_383, 16_383), 'file/image-size'),
  refused(
    'D06',
    'a GIF',
    'a.gif',
    Buffer.from('R0lGODlhAQABAAAAACwAAAAAAQABAAAC', 'base64'),
    'file/not-image',
  ),
  refused('D06', 'a PNG of 10,000 frames', 'a.png', movingPng(9, 10_000), 'file/moving-image'),
  refused('D06', 'a WebP of 10,000 frames', 'a.webp', movingWebp(9, 10_000), 'file/moving-image'),
  ...[
    ['a script', '<script>a</script>'],
    ['a handler', '<rect onload="a()"/>'],
    ['a page inside', '<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">a</p></foreignObject>'],
    ['a picture from outside', '<image href="http://127.0.0.1:9/a"/>'],
    ['a picture from outside, by the old name', '<image xlink:href="http://127.0.0.1:9/a"/>'],
    ['a drawing from outside', '<use href="http://127.0.0.1:9/a#b"/>'],
    ['a style from outside', '<style>@import "http://127.0.0.1:9/a";</style>'],
    ['a fill from outside', '<rect fill="url(http://127.0.0.1:9/a#b)"/>'],
    [
      'a script between what looks like a comment',
      '<desc><![CDATA[<!--]]></desc><script>a</script><desc>--></desc>',
    ],
    [
      'a picture from outside, its address in numbers',
      '<style>svg{background:&#117;rl(http://127.0.0.1:9/a)}</style>',
    ],
    [
      'a picture from outside, its address in escapes',
      '<style>svg{background:u\\72l(http://127.0.0.1:9/a)}</style>',
    ],
    [
      'a picture from outside, its address in long numbers',
      '<rect fill="&#x000000075;rl(http://127.0.0.1:9/a)"/>',
    ],
    [
      'a picture from outside, its address in escapes of a fill',
      '<rect fill="\\75rl(http://127.0.0.1:9/a)"/>',
    ],
    [
      'a picture from outside, its address in escapes of a style with a prefix',
      '<x:style xmlns:x="http://www.w3.org/2000/svg">svg{background:u\\72l(http://127.0.0.1:9/a)}</x:style>',
    ],
    [
      'a script by a prefix of other letters',
      '<\u0627:script xmlns:\u0627="http://www.w3.org/2000/svg">a</\u0627:script>',
    ],
    [
      'a picture that says it is another',
      `<image href="data:image/png;base64,${jpeg(9, 9).toString('base64')}"/>`,
    ],
    ['something that moves', '<rect><animate attributeName="x" to="9"/></rect>'],
  ].map(([what = '', inside = '']) => refused('D07', what, 'a.svg', svg(inside), 'file/svg-content')),
  refused(
    'D08',
    'entities of entities',
    'a.svg',
    `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "x"><!ENTITY b "&a;&a;">]>${svg('<text>&b;</text>')}`,
    'file/not-image',
  ),
  refused(
    'D08',
    'a file as an entity',
    'a.svg',
    `<!-- a --><svg xmlns="http://www.w3.org/2000/svg"><!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]><text>&a;</text></svg>`,
    'file/svg-content',
  ),
  refused(
    'D09',
    'copies of copies',
    'a.svg',
    svg(`<defs>${laughs}</defs><use href="#g7"/>`),
    'file/svg-content',
  ),
  refused(
    'D09',
    'copies of copies, their elements hidden by a number',
    'a.svg',
    svg(`<defs>${laughs.replaceAll('<g ', '<g class="&#60;" ')}</defs><use href="#g7"/>`),
    'file/svg-content',
  ),
  refused(
    'D09',
    'a chain of copies',
    'a.svg',
    svg(Array.from({ length: 4990 }, (_, n) => `<g id="a${n}"><use href="#a${n + 1}"/></g>`).join('')),
    'file/svg-content',
  ),
  refused(
    'D09',
    'a drawing inside itself',
    'a.svg',
    svg('<g id="a"><use href="#a"/></g>'),
    'file/svg-content',
  ),
  refused(
    'D09',
    'turbulence',
    'a.svg',
    svg('<filter id="f"><feTurbulence/></filter><rect width="100000" height="100000" filter="url(#f)"/>'),
    'file/svg-content',
  ),
  refused(
    'D05',
    'a PNG of 20,000 by 20,000 inside a drawing',
    'a.svg',
    svg(`<image href="data:image/png;base64,${png(20_000, 20_000).toString('base64')}"/>`),
    'file/image-size',
  ),
  refused(
    'D05',
    'a PNG of 5,000 by 5,000 twenty times in a drawing',
    'a.svg',
    svg(`<image href="data:image/png;base64,${png(5000, 5000, false).toString('base64')}"/>`.repeat(20)),
    'file/image-size',
  ),
  refused(
    'D05',
    'a PNG of 20,000 by 20,000 behind a drawing',
    'a.svg',
    svg(
      `<style>svg { background: url(data:image/png;base64,${png(20_000, 20_000, false).toString('base64')}) }</style>`,
    ),
    'file/image-size',
  ),
  refused(
    'D05',
    'a picture inside a drawing, written otherwise',
    'a.svg',
    svg(`<image href="data:image/png,${encodeURIComponent('\u0089PNG')}"/>`),
    'file/svg-content',
  ),
  refused(
    'D06',
    'a PNG of 100 frames inside a drawing',
    'a.svg',
    svg(`<image href="data:image/png;base64,${movingPng(9, 100).toString('base64')}"/>`),
    'file/moving-image',
  ),
  {
    ...refused(
      'D10',
      'a sound picture inside a drawing',
      'a.svg',
      svg(
        `<image href="data:image/png;base64,${png(9, 9)
          .toString('base64')
          .replace(/(.{20})/g, '$1\n  ')}"/>`,
      ),
      '',
    ),
    expect: { exit: 0 },
  },
  refused('D09', 'a head of comments', 'a.svg', '<!---->'.repeat(80), 'file/not-image'),
  refused('D09', 'comments without end', 'a.svg', svg('<!--'.repeat(100_000)), 'file/damaged-image'),
  refused('D09', 'elements without end', 'a.svg', svg('<a '.repeat(100_000)), 'file/svg-content'),
  refused(
    'D09',
    'ends that are none',
    'a.svg',
    `${svg('')}${'/><!--'.repeat(80_000)}a`,
    'file/damaged-image',
  ),
  refused('D09', 'styles without end', 'a.svg', svg('<style '.repeat(60_000)), 'file/svg-content'),
  {
    ...refused(
      'D09',
      'a hundred thousand spaces',
      'a.svg',
      svg(`<use href=${' '.repeat(100_000)}"#a"/>`),
      '',
    ),
    expect: { exit: 0 },
  },
  refused('D09', 'a hundred thousand paths', 'a.svg', svg('<a/>'.repeat(100_000)), 'file/svg-content'),
  refused(
    'D10',
    'a picture in place of its name',
    'data:image/png;base64,iVBORw0KGgo=',
    undefined,
    'file/missing',
  ),
  refused(
    'D10',
    'a picture inside a drawing that reaches out',
    'a.svg',
    svg(
      `<image href="data:image/svg+xml,${encodeURIComponent(svg('<image href="http://127.0.0.1:9/a"/>'))}"/>`,
    ),
    'file/svg-content',
  ),
  ...[
    'آرم سازمان.svg',
    'نیم\u200cفاصله.svg',
    'a#b.svg',
    'a?b.svg',
    'a%20b.svg',
    '\u{1f389}.svg',
    'آرم'.normalize('NFD') + '.svg',
  ].map((name) => ({
    ...refused('D11', name, name, sound, ''),
    expect: { exit: 0 } as const,
  })),
  shown(
    'D12',
    'a photo with its place and its owner',
    'a.jpg',
    jpeg(1, 1, 'GPS-35.6892N-51.3890E'),
    ({ desk }) => {
      const pdf = briefing(desk.folder)
      expect(pdf.toString('latin1')).toMatch(/\/Subtype ?\/Image\b/)
      expect(pdf.includes('GPS-35.6892')).toBe(false)
    },
  ),
  shown('D13', 'an emblem on every sheet is there once', 'a.png', png(9, 9), ({ desk }) => {
    expect(
      briefing(desk.folder)
        .toString('latin1')
        .match(/\/Subtype ?\/Image\b/g)?.length,
    ).toBe(1)
  }),
]

if (process.getuid?.() !== 0)
  rows.push({
    ...refused('D04', 'a file that may not be read', 'a.png', png(9, 9), 'file/missing'),
    make: ({ desk }) => chmodSync(join(desk.folder, 'a.png'), 0o000),
  })

export const printed: PrintedRow[] = []

export const leftOut: LeftOut[] = [
  {
    id: 'D14',
    reason: 'The emblem is inside the page before the browser sees it; that it is read once is shown by A33.',
  },
]
