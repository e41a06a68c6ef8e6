import { escapeMarkup } from '../escape.ts'

/** Charts are drawn at the width of the text block (170 mm) in CSS pixels, so that 1 unit prints as 1 px. */
export const WIDTH = 642
export const ACCENT = 'var(--accent,#14505c)'
export const INK = '#1c1c1c'
export const QUIET = '#595959'
export const RULE = '#c9c9c9'

export type Anchor = 'start' | 'middle' | 'end'

export const round = (n: number): number => Math.round(n * 100) / 100

/** Width of a label in px, estimated: Vazirmatn averages a little over half an em a letter. */
export const labelWidth = (text: string, size: number): number => text.length * size * 0.54

/** `start` is the right edge of a Persian label, for the drawing's direction is right to left. */
export function label(
  text: string,
  x: number,
  y: number,
  options: { anchor?: Anchor; size?: number; bold?: boolean; fill?: string } = {},
): string {
  if (text === '') return ''
  const { anchor = 'start', size = 12, bold = false, fill = INK } = options
  return `<text x="${round(x)}" y="${round(y)}" text-anchor="${anchor}" font-size="${size}" font-weight="${bold ? 700 : 400}" style="fill:${fill}">${escapeMarkup(text)}</text>`
}

/** A centred label, pushed inwards where it would leave the drawing. */
export function centred(
  text: string,
  x: number,
  y: number,
  options: { size?: number; bold?: boolean; fill?: string } = {},
): string {
  const half = labelWidth(text, options.size ?? 12) / 2
  return label(text, Math.max(half, Math.min(WIDTH - half, x)), y, { ...options, anchor: 'middle' })
}

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

export function svg(kind: string, height: number, title: string, description: string, body: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" class="chart chart-${kind}" role="img" viewBox="0 0 ${WIDTH} ${round(height)}" direction="rtl" font-family="Vazirmatn"><title>${escapeMarkup(title)}</title><desc>${escapeMarkup(description)}</desc>${body}</svg>`
}

export function assertFinite(values: number[], chart: string): void {
  for (const v of values) if (!Number.isFinite(v)) throw new TypeError(`${chart}: not a finite number: ${v}`)
}
