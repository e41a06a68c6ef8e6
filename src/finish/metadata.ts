/** What a file says of itself: title, language, direction, page labels, dates; and nothing that the hour decides. */
import { type Attachment, writeArchival } from './archival.ts'
import { readDictionary, referenceOf } from './dictionary.ts'
import { stringValue, textString } from './lexer.ts'
import { addObject, catalogNumber, pageNumbers, type PdfFile } from './pdf-file.ts'
import { noSeal, unsealedId } from './seal.ts'
import { type PaperFields, producer, xmpPacket } from './xmp.ts'

export interface Metadata {
  title?: string
  author?: string
  subject?: string
  keywords?: readonly string[]
  /** A language tag; the document's own when it is not given. */
  language?: string
  /** The date that the file bears as its creation; without one it bears none. */
  date?: Date
  /** The reading direction of the pages, for viewers that show two at a time. */
  direction?: 'rtl' | 'ltr'
  /** The labels of the pages in a viewer, such as ۱, ۲, ۳. */
  pageLabels?: readonly string[]
  /** What the office says of its paper. */
  fields?: PaperFields
  /** Makes the file PDF/A-3a, with these files inside. */
  archival?: readonly Attachment[]
}

/** Writes the metadata, to be sealed; the same are written for the same input, whatever browser printed it and when. */
export function writeMetadata(file: PdfFile, metadata: Metadata): void {
  const { objects } = file
  const root = catalogNumber(file)
  const catalog = objects.get(root)
  if (catalog === undefined) return
  if (metadata.archival !== undefined) writeArchival(file, metadata.archival)
  let infoNumber = referenceOf(readDictionary(file.trailer).get('Info'))
  if (infoNumber === undefined) {
    infoNumber = addObject(file, { value: '<<>>' })
    file.trailer = add(file.trailer, `/Info ${infoNumber} 0 R`)
  }
  const oldTitle = /\/Title\s*(<[0-9A-Fa-f]*>|\((?:[^()\\]|\\.)*\))/.exec(
    objects.get(infoNumber)?.value ?? '',
  )?.[1]
  const title = metadata.title === undefined ? oldTitle : textString(metadata.title)
  const date = metadata.date === undefined ? undefined : pdfDate(metadata.date)
  const entries: [string, string | undefined][] = [
    ['Title', title],
    ['Author', text(metadata.author)],
    ['Subject', text(metadata.subject)],
    ['Keywords', text(metadata.keywords?.join(', '))],
    ['Creator', `(${producer})`],
    ['Producer', `(${producer})`],
    ['CreationDate', date],
    ['ModDate', date],
  ]
  const info = entries.filter(([, value]) => value !== undefined).map(([key, value]) => `/${key} ${value}`)
  objects.set(infoNumber, { value: `<<${info.join('\n')}>>` })

  let { value } = objects.get(root)!
  const direction = metadata.direction === 'ltr' ? '/L2R' : '/R2L'
  value = /\/ViewerPreferences <</.test(value)
    ? value.replace('/ViewerPreferences <<', `/ViewerPreferences <</Direction ${direction}\n`)
    : add(value, `/ViewerPreferences <</Direction ${direction}\n/DisplayDocTitle true>>`)
  if (metadata.language !== undefined) {
    value = add(value.replace(/\/Lang \([^)]*\)\n?/, ''), `/Lang (${metadata.language})`)
  }
  if (metadata.pageLabels !== undefined) {
    const labels = metadata.pageLabels
      .slice(0, pageNumbers(file).length)
      .map((label, n) => `${n} <</P ${textString(label)}>>`)
    if (labels.length > 0) value = add(value, `/PageLabels <</Nums [${labels.join(' ')}]>>`)
  }
  const shown = title === undefined ? metadata : { ...metadata, title: stringValue(title) }
  const packet = Buffer.from(xmpPacket(shown, /\/Lang \(([^)]*)\)/.exec(value)?.[1], noSeal), 'utf8')
  const xmpNumber = addObject(file, {
    value: `<</Type /Metadata\n/Subtype /XML\n/Length ${packet.length}>>`,
    stream: packet,
  })
  objects.set(root, { value: add(value, `/Metadata ${xmpNumber} 0 R`) })
  file.trailer = add(file.trailer.replace(/\s*\/ID \[[^\]]*\]/, ''), unsealedId)
}

function add(dictionary: string, entry: string): string {
  return `${dictionary.slice(0, -2)}\n${entry}>>`
}

function text(value: string | undefined): string | undefined {
  return value === undefined ? undefined : textString(value)
}

function pdfDate(date: Date): string {
  return `(D:${date.toISOString().replaceAll(/[-:T]|\.\d+Z/g, '')}Z)`
}
