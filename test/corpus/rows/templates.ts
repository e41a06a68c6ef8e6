/** C: templates, styles and fonts that an office was given by others. */
import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { channels, partsOf, scriptChannels } from '../channels.ts'
import type { Channel } from '../channels.ts'
import type { LeftOut, PrintedRow, Row } from '../row.ts'
import { template } from '../template.ts'

const meeting = 'meeting: جلسهٔ نمونه\n'
const refused = (id: string, what: string, html: string, ...faults: string[]): Row => ({
  id,
  what,
  meeting,
  files: template({ html }),
  expect: { exit: 1, faults },
})
const built = (
  id: string,
  what: string,
  parts: { html?: string; css?: string },
  expected: Row['expect'],
): Row => ({
  id,
  what,
  meeting,
  files: template(parts),
  args: ['build', 'm.yaml', '--kind', 'note', '--json', '--lang', 'en'],
  expect: expected,
})

/** Each of the channels as a paper of its own. */
const all =
  (some: Channel[]): Row['make'] =>
  ({ desk, canary }) => {
    for (const channel of some) {
      const { html, css } = partsOf(channel, canary.host)
      const files = template({ kind: channel.name, html: `<p>a</p>${html}`, css })
      for (const [name, content] of Object.entries(files)) desk.put(name, content)
    }
  }
const byLint = (some: Channel[]): Channel[] => some.filter(({ refusedBy }) => refusedBy === 'lint')
const byPrint = channels.filter(({ refusedBy }) => refusedBy === 'print')

