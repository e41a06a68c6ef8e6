import { scaleLinear } from 'd3-scale'
import type { PaceChart } from '../../paper/view.ts'
import {
  ACCENT,
  INK,
  QUIET,
  WIDTH,
  assertFinite,
  centred,
  label,
  labelWidth,
  line,
  round,
  svg,
} from './svg.ts'

/** Actual against target, with the place the calendar would have it at. Zero is at the right. */
export function paceSvg(chart: PaceChart): string {
  const { actual, target, elapsed } = chart
  assertFinite([actual, target, elapsed], 'pace')
  const due = target * elapsed
  const x = scaleLinear([Math.min(0, actual), Math.max(target, actual, due) || 1], [WIDTH - 1, 2])
  const top = 24
  const high = 26
  const zero = x(0)
  const box = (to: number, y: number, h: number, style: string): string =>
    `<rect x="${round(Math.min(zero, to))}" y="${y}" width="${round(Math.abs(zero - to))}" height="${h}" style="${style}"/>`
  // The two upper labels share a line unless they would run into each other.
  const actualAt = Math.min(WIDTH - 1, x(actual) + labelWidth(chart.actualLabel, 12.5))
  const targetAt = Math.max(0, Math.min(x(target), WIDTH - labelWidth(chart.targetLabel, 12)))
  const crowded =
    actualAt - labelWidth(chart.actualLabel, 12.5) < targetAt + labelWidth(chart.targetLabel, 12) + 12
  const shift = crowded ? 18 : 0
  const body = [
    label(chart.targetLabel, targetAt, 14, { anchor: 'end', fill: QUIET }),
    label(chart.actualLabel, actualAt, 14 + shift, { size: 12.5, bold: true, fill: ACCENT }),
    box(x(target), top + shift, high, `fill:#ececec;stroke:none`),
    box(x(actual), top + shift + 6, high - 12, `fill:${ACCENT}`),
    line(x(target), top + shift - 4, x(target), top + shift + high + 4, INK, 3),
    line(x(due), top + shift - 2, x(due), top + shift + high + 6, INK, 1.5, '4 3'),
    `<path d="M${round(x(due))} ${top + shift + high + 4}l6 9h-12z" style="fill:#fff;stroke:${INK};stroke-width:1.3"/>`,
    centred(chart.elapsedLabel, x(due), top + shift + high + 28),
  ].join('')
  return svg('pace', top + shift + high + 36, chart.title, chart.description, body)
}
