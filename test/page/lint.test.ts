import { describe, expect, it } from 'vitest'
import { lintTemplates } from '../../src/page/lint.ts'
import { mailHelperNames, mailPages } from '../../src/page/mail.ts'
import { sampleMail } from '../../src/paper/sample-mail.ts'
import { sampleView } from '../../src/paper/sample.ts'
import { kinds, shipped } from './files.ts'
import { briefing } from './sample-view.ts'

const sample = { head: { title: 'x' }, rows: [{ text: 'x', tags: ['x'] }], none: [] }
const lint = (source: string, more: Record<string, string> = {}): string[] =>
  lintTemplates({ 'p/page.hbs': source, ...more }, sample, ['p']).map((f) =>
    [`${f.file}:${f.line}:${f.column}`, f.code.slice('template/'.length), ...Object.values(f.values)].join(
      ' ',
    ),
  )

describe('the shipped templates', () => {
  it.each([
    ['the small sample', sampleView],
    ['the real case', briefing],
  ])('are without fault: %s', (_, view) => {
    expect(kinds.length).toBeGreaterThan(1)
    expect(lintTemplates(shipped('.hbs'), view, kinds)).toEqual([])
  })

  it('are all reached by a page', () => {
    const templates = shipped('.hbs')
    for (const file of Object.keys(templates).filter((f) => f.startsWith('shared/'))) {
      const broken = { ...templates, [file]: '{{t this.nowhere}}' }
      const faults = lintTemplates(broken, sampleView, kinds)
      expect(faults.map((f) => f.file)).toContain(file)
    }
  })
})

it('names a page that is not there', () => {
  expect(lintTemplates({}, sample, ['p'])).toMatchObject([
    { code: 'template/missing', file: 'p/page.hbs', line: 1 },
  ])
})

describe('an unknown path', () => {
  it.each([
    ['in a mustache', '<p>\n  {{t head.titel}}', 'p/page.hbs:2:7 unknown-path head.titel titel'],
    ['alone', '{{headd}}', 'p/page.hbs:1:3 unknown-path headd headd'],
    ['in if', '\n\n {{#if head.x}}{{/if}}', 'p/page.hbs:3:8 unknown-path head.x x'],
    ['in each', '{{#each rowz}}{{t text}}{{/each}}', 'p/page.hbs:1:9 unknown-path rowz rowz'],
    ['inside each', '{{#each rows}}{{t txt}}{{/each}}', 'p/page.hbs:1:19 unknown-path txt txt'],
    ['in with', '{{#with head}}{{t rows}}{{/with}}', 'p/page.hbs:1:19 unknown-path rows rows'],
    ['above the page', '{{t ../head.title}}', 'p/page.hbs:1:5 unknown-path ../head.title ..'],
    ['as data', '{{#each rows}}{{@indx}}{{/each}}', 'p/page.hbs:1:17 unknown-path @indx @indx'],
    ['behind a text', '{{t head.title.length}}', 'p/page.hbs:1:5 unknown-path head.title.length length'],
    [
      'in a partial name',
      'a\n{{> shared/nope this}}',
      'p/page.hbs:2:1 unknown-path > shared/nope shared/nope',
    ],
    ['in a partial context', '{{> s heads}}', 'p/page.hbs:1:7 unknown-path heads heads'],
    ['in else', '{{#if rows}}{{else}}{{t no}}{{/if}}', 'p/page.hbs:1:25 unknown-path no no'],
  ])('%s is told with its place', (_, source, fault) => {
    expect(lint(source, { 's.hbs': '' })).toEqual([fault])
  })

  it('inside a partial is told in the file of the partial, once', () => {
    expect(lint('{{> s head}}{{> s head}}', { 's.hbs': 'a\n{{t nix}}' })).toEqual([
      's.hbs:2:5 unknown-path nix nix',
    ])
  })

  it('is told for all paths at once, in order', () => {
    expect(lint('{{t b}}\n{{t a}}')).toEqual([
      'p/page.hbs:1:5 unknown-path b b',
      'p/page.hbs:2:5 unknown-path a a',
    ])
  })

  it('is not suspected where the sample cannot know', () => {
    expect(lint('{{#each none}}{{t anything}}{{/each}}')).toEqual([])
  })
})

