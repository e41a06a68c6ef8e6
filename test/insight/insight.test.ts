import { expect, it } from 'vitest'
import { growth, shares } from '../../src/insight/change.ts'
import { contradictions, openFindings, unsourcedFindings } from '../../src/insight/findings.ts'
import { groupRows } from '../../src/insight/groups.ts'
import { deriveBriefing } from '../../src/insight/insight.ts'
import { sumByUnit } from '../../src/insight/money.ts'
import { lastOf, standing } from '../../src/insight/standing.ts'
import type { Meeting, Resolution } from '../../src/model/meeting.ts'
import { usualWorkWeek } from '../../src/persian/holidays.ts'
import { readMeeting } from '../../src/source/source.ts'

const today = { y: 1405, m: 9, d: 4 }
const calendar = { today, holidays: [], week: usualWorkWeek }

function meeting(yaml: string): Meeting {
  const { value, faults } = readMeeting(`meeting: { title: x }\n${yaml}`, 'x.yaml')
  if (value === undefined) throw new Error(JSON.stringify(faults))
  return value
}

it('grows against the year before, also from below zero', () => {
  expect(growth('112.5', '100')?.toFixed()).toBe('12.5')
  expect(growth('50', '-100')?.toFixed()).toBe('150')
  expect(growth('1', '0')).toBeUndefined()
})

it('shares make up a hundred', () => {
  expect(shares(['1', '1', '2'])?.map(String)).toEqual(['25', '25', '50'])
  expect(shares(['0'])).toBeUndefined()
})

it('sums money by unit and never across', () => {
  const amounts = [
    { amount: '0.1', unit: 'toman' },
    { amount: '5', unit: 'USD' },
    { amount: '0.2', unit: 'toman' },
  ] as const
  expect(sumByUnit([...amounts])).toEqual([
    { amount: '0.3', unit: 'toman' },
    { amount: '5', unit: 'USD' },
  ])
})

it('groups by theme and level, a theme in one place, rows without one last', () => {
  const rows = [
    { n: 1, theme: undefined, level: undefined },
    { n: 2, theme: 'a', level: 'provincial' as const },
    { n: 3, theme: 'b', level: undefined },
    { n: 4, theme: 'a', level: 'national' as const },
    { n: 5, theme: 'a', level: 'provincial' as const },
  ]
  expect(groupRows(rows).map((group) => group.rows.map(({ n }) => n))).toEqual([[2, 5], [4], [3], [1]])
})

it('finds two values for one indicator, by key or by label, and only for the same period', () => {
  const row = (label: string, value: string, more = ''): string =>
    `  - { label: ${label}, unit: نفر, value: ${value}${more} }\n`
  const found = contradictions(
    meeting(
      `statistics:\n${row('صادرکنندگان', '370')}${row('صادركنندگان', '371')}${row('صادرکنندگان', '400', ', period: 1403')}`,
    ),
  )
  expect(found.map(({ path, values }) => [path, values.first, values.second, values.firstPath])).toEqual([
    ['statistics.1', '370', '371', 'statistics.0'],
  ])
  expect(
    contradictions(meeting(`statistics:\n${row('الف', '1', ', key: k')}${row('ب', '2', ', key: k')}`)),
  ).toHaveLength(1)
  expect(
    contradictions(meeting(`statistics:\n${row('الف', '1')}${row('ب', '2')}${row('الف', '1')}`)),
  ).toEqual([])
})

it('lists open facts once and what names no source', () => {
  const bare = meeting(
    'statistics: [{ label: الف, unit: نفر, value: 1 }]\nstatements: [{ speaker: شخص دیگر, text: ب }]',
  )
  expect(openFindings(bare)).toMatchObject([
    { path: 'meeting', values: { keys: expect.stringContaining('date, start') } },
  ])
  expect(unsourcedFindings(bare).map(({ path }) => path)).toEqual(['statistics.0', 'statements.0'])
})

const resolution = (yaml: string): Resolution =>
  meeting(`resolutions: [{ text: الف, ${yaml} }]`).resolutions?.[0] as Resolution

it.each([
  ['deadline: 1405/09/03', 'late'],
  ['deadline: 1405/09/04', 'open'],
  ['deadline: 1405/09/03, status: done', 'done'],
  ['deadline: 1405/09/03, status: suspended', 'stopped'],
  ['deadline: 1405/09/10, status: in-progress', 'running'],
  ['deadline: ظرف ۱۵ روز, issued: 1405/08/01', 'late'],
  ['deadline: ظرف ۲ ماه, issued: 1405/08/01', 'open'],
  ['deadline: ۳ روز کاری, issued: 1405/08/20', 'late'],
  ['deadline: ۲۰ روز کاری, issued: 1405/08/20', 'open'],
  ['deadline: مستمر', 'open'],
  ['deadline: 1405/01/01, history: [{ date: 1405/02/01, deadline: 1405/12/01 }]', 'open'],
])('%s stands %s', (yaml, shape) => expect(standing(resolution(yaml), calendar)).toBe(shape))

it('takes the last word of the history, in the order of its days', () => {
  const history = 'history: [{ date: 1405/03/01, status: done }, { date: 1405/02/01, status: in-progress }]'
  expect(lastOf(resolution(history), 'status')).toBe('done')
})

it('derives a briefing without changing the meeting', () => {
  const given = meeting(
    'statistics: [{ label: الف, unit: نفر, value: 12, last_year: 10 }]\nobstacles: [{ text: ب, level: national }, { text: ج, level: provincial }]',
  )
  const before = structuredClone(given)
  const briefing = deriveBriefing(given, { class: 'confidential' }, calendar)
  expect(given).toEqual(before)
  expect(briefing.class).toBe('confidential')
  expect(briefing.figures[0]?.growth?.toFixed()).toBe('20')
  expect(briefing.obstacles.map(({ level }) => level)).toEqual(['provincial', 'national'])
})
