// What mails say is kept in test/golden/mail, to be read; UPDATE_GOLDEN=1 writes it anew.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { renderMail } from '../../src/page/mail.ts'
import { sampleMail } from '../../src/paper/sample-mail.ts'
import type { MailView } from '../../src/paper/view-mail.ts'
import { shipped } from './files.ts'
import { views } from './mail-cases.ts'

const golden = join(import.meta.dirname, '../golden/mail')
const templates = shipped('.hbs')
const names = Object.keys(views)
const render = (view: MailView): ReturnType<typeof renderMail> => renderMail(view, templates)
const mails = new Map(names.map((name) => [name, render(views[name] ?? sampleMail)]))

/** What Gmail leaves of a mail: no head, no style, and a `div` in the place of the body. */
const stripped = (html: string): string =>
  html
    .replace(/<head>[^]*<\/head>/, '')
    .replace(/<\/?(?:!doctype|html|body)[^>]*>/gi, '')
    .replace(/ class="[^"]*"/g, '')

if (process.env.UPDATE_GOLDEN === '1') {
  if (process.env.CI !== undefined) throw new Error('goldens are not written where CI is set')
  mkdirSync(golden, { recursive: true })
  for (const [name, { subject, html, text }] of mails) {
    writeFileSync(join(golden, `${name}.txt`), `${subject}\n\n${text}`)
    writeFileSync(join(golden, `${name}.html`), html)
  }
}

describe.each(names)('the mail %s', (name) => {
  const { subject, html, text } = render(views[name] ?? sampleMail)
  const { dir = 'rtl', side = 'right' } = views[name] ?? {}

  it('says what test/golden/mail says', () => {
    expect(`${subject}\n\n${text}`).toBe(readFileSync(join(golden, `${name}.txt`), 'utf8'))
    expect(html).toBe(readFileSync(join(golden, `${name}.html`), 'utf8'))
  })

  it('keeps its direction where only cells are left of it', () => {
    const cells = stripped(html).match(/<(?:td|th)\b[^>]*>/g) ?? []
    expect(cells.length).toBeGreaterThan(10)
    for (const cell of cells) {
      const centred = cell.includes('align="center"')
      expect(cell).toContain(` dir="${dir}" align="${centred ? 'center' : side}"`)
      expect(cell).toContain(`direction:${dir};text-align:${centred ? 'center' : side};`)
    }
    for (const table of html.match(/<table\b[^>]*>/g) ?? []) expect(table).toContain(`dir="${dir}"`)
  })

  it('is made of what mail programs know', () => {
    expect(html).not.toMatch(/<(?:bdi|img|script|link|iframe|form|svg|section|main)\b/)
    expect(html).not.toMatch(
      /flex|grid|\drem|inline-(?:start|end)|block-(?:start|end)|@font-face|url\(|var\(|:start|:end/,
    )
    expect(html).toContain('<meta name="color-scheme" content="light dark">')
    expect(Buffer.byteLength(html)).toBeLessThan(100_000)
    expect(html.match(/https?:\/\/(?!files\.example\.ir)/g)).toBeNull()
  })

  it('has plain lines that take their direction from their first letter', () => {
    const base = dir === 'rtl' ? /[\p{Script=Arabic}\u200f]/u : /[\p{Script=Latin}\u200e]/u
    const letter = /[\p{Script=Arabic}\p{Script=Latin}\u200e\u200f]/u
    const mixed = text
      .split('\n')
      .filter((line) => /\p{Script=Arabic}/u.test(line) && /[\p{Script=Latin}\d]/u.test(line))
    expect(mixed.length).toBeGreaterThan(0)
    for (const line of mixed) expect(letter.exec(line)?.[0], line).toMatch(base)
    expect(text).not.toMatch(/[\u202a-\u202e\u2066-\u2069]|&\w+;|<|\n{3}/)
  })
})

test('what is said in HTML is said in plain text', () => {
  const { html, text } = mails.get('download') ?? { html: '', text: '' }
  for (const { value } of views.download?.facts ?? []) {
    expect(html).toContain(value.slice(0, 8))
    expect(text).toContain(value)
  }
  for (const { url, sha256 } of views.download?.downloads ?? []) {
    for (const one of [html.replaceAll('&#x3D;', '='), text]) expect(one).toContain(url)
    for (const one of [html, text]) expect(one).toContain(sha256)
  }
})

describe('a text', () => {
  const said = (text: string): MailView =>
    JSON.parse(JSON.stringify(sampleMail).replaceAll('"نمونه"', () => JSON.stringify(text))) as MailView
  const tags = (html: string): string[] =>
    (html.match(/<\/?[a-z][^>]*>/g) ?? []).filter((tag) => !/^<\/?span/.test(tag))

  it('is never markup, nor a second line', () => {
    const plain = tags(render(said('x')).html)
    const lines = render(said('x')).text.split('\n').length
    const nasty = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1 }),
      fc.constantFrom('<b>', '"><td>', "' x='", '{{m}}', '&lt;', 'a\r\nb\u2028c'),
    )
    fc.assert(
      fc.property(nasty, (text) => {
        const { html, text: line, subject } = render(said(`x${text}x`))
        expect(tags(html)).toEqual(plain)
        expect(line.split('\n')).toHaveLength(lines)
        expect(subject).not.toMatch(/[\p{Cc}\u2028]/u)
      }),
      { numRuns: 300 },
    )
  })

  it('of the other direction stands apart', () => {
    expect(render(said('بند ISO 9001 است')).html).toContain('بند <span dir="ltr">ISO 9001</span> است')
    const english = { ...said('the «طرح ۱۲» of تبریز, 3'), dir: 'ltr', side: 'left', lang: 'en' } as const
    expect(render(english).html).toContain(
      'the <span dir="rtl">«طرح ۱۲»</span> of <span dir="rtl">تبریز</span>, 3',
    )
  })
})

it('a mail of as much as there can be is not cut by Gmail', () => {
  const text = 'متن '.repeat(60)
  const row = { n: '۱', text, detail: text, deadline: '۱۰ آذر ۱۴۰۵', standing: '۱۲ روز گذشته', late: true }
  const { html } = render({ ...sampleMail, resolutions: Array.from({ length: 40 }, () => row) })
  expect(Buffer.byteLength(html)).toBeLessThan(100_000)
})

it('an office may have its own', () => {
  const own = {
    ...templates,
    'mail/text.hbs': '{{plain opening}} {{> shared/close this}}',
    'shared/close.hbs': '{{reply}}',
  }
  expect(renderMail(sampleMail, own).text).toBe('نمونه office@example.ir\n')
  expect(() => renderMail(sampleMail, { ...templates, 'mail/text.hbs': '{{plain facts}}' })).toThrow(
    '{{plain}} got object',
  )
})
