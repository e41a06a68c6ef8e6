import { describe, expect, it } from 'vitest'
import { longestText } from '../../src/model/readers.ts'
import { readMeeting, readSettings } from '../../src/source/source.ts'

const codes = (text: string): string[] =>
  readMeeting(text, 'm.yaml').faults.map(({ code, span }) => `${span?.line} ${code}`)

it('all faults are told at once, in the order of their places', () => {
  const text = `meeting:
  title: x
  date: 1404/12/30
  start: 25:00
  sesion: 4
agenda:
  - { minutes: 12 }
statistics:
  - { label: a, value: 12/5 }
asks:
  - { text: b, amount: 5 ریال }
attendees:
  - { person: zahra, attendance: perhaps }
`
  expect(codes(text)).toEqual([
    '3 date/impossible',
    '4 time/format',
    '5 field/unknown',
    '7 field/missing',
    '9 number/ambiguous-slash',
    '11 money/rial-kind-missing',
    '13 reference/unknown',
    '13 choice/unknown',
  ])
})

describe('what is reported already is not missing as well', () => {
  it.each([
    ['a misspelt key', 'meeting:\n  titel: x\n', ['2 field/unknown']],
    ['a misspelt section', 'meetin:\n  title: x\n', ['1 field/unknown']],
    ['a list for a text', 'meeting:\n  title: [x]\n', ['2 type/text-expected']],
    ['a text for the file', 'x\n', ['1 type/map-expected']],
  ])('%s', (_, text, expected) => {
    expect(codes(text)).toEqual(expected)
  })

  it('but what nobody wrote is', () => {
    expect(codes('agenda: x\n')).toEqual(['1 field/missing'])
  })
})

const statistic = (rest: string): string[] => codes(`meeting: x\nstatistics:\n  - { label: a${rest} }\n`)
describe('the fields of a statistic must agree', () => {
  it.each([
    [
      'a target without a period',
      ', unit: b, target: { value: 9 }, actual: { value: 3, period: مهر }',
      ['target/period-missing'],
    ],
    [
      'a target without an actual value',
      ', unit: b, target: { value: 9, period: 1404 }',
      ['target/actual-missing', 'statistic/empty'],
    ],
    [
      'an actual value of no time',
      ', unit: b, target: { value: 9, period: 1404 }, actual: { value: 3 }',
      ['actual/period-missing'],
    ],
    [
      'an actual value of another year',
      ', unit: b, target: { value: 9, period: 1404 }, actual: { value: 3, period: مهر 1403 }',
      ['actual/outside-target'],
    ],
    ['no figure', ', unit: b', ['statistic/empty']],
    ['no unit', ', value: 5', ['statistic/unit-missing']],
  ])('%s', (_, rest, expected) => {
    expect(statistic(rest).toSorted()).toEqual(expected.map((code) => `3 ${code}`).toSorted())
  })

  it('a credit is absorbed in its own unit', () => {
    expect(
      codes('meeting: x\nresolutions: { text: a, credit: { amount: 5 toman, absorbed: 2 USD } }\n'),
    ).toEqual(['2 money/mixed-units'])
  })
})

it.each([
  ['date: 05/09/01', 'date/two-digit-year'],
  ['date: 1404/12/30', 'date/impossible'],
  ['date: 31 مهر 1404', 'date/impossible'],
  ['date: 2025-12-01', 'date/gregorian'],
  ['date: tomorrow', 'date/format'],
  ['session: 0', 'number/whole'],
  ['session: x', 'number/invalid'],
  ['class: top', 'choice/unknown'],
  [`place: ${'x'.repeat(longestText + 1)}`, 'text/too-long'],
])('a bad leaf: %.40s', (line, code) => {
  const { faults } = readMeeting(`meeting:\n  title: x\n  ${line}\n`, 'm.yaml')
  const value = line.slice(line.indexOf(' ') + 1)
  const column = 3 + line.length - value.length
  expect(faults).toMatchObject([{ code, span: { line: 3, column, length: value.length } }])
})

it('warnings come with a value, errors without', () => {
  const warned = readMeeting(
    'meeting: { title: x, chair: علی رضائی }\npeople: { id: ali, name: علی رضایی }\n',
    'm.yaml',
  )
  expect(warned.faults).toMatchObject([{ severity: 'warning' }])
  expect(warned.value).toBeDefined()
  expect(readMeeting('meeting: x\nfoo: y\n', 'm.yaml').value).toBeUndefined()
})

it('settings are read by the same rules', () => {
  const { value, faults } = readSettings(
    'office: { lines: الف, accent: "#AA1122" }\nکاغذ: آ۵\nroom: 5\n',
    'jalaseh.yaml',
  )
  expect(value).toBeUndefined()
  expect(faults).toMatchObject([
    { code: 'field/unknown', span: { file: 'jalaseh.yaml', line: 3, column: 1 } },
  ])
  expect(readSettings('office: { lines: الف, accent: "#AA1122" }\nکاغذ: آ۵\n', 'j').value).toEqual({
    office: { lines: ['الف'], accent: '#aa1122' },
    paper: 'A5',
  })
})
