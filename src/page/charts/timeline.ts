import { scaleBand } from 'd3-scale'
import type { TimelineChart } from '../../paper/view-follow-up.ts'
import { part } from './shapes.ts'
import { keyRows } from './stacked.ts'
import {
  INK,
  NARROW,
  QUIET,
  WIDE,
  assertFinite,
  centred,
  label,
  leading,
  line,
  round,
  svg,
  wrap,
} from './svg.ts'

const SMALL = 11
const SIZE = 12
/** Highest a column may grow, and the height of one deadline in it. */
const PLOT = 88
const CELL = 14

const NAMES = 96
const ROW = 15

/** Across a narrow screen: a row for each span, the first at the top, of one box for each deadline in it. */
function timelineRows({ columns, today, todayLabel, legend, title, description }: TimelineChart): string {
  const most = Math.max(1, ...columns.map(({ cells }) => cells.length))
  const axis = NARROW - NAMES
  const cell = Math.min(ROW, (axis - 30) / most)
  let top = 2
  const rows = columns.map(({ cells, label: name, total }, index) => {
    const now = index === Math.floor(today)
    const under = now ? wrap(todayLabel, SMALL, NAMES - 8) : []
    const middle = top + 12
    const boxes = cells.map((shape, place) =>
      part(axis - place * cell, axis - (place + 1) * cell, middle - ROW / 2, ROW, shape, 'cell'),
    )
    const drawn =
      label(name, NARROW - 1, middle + 4, { size: SIZE, bold: now }) +
      label(under, NARROW - 1, middle + 4 + leading(SIZE), { size: SMALL, bold: true }) +
      label(total, axis - cells.length * cell - 6, middle + 4, { bold: true })
    top += 24 + leading(SMALL) * under.length
    return boxes.join('') + drawn
  })
  const key = keyRows(legend, top + 6, NARROW)
  const body = line(axis, 0, axis, top, INK, 1) + rows.join('') + key.body
  return svg('timeline', key.bottom, title, description, body, NARROW)
}

/** A column for each span of the calendar, the first at the right, of one box for each deadline in it. */
export function timelineSvg(chart: TimelineChart, width = WIDE): string {
  if (width === NARROW) return timelineRows(chart)
  const { columns, today } = chart
  assertFinite([today], 'timeline')
  const x = scaleBand(
    columns.map((_, index) => String(index)),
    [WIDE - 1, 1],
  ).padding(0.24)
  const middle = (index: number): number => (x(String(index)) ?? 0) + x.bandwidth() / 2
  const most = Math.max(1, ...columns.map(({ cells }) => cells.length))
  const cell = Math.min(CELL, PLOT / most)
  const top = leading(SIZE) * 2 + 6
  const base = top + most * cell
  // The whole band of a span, with its share of the gaps, is its time.
  const now = middle(0) + x.step() / 2 - today * x.step()
  const bar = Math.min(x.bandwidth(), 46)
  const names = columns.map(({ label }) => wrap(label, SMALL, x.step() - 3))
  const body = columns.map(({ cells, total }, index) => {
    const at = middle(index)
    const boxes = cells.map((shape, place) =>
      part(at + bar / 2, at - bar / 2, base - (place + 1) * cell, cell, shape, 'cell'),
    )
    return [
      ...boxes,
      centred(total, at, base - cells.length * cell - 5, { bold: true }, WIDE),
      centred(names[index] ?? [], at, base + 17, { size: SMALL, fill: QUIET }, WIDE),
    ].join('')
  })
  const under = base + 12 + leading(SMALL) * Math.max(1, ...names.map((lines) => lines.length))
  const key = keyRows(chart.legend, under + 6, WIDE)
  const marker =
    columns.length === 0
      ? ''
      : line(now, leading(SIZE) + 1, now, base + 4, INK, 1.5, '4 3') +
        `<path class="due" d="M${round(now)} ${round(base + 2)}l5 7h-10z" style="fill:${INK}"/>` +
        centred(chart.todayLabel, now, SIZE, { bold: true }, WIDE)
  const drawn = line(WIDE - 1, base, 1, base, INK, 1) + body.join('') + marker + key.body
  return svg('timeline', key.bottom, chart.title, chart.description, drawn, WIDE)
}
