import { describe, expect, it } from 'vitest'
import { toView } from '../../src/paper/view-of.ts'
import type { View } from '../../src/paper/view.ts'
import { definition } from '../page/files.ts'
import { briefingOf, exports, plain, statistic } from './briefing-of.ts'

const house = { settings: {}, emblem: '' }
const view = (yaml: string): View => toView(definition('briefing'), briefingOf(yaml), house)
const summary = (yaml: string): View['summary'] =>
  toView(definition('summary'), briefingOf(yaml), house).summary

describe('sections', () => {
  it('are numbered over those that are printed', () => {
    const { summary: first, agenda, background, statistics, sources } = view(`${exports}background: [متن]\n`)
    expect([first, background, statistics].map(({ number, title }) => plain(`${number} ${title}`))).toEqual([
      '۱ خلاصهٔ مدیریتی',
      '۲ پیشینه',
      '۳ آمار و ارقام',
    ])
    for (const { number, title } of [agenda, sources]) expect(number + title).toBe('')
  })

  it('do not repeat asks that the summary tells whole', () => {
    const short = view('asks: [{ text: الف, to: دولت, amount: ۲ میلیارد تومان }]').asks
    expect([short.title, short.rows.length, short.total]).toEqual(['', 1, ''])
    expect(plain(view('asks: [{ text: الف, effect: ب }]').asks.title)).toBe('درخواست~ها')
  })

  it('sum what is asked for by unit', () => {
    const asks = (...amounts: string[]): string =>
      plain(view(`asks: [${amounts.map((a) => `{ text: الف, amount: ${a} }`).join(', ')}]`).asks.total)
    expect(asks('۵۰۰ میلیارد تومان', '۹۰ میلیارد تومان')).toBe('مجموع: ۵۹۰ میلیارد تومان')
    expect(asks('۵ میلیارد تومان', '۲ میلیون دلار')).toBe('مجموع: ۵ میلیارد تومان و ۲ میلیون دلار')
  })
})

describe('key figures', () => {
  const rows = (...fields: string[]): string =>
    `statistics:\n${fields.map((f, i) => `  - { label: شاخص ${i}, unit: فقره, ${f} }\n`).join('')}`

  it('are those with a headline', () => {
    const { keyFigures } = summary(rows('value: 1', 'value: 2, headline: بیش از پارسال'))
    expect(keyFigures).toEqual([{ value: '۲', unit: 'فقره', label: 'شاخص ۱', comparison: 'بیش از پارسال' }])
  })

  it('are the first six where none has one', () => {
    expect(summary(rows(...Array.from({ length: 8 }, () => 'value: 1'))).keyFigures).toHaveLength(6)
  })

  it('leave a target to its chart', () => {
    const { keyFigures, paces } = summary(exports)
    expect([keyFigures.length, paces.length, paces[0]?.figures.length]).toEqual([0, 1, 3])
  })

  it('of several targets stand in the sentences of the one page alone', () => {
    const target = 'target: { value: 10, period: سال ۱۴۰۴ }, actual: { value: 4, period: ۶ ماههٔ نخست ۱۴۰۴ }'
    expect(summary(rows(target, target)).paces.map(({ figures }) => figures)).toEqual([[], []])
    expect(view(rows(target, target)).summary.paces[0]?.figures).toHaveLength(3)
  })
})

describe('statistics', () => {
  it('have one row a value, in one scale', () => {
    const [row] = view(exports).statistics.rows
    expect([row?.unit, row?.value, row?.target, row?.share]).toEqual([
      'میلیون دلار',
      '۱٬۲۳۱',
      '۱٬۸۰۰',
      '۶۸٫۴\u200f٪',
    ])
  })

  it('list parts without values in words', () => {
    const { background, statistics } = view(statistic('breakdown: [ترکیه, عراق]'))
    expect(background.facts).toEqual([{ label: 'صادرات استان', items: ['ترکیه', 'عراق'] }])
    expect(statistics.title).toBe('')
  })

  it('draw parts with values as bars with their shares', () => {
    const [chart] = view(
      statistic('unit: فقره, breakdown: [{ label: الف, value: 3 }, { label: ب, value: 1 }]'),
    ).statistics.bars
    expect(chart?.title).toBe('صادرات استان (فقره)')
    expect(chart?.bars.map(({ valueLabel, emphasis }) => [plain(valueLabel), emphasis])).toEqual([
      ['۳ (۷۵ درصد)', true],
      ['۱ (۲۵ درصد)', false],
    ])
  })

  it('draw a series with ticks in the scale of its points', () => {
    const [chart] = view(
      statistic('unit: میلیون دلار, series: [{ label: الف, value: 900 }, { label: ب, value: 1250 }]'),
    ).statistics.lines
    expect(chart?.title).toBe('صادرات استان (میلیون دلار)')
    expect(chart?.points.map((p) => p.valueLabel)).toEqual(['۹۰۰', '۱٬۲۵۰'])
    expect(chart?.ticks.map((t) => t.label)).toEqual(['۰', '۵۰۰', '۱٬۰۰۰', '۱٬۵۰۰'])
  })
})

