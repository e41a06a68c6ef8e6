/** A finished paper of ours, taken apart once, to be put into as many packs as wanted. */
import { createHash } from 'node:crypto'
import { annexLimits, failing } from './annex.ts'
import { isSafeUri, type Link, readAnnotations } from './annotations.ts'
import { Copier } from './copy.ts'
import { destinationsOf, type Resolve } from './destinations.ts'
import { gappedText, type Gapped } from './gapped.ts'
import type { Box } from './geometry.ts'
import { arrayAt, asDictionary, entry, found } from './objects.ts'
import { type OutlineEntry, readOutline } from './outline.ts'
import { type PageParts, pagePartsOf } from './page-parts.ts'
import { type Page, pagesOf } from './page-tree.ts'
import { documentOf, type PaperTags, paperTags } from './paper-tags.ts'
import { isPartLink } from './part-links.ts'
import {
  opening,
  PDFArray,
  PDFContext,
  type PDFDict,
  PDFDocument,
  PDFName,
  PDFRef,
  viewed,
} from './pdf-library.ts'
import { Template } from './template.ts'

/** Opened by openPaper, and given to assemble as often as wanted: it does not change. */
export interface OpenPaper {
  /** How many it has. */
  readonly pages: number
  /** What tells it from other papers. */
  readonly digest: string
  readonly tagged: boolean
  readonly outline: OutlineEntry[]
  /** The links of each page. */
  readonly links: PaperLink[][]
  /** What is written of it into a pack in which the links that are given lead somewhere. */
  copyWith(kept: ReadonlySet<PaperLink>): PaperCopy
}

export interface PaperLink {
  link: Link
  /** The annotation that it was. */
  from: PDFRef | undefined
}

export interface PaperCopy {
  template: Template
  pages: PaperPage[]
  /** What stands for the links in what is copied. */
  annotations: ReadonlyMap<PaperLink, PDFRef>
  tags: PaperTags | undefined
}

export interface PaperPage extends PageParts {
  /** What stands for the page in what is copied. */
  ref: PDFRef
  box: Box
  group: Gapped | undefined
  key: Gapped | undefined
}

/**
 * Opens a finished paper of ours, whose bytes are not copied and must not be changed any more. Throws a Refusal, or whatever the
 * library throws, for what is none; `title` names it.
 */
export async function openPaper(pdf: Uint8Array, title: string): Promise<OpenPaper> {
  const { catalog } = await PDFDocument.load(viewed(pdf), opening)
  const pages = pagesOf(catalog, { pages: Infinity, side: annexLimits.side }, failing(title))
  const resolve = destinationsOf(
    catalog,
    pages.map(({ ref }) => ref),
  )
  const links = pages.map((page) => linksOf(page, resolve))
  const copies = new Map<string, PaperCopy>()
  return {
    pages: pages.length,
    digest: createHash('sha256').update(pdf).digest('hex'),
    tagged: documentOf(catalog) !== undefined,
    outline: readOutline(catalog, resolve),
    links,
    copyWith: (kept) => {
      // Nearly always all of them: only a contents page may know of parts that the pack has not.
      const which = links.flatMap((ofPage) => ofPage.map((link) => (kept.has(link) ? '1' : '0'))).join('')
      const copy =
        copies.get(which) ??
        copyOf(
          catalog,
          pages,
          links.flat().filter((link) => kept.has(link)),
        )
      copies.set(which, copy)
      return copy
    },
  }
}

function copyOf(catalog: PDFDict, pages: readonly Page[], links: readonly PaperLink[]): PaperCopy {
  const context = PDFContext.create()
  const document = documentOf(catalog)
  const copier = new Copier(catalog.context, context, { tags: document !== undefined })
  const annotations = new Map(links.map((link) => [link, context.nextRef()]))
  const copied = pages.map((page): PaperPage => {
    const { dictionary, box } = page
    const contents = entry(dictionary, 'Contents')
    const streams =
      contents instanceof PDFArray ? contents.asArray() : [dictionary.get(PDFName.of('Contents'))]
    const group = dictionary.get(PDFName.of('Group'))
    const key = copier.keyOf(dictionary, 'StructParents')
    const resources = page.resources && copier.copy(page.resources)
    return {
      ref: context.nextRef(),
      box,
      ...pagePartsOf(
        streams.flatMap((stream) => (stream === undefined ? [] : [copier.copy(stream)])),
        asDictionary(resources) ?? context.obj({}),
      ),
      group: group && gappedText(copier.copy(group)),
      key: key && gappedText(key),
    }
  })
  const moved = {
    copier,
    pages: new Map(pages.map(({ ref }, index) => [ref, copied[index]!.ref])),
    annotations: new Map(
      links.flatMap((link) => (link.from === undefined ? [] : [[link.from, annotations.get(link)!]])),
    ),
  }
  const tags = document && paperTags(document, catalog, context, moved)
  return { template: new Template(context), pages: copied, annotations, tags }
}

/** The links of a page, each with the object that it was. */
function linksOf({ dictionary }: Page, resolve: Resolve): PaperLink[] {
  const refs = new Map<PDFDict, PDFRef>()
  for (const value of arrayAt(dictionary, 'Annots')) {
    const annotation = asDictionary(found(dictionary.context, value))
    if (annotation !== undefined && value instanceof PDFRef) refs.set(annotation, value)
  }
  const isKept = (uri: string): boolean => isSafeUri(uri) || isPartLink(uri)
  const { links } = readAnnotations(dictionary, resolve, { scripts: 0, links: 0, media: 0 }, isKept)
  return links.map((link) => ({ link, from: refs.get(link.from) }))
}
