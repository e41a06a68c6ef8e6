/**
 * A place for a signature in a PDF: an update appended to it (ISO 32000-2 7.5.6), with a signature field, its
 * dictionary and a hole for the signature (12.8.1). The only file that knows the PDF library.
 *
 * The field is on no page, as the signature is not to be seen: a widget on a page would have to be tagged (PDF/UA-1
 * 7.18.4) or hidden, which PDF/A-3 6.3.2 forbids.
 */
import { PDF, PdfArray, PdfDict, PdfName, PdfNumber, PdfRef, PdfString } from '@libpdf/core'
import { SignFailure } from './failure.ts'

export interface PlaceOptions {
  /** Bytes kept free for the signature. */
  room: number
  time: Date
  reason?: string | undefined
  location?: string | undefined
}

export interface Place {
  /** The PDF with its update; the hole is full of zeros. */
  pdf: Buffer
  /** What the signature is of: everything but the hole. */
  signed: [Uint8Array, Uint8Array]
  /** The PDF with the signature in the hole. */
  fill(signature: Uint8Array): Buffer
}

/** Wide enough for every offset; the numbers are written over it. */
const unknown = 9_999_999_999
/** Print and Locked: what a widget of an archive may have. */
const widgetFlags = 132
/** The form has signatures, and may only be appended to. */
const signatureFlags = 3

/**
 * Appends a signature field. Throws SignFailure: `sign/document` for what is no PDF, damaged, encrypted or linearized,
 * `sign/certified` where an earlier signature allows no other.
 */
export async function placeSignature(original: Uint8Array, options: PlaceOptions): Promise<Place> {
  let appended: Uint8Array
  try {
    appended = await append(original, options)
  } catch (error) {
    throw error instanceof SignFailure ? error : new SignFailure('sign/document', {}, error)
  }
  const pdf = Buffer.from(appended)
  if (pdf.length === original.length || !pdf.subarray(0, original.length).equals(original))
    throw new SignFailure('sign/document')
  const hole = pdf.indexOf(`<${'00'.repeat(options.room)}>`, original.length, 'latin1')
  const range = pdf.indexOf(rangeText(unknown, unknown, unknown), original.length, 'latin1')
  const after = hole + options.room * 2 + 2
  pdf.write(rangeText(hole, after, pdf.length - after), range, 'latin1')
  return {
    pdf,
    signed: [pdf.subarray(0, hole), pdf.subarray(after)],
    fill(signature) {
      const filled = Buffer.from(pdf)
      filled.write(Buffer.from(signature).toString('hex'), hole + 1, 'latin1')
      return filled
    },
  }
}

async function append(
  original: Uint8Array,
  { room, time, reason, location }: PlaceOptions,
): Promise<Uint8Array> {
  const pdf = await PDF.load(original)
  const page = pdf.getPage(0)
  if (page === null || pdf.isEncrypted || pdf.canSaveIncrementally() !== null)
    throw new SignFailure('sign/document')
  const resolve = (ref: PdfRef): ReturnType<PDF['getObject']> => pdf.getObject(ref)
  const catalog = pdf.getCatalog()
  if (isLocked(catalog, resolve)) throw new SignFailure('sign/certified')
  const form = catalog.getDict('AcroForm', resolve) ?? PdfDict.of({})
  const fields = form.getArray('Fields', resolve)?.toArray() ?? []
  const signature = PdfDict.of({
    Type: PdfName.of('Sig'),
    Filter: PdfName.of('Adobe.PPKLite'),
    SubFilter: PdfName.of('ETSI.CAdES.detached'),
    ByteRange: PdfArray.of(...[0, unknown, unknown, unknown].map((number) => PdfNumber.of(number))),
    Contents: PdfString.fromBytes(new Uint8Array(room)),
    M: PdfString.fromString(toPdfDate(time)),
  })
  if (reason !== undefined) signature.set('Reason', PdfString.fromString(reason))
  if (location !== undefined) signature.set('Location', PdfString.fromString(location))
  const field = PdfDict.of({
    Type: PdfName.of('Annot'),
    Subtype: PdfName.of('Widget'),
    FT: PdfName.of('Sig'),
    T: PdfString.fromString(freeName(fields, resolve)),
    V: pdf.register(signature),
    F: PdfNumber.of(widgetFlags),
    P: page.ref,
    Rect: PdfArray.of(...[0, 0, 0, 0].map((number) => PdfNumber.of(number))),
  })
  form.set('Fields', PdfArray.of(...fields, pdf.register(field)))
  form.set('SigFlags', PdfNumber.of(signatureFlags))
  // A form of its own object is rewritten for itself; one inside the catalog, or a new one, with the catalog.
  if (catalog.getRef('AcroForm') === undefined) catalog.set('AcroForm', form)
  return pdf.save({ incremental: true })
}

/** Whether a certifying signature forbids every change (12.8.2.2: DocMDP with P 1). */
function isLocked(catalog: PdfDict, resolve: (ref: PdfRef) => ReturnType<PDF['getObject']>): boolean {
  const certified = catalog.getDict('Perms', resolve)?.getDict('DocMDP', resolve)
  const references = certified?.getArray('Reference', resolve)?.toArray() ?? []
  return references.some((one) => {
    const reference = one instanceof PdfRef ? resolve(one) : one
    if (!(reference instanceof PdfDict)) return false
    return reference.getDict('TransformParams', resolve)?.getNumber('P', resolve)?.value === 1
  })
}

function freeName(
  fields: ReturnType<PdfArray['toArray']>,
  resolve: (ref: PdfRef) => ReturnType<PDF['getObject']>,
): string {
  const names = new Set(
    fields.map((one) => {
      const field = one instanceof PdfRef ? resolve(one) : one
      return field instanceof PdfDict ? field.getString('T', resolve)?.asString() : undefined
    }),
  )
  let number = 1
  while (names.has(`Signature${number}`)) number++
  return `Signature${number}`
}

/** As `D:20260321103000Z`. */
const toPdfDate = (time: Date): string => `D:${time.toISOString().slice(0, 19).replaceAll(/\D/g, '')}Z`

const rangeText = (...numbers: number[]): string =>
  `[0 ${numbers.map((number) => String(number).padEnd(10)).join(' ')}]`
