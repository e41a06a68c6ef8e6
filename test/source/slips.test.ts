import { expect, test } from 'vitest'
import { parseYaml } from '../../src/source/parse.ts'

const told = (text: string): string[] =>
  parseYaml(text, 'm.yaml').faults.map(({ code, span }) => `${span?.line}:${span?.column} ${code}`)

test.each([
  ['a remark', 'a: b # c\nd: e  # ۱ f\n', []],
  ['a remark of its own', '#a\nb: c\n#۳\n', []],
  ['a number sign in quotes', 'a: "b #c"\n', []],
  ['a text cut off', 'a: b #۳ c\n', ['1:6 yaml/comment']],
  ['a list', 'a:\n  - b\n  - c\n', []],
  ['a text of two lines', 'a:\n  b\n  – c\n', []],
  ['a text in blocks', 'a: |\n  – b\n  – c\n', []],
  ['rows run together', 'a:\n  – b\n  – c\n', ['2:3 yaml/bullet']],
  ['numbered rows run together', 'a:\n  ۱) b\n  2) c\n', ['2:3 yaml/bullet']],
  ['a tag that is known', 'a: !!timestamp 2001-12-14\n', ['1:4 yaml/tag']],
  ['a tag and an anchor', 'a: !!str &b c\n', ['1:10 yaml/anchor', '1:4 yaml/tag']],
  ['keys of all kinds', '? [a]\n: b\n? [a]\n: c\n', []],
  ['a key twice', 'a: { b: c, d: e, b: f }\n', ['1:18 yaml/duplicate-key']],
  ['old line ends', 'a: b\rc: d\rc: e\r', ['3:1 yaml/duplicate-key']],
])('%s', (_, text, faults) => {
  expect(told(text)).toEqual(faults)
})

test('keys without end are told once, at the first too many', () => {
  const text = Array.from({ length: 30_000 }, (_, n) => `k${n}: a\n`).join('')
  expect(told(text)).toEqual(['1001:1 yaml/too-many-keys'])
})
