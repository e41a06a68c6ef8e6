/** Names of elements, by which the cells of a table know their heads: each part has its own, so they are told apart. */
import { PartName } from './gapped.ts'
import { asDictionary, entry, found } from './objects.ts'
import { PDFArray, PDFHexString, PDFName, PDFString } from './pdf-library.ts'
import type { PDFContext, PDFObject, PDFRef } from './pdf-library.ts'

export const idOf = (value: PDFObject | undefined): string | undefined =>
  value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : undefined

/** Attributes whose lists of header cells name them as the part is told to. */
export function withHeaders(attributes: PDFObject, context: PDFContext): PDFObject {
  const lists = attributes instanceof PDFArray ? attributes.asArray() : [attributes]
  for (const list of lists) {
    const headers = asDictionary(found(context, list))
    const ids = entry(headers, 'Headers')
    if (headers === undefined || !(ids instanceof PDFArray)) continue
    const renamed = ids.asArray().map((id) => new PartName(idOf(found(context, id)) ?? ''))
    headers.set(PDFName.of('Headers'), context.obj(renamed))
  }
  return attributes
}

/** A leaf of the tree of names: sorted, with its limits. */
export function idLeaf(context: PDFContext, ids: readonly [id: string, element: PDFRef][]): PDFRef {
  const sorted = ids.toSorted(([one], [other]) => (one < other ? -1 : 1))
  const names = sorted.flatMap(([id, element]) => [new PartName(id), element])
  const limits = [sorted[0]![0], sorted.at(-1)![0]].map((id) => new PartName(id))
  return context.register(context.obj({ Limits: limits, Names: names }))
}
