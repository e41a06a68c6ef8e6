/** The finishing stage: a printed PDF, bytes to bytes, with a text that can be searched, copied and read aloud. */
import { renumberElements } from './element-ids.ts'
import { type Metadata, writeMetadata } from './metadata.ts'
import { separateFonts } from './own-fonts.ts'
import { type PdfFile, readPdfFile, writePdfFile } from './pdf-file.ts'
import { gatherText } from './printed-structure.ts'
import { seal } from './seal.ts'
import { readStructure, writeStructure } from './structure.ts'
import { applyTagRules } from './tag-rules.ts'
import { rewriteText, type TextLayer } from './text-layer.ts'
import { packetOf } from './xmp.ts'

export interface FinishOptions {
  /**
   * What the file says of itself, told what its pages say in the order of the structure; without it the browser's words
   * and dates stay.
   */
  metadata?: Metadata | ((printed: string) => Metadata)
  /** The group of each page, where pages are to be taken apart: none then has letters of another group in its fonts. */
  groups?: readonly number[]
}

export interface FinishReport {
  /** False when the file is none of the browser's: it is given back byte for byte. */
  finished: boolean
  pages: number
  /** The lines of each page as they are read; the cells of a row are lines of their own. */
  lines: string[][]
  /** What they say in the order of the structure, or as it is read where there is none; undefined of a file that is not finished. */
  text: string | undefined
  /** Text objects that were left as they were, by the reason. */
  left: TextLayer['left']
}

/** Finishes a PDF that Chromium printed; any other, such as one that is finished already, comes back as it is. */
export function finishPdf(
  pdf: Uint8Array,
  { metadata, groups }: FinishOptions = {},
): { pdf: Uint8Array; report: FinishReport } {
  const file = readPdfFile(pdf)
  if (file === undefined || packetOf(file) !== undefined)
    return { pdf, report: { finished: false, pages: 0, lines: [], text: undefined, left: {} } }
  if (groups !== undefined) separateFonts(file, groups)
  const { layer, text } = rewritePages(file)
  if (metadata !== undefined) writeMetadata(file, typeof metadata === 'function' ? metadata(text) : metadata)
  const written = writePdfFile(file)
  return {
    pdf: metadata === undefined ? written : seal(written),
    report: { finished: true, pages: layer.pages.length, lines: layer.pages, text, left: layer.left },
  }
}

/** The text of the pages and, where they are tagged, the elements that it belongs to. */
function rewritePages(file: PdfFile): { layer: TextLayer; text: string } {
  const structure = readStructure(file)
  if (structure === undefined) {
    const layer = rewriteText(file)
    return { layer, text: layer.pages.flat().join('\n') }
  }
  const printed = gatherText(file, structure)
  const layer = rewriteText(file, printed.tagsOf)
  applyTagRules(file, structure, printed)
  renumberElements(file, structure)
  writeStructure(file, structure)
  return { layer, text: printed.textOf(structure.document) }
}
