/**
 * The only file that knows the library for PDFs of others. Loading it takes a quarter of a second: what imports this folder
 * does so when it needs it.
 */
import { PDFDocument, PDFName, PDFParser, PDFRawStream } from '@cantoo/pdf-lib'
import type { PDFObject, PDFRef } from '@cantoo/pdf-lib'

export {
  decodePDFRawStream as decodeStream,
  PDFArray,
  PDFBool,
  PDFContext,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNull,
  PDFNumber,
  PDFObject,
  PDFRawStream,
  PDFRef,
  PDFStream,
  PDFString,
  PDFWriter,
} from '@cantoo/pdf-lib'

/** How files are opened: nothing is said of them, and nobody waits for the parsing in between. */
export const opening = { updateMetadata: false, parseSpeed: Infinity }

/** How files are written: with a plain table, which our own tools read, and nothing added. */
export const writing = {
  useObjectStreams: false,
  addDefaultPage: false,
  updateFieldAppearances: false,
  objectsPerTick: Infinity,
}

/** The bytes as the library takes them apart without a copy of its own: it keeps slices of them, which are views of a Buffer. */
export const viewed = (bytes: Uint8Array): Buffer =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** What a stream holds; nothing where that cannot be told. */
export type ReadStream = (stream: PDFRawStream) => Uint8Array | undefined

/** By the bytes of their files. */
const readers = new WeakMap<Uint8Array, ReadStream>()

/** Streams of objects and of cross-references come out of their filters by what was given for their file. */
class LimitedParser extends PDFParser {
  readonly #read: ReadStream | undefined

  constructor(...given: ConstructorParameters<typeof PDFParser>) {
    super(...given)
    this.#read = readers.get(given[0])
  }

  override parseObject(ref?: PDFRef): PDFObject {
    const object = super.parseObject(ref)
    if (this.#read === undefined || !(object instanceof PDFRawStream)) return object
    const { dict } = object
    const type = dict.lookup(PDFName.of('Type'))
    if (type !== PDFName.of('ObjStm') && type !== PDFName.of('XRef')) return object
    const held = this.#read(object) ?? new Uint8Array()
    for (const key of ['Filter', 'DecodeParms']) dict.delete(PDFName.of(key))
    return PDFRawStream.of(dict, held)
  }
}
PDFParser.forBytesWithOptions = (...given) => new LimitedParser(...given)

/**
 * Opens a file of others. The library takes some streams apart while it parses and knows no limit: they are read by what is
 * given, and the first that it throws is thrown.
 */
export async function openLimited(
  bytes: Uint8Array,
  read: ReadStream,
  password?: string,
): Promise<PDFDocument> {
  let thrown: unknown
  readers.set(bytes, (stream) => {
    try {
      return read(stream)
    } catch (error) {
      // The library takes it for an object that it cannot parse.
      thrown ??= error
      throw error
    }
  })
  try {
    const file = await PDFDocument.load(bytes, { ...opening, ...(password !== undefined && { password }) })
    if (thrown === undefined) return file
  } catch (error) {
    thrown ??= error
  } finally {
    readers.delete(bytes)
  }
  throw thrown
}
