import fc from 'fast-check'
import { expect, it } from 'vitest'
import { deriveBriefing } from '../../src/insight/insight.ts'
import type { Class } from '../../src/model/choices.ts'
import type { Meeting } from '../../src/model/meeting.ts'
import { classOf, isAbove } from '../../src/model/class.ts'
import { referencesIn } from '../../src/pack/references.ts'
import { withhold } from '../../src/pack/withhold.ts'
import { level, meetings } from './any-meeting.ts'
import { allClasses } from './canaries.ts'

const clock = { today: { y: 1405, m: 9, d: 1 }, holidays: [] }
const given = fc.tuple(meetings, level, level, level)

/** Every text, without those of the meeting that has no name. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string')
    return value === 'جلسه' || (allClasses as string[]).includes(value) ? [] : [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

const check = (property: (meeting: Meeting, a: Class, b: Class, unsaid: Class) => void): void =>
  fc.assert(
    fc.property(given, ([meeting, a, b, unsaid]) => property(meeting, a, b, unsaid)),
    { numRuns: 200 },
  )

it('is total: any meeting is a meeting afterwards, and nothing in it is above the recipient', () => {
  check((meeting, clearance, _, unsaid) => {
    const copy = structuredClone(meeting)
    const { meeting: left } = withhold(meeting, clearance, { unsaid })
    expect(meeting).toEqual(copy)
    expect(isAbove(classOf(left, unsaid), clearance)).toBe(false)
    expect(deriveBriefing(left, {}, clock).meeting).toBe(left)
  })
})

it('is idempotent', () => {
  check((meeting, clearance, _, unsaid) => {
    const once = withhold(meeting, clearance, { unsaid }).meeting
    expect(withhold(once, clearance, { unsaid })).toEqual({ meeting: once, withheld: [] })
  })
})

it('is monotone: a lower clearance sees less, and the same whether or not a higher one saw it before', () => {
  check((meeting, a, b, unsaid) => {
    const [low, high] = isAbove(a, b) ? [b, a] : [a, b]
    const more = withhold(meeting, high, { unsaid }).meeting
    const less = withhold(meeting, low, { unsaid }).meeting
    expect(withhold(more, low, { unsaid }).meeting).toEqual(less)
    const seen = new Set(textsIn(more))
    expect(textsIn(less).filter((one) => !seen.has(one))).toEqual([])
  })
})

it('the highest clearance sees the whole', () => {
  check((meeting) => {
    expect(withhold(meeting, 'top-secret')).toEqual({ meeting, withheld: [] })
  })
})

it('what stays names nothing that was taken away', () => {
  check((meeting, clearance, _, unsaid) => {
    const { meeting: left } = withhold(meeting, clearance, { unsaid })
    const ids = ({ people = [], bodies = [], sources = [], annexes = [] }: Meeting): Set<string> =>
      new Set([...people, ...bodies, ...sources, ...annexes].map((row) => row.id))
    const now = ids(left)
    const gone = [...ids(meeting)].filter((one) => !now.has(one))
    expect(referencesIn(left).filter(({ name }) => gone.includes(name))).toEqual([])
  })
})

it('tells only where something was, in no word of it', () => {
  check((meeting, clearance, _, unsaid) => {
    for (const { path } of withhold(meeting, clearance, { unsaid }).withheld)
      expect(path).toMatch(/^[a-z_]+(?:\.(?:\d+|[a-z_]+))*$/)
  })
})