describe('statements', () => {
  const people = 'people: [{ id: a, name: نام, post: سمت }]\n'
  const said = (...rows: string[]): string =>
    `${people}statements:\n${rows.map((r) => `  - { text: متن, ${r} }\n`).join('')}`

  it('stand under their theme, level and speaker; a post is told once', () => {
    const { themes } = view(
      said(
        'speaker: a, theme: یک, level: provincial',
        'speaker: a, theme: یک, level: provincial, nature: request',
        'speaker: گویندهٔ دیگر, theme: دو',
        'speaker: a, theme: یک, level: national',
      ),
    ).statements
    expect(themes.map(({ theme, level }) => [theme, level])).toEqual([
      ['یک', ''],
      ['دو', ''],
    ])
    const levels = themes[0]?.levels ?? []
    expect(levels.map(({ level }) => level)).toEqual(['استانی', 'ملی'])
    expect(
      levels.map(({ speakers }) => speakers.map(({ name, post, rows }) => [name, post, rows.length])),
    ).toEqual([[['نام', 'سمت', 2]], [['نام', '', 1]]])
  })

  it('have their only level beside the theme', () => {
    const [theme] = view(said('speaker: a, theme: یک, level: national')).statements.themes
    expect([theme?.level, theme?.levels[0]?.level]).toEqual(['ملی', ''])
  })

  it('without a theme come last', () => {
    const { themes } = view(said('speaker: a', 'speaker: a, theme: یک')).statements
    expect(themes.map(({ theme }) => theme)).toEqual(['یک', 'سایر اظهارات'])
  })
})

describe('sources', () => {
  const one =
    'sources: [{ id: s, title: خبر }]\nstatistics: [{ label: ک, unit: فقره, value: 1, source: s }]\n'

  it('carry no marks where all comes from one', () => {
    const { statistics, sources } = view(one)
    expect([statistics.rows[0]?.source, sources.rows[0]?.mark]).toEqual(['', ''])
    expect(sources.note).toBe('همهٔ ارقام و اظهارات این پرونده از این منبع است.')
  })

  it.each([
    ['a second source', `${one}asks: [{ text: الف, source: دیگری }]\n`],
    ['a statement without one', `${one}statements: [{ speaker: یک گوینده, text: متن }]\n`],
  ])('are marked where there is %s', (_, yaml) => {
    const { statistics, sources } = view(yaml)
    expect([statistics.rows[0]?.source, sources.rows[0]?.mark, sources.note]).toEqual(['۱', '۱', ''])
  })

  it('of a section stand under it, and the marks of key figures only where a list of sources follows', () => {
    const yaml = `sources: [{ id: s, title: خبر }, { id: t, title: گزارش }]
statistics: [{ label: ک, unit: فقره, value: 1, source: t, headline: امسال }]
statements: [{ speaker: یک گوینده, text: الف, source: s }, { speaker: یک گوینده, text: ب, source: یک نامه }]
obstacles: [{ text: الف }]
`
    const { statistics, statements, obstacles, summary: first, sources } = view(yaml)
    expect([statistics, statements, obstacles].map(({ cited }) => cited)).toEqual([
      '[۲] گزارش',
      '[۱] خبر؛ [۳] یک نامه',
      '',
    ])
    expect(sources.rows.map(({ mark }) => mark)).toEqual(['۱', '۲', '۳'])
    expect(first.keyFigures[0]?.comparison).toBe('امسال [۲]')
    expect(summary(yaml).keyFigures[0]?.comparison).toBe('امسال')
  })
})

describe('tables of people and resolutions', () => {
  it('leave out the word that all drafts share', () => {
    expect(view('resolutions: [الف, ب]').resolutions.rows.map(({ status }) => status.word)).toEqual(['', ''])
    const mixed = view('resolutions: [الف, { text: ب, status: issued }]').resolutions.rows
    expect(mixed.map(({ status }) => plain(status.word))).toEqual(['پیش~نویس', 'ابلاغ~شده'])
  })

  it('name a body only where the post does not', () => {
    const { rows } = view(
      'bodies: [{ id: g, name: گمرک }]\npeople: [{ id: a, name: یکم, post: مدیر گمرک, body: g }, { id: b, name: دوم, post: کارشناس, body: g }]\nattendees: [{ person: a }, { person: b, represented_by: نفر سوم }]',
    ).participants
    expect(rows.map(({ post, body }) => [post, body])).toEqual([
      ['مدیر گمرک', ''],
      ['کارشناس', 'گمرک'],
    ])
    expect(plain(rows[1]?.attendance ?? '')).toBe('دعوت~شده؛ نماینده: نفر سوم')
  })

  it('tell the history of an earlier resolution', () => {
    const [row] = view(
      'earlier_resolutions: [{ text: الف, meeting: جلسهٔ دهم, progress: 45, deadline: 1405-06-31, status: in-progress, history: [{ date: 1405-05-01, deadline: 1405-08-30 }] }]',
    ).earlier.rows
    expect(row?.history).toBe('جلسهٔ دهم؛ پیشرفت ۴۵ درصد؛ یک بار تمدید')
    expect([row?.deadline, row?.status.word, row?.status.shape]).toEqual([
      '۱۴۰۵/۰۸/۳۰',
      'دارای تأخیر',
      'late',
    ])
  })
})

describe('what is open', () => {
  it('is told in one phrase each', () => {
    expect(view(statistic('unit: فقره, value: 1')).openPoints.map(plain)).toEqual([
      'تاریخ جلسه، ساعت شروع، محل جلسه، شمارهٔ جلسه، شمارهٔ نامه، رئیس جلسه و دبیر جلسه هنوز معلوم نیست',
      'منبع یک رقم یا سخن نیامده است',
    ])
  })

  it('is a blank on the cover', () => {
    const { cover, letter } = view('')
    expect(cover.filter(({ blank }) => blank).map(({ label }) => label)).toContain('محل')
    expect(letter.map(({ blank }) => blank)).toEqual([true, true, false])
  })
})
