/** Layers (ISO 32000-2 8.11): which of them are seen when a file is opened. What was hidden stays hidden. */
import type { Copier } from './copy.ts'
import { arrayAt, dictionaryAt, nameAt } from './objects.ts'
import { type PDFDict, PDFName, PDFRef } from './pdf-library.ts'

export interface Layers {
  all: PDFRef[]
  hidden: PDFRef[]
}

/** The layers of a file that were copied, by their places in the copy. */
export function layersOf(catalog: PDFDict, copier: Copier): Layers {
  const properties = dictionaryAt(catalog, 'OCProperties')
  const first = dictionaryAt(properties, 'D')
  const placed = (refs: readonly unknown[]): PDFRef[] =>
    refs.flatMap((ref) => (ref instanceof PDFRef ? (copier.placeOf(ref) ?? []) : []))
  const all = placed(arrayAt(properties, 'OCGs'))
  const shown = placed(arrayAt(first, 'ON'))
  const hidden = placed(arrayAt(first, 'OFF'))
  const off = nameAt(first, 'BaseState') === 'OFF' ? all.filter((ref) => !shown.includes(ref)) : hidden
  return { all, hidden: off }
}

/** Writes the layers of all parts into the catalog. */
export function writeLayers(catalog: PDFDict, { all, hidden }: Layers): void {
  if (all.length === 0) return
  const { context } = catalog
  catalog.set(
    PDFName.of('OCProperties'),
    context.obj({ OCGs: all, D: { Order: [], OFF: hidden, BaseState: 'ON' } }),
  )
}
