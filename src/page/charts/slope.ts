import { scaleLinear } from 'd3-scale'
import type { SlopeChart, SlopeLine } from '../../paper/view-follow-up.ts'
import {
  ACCENT,
  INK,
  QUIET,
  RULE,
  WIDTH,
  assertFinite,
  label,
  leading,
  line,
  round,
  svg,
  wrap,
} from './svg.ts'

const SIZE = 12
const PLOT = 110
/** Shares of the width for the labels at the right and at the left. */
const RIGHT = 0.39
const LEFT = 0.3
const TOP = 30

/** A line for each indicator from the year before, at the right, to this year, at the left. Falls are dashed. */
export function slopeSvg(chart: SlopeChart, width = WIDTH): string {
  const { lines } = chart
  assertFinite(
    lines.flatMap(({ before, now }) => [before, now]),
    'slope',
  )
  const values = lines.flatMap(({ before, now }) => [before, now])
  const low = Math.min(...values)
  const high = Math.max(...values)
  const y = scaleLinear(low === high ? [low - 1, high + 1] : [low, high], [TOP + PLOT, TOP + 10])
  const [right, left] = [Math.round(width * RIGHT), Math.round(width * LEFT)]
  const rights = column(
    lines,
    (l) => y(l.before),
    (l) => `${l.label}: ${l.beforeLabel}`,
    right - 16,
  )
  const lefts = column(
    lines,
    (l) => y(l.now),
    (l) => l.nowLabel,
    left - 16,
  )
  const bottom = Math.max(TOP + PLOT, ...rights.map(({ end }) => end), ...lefts.map(({ end }) => end)) + 4
  const [x1, x2] = [width - right, left]
  const body = lines.map((row, index) => {
    const [then, now] = [rights[index], lefts[index]]
    if (!then || !now) return ''
    const colour = row.emphasis ? ACCENT : INK
    const from = y(row.before)
    const to = y(row.now)
    const dot = (x: number, at: number, solid: boolean): string =>
      `<circle cx="${x}" cy="${round(at)}" r="3.2" style="fill:${solid ? colour : '#fff'};stroke:${colour};stroke-width:1.5"/>`
    return [
      leader(x1 + 4, from, x1 + 12, then.middle),
      leader(x2 - 4, to, x2 - 12, now.middle),
      `<path class="slope" d="M${x1} ${round(from)}L${x2} ${round(to)}" style="fill:none;stroke:${colour};stroke-width:${row.emphasis ? 2.4 : 1.3}"${row.now < row.before ? ' stroke-dasharray="6 4"' : ''}/>`,
      dot(x1, from, false),
      dot(x2, to, true),
      label(then.lines, width - 1, then.first, { bold: row.emphasis }),
      label(now.lines, x2 - 15, now.first, { bold: row.emphasis }),
    ].join('')
  })
  const posts = [x1, x2].map((x) => line(x, TOP - 4, x, bottom - 4, RULE, 1))
  const heads =
    label(chart.beforeTitle, width - 1, SIZE, { fill: QUIET }) +
    label(chart.nowTitle, x2 - 15, SIZE, { fill: QUIET })
  return svg('slope', bottom, chart.title, chart.description, heads + posts.join('') + body.join(''), width)
}

/** From the point of a line to its label, where the label had to move away. */
function leader(x1: number, y1: number, x2: number, y2: number): string {
  return Math.abs(y1 - y2) < 2 ? '' : line(x1, y1, x2, y2, RULE, 1)
}

interface Placed {
  lines: string[]
  /** Baseline of the first line, middle and lower end of all. */
  first: number
  middle: number
  end: number
}

/** Labels near their points, in the order of the points, each below the one before it. */
function column(
  lines: SlopeLine[],
  at: (row: SlopeLine) => number,
  text: (row: SlopeLine) => string,
  width: number,
): Placed[] {
  const placed: Placed[] = []
  let free = TOP - 8
  const order = lines
    .map((_, index) => index)
    .toSorted((a, b) => at(lines[a] as SlopeLine) - at(lines[b] as SlopeLine))
  for (const index of order) {
    const row = lines[index] as SlopeLine
    const wrapped = wrap(text(row), SIZE, width)
    const height = wrapped.length * leading(SIZE)
    const top = Math.max(free, at(row) - height / 2)
    free = top + height + 3
    placed[index] = { lines: wrapped, first: top + SIZE, middle: top + height / 2, end: top + height }
  }
  return placed
}
