/** The pages of an annex in a pack: beside their stamps, or on A4. */
import { type Annex, annexLimits, failing } from './annex.ts'
import { moveLink, readAnnotations } from './annotations.ts'
import type { AnnexPart, Assembly } from './assemble.ts'
import { Copier } from './copy.ts'
import { destinationsOf, type Destination, moveDestination, type Resolve } from './destinations.ts'
import { matrixText } from './geometry.ts'
import { layersOf } from './layers.ts'
import { linkAnnotation } from './links.ts'
import { mapOutline, type OutlineEntry, readOutline } from './outline.ts'
import { contentOf, pageAt, setEntries, withStamps } from './page-parts.ts'
import { type Page, pagesOf } from './page-tree.ts'
import { opening, PDFDict, PDFDocument, PDFName, PDFNumber, type PDFContext } from './pdf-library.ts'
import { besideStrips, betweenStrips, fitSheet, type Place } from './place-annex.ts'
import { drawStamps, stripsFor } from './stamps.ts'

/** An annex whose objects are copied once, however often its pages come. */
export interface OpenAnnex {
  catalog: PDFDict
  copier: Copier
  pages: Page[]
  resolve: Resolve
  hasLayers: boolean
}

export async function openAnnex({ pdf }: Annex, context: PDFContext): Promise<OpenAnnex> {
  const file = await PDFDocument.load(pdf, opening)
  const pages = pagesOf(file.catalog, { pages: Infinity, side: annexLimits.side * 1000 }, failing('annex'))
  const resolve = destinationsOf(
    file.catalog,
    pages.map(({ ref }) => ref),
  )
  return {
    catalog: file.catalog,
    copier: new Copier(file.context, context),
    pages,
    resolve,
    hasLayers: false,
  }
}

/** Writes the pages from an index on, and gives back the outline of the annex as it leads to them. */
export function addAnnexPages(
  annex: OpenAnnex,
  { title, fit = false }: AnnexPart,
  first: number,
  assembly: Assembly,
): OutlineEntry[] {
  const { context } = assembly.file
  const { sheets, stampsOf, pages: refs } = assembly
  const own = annex.pages.map((_, index) => refs[first + index]!)
  const keys = assembly.tagged ? assembly.tags.addAnnex(title, own) : []
  const places = annex.pages.map((page, index): Place & { stamps: string } => {
    const stamps = stampsOf(first + index)
    const sheet = fit ? fitSheet(page) : page
    const strips = stripsFor(stamps, sheets, sheet)
    const place = fit ? betweenStrips(page, sheet, strips) : besideStrips(page, strips)
    const box = { x: 0, y: 0, width: place.width, height: place.height }
    return { ...place, stamps: drawStamps(stamps, sheets, strips, box) }
  })
  const moved = (destination: Destination): Destination => {
    const { matrix } = places[destination.page]!
    const corner = [0, annex.pages[destination.page]!.height] as const
    const place = moveDestination(destination, matrix, corner)
    return { ...place, page: first + destination.page }
  }
  annex.pages.forEach((page, index) => {
    const { matrix, width, height, stamps } = places[index]!
    const content = annex.copier.copy(page.dictionary.get(PDFName.of('Contents'))!)
    const resources = annex.copier.copy(page.resources ?? context.obj({})) as PDFDict
    const [open, close] = assembly.tagged ? ['/P <</MCID 0>> BDC\n', 'EMC\n'] : ['', '']
    const { links } = readAnnotations(page.dictionary, annex.resolve, { scripts: 0, links: 0, media: 0 })
    const annotations = links.map((link) => {
      const to = 'page' in link.to ? moved(link.to) : link.to
      return context.register(linkAnnotation(context, { ...moveLink(link, matrix), to }, refs))
    })
    const key = keys[index]
    setEntries(pageAt(context, own[index]!), {
      MediaBox: context.obj([0, 0, width, height]),
      Resources: withStamps(resources, stampsOf(first + index), sheets),
      Contents: contentOf(context, `${open}q ${matrixText(matrix)}\n`, [content], `Q\n${close}${stamps}`),
      ...(key !== undefined && { StructParents: PDFNumber.of(key) }),
      ...(annotations.length > 0 && { Annots: context.obj(annotations) }),
    })
  })
  if (!annex.hasLayers) {
    annex.hasLayers = true
    const { all, hidden } = layersOf(annex.catalog, annex.copier)
    assembly.layers.all.push(...all)
    assembly.layers.hidden.push(...hidden)
  }
  return mapOutline(readOutline(annex.catalog, annex.resolve), moved)
}
