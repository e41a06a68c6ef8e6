/** The outline of a file (ISO 32000-2 12.3.3): read as values, and written. */
import { type Destination, destinationArray, type Resolve, targetOf } from './destinations.ts'
import { dictionaryAt, textAt } from './objects.ts'
import { PDFDict, PDFHexString, PDFName, PDFNumber, type PDFContext, type PDFRef } from './pdf-library.ts'

export interface OutlineEntry {
  title: string
  /** Nothing for a heading that leads nowhere. */
  to?: Destination
  kids: OutlineEntry[]
}

const most = 5000
const deepest = 12

/** The outline's entries, as far as they are no circle. */
export function readOutline(catalog: PDFDict, resolve: Resolve): OutlineEntry[] {
  const seen = new Set<PDFDict>()
  const read = (parent: PDFDict | undefined, depth: number): OutlineEntry[] => {
    const entries: OutlineEntry[] = []
    let at = depth > deepest ? undefined : dictionaryAt(parent, 'First')
    for (; at !== undefined && !seen.has(at) && seen.size < most; at = dictionaryAt(at, 'Next')) {
      seen.add(at)
      const to = targetOf(at, resolve)
      const entry = { title: plain(textAt(at, 'Title') ?? ''), kids: read(at, depth + 1), ...(to && { to }) }
      // One that leads nowhere and holds nothing went with its action.
      if (entry.title !== '' && (to !== undefined || entry.kids.length > 0)) entries.push(entry)
    }
    return entries
  }
  return read(dictionaryAt(catalog, 'Outlines'), 0)
}

/** Every entry with its destination changed. */
export function mapOutline(
  entries: readonly OutlineEntry[],
  change: (destination: Destination) => Destination,
): OutlineEntry[] {
  return entries.map(({ title, to, kids }) => ({
    title,
    kids: mapOutline(kids, change),
    ...(to && { to: change(to) }),
  }))
}

/** The entry of a part; one beneath it that says the same of the same page gives its place to what is beneath that. */
export function partEntry(title: string, page: number, entries: readonly OutlineEntry[]): OutlineEntry {
  const kids = entries.flatMap((kid) => (kid.title === title && kid.to?.page === page ? kid.kids : [kid]))
  return { title, to: { page }, kids }
}

/** Writes an outline; its first level is open. */
export function writeOutline(
  context: PDFContext,
  entries: readonly OutlineEntry[],
  pages: readonly PDFRef[],
): PDFRef | undefined {
  if (entries.length === 0) return undefined
  const write = (kids: readonly OutlineEntry[], parent: PDFDict, parentRef: PDFRef, open: boolean): void => {
    const written = kids.map((kid) => ({ kid, ref: context.nextRef(), node: PDFDict.withContext(context) }))
    written.forEach(({ kid, ref, node }, index) => {
      node.set(PDFName.of('Title'), PDFHexString.fromText(kid.title))
      node.set(PDFName.of('Parent'), parentRef)
      const [before, after] = [written[index - 1], written[index + 1]]
      if (before !== undefined) node.set(PDFName.of('Prev'), before.ref)
      if (after !== undefined) node.set(PDFName.of('Next'), after.ref)
      if (kid.to !== undefined)
        node.set(PDFName.of('Dest'), destinationArray(context, pages[kid.to.page]!, kid.to))
      if (kid.kids.length > 0) write(kid.kids, node, ref, false)
      context.assign(ref, node)
    })
    parent.set(PDFName.of('First'), written[0]!.ref)
    parent.set(PDFName.of('Last'), written.at(-1)!.ref)
    parent.set(PDFName.of('Count'), PDFNumber.of(open ? kids.length : -kids.length))
  }
  const root = PDFDict.withContext(context)
  const ref = context.register(root)
  root.set(PDFName.of('Type'), PDFName.of('Outlines'))
  write(entries, root, ref, true)
  return ref
}

/** A title of a stranger: on one line, without controls of the terminal or of direction. */
function plain(title: string): string {
  return title
    .slice(0, 500)
    .replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replaceAll(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .trim()
}
