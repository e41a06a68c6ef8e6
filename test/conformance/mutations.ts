/** Faults put into a paper one at a time, each with the rules by which veraPDF must know it. */
import { readDictionary, writeDictionary } from '../../src/finish/dictionary.ts'
import {
  type PdfFile,
  type PdfObject,
  readPdfFile,
  streamBytes,
  withStream,
  writePdfFile,
} from '../../src/finish/pdf-file.ts'

/** A paper with a fault in it; nothing where it has nothing that could be spoilt so. */
type Fault = (file: PdfFile) => PdfFile | undefined

interface Mutation {
  name: string
  fault: Fault
  /** Each as profile, clause and test. */
  rules: string[]
}

export interface Paper {
  name: string
  pdf: Uint8Array
}

/** Each fault in the smallest paper that has what is to be spoilt; in none, the file to be judged is no PDF. */
export function spoil(papers: Paper[]): (Paper & { of: string; rules: string[] })[] {
  const bySize = papers.toSorted((a, b) => a.pdf.length - b.pdf.length)
  const files = bySize.flatMap(({ name, pdf }) => {
    const file = readPdfFile(pdf)
    return file === undefined ? [] : [{ name, file }]
  })
  return mutations.map(({ name, fault, rules }) => {
    for (const { name: of, file } of files) {
      const spoilt = fault(file)
      if (spoilt !== undefined) return { name, of, pdf: writePdfFile(spoilt), rules }
    }
    return { name, of: 'no paper', pdf: new Uint8Array(), rules }
  })
}

/** A fault in the first object that the change applies to. */
const inObject =
  (change: (object: PdfObject) => PdfObject | undefined): Fault =>
  (file) => {
    for (const [number, object] of file.objects) {
      const changed = change(object)
      if (changed !== undefined) return { ...file, objects: new Map(file.objects).set(number, changed) }
    }
    return undefined
  }

/** Another value, or none, for an entry of a dictionary of a kind (its Type, Subtype or S) that has another entry. */
const entry = (
  kind: string,
  key: string,
  value?: string,
  has = value === undefined ? key : undefined,
): Fault =>
  inObject((object) => {
    if (!object.value.startsWith('<<')) return undefined
    const entries = readDictionary(object.value)
    const isOfKind = ['Type', 'Subtype', 'S'].some((name) => entries.get(name) === `/${kind}`)
    if (!isOfKind || (has !== undefined && !entries.has(has))) return undefined
    if (value === undefined) entries.delete(key)
    else entries.set(key, value)
    return { ...object, value: writeDictionary(entries) }
  })

/** Other text in a stream that has it. */
const text = (pattern: RegExp, replacement: string): Fault =>
  inObject((object) => {
    const before = streamBytes(object)?.toString('latin1')
    const after = before?.replace(pattern, replacement)
    if (after === undefined || after === before) return undefined
    return withStream(object, Buffer.from(after, 'latin1'))
  })

const trailer =
  (pattern: RegExp): Fault =>
  (file) =>
    pattern.test(file.trailer) ? { ...file, trailer: file.trailer.replace(pattern, '') } : undefined

const mutation = (name: string, fault: Fault, ...rules: string[]): Mutation => ({ name, fault, rules })

const mutations: Mutation[] = [
  mutation('attachment without a relationship', entry('Filespec', 'AFRelationship'), '3a 6.8-3'),
  mutation('attachment that belongs to nothing', entry('Catalog', 'AF'), '3a 6.8-4'),
  mutation('attachment of no MIME type', entry('EmbeddedFile', 'Subtype', '/yaml'), '3a 6.8-1'),
  mutation('no metadata', entry('Catalog', 'Metadata'), '3a 6.6.2.1-1', 'ua1 7.1-8'),
  mutation('metadata of another part of PDF-A', text(/<pdfaid:part>3/, '<pdfaid:part>2'), '3a 6.6.4-2'),
  mutation('metadata of another part of PDF-UA', text(/<pdfuaid:part>1/, '<pdfuaid:part>2'), 'ua1 5-2'),
  mutation('metadata without a title', text(/dc:title/g, 'dc:tilte'), 'ua1 7.1-9'),
  mutation('no output intent', entry('Catalog', 'OutputIntents'), '3a 6.2.4.3-2'),
  mutation('no language', entry('Catalog', 'Lang'), 'ua1 7.2-34'),
  mutation('title not shown', entry('Catalog', 'ViewerPreferences'), 'ua1 7.1-10'),
  mutation('not marked as tagged', entry('Catalog', 'MarkInfo'), '3a 6.7.2.2-1', 'ua1 6.2-1'),
  mutation('no structure', entry('Catalog', 'StructTreeRoot'), '3a 6.7.3.3-1', 'ua1 7.1-11'),
  mutation('types without a role', entry('StructTreeRoot', 'RoleMap'), '3a 6.7.3.4-1', 'ua1 7.1-5'),
  mutation('script at opening', entry('Catalog', 'OpenAction', '<</S /JavaScript /JS (0)>>'), '3a 6.5.1-1'),
  mutation('no identifier', trailer(/\/ID\s*\[[^\]]*\]/), '3a 6.1.3-1'),
  mutation('link without contents', entry('Link', 'Contents'), 'ua1 7.18.5-2'),
  mutation('link that is not printed', entry('Link', 'F', '0'), '3a 6.3.2-2'),
  mutation('tab order left open', entry('Page', 'Tabs', undefined, 'Annots'), 'ua1 7.18.3-1'),
  mutation('figure without words', entry('Figure', 'Alt'), 'ua1 7.3-1'),
  mutation('heading too deep', entry('H2', 'S', '/H4'), 'ua1 7.4.2-1'),
  mutation('row that lacks a cell', entry('TD', 'S', '/P'), 'ua1 7.2-43'),
  mutation('list item without a body', entry('LBody', 'S', '/P'), 'ua1 7.2-20'),
  mutation('font not embedded', entry('FontDescriptor', 'FontFile2'), '3a 6.2.11.4.1-1', 'ua1 7.21.4.1-1'),
  mutation('font without Unicode', entry('Type0', 'ToUnicode'), '3a 6.2.11.7.2-1', 'ua1 7.21.7-1'),
  mutation('empty glyphs', text(/(<\w{4}>) <\w+>\n/g, '$1 <0000>\n'), '3a 6.2.11.7.2-2', 'ua1 7.21.7-2'),
  mutation('furniture no longer an artifact', text(/\/Artifact <<[^<>]*>> BDC/, '/Span BMC'), 'ua1 7.1-3'),
  mutation('border no longer an artifact', text(/\/Artifact BMC/, '/Span BMC'), 'ua1 7.1-3'),
]
