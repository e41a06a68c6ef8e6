/** Where the labels of a drawing stand, by the widths the drawing itself reckons with. */
import { labelWidth } from '../../../src/page/charts/svg.ts'

export interface Box {
  text: string
  x1: number
  x2: number
  y1: number
  y2: number
}

export const attribute = (tag: string, name: string): number =>
  Number(new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1])

/** What a stretch of markup says. */
export const plain = (markup: string): string =>
  markup
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')

export function labels(svg: string): Box[] {
  return [...svg.matchAll(/<text [^>]*>.*?<\/text>/gs)].flatMap(([tag]) => {
    const size = attribute(tag, 'font-size')
    const x = attribute(tag, 'x')
    const anchor = /text-anchor="(\w+)"/.exec(tag)?.[1]
    let y = attribute(tag, 'y')
    const lines = tag.includes('dy=') ? tag.split(/<tspan x=/).slice(1) : [tag]
    return lines.map((line) => {
      y += Number(/ dy="([\d.]+)"/.exec(line)?.[1] ?? 0)
      const text = plain(tag.includes('dy=') ? `<tspan x=${line}` : line).trim()
      const width = labelWidth(text, size)
      const right = anchor === 'start' ? x : anchor === 'end' ? x + width : x + width / 2
      return { text, x1: right - width, x2: right, y1: y - size * 0.8, y2: y + size * 0.2 }
    })
  })
}

/** Pairs of labels that touch. */
export const overlaps = (boxes: Box[]): string[] =>
  boxes.flatMap((a, i) =>
    boxes
      .slice(i + 1)
      .filter((b) => a.x1 < b.x2 - 0.1 && b.x1 < a.x2 - 0.1 && a.y1 < b.y2 - 0.1 && b.y1 < a.y2 - 0.1)
      .map((b) => `${a.text} | ${b.text}`),
  )

/** Labels that leave the drawing. */
export const outside = (svg: string): string[] => {
  const [, width = 0, height = 0] = (/viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? []).map(Number)
  return labels(svg)
    .filter((b) => b.x1 < -0.1 || b.x2 > width + 0.1 || b.y1 < -0.1 || b.y2 > height + 0.1)
    .map((b) => b.text)
}

/** Rectangles whose class begins with the name, in the order they are drawn. */
export const rects = (svg: string, name: string): { x: number; width: number; y: number; height: number }[] =>
  [...svg.matchAll(new RegExp(`<rect class="${name}[ "][^>]*>`, 'g'))].map(([tag]) => ({
    x: attribute(tag, 'x'),
    width: attribute(tag, 'width'),
    y: attribute(tag, 'y'),
    height: attribute(tag, 'height'),
  }))
