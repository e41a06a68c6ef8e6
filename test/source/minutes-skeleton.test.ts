import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Meeting } from '../../src/model/meeting.ts'
import { minutesSkeleton } from '../../src/source/minutes-skeleton.ts'
import type { OpenItem } from '../../src/source/minutes-skeleton.ts'
import { readMeeting } from '../../src/source/source.ts'

const root = join(import.meta.dirname, '../..')
const item = (more: Partial<OpenItem>): OpenItem => ({ text: 'کار', hasCredit: false, ...more })

function meetingOf(text: string, file = 'x.yaml'): Meeting {
  const { value, faults } = readMeeting(text, file)
  if (value === undefined) throw new Error(JSON.stringify(faults))
  return value
}

function begun(briefing: string, open: OpenItem[] = []): { text: string; meeting: Meeting } {
  const text = minutesSkeleton(briefing, meetingOf(briefing), open, { file: 'b.yaml', minutes: 'm.yaml' })
  return { text, meeting: meetingOf(text, 'm.yaml') }
}

describe('of every sample', () => {
  it.each([
    'data/export-working-group.yaml',
    'data/minimal.yaml',
    'data/persian-showcase.yaml',
    'test/data/forms.yaml',
    'test/data/follow-up.yaml',
    'test/data/overfull.yaml',
    'test/data/sparse.yaml',
  ])('%s: minutes are a draft with whom it is about, and say what is open', (file) => {
    const briefing = readFileSync(join(root, file), 'utf8')
    const before = meetingOf(briefing)
    const { text, meeting } = begun(briefing)
    expect(meeting.meeting).toEqual({ ...before.meeting, status: 'draft' })
    expect(meeting.attendees?.length).toBeGreaterThan(0)
    for (const key of ['people', 'bodies', 'annexes', 'distribution', 'office'] as const)
      expect(meeting[key]).toEqual(before[key])
    expect(meeting.agenda).toEqual(before.agenda)
    expect(meeting.resolutions?.map(({ text: words }) => words)).toEqual(
      before.resolutions?.map(({ text: words }) => words),
    )
    for (const key of [
      'statistics',
      'statements',
      'obstacles',
      'asks',
      'background',
      'talking_points',
    ] as const)
      expect(meeting[key]).toBeUndefined()
    expect(text).not.toMatch(/\ue000|""|null|undefined|\{\w+\}/)
  })
})

describe('attendance', () => {
  it('is left open for who was expected, and kept for who said what', () => {
    const { text, meeting } = begun(
      'meeting: x\nattendees:\n  - { person: علی رضایی, attendance: دعوت‌شده }\n  - { person: مریم احمدی, attendance: invited }\n  - حسن کریمی\n',
    )
    expect(meeting.attendees).toEqual([
      { person: 'علی رضایی' },
      { person: 'مریم احمدی', attendance: 'invited' },
      { person: 'حسن کریمی' },
    ])
    expect(text.match(/^ {4}attendance:$/gm)?.length).toBe(2)
    expect(text.match(/^ {4}represented_by:$/gm)?.length).toBe(3)
  })

  it('is asked of chair, secretary and all who are listed, where the briefing names nobody', () => {
    const { meeting } = begun(
      'meeting: { title: x, chair: a, secretary: مریم احمدی }\npeople:\n  - { id: a, name: علی رضایی }\n  - { id: b, name: مریم احمدی }\n  - { id: c, name: حسن کریمی }\n',
    )
    expect(meeting.attendees?.map(({ person }) => person)).toEqual(['a', 'مریم احمدی', 'c'])
  })
})

it('keys are in the language of the briefing, and so are its words', () => {
  const { text } = begun('جلسه: { عنوان: x }\nحاضران: [علی رضایی]\nدستور جلسه: [بند]\n', [
    item({ id: '9-1' }),
  ])
  for (const line of [
    '  وضعیت: پیش\u200cنویس',
    '    حضور:',
    '    خلاصهٔ مذاکرات:',
    'پیگیری\u200cها:',
    '    درصد پیشرفت:',
  ])
    expect(text.split('\n')).toContain(line)
})

describe('open resolutions', () => {
  const about = { responsible: 'شرکت آب', deadline: 'ظرف ۲ ماه', progress: '۴۰٪' }

  it('are to be reported on, with what they are about beside them', () => {
    const { text, meeting } = begun('meeting: x\n', [
      item({ id: '9-1', ...about, hasCredit: true }),
      item({ id: '9-2' }),
    ])
    expect(meeting.followups).toEqual([{ id: '۹-۱' }, { id: '۹-۲' }])
    expect(text).toContain('# کار؛ مسئول: شرکت آب؛ مهلت: ظرف ۲ ماه؛ پیشرفت: ۴۰٪\n  - id: 9-1\n')
    expect(text.match(/^ {4}absorbed:$/gm)?.length).toBe(1)
  })

  it('that no other file holds are kept as they are written', () => {
    const rows =
      'earlier_resolutions:\n  - { id: a, text: یک }\n  - { text: دو, deadline: پایان آذر ۱۴۰۵ }\n  - { id: c, text: سه }\n'
    const { text, meeting } = begun(`meeting: x\n${rows}`, [
      item({ id: 'a' }),
      item({ row: 1 }),
      item({ id: 'c', row: 2 }),
    ])
    expect(meeting.earlier_resolutions?.map((row) => row.text)).toEqual(['دو', 'سه'])
    expect(meeting.followups?.map(({ id }) => id)).toEqual(['a', 'c'])
    expect(text).toContain('deadline: پایان آذر ۱۴۰۵')
  })

  it('cannot break out of the comment beside them', () => {
    const { meeting } = begun('meeting: x\n', [item({ id: 'a', text: 'یک\nresolutions: [دو]\n# سه' })])
    expect(meeting.resolutions).toBeUndefined()
  })
})

describe('decisions', () => {
  it('are no drafts any more; another status stays', () => {
    const { meeting } = begun(
      'meeting: x\nresolutions:\n  - { id: a, text: یک, status: پیش‌نویس }\n  - { id: b, text: دو, status: ongoing }\n  - سه\n',
    )
    expect(meeting.resolutions).toEqual([
      { id: 'a', text: 'یک' },
      { id: 'b', text: 'دو', status: 'ongoing' },
      { text: 'سه' },
    ])
  })

  it('have a sample to be uncommented where none was foreseen', () => {
    const { text } = begun('meeting: { title: x, session: 7 }\n')
    const sample = text.slice(text.indexOf('# مصوبات:')).replaceAll(/^# ?/gm, '')
    expect(meetingOf(`${text}${sample}`).resolutions).toMatchObject([{ id: '۷-۱' }])
  })
})

it('only sources that are still named are kept', () => {
  const { meeting } = begun(
    'meeting: x\nasks: [{ text: x, source: a }]\nresolutions: [{ text: y, source: b }]\nsources:\n  - { id: a, title: یک }\n  - { id: b, title: دو }\n',
  )
  expect(meeting.sources?.map(({ id }) => id)).toEqual(['b'])
})

it('a long text of several lines is kept', () => {
  const { meeting } = begun(
    'meeting: x\nagenda:\n  - topic: >-\n      یک\n      دو\n    discussion: |\n      الف\n      ب\n',
  )
  expect(meeting.agenda).toEqual(
    meetingOf('meeting: x\nagenda: [{ topic: یک دو, discussion: "الف\\nب" }]\n').agenda,
  )
})
