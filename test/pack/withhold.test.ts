import { describe, expect, it } from 'vitest'
import { timetable } from '../../src/insight/timetable.ts'
import { meetingSchema } from '../../src/model/meeting.ts'
import type { Meeting } from '../../src/model/meeting.ts'
import { classOf, clearanceOf } from '../../src/model/class.ts'
import { rules } from '../../src/pack/rules.ts'
import { withhold } from '../../src/pack/withhold.ts'

const meetingOf = (more: object, head: object = {}): Meeting =>
  meetingSchema.parse({ meeting: { title: 'جلسه‌ی نمونه', ...head }, ...more })

describe('the class of a pack', () => {
  it('is that of its highest piece', () => {
    const asks = [{ text: 'الف', class: 'secret' }, { text: 'ب', class: 'confidential' }, { text: 'پ' }]
    expect(classOf(meetingOf({ asks }))).toBe('secret')
    expect(classOf(withhold(meetingOf({ asks }), 'confidential').meeting)).toBe('confidential')
    expect(classOf(withhold(meetingOf({ asks }), 'normal').meeting)).toBe('normal')
  })

  it('is that of the meeting where its pieces are lower, and of the office where the meeting says none', () => {
    const asks = [{ text: 'الف', class: 'normal' }]
    expect(classOf(meetingOf({ asks }, { class: 'secret' }))).toBe('secret')
    expect(classOf(meetingOf({ asks }), 'confidential')).toBe('confidential')
    expect(classOf(meetingOf({ asks }))).toBe('normal')
  })
})

describe('what a recipient may see', () => {
  const people = [
    { id: 'm1', name: 'عضو یکم', ceiling: 'secret' },
    { id: 'm2', name: 'همنام', ceiling: 'secret' },
    { id: 'm3', name: 'همنام', ceiling: 'confidential' },
    { id: 'm4', name: 'همنام دیگر', ceiling: 'secret' },
    { id: 'm5', name: 'همنام دیگر' },
  ]
  const first = (distribution: object[]): string | undefined => {
    const meeting = meetingOf({ people, distribution })
    const [recipient] = meeting.distribution ?? []
    return recipient && clearanceOf(meeting, recipient)
  }

  it.each([
    ['is said in the distribution', { to: 'm1', ceiling: 'confidential' }, 'confidential'],
    ['else in his row, by id', { to: 'm1' }, 'secret'],
    ['or by name', { to: 'عضو یکم' }, 'secret'],
    ['else by nobody', { to: 'عضو دوم' }, undefined],
    ['is the less of two people of one name', { to: 'همنام' }, 'confidential'],
    ['is not known where one of them has none', { to: 'همنام دیگر' }, undefined],
  ])('%s', (_, recipient, expected) => {
    expect(first([recipient])).toBe(expected)
  })
})

describe('a piece without a class', () => {
  const asks = [{ text: 'الف' }, { text: 'ب', class: 'normal' }]

  it('has that of the meeting', () => {
    const { meeting, withheld } = withhold(meetingOf({ asks }, { class: 'confidential' }), 'normal')
    expect(meeting).toEqual({
      meeting: { title: 'جلسه', class: 'normal' },
      asks: [{ text: 'ب', class: 'normal' }],
    })
    expect(withheld).toEqual([
      { rule: 'meeting', path: 'meeting' },
      { rule: 'asks', path: 'asks.0' },
    ])
  })

  it('has that of the office where the meeting says none', () => {
    expect(withhold(meetingOf({ asks }), 'normal', { unsaid: 'secret' }).meeting.asks).toHaveLength(1)
    expect(withhold(meetingOf({ asks }), 'normal').meeting.asks).toHaveLength(2)
  })
})

it('the same meeting is given back where nothing is above the recipient', () => {
  const meeting = meetingOf({ asks: [{ text: 'الف', class: 'secret' }] })
  expect(withhold(meeting, 'secret')).toEqual({ meeting, withheld: [] })
})

