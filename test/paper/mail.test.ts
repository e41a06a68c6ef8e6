import { describe, expect, it } from 'vitest'
import { mailView } from '../../src/paper/mail.ts'
import type { MailFacts } from '../../src/paper/mail.ts'
import { briefing, briefingOf, house, pack } from '../page/mail-cases.ts'

const view = (change: Partial<MailFacts> = {}, text?: string): ReturnType<typeof mailView> =>
  mailView({ ...pack, ...change }, text === undefined ? briefing : briefingOf(text), house)
const english = { name: 'Dr. Ali Rasti', language: 'en' } as const

describe('the subject', () => {
  it('tells kind, meeting and day, and a class above normal', () => {
    const rest = 'دوازدهمین جلسهٔ کارگروه توسعهٔ صادرات استان آذربایجان شرقی، سه\u200cشنبه ۱۰ آذر ۱۴۰۵'
    expect(view().subject).toBe(`بستهٔ مدارک ${rest}`)
    expect(view({ since: 1 }).subject).toBe(`متمم بستهٔ مدارک ${rest}`)
    expect(view({ content: 'excerpt' }).subject).toBe(`ابلاغیهٔ مصوبات ${rest}`)
    expect(view({ class: 'highly-confidential' }).subject).toBe(`خیلی محرمانه: بستهٔ مدارک ${rest}`)
    expect(view({ class: 'confidential', recipient: english }).subject).toMatch(
      /^Confidential: Meeting papers: /,
    )
  })

  it('is short, and keeps its day', () => {
    const { subject } = view({}, `meeting: { title: ${'عنوان '.repeat(60)}, date: ۱۴۰۵/۰۹/۱۰ }`)
    expect(subject.length).toBeLessThanOrEqual(140)
    expect(subject).toMatch(/عنوان…، سه\u200cشنبه ۱۰ آذر ۱۴۰۵$/)
  })

  it('has no day where none is known', () => {
    expect(view({}, 'meeting: { title: نشست صادرات }').subject).toBe('بستهٔ مدارک نشست صادرات')
    expect(view({}, 'meeting: { title: نشست صادرات }').opening).toBe(
      'بستهٔ مدارک نشست صادرات به پیوست تقدیم می\u200cشود.',
    )
  })
})

describe('the opening', () => {
  const [file] = pack.files
  const download = { title: 'x', name: 'x.pdf', size: 1, url: 'https://x.ir', sha256: '00' }

  it('says what is attached and what is to be fetched', () => {
    expect(view({ files: [], downloads: [download] }).opening).toContain('از نشانی زیر دریافت می\u200cشود')
    expect(view({ files: file ? [file] : [], downloads: [download] }).opening).toMatch(/^بخشی از بستهٔ مدارک/)
    expect(view({ files: [], downloads: [download], recipient: english }).opening).toMatch(
      /^You can fetch the meeting/,
    )
    expect(view({ since: 1, recipient: english }).opening).toContain('what has changed since edition 1.')
  })
})

describe('what is asked', () => {
  it('is asked of the body of the recipient alone, and not again by a supplement', () => {
    expect(view().asks.map(({ n, detail }) => [n, detail])).toEqual([
      ['۱', '۲\u00a0میلیارد تومان، بند ۳ مادهٔ ۱۱ قانون بودجه'],
      ['۲', ''],
    ])
    expect(view().resolutions).toHaveLength(1)
    for (const change of [{ since: 1 }, { recipient: { ...pack.recipient, body: 'دیگری' } }])
      expect([view(change).asks, view(change).resolutions]).toEqual([[], []])
  })
})

describe('who writes', () => {
  const bare = { settings: {}, emblem: '' }
  const council = 'meeting: { title: نشست, body: شورای صادرات }'

  it('is the secretariat of the letterhead, of the council, or the office', () => {
    expect(view().signature).toEqual(['دبیرخانهٔ کارگروه توسعهٔ صادرات'])
    expect(mailView(pack, briefingOf(council), bare).signature).toEqual(['دبیرخانهٔ شورای صادرات'])
    expect(mailView({ ...pack, recipient: english }, briefingOf(council), bare).signature).toEqual([
      'Secretariat, شورای صادرات',
    ])
    expect(mailView(pack, briefingOf('meeting: { title: نشست }'), bare).signature).toEqual([])
  })
})

it('sizes are those that a file manager shows', () => {
  const sizes = [1, 1023 * 1024, 1024 * 1024, 7_340_032].map((size) => ({ title: 'x', name: 'x', size }))
  expect(
    view({ files: sizes })
      .files.map(({ detail }) => detail)
      .slice(0, 4),
  ).toEqual(['۱ کیلوبایت', '۱۰۲۳ کیلوبایت', '۱ مگابایت', '۷ مگابایت'])
})
