/**
 * Papers of ours and annexes as one PDF to be read: its pages in order, one outline, labels, stamps. It claims neither PDF/A nor
 * PDF/UA, as pages of others break both; what is embedded in a paper or said of it elsewhere than on its pages stays out.
 */
import { createHash } from 'node:crypto'
import type { Annex } from './annex.ts'
import { addAnnexPages, openAnnex } from './assemble-annex.ts'
import { addPaperPages, openPaper } from './assemble-paper.ts'
import { writeLayers, type Layers } from './layers.ts'
import { type OutlineEntry, writeOutline } from './outline.ts'
import { writing, PDFDocument, PDFHexString, PDFName, type PDFRef } from './pdf-library.ts'
import { readSheets } from './sheets.ts'
import type { Sheet, Stamp } from './stamps.ts'
import { Tags } from './tags.ts'

/** A finished paper of ours. Links of it to `jalaseh:part/3` lead to the third part's first page. */
export interface PaperPart {
  kind: 'paper'
  pdf: Uint8Array
  /** The title of its entry in the outline. */
  title: string
}

export interface AnnexPart {
  kind: 'annex'
  annex: Annex
  title: string
  /** Whether its pages are made to fit A4. */
  fit?: boolean
}

export type Part = PaperPart | AnnexPart

export interface PackOptions {
  title: string
  author?: string
  /** A language tag; Persian unless said. */
  language?: string
  /** The date that the file bears as its creation; without one it bears none. */
  date?: Date
  /** The label of each page in a viewer: 1, 2, 3 in Persian digits unless said. */
  labels?: readonly string[]
  /** Sheets that the browser printed, each as large as its words, and the stamps of each page of the pack. */
  stamps?: { pdf: Uint8Array; pages: readonly (readonly Stamp[])[] }
}

export interface Pack {
  pdf: Uint8Array
  /** Where each part begins, from 0, and how many pages it has. */
  parts: { first: number; pages: number }[]
}

/** What the parts are written into. */
export interface Assembly {
  file: PDFDocument
  /** Every page of the pack. */
  pages: PDFRef[]
  /** The first page of each part. */
  firsts: number[]
  sheets: Sheet[]
  stampsOf(page: number): readonly Stamp[]
  tags: Tags
  tagged: boolean
  layers: Layers
}

/** Assembles a pack; the same parts and options give the same bytes. An annex that comes twice is stored once. */
export async function assemble(parts: readonly Part[], options: PackOptions): Promise<Pack> {
  const file = await PDFDocument.create({ updateMetadata: false })
  const annexes = new Map<string, Awaited<ReturnType<typeof openAnnex>>>()
  const opened = []
  for (const part of parts) {
    if (part.kind === 'paper') opened.push({ part, paper: await openPaper(part) })
    else {
      const { digest } = part.annex
      const annex = annexes.get(digest) ?? (await openAnnex(part.annex, file.context))
      annexes.set(digest, annex)
      opened.push({ part, annex })
    }
  }
  const counts = opened.map(({ paper, annex }) => (paper ?? annex).pages.length)
  const firsts = counts.map((_, index) => counts.slice(0, index).reduce((sum, count) => sum + count, 0))
  const total = counts.reduce((sum, count) => sum + count, 0)
  const assembly: Assembly = {
    file,
    pages: Array.from({ length: total }, () => file.addPage().ref),
    firsts,
    sheets: options.stamps === undefined ? [] : await readSheets(options.stamps.pdf, file.context),
    stampsOf: (page) => options.stamps?.pages[page] ?? [],
    tags: new Tags(file.context),
    tagged: opened.some(({ paper }) => paper?.tagged === true),
    layers: { all: [], hidden: [] },
  }
  const outline = opened.map(({ part, paper, annex }, index): OutlineEntry => {
    const first = firsts[index]!
    const kids =
      paper === undefined
        ? addAnnexPages(annex, part as AnnexPart, first, assembly)
        : addPaperPages(paper, part.title, first, assembly)
    return { title: part.title, to: { page: first }, kids }
  })
  describe(assembly, outline, options)
  file.context.trailerInfo.ID = file.context.obj(idOf(parts, options))
  const pdf = await file.save(writing)
  return { pdf, parts: firsts.map((first, index) => ({ first, pages: counts[index]! })) }
}

function describe(
  { file, pages, tags, tagged, layers }: Assembly,
  outline: OutlineEntry[],
  options: PackOptions,
): void {
  const { context, catalog } = file
  const digits = new Intl.NumberFormat('fa-IR', { useGrouping: false })
  const labels = pages.flatMap((_, index) => {
    const label = options.labels?.[index] ?? digits.format(index + 1)
    return [index, context.obj({ P: PDFHexString.fromText(label) })]
  })
  const outlines = writeOutline(context, outline, pages)
  const entries = {
    Lang: PDFHexString.fromText(options.language ?? 'fa-IR'),
    PageLabels: context.obj({ Nums: labels }),
    PageMode: PDFName.of('UseOutlines'),
    ViewerPreferences: context.obj({ Direction: 'R2L', DisplayDocTitle: true }),
    ...(outlines && { Outlines: outlines }),
    ...(tagged && { MarkInfo: context.obj({ Marked: true }), StructTreeRoot: tags.write() }),
  }
  for (const [key, value] of Object.entries(entries)) catalog.set(PDFName.of(key), value)
  writeLayers(catalog, layers)
  file.setTitle(options.title)
  if (options.author !== undefined) file.setAuthor(options.author)
  file.setCreator('Jalaseh')
  file.setProducer('Jalaseh')
  if (options.date !== undefined) {
    file.setCreationDate(options.date)
    file.setModificationDate(options.date)
  }
}

/** What tells this pack from others, made of what it was made of. */
function idOf(parts: readonly Part[], options: PackOptions): [PDFHexString, PDFHexString] {
  const hash = createHash('sha256')
  for (const part of parts)
    hash.update(part.title).update(part.kind === 'paper' ? part.pdf : part.annex.digest)
  hash.update(options.stamps?.pdf ?? '').update(JSON.stringify({ ...options, stamps: options.stamps?.pages }))
  const id = PDFHexString.of(hash.digest('hex').slice(0, 32))
  return [id, id]
}
