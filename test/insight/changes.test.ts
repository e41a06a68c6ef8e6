import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deriveChanges } from '../../src/insight/changes.ts'
import type { Changes } from '../../src/insight/changes.ts'
import { deriveBriefing } from '../../src/insight/insight.ts'
import type { EarlierResolution, Meeting } from '../../src/model/meeting.ts'
import { usualWorkWeek } from '../../src/persian/holidays.ts'
import { readMeeting } from '../../src/source/source.ts'

const calendar = { today: { y: 1405, m: 9, d: 1 }, holidays: [], week: usualWorkWeek }

function meeting(yaml: string, head = 'title: x'): Meeting {
  const { value, faults } = readMeeting(`meeting: { ${head} }\n${yaml}`, 'x.yaml')
  if (value === undefined) throw new Error(JSON.stringify(faults))
  return value
}
const rows = (list: string[]): string =>
  list.length === 0 ? '' : `resolutions:\n${list.map((row) => `  - { ${row} }\n`).join('')}`
const before = (...list: string[]): Meeting => meeting(rows(list), 'title: x, date: 1405/06/01')
const changes = (now: string[], then: string[]): Changes =>
  deriveChanges(meeting(rows(now)), before(...then), calendar)

/** How many of each, but for those that are none. */
const counted = (found: Changes): Record<string, number> =>
  Object.fromEntries(
    Object.entries(found).flatMap(([key, list]) =>
      Array.isArray(list) && list.length > 0 ? [[key, list.length]] : [],
    ),
  )

describe('a resolution is', () => {
  it.each([
    ['new', ['id: a, text: الف'], [], { fresh: 1 }],
    ['known by its id, whatever its words', ['id: a, text: الف'], ['id: a, text: ب'], { same: 1 }],
    ['known by its words, where one has no id', ['id: a, text: الف و ب.'], ['text: "الف  و ب"'], { same: 1 }],
    ['another where the ids differ', ['id: a, text: الف'], ['id: b, text: الف'], { fresh: 1, dropped: 1 }],
    ['known in Arabic letters', ['text: کار يک'], ['text: كار یک'], { same: 1 }],
    ['closed', ['id: a, text: x, status: done'], ['id: a, text: x, status: issued'], { closed: 1 }],
    ['closed when it is stopped', ['id: a, text: x, status: cancelled'], ['id: a, text: x'], { closed: 1 }],
    [
      'the same while it stays closed',
      ['id: a, text: x, status: done'],
      ['id: a, text: x, status: done'],
      { same: 1 },
    ],
    [
      'opened again',
      ['id: a, text: x, status: in-progress'],
      ['id: a, text: x, status: done'],
      { reopened: 1 },
    ],
    [
      'slipped when its deadline moves',
      ['id: a, text: x, deadline: 1405/12/01'],
      ['id: a, text: x, deadline: 1405/10/01'],
      { slipped: 1 },
    ],
    [
      'slipped when its deadline has passed since',
      ['id: a, text: x, deadline: 1405/08/01'],
      ['id: a, text: x, deadline: 1405/08/01'],
      { slipped: 1 },
    ],
    [
      'the same when it was late already',
      ['id: a, text: x, deadline: 1405/05/01'],
      ['id: a, text: x, deadline: 1405/05/01'],
      { same: 1 },
    ],
    ['further on', ['id: a, text: x, progress: 45'], ['id: a, text: x, progress: 20'], { advanced: 1 }],
    ['in another state', ['id: a, text: x, status: issued'], ['id: a, text: x'], { advanced: 1 }],
    ['dropped when nobody says what became of it', [], ['id: a, text: x'], { dropped: 1 }],
    ['settled when it was closed', [], ['id: a, text: x, status: done'], { settled: 1 }],
  ] as [string, string[], string[], Record<string, number>][])('%s', (_, now, then, expected) => {
    expect(counted(changes(now, then))).toEqual(expected)
  })

  it('told by how many days it slipped, and by how many points it went on', () => {
    const late = changes(['id: a, text: x, deadline: 1405/12/01'], ['id: a, text: x, deadline: 1405/10/01'])
    expect(late.slipped[0]?.days).toBe(60)
    const on = changes(['id: a, text: x, progress: 45.5'], ['id: a, text: x, progress: 20'])
    expect(on.advanced[0]?.points?.toFixed()).toBe('25.5')
  })

  it('judged as it stood on the day of the last meeting', () => {
    const found = changes(
      ['id: a, text: x, deadline: 1405/08/01, status: done'],
      ['id: a, text: x, deadline: 1405/08/01, status: issued'],
    )
    expect(found.closed[0]?.before.standing).toBe('open')
  })
})

