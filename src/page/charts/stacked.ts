import { scaleLinear } from 'd3-scale'
import type { StackedChart } from '../../paper/view-follow-up.ts'
import { partStyle, part } from './shapes.ts'
import { WIDE, assertFinite, label, labelWidth, leading, round, svg } from './svg.ts'

const SIZE = 12
const BAR = 20
const KEY = 11

/** One bar of all, from the right, each part as long as its value; under it a key with the words and values. */
export function stackedSvg(chart: StackedChart, width = WIDE): string {
  const values = chart.parts.map(({ value }) => value)
  assertFinite(values, 'stacked')
  const whole = values.reduce((sum, value) => sum + Math.max(0, value), 0)
  const x = scaleLinear([0, whole || 1], [width - 1, 1])
  let from = 0
  const bars = chart.parts.map(({ value, shape }) => {
    const start = from
    from += Math.max(0, value)
    return part(x(start), x(from), 1, BAR, shape)
  })
  const keys = keyRows(
    chart.parts.map(({ label: word, valueLabel, shape }) => ({ word: `${word}: ${valueLabel}`, shape })),
    BAR + 10,
    width,
  )
  return svg('stacked', keys.bottom, chart.title, chart.description, bars.join('') + keys.body, width)
}

/** A key: a small box of each kind and its word, from the right, in as many rows as they need. */
export function keyRows(
  entries: { word: string; shape: Parameters<typeof partStyle>[0] }[],
  top: number,
  wide: number,
): { body: string; bottom: number } {
  let right = wide - 1
  let y = top
  const body = entries.map(({ word, shape }) => {
    const width = KEY + 6 + labelWidth(word, SIZE)
    if (right - width < 0 && right < wide - 1) {
      right = wide - 1
      y += leading(SIZE) + 4
    }
    const at = right
    right -= width + 22
    return part(at, at - KEY, y + 2, KEY, shape, 'key') + label(word, at - KEY - 6, y + SIZE)
  })
  return { body: body.join(''), bottom: round(y + leading(SIZE) + 4) }
}
