/** Charts so small that they stand in a cell or beside a name: their numbers are the cell's own text. */
import { scaleLinear } from 'd3-scale'
import { line as path } from 'd3-shape'
import type { BulletChart, LeagueChart, SparkChart } from '../../paper/view-follow-up.ts'
import { part, track } from './shapes.ts'
import { ACCENT, INK, assertFinite, box, line, round, svg } from './svg.ts'

const WIDTH = 120
const BAR = 8

/** What is done against the place of the calendar. Both may lie beyond the whole, and the scale then grows. */
export function bulletSvg({ done, marks, title, description }: BulletChart): string {
  assertFinite([done, ...marks], 'bullet')
  const most = Math.max(1, done, ...marks)
  const x = scaleLinear([0, most], [WIDTH - 3, 3])
  const body = [
    track(x(0), x(1), 4, BAR),
    box(x(0), x(Math.max(0, done)), 4, BAR, `fill:${ACCENT}`, 'done'),
    // The end of the whole, where the scale goes beyond it.
    most > 1 ? line(x(1), 2, x(1), 14, INK, 1) : '',
    ...marks.map(
      (mark) =>
        line(x(mark), 1, x(mark), 15, INK, 1.6) +
        `<path class="due" d="M${round(x(mark))} 12l3 5h-6z" style="fill:${INK}"/>`,
    ),
  ].join('')
  return svg('bullet', 18, title, description, body, WIDTH)
}

/** What is done, from the right, and what is overdue, from the left, of the whole. */
export function leagueSvg({ done, late, title, description }: LeagueChart): string {
  assertFinite([done, late], 'league')
  const width = WIDTH * 2
  const x = scaleLinear([0, Math.max(1, done + late)], [width - 1, 1])
  const end = x.domain()[1] ?? 1
  const body = [
    track(x(0), x(end), 1, 13),
    done > 0 ? part(x(0), x(done), 1, 13, 'done', 'done') : '',
    late > 0 ? part(x(end - late), x(end), 1, 13, 'late', 'late') : '',
  ].join('')
  return svg('league', 15, title, description, body, width)
}

/** A series in time, the oldest point at the right, with its last point marked. */
export function sparkSvg({ values, title, description }: SparkChart): string {
  assertFinite(values, 'spark')
  const low = Math.min(...values)
  const high = Math.max(...values)
  const x = scaleLinear([0, Math.max(1, values.length - 1)], [WIDTH - 5, 5])
  const y = scaleLinear(low === high ? [low - 1, high + 1] : [low, high], [19, 4])
  const drawn = path<number>(
    (_, index) => round(x(index)),
    (value) => round(y(value)),
  )(values)
  const last = values.at(-1)
  const dot =
    last === undefined
      ? ''
      : `<circle cx="${round(x(values.length - 1))}" cy="${round(y(last))}" r="2.6" style="fill:${ACCENT}"/>`
  const body = `<path class="series" d="${drawn ?? ''}" style="fill:none;stroke:${ACCENT};stroke-width:1.8"/>${dot}`
  return svg('spark', 23, title, description, body, WIDTH)
}
