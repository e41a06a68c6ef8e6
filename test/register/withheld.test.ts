import { describe, expect, it } from 'vitest'
import type { Class } from '../../src/model/choices.ts'
import { withhold } from '../../src/pack/withhold.ts'
import { deriveRegister, findResolution } from '../../src/register/register.ts'
import type { Register, RegisteredMeeting } from '../../src/register/register.ts'
import type { Withholding } from '../../src/register/withheld.ts'
import { meetingOf, outsideOf } from './meetings.ts'

const to =
  (clearance: Class, unsaid: Class = 'normal'): Withholding =>
  (meeting) =>
    withhold(meeting, clearance, { unsaid })
const registerFor = (clearance: Class, ...meetings: RegisteredMeeting[]): Register =>
  deriveRegister(meetings, to(clearance))

const first = (rows: string, head = 'date: 1405/02/01, body: کارگروه'): RegisteredMeeting =>
  meetingOf('first', `resolutions:\n${rows}`, head)
const later = (rows: string, head = 'date: 1405/04/01'): RegisteredMeeting =>
  meetingOf('later', `followups:\n${rows}`, head)
const ids = ({ resolutions }: Register): string[] => resolutions.map(({ id }) => id)

describe('a resolution above the recipient', () => {
  const told = [
    first('  - { id: a, text: باز }\n  - { id: b, text: راز, class: محرمانه }\n'),
    later('  - { id: a, progress: 10 }\n  - { id: b, progress: 60, note: راز دیگر }\n'),
  ]

  it('is not known, nor what was reported of it', () => {
    const register = registerFor('normal', ...told)
    expect(ids(register)).toEqual(['a'])
    expect(JSON.stringify(register.resolutions)).not.toContain('راز')
    expect(findResolution(register, 'a')?.progress).toBe('10')
  })

  it('is known to one who may see it', () => {
    expect(registerFor('confidential', ...told)).toEqual(deriveRegister(told))
  })

  it('may be of the class of its meeting', () => {
    const secret = first('  - { id: a, text: راز }\n', 'date: 1405/02/01, class: محرمانه')
    expect(ids(registerFor('normal', secret, later('  - { id: a, progress: 10 }\n')))).toEqual([])
  })

  it('leaves the others their numbers, so that no report comes to stand for another', () => {
    const register = registerFor(
      'normal',
      first('  - { text: راز, class: سری }\n  - { text: باز }\n'),
      later('  - { id: first/1, note: راز دیگر }\n  - { id: first/2, progress: 20 }\n'),
    )
    expect(register.resolutions).toMatchObject([{ id: 'first/2', text: 'باز', progress: '20' }])
    expect(JSON.stringify(register.resolutions)).not.toContain('راز')
  })

  it('leaves its id to no other', () => {
    const register = registerFor(
      'normal',
      first('  - { id: a, text: راز, class: سری }\n'),
      meetingOf('second', 'resolutions: [{ id: a, text: باز }]', 'date: 1405/03/01'),
      later('  - { id: a, note: راز دیگر }\n'),
    )
    expect(register.resolutions.map(({ text, events }) => [text, events.length])).toEqual([['باز', 1]])
  })

  it('is not named by what became a part of it', () => {
    const [row] = registerFor(
      'normal',
      first('  - { id: a, text: باز }\n  - { id: raz, text: راز, class: سری }\n'),
      later('  - { id: a, into: raz, note: ادغام شد }\n'),
    ).resolutions
    expect(row).toMatchObject({ events: [{ kind: 'created' }, { kind: 'progress', note: 'ادغام شد' }] })
    expect(JSON.stringify(row)).not.toContain('raz')
  })

  it('is not named by it even where it is a draft, which no register holds', () => {
    const both = meetingOf(
      'later',
      'followups: [{ id: a, into: raz, note: x }]\nresolutions: [{ id: raz, text: راز, status: draft, class: سری }]',
      'date: 1405/04/01',
    )
    const { resolutions } = registerFor('normal', first('  - { id: a, text: باز }\n'), both)
    expect(resolutions).toMatchObject([{ id: 'a', events: [{ kind: 'created' }, { note: 'x' }] }])
    expect(JSON.stringify(resolutions)).not.toContain('raz')
  })

  it('is not told by minutes that repeat it without a class, but by those that give it a lower one', () => {
    const secret = first('  - { id: a, text: راز, class: سری }\n')
    const repeated = (more: string): RegisteredMeeting =>
      meetingOf('second', `earlier_resolutions: [{ id: a, text: باز${more} }]`, 'date: 1405/03/01')
    expect(ids(registerFor('normal', secret, repeated('')))).toEqual([])
    const register = registerFor(
      'normal',
      secret,
      repeated(', class: عادی'),
      later('  - { id: a, note: راز }\n'),
    )
    expect(register.resolutions).toMatchObject([{ id: 'a', text: 'باز', events: [{ kind: 'created' }] }])
  })

  it('leaves its key to the id by which it is told', () => {
    const renumbered = meetingOf(
      'second',
      'earlier_resolutions: [{ id: b, was: raz, text: باز, class: عادی }]',
      'date: 1405/03/01',
    )
    expect(
      registerFor('normal', first('  - { id: raz, text: راز, class: سری }\n'), renumbered).resolutions,
    ).toMatchObject([{ key: 'b', id: 'b', former: [], text: 'باز' }])
  })

  it('does not give its new id to the one it had', () => {
    const renumbered = meetingOf(
      'second',
      'earlier_resolutions: [{ id: raz, was: a, text: راز, class: سری }]',
      'date: 1405/03/01',
    )
    expect(registerFor('normal', first('  - { id: a, text: باز }\n'), renumbered).resolutions).toMatchObject([
      { key: 'a', id: 'a', former: [], text: 'باز' },
    ])
  })
})

