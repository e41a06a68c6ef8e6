import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bulletSvg, leagueSvg, sparkSvg } from '../../../src/page/charts/cells.ts'
import { slopeSvg } from '../../../src/page/charts/slope.ts'
import { stackedSvg } from '../../../src/page/charts/stacked.ts'
import { timelineSvg } from '../../../src/page/charts/timeline.ts'
import type { SlopeChart, StackedChart, TimelineChart } from '../../../src/paper/view-follow-up.ts'
import type { StatusShape } from '../../../src/paper/view.ts'
import { attribute, labels, outside, overlaps, rects } from './boxes.ts'

const shapes: StatusShape[] = ['done', 'running', 'open', 'late', 'stopped']
const long = 'ادارهٔ کل بسیار بلندنام امور هماهنگی، نوسازی و بازرسی استان فرضی شمال خاوری'
const head = { title: 'پیام', description: 'شرح <نمودار>' }

const stacked = (values: number[], word = 'بخش'): StackedChart => ({
  ...head,
  parts: values.map((value, i) => ({
    label: `${word} ${i}`,
    value,
    valueLabel: `${value}`,
    shape: shapes[i % 5] ?? 'open',
  })),
})
const timeline = (cells: StatusShape[][], today = 0.5): TimelineChart => ({
  ...head,
  columns: cells.map((own, i) => ({
    label: `ماه ${i}`,
    total: own.length > 0 ? String(own.length) : '',
    cells: own,
  })),
  legend: [{ word: 'تأخیر', shape: 'late' }],
  today,
  todayLabel: 'امروز',
})
const slope = (...pairs: [number, number, string?][]): SlopeChart => ({
  ...head,
  beforeTitle: 'سال قبل',
  nowTitle: 'اکنون',
  source: '',
  lines: pairs.map(([before, now, label = 'شاخص'], i) => ({
    label: `${label} ${i}`,
    before,
    now,
    beforeLabel: `${before}`,
    nowLabel: `${now} (درصد)`,
    emphasis: i === 0,
  })),
})
const bullet = (done: number, ...marks: number[]): string => bulletSvg({ ...head, done, marks })
const league = (done: number, late: number): string => leagueSvg({ ...head, done, late })
const spark = (...values: number[]): string => sparkSvg({ ...head, values })

describe.each([
  ['stacked', stackedSvg(stacked([2, 3])), ['بخش 0: 2', 'بخش 1: 3']],
  [
    'timeline',
    timelineSvg(timeline([['late'], ['open', 'open']])),
    ['1', 'ماه 0', '2', 'ماه 1', 'امروز', 'تأخیر'],
  ],
  ['slope', slopeSvg(slope([10, 20])), ['سال قبل', 'اکنون', 'شاخص 0: 10', '20 (درصد)']],
  ['bullet', bullet(0.4, 0.7), []],
  ['league', league(0.4, 0.2), []],
  ['spark', spark(1, 3, 2), []],
])('%s', (kind, svg, texts) => {
  it('holds exactly its labels, as text', () => {
    expect(labels(svg).map(({ text }) => text)).toEqual(texts)
  })

  it('tells its message as text, too, and escapes it', () => {
    expect(svg).toMatch(
      new RegExp(
        `^<svg [^>]*class="chart chart-${kind}" role="img"[^>]*direction="rtl"[^>]*><title>پیام</title><desc>شرح &lt;نمودار&gt;</desc>`,
      ),
    )
  })

  it('keeps its labels apart and inside, and draws no letters', () => {
    expect(overlaps(labels(svg))).toEqual([])
    expect(outside(svg)).toEqual([])
    expect(svg).not.toMatch(/textPath|<use|<image|foreignObject|NaN|undefined|Infinity/)
  })
})

