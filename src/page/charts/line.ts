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
  centred,
  label,
  labelWidth,
  line,
  round,
  svg,
} from './svg.ts'

/** A series in time, the oldest point at the right; the value axis stands at the right, too. */
export function lineSvg(chart: LineChart): string {
  const marks = [...chart.ticks, ...chart.references].map((m) => m.value)
  const values = chart.points.map((p) => p.value)
  assertFinite([...marks, ...values], 'line')
  const height = 190
  const axis = Math.max(20, ...chart.ticks.map((t) => labelWidth(t.label, 11))) + 12
  const y = scaleLinear(
    [Math.min(0, ...marks, ...values), Math.max(...marks, ...values, 0) || 1],
    [height - 28, 20],
  )
  const x = scalePoint(
    chart.points.map((_, i) => String(i)),
    [WIDTH - axis - 24, 24],
  )
  const at = (i: number): number => x(String(i)) ?? 0
  const body = [
    ...chart.ticks.map(
      (t) =>
        line(0, y(t.value), WIDTH - axis, y(t.value), RULE, 0.7) +
        label(t.label, WIDTH - 1, y(t.value) + 4, { size: 11, fill: QUIET }),
    ),
    line(0, y(0), WIDTH - axis, y(0), INK, 1),
    ...chart.references.map(
      (r) =>
        line(0, y(r.value), WIDTH - axis, y(r.value), INK, 1.2, '6 4') +
        label(r.label, WIDTH - axis - 4, y(r.value) - 6, { size: 11.5 }),
    ),
    `<path d="${
      path<number>(
        (_, i) => round(at(i)),
        (v) => round(y(v)),
      )(values) ?? ''
    }" style="fill:none;stroke:${ACCENT};stroke-width:2.4"/>`,
    ...chart.points.map((p, i) =>
      [
        `<circle cx="${round(at(i))}" cy="${round(y(p.value))}" r="3.4" style="fill:${i === values.length - 1 ? ACCENT : '#fff'};stroke:${ACCENT};stroke-width:1.6"/>`,
        centred(p.valueLabel, at(i), y(p.value) - 9, { bold: true }),
        centred(p.label, at(i), height - 8, { size: 11, fill: QUIET }),
      ].join(''),
    ),
  ].join('')
  return svg('line', height, chart.title, chart.description, body)
}
