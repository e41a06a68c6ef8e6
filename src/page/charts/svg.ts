import { directionRuns } from '../../persian/bidi.ts'
import { escapeMarkup } from '../escape.ts'

/** Charts are drawn at the width of the text block (170 mm) in CSS pixels, so that 1 unit prints as 1 px. */
export const WIDTH = 642
/** The same for a sheet of A4 on its side (257 mm). */
export const WIDE = 971
/** And for the screen of a phone, where the same letters are read. */
export const NARROW = 343
export const ACCENT = 'var(--accent,#14505c)'
export const INK = '#1c1c1c'
export const QUIET = '#595959'
export const RULE = '#c9c9c9'

export type Anchor = 'start' | 'middle' | 'end'
export interface LabelStyle {
  anchor?: Anchor
  size?: number
  bold?: boolean
  fill?: string
}

/** Two decimals are a hundredth of a pixel: enough, and the page stays short. */
export const round = (n: number): number => Math.round(n * 100) / 100

/** Distance between the lines of a label of that size. */
export const leading = (size: number): number => size * 1.35

/** Widths in em: measured, Vazirmatn's Persian averages 0.42; a little more keeps labels from touching. */
const PERSIAN = 0.48
const LATIN = 0.64

/** Width of a label in px, estimated. Marks and invisible characters take no room. */
export function labelWidth(text: string, size: number): number {
  const visible = text.replace(/[\p{Cf}\p{Mn}]/gu, '')
  const latin = visible.match(/[A-Za-z0-9]/g)?.length ?? 0
  return (latin * LATIN + (visible.length - latin) * PERSIAN) * size
}

/** The lines a label takes at that width. Only a word wider than a whole line is cut. */
export function wrap(text: string, size: number, width: number): string[] {
  const most = Math.max(1, Math.floor(width / (size * LATIN)))
  const lines: string[] = []
  for (const word of text.split(/[ \n]+/).filter((w) => w !== '')) {
    const pieces =
      labelWidth(word, size) > width ? (word.match(new RegExp(`.{1,${most}}`, 'gu')) ?? []) : [word]
    for (const piece of pieces) {
      const last = lines.at(-1)
      if (last !== undefined && labelWidth(`${last} ${piece}`, size) <= width)
        lines[lines.length - 1] += ` ${piece}`
      else lines.push(piece)
    }
  }
  return lines
}

/** `start` is the right edge of a Persian label, for the drawing's direction is right to left. */
export function label(text: string | string[], x: number, y: number, style: LabelStyle = {}): string {
  const lines = (typeof text === 'string' ? [text] : text).filter((t) => t !== '')
  if (lines.length === 0) return ''
  const { anchor = 'start', size = 12, bold = false, fill = INK } = style
  const body =
    lines.length === 1
      ? isolated(lines[0] ?? '', anchor)
      : lines
          .map(
            (l, i) =>
              `<tspan x="${round(x)}" dy="${i === 0 ? 0 : round(leading(size))}">${isolated(l, anchor)}</tspan>`,
          )
          .join(' ')
  return `<text x="${round(x)}" y="${round(y)}" text-anchor="${anchor}" font-size="${size}" font-weight="${bold ? 700 : 400}" style="fill:${fill}">${body}</text>`
}

/**
 * SVG has no bdi; a tspan with an embedding of its own does the same. The direction of its first character is that of
 * the whole line to `text-anchor`: where a line begins with Latin, start and end change places.
 */
function isolated(text: string, anchor: string): string {
  return directionRuns(text)
    .map((run, index) => {
      if (run.dir === null) return escapeMarkup(run.text)
      const turned = index > 0 || run.dir === 'rtl' ? undefined : { start: 'end', end: 'start' }[anchor]
      const own = turned === undefined ? '' : ` text-anchor="${turned}"`
      return `<tspan direction="${run.dir}" unicode-bidi="isolate"${own}>${escapeMarkup(run.text)}</tspan>`
    })
    .join('')
}

/** A centred label, pushed inwards where it would leave the drawing. */
export function centred(
  text: string | string[],
  x: number,
  y: number,
  style: LabelStyle = {},
  width = WIDTH,
): string {
  const lines = typeof text === 'string' ? [text] : text
  const half = Math.max(0, ...lines.map((l) => labelWidth(l, style.size ?? 12))) / 2
  return label(lines, Math.max(half, Math.min(width - half, x)), y, { ...style, anchor: 'middle' })
}

/** A straight line, dashed on request. */
export function line(
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  stroke: string,
  width = 1,
  dash = '',
): string {
  return `<line x1="${round(x1)}" y1="${round(y1)}" x2="${round(x2)}" y2="${round(y2)}" style="stroke:${stroke};stroke-width:${width}"${dash === '' ? '' : ` stroke-dasharray="${dash}"`}/>`
}

/** A rectangle between two x, whichever of them is the greater. */
export function box(x1: number, x2: number, y: number, height: number, style: string, name = ''): string {
  return `<rect${name === '' ? '' : ` class="${name}"`} x="${round(Math.min(x1, x2))}" y="${round(y)}" width="${round(Math.abs(x1 - x2))}" height="${round(height)}" style="${style}"/>`
}

/** The drawing with its text alternative. */
export function svg(
  kind: string,
  height: number,
  title: string,
  description: string,
  body: string,
  width = WIDTH,
): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" class="chart chart-${kind}${width === NARROW ? ' narrow' : ''}" role="img" viewBox="0 0 ${width} ${round(height)}" direction="rtl"><title>${escapeMarkup(title)}</title><desc>${escapeMarkup(description)}</desc>${body}</svg>`
}

/** A value that is no number would draw a broken picture without a word. */
export function assertFinite(values: number[], chart: string): void {
  for (const v of values) if (!Number.isFinite(v)) throw new TypeError(`${chart}: not a finite number: ${v}`)
}
