import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deriveRegister, eventsOf, findResolution } from '../../src/register/register.ts'
import type { RegisteredMeeting, RegisteredResolution } from '../../src/register/register.ts'
import { formatDate } from '../../src/persian/date-format.ts'
import { toLatinDigits } from '../../src/persian/digits.ts'
import { meetingOf, outsideOf } from './meetings.ts'

const ninth = meetingOf(
  'ninth',
  `
bodies: [{ id: water, name: شرکت آب }, { id: roads, name: ادارهٔ راه }]
resolutions:
  - { id: 9-1, text: خط آب تکمیل شود, responsible: water, cooperating: [roads], deadline: پایان مهر ۱۴۰۵, credit: ۱۲۰ میلیارد تومان }
  - { text: جاده آسفالت شود, responsible: roads, deadline: ظرف ۲ ماه }
`,
  'session: 9, date: 1405/02/01, body: کارگروه نمونه',
)
const tenth = meetingOf(
  'tenth',
  `
followups:
  - { id: 9-1, progress: ۶۲٫۵, deadline: پایان آذر ۱۴۰۵, absorbed: ۴۵ میلیارد تومان, note: پیمانکار دوم آمد }
  - { id: ninth/2, status: done, date: 1405/04/20, evidence: نامهٔ ۱۲, files: [letter.pdf] }
`,
  'session: 10, date: 1405/05/01',
)

const of = (meetings: RegisteredMeeting[], id: string): RegisteredResolution => {
  const found = findResolution(deriveRegister(meetings), id)
  if (found === undefined) throw new Error(`no ${id}`)
  return found
}
/** «1405/05/01 extended tenth» for each event. */
const told = ({ events }: RegisteredResolution): string[] =>
  events.map(
    ({ at, kind, source }) => `${at ? toLatinDigits(formatDate(at, 'numeric')) : '-'} ${kind} ${source}`,
  )

describe('what minutes decide', () => {
  it('is known by its own id, or by the meeting and its number', () => {
    const { resolutions } = deriveRegister([ninth])
    expect(resolutions.map(({ id }) => id)).toEqual(['۹-۱', 'ninth/2'])
    expect(told(of([ninth], '9-1'))).toEqual(['1405/02/01 created ninth'])
  })

  it('has parties by name and role, its deadline as written and its credit', () => {
    expect(of([ninth], '۹-۱')).toMatchObject({
      parties: [
        { name: 'شرکت آب', role: 'owner' },
        { name: 'ادارهٔ راه', role: 'cooperating' },
      ],
      deadline: { written: 'پایان مهر ۱۴۰۵', kind: 'date', date: { y: 1405, m: 7, d: 30 } },
      credit: { promised: { amount: '120000000000', unit: 'toman' } },
      decided: { y: 1405, m: 2, d: 1 },
      origin: { meeting: 'ninth', session: 9, body: 'کارگروه نمونه' },
    })
  })

  it('is not in the register while it is a draft', () => {
    const draft = meetingOf(
      'draft',
      'resolutions: [{ text: الف, status: draft }, { text: ب, status: issued }]',
    )
    const open = { ...meetingOf('open', 'resolutions: [{ text: الف }, { text: ب, status: issued }]') }
    delete open.meeting.meeting.status
    expect(deriveRegister([draft]).resolutions.map(({ id }) => id)).toEqual(['draft/2'])
    expect(deriveRegister([open]).resolutions.map(({ id }) => id)).toEqual(['open/2'])
  })
})

