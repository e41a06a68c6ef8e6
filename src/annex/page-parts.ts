/** What the pages of a pack are written of. */
import type { Assembly } from './assembly.ts'
import { type Gapped, gappedInside } from './gapped.ts'
import { dictionaryAt } from './objects.ts'
import { PDFArray, type PDFDict, type PDFObject, type PDFRef } from './pdf-library.ts'
import { type Stamp, stampName } from './stamps.ts'
import type { Placement } from './template.ts'
import { Written, writtenStream } from './written.ts'

/** What a page draws and with what, where stamps may be added. */
export interface PageParts {
  contents: Gapped
  /** Its resources but the forms and images. */
  resources: Gapped
  drawn: Gapped
}

/** The parts of a page that was copied. */
export function pagePartsOf(contents: readonly PDFObject[], resources: PDFDict): PageParts {
  const { context } = resources
  const array = PDFArray.withContext(context)
  for (const content of contents) array.push(content)
  return {
    contents: gappedInside(array),
    resources: gappedInside(resources, ['XObject']),
    drawn: gappedInside(dictionaryAt(resources, 'XObject') ?? context.obj({})),
  }
}

/** Writes a page: text of ours round what is there, and the entries that are given as they are written. */
export function writePage(
  assembly: Assembly,
  ref: PDFRef,
  placement: Placement,
  { contents, resources, drawn }: PageParts,
  { before, after, stamps, entries }: PageText,
): void {
  const { context } = assembly
  const forms = stamps.map(({ sheet }, index) => `/${stampName(index)} ${assembly.formOf(sheet)}`)
  const xObjects = `/XObject <<${placement.fill(drawn)}${forms.join('')}>>`
  const text = [
    `/Type /Page/Parent ${assembly.tree}`,
    `/Resources <<${placement.fill(resources)}${xObjects}>>`,
    `/Contents [${assembly.streamOf(before)} ${placement.fill(contents)} ${context.register(writtenStream(after))}]`,
    ...Object.entries(entries).flatMap(([key, value]) => (value === undefined ? [] : [`/${key} ${value}`])),
  ]
  context.assign(ref, new Written(`<<${text.join('')}>>`))
}

export interface PageText {
  before: string
  after: string
  stamps: readonly Stamp[]
  entries: Record<string, string | number | undefined>
}

export const numbersText = (numbers: readonly number[]): string => `[${numbers.join(' ')}]`
