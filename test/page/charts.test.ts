import { describe, expect, it } from 'vitest'
import { barsSvg } from '../../src/page/charts/bars.ts'
import { lineSvg } from '../../src/page/charts/line.ts'
import { paceSvg } from '../../src/page/charts/pace.ts'
import { WIDTH, labelWidth, wrap } from '../../src/page/charts/svg.ts'
import { attribute, labels, overlaps, plain } from './charts/boxes.ts'
import type { Bar, BarsChart, LineChart, PaceChart } from '../../src/paper/view.ts'

const outside = (svg: string): string[] => {
  const height = Number(/viewBox="0 0 \d+ ([\d.]+)"/.exec(svg)?.[1])
  return labels(svg)
    .filter((b) => b.x1 < -0.1 || b.x2 > WIDTH + 0.1 || b.y1 < -0.1 || b.y2 > height + 0.1)
    .map((b) => b.text)
}
const rect = (svg: string, name: string): { x: number; width: number } => {
  const tag = new RegExp(`<rect class="${name}"[^>]*>`).exec(svg)?.[0] ?? ''
  return { x: attribute(tag, 'x'), width: attribute(tag, 'width') }
}
const long = 'شرکت‌های صادرکنندهٔ محصولات پتروشیمی و صنایع غذایی و معدنی استان آذربایجان شرقی در منطقهٔ آزاد ارس'

const pace: PaceChart = {
  title: 'صادرات',
  description: 'شرح <نمودار>',
  actual: 1231,
  target: 1800,
  elapsed: 0.75,
  actualLabel: 'تحقق: ۱٬۲۳۱',
  targetLabel: 'هدف: ۱٬۸۰۰',
  elapsedLabel: 'تقویم: ۷۵ درصد',
  figures: [],
}
const bar = (value: number, more: Partial<Bar> = {}): Bar => ({
  label: `نام ${value}`,
  value,
  valueLabel: `${value}`,
  emphasis: false,
  ...more,
})
const bars = (...list: Bar[]): BarsChart => ({ title: 'میله', description: 'شرح', bars: list, source: '' })
const series = (values: number[], more: Partial<LineChart> = {}): LineChart => ({
  title: 'روند',
  description: 'شرح',
  points: values.map((value, i) => ({ label: `ماه ${i}`, value, valueLabel: `${value}` })),
  ticks: [{ value: 0, label: '۰' }],
  references: [],
  source: '',
  ...more,
})
const heights = (svg: string): number[] =>
  [...svg.matchAll(/<circle [^>]*>/g)].map(([t]) => attribute(t, 'cy'))
const widths = (svg: string): number[] =>
  [...svg.matchAll(/<rect class="bar"[^>]*>/g)].map(([t]) => attribute(t, 'width'))

describe.each([
  ['pace', paceSvg(pace), ['هدف: ۱٬۸۰۰', 'تحقق: ۱٬۲۳۱', 'تقویم: ۷۵ درصد']],
  ['bars', barsSvg(bars(bar(3), bar(5))), ['نام 3', '3', 'نام 5', '5']],
  ['line', lineSvg(series([1, 2])), ['۰', '1', 'ماه 0', '2', 'ماه 1']],
])('%s', (kind, svg, texts) => {
  it('holds exactly its labels, as text', () => {
    expect(labels(svg).map((b) => b.text)).toEqual(texts)
  })

  it('has a text alternative and the direction of the page', () => {
    expect(svg).toMatch(
      new RegExp(
        `^<svg [^>]*class="chart chart-${kind}" role="img"[^>]*direction="rtl"[^>]*><title>[^<]+</title><desc>[^<]+</desc>`,
      ),
    )
  })

  it('names no font but the embedded one and has no text in paths', () => {
    // The family is the page's.
    expect(svg).not.toContain('font-family')
    expect(svg).not.toMatch(/textPath|<use|<image|foreignObject|NaN|undefined/)
    // A path is the series or the marker: a handful of commands, never the outline of letters.
    for (const [, d] of svg.matchAll(/ d="([^"]*)"/g)) expect(d).not.toMatch(/[CcQqSsTtAa]/)
  })

  it('keeps its labels apart and inside', () => {
    expect(overlaps(labels(svg))).toEqual([])
    expect(outside(svg)).toEqual([])
  })
})

