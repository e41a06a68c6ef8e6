/** What a reader of a PDF sees of its pages: pieces of text and where they stand, links and where they lead. */
import { readFileSync } from 'node:fs'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

export interface Piece {
  text: string
  /** Points from the left and the top of the page. */
  x: number
  y: number
  /** 0 where the piece stands for a letter whose place is that of its neighbours. */
  width: number
  size: number
}
export interface Page {
  width: number
  height: number
  pieces: Piece[]
}

/** Opens a PDF, hands it over and closes it. */
export async function withPdf<T>(
  pdf: string | Uint8Array,
  use: (file: PDFDocumentProxy) => Promise<T>,
): Promise<T> {
  const data = Uint8Array.from(typeof pdf === 'string' ? readFileSync(pdf) : pdf)
  const task = getDocument({ data, verbosity: 0 })
  try {
    return await use(await task.promise)
  } finally {
    await task.destroy()
  }
}

export async function pagesOf(file: PDFDocumentProxy): Promise<Page[]> {
  const pages: Page[] = []
  for (let n = 1; n <= file.numPages; n++) {
    const page = await file.getPage(n)
    const [, , width = 0, height = 0] = page.view
    const { items } = await page.getTextContent()
    const pieces = items.flatMap((item) =>
      'str' in item && item.str.trim() !== ''
        ? [
            {
              text: item.str,
              x: item.transform[4],
              y: height - item.transform[5],
              width: item.width,
              size: Math.hypot(item.transform[2], item.transform[3]),
            },
          ]
        : [],
    )
    pages.push({ width, height, pieces })
  }
  return pages
}

/** The pieces that stand on one line, from the top down. */
export function lines({ pieces }: Page): Piece[][] {
  const found: Piece[][] = []
  for (const piece of pieces.toSorted((a, b) => a.y - b.y)) {
    const last = found.at(-1)
    if (last !== undefined && Math.abs((last[0]?.y ?? 0) - piece.y) < 2) last.push(piece)
    else found.push([piece])
  }
  return found
}

/** The letters of a text in no order: PDF readers give right-to-left runs in one order or another. */
export function letters(text: string): string {
  return [...text.normalize('NFKC').replace(/[\s\p{Cf}]/gu, '')].toSorted().join('')
}

export const lettersOf = (line: Piece[]): string => letters(line.map(({ text }) => text).join(''))

/** The text of a line as it is read, without spaces and marks: the finished text stands in logical order. */
export const inOrder = (line: Piece[]): string =>
  line
    .map(({ text }) => text)
    .join('')
    .replace(/[\s\p{Cf}]/gu, '')
