/**
 * The only file that knows the library for PDFs of others. Loading it takes a quarter of a second: what imports this folder
 * does so when it needs it.
 */
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
