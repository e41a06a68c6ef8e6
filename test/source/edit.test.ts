import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { editText, sourceTexts } from '../../src/source/edit.ts'
import type { TextEdit } from '../../src/source/edit.ts'
import { readMeeting } from '../../src/source/source.ts'

/** Replaces a part of a text by what is written in it. */
function change(source: string, path: string, part: string, text: string): string {
  const value = sourceTexts(source, 'x.yaml').get(path)?.value ?? ''
  const start = value.indexOf(part)
  if (start < 0) throw new Error(`${part} is not in ${value}`)
  return editText(source, [{ path, start, end: start + part.length, text }])
}

describe('each style of scalar keeps it', () => {
  it.each([
    ['plain', 'a:  می رود # c\n', 'a:  می-رود # c\n'],
    ['plain over lines', 'a: او\n   می رود\n\n   و\nb: 1\n', 'a: او\n   می-رود\n\n   و\nb: 1\n'],
    ['single-quoted', "a: 'او''s می رود' # c\n", "a: 'او''s می-رود' # c\n"],
    ['double-quoted', 'a: "x\\u0041\\n می رود\\"" # c\n', 'a: "x\\u0041\\n می-رود\\"" # c\n'],
    ['double-quoted over lines', 'a: "x \\\n  می رود\n  y"\n', 'a: "x \\\n  می-رود\n  y"\n'],
    ['folded', 'a: >- # c\n  او\n  می رود\n\n  y\nb: 1\n', 'a: >- # c\n  او\n  می-رود\n\n  y\nb: 1\n'],
    ['literal', 'a: |\n  او\n    می رود\n\n# c\nb: 1\n', 'a: |\n  او\n    می-رود\n\n# c\nb: 1\n'],
    ['literal, all kept', 'a: |+\n  می رود\n\n\nb: 1\n', 'a: |+\n  می-رود\n\n\nb: 1\n'],
    ['in a flow', 'a: { b: 1, c: [می رود ] } # c\n', 'a: { b: 1, c: [می-رود ] } # c\n', 'a.c.0'],
    ['with a byte order mark', '\ufeffa: می رود\n', '\ufeffa: می-رود\n'],
    ['with CRLF', 'a: >\r\n  او\r\n  می رود\r\nb: 1\r\n', 'a: >\r\n  او\r\n  می-رود\r\nb: 1\r\n'],
    ['starting with a dash', 'a: -5 می رود\n', 'a: -5 می-رود\n'],
  ])('%s', (_, before, after, path = 'a') => expect(change(before, path, 'می رود', 'می-رود')).toBe(after))

  it('a change over a line fold takes the fold with it', () => {
    expect(change('a: >-\n  او می\n  رود\n', 'a', 'می رود', 'می-رود')).toBe('a: >-\n  او می-رود\n')
    expect(change('a: او می\n  رود # c\n', 'a', 'می رود', 'می-رود')).toBe('a: او می-رود # c\n')
  })
})

describe('a scalar that cannot hold its new value is quoted anew, alone', () => {
  it.each([
    ['a colon', 'a: x y # c\nb:  "z"\n', ' y', ': y', 'a: "x: y" # c\nb:  "z"\n'],
    ['a hash', 'a: x y # c\n', 'y', '# y', 'a: "x # y" # c\n'],
    ['an indicator', 'a: x y\n', 'x', '"x', 'a: "\\"x y"\n'],
    ['nothing left', 'a: x\nb: 1\n', 'x', '', 'a: ""\nb: 1\n'],
    ['a line end', 'a: >- # c\n  x y\nb: 1\n', ' y', '\ny', 'a: "x\\ny" # c\nb: 1\n'],
    ['a space at the edge', "a: 'x\n  y'\n", 'x', 'x ', 'a: "x  y"\n'],
    ['a bracket in a flow', 'a: { b: x } # c\n', 'x', 'x]', 'a: { b: "x]" } # c\n', 'a.b'],
  ])('%s', (_, before, part, text, after, path = 'a') => expect(change(before, path, part, text)).toBe(after))
  it('not a literal block that gets a line', () =>
    expect(change('a: |\n   x y\n', 'a', ' y', '\ny')).toBe('a: |\n   x\n   y\n'))
})

describe('places', () => {
  it.each([
    ['a: او می رود\n', 1, 7, 6],
    ["k: 1\na:  'it''s می رود'\n", 2, 12, 6],
    ['a: >-\n  او\n  می رود\n', 3, 3, 6],
    ['a: "\\u0041 می رود"\n', 1, 12, 6],
    ['a: >-\n  او می\n  رود\n', 2, 6, 2],
  ])('%j', (source, line, column, length) => {
    const text = sourceTexts(source, 'f.yaml').get('a')
    const start = text?.value.indexOf('می رود') ?? -1
    expect(text?.place(start, start + 6)).toEqual({ file: 'f.yaml', line, column, length })
  })
})

describe('paths', () => {
  const source = 'جلسه:\n  عنوان: می رود # c\nزمینه: متن می رود\n'
  it('are the keys as written', () =>
    expect([...sourceTexts(source, '').keys()]).toEqual(['جلسه.عنوان', 'زمینه']))
  it('or those of the source stage', () => {
    const meeting = 'meeting:\n  title: می رود # c\nbackground: متن می رود\n'
    const { spans } = readMeeting(meeting, 'f.yaml')
    const texts = sourceTexts(meeting, 'f.yaml', spans)
    expect(texts.get('meeting.title')?.value).toBe('می رود')
    expect(editText(meeting, [{ path: 'meeting.title', start: 2, end: 3, text: '-' }], spans)).toBe(
      'meeting:\n  title: می-رود # c\nbackground: متن می رود\n',
    )
  })
})

