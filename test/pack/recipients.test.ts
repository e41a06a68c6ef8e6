import { describe, expect, it } from 'vitest'
import { meetingSchema } from '../../src/model/meeting.ts'
import type { Meeting } from '../../src/model/meeting.ts'
import type { Contact } from '../../src/model/people-file.ts'
import { recipientsOf, selectRecipients } from '../../src/pack/recipients.ts'

const meetingOf = (rest: object): Meeting => meetingSchema.parse({ meeting: { title: 'جلسه' }, ...rest })

const meeting = meetingOf({
  bodies: [{ id: 'b', name: 'دستگاه نمونه' }],
  people: [
    { id: 'p1', name: 'نمونهٔ یک', post: 'مدیر', body: 'b', email: 'p1@example.ir', ceiling: 'سری' },
    { id: 'p2', name: 'نمونهٔ دو' },
    { id: 'd1', name: 'هم نام', post: 'مدیر', ceiling: 'سری' },
    { id: 'd2', name: 'هم نام', post: 'معاون', ceiling: 'عادی' },
  ],
  distribution: [
    { to: 'p1' },
    { to: 'p2', address: 'own@example.ir', pack: 'خلاصه' },
    { to: 'd1', address: 'd1@example.ir' },
    { to: 'd2', address: 'd2@example.ir' },
  ],
})
const contacts: Contact[] = [
  { name: 'نمونهٔ یک', honorific: 'جناب آقای', ceiling: 'normal', email: 'book@example.ir', groups: ['شورا'] },
  { name: 'نمونهٔ دو', ceiling: 'confidential', email: 'book2@example.ir', language: 'en' },
  { id: 'k3', name: 'نمونهٔ سه', ceiling: 'normal', groups: ['شورا', 'مدیران'] },
]
const all = recipientsOf(meeting, contacts)
const chosen = (...wanted: string[]): ReturnType<typeof selectRecipients> => selectRecipients(all, wanted)
const names = (...wanted: string[]): string[] => chosen(...wanted).recipients.map(({ name }) => name)

describe('a recipient', () => {
  it('is told by the distribution, then by the file, then by the address book', () => {
    const [one, two] = chosen('all').recipients
    expect(one).toMatchObject({
      copy: 1,
      name: 'نمونهٔ یک',
      honorific: 'جناب آقای',
      post: 'مدیر',
      body: 'دستگاه نمونه',
      address: 'p1@example.ir',
      clearance: 'secret',
      pack: 'full',
      language: 'fa',
      groups: ['شورا'],
    })
    expect(two).toMatchObject({
      copy: 2,
      address: 'own@example.ir',
      clearance: 'confidential',
      pack: 'summary',
      language: 'en',
    })
  })

  it('of the address book alone comes after those of the distribution', () => {
    expect(chosen('k3').recipients).toMatchObject([{ copy: 7, name: 'نمونهٔ سه', pack: 'full' }])
  })
})

describe('those who are asked for', () => {
  it.each([
    ['all of the distribution', ['all'], ['نمونهٔ یک', 'نمونهٔ دو', 'هم نام', 'هم نام']],
    ['the same in Persian', ['همه'], ['نمونهٔ یک', 'نمونهٔ دو', 'هم نام', 'هم نام']],
    ['a group, with those who are in the distribution', ['شورا'], ['نمونهٔ یک', 'نمونهٔ سه']],
    ['one by his id', ['p2'], ['نمونهٔ دو']],
    ['one by his name, in another spelling', ['نمونۀ دو'], ['نمونهٔ دو']],
    ['each once, in the order of their copies', ['k3', 'شورا', 'p1'], ['نمونهٔ یک', 'نمونهٔ سه']],
    ['nobody', ['کسی دیگر'], []],
  ])('%s', (_, wanted, expected) => {
    expect(names(...wanted)).toEqual(expected)
  })

  it('but are not known are told', () => {
    expect(chosen('p1', 'کسی دیگر', 'x').unknown).toEqual(['کسی دیگر', 'x'])
  })

  it('have the same copy however they are asked for', () => {
    const whole = chosen('all').recipients
    for (const id of ['p1', 'p2', 'd1', 'd2']) expect(whole).toContainEqual(chosen(id).recipients[0])
  })
})

describe('what is wrong with a recipient', () => {
  const found = (rest: object, wanted = 'all', book: Contact[] = []): string[] =>
    selectRecipients(recipientsOf(meetingOf(rest), book), [wanted]).findings.map(
      ({ code, file, path }) => `${file} ${path} ${code}`,
    )
  const clear = { ceiling: 'عادی', address: 'a@example.ir' }
  const namesakes = [
    { id: 'd1', name: 'هم نام', post: 'مدیر' },
    { id: 'd2', name: 'هم نام', post: 'معاون' },
  ]

  it.each<[string, object, string[]]>([
    ['nothing', { distribution: [{ to: 'نمونهٔ یک', ...clear }] }, []],
    [
      'no class',
      { distribution: [{ to: 'نمونهٔ یک', address: 'a@example.ir' }] },
      ['meeting distribution.0 pack/no-ceiling'],
    ],
    [
      'no address',
      { distribution: [{ to: 'نمونهٔ یک', ceiling: 'عادی' }] },
      ['meeting distribution.0 pack/no-address'],
    ],
    [
      'the same person twice',
      {
        distribution: [
          { to: 'نمونهٔ یک', ...clear },
          { to: 'نمونهٔ یک', ...clear },
        ],
      },
      ['meeting distribution.1 pack/twice'],
    ],
    [
      'a name of two people',
      { people: namesakes, distribution: [{ to: 'هم نام', ...clear }] },
      ['meeting distribution.0 pack/ambiguous'],
    ],
    [
      'two of one name by their ids are two',
      {
        people: namesakes,
        distribution: [
          { to: 'd1', ...clear },
          { to: 'd2', ...clear },
        ],
      },
      [],
    ],
  ])('%s', (_, rest, expected) => {
    expect(found(rest)).toEqual(expected)
  })

  it('a name that two recipients have says not which', () => {
    const rest = {
      people: namesakes,
      distribution: [
        { to: 'd1', ...clear },
        { to: 'd2', ...clear },
      ],
    }
    expect(found(rest, 'هم نام')).toEqual([
      'meeting distribution.0 pack/ambiguous',
      'meeting distribution.1 pack/ambiguous',
    ])
    expect(found(rest, 'd2')).toEqual([])
  })

  it('a name that two of the address book have says not which', () => {
    const book: Contact[] = [
      { id: 'k1', name: 'هم نام', ceiling: 'normal', email: 'k1@example.ir' },
      { id: 'k2', name: 'هم نام', ceiling: 'normal', post: 'معاون', email: 'k2@example.ir' },
    ]
    expect(found({ distribution: [{ to: 'هم نام', ...clear }] }, 'all', book)).toEqual([
      'meeting distribution.0 pack/ambiguous',
    ])
    expect(found({}, 'هم نام', book)).toEqual([
      'people people.0 pack/ambiguous',
      'people people.1 pack/ambiguous',
    ])
    expect(found({}, 'k2', book)).toEqual([])
  })

  it('is told of those who are asked for, and of nobody else', () => {
    const rest = { distribution: [{ to: 'نمونهٔ یک', ...clear }, { to: 'نمونهٔ دو' }] }
    expect(found(rest, 'نمونهٔ یک')).toEqual([])
  })
})
