import { describe, expect, it } from 'vitest'
import { deriveBriefing } from '../../src/insight/insight.ts'
import { missingNeeds } from '../../src/paper/paper.ts'
import { toView } from '../../src/paper/view-of.ts'
import type { View } from '../../src/paper/view.ts'
import { readMeeting } from '../../src/source/source.ts'
import { definition } from '../page/files.ts'
import { briefingOf, plain } from './briefing-of.ts'

const house = { settings: {}, emblem: '' }
const clock = { today: { y: 1405, m: 9, d: 1 }, holidays: [] }
const view = (yaml: string, kind = 'follow-up'): View => toView(definition(kind), briefingOf(yaml), house)
const rows = (...list: string[]): string =>
  `resolutions:\n${list.map((row) => `  - { text: الف, ${row} }\n`).join('')}`

function compared(now: string, before: string): View {
  const [one, other] = [now, before].map((text) => readMeeting(text, 'm.yaml').value)
  if (!one || !other) throw new Error('unreadable')
  return toView(definition('changes'), deriveBriefing(one, {}, clock, other), house)
}

describe('the totals', () => {
  it.each([
    [
      ['status: done', 'status: issued'],
      'از دو مصوبه، یک مصوبه انجام شده است (۵۰ درصد)؛ هیچ مصوبه~ای از مهلت نگذشته است.',
    ],
    [['status: done'], 'هر یک مصوبه انجام شده است؛ هیچ مصوبه~ای از مهلت نگذشته است.'],
    [
      ['responsible: گمرک نمونه, deadline: 1405/08/21'],
      'هیچ~یک از یک مصوبه انجام نشده است؛ یک مصوبه ۱۰ روز عقب است، در گمرک نمونه.',
    ],
    [
      ['deadline: 1405/08/21', 'deadline: 1405/08/11', 'status: done'],
      'از سه مصوبه، یک مصوبه انجام شده است (۳۳٫۳ درصد)؛ دو مصوبه از مهلت گذشته و دیرترین آن~ها ۲۰ روز عقب است.',
    ],
  ])('of %j say %s', (list, message) => {
    expect(plain(view(rows(...list)).totals.message)).toBe(message)
  })

  it('say over how many the rate is, where some are stopped', () => {
    const { figures, message } = view(rows('status: done', 'status: issued', 'status: cancelled')).totals
    expect(
      figures.map(({ value, label, comparison }) =>
        plain([value, label, comparison].filter(Boolean).join(' ')),
      ),
    ).toEqual([
      '۳ همهٔ مصوبات',
      '۵۰\u200f٪ درصد تحقق از ۲، بی متوقف~ها',
      '۱ انجام~شده',
      '۱ شروع~نشده',
      '۰ دارای تأخیر',
      '۱ متوقف یا لغوشده',
    ])
    expect(message).not.toContain('درصد')
  })

  it('tell credits by unit and what is not told of them', () => {
    const { remarks } = view(
      rows(
        'credit: { amount: ۱۰ میلیارد تومان, absorbed: ۱۱ میلیارد تومان }',
        'credit: ۵ میلیارد تومان',
        'credit: ۲ میلیون دلار',
      ),
    ).totals
    expect(remarks.map(plain)).toEqual([
      'اعتبار مصوبات ۱۵ میلیارد تومان است؛ ۱۱ میلیارد تومان (۱۱۰ درصد) از ۱۰ میلیارد تومان که جذب آن گفته شده است جذب شده است.',
      'اعتبار مصوبات ۲ میلیون دلار است؛ جذب آن گفته نشده است.',
    ])
  })
})

describe('the register', () => {
  it('tells slips, pace, absorption, the last report and the delay', () => {
    const { groups } = view(
      rows(
        'id: r-1, responsible: الف, issued: 1405/02/01, deadline: 1405/05/31, progress: 80, credit: { amount: ۶۰ تومان, absorbed: ۷۲ تومان }, history: [{ date: 1405/06/28, deadline: 1405/08/15, note: مانده است, evidence: نامهٔ ۵ }, { date: 1405/05/20, deadline: 1405/06/31 }]',
      ),
    ).register
    expect(groups.map(({ title }) => title)).toEqual(['دارای تأخیر (۱)'])
    const row = groups[0]?.rows[0]
    expect(
      [
        row?.id,
        row?.deadline,
        row?.slips,
        row?.progress,
        row?.pace,
        row?.absorption,
        row?.report,
        row?.status.word,
        row?.delay,
      ].map((text) => plain(text ?? '').replaceAll('\u200f', '')),
    ).toEqual([
      'r-1',
      '۱۴۰۵/۰۸/۱۵',
      'دو بار تمدید، ۷۶ روز',
      '۸۰٪',
      'در ۱۰۸٪ مدت، ۲۸ واحد درصد عقب',
      'جذب ۱۲۰٪',
      '۱۴۰۵/۰۶/۲۸: مانده است (نامهٔ ۵)',
      'دارای تأخیر',
      '۱۶ روز',
    ])
    expect(row?.bullets[0]?.marks[0]).toBeGreaterThan(1)
  })

  it('has the overdue first and counts through all groups', () => {
    const { groups } = view(
      rows('status: done', 'deadline: 1405/08/01', 'status: in-progress', 'status: suspended'),
    ).register
    expect(groups.map(({ title, rows: own }) => [plain(title), own[0]?.n])).toEqual([
      ['دارای تأخیر (۱)', '۱'],
      ['در دست اقدام (۱)', '۲'],
      ['متوقف یا لغوشده (۱)', '۳'],
      ['انجام~شده (۱)', '۴'],
    ])
  })
})