describe('what later minutes report', () => {
  it('is an event each, with its status, progress, deadline, credit and evidence', () => {
    const water = of([ninth, tenth], '9-1')
    expect(told(water)).toEqual(['1405/02/01 created ninth', '1405/05/01 extended tenth'])
    expect(water).toMatchObject({ progress: '62.5', credit: { absorbed: { amount: '45000000000' } } })
    expect(water.events[1]).toMatchObject({
      deadline: { written: 'پایان آذر ۱۴۰۵' },
      note: 'پیمانکار دوم آمد',
    })
    const roads = of([ninth, { ...tenth, hashes: new Map([['letter.pdf', 'ab']]) }], 'ninth/2')
    expect(told(roads)).toEqual(['1405/02/01 created ninth', '1405/04/20 done tenth'])
    expect(roads.events[1]).toMatchObject({
      evidence: 'نامهٔ ۱۲',
      files: [{ path: 'letter.pdf', sha256: 'ab' }],
    })
    expect(roads).toMatchObject({ status: 'done', raised: ['ninth', 'tenth'] })
  })

  it('counts in the order of its days, whatever the order of the files', () => {
    const late = outsideOf('follow-up-1405', 'followups: [{ id: 9-1, date: 1405/04/15, progress: 30 }]')
    const water = of([late, tenth, ninth], '9-1')
    expect(told(water)).toEqual([
      '1405/02/01 created ninth',
      '1405/04/15 progress follow-up-1405',
      '1405/05/01 extended tenth',
    ])
    expect(water.progress).toBe('62.5')
  })

  it('may pass a hundred percent', () => {
    const more = meetingOf('more', 'followups: [{ id: 9-1, progress: ۱۱۷ }]', 'date: 1405/06/01')
    expect(of([ninth, tenth, more], '9-1').progress).toBe('117')
  })

  it('with an id alone raises it and says nothing', () => {
    const asked = meetingOf('asked', 'followups: [9-1]', 'date: 1405/06/01')
    const water = of([ninth, asked], '9-1')
    expect(told(water)).toEqual(['1405/02/01 created ninth'])
    expect(water.raised).toEqual(['ninth', 'asked'])
  })

  it('merges one into another', () => {
    const merged = meetingOf('merged', 'followups: [{ id: ninth/2, into: 9-1 }]', 'date: 1405/06/01')
    const roads = of([ninth, merged], 'ninth/2')
    expect(told(roads)).toEqual(['1405/02/01 created ninth', '1405/06/01 merged merged'])
    expect(roads.into).toBe('۹-۱')
  })

  it('is not lost where nobody knows the id: it is told', () => {
    const stray = meetingOf('stray', 'followups: [{ id: 7-7, status: done }]', 'date: 1405/06/01')
    expect(deriveRegister([ninth, stray]).findings).toEqual([
      { code: 'register/unknown', file: 'stray.yaml', path: 'followups.0.id', values: { id: '۷-۷' } },
    ])
  })
})

describe('rows that refer to earlier resolutions', () => {
  const eleventh = meetingOf(
    'eleventh',
    `
earlier_resolutions:
  - id: 9-1
    text: خط آب تکمیل شود.
    deadline: پایان مهر ۱۴۰۵
    progress: 62.5
    history:
      - { date: 1405/05/01, deadline: پایان آذر ۱۴۰۵, note: پیمانکار دوم آمد }
  - { text: جاده آسفالت شود, status: done }
  - { text: پل ساخته شود, responsible: شرکت پل, meeting: جلسهٔ هفتم, issued: 1404/10/01, status: in-progress }
`,
    'date: 1405/07/01',
  )

  it('tell nothing new where nothing is new, and are matched by text only without an id', () => {
    const water = of([ninth, tenth, eleventh], '9-1')
    expect(told(water)).toEqual(['1405/02/01 created ninth', '1405/05/01 extended tenth'])
    expect(of([ninth, tenth, eleventh], 'ninth/2').status).toBe('done')
    expect(told(of([ninth, eleventh], 'ninth/2'))).toEqual([
      '1405/02/01 created ninth',
      '1405/07/01 done eleventh',
    ])
  })

  it('bring in resolutions of meetings that have no file', () => {
    const bridge = of([ninth, eleventh], 'eleventh/e3')
    expect(told(bridge)).toEqual(['1404/10/01 created eleventh', '1405/07/01 progress eleventh'])
    expect(bridge.origin.title).toBe('جلسهٔ هفتم')
  })

  it('put a deadline off where they give another one', () => {
    const later = meetingOf(
      'later',
      'earlier_resolutions: [{ id: 9-1, text: خط آب تکمیل شود, deadline: 1405/12/01 }]',
      'date: 1405/08/01',
    )
    const water = of([ninth, later], '9-1')
    expect(told(water)).toEqual(['1405/02/01 created ninth', '1405/08/01 extended later'])
    expect(water.deadline?.written).toBe('پایان مهر ۱۴۰۵')
  })
})

