import type { z } from 'zod'
import { classes } from '../../src/model/choices.ts'
import type { Class } from '../../src/model/choices.ts'
import { unwrap } from '../../src/model/field.ts'
import type { Register } from '../../src/model/field.ts'
import { meetingSchema } from '../../src/model/meeting.ts'
import type { Meeting } from '../../src/model/meeting.ts'
import { searchKey } from '../../src/persian/search-key.ts'

export const allClasses = Object.keys(classes) as Class[]

/** The class of the meeting: that of what says none. */
export const base: Class = 'confidential'

const marks: Record<Class, string> = {
  normal: 'زغنب',
  confidential: 'زغنپ',
  'highly-confidential': 'زغنت',
  secret: 'زغنج',
  'top-secret': 'زغنچ',
}

/** How every canary of a class begins; no letter of it follows in the same canary. */
export const markOf = (level: Class): string => marks[level]

/** A word that stands for one field of one class: letters that no spelling rule changes, and no digit. */
export function canary(level: Class, path: string): string {
  let hash = 7
  for (const letter of path) hash = (hash * 31 + letter.charCodeAt(0)) % 8 ** 6
  const digits = hash.toString(8).padStart(6, '0')
  return marks[level] + [...digits].map((digit) => 'سشصضطظعف'[Number(digit)]).join('')
}

/** What is written into the leaves of other kinds, so that every field is filled. */
const samples: Record<string, string> = {
  number: '125',
  whole: '7',
  percent: '40',
  date: '۱۴۰۵/۰۹/۲۰',
  period: 'سال ۱۴۰۵',
  money: '۲ میلیارد تومان',
  deadline: '۱۴۰۵/۱۰/۰۱',
  time: '9:30',
  colour: '#14505c',
}

type Raw = Record<string, unknown>
type Table = Exclude<keyof Meeting, 'meeting' | 'office' | 'background' | 'talking_points'>

/** Every field of a row filled: a canary into each text, two rows into each list. */
function filled(type: z.ZodType, level: Class, path: string): unknown {
  const schema = unwrap(type)
  if (schema.def.type === 'object')
    return Object.fromEntries(
      Object.entries((schema as z.ZodObject).shape).map(([key, field]) => [
        key,
        filled(field as z.ZodType, level, `${path}.${key}`),
      ]),
    )
  if (schema.def.type === 'array') {
    const { element } = schema as z.ZodArray<z.ZodType>
    const one = (n: number): unknown => filled(element, level, `${path}.${n}`)
    return unwrap(element).meta()?.refers === undefined ? [one(0), one(1)] : [one(0)]
  }
  const { kind = '', choices, refers, defines } = schema.meta() ?? {}
  if (choices === classes) return level
  if (choices) return Object.keys(choices).at(-1)
  const register = refers ?? defines
  if (register) return idOf(register, level, path)
  return samples[kind] ?? canary(level, path)
}

/** Rows of one class name others of their class, in one file. */
const idOf = (register: Register, level: Class, path: string): string =>
  canary(level, `${path.split('.')[0]} ${register}`)

export const meetingWith = (levels: readonly Class[], file = 'this'): Meeting =>
  meetingSchema.parse(writtenMeetingWith(levels, file))

/**
 * A meeting, as it is written in a file, with pieces of these classes, and in every text a canary of its class. Each class has its own people, bodies
 * and sources. Besides, pieces of one class have to do with those of another, as far as both are there.
 * @param file stands in every canary, so that those of two meetings differ
 */
