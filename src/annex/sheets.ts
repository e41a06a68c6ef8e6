/** The sheets of stamps as forms, each drawn as often as pages bear it. */
import { createHash } from 'node:crypto'
import { annexLimits, failing } from './annex.ts'
import { Copier } from './copy.ts'
import { Inflater } from './inflate.ts'
import { pageForm } from './page-form.ts'
import { pagesOf } from './page-tree.ts'
import {
  decodeStream,
  opening,
  PDFContext,
  PDFDocument,
  PDFName,
  type PDFRawStream,
  type PDFRef,
  viewed,
} from './pdf-library.ts'
import { Template } from './template.ts'

/** A stamp to be put on pages of packs, which get what it is made of when a page of theirs bears it. */
export interface Sheet {
  /** In points. */
  readonly width: number
  readonly height: number
  /** The form that draws it, in what was made of all sheets of a file. */
  readonly template: Template
  readonly form: PDFRef
  /** What tells it from other sheets. */
  readonly digest: string
}

/** Opens a PDF of ours whose every page is a stamp; what is tagged in it loses its tags, as stamps are artifacts. */
export async function openSheets(pdf: Uint8Array): Promise<Sheet[]> {
  const file = await PDFDocument.load(viewed(pdf), opening)
  const failed = failing('stamps')
  const inflater = new Inflater(annexLimits, failed)
  const context = PDFContext.create()
  const copier = new Copier(file.context, context)
  const pages = pagesOf(file.catalog, { pages: Infinity, side: Infinity }, failed)
  const template = new Template(context)
  return pages.map((page): Sheet => {
    const { content, form } = untagged(pageForm(page, { context, copier, inflater, failed }), context)
    const { width, height } = page
    // Of nothing that other sheets say: they may be another recipient's.
    const digest = createHash('sha256').update(content).digest('hex')
    return { width, height, template, form: context.register(form), digest }
  })
}

/**
 * A content whose sequences no element owns; what it says of its words stays. Its strings are in hexadecimal, as the browser and
 * the finishing stage write them: no text looks like this.
 */
function untagged(form: PDFRawStream, context: PDFContext): { content: string; form: PDFRawStream } {
  const bare = Buffer.from(decodeStream(form).decode())
    .toString('latin1')
    .replaceAll(/\/\w+\s*<<\s*\/MCID\s+\d+\s*>>\s*BDC/g, '/NonStruct BMC')
    .replaceAll(/\/MCID\s+\d+/g, '')
  const content = fromOwnCorner(bare)
  const stream = context.flateStream(Buffer.from(content, 'latin1'))
  const filters = ['Filter', 'DecodeParms', 'Length']
  for (const [key, value] of form.dict.entries())
    if (!filters.some((name) => key === PDFName.of(name))) stream.dict.set(key, value)
  return { content, form: stream }
}

/**
 * The browser draws a page as a part of its whole document: moved up by the pages before it, of which it would tell. Sheets
 * have nothing but text, and each line of it says where it stands.
 */
function fromOwnCorner(content: string): string {
  let up = 0
  return content.replaceAll(
    /^(\S+) 0 0 \1 (\S+) (\S+) cm$|(\S+) Tm$/gm,
    (_, scale: string, x: string, y: string, at: string | undefined) => {
      if (at !== undefined) return `${round(Number(at) + up)} Tm`
      up = Number(y) / Number(scale)
      return `${scale} 0 0 ${scale} ${x} 0 cm`
    },
  )
}

const round = (value: number): number => Math.round(value * 1000) / 1000
