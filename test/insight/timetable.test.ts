import { describe, expect, it } from 'vitest'
import { overrun, timetable } from '../../src/insight/timetable.ts'
import type { Meeting } from '../../src/model/meeting.ts'
import { toBriefing } from '../../src/pipeline.ts'
import { readMeeting } from '../../src/source/source.ts'

function meeting(head: string, rest: string): Meeting {
  const { value, faults } = readMeeting(`meeting: { title: x, ${head} }\n${rest}\n`, 'x.yaml')
  if (value === undefined) throw new Error(JSON.stringify(faults))
  return value
}

const items = (...minutes: (number | undefined)[]): string =>
  `agenda: [${minutes.map((m) => `{ topic: الف${m === undefined ? '' : `, minutes: ${m}`} }`).join(', ')}]`

describe('times of the agenda', () => {
  it('follow one another from the start of the meeting', () => {
    expect(timetable(meeting('start: "9:50"', items(10, 45, 80)))).toEqual([
      { start: '09:50', end: '10:00' },
      { start: '10:00', end: '10:45' },
      { start: '10:45', end: '12:05' },
    ])
  })

  it('are known up to the first item without minutes, whose start is', () => {
    expect(timetable(meeting('start: "9:00"', items(10, undefined, 20)))).toEqual([
      { start: '09:00', end: '09:10' },
      { start: '09:10' },
      {},
    ])
  })

  it('are not known without a start', () => {
    expect(timetable(meeting('end: "9:00"', items(10)))).toEqual([{}])
    expect(timetable(meeting('start: "9:00"', ''))).toEqual([])
  })

  it('go on past midnight', () => {
    expect(timetable(meeting('start: "23:30"', items(30, 15)))).toEqual([
      { start: '23:30', end: '00:00' },
      { start: '00:00', end: '00:15' },
    ])
  })
})

describe('an agenda that is too long', () => {
  const over = (head: string, rest: string): string[] =>
    overrun(meeting(head, rest)).map(({ severity, values }) => `${severity} ${values.over}`)

  it.each([
    ['start: "9:00", end: "10:00"', items(30, 30), []],
    ['start: "9:00", end: "10:00"', items(30, 31), ['error 1']],
    ['start: "9:00", end: "10:00"', items(90, undefined), ['error 30']],
    ['start: "23:00", end: "0:30"', items(90), []],
    ['start: "23:00", end: "0:30"', items(91), ['error 1']],
    ['start: "9:00"', items(900), []],
    ['end: "9:00"', items(900), []],
  ])('%s %s', (head, rest, expected) => {
    expect(over(head, rest)).toEqual(expected)
  })

  it('is none once the meeting was held', () => {
    const hours = 'start: "9:00", end: "9:10"'
    expect(over(hours, `${items(20)}\nattendees: [{ person: عضو یکم, attendance: absent }]`)).toEqual([])
    expect(over(hours, 'agenda: [{ topic: الف, minutes: 20, discussion: ب }]')).toEqual([])
    expect(over(hours, `${items(20)}\nattendees: [عضو یکم]`)).toEqual(['error 10'])
    expect(over(hours, `${items(20)}\nattendees: [{ person: عضو یکم, attendance: invited }]`)).toEqual([
      'error 10',
    ])
  })

  it('is an error at the agenda of the file, and other findings stay warnings', () => {
    const text =
      'meeting:\n  title: x\n  start: "9:00"\n  end: "9:30"\nagenda:\n  - { topic: الف, minutes: 45 }\n'
    const { faults } = toBriefing(text, 'x.yaml', {}, { today: { y: 1405, m: 9, d: 1 }, holidays: [] })
    const told = faults.map(({ code, severity, span, values }) => [code, severity, span?.line, values.over])
    expect(told).toContainEqual(['agenda/overrun', 'error', 6, '15'])
    expect(told).toContainEqual(['fact/open', 'warning', 2, undefined])
  })
})
