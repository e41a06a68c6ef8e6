/** A finished file read back: is it ours and as it was issued, what is inside it, and what do its pages say. */
import { createHash } from 'node:crypto'
import { attachmentsOf } from './archival.ts'
import { readDictionary } from './dictionary.ts'
import { stringValue } from './lexer.ts'
import { type PdfFile, readPdfFile, streamBytes } from './pdf-file.ts'
import { elementText } from './printed-structure.ts'
import { checkSeal } from './seal.ts'
import { type Claim, readSubject, selfCheck, type Subject } from './self-check.ts'
import { type PaperFields, readPaperFields } from './xmp.ts'

/** A file that is inside; `sound` when its bytes are those that its checksum was made of. */
export interface Enclosed {
  name: string
  relationship: string
  bytes: Uint8Array
  sound: boolean
}

export interface Inspection {
  fields: PaperFields & { title?: string }
  seal: string
  /** Whether the file, up to where later revisions begin, is as it was issued. */
  intact: boolean
  /** Where the issued file ends; what follows was appended. */
  end: number
  /** What its metadata claim besides the text layer. */
  claims: Claim[]
  enclosed: Enclosed[]
  /** What the pages say, in the order of the structure. */
  printed: string
  /** Invariants that do not hold. */
  broken: { name: string; detail: string }[]
}

/** Why a file cannot be read as one of ours. */
export type Unknown =
  | 'verify/not-pdf'
  | 'verify/truncated'
  | 'verify/foreign'
  | 'verify/resaved'
  | 'verify/damaged'

const lastLine = /startxref\n\d+\n%%EOF\n/

/** Reads a file. Total: of what is not ours, or no longer, it says what it is. */
export function inspectPdf(pdf: Uint8Array): Inspection | { unknown: Unknown } {
  const all = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength)
  const text = all.toString('latin1')
  if (!/^%PDF-\d/.test(text)) return { unknown: 'verify/not-pdf' }
  const last = lastLine.exec(text)
  const end = last === null ? all.length : last.index + last[0].length
  const issued = all.subarray(0, end)
  const bySeal = checkSeal(issued)
  const isNamed = text.includes('Jalaseh')
  if (bySeal === undefined)
    return { unknown: isNamed ? (last === null ? 'verify/truncated' : 'verify/resaved') : 'verify/foreign' }
  if (last === null) return { unknown: 'verify/truncated' }
  try {
    const file = readPdfFile(issued)
    return file === undefined ? { unknown: 'verify/damaged' } : { ...read(file), ...bySeal, end }
  } catch {
    // A stream that cannot be inflated, a tree that is none any more.
    return { unknown: 'verify/damaged' }
  }
}

function read(file: PdfFile): Omit<Inspection, 'seal' | 'intact' | 'end'> {
  const subject = readSubject(file)
  const { packet } = subject
  const claims: Claim[] = [
    ...(packet.includes('<pdfuaid:part>') ? (['ua'] as const) : []),
    ...(packet.includes('<pdfaid:part>') ? (['archive'] as const) : []),
  ]
  return {
    fields: readPaperFields(packet),
    claims,
    enclosed: enclosedOf(file),
    printed: printedText(subject),
    broken: selfCheck(subject, ['text', ...claims]),
  }
}

function enclosedOf(file: PdfFile): Enclosed[] {
  return attachmentsOf(file).flatMap(({ name, relationship, object }) => {
    const stored = file.objects.get(object)
    const bytes = stored === undefined ? undefined : streamBytes(stored)
    if (stored === undefined || bytes === undefined) return []
    const checksum = readDictionary(readDictionary(stored.value).get('Params') ?? '<<>>').get('CheckSum')
    const sound = checksum === `<${createHash('md5').update(bytes).digest('hex')}>`
    return [{ name: stringValue(name), relationship, bytes, sound }]
  })
}

function printedText({ structure, pages }: Subject): string {
  if (structure === undefined) return ''
  const texts = new Map<string, string>()
  for (const { number, sequences } of pages) {
    for (const { mcid, text } of sequences) {
      if (mcid === undefined) continue
      const key = `${number} ${mcid}`
      const before = texts.get(key)
      texts.set(key, before === undefined ? text : `${before} ${text}`)
    }
  }
  return elementText(structure.document, ({ page, mcid, form }) => {
    const text = form === undefined ? texts.get(`${page} ${mcid}`) : undefined
    return text === undefined ? undefined : { text, first: -1, last: -1 }
  })
}
