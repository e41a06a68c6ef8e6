import { scaleLinear } from 'd3-scale'
import type { BarsChart } from '../../paper/view.ts'
import { ACCENT, INK, WIDTH, assertFinite, box, label, labelWidth, leading, line, svg, wrap } from './svg.ts'

const SIZE = 12
const BAR = 17
const GAP = 9

/** Horizontal bars growing to the left from a common zero; the emphasised ones are solid, the others outlined. */
export function barsSvg(chart: BarsChart, width = WIDTH): string {
  const values = chart.bars.map((b) => b.value)
  assertFinite(values, 'bars')
  const names = column(
    chart.bars.map((b) => b.label),
    width * 0.4,
  )
  const numbers = column(
    chart.bars.map((b) => b.valueLabel),
    width * 0.25,
  )
  const low = Math.min(0, ...values)
  const x = scaleLinear(
    [low, Math.max(0, ...values) || (low < 0 ? 0 : 1)],
    [width - names - (low < 0 ? numbers : 0), numbers],
  )
  let top = GAP / 2
  const rows = chart.bars.map((bar) => {
    const name = wrap(bar.label, SIZE, names - 10)
    const number = wrap(bar.valueLabel, SIZE, numbers - 10)
    const height = Math.max(BAR, Math.max(name.length, number.length) * leading(SIZE))
    const middle = top + height / 2
    // The first of several lines stands so that all of them are centred on the bar.
    const first = (lines: string[]): number => middle + 4.5 - ((lines.length - 1) * leading(SIZE)) / 2
    const style = bar.emphasis
      ? `fill:${ACCENT};stroke:${ACCENT}`
      : `fill:#e4e4e4;stroke:${INK};stroke-width:.6`
    const end = x(bar.value)
    const left = bar.value < 0
    top += height + GAP
    return [
      label(name, width - 1, first(name), { size: SIZE, bold: bar.emphasis }),
      box(x(0), end, middle - BAR / 2, BAR, style, 'bar'),
      label(number, left ? end + 6 : end - 6, first(number), {
        size: SIZE,
        bold: bar.emphasis,
        anchor: left ? 'end' : 'start',
      }),
    ].join('')
  })
  const height = top - GAP / 2
  return svg(
    'bars',
    height,
    chart.title,
    chart.description,
    rows.join('') + line(x(0), 0, x(0), height, INK, 1),
    width,
  )
}

/** Width of a column of labels with its gap, at most `most`. */
function column(texts: string[], most: number): number {
  return Math.min(most, Math.max(30, ...texts.map((t) => labelWidth(t, SIZE) + 4)) + 10)
}
