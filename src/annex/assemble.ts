/**
 * Papers of ours and annexes as one PDF to be read: its pages in order, one outline, labels, stamps. It claims neither PDF/A nor
 * PDF/UA, as pages of others break both; what is embedded in a paper or said of it elsewhere than on its pages stays out.
 */
import { createHash } from 'node:crypto'
import { addAnnexPages } from './assemble-annex.ts'
import { addPaperPages } from './assemble-paper.ts'
import { Assembly } from './assembly.ts'
import { writeLayers } from './layers.ts'
import type { OpenAnnex } from './open-annex.ts'
import type { OpenPaper } from './open-paper.ts'
import { type OutlineEntry, partEntry, writeOutline } from './outline.ts'
import type { PartPlace } from './part-links.ts'
import { PDFHexString, PDFString, PDFWriter, type PDFObject } from './pdf-library.ts'
import type { Frame, Stamp } from './stamps.ts'

export { openAnnex, type OpenAnnex } from './open-annex.ts'
export { openPaper, type OpenPaper } from './open-paper.ts'
export { openSheets, type Sheet } from './sheets.ts'
export type { Frame, Stamp } from './stamps.ts'

/**
 * A finished paper of ours. Links of it to `jalaseh:part/3` lead to the third part's first page, those to
 * `jalaseh:part/3/page/2` to its second.
 */
export interface PaperPart {
  kind: 'paper'
  paper: OpenPaper
  /** The title of its entry in the outline. */
  title: string
  /** Where its stamps stand; without it as at the borders of an annex's page. */
  frame?: Frame
}

export interface AnnexPart {
  kind: 'annex'
  annex: OpenAnnex
  title: string
  /** Whether its pages are made to fit A4. */
  fit?: boolean
  /** Whether it belongs to the part before it, such as its slip sheet: it has no entry of its own in the outline. */
  joined?: boolean
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
  /** The stamps of each page of the pack. */
  stamps?: readonly (readonly Stamp[])[]
}

export interface Pack {
  pdf: Uint8Array
  parts: PartPlace[]
}

/**
 * Assembles a pack; the same parts and options give the same bytes. What was opened is not changed, and may be in several packs
 * at once. An annex that comes twice is stored once.
 */
export async function assemble(parts: readonly Part[], options: PackOptions): Promise<Pack> {
  const places: PartPlace[] = []
  for (const part of parts) {
    const { first, pages } = places.at(-1) ?? { first: 0, pages: 0 }
    places.push({ first: first + pages, pages: openedOf(part).pages })
  }
  const tagged = parts.some((part) => part.kind === 'paper' && part.paper.tagged)
  const assembly = new Assembly(places, tagged, options.stamps ?? [])
  const outline: OutlineEntry[] = []
  parts.forEach((part, index) => {
    const { first } = places[index]!
    const kids =
      part.kind === 'paper' ? addPaperPages(part, first, assembly) : addAnnexPages(part, first, assembly)
    const before = part.kind === 'annex' && part.joined === true ? outline.at(-1) : undefined
    if (before === undefined) outline.push(partEntry(part.title, first, kids))
    else before.kids.push(...kids)
  })
  describe(assembly, outline, options)
  const { context } = assembly
  context.trailerInfo.ID = context.obj(idOf(parts, options))
  const pdf = await PDFWriter.forContext(context, Infinity).serializeToBuffer()
  return { pdf, parts: places }
}

const openedOf = (part: Part): OpenPaper | OpenAnnex => (part.kind === 'paper' ? part.paper : part.annex)

function describe(assembly: Assembly, outline: OutlineEntry[], options: PackOptions): void {
  const { context, pages, tags, tagged, layers, tree } = assembly
  const digits = new Intl.NumberFormat('fa-IR', { useGrouping: false })
  const labels = pages.flatMap((_, index) => {
    const label = options.labels?.[index] ?? digits.format(index + 1)
    return [index, context.obj({ P: PDFHexString.fromText(label) })]
  })
  const outlines = writeOutline(context, outline, pages)
  context.assign(tree, context.obj({ Type: 'Pages', Kids: pages, Count: pages.length }))
  const catalog = context.obj({
    Type: 'Catalog',
    Pages: tree,
    Lang: PDFHexString.fromText(options.language ?? 'fa-IR'),
    PageLabels: { Nums: labels },
    PageMode: 'UseOutlines',
    ViewerPreferences: { Direction: 'R2L', DisplayDocTitle: true },
    ...(outlines && { Outlines: outlines }),
    ...(tagged && { MarkInfo: { Marked: true }, StructTreeRoot: tags.write() }),
  })
  writeLayers(catalog, layers)
  context.assign(assembly.catalog, catalog)
  const { title, author, date } = options
  const information: Record<string, PDFObject> = {
    Title: PDFHexString.fromText(title),
    ...(author !== undefined && { Author: PDFHexString.fromText(author) }),
    Creator: PDFHexString.fromText('Jalaseh'),
    Producer: PDFHexString.fromText('Jalaseh'),
    ...(date && { CreationDate: PDFString.fromDate(date), ModDate: PDFString.fromDate(date) }),
  }
  context.trailerInfo.Root = assembly.catalog
  context.trailerInfo.Info = context.register(context.obj(information))
}

/** What tells this pack from others, made of what it was made of. */
function idOf(
  parts: readonly Part[],
  { stamps = [], ...options }: PackOptions,
): [PDFHexString, PDFHexString] {
  const made = {
    parts: parts.map((part) => ({
      ...part,
      paper: undefined,
      annex: undefined,
      digest: openedOf(part).digest,
    })),
    options,
    stamps: stamps.map((ofPage) => ofPage.map(({ sheet, edge, align }) => [sheet.digest, edge, align])),
  }
  const digest = createHash('sha256').update(JSON.stringify(made)).digest('hex')
  const id = PDFHexString.of(digest.slice(0, 32))
  return [id, id]
}
