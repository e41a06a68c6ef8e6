/** The XMP packet (ISO 16684-1): what a file says of itself, for archives and for us. */
import { readDictionary, referenceOf } from './dictionary.ts'
import type { Metadata } from './metadata.ts'
import { catalogNumber, type PdfFile, streamBytes } from './pdf-file.ts'

export const producer = 'Jalaseh'
const ns = 'urn:jalaseh:paper:1#'

/** The office's own fields, by their names in the packet and what they mean. */
export const paperFields = {
  kind: 'Kind of paper',
  number: 'Number of the letter',
  session: 'Number of the session',
  body: 'Council or working group that meets',
  day: 'Jalali day of the meeting',
  class: 'Security class',
  status: 'Draft or final',
  edition: 'Edition of the paper',
} as const
export type PaperFields = Partial<Record<keyof typeof paperFields, string>>

/** A packet for `metadata`; with `archival` it claims PDF/A-3a and PDF/UA-1, and describes our fields as 6.6.2.3 asks. */
export function xmpPacket(metadata: Metadata, language: string | undefined, seal: string): string {
  const { title, author, subject, keywords = [], date, fields = {}, archival } = metadata
  const stamp = date === undefined ? undefined : xmpDate(date)
  const own = Object.entries(fields).filter(([, value]) => value !== undefined && value !== '')
  const lines = [
    '<dc:format>application/pdf</dc:format>',
    title && `<dc:title>${alternative(title)}</dc:title>`,
    subject && `<dc:description>${alternative(subject)}</dc:description>`,
    author && `<dc:creator>${list('Seq', [author])}</dc:creator>`,
    keywords.length > 0 && `<dc:subject>${list('Bag', keywords)}</dc:subject>`,
    language && `<dc:language>${list('Bag', [language])}</dc:language>`,
    stamp && `<xmp:CreateDate>${stamp}</xmp:CreateDate>`,
    stamp && `<xmp:ModifyDate>${stamp}</xmp:ModifyDate>`,
    `<xmp:CreatorTool>${producer}</xmp:CreatorTool>`,
    `<pdf:Producer>${producer}</pdf:Producer>`,
    keywords.length > 0 && `<pdf:Keywords>${escape(keywords.join(', '))}</pdf:Keywords>`,
    ...own.map(([name, value]) => `<jalaseh:${name}>${escape(value)}</jalaseh:${name}>`),
    `<jalaseh:seal>${seal}</jalaseh:seal>`,
    ...(archival === undefined
      ? []
      : [
          '<pdfaid:part>3</pdfaid:part>',
          '<pdfaid:conformance>A</pdfaid:conformance>',
          '<pdfuaid:part>1</pdfuaid:part>',
          extensions,
        ]),
  ]
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:jalaseh="${ns}">
${lines.filter(Boolean).join('\n')}
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`
}

/** The XMP packet of a file. */
export function packetOf(file: PdfFile): string | undefined {
  const catalog = readDictionary(file.objects.get(catalogNumber(file))?.value ?? '<<>>')
  const metadata = file.objects.get(referenceOf(catalog.get('Metadata')) ?? NaN)
  return metadata === undefined ? undefined : streamBytes(metadata)?.toString('utf8')
}

/** The office's own fields of a packet that we wrote. */
export function readPaperFields(packet: string): PaperFields & { seal?: string; title?: string } {
  const own = [...packet.matchAll(/<jalaseh:(\w+)>([^<]*)<\/jalaseh:\1>/g)]
  const title = /<dc:title>.*?<rdf:li[^>]*>([^<]*)</s.exec(packet)?.[1]
  const entries = own.map(([, name = '', value = '']) => [name, unescape(value)])
  return { ...Object.fromEntries(entries), ...(title !== undefined && { title: unescape(title) }) }
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

// XML 1.0 has no place for other control characters, whatever way they are written.
const escape = (value: string): string =>
  value.replaceAll(/(?![\t\n\r])[\p{Cc}\ufffe\uffff]/gu, ' ').replaceAll(/[&<>]/g, (sign) => escapes[sign]!)

const unescape = (value: string): string =>
  value.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')

const alternative = (value: string): string =>
  `<rdf:Alt><rdf:li xml:lang="x-default">${escape(value)}</rdf:li></rdf:Alt>`

const list = (kind: string, values: readonly string[]): string =>
  `<rdf:${kind}>${values.map((value) => `<rdf:li>${escape(value)}</rdf:li>`).join('')}</rdf:${kind}>`

const xmpDate = (date: Date): string => date.toISOString().replace(/\.\d+Z/, 'Z')

/** A schema that PDF/A does not know is described in the file (ISO 19005-3, 6.6.2.3.3). */
function schema(name: string, uri: string, prefix: string, properties: [string, string, string][]): string {
  const rows = properties.map(
    ([property, type, description]) =>
      `<rdf:li rdf:parseType="Resource"><pdfaProperty:name>${property}</pdfaProperty:name><pdfaProperty:valueType>${type}</pdfaProperty:valueType><pdfaProperty:category>external</pdfaProperty:category><pdfaProperty:description>${description}</pdfaProperty:description></rdf:li>`,
  )
  return `<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>${name}</pdfaSchema:schema><pdfaSchema:namespaceURI>${uri}</pdfaSchema:namespaceURI><pdfaSchema:prefix>${prefix}</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>${rows.join('')}</rdf:Seq></pdfaSchema:property></rdf:li>`
}

const ourProperties: [string, string, string][] = [
  ...Object.entries(paperFields).map(([name, text]): [string, string, string] => [name, 'Text', text]),
  ['seal', 'Text', 'SHA-256 of the file, with zeros in place of this value and of the file identifier'],
]

const extensions = `<pdfaExtension:schemas xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"><rdf:Bag>
${schema('PDF/UA identification', 'http://www.aiim.org/pdfua/ns/id/', 'pdfuaid', [['part', 'Integer', 'Part of ISO 14289']])}
${schema('Jalaseh paper', ns, 'jalaseh', ourProperties)}
</rdf:Bag></pdfaExtension:schemas>`
