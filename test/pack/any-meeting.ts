/** Meetings whose pieces have any class and name each other in any way. */
import fc from 'fast-check'
import { meetingSchema } from '../../src/model/meeting.ts'
import type { Meeting } from '../../src/model/meeting.ts'
import { allClasses } from './canaries.ts'

export const level = fc.constantFrom(...allClasses)
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined })
/** Few ids, so that they meet; some of nobody, some in another spelling. */
const id = (...letters: string[]): fc.Arbitrary<string> =>
  fc.tuple(fc.constantFrom(...letters), fc.integer({ min: 1, max: 4 })).map(([letter, n]) => `${letter}${n}`)
const person = id('p', 'p', 'p', 'P')
const body = id('b', 'b', 'b', 'B')
const source = maybe(id('s', 's', 'S'))
const resolutionId = id('r', 'R')
const text = fc.uuid()

const rows = (shape: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<object[] | undefined> =>
  maybe(fc.array(fc.record({ ...shape, class: maybe(level) }), { maxLength: 4 }))
const plain = (shape: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<object[] | undefined> =>
  maybe(fc.array(fc.record(shape), { maxLength: 3 }))
const listed = (letter: string, shape: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<object[]> =>
  fc
    .tuple(fc.subarray([1, 2, 3, 4]), fc.array(fc.record(shape), { minLength: 4, maxLength: 4 }))
    .map(([numbers, all]) => numbers.map((n, index) => ({ ...all[index], id: `${letter}${n}` })))

const resolutions = {
  id: maybe(resolutionId),
  was: maybe(resolutionId),
  text,
  responsible: maybe(body),
  source,
}

/** Undefined keys and empty lists are not there, as in a file. */
function compact(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(compact)
  if (typeof value !== 'object' || value === null) return value
  const fields = Object.entries(value).map(([key, part]) => [key, compact(part)] as const)
  const isThere = (part: unknown): boolean =>
    part !== undefined && !(Array.isArray(part) && part.length === 0)
  return Object.fromEntries(fields.filter(([, part]) => isThere(part)))
}

/** As they are written in a file. */
export const writtenMeetings: fc.Arbitrary<unknown> = fc
  .record({
    meeting: fc.record({
      title: text,
      class: maybe(level),
      chair: maybe(person),
      start: fc.constant('9:00'),
      signatories: maybe(fc.array(person, { maxLength: 2 })),
    }),
    office: maybe(fc.record({ lines: fc.array(text, { maxLength: 2 }) })),
    bodies: listed('b', { name: text, head: maybe(person) }),
    people: listed('p', {
      name: text,
      body: maybe(body),
      phone: maybe(text),
      note: maybe(text),
      class: maybe(level),
      ceiling: maybe(level),
    }),
    sources: listed('s', { title: text }),
    annexes: listed('a', { title: text, file: fc.constant('a.pdf'), class: maybe(level), source }),
    attendees: plain({ person, represented_by: maybe(person) }),
    distribution: plain({ to: person, address: maybe(text), ceiling: maybe(level) }),
    background: maybe(fc.array(text, { maxLength: 2 })),
    talking_points: maybe(fc.array(text, { maxLength: 2 })),
    agenda: rows({
      topic: text,
      presenter: maybe(person),
      minutes: maybe(fc.constant('20')),
      annexes: maybe(fc.array(id('a', 'A'), { maxLength: 3 })),
    }),
    statements: rows({ speaker: person, text, source }),
    statistics: rows({ label: text, value: fc.constant('5'), unit: fc.constant('فقره'), source }),
    obstacles: rows({ text, body: maybe(body), source }),
    asks: rows({ text, to: maybe(body), source }),
    resolutions: rows({ ...resolutions, cooperating: maybe(fc.array(body, { maxLength: 2 })) }),
    earlier_resolutions: rows(resolutions),
    followups: rows({ id: resolutionId, into: maybe(resolutionId), note: maybe(text) }),
  })
  .map(compact)

export const meetings: fc.Arbitrary<Meeting> = writtenMeetings.map((raw) => meetingSchema.parse(raw))
