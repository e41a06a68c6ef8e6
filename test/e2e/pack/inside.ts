/** What is written in a PDF, as far as no viewer shows it. */
import { decodePDFRawStream, PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib'

/** All that is written in a file, its streams inflated, without the bytes of images and fonts. */
export async function inflated(file: Uint8Array): Promise<string> {
  const { context } = await PDFDocument.load(file, { updateMetadata: false })
  const written = context.enumerateIndirectObjects().map(([, object]) => {
    if (!(object instanceof PDFRawStream)) return String(object)
    const isBinary = ['Width', 'Length1'].some((key) => object.dict.has(PDFName.of(key)))
    const content = isBinary ? object.contents : decodePDFRawStream(object).decode()
    return String(object.dict) + (isBinary ? '' : Buffer.from(content).toString('latin1'))
  })
  return [String(context.lookup(context.trailerInfo.Root)), ...written].join('\n')
}

interface Tag {
  role?: string
  children?: Tag[]
}

/** The ways from the root to every element, without what only groups. */
export function rolesOf(tag: unknown, above = ''): string[] {
  const { role, children = [] } = tag as Tag
  if (role === undefined) return []
  const way = role === 'NonStruct' || role === 'Sect' ? above : `${above} ${role}`.trim()
  return [...new Set([way, ...children.flatMap((kid) => rolesOf(kid, way))])]
}