describe('refused', () => {
  it.each<[string, TextEdit[]]>([
    ['an unknown path', [{ path: 'z', start: 0, end: 1, text: '' }]],
    ['a part outside', [{ path: 'a', start: 0, end: 99, text: '' }]],
    ['a part the wrong way about', [{ path: 'a', start: 2, end: 1, text: '' }]],
    [
      'two that overlap',
      [
        { path: 'a', start: 0, end: 2, text: '' },
        { path: 'a', start: 1, end: 3, text: '' },
      ],
    ],
  ])('%s', (_, edits) => expect(() => editText('a: text\n', edits)).toThrow(RangeError))
  it('a file that is not YAML', () =>
    expect(() => editText('a: [', [{ path: 'a', start: 0, end: 0, text: 'x' }])).toThrow(RangeError))
})

it('refuses a file with an anchor, as the parser does', () =>
  expect(() => editText('a: &x b', [{ path: 'a', start: 0, end: 1, text: 'c' }])).toThrow(RangeError))

it('changes nothing without edits', () => expect(editText('a:   b', [])).toBe('a:   b'))

/** A text, and one way to write it; each style only where it can hold the text. */
const chars = fc.constantFrom(
  ...'ابپمی رود،؛:#-\'"[]{},&*!|>%@`\\x1?. ',
  ' ',
  ' ',
  '\n',
  '\u200c',
  '\t',
  '\u0654',
  '😀',
)
const words = fc.array(
  fc.constantFrom('می', 'رود', 'کتاب', "it's", 'x:y', '"', '\\n', 'ه\u0654', '-', '۱۲٪'),
  {
    minLength: 1,
    maxLength: 6,
  },
)
const value = fc.oneof(
  words.map((parts) => `م ${parts.join(' ')}`),
  fc.string({ unit: chars, minLength: 1, maxLength: 20 }),
)
const style = fc.constantFrom(
  'plain',
  'plain lines',
  'single',
  'single lines',
  'double',
  'escaped',
  'literal',
  'folded',
  'folded deep',
)

function write(text: string, how: string): string {
  const inLines = (body: string): string => body.replace(/(?<=\S) (?=\S)/g, '\n      ')
  const escaped = (): string =>
    `"${[
      ...JSON.stringify(text)
        .slice(1, -1)
        .matchAll(/\\u....|\\.|[^\\]/gsu),
    ]
      .map(([unit]) =>
        /^[ا-ی]$/.test(unit) ? `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}` : unit,
      )
      .join('')}"`
  const block = (header: string, body: string): string =>
    `${header} # inside\n${body.replaceAll(/^(?=.)/gm, '      ')}`
  const written = {
    plain: text,
    'plain lines': inLines(text),
    single: `'${text.replaceAll("'", "''")}'`,
    'single lines': `'${inLines(text.replaceAll("'", "''"))}'`,
    double: JSON.stringify(text),
    escaped: escaped(),
    literal: block('|-', text),
    folded: block('>-', text.replace(/(?<=\S) (?=\S)/g, '\n')),
    'folded deep': block('>+', `${text}\n\n  deeper\n\n${text}`),
  }[how]
  return written ?? ''
}

const entry = fc.record({
  text: value,
  how: style,
  edits: fc.array(
    fc.record({ from: fc.nat(30), length: fc.nat(4), text: fc.string({ unit: chars, maxLength: 4 }) }),
    { maxLength: 3 },
  ),
})

/** A file with a comment on every line that can hold one; entries no YAML reader takes as one text are quoted. */
function fileOf(entries: { text: string; how: string }[]): string {
  const lines = ['# head', 'meeting:  # c-meeting']
  entries.forEach(({ text, how }, index) => {
    const own = write(text, how)
    let taken = own
    const paths = sourceTexts(`meeting:  # c\n  - a:   ${own}\n    # c\n    b: { x: 1 }\n`, '').keys()
    if ([...paths].join() !== 'meeting.0.a,meeting.0.b.x') taken = JSON.stringify(text)
    lines.push(`  - a:   ${taken}`, `    # c${index}`, `    b: { x: ۱ , y:  'z' }   # d${index}`, '')
  })
  return `${lines.join('\n')}# foot`
}

it('reads as the edited values, and every other byte is as it was', { timeout: 120_000 }, () =>
  fc.assert(
    fc.property(fc.array(entry, { minLength: 1, maxLength: 4 }), (entries) => {
      const source = fileOf(entries)
      const before = parse(source, { schema: 'failsafe' }) as { meeting: { a: string; b: unknown }[] }
      const edits: TextEdit[] = []
      const expected = structuredClone(before)
      entries.forEach((each, index) => {
        const row = expected.meeting[index] as { a: string }
        const old = row.a
        let at = 0
        const parts: string[] = []
        for (const { from, length, text } of each.edits) {
          const start = Math.min(old.length, at + from)
          const end = Math.min(old.length, start + length)
          edits.push({ path: `meeting.${index}.a`, start, end, text })
          parts.push(old.slice(at, start), text)
          at = end
        }
        row.a = parts.join('') + old.slice(at)
      })
      const after = editText(source, edits)
      expect(parse(after, { schema: 'failsafe' })).toEqual(expected)
      const comments = (text: string): string[] =>
        text.match(/# ?(?:head|foot|c-meeting|inside|[cd]\d)/g) ?? []
      expect(comments(after)).toEqual(comments(source))
      for (const [index] of entries.entries()) {
        expect(after).toContain(`\n    # c${index}\n    b: { x: ۱ , y:  'z' }   # d${index}\n`)
        expect(after).toContain(`  - a:   `)
      }
    }),
    { numRuns: 3000 },
  ),
)
