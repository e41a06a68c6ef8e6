import { describe, expect, it } from 'vitest'
import { mostRows } from '../../src/model/readers.ts'
import { readMeeting } from '../../src/source/source.ts'

const read = (text: string): ReturnType<typeof readMeeting> => readMeeting(text, 'm.yaml')
const places = (text: string): string[] =>
  read(text).faults.map(({ code, span }) => `${span?.line}:${span?.column}+${span?.length} ${code}`)

describe('shorthands', () => {
  it('a bare text stands for the one field that matters', () => {
    expect(
      read(
        'meeting: عنوان\nagenda: [نخست, { topic: دوم }]\nasks: خواسته\nattendees: [علی رضایی]\nresolutions: [{ text: ت, credit: 5 toman }]\n',
      ),
    ).toMatchObject({
      faults: [],
      value: {
        meeting: { title: 'عنوان' },
        agenda: [{ topic: 'نخست' }, { topic: 'دوم' }],
        asks: [{ text: 'خواسته' }],
        attendees: [{ person: 'علی رضایی' }],
        resolutions: [{ text: 'ت', credit: { amount: { amount: '5', unit: 'toman' } } }],
      },
    })
  })

  it('a single row needs no list', () => {
    const { value } = read('meeting: x\npeople: { id: a, name: b }\ntalking_points: z\n')
    expect(value).toMatchObject({ people: [{ id: 'a', name: 'b' }], talking_points: ['z'] })
  })
})

it('an empty value leaves the fact open', () => {
  const { value, faults } = read(
    'meeting:\n  title: x\n  date:\n  place: ""\n  chair: \'\'\nagenda:\nannexes: []\ntalking_points:\n  - a\n  -\n  - b\n',
  )
  expect(faults).toEqual([])
  expect(value).toEqual({ meeting: { title: 'x' }, annexes: [], talking_points: ['a', 'b'] })
})

it('a required field left empty is missing', () => {
  expect(places('meeting:\n  title:\n')).toEqual(['2:3+6 field/missing'])
})

it.each([
  ['an unknown key', 'meeting:\n  title: x\n  foo: y\n', ['3:3+3 field/unknown']],
  [
    'an unknown key in a row in braces',
    'meeting: x\nasks:\n  - { text: a, foo: b }\n',
    ['3:16+3 field/unknown'],
  ],
  ['the same field in two languages', 'meeting:\n  title: x\n  عنوان: y\n', ['3:3+5 field/twice']],
  ['a text for a map', 'meeting: x\npeople: [y]\n', ['2:10+1 type/map-expected']],
  ['a list for a map', 'meeting: [y]\n', ['1:10+3 type/map-expected']],
  ['a list for a text', 'meeting:\n  title: [a, b]\n', ['2:10+6 type/text-expected']],
  ['a map for a text', 'meeting:\n  title: { a: b }\n', ['2:10+8 type/text-expected']],
  ['a text for the whole file', 'hello\n', ['1:1+5 type/map-expected']],
  ['a list for the whole file', '- a\n', ['1:1+3 type/map-expected']],
  ['a bad value after Persian text', 'جلسه:\n  عنوان: الف\n  تاریخ: ب\n', ['3:10+1 date/format']],
  ['a quoted value', 'meeting:\n  title: x\n  start: "25:00"\n', ['3:10+7 time/format']],
  ['a text over two lines', 'meeting:\n  title: x\n  date: a\n    b\n', ['3:9+1 date/format']],
] as [string, string, string[]][])('the place of %s', (_, text, expected) => {
  expect(places(text)).toEqual(expected)
})

it('faults far to the right stand after those of earlier lines', () => {
  const wide = `meeting: { title: ${'x'.repeat(15_000)}, start: 99 }\nagenda: { topic: y, minutes: z }\n`
  expect(read(wide).faults.map(({ span }) => span?.line)).toEqual([1, 2])
})

it('a list may have so many rows and no more', () => {
  const rows = (count: number): string => `meeting: x\ntalking_points:\n${'  - a\n'.repeat(count)}`
  expect(places(rows(mostRows))).toEqual([])
  expect(places(rows(mostRows + 1))).toEqual([`${mostRows + 3}:5+1 list/too-long`])
})

it('places of parts are known by their paths', () => {
  const { spans } = read('meeting: x\nstatistics:\n  - label: a\n    unit: b\n    value: 12\n')
  expect(spans.get('statistics.0.value')).toEqual({ file: 'm.yaml', line: 5, column: 12, length: 2 })
  expect(spans.get('meeting.title')).toEqual({ file: 'm.yaml', line: 1, column: 10, length: 1 })
})

it('files are listed once, and those with a bad path only as faults', () => {
  const text = (path: string): string => `meeting: x\noffice:\n  emblem: ${path}\n`
  expect(read(text('a.png')).files).toMatchObject([
    { text: 'a.png', path: 'office.emblem', span: { line: 3, column: 11 } },
  ])
  const outside = read(text('../a.png'))
  expect(outside.files).toEqual([])
  expect(outside.faults).toMatchObject([{ code: 'file/outside', span: { line: 3, column: 11 } }])
})
