/** An annex, taken apart once, to be put into as many packs as wanted. */
import { type Annex, annexLimits, failing, type PageSize } from './annex.ts'
import { type Link, readAnnotations } from './annotations.ts'
import { Copier } from './copy.ts'
import { destinationsOf } from './destinations.ts'
import { type Layers, layersOf } from './layers.ts'
import { asDictionary } from './objects.ts'
import { type OutlineEntry, readOutline } from './outline.ts'
import { type PageParts, pagePartsOf } from './page-parts.ts'
import { pagesOf } from './page-tree.ts'
import { opening, PDFContext, PDFDocument, PDFName, viewed } from './pdf-library.ts'
import { Template } from './template.ts'

/** Opened by openAnnex, and given to assemble as often as wanted: it does not change. */
export interface OpenAnnex {
  /** How many it has. */
  readonly pages: number
  /** That of the file that it came as. */
  readonly digest: string
  readonly template: Template
  readonly sheets: AnnexPage[]
  readonly outline: OutlineEntry[]
  readonly layers: Layers
}

export interface AnnexPage extends PageParts, PageSize {
  links: Link[]
}

/** Opens an annex that was read; its bytes are not copied, and must not be changed or handed over any more. */
export async function openAnnex({ pdf, digest }: Annex): Promise<OpenAnnex> {
  const { catalog } = await PDFDocument.load(viewed(pdf), opening)
  const pages = pagesOf(catalog, { pages: Infinity, side: annexLimits.side * 1000 }, failing('annex'))
  const resolve = destinationsOf(
    catalog,
    pages.map(({ ref }) => ref),
  )
  const context = PDFContext.create()
  const copier = new Copier(catalog.context, context)
  const sheets = pages.map(({ dictionary, resources, width, height }): AnnexPage => {
    const { links } = readAnnotations(dictionary, resolve, { scripts: 0, links: 0, media: 0 })
    const contents = dictionary.get(PDFName.of('Contents'))!
    const copied = resources && asDictionary(copier.copy(resources))
    return { width, height, links, ...pagePartsOf([copier.copy(contents)], copied ?? context.obj({})) }
  })
  return {
    pages: pages.length,
    digest,
    sheets,
    outline: readOutline(catalog, resolve),
    layers: layersOf(catalog, copier),
    template: new Template(context),
  }
}
