import { describe, expect, it } from 'vitest'
import { readMeeting } from '../../src/source/source.ts'
import { deriveBriefing } from '../../src/insight/insight.ts'
import { toView } from '../../src/paper/view-of.ts'
import type { View } from '../../src/paper/view.ts'
import { definition } from '../page/files.ts'
import { plain } from './briefing-of.ts'

const emblem = 'data:image/png;base64,AA=='

function view(meeting: string, pages?: Map<string, number>): View {
  const { value } = readMeeting(
    `meeting: { title: جلسه${meeting} }\nagenda: [{ topic: الف }]\n`,
    'meeting.yaml',
  )
  if (value === undefined) throw new Error('the meeting is not read')
  const briefing = deriveBriefing(value, {}, { today: { y: 1405, m: 9, d: 1 }, holidays: [] })
  return toView(definition('briefing'), briefing, { settings: {}, emblem }, pages)
}

describe('a draft', () => {
  it.each(['', ', status: draft'])('has its mark and no emblem%s', (status) => {
    expect(view(status).office.emblem).toBe('')
    expect(view(status).head.draft).toBe(true)
  })

  it('that has become final has the emblem and no mark', () => {
    expect(view(', status: final').office.emblem).toBe(emblem)
    expect(view(', status: final').head.draft).toBe(false)
  })
})

describe('contents', () => {
  it('list the sections that are printed, in their order, without themselves', () => {
    const { rows } = view('').contents
    expect(rows.map(({ id, number, title, page }) => [id, number, plain(title), page])).toEqual([
      ['summary', '۱', 'خلاصهٔ مدیریتی', ''],
      ['agenda', '۲', 'دستور جلسه', ''],
    ])
  })

  it('say the pages that are known', () => {
    const { rows } = view('', new Map([['agenda', 12]])).contents
    expect(rows.map(({ page }) => page)).toEqual(['', '۱۲'])
  })
})
