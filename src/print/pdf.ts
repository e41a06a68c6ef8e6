import { inflateSync } from 'node:zlib'

/** A font as the PDF holds it: its PostScript name without the subset prefix, and the object that maps it to Unicode. */
export interface PdfFont {
  name: string
  toUnicode: string | undefined
}

/** The PDF's bytes as text, one character a byte; Chromium leaves every dictionary uncompressed. */
export function pdfText(pdf: Uint8Array): string {
  return Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1')
}

/** The number of pages: what the root of the page tree counts. Throws when the bytes hold no page tree. */
export function countPages(text: string): number {
  for (const [node] of text.matchAll(/\/Type \/Pages\b[^>]*>>/g)) {
    if (node.includes('/Parent')) continue
    const count = /\/Count (\d+)/.exec(node)?.[1]
    if (count !== undefined) return Number(count)
  }
  throw new Error('the PDF has no page tree')
}

/**
 * The pages, counted from 1, that the document's own links lead to, by the id of the element. Chromium names every
 * element that a link points at, whether the link itself is shown or not.
 */
export function destinationPages(text: string): Map<string, number> {
  const list = /\/Dests (\d+) 0 R/.exec(text.slice(text.lastIndexOf('/Type /Catalog')))?.[1]
  const places = new Map<string, number>()
  if (list === undefined) return places
  const numbers = new Map(pageObjects(text).map((page, index) => [page, index + 1]))
  for (const [, name = '', page = ''] of objectText(text, list).matchAll(
    /\/([^\s/<>[\]()]+) \[(\d+) 0 R /g,
  )) {
    const number = numbers.get(page)
    if (number !== undefined) places.set(Buffer.from(unescapeName(name), 'latin1').toString('utf8'), number)
  }
  return places
}

/** The object numbers of the pages in their order; Chromium hangs them into a tree of many levels. */
function pageObjects(text: string): string[] {
  const nodes = new Map<string, string[]>()
  let root: string | undefined
  for (const { index, 1: body = '' } of text.matchAll(/\/Type \/Pages\b([^>]*)>>/g)) {
    const id = /(\d+) 0 obj\n<<$/.exec(text.slice(Math.max(0, index - 24), index))?.[1] ?? ''
    const kids = /\/Kids \[([^\]]*)\]/.exec(body)?.[1] ?? ''
    nodes.set(
      id,
      [...kids.matchAll(/(\d+) 0 R/g)].map(([, kid = '']) => kid),
    )
    if (!body.includes('/Parent')) root = id
  }
  const leaves = (id: string): string[] => nodes.get(id)?.flatMap(leaves) ?? [id]
  return root === undefined ? [] : leaves(root)
}

/** The size of the first page in points, [width, height]. */
export function pageSize(text: string): [number, number] {
  const box = /\/Type \/Page\b[^s][\s\S]*?\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(text)
  if (box === null) throw new Error('the PDF has no page size')
  return [Number(box[1]), Number(box[2])]
}

/** The fonts that the pages draw with; a font drawn from shapes (Type3) may have no name. */
export function pdfFonts(text: string): PdfFont[] {
  const fonts: PdfFont[] = []
  for (const [object] of text.matchAll(/<<\/Type \/Font\n[\s\S]*?endobj/g)) {
    // The descendant of a composite font says nothing that its parent does not.
    if (!/\/Subtype \/Type[03]\b|\/Subtype \/TrueType\b|\/Subtype \/Type1\b/.test(object)) continue
    fonts.push({ name: fontName(text, object), toUnicode: /\/ToUnicode (\d+) 0 R/.exec(object)?.[1] })
  }
  return fonts
}

function fontName(text: string, font: string): string {
  const descriptor = /\/FontDescriptor (\d+) 0 R/.exec(font)?.[1]
  const name =
    /\/BaseFont \/([^\s/<>[\]()]+)/.exec(font)?.[1] ??
    (descriptor === undefined
      ? undefined
      : /\/FontName \/([^\s/<>[\]()]+)/.exec(objectText(text, descriptor))?.[1])
  return unescapeName(name ?? 'Type3').replace(/^[A-Z]{6}\+/, '')
}

function unescapeName(name: string): string {
  return name.replaceAll(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
}

function objectText(text: string, number: string): string {
  const start = text.indexOf(`\n${number} 0 obj\n`)
  return start === -1 ? '' : text.slice(start, text.indexOf('endobj', start))
}

/** The characters that the PDF's text is drawn for in one font, as its ToUnicode map lists them. */
export function fontCharacters(pdf: Uint8Array, text: string, font: PdfFont): string[] {
  if (font.toUnicode === undefined) return []
  const start = text.indexOf(`\n${font.toUnicode} 0 obj\n`)
  const [stream] = start === -1 ? [] : streams(pdf, text, start)
  const found = new Set<string>()
  for (const [, kind, body = ''] of (stream ?? '').matchAll(/beginbf(char|range)\n([\s\S]*?)endbf/g)) {
    for (const line of body.trim().split('\n')) {
      const parts = [...line.matchAll(/<([0-9A-F]+)>/g)].map(([, hex = '']) => hex)
      const target = parts.at(-1) ?? ''
      const count = kind === 'range' ? parseInt(parts[1] ?? '0', 16) - parseInt(parts[0] ?? '0', 16) : 0
      const units = Array.from({ length: target.length / 4 }, (_, i) =>
        parseInt(target.slice(i * 4, i * 4 + 4), 16),
      )
      const last = units.pop() ?? 0
      for (let n = 0; n <= count; n++) {
        for (const character of String.fromCharCode(...units, last + n)) found.add(character)
      }
    }
  }
  return [...found]
}

/** Whether any text is drawn with glyph 0, the box that a font shows for a character it does not have. */
export function drawsBox(pdf: Uint8Array, text: string): boolean {
  for (const content of streams(pdf, text, 0)) {
    // Identity-H text: two bytes a glyph, so four digits.
    for (const [, glyphs = ''] of content.matchAll(/<([0-9A-F]+)> Tj/g)) {
      for (let i = glyphs.indexOf('0000'); i !== -1; i = glyphs.indexOf('0000', i + 1)) {
        if (i % 4 === 0) return true
      }
    }
  }
  return false
}

/** The inflated streams from an offset on, without the font files and the images. */
function* streams(pdf: Uint8Array, text: string, from: number): Generator<string> {
  for (let at = text.indexOf('/Filter /FlateDecode', from); at !== -1;) {
    const head = text.slice(text.lastIndexOf(' obj\n', at), text.indexOf('stream', at))
    const start = /stream\r?\n/.exec(text.slice(at, at + 4000))
    const length = Number(/\/Length (\d+)/.exec(head)?.[1])
    if (start !== null && length > 0) {
      const begin = at + start.index + start[0].length
      if (!/\/Length1 |\/Subtype \/(?:Image|CIDFontType0C|Type1C|OpenType)/.test(head)) {
        yield inflateSync(pdf.subarray(begin, begin + length)).toString('latin1')
      }
      at = begin + length
    }
    at = text.indexOf('/Filter /FlateDecode', at + 1)
  }
}
