import { describe, expect, it } from 'vitest'
import { reminderView } from '../../src/paper/reminder.ts'
import { house, pack } from '../page/mail-cases.ts'

const today = { y: 1405, m: 9, d: 1 }
const row = (
  id: string,
  d: number,
  m = 9,
): { id: string; text: string; origin: string; due: typeof today } => ({
  id,
  text: 'متن',
  origin: 'جلسهٔ دهم',
  due: { y: 1405, m, d },
})
const view = (
  resolutions: ReturnType<typeof row>[],
  language: 'fa' | 'en' = 'fa',
): ReturnType<typeof reminderView> =>
  reminderView(
    { recipient: { ...pack.recipient, language }, replyTo: 'office@x.ir', today, resolutions },
    house,
  )

describe('a reminder', () => {
  it('begins with what is late longest', () => {
    const { resolutions } = view([row('b', 4), row('a', 4), row('d', 30, 8), row('c', 1)])
    expect(resolutions.map(({ n, detail, standing, late }) => [n, detail, standing, late])).toEqual([
      ['۱', 'جلسهٔ دهم، d', '۱ روز گذشته', true],
      ['۲', 'جلسهٔ دهم، c', 'امروز', false],
      ['۳', 'جلسهٔ دهم، a', '۳ روز مانده', false],
      ['۴', 'جلسهٔ دهم، b', '۳ روز مانده', false],
    ])
  })

  it('says in one sentence how many there are, and how many are late', () => {
    expect(view([row('a', 4)]).opening).toMatch(/^یک مصوبه که اجرای آن با شماست در فهرست زیر آمده است\. /)
    expect(view([row('a', 1, 8)]).opening).toContain('آمده است؛ مهلت آن گذشته است.')
    expect(view([row('a', 1, 8), row('b', 2, 8)]).opening).toContain('؛ مهلت همهٔ آن\u200cها گذشته است.')
    expect(view([row('a', 1, 8), row('b', 2)]).opening).toContain('؛ مهلت یک مصوبه گذشته است.')
    expect(view([row('a', 1, 8), row('b', 2)], 'en').opening).toContain(
      '2 resolutions in your charge, 1 of them past',
    )
    expect(view([row('a', 2)], 'en').resolutions.map(({ standing }) => standing)).toEqual(['1 day left'])
    expect(view([row('a', 2)]).subject).toBe('یادآوری ۱ مصوبه، یکشنبه ۱ آذر ۱۴۰۵')
  })

  it('is cut where it would be too long, and says so', () => {
    const { resolutions, notes } = view(Array.from({ length: 43 }, (_, index) => row(`r${index}`, 4)))
    expect(resolutions).toHaveLength(40)
    expect(notes).toEqual(['و ۳ مصوبهٔ دیگر'])
  })
})
