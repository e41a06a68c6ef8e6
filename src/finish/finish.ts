/** The finishing stage: a printed PDF, bytes to bytes, with a text that can be searched, copied and read aloud. */
import { type Metadata, withId, writeMetadata } from './metadata.ts'
import { readPdfFile, writePdfFile } from './pdf-file.ts'
import { rewriteText, type TextLayer } from './text-layer.ts'

export interface FinishOptions {
  /** Leaves the text as the browser wrote it. */
  textLayer?: boolean
  /** What the file says of itself; without it the browser's words and dates stay. */
  metadata?: Metadata
}

export interface FinishReport {
  /** False when the file is none of the browser's: it is given back byte for byte. */
  finished: boolean
  pages: number
  /** The lines of each page as they are read; the cells of a row are lines of their own. */
  lines: string[][]
  /** Text objects that were left as they were, by the reason. */
  left: TextLayer['left']
}

/** Finishes a PDF that Chromium printed; any other comes back as it is. */
export function finishPdf(
  pdf: Uint8Array,
  { textLayer = true, metadata }: FinishOptions = {},
): { pdf: Uint8Array; report: FinishReport } {
  const file = readPdfFile(pdf)
  if (file === undefined) return { pdf, report: { finished: false, pages: 0, lines: [], left: {} } }
  const layer = textLayer ? rewriteText(file) : { pages: [], left: {} }
  if (metadata !== undefined) writeMetadata(file, metadata)
  return {
    pdf: writePdfFile(metadata === undefined ? file : withId(file)),
    report: { finished: true, pages: layer.pages.length, lines: layer.pages, left: layer.left },
  }
}
