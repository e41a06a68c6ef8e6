/** The sheets of stamps as forms, each drawn as often as pages bear it. */
import { annexLimits, failing } from './annex.ts'
import { Copier } from './copy.ts'
import { Inflater } from './inflate.ts'
import { pageForm } from './page-form.ts'
import { pagesOf } from './page-tree.ts'
import {
  decodeStream,
  opening,
  type PDFContext,
  PDFDocument,
  PDFName,
  type PDFRawStream,
} from './pdf-library.ts'
import type { Sheet } from './stamps.ts'

/** Reads a PDF of ours whose every page is a stamp; what is tagged in it loses its tags, as stamps are artifacts. */
export async function readSheets(pdf: Uint8Array, context: PDFContext): Promise<Sheet[]> {
  const file = await PDFDocument.load(pdf, opening)
  const failed = failing('stamps')
  const inflater = new Inflater(annexLimits, failed)
  const copier = new Copier(file.context, context)
  const pages = pagesOf(file.catalog, { pages: Infinity, side: Infinity }, failed)
  return pages.map((page) => {
    const form = untagged(pageForm(page, { context, copier, inflater, failed }), context)
    return { form: context.register(form), width: page.width, height: page.height }
  })
}

/** A content whose sequences no element owns. The browser writes its strings in hexadecimal: no text looks like this. */
function untagged(form: PDFRawStream, context: PDFContext): PDFRawStream {
  const content = Buffer.from(decodeStream(form).decode()).toString('latin1')
  const bare = content.replaceAll(/\/\w+\s*<<\s*\/MCID\s+\d+\s*>>\s*BDC/g, '/NonStruct BMC')
  const stream = context.flateStream(Buffer.from(bare, 'latin1'))
  const filters = ['Filter', 'DecodeParms', 'Length']
  for (const [key, value] of form.dict.entries())
    if (!filters.some((name) => key === PDFName.of(name))) stream.dict.set(key, value)
  return stream
}
