/** PDFs written by hand, so that they can be as odd as those of others. */
import { constants, deflateRawSync, deflateSync } from 'node:zlib'

export interface RawObject {
  value: string
  stream?: Uint8Array
}

export const stream = (content: string | Uint8Array, entries = ''): RawObject => {
  const bytes = Buffer.from(content)
  return { value: `<<${entries}/Length ${bytes.length}>>`, stream: bytes }
}

export const flate = (content: string | Uint8Array, entries = ''): RawObject =>
  stream(deflateSync(Buffer.from(content)), `${entries}/Filter/FlateDecode`)

/** A file of objects that are numbered from 1, the first of which is the catalog. */
export function rawPdf(objects: readonly (string | RawObject)[], trailer = ''): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')]
  const offsets: number[] = []
  let size = parts[0]!.length
  const push = (part: string | Uint8Array): void => {
    const bytes = Buffer.from(part as string)
    parts.push(bytes)
    size += bytes.length
  }
  objects.forEach((object, index) => {
    const { value, stream: bytes } =
      typeof object === 'string' ? { value: object, stream: undefined } : object
    offsets.push(size)
    push(`${index + 1} 0 obj\n${value}\n`)
    if (bytes !== undefined) {
      push('stream\n')
      push(bytes)
      push('\nendstream\n')
    }
    push('endobj\n')
  })
  const at = size
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  push(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`)
  push(`trailer\n<</Size ${objects.length + 1}/Root 1 0 R${trailer}>>\nstartxref\n${at}\n%%EOF\n`)
  return Buffer.concat(parts)
}

const font = '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>'

export interface RawPage {
  /** Entries beside its content and font. */
  entries?: string
  /** A content stream, or the parts of one; a word to be shown near the lower left corner unless said. */
  content?: string | readonly string[]
}

/** A file of pages; further objects are numbered from the count of pages times two, plus four. */
export function rawPages(
  pages: readonly RawPage[],
  catalog = '',
  others: readonly (string | RawObject)[] = [],
  trailer = '',
): Buffer {
  const kids = pages.map((_, index) => `${4 + index * 2} 0 R`)
  const contents = pages.map(({ content = 'BT /F 12 Tf 60 60 Td (word) Tj ET' }) => content)
  const first = 4 + pages.length * 2 + others.length
  const parts: RawObject[] = []
  const objects = pages.flatMap(({ entries = '' }, index) => {
    const content = contents[index]!
    const single = typeof content === 'string'
    const refs = single
      ? `${5 + index * 2} 0 R`
      : `[${content.map((part) => `${first + parts.push(stream(part)) - 1} 0 R`).join(' ')}]`
    const box = entries.includes('/MediaBox') ? '' : '/MediaBox[0 0 595 842]'
    const page = `<</Type/Page/Parent 2 0 R${box}/Resources<</Font<</F 3 0 R>>>>/Contents ${refs}${entries}>>`
    return [page, single ? stream(content) : 'null']
  })
  return rawPdf(
    [
      `<</Type/Catalog/Pages 2 0 R${catalog}>>`,
      `<</Type/Pages/Kids[${kids.join(' ')}]/Count ${pages.length}>>`,
      font,
      ...objects,
      ...others,
      ...parts,
    ],
    trailer,
  )
}

/** A file with something of everything. @param more objects from number 15 on */
export const richPdf = (...more: (string | RawObject)[]): Buffer =>
  rawPages(
    [
      { entries: '/Rotate 90/CropBox[10 10 500 700]/Group<</S/Transparency>>/Annots[8 0 R 9 0 R 10 0 R]' },
      { content: ['q', 'BT /F 3 Tf (x) Tj ET Q'] },
    ],
    '/Outlines 12 0 R/AcroForm<</Fields[9 0 R]>>/Names<</Dests<</Names[(n)[4 0 R/XYZ 1 2 3]]>>>>' +
      '/OCProperties<</OCGs[14 0 R]/D<</OFF[14 0 R]>>>>',
    [
      '<</Subtype/Link/Rect[1 2 3 4]/A<</S/URI/URI(https://example.org/)>>/QuadPoints[1 2 3 4 5 6 7 8]>>',
      '<</Subtype/Widget/FT/Tx/V(a)/Rect[1 2 30 40]/AP<</N 11 0 R>>>>',
      '<</Subtype/Link/Rect[1 2 3 4]/Dest(n)>>',
      stream('BT /F 1 Tf (x) Tj ET', '/Subtype/Form/BBox[0 0 5 5]/Resources<</Font<</F 3 0 R>>>>'),
      '<</First 13 0 R/Last 13 0 R>>',
      '<</Title(t)/Parent 12 0 R/Dest[6 0 R/FitH 4]>>',
      '<</Type/OCG/Name(x)>>',
      ...more,
    ],
  )

/** As many times 64 MB of spaces, deflated to a thousandth. */
export function inflating(times: number): Buffer {
  const block = deflateRawSync(Buffer.alloc(2 ** 26, ' '), { finishFlush: constants.Z_FULL_FLUSH })
  return Buffer.concat([Buffer.from([0x78, 0x9c]), ...Array.from({ length: times }, () => block)])
}

/** A page whose content is these bytes. */
export const drawing = (bytes: Uint8Array, filter: string): Buffer =>
  rawPages([{ entries: '/Contents 6 0 R' }], '', [stream(bytes, `/Filter${filter}`)])