/** Every one is told where it stands. */
const lintRow = (id: string, what: string, some: Channel[]): Row => ({
  id,
  what,
  meeting,
  make: all(some),
  expect: {
    exit: 1,
    told: some.map(({ name }) => `templates/${name}/`),
    faults: some.map(() => 'template/forbidden'),
  },
})
export const rows: Row[] = [
  refused('C01', 'a block without an end', '<p>\n{{#if head.title}}\n</p>\n', 'template/syntax'),
  refused('C01', 'braces without an end', '<p>{{head.title</p>\n', 'template/syntax'),
  refused('C02', 'a name that is not known', '<p>\n {{t head.titel}}</p>', '2:6 template/unknown-path'),
  refused('C02', 'a helper that is not known', '{{shout head.title}}', '1:1 template/forbidden'),
  refused('C02', 'a partial that is not known', '{{> shared/nowhere}}', '1:1 template/unknown-path'),
  refused(
    'C03',
    'a condition on what is never there',
    '{{#if head.a.b.c}}x{{/if}}',
    '1:7 template/unknown-path',
  ),
  built(
    'C03',
    'a condition on what this meeting does not have',
    { html: '<p>{{#if agenda.rows}}دستور{{else}}بی‌دستور{{/if}}</p>' },
    { exit: 0, printed: ['بیدستور'] },
  ),
  refused('C04', 'a partial inside itself', '{{> note/page}}', '1:1 template/partial-cycle'),
  {
    ...refused('C04', 'two partials inside each other', '{{> shared/a this}}'),
    files: {
      ...template({ html: '{{> shared/a this}}' }),
      'templates/shared/a.hbs': '{{> shared/b this}}',
      'templates/shared/b.hbs': '{{> shared/a this}}',
    },
    expect: { exit: 1, faults: ['1:1 template/partial-cycle'] },
  },
  {
    ...refused(
      'C05',
      'three thousand blocks inside one another',
      `${'{{#if head.title}}'.repeat(3000)}x${'{{/if}}'.repeat(3000)}`,
    ),
    within: 20_000,
    expect: { exit: 1, faults: ['template/syntax'] },
  },
  {
    ...built(
      'C05',
      '200 KB of spaces',
      { html: `<p>الف</p>${' '.repeat(200_000)}` },
      { exit: 0, printed: ['الف'] },
    ),
    within: 30_000,
  },
  {
    ...refused(
      'C05',
      'a template of more than a megabyte',
      `<p>${'ا'.repeat(600_000)}</p>`,
      'template/too-large',
      'template/missing',
    ),
  },
  ...[
    '{{* x}}',
    '{{#*inline "x"}}a{{/inline}}',
    '{{log head.title}}',
    '{{{head.title}}}',
    '{{&head.title}}',
    '{{> (lookup . "x")}}',
    '{{lookup head "title"}}',
    '{{#with (lookup . "head")}}{{/with}}',
  ].map((html) => refused('C06', html, html, '1:1 template/forbidden')),
  refused('C07', 'constructor', '{{constructor}}', '1:3 template/unknown-path'),
  refused('C07', '__proto__', '{{__proto__.x}}', '1:3 template/unknown-path'),
  refused('C07', 'lookup of constructor', '{{lookup this "constructor"}}', '1:1 template/forbidden'),
  refused(
    'C07',
    'the chain that runs code',
    '{{#with "s" as |string|}}{{#with "e"}}{{#with (string.sub.apply 0 codelist)}}{{this}}{{/with}}{{/with}}{{/with}}',
    '1:1 template/forbidden',
  ),
  {
    id: 'C08',
    what: 'programs among the templates',
    meeting,
    make: ({ desk }) => {
      const run = `require("fs").writeFileSync(${JSON.stringify(join(desk.folder, 'ran'))},"")`
      for (const name of [
        'note/helper.js',
        'note/page.hbs.js',
        'note/index.cjs',
        'helpers.js',
        'node_modules/handlebars/index.js',
      ])
        desk.put(`templates/${name}`, run)
      desk.put(
        'templates/package.json',
        JSON.stringify({
          type: 'commonjs',
          main: 'helpers.js',
          scripts: { install: 'touch ran', postinstall: 'touch ran' },
        }),
      )
      for (const [name, content] of Object.entries(template({}))) desk.put(name, content)
    },
    args: ['build', 'm.yaml', '--kind', 'note', '--json'],
    expect: { exit: 0 },
  },
  lintRow(
    'C09',
    'styles that load',
    byLint(channels).filter(({ css }) => css !== undefined),
  ),
  lintRow(
    'C10',
    'markup that loads',
    byLint(channels).filter((channel) => channel.html !== undefined && !scriptChannels.includes(channel)),
  ),
  lintRow('C10', 'scripts that load', byLint(scriptChannels)),
  {
    id: 'C09',
    what: 'what only the browser finds out',
    meeting,
    make: all(byPrint),
    args: ['build', 'm.yaml', '--json', '--kind', byPrint.map(({ name }) => name).join(',')],
    expect: { exit: 1, faults: byPrint.map(() => 'print/blocked-request') },
  },
  refused(
    'C11',
    'names that are looked up ahead',
    '<link rel="dns-prefetch" href="//secret.example">',
    '1:1 template/forbidden',
  ),
  refused(
    'C12',
    'a page that turns into another',
    '<meta http-equiv="refresh" content="0;url=https://x.example">',
    '1:1 template/forbidden',
  ),
  ...[
    '<iframe src="file:///etc/passwd">',
    '<object data="FILE:///etc/passwd">',
    '<embed src="file:/etc/passwd">',
    '<img src="file:///etc/passwd">',
    '<img src="view-source:file:///etc/passwd">',
    String.raw`<img src="\\srv\x">`,
  ].map((html) => refused('C13', html, html, '1:1 template/forbidden')),
  built(
    'C13',
    'a picture by a path',
    { html: '<p>a</p><img src="../../secret.png">' },
    { exit: 1, faults: ['print/blocked-request'] },
  ),
  ...[
    '<script>for(;;);</script>',
    '<svg onload="for(;;);"></svg>',
    '<details open ontoggle="for(;;);">a</details>',
  ].map((html) => refused('C14', html, html, '1:1 template/forbidden')),
  refused(
    'C15',
    'what is shown where there are no scripts',
    '<noscript>a</noscript>',
    '1:1 template/forbidden',
  ),
  refused('C15', 'another base of addresses', '<base href="https://x.example/">', '1:1 template/forbidden'),
  built(
    'C15',
    'a dialog',
    { html: '<p>پیش</p><dialog open>پنجره</dialog>' },
    { exit: 0, printed: ['پنجره'] },
  ),
  ...[
    '*{display:none}',
    'p{opacity:0}',
    'p{height:0;overflow:hidden}',
    'p{font-size:0}p::before{content:"دروغ";font-size:9pt}',
    'p{position:absolute;inset-inline-start:-5000px}',
    'p{clip-path:inset(100%)}',
  ].map((css) =>
    built('C16', css, { html: '<p>{{t head.title}}</p>', css }, { exit: 1, faults: ['paper/hidden-text'] }),
  ),
  built(
    'G14',
    'a page of which nothing is to be seen',
    { html: '<p>تنها این</p>', css: 'p{display:none}' },
    { exit: 1, faults: ['paper/blank'] },
  ),
  built(
    'C17',
    'columns without number',
    { html: '<p>{{t head.title}}</p>', css: 'p{column-count:100000}' },
    { exit: 0, printed: ['جلسهٔ نمونه'] },
  ),
  ...[
    'p{height:9999999px}',
    'p{margin-top:1e9mm}',
    'p{font-size:1e9px;overflow-wrap:anywhere;height:1e8px}',
  ].map((css) =>
    built('C17', css, { html: '<p>{{t head.title}}</p>', css }, { exit: 1, faults: ['print/too-long'] }),
  ),
  {
    ...built(
      'C17',
      'a sheet of another size',
      { css: 'p{color:red}\n@page{@top-left{content:none}\n size:5000000px 1px}' },
      { exit: 1, faults: ['3:2 template/page-size'] },
    ),
  },
  {
    ...built(
      'C17',
      'longer than the office waits',
      { html: '<p>{{t head.title}}</p>', css: 'p{block-size:2000000px}' },
      { exit: 2, faults: ['print/timeout'] },
    ),
    make: ({ desk }) => desk.put('jalaseh.yaml', 'limits: { print_seconds: 1 }\n'),
  },
  {
    id: 'C17',
    what: 'an office that would wait for ever',
    meeting,
    files: { 'jalaseh.yaml': 'limits:\n  print_seconds: 99999999\n' },
    expect: { exit: 1, faults: ['2:18 settings/too-many-seconds'] },
  },
  {
    id: 'C18',
    what: 'links out of the folder, to a file and to a folder',
    meeting,
    files: template({}),
    make: ({ desk }) => {
      symlinkSync('/etc/hostname', join(desk.folder, 'templates/note/a.hbs'))
      symlinkSync('/etc', join(desk.folder, 'templates/etc'))
    },
    expect: { exit: 1, faults: ['file/outside', 'file/outside'] },
  },
  {
    id: 'C18',
    what: 'ten thousand files',
    meeting,
    files: template({}),
    make: ({ desk }) => {
      for (let n = 0; n < 10_000; n++) desk.put(`templates/note/f${n}.css`, 'p{}')
    },
    expect: { exit: 1, faults: ['template/too-many'] },
  },
  ...(
    [
      ['a font that is a text', Buffer.from('no font at all'), 'file/not-font'],
      ['a font cut short', Buffer.from('774f46320001000000001000', 'hex'), 'file/not-font'],
      ['a font of 6 MB', Buffer.concat([Buffer.from('wOF2'), Buffer.alloc(6_000_000)]), 'file/too-large'],
    ] as const
  ).map(([what, font, fault]): Row => ({
    id: 'C20',
    what,
    meeting,
    files: { 'jalaseh.yaml': 'font: { name: a, regular: a.woff2, bold: a.woff2 }\n', 'a.woff2': font },
    expect: { exit: 1, faults: [`1:27 ${fault}`, `1:42 ${fault}`] },
  })),
  built(
    'C20',
    'a character that no font has',
    { html: '<p>漢</p>' },
    { exit: 1, faults: ['print/missing-glyph'] },
  ),
  {
    id: 'C21',
    what: 'two offices with partials of one name',
    files: Object.fromEntries(
      ['یکم', 'دوم'].flatMap((word, n) =>
        Object.entries({
          ...template({ html: '{{> shared/a this}}' }),
          'templates/shared/a.hbs': `<p>${word}</p>`,
          [`m${n}.yaml`]: meeting,
        }).map(([name, content]) => [`office${n}/${name}`, content]),
      ),
    ),
    args: ['build', 'office0/m0.yaml', 'office1/m1.yaml', '--kind', 'note', '--json', '--html'],
    expect: { exit: 0 },
    look: async ({ desk }) => {
      const { readFileSync } = await import('node:fs')
      const pages = [0, 1].map((n) => readFileSync(join(desk.folder, `out/m${n}/note.html`), 'utf8'))
      expect(pages.map((page) => [page.includes('یکم'), page.includes('دوم')])).toEqual([
        [true, false],
        [false, true],
      ])
    },
  },
]

export const printed: PrintedRow[] = []

export const leftOut: LeftOut[] = [
  {
    id: 'C19',
    reason:
      'Templates lie in the workspace like its meetings; there is no store of packs that are trusted by their hash.',
  },
]
