import type { StatusShape } from '../../paper/view.ts'
import { ACCENT, INK, RULE, box, round } from './svg.ts'

/** Fill of a part by how it stands. In grey they are dark, half-tone, white, black and light. */
const fills: Record<StatusShape, string> = {
  done: `fill:${ACCENT}`,
  running: 'fill:#9db4b8',
  open: 'fill:#fff',
  late: `fill:${INK}`,
  stopped: 'fill:#e4e4e4',
}

/** Style of a part: its fill, within the outline that all of them share. */
export const partStyle = (shape: StatusShape): string => `${fills[shape]};stroke:${INK};stroke-width:.7`

/**
 * A part of a bar or column. Those that are late carry a white triangle and those that are stopped a stroke across,
 * where there is room: they read without colour and beside each other.
 */
export function part(
  x1: number,
  x2: number,
  y: number,
  height: number,
  shape: StatusShape,
  name = 'part',
): string {
  const middle = (x1 + x2) / 2
  const size = Math.min(Math.abs(x1 - x2), height)
  const marked = size >= 8
  const half = Math.min(4, size * 0.3)
  const centre = y + height / 2
  const mark =
    shape === 'late'
      ? `<path class="mark" d="M${round(middle)} ${round(centre - half)}l${round(half)} ${round(half * 2)}h${round(-2 * half)}z" style="fill:#fff"/>`
      : `<path class="mark" d="M${round(middle - half)} ${round(centre)}h${round(half * 2)}" style="stroke:${INK};stroke-width:1.4"/>`
  const own = shape === 'late' || shape === 'stopped'
  return box(x1, x2, y, height, partStyle(shape), `${name} part-${shape}`) + (own && marked ? mark : '')
}

/** The empty track behind a bar. */
export const track = (x1: number, x2: number, y: number, height: number): string =>
  box(x1, x2, y, height, `fill:#f4f4f4;stroke:${RULE};stroke-width:.7`, 'track')
