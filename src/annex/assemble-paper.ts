/** The pages of a paper of ours in a pack: as they are, with their tags, and with stamps over their margins. */
import { annexLimits, failing } from './annex.ts'
import { isSafeUri, type Link, readAnnotations } from './annotations.ts'
import type { Assembly, PaperPart } from './assemble.ts'
import { Copier } from './copy.ts'
import { destinationsOf, type Destination } from './destinations.ts'
import { linkAnnotation } from './links.ts'
import { arrayAt, asDictionary, dictionaryAt, entry, found } from './objects.ts'
import { mapOutline, type OutlineEntry, readOutline } from './outline.ts'
import { contentOf, pageAt, setEntries, withStamps } from './page-parts.ts'
import { type Page, pagesOf } from './page-tree.ts'
import { opening, PDFArray, PDFDict, PDFDocument, PDFName, PDFRef, type PDFObject } from './pdf-library.ts'
import { drawStamps, stripsFor } from './stamps.ts'

export interface OpenPaper {
  file: PDFDocument
  pages: Page[]
  tagged: boolean
}

/** A link of a paper to a part of the pack, counted from 1. */
const partLink = /^jalaseh:part\/([1-9]\d{0,3})$/

export async function openPaper({ pdf, title }: PaperPart): Promise<OpenPaper> {
  const file = await PDFDocument.load(pdf, opening)
  const pages = pagesOf(file.catalog, { pages: Infinity, side: annexLimits.side }, failing(title))
  return { file, pages, tagged: dictionaryAt(file.catalog, 'StructTreeRoot') !== undefined }
}

/** Writes the pages from an index on, and gives back the outline of the paper as it leads to them. */
export function addPaperPages(
  { file, pages, tagged }: OpenPaper,
  title: string,
  first: number,
  assembly: Assembly,
): OutlineEntry[] {
  const { context } = assembly.file
  const { sheets, stampsOf, tags } = assembly
  const copier = new Copier(file.context, context, tagged ? { tagsFrom: tags.nextKey } : {})
  const resolve = destinationsOf(
    file.catalog,
    pages.map(({ ref }) => ref),
  )
  const moved = (destination: Destination): Destination => ({
    ...destination,
    page: first + destination.page,
  })
  const annotations = new Map<PDFRef, PDFRef>()
  pages.forEach((page, index) => {
    const stamps = stampsOf(first + index)
    const strips = stripsFor(stamps, sheets, page)
    const written = linksOf(page, resolve, (to) => ledTo(to, moved, assembly)).map(({ ref, link }) => {
      const annotation = context.register(linkAnnotation(context, link, assembly.pages))
      if (ref !== undefined) annotations.set(ref, annotation)
      return annotation
    })
    const copied = (value: PDFObject | undefined): PDFObject | undefined => value && copier.copy(value)
    const contents = entry(page.dictionary, 'Contents')
    const streams =
      contents instanceof PDFArray ? contents.asArray() : [page.dictionary.get(PDFName.of('Contents'))]
    const resources = copied(page.resources) ?? context.obj({})
    setEntries(pageAt(context, assembly.pages[first + index]!), {
      MediaBox: context.obj([
        page.box.x,
        page.box.y,
        page.box.x + page.box.width,
        page.box.y + page.box.height,
      ]),
      Resources: withStamps(resources as PDFDict, stamps, sheets),
      Contents: contentOf(
        context,
        'q\n',
        streams.flatMap((stream) => copied(stream) ?? []),
        `\nQ\n${drawStamps(stamps, sheets, strips, page.box)}`,
      ),
      Group: copied(page.dictionary.get(PDFName.of('Group'))),
      StructParents: copier.keyOf(page.dictionary, 'StructParents'),
      Tabs: tagged ? PDFName.of('S') : undefined,
      Annots: written.length > 0 ? context.obj(written) : undefined,
    })
  })
  if (tagged) {
    const places = pages.map(({ ref }, index) => [ref, assembly.pages[first + index]!] as const)
    tags.addPaper(file.catalog, title, { copier, pages: new Map(places), annotations })
  }
  return mapOutline(readOutline(file.catalog, resolve), moved)
}

/** The links of a page, each with the object that it was. */
function linksOf(
  { dictionary }: Page,
  resolve: Parameters<typeof readAnnotations>[1],
  ledTo: (to: Link['to']) => Link['to'] | undefined,
): { ref: PDFRef | undefined; link: Link }[] {
  const refs = new Map<PDFDict, PDFRef>()
  for (const value of arrayAt(dictionary, 'Annots')) {
    const annotation = asDictionary(found(dictionary.context, value))
    if (annotation !== undefined && value instanceof PDFRef) refs.set(annotation, value)
  }
  const isKept = (uri: string): boolean => isSafeUri(uri) || partLink.test(uri)
  const { links } = readAnnotations(dictionary, resolve, { scripts: 0, links: 0, media: 0 }, isKept)
  return links.flatMap((link) => {
    const to = ledTo(link.to)
    return to === undefined ? [] : [{ ref: refs.get(link.from), link: { ...link, to } }]
  })
}

/** Where a link leads in the pack; nowhere when the pack has no such part. */
function ledTo(
  to: Link['to'],
  moved: (destination: Destination) => Destination,
  { firsts }: Assembly,
): Link['to'] | undefined {
  if ('page' in to) return moved(to)
  const [, part] = partLink.exec(to.uri) ?? []
  if (part === undefined) return to
  const page = firsts[Number(part) - 1]
  return page === undefined ? undefined : { page }
}
