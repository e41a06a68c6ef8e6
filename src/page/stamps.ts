/** Stamps of a pack as one document: a small sheet for each, to be printed once and put on as many pages as bear it. */
import type { Settings } from '../model/settings.ts'
import { policyTag } from './policy.ts'
import { isolate } from './isolate.ts'
import { faceRules, typeface } from './typeface.ts'

export interface StampText {
  /** A line at a side of the page, one in the middle of it, or the mark across it; `veil` is a mark to be seen on pictures, too. */
  kind: 'side' | 'centre' | 'mark' | 'veil'
  /** The side of its sheet at which it begins or ends. */
  align: 'right' | 'center' | 'left'
  /** In bold, before the rest; of a mark, above it and larger. */
  strong?: string
  text: string
  dir: 'rtl' | 'ltr'
}

/** Width and height in millimetres; size of letters in points, and how many fit in that size. */
const sheets = {
  side: { width: 74, height: 5, size: 8.5, fit: 46 },
  centre: { width: 44, height: 5, size: 8.5, fit: 28 },
  mark: { width: 250, height: 40, size: 30, fit: 44 },
  veil: { width: 250, height: 40, size: 30, fit: 44 },
} as const

const isAcross = (kind: string): boolean => kind === 'mark' || kind === 'veil'

/** A page for each, in their order. A text that is too long is set smaller. */
export function renderStamps(
  stamps: readonly StampText[],
  { font, fonts }: { font: Settings['font']; fonts: Record<string, string> },
): string {
  const rules = Object.entries(sheets).map(
    ([kind, { width, height }]) =>
      `@page ${kind}{size:${width}mm ${height}mm;margin:0}.${kind}{page:${kind};inline-size:${width}mm;block-size:${height}mm;line-height:${isAcross(kind) ? height / 2 : height}mm}`,
  )
  const pages = stamps.map(({ kind, align, strong = '', text, dir }) => {
    const { size, fit } = sheets[kind]
    const length = isAcross(kind) ? [...text].length : [...strong, ...text].length
    const points = length <= fit ? size : (size * fit) / length
    const bold = strong && `<b>${isolate(strong)}</b>`
    const style = `text-align:${align};font-size:${points.toFixed(2)}pt`
    return `<p class="${kind}" dir="${dir}" style="${style}">${bold}<span>${isolate(text)}</span></p>`
  })
  return `<!doctype html>
<html lang="fa-IR" dir="rtl">
<head>
<meta charset="utf-8">
${policyTag}
<title>stamps</title>
<style>
${faceRules(typeface(font, fonts))}
:root{font-family:var(--font);color:#444;print-color-adjust:exact}
body{margin:0}
p{margin:0;white-space:pre;overflow:clip}
b{color:#1c1c1c}
.mark,.veil{font-weight:700;display:flex;flex-direction:column;justify-content:center}
.mark{color:rgb(0 0 0/.07)}
.veil{color:rgb(140 140 140/.24)}
.mark b{color:inherit;font-size:62pt}
${rules.join('\n')}
</style>
</head>
<body>${pages.join('')}</body>
</html>
`
}