describe('an indicator', () => {
  const file = (...fields: string[]): Meeting =>
    meeting(`statistics:\n${fields.map((row) => `  - { ${row} }\n`).join('')}`)
  const moved = (now: string, then: string): Changes => deriveChanges(file(now), file(then), calendar)

  it('is known by its key, whatever its name', () => {
    const found = moved('label: الف, key: k, unit: نفر, value: 12', 'label: ب, key: k, unit: نفر, value: 10')
    expect(
      found.moved.map(({ from, to, difference, growth }) => [from, to, String(difference), String(growth)]),
    ).toEqual([['10', '12', '2', '20']])
  })

  it('is set against its own span first', () => {
    const now = file(
      'label: الف, unit: نفر, value: 5, period: 1404',
      'label: الف, unit: نفر, value: 9, period: 1405',
    )
    const then = file(
      'label: الف, unit: نفر, value: 9, period: 1405',
      'label: الف, unit: نفر, value: 4, period: 1404',
    )
    const found = deriveChanges(now, then, calendar)
    expect(found.moved.map(({ from, to }) => [from, to])).toEqual([['4', '5']])
    expect(found.still).toHaveLength(1)
  })

  it('is compared across the scales of one money', () => {
    const found = moved(
      'label: الف, unit: میلیون دلار, value: 1500',
      'label: الف, unit: میلیارد دلار, value: 1.2',
    )
    expect(
      found.moved.map(({ from, difference, growth }) => [from, String(difference), String(growth)]),
    ).toEqual([['1200', '300', '25']])
  })

  it('is not compared across units', () => {
    expect(counted(moved('label: الف, unit: دلار, value: 1', 'label: الف, unit: تومان, value: 2'))).toEqual({
      incomparable: 1,
    })
  })

  it('has no growth between spans of unequal length', () => {
    const at = (months: string, value: number): string =>
      `label: الف, unit: نفر, value: ${value}, period: ${months} ماههٔ نخست ۱۴۰۵`
    expect(moved(at('۸', 372), at('۵', 210)).moved[0]?.growth).toBeUndefined()
    expect(moved(at('۸', 372), at('۸', 310)).moved[0]?.growth?.toFixed()).toBe('20')
  })

  it('has no growth for a rank', () => {
    const [row] = moved('label: الف, unit: رتبه, value: 7', 'label: الف, unit: رتبه, value: 9').moved
    expect([row?.difference.toFixed(), row?.growth]).toEqual(['-2', undefined])
  })

  it('is told by its target, too', () => {
    const at = (target: number): string =>
      `label: الف, unit: نفر, target: { value: ${target}, period: 1405 }, actual: { value: 5, period: ۶ ماههٔ نخست ۱۴۰۵ }`
    expect(moved(at(20), at(10)).moved.map(({ of, from, to }) => [of, from, to])).toEqual([
      ['target', '10', '20'],
    ])
  })

  it('is new, lost or still', () => {
    const now = file('label: الف, unit: نفر, value: 1', 'label: ب, unit: نفر, value: 1')
    const then = file('label: ب, unit: نفر, value: 1.0', 'label: ج, unit: نفر, value: 1')
    expect(counted(deriveChanges(now, then, calendar))).toEqual({
      newStatistics: 1,
      lostStatistics: 1,
      still: 1,
    })
  })
})

it('is derived only where a previous file is given', () => {
  const clock = { today: calendar.today, holidays: [] }
  const now = meeting(rows(['text: الف']))
  expect(deriveBriefing(now, {}, clock).changes).toBeUndefined()
  expect(deriveBriefing(now, {}, clock, before()).changes?.fresh).toHaveLength(1)
})

const resolution = fc
  .record(
    {
      id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      text: fc.constantFrom('یک', 'دو', 'سه'),
      status: fc.constantFrom('issued', 'done', 'in-progress', 'suspended'),
      deadline: fc
        .integer({ min: 1, max: 12 })
        .map((m) => ({ kind: 'date', date: { y: 1405, m, d: 10 } }) as const),
      progress: fc.integer({ min: 0, max: 100 }).map(String),
    },
    { requiredKeys: ['text'] },
  )
  .map((row) => row as EarlierResolution)
const file = fc
  .uniqueArray(resolution, { maxLength: 8, selector: ({ id, text }) => id ?? text })
  .map((resolutions): Meeting => ({ meeting: { title: 'x', date: { y: 1405, m: 6, d: 1 } }, resolutions }))

it('every resolution of both files is told exactly once', () => {
  fc.assert(
    fc.property(file, file, (now, then) => {
      const found = deriveChanges(now, then, calendar)
      const pairs = [found.closed, found.reopened, found.slipped, found.advanced, found.same].flat()
      const told = [...found.fresh, ...pairs.map((pair) => pair.now)].map((entry) => entry.resolution)
      const old = [...found.dropped, ...found.settled, ...pairs.map((pair) => pair.before)].map(
        (entry) => entry.resolution,
      )
      expect(new Set(told)).toEqual(new Set(now.resolutions))
      expect(told).toHaveLength(now.resolutions?.length ?? 0)
      expect(new Set(old)).toEqual(new Set(then.resolutions))
      expect(old).toHaveLength(then.resolutions?.length ?? 0)
    }),
  )
})

it('a file is no other than itself', () => {
  fc.assert(
    fc.property(file, (one) => {
      const found = deriveChanges(one, one, { ...calendar, today: { y: 1405, m: 6, d: 1 } })
      expect(found.same).toHaveLength(one.resolutions?.length ?? 0)
    }),
  )
})
