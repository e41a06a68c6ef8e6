import { describe, expect, it } from 'vitest'
import { glossary } from '../../src/model/glossary.ts'
import { belongingOf } from '../../src/paper/annexes.ts'
import { toView } from '../../src/paper/view-of.ts'
import { readMeeting } from '../../src/source/source.ts'
import { definition } from '../page/files.ts'
import { briefingOf, plain } from './briefing-of.ts'

const file = `
agenda: [بند یکم, { topic: بند دوم, annexes: [a, b] }, { topic: بند سوم, annexes: b }]
resolutions:
  - { text: مصوبهٔ یکم, پیوست‌ها: [b] }
  - { text: مصوبهٔ دوم, annexes: b }
  - { text: مصوبهٔ سوم, annexes: [a] }
annexes:
  - { id: a, title: نقشه, file: a.pdf, source: گزارش یکم }
  - { id: b, title: جدول, file: b.pdf }
  - { id: c, title: تصویر, file: c.png, source: گزارش دوم }
  - { id: d, title: نامه, file: d.pdf }
`

describe('an annex', () => {
  const { meeting } = briefingOf(file)

  it('belongs to the items and resolutions that name it', () => {
    expect(belongingOf(meeting, 'a')).toBe('بند ۲ دستور جلسه؛ مصوبهٔ ۳')
    expect(belongingOf(meeting, 'b')).toBe('بندهای ۲ و ۳ دستور جلسه؛ مصوبات ۱ و ۲')
  })

  it('that nothing names belongs to the whole', () => expect(belongingOf(meeting, 'c')).toBe(''))

  it('is told in the words of the office', () => {
    const labels = { ...glossary, agenda: 'دستور کار', resolution: 'تصمیم' }
    expect(belongingOf(meeting, 'a', labels)).toBe('بند ۲ دستور کار؛ تصمیم ۳')
  })

  it('stands in the table of annexes with what it belongs to and its source', () => {
    const { rows } = toView(definition('briefing'), briefingOf(file), { settings: {}, emblem: '' }).annexes
    expect(rows.map(({ n, detail }) => plain(`${n} ${detail}`))).toEqual([
      '۱ بند ۲ دستور جلسه؛ مصوبهٔ ۳؛ منبع: [۱]',
      '۲ بندهای ۲ و ۳ دستور جلسه؛ مصوبات ۱ و ۲',
      '۳ منبع: [۲]',
      '۴ ',
    ])
  })
})

it('a resolution that names an annex which is not there is a fault', () => {
  const { faults } = readMeeting('meeting: x\nresolutions: [{ text: y, annexes: [a] }]\n', 'a.yaml')
  expect(faults.map(({ code }) => code)).toEqual(['reference/unknown'])
})