describe('a later edition of the minutes', () => {
  const corrected = meetingOf(
    'ninth',
    `
bodies: [{ id: water, name: شرکت آب }, { id: roads, name: ادارهٔ راه }]
resolutions:
  - { id: 9-1, text: خط آب تکمیل شود, responsible: water, cooperating: [roads], deadline: پایان آبان ۱۴۰۵, credit: ۱۲۰ میلیارد تومان }
  - { text: جاده آسفالت شود, responsible: roads, deadline: ظرف ۲ ماه }
`,
    'session: 9, date: 1405/02/01, body: کارگروه نمونه',
  )

  it('amends in exactly one event, and again in none', () => {
    const once = eventsOf(deriveRegister([ninth, corrected]))
    expect(once.filter(({ kind }) => kind === 'amended')).toMatchObject([
      { changes: { deadline: ['پایان مهر ۱۴۰۵', 'پایان آبان ۱۴۰۵'] } },
    ])
    expect(eventsOf(deriveRegister([ninth, ninth, corrected, corrected]))).toEqual(once)
  })

  it('withdraws what it no longer holds', () => {
    const shorter = meetingOf(
      'ninth',
      'resolutions: [{ id: 9-1, text: خط آب تکمیل شود }]',
      'date: 1405/02/01',
    )
    const roads = of([ninth, shorter], 'ninth/2')
    expect(told(roads)).toEqual(['1405/02/01 created ninth', '1405/02/01 cancelled ninth'])
  })

  it('renumbers by `was`, even where two change places', () => {
    const numbered = meetingOf('m', 'resolutions: [{ text: الف }, { text: ب }]', 'date: 1405/02/01')
    const turned = meetingOf(
      'm',
      'resolutions: [{ text: ب, was: m/2 }, { text: الف, was: m/1 }]',
      'date: 1405/02/01',
    )
    const inserted = meetingOf(
      'm',
      'resolutions: [{ text: نو }, { text: الف, was: m/1 }, { text: ب, was: m/2 }]',
      'date: 1405/02/01',
    )
    const texts = (meetings: RegisteredMeeting[]): [string, string, string][] =>
      deriveRegister(meetings).resolutions.map(({ key, id, text }) => [key, id, text])
    expect(texts([numbered, turned])).toEqual([
      ['m/1', 'm/2', 'الف'],
      ['m/2', 'm/1', 'ب'],
    ])
    const all = [
      ['m/1', 'm/2', 'الف'],
      ['m/2', 'm/3', 'ب'],
      ['m/1~2', 'm/1', 'نو'],
    ]
    expect(texts([numbered, inserted])).toEqual(all)
    expect(texts([numbered, inserted, inserted])).toEqual(all)
    expect(eventsOf(deriveRegister([numbered, inserted])).map(({ kind }) => kind)).toEqual(
      Array(3).fill('created'),
    )
  })
})

