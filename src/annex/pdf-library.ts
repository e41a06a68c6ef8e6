/**
 * The only file that knows the library for PDFs of others. Loading it takes a quarter of a second: what imports this folder
 * does so when it needs it.
 */
export {
  decodePDFRawStream as decodeStream,
  PDFArray,
  PDFBool,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNull,
  PDFNumber,
  PDFRawStream,
  PDFRef,
  PDFStream,
  PDFString,
} from '@cantoo/pdf-lib'
export type { PDFContext, PDFObject } from '@cantoo/pdf-lib'

/** How files are opened: nothing is said of them, and nobody waits for the parsing in between. */
export const opening = { updateMetadata: false, parseSpeed: Infinity }

/** How files are written: with a plain table, which our own tools read, and nothing added. */
export const writing = {
  useObjectStreams: false,
  addDefaultPage: false,
  updateFieldAppearances: false,
  objectsPerTick: Infinity,
}
