/** The text layer: every page's content rewritten so that each engine reads the words and the order of its text. */
import { type Reason } from './interpret.ts'
import { tokenize } from './lexer.ts'
import { readLines } from './lines.ts'
import { type PdfFile, streamBytes, withStream } from './pdf-file.ts'
import { TextFont } from './text-font.ts'
import { lineText, orderUnits } from './units.ts'
import { type Before, writeLine } from './write-line.ts'

export interface TextLayer {
  /** The lines of each page as they are read; the cells of a row are lines of their own. */
  pages: string[][]
  /** Text objects that were left as they were, by the reason. */
  left: Partial<Record<Reason, number>>
}

export function rewriteText(file: PdfFile): TextLayer {
  const fonts = new Map<number, TextFont | undefined>()
  const fontOf = (number: number): TextFont | undefined => {
    if (!fonts.has(number)) fonts.set(number, TextFont.read(file, number))
    return fonts.get(number)
  }
  const layer: TextLayer = { pages: [], left: {} }
  const contents = new Set<number>()
  for (const number of pageNumbers(file)) {
    const page = file.objects.get(number)!.value
    const content = Number(/\/Contents (\d+) 0 R/.exec(page)?.[1] ?? NaN)
    const object = file.objects.get(content)
    const bytes = object === undefined || contents.has(content) ? undefined : streamBytes(object)
    if (object === undefined || bytes === undefined) {
      layer.pages.push([])
      continue
    }
    contents.add(content)
    const { text, lines } = rewriteContent(bytes.toString('latin1'), pageFonts(page, fontOf), layer.left)
    layer.pages.push(lines)
    file.objects.set(content, withStream(object, Buffer.from(text, 'latin1')))
  }
  keepSharedFonts(file, fonts)
  for (const font of fonts.values()) font?.write(file)
  return layer
}

/** One content stream with its lines rewritten. */
export function rewriteContent(
  stream: string,
  fonts: ReadonlyMap<string, TextFont>,
  left: TextLayer['left'] = {},
): { text: string; lines: string[] } {
  const operators = tokenize(stream)
  const page = readLines(operators, fonts)
  for (const [reason, count] of page.left) left[reason] = (left[reason] ?? 0) + count
  const parts: string[] = []
  const lines: string[] = []
  let at = 0
  let before: Before | undefined
  const orders = page.lines.map(orderUnits)
  // Poppler takes a page for a right-to-left one when most of its letters are.
  const rightToLeft = orders.some(({ rtl }) => rtl)
  for (const [n, line] of page.lines.entries()) {
    const order = orders[n]!
    const cellFollows = rightToLeft && page.lines[n + 1]?.continued === true
    const written = writeLine(line, order, page.marks, line.continued ? before : undefined, cellFollows)
    if (written === undefined) continue
    parts.push(stream.slice(at, operators[line.from]!.from), '\n', written.text)
    at = operators[line.to]!.to
    before = written.before
    lines.push(lineText(order))
  }
  parts.push(stream.slice(at))
  return { text: parts.join(''), lines }
}

/** The object numbers of the pages in their order. */
export function pageNumbers({ objects, trailer }: PdfFile): number[] {
  const reference = (value: string, key: string): number =>
    Number(new RegExp(`/${key} (\\d+) 0 R`).exec(value)?.[1] ?? NaN)
  const catalog = objects.get(reference(trailer, 'Root'))?.value ?? ''
  const leaves = (number: number): number[] => {
    const node = objects.get(number)?.value ?? ''
    if (!/\/Type \/Pages\b/.test(node)) return /\/Type \/Page\b/.test(node) ? [number] : []
    const kids = /\/Kids \[([^\]]*)\]/.exec(node)?.[1] ?? ''
    return [...kids.matchAll(/(\d+) 0 R/g)].flatMap(([, kid]) => leaves(Number(kid)))
  }
  return leaves(reference(catalog, 'Pages'))
}

function pageFonts(page: string, fontOf: (number: number) => TextFont | undefined): Map<string, TextFont> {
  const fonts = new Map<string, TextFont>()
  const resources = /\/Font <<([^>]*)>>/.exec(page)?.[1] ?? ''
  for (const [, name = '', number] of resources.matchAll(/\/([^\s/]+) (\d+) 0 R/g)) {
    const font = fontOf(Number(number))
    if (font !== undefined) fonts.set(name, font)
  }
  return fonts
}

/** What form XObjects and patterns draw with is not rewritten, so their fonts keep all codes. */
function keepSharedFonts({ objects }: PdfFile, fonts: ReadonlyMap<number, TextFont | undefined>): void {
  for (const { value, stream } of objects.values()) {
    if (stream === undefined) continue
    const resources = /\/Font <<([^>]*)>>/.exec(value)?.[1] ?? ''
    for (const [, number] of resources.matchAll(/ (\d+) 0 R/g)) {
      const font = fonts.get(Number(number))
      if (font !== undefined) font.keepAll = true
    }
  }
}
