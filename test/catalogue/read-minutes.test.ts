import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readMinutes } from '../../src/catalogue/read-minutes.ts'
import { stateOf } from '../../src/catalogue/states.ts'

const read = (text: string) => readMinutes(text, 'x.yaml')
const example = readFileSync(join(import.meta.dirname, '../../data/export-working-group.yaml'), 'utf8')

describe('a meeting file', () => {
  it('says what it is about, in either language of keys', () => {
    const english = read(
      'meeting: { title: t, body: b, session: 3, date: 1405/9/4, status: final, chair: x }\npeople: [{ id: x, name: y }]\n',
    )
    const persian = read(
      'جلسه: { عنوان: t, کارگروه: b, شمارهٔ جلسه: 3, تاریخ: ۴ آذر ۱۴۰۵, وضعیت: نسخهٔ نهایی, رئیس: x }\nاشخاص: [{ شناسه: x, نام: y }]\n',
    )
    expect(english).toMatchObject({
      title: 't',
      body: 'b',
      session: '3',
      date: { y: 1405, m: 9, d: 4 },
      state: 'final',
      people: ['x', 'y'],
    })
    const { passages: _, ...said } = english!
    expect(persian).toMatchObject(said)
  })

  it('gives every text with its place, and no word of a list', () => {
    const found = read(
      'meeting:\n  title: t\n  status: draft\nresolutions:\n  - text: r\n    status: done\n    id: m-1\n',
    )
    expect(found?.passages.map(({ path, line, text }) => `${line} ${path} ${text}`)).toEqual([
      '2 meeting.title t',
      '5 resolutions.0.text r',
      '7 resolutions.0.id m-1',
    ])
    expect(found?.states).toEqual(['draft', 'done'])
  })

  it('names the bodies and people that its rows name', () => {
    const found = read(example)
    expect(found?.bodies).toContain('استانداری آذربایجان شرقی')
    expect(found?.people).toContain('غلامعلی راستی')
  })

  it.each([
    ['a field that is not known', 'meeting: { title: t, foo: bar }\nbackground: [words]\n'],
    ['a day that is none', 'meeting: { title: t, date: 1404/12/30 }\nbackground: [words]\n'],
    ['no title', 'meeting: { body: t }\nbackground: [words]\n'],
  ])('with %s is read all the same', (_, text) => {
    expect(read(text)?.passages.map((one) => one.text)).toContain('words')
    expect(read(text)?.date).toBeUndefined()
  })

  it('that is no YAML is read by its lines', () => {
    expect(read('meeting:\n  title: "open\n   words: [\n')?.passages[2]).toEqual({
      path: '',
      line: 3,
      text: '   words: [',
    })
  })
})

it('a file of the register is read, too', () => {
  const found = read(
    'title: t\nbody: b\ndate: 1405/9/4\nresolutions:\n  - { id: r-1, text: x, status: done, responsible: y }\n',
  )
  expect(found).toMatchObject({
    title: 't',
    body: 'b',
    date: { y: 1405, m: 9, d: 4 },
    states: ['done'],
    bodies: ['b', 'y'],
  })
  expect(found?.passages.map(({ path }) => path)).toContain('resolutions.0.text')
  expect(
    read('پیگیری\u200cها:\n  - { شناسه: r-1, تاریخ: 1405/9/4, توضیح: شد }\n')?.passages.map(
      (one) => one.text,
    ),
  ).toContain('شد')
})

it.each([
  ['settings', 'office: { lines: [x] }\n'],
  ['a list', '- a\n'],
  ['nothing', ''],
  ['a meeting inside another key', 'earlier:\n  - meeting: x\n'],
  ['a meeting of nothing', 'meeting:\n'],
])('a file of %s is about no meeting', (_, text) => expect(read(text)).toBeUndefined())

it.each([
  ['done', 'done'],
  ['انجام شده', 'done'],
  ['انجام\u200cشده', 'done'],
  ['in progress', 'in-progress'],
  ['نسخه نهايي', 'final'],
  ['پیشنویس', 'draft'],
  ['خوب', undefined],
])('the state «%s» is %s', (word, state) => expect(stateOf(word)).toBe(state))
