/** Where links and outlines lead in their own file (ISO 32000-2 12.3.2), as values that may be moved. */
import { type Matrix, movePoint } from './geometry.ts'
import { arrayAt, asDictionary, asNumber, asText, dictionaryAt, entry, found, nameAt } from './objects.ts'
import { PDFArray, PDFDict, PDFName, PDFNull, PDFNumber, PDFRef } from './pdf-library.ts'
import type { PDFContext, PDFObject } from './pdf-library.ts'

/** A place on a page, by its index; without x and y the whole page. */
export interface Destination {
  page: number
  x?: number
  y?: number
  zoom?: number
}

export type Resolve = (value: PDFObject | undefined) => Destination | undefined

const mostNames = 50_000

/** Reads destinations by themselves or by their names. */
export function destinationsOf(catalog: PDFDict, pages: readonly PDFRef[]): Resolve {
  const { context } = catalog
  const indexes = new Map(pages.map((ref, index) => [ref, index]))
  let names: Map<string, PDFObject> | undefined
  return (value) => {
    let at = found(context, value)
    const name = at instanceof PDFName ? at.decodeText() : asText(at)
    if (name !== undefined) at = found(context, (names ??= namedDestinations(catalog)).get(name))
    if (at instanceof PDFDict) at = entry(at, 'D')
    return at instanceof PDFArray ? destinationOf(at.asArray(), indexes, context) : undefined
  }
}

function destinationOf(
  [page, kind, ...rest]: PDFObject[],
  indexes: ReadonlyMap<PDFRef, number>,
  context: PDFContext,
): Destination | undefined {
  const index = page instanceof PDFRef ? indexes.get(page) : asNumber(page)
  if (index === undefined || !Number.isInteger(index) || index < 0 || index >= indexes.size) return undefined
  const [first, second, third, fourth] = rest.map((value) => asNumber(found(context, value)))
  const place = (x?: number, y?: number, zoom?: number): Destination => ({
    page: index,
    ...(x !== undefined && { x }),
    ...(y !== undefined && { y }),
    ...(zoom !== undefined && zoom > 0 && { zoom }),
  })
  switch (kind instanceof PDFName ? kind.decodeText() : '') {
    case 'XYZ':
      return place(first, second, third)
    case 'FitH':
    case 'FitBH':
      return place(undefined, first)
    case 'FitV':
    case 'FitBV':
      return place(first)
    case 'FitR':
      return place(first, fourth)
    default:
      return place()
  }
}

/** The old dictionary and the name tree, of which no branch is read twice. */
function namedDestinations(catalog: PDFDict): Map<string, PDFObject> {
  const names = new Map<string, PDFObject>()
  for (const [key, value] of dictionaryAt(catalog, 'Dests')?.entries() ?? [])
    names.set(key.decodeText(), value)
  const seen = new Set<PDFDict>()
  const due = [dictionaryAt(dictionaryAt(catalog, 'Names'), 'Dests')]
  for (let node = due.pop(); node !== undefined && names.size < mostNames; node = due.pop()) {
    if (seen.has(node)) continue
    seen.add(node)
    const pairs = arrayAt(node, 'Names')
    for (let n = 0; n + 1 < pairs.length; n += 2) {
      const name = asText(found(catalog.context, pairs[n]))
      if (name !== undefined) names.set(name, pairs[n + 1]!)
    }
    for (const kid of arrayAt(node, 'Kids')) {
      const branch = asDictionary(found(catalog.context, kid))
      if (branch !== undefined) due.push(branch)
    }
  }
  return names
}

/** What a link or an outline entry leads to in its file. */
export function targetOf(dictionary: PDFDict, resolve: Resolve): Destination | undefined {
  const action = dictionaryAt(dictionary, 'A')
  if (action === undefined) return resolve(dictionary.get(PDFName.of('Dest')))
  return nameAt(action, 'S') === 'GoTo' ? resolve(action.get(PDFName.of('D'))) : undefined
}

/** The same place on a page that was moved; where only one of x and y is known, the other is the corner's. */
export function moveDestination(
  destination: Destination,
  matrix: Matrix,
  corner: readonly [number, number],
): Destination {
  const { x, y } = destination
  if (x === undefined && y === undefined) return destination
  const [left, top] = movePoint([x ?? corner[0], y ?? corner[1]], matrix)
  return { ...destination, x: left, y: top }
}

/** The array that stands for a destination. */
export function destinationArray(context: PDFContext, page: PDFRef, { x, y, zoom }: Destination): PDFArray {
  const array = PDFArray.withContext(context)
  const or = (value: number | undefined): PDFObject =>
    value === undefined ? PDFNull : PDFNumber.of(rounded(value))
  array.push(page)
  if (x === undefined && y === undefined && zoom === undefined) array.push(PDFName.of('Fit'))
  else for (const value of [PDFName.of('XYZ'), or(x), or(y), or(zoom)]) array.push(value)
  return array
}

const rounded = (value: number): number => Number(value.toFixed(3))