describe('the league', () => {
  it('ranks several bodies, and is left out for one', () => {
    const { league } = view(
      rows('responsible: ب, deadline: 1405/08/01', 'responsible: الف, status: done', ''),
    )
    expect(
      league.rows.map(({ n, body, all, done, late, rate }) => [
        n,
        plain(body),
        all,
        done,
        late,
        rate.replace('\u200f', ''),
      ]),
    ).toEqual([
      ['۱', 'الف', '۱', '۱', '۰', '۱۰۰٪'],
      ['۲', 'ب', '۱', '۰', '۱', '۰٪'],
      ['۳', 'بی دستگاه مسئول', '۱', '۰', '۰', '۰٪'],
    ])
    expect(view(rows('responsible: ب', 'responsible: ب')).league.title).toBe('')
  })
})

describe('the timeline', () => {
  it('says where what lies ahead falls', () => {
    const title = (...list: string[]): string => plain(view(rows(...list)).timeline.charts[0]?.title ?? '')
    expect(title('deadline: 1405/11/01', 'deadline: 1405/11/20', 'deadline: 1405/10/01')).toBe(
      'مهلت سه مصوبه در پیش است؛ بیش~تر از همه در بهمن ۱۴۰۵ (دو)',
    )
    expect(title('deadline: 1405/11/01', 'deadline: 1405/10/01')).toBe(
      'مهلت دو مصوبه در پیش است؛ نزدیک~ترین در دی ۱۴۰۵',
    )
    expect(title('deadline: 1405/08/01')).toBe('هیچ مهلتی در پیش نیست')
  })

  it('tells those it cannot show, and is left out where it can show none', () => {
    const { charts, note } = view(rows('deadline: مستمر', 'deadline: 1405/10/01')).timeline
    expect(plain(note)).toBe('یک مصوبه روز معینی برای مهلت ندارد و در نمودار نیست.')
    expect(charts[0]?.columns.map(({ label, total }) => [label, total])).toEqual([
      ['آذر ۱۴۰۵', ''],
      ['دی', '۱'],
    ])
    expect(view(rows('deadline: مستمر')).timeline.title).toBe('')
  })
})

describe('the changes', () => {
  const now = `meeting: { title: x }
resolutions:
  - { id: a, text: الف, deadline: 1405/11/01 }
  - { id: b, text: ب, status: done }
  - { id: c, text: ج }
  - { id: e, text: ه, progress: 45, status: in-progress }
statistics:
  - { label: رتبه, unit: رتبه, value: 7 }
  - { label: سهم, unit: درصد, value: 34 }
`
  const before = `meeting: { title: y, session: 10, date: 1405/06/15 }
bodies: [{ id: g, name: گمرک نمونه }]
resolutions:
  - { id: a, text: الف, deadline: 1405/10/01 }
  - { id: b, text: ب, status: in-progress, progress: 60 }
  - { id: d, text: د, responsible: g }
  - { id: e, text: ه, progress: 20, status: issued }
statistics:
  - { label: رتبه, unit: رتبه, value: 9 }
  - { label: سهم, unit: درصد, value: 31.5 }
`
  const found = compared(now, before)
  const told = (section: { rows: { text: string; change: string }[] }): string[] =>
    section.rows.map(({ text, change }) => plain(`${text}: ${change}`).replaceAll('\u200f', ''))

  it('are told in a sentence', () => {
    expect(plain(found.overview.message)).toBe(
      'از جلسهٔ قبل یک مصوبه تازه است، یک مصوبه بسته شد، یک مصوبه عقب افتاد، یک مصوبهٔ باز از پرونده افتاد و دو رقم جابه~جا شد.',
    )
    expect(found.overview.since).toBe('در برابر جلسهٔ دهم، ۱۵ شهریور ۱۴۰۵')
    expect(plain(compared(before, before).overview.message)).toBe(
      'از جلسهٔ قبل نه مصوبه~ای تغییر کرده است و نه رقمی.',
    )
  })

  it('say what happened to each resolution', () => {
    expect(told(found.slipped)).toEqual(['الف: از ۱۴۰۵/۱۰/۰۱ به ۱۴۰۵/۱۱/۰۱: ۳۰ روز دیرتر'])
    expect(told(found.closed)).toEqual(['ب: پیش از این: در دست اقدام، ۶۰٪'])
    expect(told(found.fresh)).toEqual(['ج: '])
    expect(told(found.advanced)).toEqual(['ه: پیشرفت از ۲۰٪ به ۴۵٪؛ از «ابلاغ~شده» به «در دست اقدام»'])
  })

  it('name a body as the old file names it', () => {
    expect(found.dropped.rows.map(({ text, responsible }) => [text, responsible])).toEqual([
      ['د', 'گمرک نمونه'],
    ])
  })

  it('tell ranks by places and shares by points', () => {
    expect(
      found.moved.rows.map(({ label, before: from, now: to, difference, direction, change }) => [
        label,
        from,
        to,
        plain(difference),
        direction,
        change,
      ]),
    ).toEqual([
      ['رتبه', '۹', '۷', '۲ پله', 'صعود', ''],
      ['سهم', '۳۱٫۵', '۳۴٫۰', '۲٫۵ واحد درصد', 'افزایش', ''],
    ])
  })

  it('need the previous file', () => {
    expect(missingNeeds(definition('changes'), briefingOf(''))).toEqual(['previous'])
    expect(missingNeeds(definition('follow-up'), briefingOf(''))).toEqual(['register'])
    expect(missingNeeds(definition('follow-up'), briefingOf(rows('')))).toEqual([])
  })
})

