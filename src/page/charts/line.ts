import { scaleLinear, scalePoint } from 'd3-scale'
import { line as path } from 'd3-shape'
import type { LineChart } from '../../paper/view.ts'
import {
  ACCENT,
  INK,
  QUIET,
  RULE,
  WIDTH,
  assertFinite,
  box,
  centred,
  label,
  labelWidth,
  leading,
  line,
  round,
  svg,
  wrap,
} from './svg.ts'

const SMALL = 11
const SIZE = 12
const PLOT = 160
/** Distance of the outermost points from the ends of the plot. */
const EDGE = 24

/** A series in time, the oldest point at the right; the value axis stands at the right, too. */
export function lineSvg(chart: LineChart, width = WIDTH): string {
  const { points, ticks, references } = chart
  const marks = [...ticks, ...references].map((m) => m.value)
  const values = points.map((p) => p.value)
  assertFinite([...marks, ...values], 'line')
  const axis = Math.max(20, ...ticks.map((t) => labelWidth(t.label, SMALL))) + 12
  const y = scaleLinear([Math.min(0, ...marks, ...values), Math.max(...marks, ...values, 0) || 1], [PLOT, 24])
  const x = scalePoint(
    points.map((_, i) => String(i)),
    [width - axis - EDGE, EDGE],
  )
  const at = (i: number): number => x(String(i)) ?? 0

  const step = points.length > 1 ? at(0) - at(1) : width - axis
  const words = points.flatMap((p) => p.label.split(' '))
  const everyLabel = interval(words, SMALL, step)
  const everyValue = interval(
    points.map((p) => p.valueLabel),
    SIZE,
    step,
  )
  // Counted from the last point, which is the one the reader looks for.
  const shown = (i: number, every: number): boolean => (points.length - 1 - i) % every === 0
  const names = points.map((p, i) =>
    shown(i, everyLabel) ? wrap(p.label, SMALL, room(everyLabel * step)) : [],
  )
  const height = PLOT + 10 + leading(SMALL) * Math.max(1, ...names.map((n) => n.length))

  /** Above its point, unless a reference line would cross it there and there is room below. */
  const valueAt = (value: number): number => {
    const crossed = references.some((r) => y(r.value) < y(value) + 1 && y(r.value) > y(value) - 22)
    return crossed && y(value) + 22 < PLOT ? y(value) + 19 : y(value) - 9
  }
  const body = [
    ...ticks.map(
      (t) =>
        line(0, y(t.value), width - axis, y(t.value), RULE, 0.7) +
        label(t.label, width - 1, y(t.value) + 4, { size: SMALL, fill: QUIET }),
    ),
    line(0, y(0), width - axis, y(0), INK, 1),
    ...references.map(
      (r) =>
        line(0, y(r.value), width - axis, y(r.value), INK, 1.2, '6 4') +
        label(r.label, width - axis - 4, y(r.value) - 6, { size: SMALL }),
    ),
    ...points.map((p, i) => (shown(i, everyValue) ? behind(p.valueLabel, at(i), valueAt(p.value)) : '')),
    `<path class="series" d="${
      path<number>(
        (_, i) => round(at(i)),
        (v) => round(y(v)),
      )(values) ?? ''
    }" style="fill:none;stroke:${ACCENT};stroke-width:2.4"/>`,
    ...points.map((p, i) =>
      [
        `<circle cx="${round(at(i))}" cy="${round(y(p.value))}" r="3.4" style="fill:${i === values.length - 1 ? ACCENT : '#fff'};stroke:${ACCENT};stroke-width:1.6"/>`,
        shown(i, everyValue) ? centred(p.valueLabel, at(i), valueAt(p.value), { bold: true }, width) : '',
        centred(names[i] ?? [], at(i), PLOT + 18, { size: SMALL, fill: QUIET }, width),
      ].join(''),
    ),
  ].join('')
  return svg('line', height, chart.title, chart.description, body, width)
}

/** White behind a value, so that no line of the axis crosses it. */
function behind(text: string, x: number, y: number): string {
  const half = labelWidth(text, SIZE) / 2
  return box(x - half, x + half, y - SIZE, SIZE + 3, 'fill:#fff')
}

/** Width a centred label may take: the outermost ones are pushed inwards, towards their neighbours. */
function room(step: number): number {
  return Math.min(step, ((step + EDGE) * 2) / 3) - 6
}

/** Every how many points a text fits, so that neighbours do not touch. */
function interval(texts: string[], size: number, step: number): number {
  const widest = Math.max(0, ...texts.map((t) => labelWidth(t, size)))
  let every = 1
  while (room(every * step) < widest && every < texts.length) every++
  return every
}