describe('stacked', () => {
  const values = fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 1, maxLength: 5 })

  it('has parts in proportion, side by side from the right, that fill the bar', () => {
    fc.assert(
      fc.property(values, (list) => {
        fc.pre(list.some((value) => value > 0))
        const parts = rects(stackedSvg(stacked(list)), 'part')
        const whole = list.reduce((a, b) => a + b, 0)
        let right = 970
        for (const [i, { x, width }] of parts.entries()) {
          expect(width).toBeCloseTo(((list[i] ?? 0) / whole) * 969, 1)
          expect(x + width).toBeCloseTo(right, 1)
          right = x
        }
        expect(right).toBeCloseTo(1, 1)
      }),
    )
  })

  it('is told apart without colour: what is late carries a triangle, what is stopped a stroke', () => {
    const svg = stackedSvg(stacked([10, 10, 10, 10, 10]))
    expect(svg.match(/class="mark"/g)).toHaveLength(4)
    const fills = [...svg.matchAll(/<rect class="part part-\w+"[^>]*style="fill:([^;]+);/g)].map(
      ([, fill]) => fill,
    )
    expect(new Set(fills).size).toBe(5)
  })

  it('wraps a key that is too long for one row', () => {
    const svg = stackedSvg(stacked([1, 2, 3, 4, 5], long))
    expect(overlaps(labels(svg))).toEqual([])
    expect(outside(svg)).toEqual([])
  })

  it('may be nothing at all, and refuses what is no number', () => {
    expect(stackedSvg(stacked([0, 0]))).not.toMatch(/NaN|Infinity/)
    expect(() => stackedSvg(stacked([Number.NaN]))).toThrow('stacked: not a finite number')
  })
})

describe('timeline', () => {
  it('has a box for each deadline, stacked from the line up, the first span at the right', () => {
    const cells = rects(timelineSvg(timeline([['done', 'late'], [], ['open']])), 'cell')
    expect(cells).toHaveLength(3)
    const [low, high, other] = cells
    expect(low?.x).toBe(high?.x)
    expect((high?.y ?? 0) + (high?.height ?? 0)).toBeCloseTo(low?.y ?? 0, 1)
    expect(other?.x).toBeLessThan(low?.x ?? 0)
    expect(other?.y).toBe(low?.y)
  })

  it.each([0, 0.5, 1.25, 3])('marks the day at its place: %d', (today) => {
    const svg = timelineSvg(timeline([['open'], ['open'], ['open']], today))
    const marker = attribute(/<line [^>]*stroke-dasharray[^>]*>/.exec(svg)?.[0] ?? '', 'x1')
    const centres = rects(svg, 'cell').map(({ x, width }) => x + width / 2)
    const step = (centres[0] ?? 0) - (centres[1] ?? 0)
    expect(marker).toBeCloseTo((centres[0] ?? 0) + step / 2 - today * step, 1)
  })

  it('keeps apart the labels of as many spans as there may be', () => {
    const columns = Array.from({ length: 16 }, (_, i) =>
      Array.from({ length: i % 7 }, (): StatusShape => 'late'),
    )
    const chart = timeline(columns, 7.4)
    const named = {
      ...chart,
      columns: chart.columns.map((column) => ({ ...column, label: 'اردیبهشت ۱۴۰۵' })),
    }
    expect(overlaps(labels(timelineSvg(named)))).toEqual([])
    expect(outside(timelineSvg(named))).toEqual([])
  })

  it('stays of one height however many deadlines one month has', () => {
    const height = (n: number): number =>
      Number(
        /viewBox="0 0 \d+ ([\d.]+)"/.exec(
          timelineSvg(timeline([Array.from({ length: n }, () => 'open' as const)])),
        )?.[1],
      )
    expect(height(200)).toBeCloseTo(height(40), 0)
    expect(
      rects(timelineSvg(timeline([Array.from({ length: 200 }, () => 'open' as const)])), 'cell'),
    ).toHaveLength(200)
  })
})