describe('ids', () => {
  it('of another meeting go on under a new number', () => {
    const renamed = meetingOf(
      'next',
      'resolutions: [{ id: 10-4, was: ninth/2, text: جاده آسفالت شود }]',
      'date: 1405/06/01',
    )
    const report = meetingOf('last', 'followups: [{ id: ninth/2, progress: 10 }]', 'date: 1405/07/01')
    const roads = of([ninth, renamed, report], '10-4')
    expect(roads).toMatchObject({ key: 'ninth/2', id: '۱۰-۴', former: ['ninth/2'], progress: '10' })
    expect(roads.parties).toEqual([{ name: 'ادارهٔ راه', role: 'owner' }])
  })

  it('that two meetings gave to two resolutions are told, and neither is lost', () => {
    const other = meetingOf('other', 'resolutions: [{ id: 9-1, text: چیز دیگر }]', 'date: 1405/06/01')
    const { resolutions, findings } = deriveRegister([ninth, other])
    expect(resolutions.map(({ id }) => id)).toEqual(['۹-۱', 'ninth/2', 'other/۹-۱'])
    expect(findings).toMatchObject([{ code: 'register/id-twice', path: 'resolutions.0' }])
  })

  it('of events do not change with who else tells them', () => {
    const again = outsideOf(
      'follow-up-1405',
      'followups: [{ id: ninth/2, date: 1405/04/20, status: done, evidence: نامهٔ ۱۲, files: [letter.pdf] }]',
    )
    const once = eventsOf(deriveRegister([ninth, tenth])).map(({ id }) => id)
    expect(eventsOf(deriveRegister([ninth, tenth, again])).map(({ id }) => id)).toEqual(once)
    expect(new Set(once).size).toBe(4)
  })
})

it('what was brought over stands before the minutes that refer to it', () => {
  const table = outsideOf(
    'table',
    'date: 1405/03/01\nresolutions: [{ id: t-1, text: انبار ساخته شود, issued: 1404/05/01, progress: 40 }]',
  )
  const report = meetingOf('m', 'followups: [{ id: t-1, progress: 55 }]', 'date: 1405/02/20')
  const store = of([report, table], 't-1')
  expect(told(store)).toEqual([
    '1404/05/01 created table',
    '1405/02/20 progress m',
    '1405/03/01 progress table',
  ])
  expect(store).toMatchObject({ progress: '40', raised: ['m'] })
})

describe('whatever the news are', () => {
  const report = fc.record({
    id: fc.constantFrom('9-1', 'ninth/2'),
    date: fc.tuple(fc.integer({ min: 3, max: 8 }), fc.integer({ min: 1, max: 29 })),
    progress: fc.option(fc.integer({ min: 0, max: 140 }), { nil: undefined }),
    status: fc.option(fc.constantFrom('in-progress', 'done', 'cancelled', 'suspended'), { nil: undefined }),
    deadline: fc.option(fc.constantFrom('1405/10/01', '1405/12/01', 'پایان آذر ۱۴۰۵'), { nil: undefined }),
    note: fc.constantFrom('الف', 'ب'),
  })
  const row = ({ date: [m, d], ...rest }: typeof report extends fc.Arbitrary<infer R> ? R : never): string =>
    `  - ${JSON.stringify({ ...rest, date: `1405/${m}/${d}` })}`
  const fileOf = (name: string, rows: string[]): RegisteredMeeting =>
    outsideOf(name, `followups:\n${rows.join('\n')}\n`)

  it('the same files in any order, and any of them twice, give the same events', () => {
    fc.assert(
      fc.property(fc.array(report, { minLength: 1, maxLength: 12 }), fc.nat(), (reports, turn) => {
        // Of one day and one resolution, the order of the file is the order of the news.
        const days = new Map(reports.map((one) => [`${one.id}${one.date.join('/')}`, one]))
        const rows = [...days.values()].map(row)
        const half = turn % (rows.length + 1)
        const files = [rows.slice(0, half), rows.slice(half)].filter((some) => some.length > 0)
        const outside = files.map((some, index) => fileOf(`f${index}`, some))
        const once = eventsOf(deriveRegister([ninth, ...outside]))
        const again = eventsOf(deriveRegister([...outside, ...outside.toReversed(), ninth, ninth]))
        expect(again.map(({ id }) => id)).toEqual(once.map(({ id }) => id))
        expect(once.length).toBe(2 + rows.length)
        const state = ({ resolutions }: ReturnType<typeof deriveRegister>): unknown =>
          resolutions.map(({ id, status, progress }) => [id, status, progress])
        expect(state(deriveRegister([...outside, ninth]))).toEqual(
          state(deriveRegister([ninth, fileOf('all', rows)])),
        )
      }),
    )
  })
})
