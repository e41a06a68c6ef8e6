/** The pages of a file in their order, with what they inherit (ISO 32000-2 7.7.3); no tree is believed to be one. */
import { Refusal, type Report } from './annex.ts'
import { type Box, type Matrix, shared, upright } from './geometry.ts'
import { arrayAt, asDictionary, boxAt, dictionaryAt, entry, found, nameAt, numberAt } from './objects.ts'
import { type PDFDict, PDFName, PDFRef } from './pdf-library.ts'

export interface Page {
  ref: PDFRef
  dictionary: PDFDict
  resources: PDFDict | undefined
  /** What is shown of it, in its own space. */
  box: Box
  /** From its own space to the page as it is shown. */
  upright: Matrix
  /** As it is shown, in points. */
  width: number
  height: number
}

type Inherited = Partial<Record<'Resources' | 'MediaBox' | 'CropBox' | 'Rotate', PDFDict>>
const inheritable = ['Resources', 'MediaBox', 'CropBox', 'Rotate'] as const
const letter: Box = { x: 0, y: 0, width: 612, height: 792 }
const deepest = 64

/** Refuses with `annex/damaged` where the tree is none, `annex/no-pages`, `annex/too-many-pages`, `annex/page-size`. */
export function pagesOf(
  catalog: PDFDict | undefined,
  limits: { pages: number; side: number },
  failed: Report,
): Page[] {
  const pages: Page[] = []
  const seen = new Set<PDFRef>()
  const damaged = (): Refusal => new Refusal(failed('annex/damaged'))
  const walk = (ref: PDFRef, from: Inherited, depth: number): void => {
    const node = catalog && asDictionary(found(catalog.context, ref))
    if (node === undefined || seen.has(ref) || depth > deepest) throw damaged()
    seen.add(ref)
    const inherited = { ...from }
    for (const key of inheritable) if (entry(node, key) !== undefined) inherited[key] = node
    if (nameAt(node, 'Type') !== 'Pages' && entry(node, 'Kids') === undefined) {
      pages.push(pageOf(ref, node, inherited))
      if (pages.length > limits.pages)
        throw new Refusal(failed('annex/too-many-pages', { limit: String(limits.pages) }))
      return
    }
    for (const kid of arrayAt(node, 'Kids')) {
      if (!(kid instanceof PDFRef)) throw damaged()
      walk(kid, inherited, depth + 1)
    }
  }
  const root = catalog?.get(PDFName.of('Pages'))
  if (!(root instanceof PDFRef)) throw damaged()
  walk(root, {}, 0)
  if (pages.length === 0) throw new Refusal(failed('annex/no-pages'))
  pages.forEach(({ width, height }, index) => {
    const sides = [width, height]
    if (sides.every((side) => side >= leastSide && side <= limits.side)) return
    const values = {
      page: String(index + 1),
      width: String(Math.round(width)),
      height: String(Math.round(height)),
    }
    throw new Refusal(failed('annex/page-size', values))
  })
  return pages
}

/** The shortest side of a page, in points: below it nothing can be read. */
const leastSide = 10

function pageOf(ref: PDFRef, dictionary: PDFDict, from: Inherited): Page {
  const media = boxAt(from.MediaBox, 'MediaBox') ?? letter
  const crop = boxAt(from.CropBox, 'CropBox')
  const box = (crop && shared(crop, media)) ?? media
  const turn = (((Math.round((numberAt(from.Rotate, 'Rotate') ?? 0) / 90) * 90) % 360) + 360) % 360
  const unit = numberAt(dictionary, 'UserUnit') ?? 1
  const [width, height] = turn % 180 === 0 ? [box.width, box.height] : [box.height, box.width]
  return {
    ref,
    dictionary,
    resources: dictionaryAt(from.Resources, 'Resources'),
    box,
    upright: upright(box, turn, unit),
    width: width * unit,
    height: height * unit,
  }
}
