/** The pages of a paper of ours in a pack: as they are, with their tags, and with stamps over their margins. */
import type { Link } from './annotations.ts'
import type { PaperPart } from './assemble.ts'
import type { Assembly } from './assembly.ts'
import type { Destination } from './destinations.ts'
import { linkAnnotation } from './links.ts'
import type { PaperLink } from './open-paper.ts'
import { mapOutline, type OutlineEntry } from './outline.ts'
import { numbersText, writePage } from './page-parts.ts'
import { isPartLink, pageOfPartLink } from './part-links.ts'
import { PDFName, PDFNumber, type PDFRef } from './pdf-library.ts'
import { drawStamps, rowsOf, rowsOn, stripsFor } from './stamps.ts'
import { Placement } from './template.ts'

/** Writes the pages from an index on, and gives back the outline of the paper as it leads to them. */
export function addPaperPages(
  { paper, title, frame }: PaperPart,
  first: number,
  assembly: Assembly,
): OutlineEntry[] {
  const { context, tags } = assembly
  const moved = (to: Destination): Destination => ({ ...to, page: first + to.page })
  const targets = new Map<PaperLink, Link['to']>()
  for (const link of paper.links.flat()) {
    const to = ledTo(link.link.to, moved, assembly)
    if (to !== undefined) targets.set(link, to)
  }
  const copy = paper.copyWith(new Set(targets.keys()))
  const placement = new Placement(copy.template, context, { firstKey: tags.nextKey, prefix: tags.prefix })
  copy.pages.forEach(({ ref }, index) => placement.bind(ref, assembly.pages[first + index]!))
  const written = paper.links.map((links) =>
    links.flatMap((link): PDFRef[] => {
      const [to, own] = [targets.get(link), copy.annotations.get(link)]
      if (to === undefined || own === undefined) return []
      const annotation = linkAnnotation(context, { ...link.link, to }, assembly.pages)
      const key = copy.tags?.keys.get(own)
      if (key !== undefined) annotation.set(PDFName.of('StructParent'), PDFNumber.of(tags.nextKey + key))
      const annotationRef = context.register(annotation)
      placement.bind(own, annotationRef)
      return [annotationRef]
    }),
  )
  copy.pages.forEach((page, index) => {
    const { box, group, key } = page
    const stamps = assembly.stampsOf(first + index)
    const rows = frame === undefined ? rowsOf(stripsFor(stamps, box)) : rowsOn(frame, stamps, box)
    const annotations = written[index]!
    writePage(assembly, assembly.pages[first + index]!, placement, page, {
      before: 'q\n',
      after: `\nQ\n${drawStamps(stamps, rows, box)}`,
      stamps,
      entries: {
        MediaBox: numbersText([box.x, box.y, box.x + box.width, box.y + box.height]),
        Group: group && placement.fill(group),
        StructParents: key && placement.fill(key),
        Tabs: paper.tagged ? '/S' : undefined,
        Annots: annotations.length > 0 ? `[${annotations.join(' ')}]` : undefined,
      },
    })
  })
  if (copy.tags !== undefined) tags.addPaper(copy.tags, title, placement)
  return mapOutline(paper.outline, moved)
}

/** Where a link leads in the pack; nowhere when the pack has no such page. */
function ledTo(
  to: Link['to'],
  moved: (to: Destination) => Destination,
  { places }: Assembly,
): Link['to'] | undefined {
  if ('page' in to) return moved(to)
  if (!isPartLink(to.uri)) return to
  const page = pageOfPartLink(to.uri, places)
  return page === undefined ? undefined : { page }
}
