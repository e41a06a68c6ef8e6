/** What makes a file fit for archives: PDF/A-3a (ISO 19005-3) with the source that it was printed from inside. */
import { createHash } from 'node:crypto'
import { readArray, readDictionary, referenceOf, writeDictionary } from './dictionary.ts'
import { srgbProfile } from './icc.ts'
import { textString } from './lexer.ts'
import { addObject, catalogNumber, type PdfFile, withStream } from './pdf-file.ts'

/** A file inside the file. */
export interface Attachment {
  name: string
  /** MIME type, such as `application/yaml`. */
  type: string
  bytes: Uint8Array
  /** What it is to the paper (ISO 32000-2, 7.11.3): what it was made of, an annex, or data that describe it. */
  relationship: 'Source' | 'Supplement' | 'Data'
  description: string
}

/** Adds the output intent and the attachments to the catalog. */
export function writeArchival(file: PdfFile, attachments: readonly Attachment[]): void {
  const number = catalogNumber(file)
  const catalog = readDictionary(file.objects.get(number)!.value)
  const profile = addStream(file, srgbProfile(), [['N', '3']])
  const name = textString('sRGB IEC61966-2.1')
  catalog.set(
    'OutputIntents',
    `[<</Type /OutputIntent\n/S /GTS_PDFA1\n/OutputConditionIdentifier ${name}\n/Info ${name}\n/DestOutputProfile ${profile} 0 R>>]`,
  )
  const specifications = attachments.map((attachment) => ({
    name: textString(attachment.name),
    number: addAttachment(file, attachment),
  }))
  if (specifications.length > 0) {
    // A name tree is sorted by its keys.
    const sorted = specifications.toSorted((a, b) => (a.name < b.name ? -1 : 1))
    const pairs = sorted.map(({ name: key, number: of }) => `${key} ${of} 0 R`)
    const names = readDictionary(catalog.get('Names') ?? '<<>>')
    names.set('EmbeddedFiles', `<</Names [${pairs.join(' ')}]>>`)
    catalog.set('Names', writeDictionary(names))
    catalog.set('AF', `[${specifications.map(({ number: of }) => `${of} 0 R`).join(' ')}]`)
  }
  file.objects.set(number, { value: writeDictionary(catalog) })
}

function addAttachment(file: PdfFile, { name, type, bytes, relationship, description }: Attachment): number {
  const checksum = createHash('md5').update(bytes).digest('hex')
  const stream = addStream(file, bytes, [
    ['Type', '/EmbeddedFile'],
    ['Subtype', `/${type.replaceAll(/[^A-Za-z0-9]/g, (sign) => `#${sign.charCodeAt(0).toString(16)}`)}`],
    ['Params', `<</Size ${bytes.length}\n/CheckSum <${checksum}>>>`],
  ])
  return addObject(file, {
    value: writeDictionary([
      ['Type', '/Filespec'],
      ['F', textString(name)],
      ['UF', textString(name)],
      ['Desc', textString(description)],
      ['AFRelationship', `/${relationship}`],
      ['EF', `<</F ${stream} 0 R\n/UF ${stream} 0 R>>`],
    ]),
  })
}

function addStream(file: PdfFile, bytes: Uint8Array, entries: [string, string][]): number {
  return addObject(file, withStream({ value: writeDictionary(entries) }, bytes))
}

/** The files inside a file, by what its catalog says belongs to it. */
export function attachmentsOf(file: PdfFile): { name: string; relationship: string; object: number }[] {
  const catalog = readDictionary(file.objects.get(catalogNumber(file))?.value ?? '<<>>')
  return readArray(catalog.get('AF') ?? '').flatMap((reference) => {
    const specification = readDictionary(file.objects.get(referenceOf(reference) ?? NaN)?.value ?? '<<>>')
    const object = referenceOf(readDictionary(specification.get('EF') ?? '<<>>').get('F'))
    const name = specification.get('UF')
    if (object === undefined || name === undefined) return []
    return [{ name, relationship: specification.get('AFRelationship')?.slice(1) ?? '', object }]
  })
}
