/** What the pages of a pack are written of. */
import { PDFDict, PDFName, PDFRef, type PDFContext, type PDFObject } from './pdf-library.ts'
import { asDictionary, dictionaryAt } from './objects.ts'
import { type Sheet, type Stamp, stampName } from './stamps.ts'

/** Resources with the stamps of a page among them; those of other pages stay as they are. */
export function withStamps(resources: PDFDict, stamps: readonly Stamp[], sheets: readonly Sheet[]): PDFDict {
  const copied = shallow(resources)
  if (stamps.length === 0) return copied
  const drawn = shallow(dictionaryAt(resources, 'XObject') ?? resources.context.obj({}))
  for (const { sheet } of stamps) drawn.set(PDFName.of(stampName(sheet)), sheets[sheet]!.form)
  copied.set(PDFName.of('XObject'), drawn)
  return copied
}

function shallow(dictionary: PDFDict): PDFDict {
  const copied = PDFDict.withContext(dictionary.context)
  for (const [key, value] of dictionary.entries()) copied.set(key, value)
  return copied
}

/** A content of several streams: text of ours round what is there. */
export function contentOf(
  context: PDFContext,
  before: string,
  contents: readonly PDFObject[],
  after: string,
): PDFObject {
  const [head, tail] = [before, after].map((text) => context.register(context.stream(text)))
  return context.obj([head!, ...contents, tail!] as PDFRef[])
}

/** Sets a page's entries, where they have a value. */
export function setEntries(page: PDFDict, entries: Record<string, PDFObject | undefined>): void {
  for (const [key, value] of Object.entries(entries))
    if (value !== undefined) page.set(PDFName.of(key), value)
}

export const pageAt = (context: PDFContext, ref: PDFRef): PDFDict => asDictionary(context.lookup(ref))!