describe('what was said above the recipient of a resolution he may know', () => {
  it('does not count', () => {
    const register = registerFor(
      'normal',
      first('  - { id: a, text: باز, deadline: 1405/08/01 }\n'),
      later(
        '  - { id: a, progress: 30 }\n  - { id: a, progress: 90, status: done, note: راز, class: محرمانه }\n',
      ),
      meetingOf('third', 'followups: [{ id: a, note: راز }]', 'date: 1405/05/01, class: سری'),
    )
    const [row] = register.resolutions
    expect(row).toMatchObject({ progress: '30', raised: ['first', 'later'] })
    expect(row?.status).toBeUndefined()
    expect(JSON.stringify(row)).not.toContain('راز')
  })

  it('nor when and by whom it was decided, where only the resolution is of a lower class', () => {
    const secret = first(
      '  - { id: a, text: باز, class: عادی }\n  - { text: بی‌شناسه, class: عادی }\n',
      'date: 1405/02/01, class: سری, body: شورای راز',
    )
    const { resolutions } = registerFor('normal', secret)
    expect(resolutions).toMatchObject([{ id: 'a', origin: { title: 'جلسه' } }])
    expect(resolutions[0]?.decided).toBeUndefined()
    expect(resolutions[0]?.events[0]?.at).toBeUndefined()
  })
})

it('a resolution that goes by the name of a withheld meeting is not told', () => {
  const same = meetingOf(
    'raz',
    'resolutions: [{ id: a, text: دیگر, class: عادی }]',
    'date: 1405/03/01, class: سری',
  )
  const { resolutions } = registerFor('normal', first('  - { id: a, text: باز }\n'), same)
  expect(resolutions).toMatchObject([{ id: 'a', text: 'باز', events: [{ kind: 'created' }] }])
})

it('the day of a withheld meeting is not told by what it reports', () => {
  const [row] = registerFor(
    'normal',
    first('  - { id: a, text: باز }\n'),
    later(
      '  - { id: a, note: x, class: عادی }\n  - { id: a, note: y, date: 1405/03/09, class: عادی }\n',
      'date: 1405/04/01, class: سری',
    ),
  ).resolutions
  expect(row?.events.slice(1).map(({ note, at }) => [note, at?.m])).toEqual([
    ['y', 3],
    ['x', undefined],
  ])
})

describe('editions of one meeting', () => {
  const open = '  - { id: a, text: باز }\n'
  const closed = '  - { id: a, text: باز, class: سری }\n'

  it('have the class of the last', () => {
    expect(ids(registerFor('normal', first(open), first(closed)))).toEqual([])
    expect(ids(registerFor('normal', first(open), first(open, 'date: 1405/02/01, class: سری')))).toEqual([])
    expect(ids(registerFor('normal', first(closed), first(open)))).toEqual(['a'])
    const lower = '  - { id: a, text: باز, class: عادی }\n'
    expect(ids(registerFor('normal', first(lower), first(closed)))).toEqual([])
    const other = first('  - { id: b, text: دیگر }\n', 'date: 1405/02/01, class: سری')
    expect(ids(registerFor('normal', first(open), other))).toEqual([])
    const { status: _, ...draft } = other.meeting.meeting
    const unfinished = { ...other, meeting: { ...other.meeting, meeting: draft } }
    expect(ids(registerFor('normal', first(open), unfinished))).toEqual([])
  })

  it('do not tell that something was withdrawn which was not told', () => {
    const rest = '  - { id: b, text: دیگر }\n'
    const { resolutions } = registerFor('normal', first(closed + rest), first(rest))
    expect(resolutions).toMatchObject([{ id: 'b', events: [{ kind: 'created' }] }])
    const again = meetingOf('second', `resolutions:\n${open}`, 'date: 1405/03/01')
    const decided = registerFor('normal', first(closed + rest), first(rest), again).resolutions[0]
    expect(decided).toMatchObject({ id: 'a', events: [{ kind: 'created', source: 'second' }] })
    expect(decided?.status).toBeUndefined()
    const row = registerFor('normal', first(open + rest), first(rest)).resolutions[0]
    expect(row).toMatchObject({ id: 'a', status: 'cancelled' })
  })
})

it('files of the register have the class of the office', () => {
  const file = outsideOf(
    'old',
    'title: دفتر\nresolutions:\n  - { id: a, text: راز }\n  - { id: b, text: باز, class: عادی }\n',
  )
  expect(ids(deriveRegister([file], to('normal', 'confidential')))).toEqual(['b'])
  expect(ids(deriveRegister([file], to('confidential', 'confidential')))).toEqual(['a', 'b'])
})
