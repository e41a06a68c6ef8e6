import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { blockRow, insertRow, insertRows, yamlText } from '../../src/source/insert.ts'

const row = [
  ['id', '9-1'],
  ['note', 'یک: دو # سه'],
] as const
const add = (source: string): string | undefined => insertRow(source, ['پیگیری\u200cها', 'followups'], row)

describe('a row goes to the end of its list, and nothing else moves', () => {
  it.each([
    ['an empty file', '', 'پیگیری~ها:\n  - id: 9-1\n    note: "یک: دو # سه"\n'],
    ['comments alone', '# c\n', '# c\nپیگیری~ها:\n  - id: 9-1\n    note: "یک: دو # سه"\n'],
    ['no list yet', 'a: 1 # c', 'a: 1 # c\nپیگیری~ها:\n  - id: 9-1\n    note: "یک: دو # سه"\n'],
    [
      'an empty list',
      'followups:   # none\na: 1\n',
      'followups:   # none\n  - id: 9-1\n    note: "یک: دو # سه"\na: 1\n',
    ],
    [
      'before other keys',
      'پیگیری ها:\n- id: x   # why\n  # between\n  note: >\n   folded\n\n# last\na: [ 1,2 ]\n',
      'پیگیری ها:\n- id: x   # why\n  # between\n  note: >\n   folded\n- id: 9-1\n  note: "یک: دو # سه"\n\n# last\na: [ 1,2 ]\n',
    ],
    [
      'a flow',
      'followups: [ {id: x} ] # c\n',
      'followups: [ {id: x} , { id: "9-1", note: "یک: دو # سه" }] # c\n',
    ],
    ['an empty flow', 'followups: []\n', 'followups: [{ id: "9-1", note: "یک: دو # سه" }]\n'],
    [
      'CRLF',
      'followups:\r\n    - id: x\r\n',
      'followups:\r\n    - id: x\r\n    - id: 9-1\r\n      note: "یک: دو # سه"\r\n',
    ],
    ['no line end', 'followups:\n  - id: x', 'followups:\n  - id: x\n  - id: 9-1\n    note: "یک: دو # سه"\n'],
    ['a byte order mark', '\ufeffa: 1\n', '\ufeffa: 1\nپیگیری~ها:\n  - id: 9-1\n    note: "یک: دو # سه"\n'],
  ])('%s', (_, before, after) => expect(add(before)).toBe(after.replaceAll('~', '\u200c')))

  it('not where there is something else', () => {
    for (const source of [
      'followups: x\n',
      'followups: { id: 1 }\n',
      '- a\n',
      '{ followups: [] }\n',
      'a: [\n',
    ])
      expect(add(source)).toBeUndefined()
  })
})

it('several rows go in at once, and a value may be a list', () => {
  const rows = [
    [
      ['name', 'نام الف'],
      ['groups', ['شورا', 'a, b', '[x]']],
    ],
    [['name', 'نام ب']],
  ] as const
  const names = ['people', 'اشخاص'] as const
  expect(insertRows('people:\n - x\n', names, rows)).toBe(
    'people:\n - x\n - name: نام الف\n   groups: [شورا, "a, b", "[x]"]\n - name: نام ب\n',
  )
  expect(insertRows('people: [x]\n', names, rows)).toBe(
    'people: [x, { name: "نام الف", groups: ["شورا", "a, b", "[x]"] }, { name: "نام ب" }]\n',
  )
})

it('a text is read back as it was, bare only where YAML agrees', () => {
  for (const text of [
    '۹-۱',
    '-5',
    '#x',
    'a: b',
    "it's",
    '"',
    '',
    ' x',
    'x ',
    'yes',
    '۱۲٪',
    'a\nb',
    '[x]',
    '1405/09/01',
    'نامهٔ ۱۲',
  ])
    expect(parse(blockRow([['k', text]], ''), { schema: 'failsafe' })).toEqual([{ k: text }])
  expect(yamlText('۱۴۰۵/۰۹/۰۱')).toBe('۱۴۰۵/۰۹/۰۱')
})
