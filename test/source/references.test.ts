import { expect, it } from 'vitest'
import { readMeeting } from '../../src/source/source.ts'

const people = `people:
  - { id: ali, name: علی رضایی }
bodies:
  - { id: gomrok, name: گمرک استان }
sources:
  - { id: news, title: گزارش خبری }
`
const read = (rest: string): string[] =>
  readMeeting(`${people}${rest}`, 'm.yaml').faults.map(
    ({ code, severity, span, values }) =>
      `${span?.line}:${span?.column} ${severity} ${code}${values.suggestion ? ` ${values.suggestion}` : ''}`,
  )

it.each([
  ['an id', 'meeting: { title: x, chair: ali }\n', []],
  ['a full name', 'meeting: { title: x, chair: علی رضایی }\n', []],
  ['a name with Arabic letters', 'meeting: { title: x, chair: علي رضايي }\n', []],
  ['a guest who is not listed', 'meeting: { title: x, chair: مهمان ناشناس جلسه }\n', []],
  ['an unknown Latin word', 'meeting: { title: x, chair: zahra }\n', ['7:29 error reference/unknown']],
  ['a misspelt id', 'meeting: { title: x, chair: aly }\n', ['7:29 error reference/unknown ali']],
  ['one Persian word for a person', 'meeting: { title: x, chair: زهرا }\n', ['7:29 error reference/unknown']],
  [
    'a name a letter off',
    'meeting: { title: x, chair: علی رضائی }\n',
    ['7:29 warning reference/near علی رضایی'],
  ],
  ['a body in words', 'meeting: x\nasks: { text: a, to: دولت }\n', []],
  ['an unknown body id', 'meeting: x\nasks: { text: a, to: samt }\n', ['8:22 error reference/unknown']],
  ['a source in words', 'meeting: x\nasks: { text: a, source: روزنامهٔ شهر }\n', []],
  [
    'an unknown annex',
    'meeting: x\nagenda: { topic: a, annexes: [پیوست یک] }\n',
    ['8:31 error reference/unknown'],
  ],
  [
    'a known annex',
    'meeting: x\nagenda: { topic: a, annexes: p1 }\nannexes: { id: p1, title: t, file: f.pdf }\n',
    [],
  ],
  ['an id of another table', 'meeting: { title: x, chair: gomrok }\n', ['7:29 error reference/unknown']],
] as [string, string, string[]][])('%s', (_, text, expected) => {
  expect(read(text)).toEqual(expected)
})

it.each([
  ['people', 'people:\n  - { id: a, name: b }\n  - { id: a, name: c }\n', '4:11'],
  [
    'annexes',
    'annexes:\n  - { id: a, title: b, file: x.pdf }\n  - { id: a, title: c, file: x.pdf }\n',
    '4:11',
  ],
  ['resolutions', 'resolutions:\n  - { id: m-1, text: b }\n  - { id: m-1, text: c }\n', '4:11'],
  [
    'earlier and new resolutions',
    'resolutions: { id: m-1, text: b }\nearlier_resolutions: { id: m-1, text: c }\n',
    '3:28',
  ],
  ['agenda items', 'agenda:\n  - { id: a, topic: b }\n  - { id: a, topic: c }\n', '4:11'],
])('an id twice among %s', (_, rows, place) => {
  const { faults } = readMeeting(`meeting: x\n${rows}`, 'm.yaml')
  expect(faults.map(({ code, span }) => `${span?.line}:${span?.column} ${code}`)).toEqual([
    `${place} id/twice`,
  ])
  expect(faults[0]?.values.line).toMatch(/^[23]$/)
})

it('the same id may stand in two tables', () => {
  const { faults } = readMeeting(
    'meeting: x\npeople: { id: a, name: b }\nbodies: { id: a, name: c }\n',
    'm.yaml',
  )
  expect(faults).toEqual([])
})

it('many unknown references beside many rows are all found', () => {
  const rows = Array.from({ length: 2000 }, (_, n) => `  - { id: id-${n}, name: نام ${n} }`)
  const said = Array.from({ length: 2000 }, (_, n) => `  - { speaker: unknown-${n}, text: a }`)
  const { faults } = readMeeting(
    `meeting: x\npeople:\n${rows.join('\n')}\nstatements:\n${said.join('\n')}\n`,
    'm.yaml',
  )
  expect(faults.filter(({ code }) => code === 'reference/unknown')).toHaveLength(2000)
})

it('a reference is written as its row is called, however it was typed', () => {
  const text = `meeting: { title: x, chair: A1, secretary: علي رضايي }
people:
  - { id: a1, name: نام نمونه }
  - { id: b2, name: علی رضایی }
`
  const { value, faults } = readMeeting(text, 'm.yaml')
  expect(faults.filter(({ severity }) => severity === 'error')).toEqual([])
  expect(value?.meeting).toMatchObject({ chair: 'a1', secretary: 'علی رضایی' })
})
