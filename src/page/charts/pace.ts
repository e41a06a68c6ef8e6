import { scaleLinear } from 'd3-scale'
import type { PaceChart } from '../../paper/view.ts'
import {
  ACCENT,
  INK,
  QUIET,
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

const SIZE = 12
const TRACK = 26
const BAR = 14

/** Actual against target, with the place the calendar would have it at. Zero is at the right. */
export function paceSvg(chart: PaceChart, width = WIDTH): string {
  const { actual, target, elapsed } = chart
  assertFinite([actual, target, elapsed], 'pace')
  const due = target * elapsed
  const x = scaleLinear([Math.min(0, actual), Math.max(target, actual, due) || 1], [width - 1, 2])
  const zero = x(0)

  const actualLines = wrap(chart.actualLabel, SIZE, width - 4)
  const targetLines = wrap(chart.targetLabel, SIZE, width - 4)
  const elapsedLines = wrap(chart.elapsedLabel, SIZE, width - 4)
  const widest = (lines: string[]): number => Math.max(0, ...lines.map((l) => labelWidth(l, SIZE)))
  // The right edge of the one and the left edge of the other; both stay inside the drawing.
  const actualAt = Math.min(width - 1, x(actual) + widest(actualLines))
  const targetAt = Math.max(0, Math.min(x(target), width - widest(targetLines)))
  // They share a line unless they would run into each other.
  const crowded = actualAt - widest(actualLines) < targetAt + widest(targetLines) + 12
  const above = leading(SIZE) * targetLines.length
  const actualTop = crowded ? above : 0
  const track = Math.max(above, actualTop + leading(SIZE) * actualLines.length) + 8
  const bar = track + (TRACK - BAR) / 2
  const bottom = track + TRACK

  const body = [
    label(targetLines, targetAt, SIZE, { anchor: 'end', fill: QUIET }),
    label(actualLines, actualAt, SIZE + actualTop, { bold: true, fill: ACCENT }),
    box(zero, x(target), track, TRACK, 'fill:#ececec', 'target'),
    // What is missing against the calendar is an empty outline: it reads without colour.
    actual < due ? box(x(actual), x(due), bar, BAR, `fill:#fff;stroke:${INK};stroke-width:.8`, 'gap') : '',
    box(zero, x(actual), bar, BAR, `fill:${ACCENT}`, 'actual'),
    line(x(target), track - 4, x(target), bottom + 4, INK, 3),
    line(x(due), track - 2, x(due), bottom + 5, INK, 1.5, '4 3'),
    `<path class="due" d="M${round(x(due))} ${round(bottom + 4)}l6 9h-12z" style="fill:${INK}"/>`,
    centred(elapsedLines, x(due), bottom + 28, {}, width),
  ].join('')
  const height = bottom + 34 + leading(SIZE) * Math.max(0, elapsedLines.length - 1)
  return svg('pace', height, chart.title, chart.description, body, width)
}