export function writtenMeetingWith(levels: readonly Class[], file = 'this'): unknown {
  const word = (level: Class, what: string): string => canary(level, `${file} ${what}`)
  const of = (register: Register, level: Class): string => idOf(register, level, `${file}`)
  const when = <T>(level: Class, ...values: T[]): T[] => (levels.includes(level) ? values : [])
  // What is of the meeting's class does not say so.
  const row = (table: Table, level: Class, more: Raw = {}): Raw => {
    const { element } = unwrap(meetingSchema.shape[table]) as z.ZodArray<z.ZodType>
    const { class: own, ...rest } = filled(element, level, `${file}.${table}`) as Raw
    return { ...rest, ...(own !== undefined && level !== base && { class: own }), ...more }
  }
  const rows = (table: Table, more: (level: Class) => Raw = () => ({})): Raw[] =>
    levels.map((level) => row(table, level, more(level)))
  const normal = (level: Class, more: Raw): Raw => (level === 'normal' ? more : {})
  const highest = levels.includes('top-secret')

  const raw: Record<keyof Meeting, unknown> = {
    meeting: levels.includes(base)
      ? { ...(filled(meetingSchema.shape.meeting, base, `${file}.meeting`) as Raw), date: '۱۴۰۵/۰۹/۰۱' }
      : { title: 'جلسه', class: 'normal' },
    office: levels.includes(base) ? filled(meetingSchema.shape.office, base, `${file}.office`) : undefined,
    bodies: [
      ...rows('bodies'),
      ...when(base, { id: word(base, 'idle body'), name: word(base, 'idle body name') }),
    ],
    people: [
      ...rows('people'),
      ...when(base, { id: word(base, 'idle person'), name: word(base, 'idle person name') }),
      // Everyone may know him; what is more of him is of the highest class.
      {
        id: 'shared',
        name: 'شخص مشترک',
        ...(highest && {
          ...row('people', 'top-secret'),
          id: 'shared',
          name: 'شخص مشترک',
          honorific: '',
          post: '',
          body: '',
        }),
      },
    ],
    attendees: when(base, row('attendees', base), { person: 'shared', attendance: 'present' }),
    agenda: rows('agenda', (level) => ({
      minutes: '',
      presenter: level === 'normal' ? 'shared' : of('person', level),
      annexes: [
        of('annex', level),
        ...(level === 'normal' ? when('secret', of('annex', 'secret')) : []),
        ...(level === 'secret' ? [word('secret', 'annex of item')] : []),
      ],
    })),
    background: when(base, word(base, 'background')),
    earlier_resolutions: rows('earlier_resolutions', (level) => ({ id: word(level, 'earlier') })),
    followups: [
      // Of resolutions of other meetings.
      ...rows('followups', (level) => ({
        id: word(level, 'foreign'),
        ...normal(level, { into: when('secret', of('resolution', 'secret'))[0] }),
      })),
      ...when('secret', { id: of('resolution', 'secret'), note: word('secret', 'report'), class: 'normal' }),
    ],
    statistics: rows('statistics'),
    statements: rows('statements'),
    obstacles: rows('obstacles'),
    asks: rows('asks'),
    resolutions: rows('resolutions', (level) =>
      normal(level, { was: when('secret', word('secret', 'earlier'))[0] }),
    ),
    talking_points: when(base, word(base, 'talking point')),
    annexes: [
      ...rows('annexes'),
      // No more than any paper by itself, but it goes with a secret item.
      ...when('secret', {
        id: word('secret', 'annex of item'),
        title: word('secret', 'title of it'),
        file: word('secret', 'file of it'),
        class: 'normal',
      }),
    ],
    distribution: when(
      base,
      row('distribution', base),
      { to: 'shared', ...(highest && { address: word('top-secret', 'address'), ceiling: 'top-secret' }) },
      ...allClasses.map((level) => ({ to: `گیرندهٔ ${classes[level]}`, ceiling: level })),
    ),
    sources: [
      ...rows('sources'),
      ...when(base, { id: word(base, 'idle source'), title: word(base, 'idle title') }),
    ],
  }
  return compact(raw)
}

/** As a file is read: what is empty is not there. */
function compact(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(compact)
  if (typeof value !== 'object' || value === null) return value
  const fields = Object.entries(value).map(([key, part]) => [key, compact(part)] as const)
  return Object.fromEntries(
    fields.filter(
      ([, part]) => part !== undefined && part !== '' && !(Array.isArray(part) && part.length === 0),
    ),
  )
}

/** The texts of a value that are canaries. */
export function canariesIn(value: unknown): string[] {
  return JSON.stringify(value).match(/زغن[بپتجچ][سشصضطظعف]{6}/g) ?? []
}

/**
 * Whether a canary of this class stands in a text: as it is, in any spelling, through markup and escapes, or backwards.
 */
export function holds(text: string, level: Class): boolean {
  return marksIn(text, [markOf(level)]).length > 0
}

/** Those of the beginnings of words that stand in a text, in any of these ways. */
export function marksIn(text: string, marks: readonly string[]): string[] {
  const all = readings(text)
  return marks.filter((mark) => all.some((one) => hasMark(one, mark)))
}

export const hasMark = (text: string, mark: string): boolean =>
  text.includes(mark) || text.includes([...mark].toReversed().join(''))

function readings(text: string): string[] {
  const body = text.replaceAll(/<style[\s>][^]*?<\/style>/g, '')
  const plain = body
    .replaceAll(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
  const shown = plain.replaceAll(/<[^>]*>/g, '').replaceAll(/[\s\p{Cf}\p{M}\u0640]/gu, '')
  const packed = (body.match(/[\w+/]{24,}={0,2}/g) ?? []).map((part) =>
    Buffer.from(part, 'base64').toString(),
  )
  const escaped = (body.match(/(?:%[0-9a-f]{2})+/gi) ?? []).map((part) =>
    Buffer.from(part.replaceAll('%', ''), 'hex').toString(),
  )
  const style = text.replaceAll(/\\([0-9a-f]{1,6}) ?/gi, (_, code: string) =>
    String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0x10ffff)),
  )
  return [text, style, plain, shown, searchKey(shown), ...packed, ...escaped].map((one) =>
    one.normalize('NFKC'),
  )
}
