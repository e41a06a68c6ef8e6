import { describe, expect, it } from 'vitest'
import { deriveDifferences, isSame } from '../../src/insight/differences.ts'
import type { Differences } from '../../src/insight/differences.ts'
import { nameOf } from '../../src/insight/match-rows.ts'
import type { Meeting } from '../../src/model/meeting.ts'
import { usualWorkWeek } from '../../src/persian/holidays.ts'
import { readMeeting } from '../../src/source/source.ts'

const calendar = { today: { y: 1405, m: 9, d: 1 }, holidays: [], week: usualWorkWeek }

function meeting(yaml: string): Meeting {
  const text = /^(?:meeting|جلسه):/m.test(yaml) ? yaml : `meeting: { title: x, date: 1405/06/01 }\n${yaml}`
  const { value, faults } = readMeeting(text, 'x.yaml')
  if (value === undefined) throw new Error(JSON.stringify(faults))
  return value
}
const between = (before: string, now: string): Differences =>
  deriveDifferences(meeting(now), meeting(before), calendar)

/** `agenda + بند`, `agenda * بند: discussion`, `meeting place`. */
function told({ tables, head, reworded }: Differences): string[] {
  return [
    ...head.map(({ path }) => `meeting ${path.join('.')}`),
    ...reworded.map(({ now, fields }) => {
      const paths = fields.map(({ path }) => path.join('.'))
      return `resolution ${now.resolution.id}: ${paths.join(' ')}`
    }),
    ...tables.flatMap(({ table, added, removed, changed }) => [
      ...added.map((row) => `${table} + ${nameOf(row)}`),
      ...removed.map((row) => `${table} - ${nameOf(row)}`),
      ...changed.map(({ now, fields }) => {
        const paths = fields.map(({ path }) => path.join('.'))
        return `${table} * ${nameOf(now)}: ${paths.join(' ')}`
      }),
    ]),
  ]
}

const bodies = 'bodies:\n  - { id: a, name: شرکت آب }\n  - { id: b, name: بانک توسعه }\n'

describe('is the same', () => {
  it.each([
    [
      'in the other language of keys',
      'جلسه: { عنوان: x, تاریخ: 1405/06/01 }\n',
      'meeting: { title: x, date: 1405/06/01 }\n',
    ],
    [
      'with a day in words',
      'meeting: { title: x, date: ۱ شهریور ۱۴۰۵ }\n',
      'meeting: { title: x, date: 1405/06/01 }\n',
    ],
    ['with half-spaces and marks', 'background: ["کار می\u200cشود."]', 'background: ["کار می شود"]'],
    [
      'with a number in words',
      'asks: [{ text: x, amount: ۲ میلیارد تومان }]',
      'asks: [{ text: x, amount: 2000 million toman }]',
    ],
    [
      'with a body by its name',
      `${bodies}asks: [{ text: x, to: a }]`,
      `${bodies}asks: [{ text: x, to: شرکت آب }]`,
    ],
    [
      'with its bodies in another order',
      `${bodies}resolutions: [{ id: r, text: x, cooperating: [a, b] }]`,
      `${bodies}resolutions: [{ id: r, text: x, cooperating: [b, a] }]`,
    ],
    ['with rows in another order', 'background: [الف, ب]', 'background: [ب, الف]'],
    [
      'but for the file before it',
      'meeting: { title: x, previous: a.yaml }\n',
      'meeting: { title: x, previous: b.yaml }\n',
    ],
  ])('%s', (_, before, now) => {
    const found = between(before, now)
    expect(told(found)).toEqual([])
    expect(isSame(found)).toBe(true)
  })
})