it('escapes what it is given', () => {
  const svg = barsSvg(bars(bar(1, { label: '<script>"&' })))
  expect(svg).not.toContain('<script')
  expect(labels(svg)[0]?.text).toContain('<script>')
  expect(paceSvg(pace)).toContain('<desc>شرح &lt;نمودار&gt;</desc>')
})

describe('pace', () => {
  it('grows to the left from zero at the right', () => {
    const less = rect(paceSvg({ ...pace, actual: 600 }), 'actual')
    const more = rect(paceSvg({ ...pace, actual: 1231 }), 'actual')
    expect(more.width).toBeGreaterThan(less.width)
    expect(more.x + more.width).toBeCloseTo(less.x + less.width, 1)
    expect(more.x).toBeLessThan(less.x)
  })

  it('is in proportion to the target', () => {
    const svg = paceSvg(pace)
    expect(rect(svg, 'actual').width / rect(svg, 'target').width).toBeCloseTo(1231 / 1800, 3)
  })

  it('is not clamped over 100 percent', () => {
    const svg = paceSvg({ ...pace, actual: 2700 })
    expect(rect(svg, 'actual').width / rect(svg, 'target').width).toBeCloseTo(1.5, 3)
  })

  it('outlines what is missing against the calendar, and nothing when ahead', () => {
    const svg = paceSvg(pace)
    expect(rect(svg, 'gap').width / rect(svg, 'target').width).toBeCloseTo(0.75 - 1231 / 1800, 3)
    expect(paceSvg({ ...pace, actual: 1500 })).not.toContain('class="gap"')
  })

  it('draws a fall below zero to the right of it', () => {
    const svg = paceSvg({ ...pace, actual: -300 })
    const target = rect(svg, 'target')
    expect(rect(svg, 'actual').x).toBeCloseTo(target.x + target.width, 1)
    expect(rect(svg, 'actual').width).toBeGreaterThan(50)
  })

  it.each([0, 300, 1700, 1800, 2700, -300])('keeps very long labels apart at %d', (actual) => {
    const svg = paceSvg({
      ...pace,
      actual,
      actualLabel: long,
      targetLabel: `${long} ${long}`,
      elapsedLabel: long,
    })
    expect(overlaps(labels(svg))).toEqual([])
    expect(outside(svg)).toEqual([])
  })

  it('survives a target of zero and refuses what is no number', () => {
    expect(paceSvg({ ...pace, actual: 0, target: 0 })).not.toMatch(/NaN|Infinity/)
    expect(() => paceSvg({ ...pace, actual: Number.NaN })).toThrow('pace: not a finite number')
  })
})

