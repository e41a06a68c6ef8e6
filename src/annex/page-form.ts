/** A page as a form: its content drawn as one thing that leaves no trace in the state of what is drawn after it. */
import { Refusal, type Report } from './annex.ts'
import type { Copier } from './copy.ts'
import type { Inflater } from './inflate.ts'
import { arrayAt, dictionaryAt, entry, found } from './objects.ts'
import type { Page } from './page-tree.ts'
import { PDFName, PDFNull, PDFRawStream } from './pdf-library.ts'
import type { PDFContext, PDFDict } from './pdf-library.ts'

export interface FormTools {
  /** The file that it goes to. */
  context: PDFContext
  copier: Copier
  inflater: Inflater
  failed: Report
}

/** The form of a page, upright and clipped to what is shown. */
export function pageForm(page: Page, { context, copier, inflater, failed }: FormTools): PDFRawStream {
  const { box, dictionary, resources, upright } = page
  const contents = contentsOf(dictionary, failed)
  const [only] = contents
  // One stream goes as it is; several are one text that may be parted anywhere.
  const form =
    only !== undefined && contents.length === 1
      ? copier.stream(only, othersOfContent)
      : context.flateStream(Buffer.concat(contents.map((part) => decoded(part, inflater, failed))))
  const head = context.obj({
    Type: 'XObject',
    Subtype: 'Form',
    BBox: [box.x, box.y, box.x + box.width, box.y + box.height],
    Matrix: [...upright],
    Resources: {},
  })
  const group = dictionaryAt(dictionary, 'Group')
  if (resources !== undefined) head.set(PDFName.of('Resources'), copier.copy(resources))
  if (group !== undefined) head.set(PDFName.of('Group'), copier.copy(group))
  for (const [key, value] of head.entries()) form.dict.set(key, value)
  return form
}

/** What else a dictionary of a content might say of itself. */
const othersOfContent = 'Type Subtype Subtype2 Resources BBox Matrix Group OC Name PS'.split(' ')

function contentsOf(page: PDFDict, failed: Report): PDFRawStream[] {
  const key = PDFName.of('Contents')
  const value = entry(page, 'Contents')
  const written = page.get(key)
  const refs = value instanceof PDFRawStream ? [value] : arrayAt(page, 'Contents')
  // A page whose content is nowhere would be a blank one: that is no small thing.
  if (value === undefined && written !== undefined && written !== PDFNull)
    throw new Refusal(failed('annex/damaged'))
  return refs.map((ref) => {
    const stream = found(page.context, ref)
    if (!(stream instanceof PDFRawStream)) throw new Refusal(failed('annex/damaged'))
    return stream
  })
}

/** A stream's bytes, with a blank after them, as two tokens may stand at the border. */
function decoded(stream: PDFRawStream, inflater: Inflater, failed: Report): Buffer {
  const held = inflater.read(stream)
  if (held === undefined) throw new Refusal(failed('annex/damaged'))
  return Buffer.concat([held, Buffer.from('\n')])
}