describe('the card', () => {
  const many = (n: number): string =>
    `statistics:\n${Array.from({ length: n }, (_, i) => `  - { label: شاخص ${i}, unit: نفر, value: ${i + 1}, period: 1405${i === n - 1 ? ', headline: برجسته' : ''} }\n`).join('')}`
  const card = (yaml: string): View['card'] => view(yaml, 'card').card

  it('has ten numbers at most, the highlighted first', () => {
    const { figures } = card(many(14))
    expect(figures).toHaveLength(10)
    expect(figures[0]).toMatchObject({ value: '۱۴', comparison: '' })
  })

  it('says what eight numbers compare to, and not more', () => {
    expect(card(many(8)).figures.map(({ comparison }) => comparison)[1]).toBe('سال ۱۴۰۵')
    expect(card(many(9)).figures.every(({ comparison }) => comparison === '')).toBe(true)
  })

  it('has three asks, and tells how many there are besides', () => {
    const found = card('asks: [الف, ب, ج, د, ه]')
    expect([found.asks.length, found.more]).toEqual([3, 'و دو درخواست دیگر در پرونده'])
    expect(card('asks: [الف]').more).toBe('')
  })

  it('has a line of standing for each target and blanks for what is not known', () => {
    const target =
      'unit: نفر, target: { value: 10, period: سال ۱۴۰۴ }, actual: { value: 4, period: ۶ ماههٔ نخست ۱۴۰۴ }'
    const found = card(`statistics: [{ label: الف, ${target} }, { label: ب, ${target} }]`)
    expect(found.standing.map(plain)).toEqual([
      'الف ۱۰ واحد درصد از تقویم عقب است',
      'ب ۱۰ واحد درصد از تقویم عقب است',
    ])
    expect(found.when.map(({ label, blank }) => [label, blank])).toEqual([
      ['تاریخ جلسه', true],
      ['ساعت', true],
      ['محل', true],
    ])
  })
})

describe('statistics of the briefing', () => {
  const two = (unit: string): string =>
    `statistics:\n  - { label: الف, unit: میلیون دلار, value: 12, last_year: 10, series: [{ label: فروردین, value: 3 }, { label: مهر, value: 12 }] }\n  - { label: ب, unit: ${unit}, value: 5, last_year: 8 }\n`

  it('of one unit with a year before are drawn as a slope', () => {
    const [chart] = view(two('دلار'), 'briefing').statistics.slopes
    expect(plain(chart?.title ?? '')).toBe('بیش~ترین تغییر نسبت به سال قبل: ب، ۳۷٫۵ درصد کاهش (میلیون دلار)')
    expect(chart?.lines.map(({ emphasis }) => emphasis)).toEqual([false, true])
    expect(view(two('نفر'), 'briefing').statistics.slopes).toEqual([])
  })

  it('have their series beside their name, not in a chart of its own', () => {
    const { rows: found, lines } = view(two('نفر'), 'briefing').statistics
    expect(found.map(({ spark }) => spark.values)).toEqual([[3, 12], []])
    expect(found[0]?.spark.description).toBe('فروردین: ۳؛ مهر: ۱۲ میلیون دلار')
    expect(lines).toEqual([])
  })
})
