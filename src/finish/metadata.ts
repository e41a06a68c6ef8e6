/** What a file says of itself: title, language, direction, page labels, dates; and nothing that the hour decides. */
import { createHash } from 'node:crypto'
import { stringValue, textString } from './lexer.ts'
import type { PdfFile } from './pdf-file.ts'
import { pageNumbers } from './text-layer.ts'

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
}

const producer = 'Jalaseh'

/** Writes the metadata; the same are written for the same input, whatever browser printed it and when. */
export function writeMetadata(file: PdfFile, metadata: Metadata): void {
  const { objects } = file
  const catalogNumber = reference(file.trailer, 'Root')
  const catalog = objects.get(catalogNumber)
  if (catalog === undefined) return
  const infoNumber = Number.isNaN(reference(file.trailer, 'Info'))
    ? nextNumber(file)
    : reference(file.trailer, 'Info')
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
  if (Number.isNaN(reference(file.trailer, 'Info'))) {
    file.trailer = `${file.trailer.slice(0, -2)}\n/Info ${infoNumber} 0 R>>`
  }

  let value = catalog.value
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
  const packet = Buffer.from(xmp(shown, /\/Lang \(([^)]*)\)/.exec(value)?.[1]), 'utf8')
  const xmpNumber = nextNumber(file)
  objects.set(xmpNumber, {
    value: `<</Type /Metadata\n/Subtype /XML\n/Length ${packet.length}>>`,
    stream: packet,
  })
  objects.set(catalogNumber, { value: add(value, `/Metadata ${xmpNumber} 0 R`) })
  renumberElements(file)
}

/** Chromium numbers the ids of elements through all that a browser has printed. */
function renumberElements({ objects }: PdfFile): void {
  const pattern = /\(node(\d+)\)/g
  const found = new Set<string>()
  for (const { value } of objects.values()) for (const [, id = ''] of value.matchAll(pattern)) found.add(id)
  const ranks = new Map([...found].toSorted().map((id, n) => [id, String(n + 1).padStart(8, '0')]))
  for (const [number, object] of objects) {
    const value = object.value.replaceAll(pattern, (_, id: string) => `(node${ranks.get(id)})`)
    if (value !== object.value) objects.set(number, { ...object, value })
  }
}

/** The trailer with an ID made of the whole content. */
export function withId(file: PdfFile): PdfFile {
  const hash = createHash('sha256').update(file.trailer)
  for (const [number, { value, stream }] of [...file.objects].toSorted(([a], [b]) => a - b)) {
    hash.update(`${number} ${value}`)
    if (stream !== undefined) hash.update(stream)
  }
  const id = hash.digest('hex').slice(0, 32).toUpperCase()
  const trailer = file.trailer.replace(/\s*\/ID \[[^\]]*\]/, '')
  return { ...file, trailer: `${trailer.slice(0, -2)}\n/ID [<${id}> <${id}>]>>` }
}

function reference(value: string, key: string): number {
  return Number(new RegExp(`/${key} (\\d+) 0 R`).exec(value)?.[1] ?? NaN)
}

function nextNumber({ objects }: PdfFile): number {
  return Math.max(...objects.keys()) + 1
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

function xmp({ title, author, subject, keywords, date }: Metadata, language: string | undefined): string {
  const escape = (value: string): string =>
    value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  const alternative = (name: string, value: string | undefined): string =>
    value === undefined
      ? ''
      : `<dc:${name}><rdf:Alt><rdf:li xml:lang="x-default">${escape(value)}</rdf:li></rdf:Alt></dc:${name}>\n`
  const list = (name: string, kind: string, values: readonly string[] = []): string =>
    values.length === 0
      ? ''
      : `<dc:${name}><rdf:${kind}>${values.map((value) => `<rdf:li>${escape(value)}</rdf:li>`).join('')}</rdf:${kind}></dc:${name}>\n`
  const stamp = date?.toISOString().replace(/\.\d+Z/, 'Z')
  const dates =
    stamp === undefined
      ? ''
      : `<xmp:CreateDate>${stamp}</xmp:CreateDate>\n<xmp:ModifyDate>${stamp}</xmp:ModifyDate>\n`
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:format>application/pdf</dc:format>
${alternative('title', title)}${alternative('description', subject)}${list('creator', 'Seq', author === undefined ? [] : [author])}${list('subject', 'Bag', keywords)}${list('language', 'Bag', language === undefined ? [] : [language])}${dates}<xmp:CreatorTool>${producer}</xmp:CreatorTool>
<pdf:Producer>${producer}</pdf:Producer>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`
}