describe('slope', () => {
  const ends = (svg: string): number[][] =>
    [...svg.matchAll(/class="slope" d="M([\d.]+) ([\d.]+)L([\d.]+) ([\d.]+)"/g)].map((m) =>
      m.slice(1).map(Number),
    )

  it('runs to the left, up for a rise and down for a fall, which is dashed', () => {
    const svg = slopeSvg(slope([10, 20], [15, 5]))
    const [rise = [], fall = []] = ends(svg)
    expect(rise[0]).toBeGreaterThan(rise[2] ?? 0)
    expect(rise[1]).toBeGreaterThan(rise[3] ?? 0)
    expect(fall[1]).toBeLessThan(fall[3] ?? 0)
    expect(svg.match(/class="slope"[^>]*stroke-dasharray/g)).toHaveLength(1)
  })

  it('stands the higher the greater the value', () => {
    const heights = ends(slopeSvg(slope([1, 9], [4, 6], [8, 2]))).map(([, before]) => before ?? 0)
    expect(heights).toEqual(heights.toSorted((a, b) => b - a))
  })

  it('keeps labels apart, however close the values and long the names', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 20 })), {
          minLength: 2,
          maxLength: 7,
        }),
        (pairs) => {
          const svg = slopeSvg(slope(...pairs.map(([a, b]): [number, number, string] => [a, b, long])))
          expect(overlaps(labels(svg))).toEqual([])
          expect(outside(svg)).toEqual([])
        },
      ),
    )
  })

  it('may be level', () => {
    expect(slopeSvg(slope([5, 5], [5, 5]))).not.toMatch(/NaN|Infinity/)
  })
})

describe('bullet', () => {
  it('is in proportion to its whole, from the right', () => {
    const [whole] = rects(bullet(0.4), 'track')
    const [done] = rects(bullet(0.4), 'done')
    expect((done?.width ?? 0) / (whole?.width ?? 1)).toBeCloseTo(0.4, 2)
    expect((done?.x ?? 0) + (done?.width ?? 0)).toBeCloseTo((whole?.x ?? 0) + (whole?.width ?? 0), 1)
  })

  it('shrinks the whole where the calendar is beyond it, and does not clamp', () => {
    const at = (svg: string): number =>
      attribute(/<path class="due" d="M([\d.]+)/.exec(svg)?.[0].replace('d="M', ' at="') + '"', 'at')
    const [whole] = rects(bullet(0.5, 2), 'track')
    expect(whole?.width).toBeCloseTo(57, 1)
    expect(at(bullet(0.5, 2))).toBeCloseTo(3, 1)
    expect(at(bullet(0.5, 0.5))).toBeCloseTo(60, 1)
  })

  it('has no mark where the period is not known', () => {
    expect(bullet(0.5)).not.toContain('class="due"')
  })
})

describe('league', () => {
  it('has what is done at the right and what is late at the left, in proportion', () => {
    const svg = league(0.5, 0.25)
    const [whole] = rects(svg, 'track')
    const [done] = rects(svg, 'done')
    const [late] = rects(svg, 'late')
    expect((done?.width ?? 0) / (whole?.width ?? 1)).toBeCloseTo(0.5, 2)
    expect((late?.width ?? 0) / (whole?.width ?? 1)).toBeCloseTo(0.25, 2)
    expect(late?.x).toBeCloseTo(whole?.x ?? 0, 1)
    expect((done?.x ?? 0) + (done?.width ?? 0)).toBeCloseTo((whole?.x ?? 0) + (whole?.width ?? 0), 1)
  })

  it('draws nothing where there is nothing', () => {
    expect(rects(league(0, 0), 'done')).toEqual([])
    expect(rects(league(0, 0), 'late')).toEqual([])
  })
})

describe('spark', () => {
  it('runs to the left and ends in a dot at its last value', () => {
    const svg = spark(1, 5, 3)
    const points = (/d="M([^"]*)"/.exec(svg)?.[1] ?? '').split('L').map((p) => p.split(',').map(Number))
    expect(points.map(([x]) => x)).toEqual([115, 60, 5])
    expect(points[1]?.[1]).toBeLessThan(points[2]?.[1] ?? 0)
    expect(points[2]?.[1]).toBeLessThan(points[0]?.[1] ?? 0)
    expect(attribute(/<circle [^>]*>/.exec(svg)?.[0] ?? '', 'cx')).toBe(5)
  })

  it('may be level', () => {
    expect(spark(2, 2)).not.toMatch(/NaN|Infinity/)
  })
})