describe('tells', () => {
  it.each([
    [
      'facts of the meeting',
      'meeting: { title: x, place: الف }',
      'meeting: { title: x, place: ب, start: "09:00" }',
      ['meeting start', 'meeting place'],
    ],
    [
      'who came and who did not',
      'attendees: [علی رضایی, حسن کریمی]',
      'attendees: [{ person: علی رضایی, attendance: present }, مریم احمدی]',
      ['attendees + مریم احمدی', 'attendees - حسن کریمی', 'attendees * علی رضایی: attendance'],
    ],
    [
      'a topic with other words',
      'agenda: [گزارش صادرات استان]',
      'agenda: [گزارش واردات استان]',
      ['agenda * گزارش واردات استان: topic'],
    ],
    [
      'another annex of a resolution',
      'annexes: [{ id: a, title: نقشه, file: a.pdf }]\nresolutions: [{ id: r, text: x }]',
      'annexes: [{ id: a, title: نقشه, file: a.pdf }]\nresolutions: [{ id: r, text: x, annexes: a }]',
      ['resolution r: annexes'],
    ],
    [
      'another topic',
      'agenda: [گزارش صادرات استان]',
      'agenda: [بررسی وام بانک‌ها]',
      ['agenda + بررسی وام بانک\u200cها', 'agenda - گزارش صادرات استان'],
    ],
    [
      'what somebody is now said to have said',
      'statements: [{ speaker: علی رضایی, text: کار خوب است }]',
      'statements: [{ speaker: علی رضایی, text: کار بد است }]',
      ['statements * کار بد است: text'],
    ],
    [
      'whom a thing is asked of',
      `${bodies}asks: [{ text: x, to: a }]`,
      `${bodies}asks: [{ text: x, to: b }]`,
      ['asks * x: to'],
    ],
    [
      'terms of a resolution',
      `${bodies}resolutions: [{ id: r, text: راه ساخته شود, responsible: a, credit: ۲ دلار }]`,
      `${bodies}resolutions: [{ id: r, text: پل ساخته شود, responsible: b, credit: { amount: ۳ دلار, absorbed: ۱ دلار } }]`,
      ['resolution r: text responsible credit.amount credit.absorbed'],
    ],
    [
      'a deadline that came nearer',
      'resolutions: [{ id: r, text: x, deadline: 1405/12/01 }]',
      'resolutions: [{ id: r, text: x, deadline: 1405/11/01 }]',
      ['resolution r: deadline'],
    ],
    [
      'a value of the past that is told otherwise',
      'statistics: [{ label: س, unit: نفر, series: [{ label: مهر, value: 1 }] }]',
      'statistics: [{ label: س, unit: نفر, series: [{ label: مهر, value: 2 }, { label: آبان, value: 5 }] }]',
      ['statistics * س: series.مهر'],
    ],
    [
      'a sentence of the background',
      'background: [یک دو سه چهار]',
      'background: [یک دو سه پنج, تازه]',
      ['background + تازه', 'background * یک دو سه پنج: text'],
    ],
  ] as [string, string, string, string[]][])('%s', (_, before, now, expected) => {
    const found = between(before, now)
    expect(told(found)).toEqual(expected)
    expect(isSame(found)).toBe(false)
  })

  it('a deadline put off once, as a slip', () => {
    const found = between(
      'resolutions: [{ id: r, text: x, deadline: 1405/10/01 }]',
      'resolutions: [{ id: r, text: x, deadline: 1405/12/01 }]',
    )
    expect([found.changes.slipped.length, told(found)]).toEqual([1, []])
  })

  it('which words are others', () => {
    const [change] = between('background: [خط آب شهرک]', 'background: [خط گاز شهرک]').tables[0]?.changed ?? []
    expect(change?.fields[0]?.words?.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
      'kept خط',
      'removed آب',
      'added گاز',
      'kept شهرک',
    ])
  })

  it('at most one partner for each row', () => {
    const found = between(
      'agenda: [گزارش یک ماه, گزارش یک سال]',
      'agenda: [گزارش یک ماه, گزارش یک هفته, گزارش یک روز]',
    )
    expect(found.tables[0]?.changed.length).toBe(1)
    expect(found.tables[0]?.added.length).toBe(1)
  })
})

describe('reports of a later meeting', () => {
  const old =
    'resolutions:\n  - { id: 1-1, text: الف, deadline: 1405/10/01, credit: ۱۰ دلار }\n  - { id: 1-2, text: ب }\n'
  const later = (rows: string): Differences =>
    between(old, `meeting: { title: x, date: 1405/07/01 }\nfollowups:\n${rows}`)

  it('say what became of resolutions that the file itself does not hold', () => {
    const { changes, reworded, tables } = later(
      '  - { id: 1-1, status: in-progress, progress: 30, deadline: 1405/11/01, absorbed: ۴ دلار }\n  - { id: 1-2, status: done }\n',
    )
    expect(
      changes.slipped.map(({ days, now }) => [now.resolution.id, days, now.progress?.toFixed()]),
    ).toEqual([['۱-۱', 30, '30']])
    expect(changes.closed.map(({ now }) => now.resolution.id)).toEqual(['۱-۲'])
    expect(changes.dropped).toEqual([])
    expect(reworded.map(({ fields }) => fields.map(({ path }) => path.join('.')))).toEqual([
      ['credit.absorbed'],
    ])
    expect(tables).toEqual([])
  })

  it('of a resolution that has become a part of another close it', () => {
    expect(later('  - { id: 1-1, into: 1-2 }\n').changes.closed.map(({ now }) => now.standing)).toEqual([
      'stopped',
    ])
  })

  it('of resolutions in neither file are told by themselves', () => {
    expect(told(later('  - { id: 0-9, status: done }\n'))).toContain('followups + ۰-۹')
  })

  it('a number that changed is no new resolution', () => {
    const { changes } = between(old, 'resolutions: [{ id: 2-1, was: 1-1, text: الف, deadline: 1405/10/01 }]')
    expect(changes.fresh).toEqual([])
    expect(changes.dropped.map(({ resolution }) => resolution.id)).toEqual(['۱-۲'])
  })
})