describe('bars', () => {
  it('are as long as their values', () => {
    const [a = 0, b = 0, c = 0] = widths(barsSvg(bars(bar(10), bar(20), bar(40))))
    expect(b / a).toBeCloseTo(2, 2)
    expect(c / a).toBeCloseTo(4, 2)
  })

  it('go the other way below zero', () => {
    const svg = barsSvg(bars(bar(10), bar(-10)))
    const [up, down] = [...svg.matchAll(/<rect class="bar"[^>]*>/g)].map(([t]) => t)
    expect(attribute(down ?? '', 'x')).toBeCloseTo(attribute(up ?? '', 'x') + attribute(up ?? '', 'width'), 1)
    expect(overlaps(labels(svg))).toEqual([])
  })

  it('mark the emphasised by the fill', () => {
    const svg = barsSvg(bars(bar(1), bar(2, { emphasis: true })))
    expect(svg.match(/fill:var\(--accent/g)).toHaveLength(1)
  })

  it('wrap very long names and values, whole', () => {
    const svg = barsSvg(bars(bar(1, { label: long, valueLabel: long }), bar(-2, { label: long }), bar(3)))
    expect(overlaps(labels(svg))).toEqual([])
    expect(outside(svg)).toEqual([])
    expect(plain(svg)).toContain(long)
  })

  it('stand apart from the names', () => {
    const svg = barsSvg(bars(bar(1, { label: long }), bar(9, { label: long })))
    const names = labels(svg).filter((b) => b.x2 > WIDTH - 5)
    for (const [tag] of svg.matchAll(/<rect class="bar"[^>]*>/g))
      for (const name of names) expect(attribute(tag, 'x') + attribute(tag, 'width')).toBeLessThan(name.x1)
  })

  it('may all be zero, or none', () => {
    expect(widths(barsSvg(bars(bar(0), bar(0))))).toEqual([0, 0])
    expect(barsSvg(bars())).not.toMatch(/NaN|Infinity/)
  })
})

describe('line', () => {
  it('stands the higher the greater the value, and runs to the left', () => {
    const svg = lineSvg(series([1, 5, 3]))
    const [a = 0, b = 0, c = 0] = heights(svg)
    expect(b).toBeLessThan(c)
    expect(c).toBeLessThan(a)
    const xs = [...svg.matchAll(/<circle [^>]*>/g)].map(([t]) => attribute(t, 'cx'))
    expect(xs).toEqual(xs.toSorted((p, q) => q - p))
  })

  it('goes below its zero line', () => {
    const svg = lineSvg(series([4, -4]))
    const zero = Number(
      /stroke:#1c1c1c;stroke-width:1"/.exec(svg) && /y1="([\d.]+)"[^>]*stroke:#1c1c1c/.exec(svg)?.[1],
    )
    const [up = 0, down = 0] = heights(svg)
    expect(up).toBeLessThan(zero)
    expect(down).toBeGreaterThan(zero)
  })

  it('moves a value out of the way of a reference line', () => {
    const svg = lineSvg(series([100, 950], { references: [{ value: 1000, label: 'هدف' }] }))
    const reference = Number(/y1="([\d.]+)"[^>]*stroke-dasharray/.exec(svg)?.[1])
    const value = labels(svg).find((b) => b.text === '950')
    expect(value?.y1).toBeGreaterThan(reference)
  })

  it('thins the labels of many points, keeping the last', () => {
    const svg = lineSvg(series(Array.from({ length: 60 }, (_, i) => 1000 + i)))
    expect(overlaps(labels(svg).filter((b) => b.text.startsWith('ماه')))).toEqual([])
    expect(labels(svg).map((b) => b.text)).toContain('1059')
    expect(heights(svg)).toHaveLength(60)
  })

  it('wraps long names of points', () => {
    const chart = series([1, 2, 3])
    const svg = lineSvg({ ...chart, points: chart.points.map((p) => ({ ...p, label: long })) })
    expect(overlaps(labels(svg))).toEqual([])
    expect(outside(svg)).toEqual([])
  })

  it('may have one point, or none', () => {
    expect(lineSvg(series([7]))).not.toMatch(/NaN|Infinity/)
    expect(lineSvg(series([]))).not.toMatch(/NaN|Infinity/)
  })
})

describe('wrap', () => {
  it('keeps every letter and fits the width', () => {
    for (const width of [30, 80, 200, 2000]) {
      const lines = wrap(long, 12, width)
      expect(lines.join('').replaceAll(' ', '')).toBe(long.replaceAll(' ', ''))
      for (const l of lines) expect(labelWidth(l, 12)).toBeLessThanOrEqual(width)
    }
  })

  it('does not count what is not seen', () => {
    expect(labelWidth('می\u200cرود', 10)).toBe(labelWidth('میرود', 10))
  })
})