describe('what only withheld pieces name', () => {
  const bodies = [
    { id: 'b1', name: 'سازمان یکم' },
    { id: 'b2', name: 'سازمان دوم', head: 'm2' },
    { id: 'b3', name: 'سازمان سوم' },
  ]
  const people = [
    { id: 'm1', name: 'عضو یکم', body: 'b1' },
    { id: 'm2', name: 'عضو دوم' },
    { id: 'm3', name: 'عضو سوم', body: 'b3' },
  ]
  const names = ({ people: p = [], bodies: b = [] }: Meeting): string[] => [...p, ...b].map(({ id }) => id)
  const secret = (speaker: string): object => ({ speaker, text: 'الف', class: 'secret' })
  const open = (speaker: string): object => ({ speaker, text: 'ب' })
  const left = (more: object): string[] =>
    names(withhold(meetingOf({ people, bodies, ...more }), 'normal').meeting)

  it('goes, with the body that only he names', () => {
    expect(left({ statements: [secret('m1')] })).toEqual(['m2', 'm3', 'b2', 'b3'])
  })

  it('stays where an open piece names it, too', () => {
    expect(left({ statements: [secret('m1'), open('عضو یکم')] })).toEqual([
      'm1',
      'm2',
      'm3',
      'b1',
      'b2',
      'b3',
    ])
  })

  it('stays where someone names it whom no piece names', () => {
    expect(left({ obstacles: [{ text: 'الف', body: 'b3', class: 'secret' }] })).toContain('b3')
  })

  it('goes with its head', () => {
    expect(left({ asks: [{ text: 'الف', to: 'b2', class: 'secret' }] })).toEqual(['m1', 'm3', 'b1', 'b3'])
  })

  it('goes, however the piece spells its name', () => {
    expect(left({ statements: [secret('عضو\u200cیکم')] })).not.toContain('m1')
    expect(left({ asks: [{ text: 'الف', to: 'B2', class: 'secret' }] })).not.toContain('b2')
  })

  it('does not stay for a name that is only spelled like its own', () => {
    const sources = [{ id: 's-1', title: 'گزارش' }]
    const rows = [
      { label: 'یک', value: '1', unit: 'فقره', source: 's-1', class: 'secret' },
      { label: 'دو', value: '2', unit: 'فقره', source: 's1' },
    ]
    expect(withhold(meetingOf({ sources, statistics: rows }), 'normal').meeting.sources).toBeUndefined()
  })
})

it('an address is of the class of the person, of two of one name of the higher', () => {
  const people = [
    { id: 'm1', name: 'عضو یکم', class: 'normal' },
    { id: 'm2', name: 'همنام', class: 'normal' },
    { id: 'm3', name: 'همنام', class: 'secret' },
  ]
  const distribution = ['m1', 'm2', 'همنام', 'مهمان'].map((to) => ({ to, address: `${to}@example.org` }))
  const { meeting } = withhold(meetingOf({ people, distribution }), 'normal')
  expect(meeting.distribution?.map(({ address }) => address !== undefined)).toEqual([true, true, false, true])
})

describe('the hours of the agenda', () => {
  const item = (topic: string, level = 'normal'): object => ({ topic, minutes: '30', class: level })
  const agendaOf = (...items: object[]): Meeting =>
    meetingOf({ agenda: items }, { start: '9:00', end: '12:00' })
  const starts = (meeting: Meeting, active = rules): (string | undefined)[] =>
    timetable(withhold(meeting, 'normal', { rules: active }).meeting).map(({ start }) => start)
  const without = rules.filter(({ id }) => id !== 'hours')

  it('after a withheld item are not told', () => {
    const agenda = agendaOf(item('الف'), item('ب', 'secret'), item('پ'), item('ت'))
    expect(starts(agenda)).toEqual(['09:00', undefined, undefined])
    // Wrong by half an hour.
    expect(starts(agenda, without)).toEqual(['09:00', '09:30', '10:00'])
  })

  it('are those of the meeting for the item that is now its first, and no others', () => {
    const agenda = agendaOf(item('الف', 'secret'), item('ب'), item('پ'))
    expect(starts(agenda)).toEqual(['09:00', undefined])
    expect(starts(agenda, without)).toEqual(['09:00', '09:30'])
  })

  it('stay where only the last item is withheld', () => {
    expect(starts(agendaOf(item('الف'), item('ب'), item('پ', 'secret')))).toEqual(['09:00', '09:30'])
  })
})
