import { scaleBand, scaleLinear } from 'd3-scale'
import type { BarsChart } from '../../paper/view.ts'
import { ACCENT, INK, WIDTH, assertFinite, label, labelWidth, line, round, svg } from './svg.ts'

/** Horizontal bars growing to the left from a common zero; the emphasised ones are solid, the others outlined. */
export function barsSvg(chart: BarsChart): string {
  const values = chart.bars.map((b) => b.value)
  assertFinite(values, 'bars')
  const height = chart.bars.length * 26 + 4
  const names = Math.min(WIDTH * 0.4, Math.max(60, ...chart.bars.map((b) => labelWidth(b.label, 12))) + 10)
  const numbers = Math.max(30, ...chart.bars.map((b) => labelWidth(b.valueLabel, 12))) + 10
  const low = Math.min(0, ...values)
  const x = scaleLinear(
    [low, Math.max(0, ...values) || (low < 0 ? 0 : 1)],
    [WIDTH - names - (low < 0 ? numbers : 0), numbers],
  )
  const y = scaleBand(
    chart.bars.map((_, i) => String(i)),
    [2, height - 2],
  ).paddingInner(0.36)
  const rows = chart.bars.map((bar, i) => {
    const at = y(String(i)) ?? 0
    const middle = at + y.bandwidth() / 2 + 4.5
    const style = bar.emphasis
      ? `fill:${ACCENT};stroke:${ACCENT}`
      : `fill:#e4e4e4;stroke:${INK};stroke-width:.6`
    const end = x(bar.value)
    return [
      label(bar.label, WIDTH - 1, middle, { bold: bar.emphasis }),
      `<rect x="${round(Math.min(x(0), end))}" y="${round(at)}" width="${round(Math.abs(x(0) - end))}" height="${round(y.bandwidth())}" style="${style}"/>`,
      label(bar.valueLabel, bar.value < 0 ? end + 6 : end - 6, middle, {
        bold: bar.emphasis,
        anchor: bar.value < 0 ? 'end' : 'start',
      }),
    ].join('')
  })
  return svg(
    'bars',
    height,
    chart.title,
    chart.description,
    rows.join('') + line(x(0), 0, x(0), height, INK, 1),
  )
}
