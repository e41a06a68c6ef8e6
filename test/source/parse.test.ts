import { describe, expect, it } from 'vitest'
import { largestSource, parseYaml } from '../../src/source/parse.ts'
import { readMeeting } from '../../src/source/source.ts'

const places = (text: string): string[] =>
  parseYaml(text, 'm.yaml').faults.map(({ code, span }) => `${span?.line}:${span?.column} ${code}`)
const plain = (text: string): unknown => (parseYaml(text, 'm.yaml').root as { toJSON(): unknown }).toJSON()

describe('nothing is coerced', () => {
  it('by the parser', () => {
    const text =
      'a: 02188001234\nb: 1403-02-31\nc: 12345678901234567890.10\nd: yes\ne: null\nf: ~\ng: 0x1F\nh: 1e3\n'
    expect(plain(text)).toEqual({
      a: '02188001234',
      b: '1403-02-31',
      c: '12345678901234567890.10',
      d: 'yes',
      e: 'null',
      f: '~',
      g: '0x1F',
      h: '1e3',
    })
  })

  it('by the readers', () => {
    const { value, faults } = readMeeting(
      `meeting: { title: yes, subtitle: no, place: "~", date: 1403-02-31, letter_number: 0012 }
people:
  - { id: 007, name: "null", phone: 02188001234 }
statistics:
  - { label: true, unit: فقره, value: 12345678901234567890123.10 }
`,
      'm.yaml',
    )
    expect(faults).toEqual([])
    expect(value).toMatchObject({
      meeting: { title: 'yes', subtitle: 'no', place: '~', date: { y: 1403, m: 2, d: 31 } },
      people: [{ name: 'null', phone: '02188001234' }],
      statistics: [{ label: 'true', value: '12345678901234567890123.1' }],
    })
    expect(value?.meeting.letter_number).toBe('0012')
  })
})

it('a byte order mark and CRLF are accepted, and move no place', () => {
  expect(plain('\ufeffmeeting: x\r\nagenda:\r\n  - y\r\n')).toEqual({ meeting: 'x', agenda: ['y'] })
  const { faults } = readMeeting('\ufeffmeeting:\r\n  titel: x\r\n', 'm.yaml')
  expect(faults).toMatchObject([{ code: 'field/unknown', span: { line: 2, column: 3, length: 5 } }])
  expect(readMeeting('\ufefftitel: x\r\n', 'm.yaml').faults[0]).toMatchObject({
    span: { line: 1, column: 1 },
  })
})

it.each([
  ['nothing', '', ['1:1 source/empty']],
  ['only a comment', '# x\n\n', ['1:1 source/empty']],
  ['an alias', 'a: x\nb: *a\n', ['2:4 yaml/alias']],
  ['an anchor', 'a: &word\nb: &other x\n', ['1:4 yaml/anchor', '2:4 yaml/anchor']],
  ['a tag', 'a: !!int 5\n', ['1:4 yaml/tag']],
  ['a tag of its own', 'a: !meeting {}\n', ['1:4 yaml/tag']],
  ['a tab', 'a:\n\tb: x\n', ['2:1 yaml/tab']],
  ['a tab inside braces', 'a: {\n\tb: x }\n', ['2:2 yaml/tab']],
  ['a key twice', 'a:\n  b: x\n  b: y\n', ['3:3 yaml/duplicate-key']],
  ['two documents', 'a: x\n---\na: y\n', ['2:1 yaml/many-documents']],
  ['bad indentation', 'a: [\nb ]\n', ['2:1 yaml/indent', '2:1 yaml/syntax']],
  ['a depth bomb', `a: ${'['.repeat(20_000)}`, ['yaml/depth']],
  ['a depth bomb of maps', `a: ${'{a: '.repeat(5000)}`, ['yaml/depth']],
] as [string, string, string[]][])('%s is refused where it stands', (_, text, expected) => {
  const found = places(text)
  // Where the nesting becomes too deep depends on the stack.
  if (expected[0] === 'yaml/depth') expect(found.map((one) => one.split(' ')[1])).toEqual(expected)
  else expect(found.toSorted()).toEqual(expected)
})

it('an alias bomb is refused without being expanded', () => {
  const rows = Array.from({ length: 40 }, (_, n) => `a${n + 1}: &a${n + 1} [*a${n},*a${n},*a${n}]`)
  const found = places(`a0: &a0 [x, x]\n${rows.join('\n')}\n`)
  expect(found.length).toBeLessThanOrEqual(20)
  expect(new Set(found.map((one) => one.split(' ')[1]))).toContain('yaml/alias')
})

it('a text of more than the largest size is not parsed', () => {
  expect(places('x'.repeat(largestSource + 1))).toEqual(['1:1 source/too-large'])
})

it('a fault is marked up to the end of its line', () => {
  const { mark } = parseYaml('a: x\nbc: d\n', 'm.yaml')
  expect(mark(5, 11)).toEqual({ file: 'm.yaml', line: 2, column: 1, length: 5 })
  expect(mark(11, 11).length).toBe(1)
})