describe('a path that exists', () => {
  it.each([
    '{{#each rows}}{{t text}}{{t ../head.title}}{{t @root.head.title}}{{#unless @last}}{{@index}}{{/unless}}{{/each}}',
    '{{#each rows}}{{#each tags}}{{t this}}{{/each}}{{/each}}',
    '{{#with head}}{{t title}}{{/with}}{{! note }}',
  ])('is no fault: %s', (source) => {
    expect(lint(source)).toEqual([])
  })
})

describe('what a template may not do', () => {
  it('a syntax error is told with its line', () => {
    expect(lint('<p>\n{{#if head}}\n</p>\n')[0]).toMatch(/^p\/page\.hbs:[34]:\d+ syntax ./)
    expect(lint('a\nb {{t head.title}')[0]).toMatch(/^p\/page\.hbs:2:\d+ syntax ./)
  })

  it('an endless partial is told with its circle', () => {
    const loop = { 'a.hbs': 'x\n {{> b this}}', 'b.hbs': '{{> a this}}' }
    expect(lint('{{> a this}}', loop)).toEqual(['b.hbs:1:1 partial-cycle a.hbs → b.hbs → a.hbs'])
    expect(lint('{{> a this}}', { 'a.hbs': '{{> a this}}' })).toEqual([
      'a.hbs:1:1 partial-cycle a.hbs → a.hbs',
    ])
  })

  it.each([
    ['{{{head.title}}}', 'p/page.hbs:1:1 forbidden {{{ }}}'],
    ['a {{&head.title}}', 'p/page.hbs:1:3 forbidden {{{ }}}'],
    ['<script src=x></script>', 'p/page.hbs:1:1 forbidden <script'],
    ['<p onclick="x">', 'p/page.hbs:1:1 forbidden onclick='],
    ['<img src="https://x.ir/a.png">', 'p/page.hbs:1:1 forbidden src="https://'],
    ['<img src=//x.ir/a.png>', 'p/page.hbs:1:1 forbidden src=//'],
    ['{{lookup head "title"}}', 'p/page.hbs:1:1 forbidden {{lookup}}'],
    ['{{t rows}}', 'p/page.hbs:1:1 forbidden {{t rows}}'],
    ['{{t "text"}}', 'p/page.hbs:1:1 forbidden {{t}}'],
    ['{{pace head.title}}', 'p/page.hbs:1:1 forbidden {{pace head.title}}'],
    ['{{head}}', 'p/page.hbs:1:1 forbidden {{head}}'],
    ['{{#foo head}}{{/foo}}', 'p/page.hbs:1:1 forbidden {{#foo}}'],
  ])('forbidden: %s', (source, fault) => {
    expect(lint(source)).toEqual([fault])
  })
})

describe('templates of mail', () => {
  const mail = { pages: mailPages, sample: sampleMail, helpers: mailHelperNames }
  const faults = (change: Record<string, string>): string[] =>
    lintTemplates({ ...shipped('.hbs'), ...change }, sampleView, kinds, [mail]).map(
      ({ file, code, values }) => [file, code.slice('template/'.length), ...Object.values(values)].join(' '),
    )

  it('of ours are without fault, and all are reached', () => {
    expect(faults({})).toEqual([])
    for (const file of Object.keys(shipped('.hbs')).filter((path) => path.startsWith('mail/')))
      expect(faults({ [file]: '{{m this.nowhere}}' }).join()).toContain(file)
  })

  it.each([
    ['{{plain opning}}', 'mail/text.hbs unknown-path opning opning'],
    ['{{#each facts}}{{plain vlaue}}{{/each}}', 'mail/text.hbs unknown-path vlaue vlaue'],
    ['{{plain facts}}', 'mail/text.hbs forbidden {{plain facts}}'],
    ['{{t opening}}', 'mail/text.hbs forbidden {{t}}'],
    ['{{sections}}', 'mail/text.hbs unknown-path sections sections'],
    ['{{{opening}}}', 'mail/text.hbs forbidden {{{ }}}'],
    ['<img src="https://x.ir/a.png">', 'mail/text.hbs forbidden src="https://'],
  ])('%s is told', (source, fault) => {
    expect(faults({ 'mail/text.hbs': source })).toEqual([fault])
  })

  it('that are gone are told, and have helpers of their own', () => {
    const { 'mail/text.hbs': _, ...rest } = shipped('.hbs')
    expect(lintTemplates(rest, sampleView, kinds, [mail])).toMatchObject([
      { code: 'template/missing', file: 'mail/text.hbs' },
    ])
    expect(faults({ 'briefing/page.hbs': '{{m head.title}}' })).toEqual(['briefing/page.hbs forbidden {{m}}'])
  })
})
