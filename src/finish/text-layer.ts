/** The text layer: every page's content rewritten so that each engine reads the words and the order of its text. */
import { type Reason } from './interpret.ts'
import { tokenize } from './lexer.ts'
import { readLines } from './lines.ts'
import { artifact, joined, tagContent, type Tags } from './marked-content.ts'
import { pageNumbers, type PdfFile, streamBytes, withStream } from './pdf-file.ts'
import { TextFont } from './text-font.ts'
import { lineText, orderUnits } from './units.ts'
import { type Before, writeLine } from './write-line.ts'

export interface TextLayer {
  /** The lines of each page as they are read; the cells of a row are lines of their own. */
  pages: string[][]
  /** Text objects that were left as they were, by the reason. */
  left: Partial<Record<Reason, number>>
}

/** Rewrites the content of every page; with tags, what no element owns becomes an artifact. */
export function rewriteText(file: PdfFile, tagsOf?: (page: number) => Tags): TextLayer {
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
    const stream = bytes.toString('latin1')
    const { text, lines } = rewriteContent(stream, pageFonts(page, fontOf), layer.left, tagsOf?.(number))
    layer.pages.push(lines)
    file.objects.set(content, withStream(object, Buffer.from(text, 'latin1')))
  }
  keepSharedFonts(file, fonts)
  const forms = formsWithText(file)
  if (forms > 0) layer.left.form = forms
  for (const font of fonts.values()) font?.write(file)
  return layer
}

/** A piece of a stream that is written anew. */
interface Edit {
  from: number
  to: number
  text: string
}

/** One content stream with its lines rewritten. */
export function rewriteContent(
  stream: string,
  fonts: ReadonlyMap<string, TextFont>,
  left: TextLayer['left'] = {},
  tags?: Tags,
): { text: string; lines: string[] } {
  const operators = tokenize(stream)
  const page = readLines(operators, fonts)
  for (const [reason, count] of page.left) left[reason] = (left[reason] ?? 0) + count
  const orders = page.lines.map(orderUnits)
  const content = tags && tagContent(operators, page, orders, tags)
  const edits: Edit[] = []
  const lines: string[] = []
  const written = new Uint8Array(operators.length)
  let before: Before | undefined
  // Poppler takes a page for a right-to-left one when most of its letters are.
  const rightToLeft = orders.some(({ rtl }) => rtl)
  for (const [n, line] of page.lines.entries()) {
    const order = orders[n]!
    const cellFollows = rightToLeft && page.lines[n + 1]?.continued === true
    const anew = writeLine(
      line,
      order,
      page.marks,
      line.continued ? before : undefined,
      cellFollows,
      rightToLeft,
    )
    if (anew === undefined) continue
    edits.push({ from: operators[line.from]!.from, to: operators[line.to]!.to, text: `\n${anew.text}` })
    written.fill(1, line.from, line.to + 1)
    before = anew.before
    lines.push(lineText(order))
  }
  for (const { from: at, operator } of content?.artifacts ?? []) {
    const { from, to } = operators[at]!
    if (written[at] === 0) edits.push({ from, to, text: `\n${operator}` })
  }
  const bare = content?.bare.filter(([first]) => written[first] === 0) ?? []
  for (const [first, last] of joined(bare, operators)) {
    const { from } = operators[first]!
    const { to } = operators[last]!
    edits.push({ from, to: from, text: `\n${artifact}` }, { from: to, to, text: '\nEMC' })
  }
  return { text: withEdits(stream, edits), lines }
}

/** What is put in at a place stands before what replaces the operators there. */
function withEdits(stream: string, edits: Edit[]): string {
  const parts: string[] = []
  let at = 0
  for (const { from, to, text } of edits.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    parts.push(stream.slice(at, from), text)
    at = to
  }
  parts.push(stream.slice(at))
  return parts.join('')
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

/** The browser draws what is transparent in a form of its own, whose text is left as it was. */
function formsWithText({ objects }: PdfFile): number {
  let count = 0
  for (const object of objects.values()) {
    if (!/\/Subtype \/Form\b/.test(object.value) || !/\/Font <</.test(object.value)) continue
    if (/\bT[jJ]\b/.test(streamBytes(object)?.toString('latin1') ?? '')) count++
  }
  return count
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
