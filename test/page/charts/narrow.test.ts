import { expect, it } from 'vitest'
import { barsSvg } from '../../../src/page/charts/bars.ts'
import { lineSvg } from '../../../src/page/charts/line.ts'
import { paceSvg } from '../../../src/page/charts/pace.ts'
import { slopeSvg } from '../../../src/page/charts/slope.ts'
import { stackedSvg } from '../../../src/page/charts/stacked.ts'
import { NARROW } from '../../../src/page/charts/svg.ts'
import { timelineSvg } from '../../../src/page/charts/timeline.ts'
import type { StatusShape } from '../../../src/paper/view.ts'
import { briefing } from '../sample-view.ts'
import { labels, outside, overlaps, rects } from './boxes.ts'

const head = { title: 'پیام', description: 'شرح' }
const months = ['فروردین ۱۴۰۵', 'اردیبهشت', 'خرداد', 'تیر', 'مرداد', 'شهریور', 'مهر', 'آبان', 'آذر', 'دی']
const shapes: StatusShape[] = ['done', 'running', 'open', 'late', 'stopped']
const legend = ['انجام‌شده', 'در دست اقدام', 'شروع‌نشده', 'دارای تأخیر', 'متوقف یا لغوشده'].map((word, i) => ({
  word,
  shape: shapes[i] ?? 'open',
}))
const timeline = {
  ...head,
  columns: months.map((label, i) => ({
    label,
    total: i === 0 ? '' : String(i * 3),
    cells: Array.from({ length: i * 3 }, (_, n) => shapes[n % 5] ?? 'open'),
  })),
  legend,
  today: 3.4,
  todayLabel: 'امروز: ۴ آذر ۱۴۰۵',
}
const stacked = {
  ...head,
  parts: legend.map(({ word, shape }, i) => ({ label: word, value: i + 1, valueLabel: `${i + 1}`, shape })),
}
const slope = {
  ...head,
  beforeTitle: 'سال قبل',
  nowTitle: 'اکنون',
  source: '',
  lines: [1, 2, 3].map((n) => ({
    label: 'صادرات غیرنفتی استان',
    before: n,
    now: n * n,
    beforeLabel: `${n}`,
    nowLabel: `${n * n} (۱۲٫۵ درصد افزایش)`,
    emphasis: n === 1,
  })),
}

it.each([
  ...briefing.summary.paces.map((chart) => ['pace', paceSvg(chart, NARROW)]),
  ...briefing.statistics.bars.map((chart) => ['bars', barsSvg(chart, NARROW)]),
  ...briefing.statistics.lines.map((chart) => ['line', lineSvg(chart, NARROW)]),
  ['slope', slopeSvg(slope, NARROW)],
  ['stacked', stackedSvg(stacked, NARROW)],
  ['timeline', timelineSvg(timeline, NARROW)],
])('%s is drawn for a phone, its labels apart and inside', (kind, svg = '') => {
  expect(svg).toContain(`class="chart chart-${kind} narrow"`)
  expect(svg).toContain(`viewBox="0 0 ${NARROW} `)
  expect(labels(svg).length).toBeGreaterThan(1)
  expect(overlaps(labels(svg))).toEqual([])
  expect(outside(svg)).toEqual([])
})

it('a timeline is a row for each span there, with a box for each deadline, from the names to the left', () => {
  const boxes = rects(timelineSvg(timeline, NARROW), 'cell')
  expect(boxes).toHaveLength(timeline.columns.flatMap(({ cells }) => cells).length)
  expect(new Set(boxes.map(({ y }) => y)).size).toBe(months.length - 1)
  for (const { x, width } of boxes) {
    expect(x).toBeGreaterThan(0)
    expect(x + width).toBeLessThanOrEqual(NARROW - 90)
  }
})
