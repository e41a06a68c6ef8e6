/** The pages of an annex in a pack: beside their stamps, or on A4. */
import { moveLink } from './annotations.ts'
import type { AnnexPart } from './assemble.ts'
import type { Assembly } from './assembly.ts'
import { type Destination, moveDestination } from './destinations.ts'
import { matrixText } from './geometry.ts'
import { linkAnnotation } from './links.ts'
import { mapOutline, type OutlineEntry } from './outline.ts'
import { numbersText, writePage } from './page-parts.ts'
import { besideStrips, betweenStrips, fitSheet, type Place } from './place-annex.ts'
import { drawStamps, rowsOf, stripsFor } from './stamps.ts'

/** Writes the pages from an index on, and gives back the outline of the annex as it leads to them. */
export function addAnnexPages(
  { annex: given, title, fit = false }: AnnexPart,
  first: number,
  assembly: Assembly,
): OutlineEntry[] {
  const { context, pages: refs } = assembly
  const { annex, placement } = assembly.annexOf(given)
  const own = annex.sheets.map((_, index) => refs[first + index]!)
  const keys = assembly.tagged ? assembly.tags.addAnnex(title, own) : []
  const [open, close] = assembly.tagged ? ['/P <</MCID 0>> BDC\n', 'EMC\n'] : ['', '']
  const places = annex.sheets.map((page, index): Place & { drawn: string } => {
    const stamps = assembly.stampsOf(first + index)
    const sheet = fit ? fitSheet(page) : page
    const strips = stripsFor(stamps, sheet)
    const place = fit ? betweenStrips(page, sheet, strips) : besideStrips(page, strips)
    const box = { x: 0, y: 0, width: place.width, height: place.height }
    return { ...place, drawn: drawStamps(stamps, rowsOf(strips), box) }
  })
  const moved = (destination: Destination): Destination => {
    const { matrix } = places[destination.page]!
    const corner = [0, annex.sheets[destination.page]!.height] as const
    const place = moveDestination(destination, matrix, corner)
    return { ...place, page: first + destination.page }
  }
  annex.sheets.forEach((page, index) => {
    const { matrix, width, height, drawn } = places[index]!
    const annotations = page.links.map((link) => {
      const to = 'page' in link.to ? moved(link.to) : link.to
      return context.register(linkAnnotation(context, { ...moveLink(link, matrix), to }, refs))
    })
    writePage(assembly, own[index]!, placement, page, {
      before: `${open}q ${matrixText(matrix)}\n`,
      after: `Q\n${close}${drawn}`,
      stamps: assembly.stampsOf(first + index),
      entries: {
        MediaBox: numbersText([0, 0, width, height]),
        StructParents: keys[index],
        Annots: annotations.length > 0 ? `[${annotations.join(' ')}]` : undefined,
      },
    })
  })
  return mapOutline(annex.outline, moved)
}
