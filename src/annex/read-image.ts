/** A photo or a scan as an annex: one page of A4 that shows it, as large as it can be without being coarse. */
import { type AnnexLimits, Refusal, type Report } from './annex.ts'
import { type Matrix, matrixText, move, chain } from './geometry.ts'
import { readJpeg } from './jpeg.ts'
import { readPng, readPngHeader } from './png.ts'
import { writing, PDFDocument, PDFName, PDFRawStream, type PDFRef } from './pdf-library.ts'
import type { ReadPdf } from './read-pdf.ts'
import { a4 } from './sheet.ts'

interface Picture {
  image: PDFRef
  /** In pixels, as it is shown. */
  width: number
  height: number
  /** From the unit square of the image to that of the picture. */
  turned: Matrix
}

/** For each orientation of Exif, how the unit square is turned. */
const turns: Record<number, Matrix> = {
  1: [1, 0, 0, 1, 0, 0],
  2: [-1, 0, 0, 1, 1, 0],
  3: [-1, 0, 0, -1, 1, 1],
  4: [1, 0, 0, -1, 0, 1],
  5: [0, -1, -1, 0, 1, 1],
  6: [0, -1, 1, 0, 0, 1],
  7: [0, 1, 1, 0, 0, 0],
  8: [0, 1, -1, 0, 1, 0],
}
/** Points of a pixel at most: 96 to an inch. */
const coarsest = 0.75
const margin = 28

type Value = string | number | PDFRef
type Entries = Record<string, Value | Value[] | Record<string, Value>>

export async function readImage(
  bytes: Buffer,
  format: 'jpeg' | 'png',
  limits: AnnexLimits,
  failed: Report,
): Promise<ReadPdf> {
  const file = await PDFDocument.create({ updateMetadata: false })
  const picture =
    format === 'jpeg' ? addJpeg(file, bytes, limits, failed) : await addPng(file, bytes, limits, failed)
  const { width, height, image, turned } = picture
  const page = width > height ? { width: a4.height, height: a4.width } : a4
  const scale = Math.min(coarsest, (page.width - 2 * margin) / width, (page.height - 2 * margin) / height)
  const { node } = file.addPage([page.width, page.height])
  const size: Matrix = [width * scale, 0, 0, height * scale, 0, 0]
  const centre = move((page.width - width * scale) / 2, (page.height - height * scale) / 2)
  const content = `q ${matrixText(chain(chain(turned, size), centre))} /P Do Q\n`
  node.set(PDFName.of('Resources'), file.context.obj({ XObject: { P: image } }))
  node.set(PDFName.of('Contents'), file.context.register(file.context.stream(content)))
  const pdf = await file.save(writing)
  return { pdf, pages: [page], warnings: [] }
}

function addJpeg(file: PDFDocument, bytes: Buffer, limits: AnnexLimits, failed: Report): Picture {
  const { width, height, components, inverted, orientation, bytes: data } = readJpeg(bytes, failed)
  checkSize(width, height, limits.pixels, failed)
  const image = addImage(file, data, {
    Width: width,
    Height: height,
    ColorSpace: { 1: 'DeviceGray', 3: 'DeviceRGB', 4: 'DeviceCMYK' }[components]!,
    BitsPerComponent: 8,
    Filter: 'DCTDecode',
    ...(components === 4 && inverted && { Decode: [1, 0, 1, 0, 1, 0, 1, 0] }),
  })
  const sides = orientation > 4 ? { width: height, height: width } : { width, height }
  return { image, ...sides, turned: turns[orientation]! }
}

/** Without transparency the rows go as they are; else they are parted into colours and a mask. */
async function addPng(
  file: PDFDocument,
  bytes: Buffer,
  limits: AnnexLimits,
  failed: Report,
): Promise<Picture> {
  const header = readPngHeader(bytes, failed)
  checkSize(header.width, header.height, limits.pixels, failed)
  const { width, height, bits, type, interlaced, transparent, palette, data } = readPng(bytes, failed)
  if (interlaced || transparent) {
    // Sixteen bytes of a pixel are in memory at a time.
    checkSize(width, height, limits.pixels / 4, failed)
    const image = await file.embedPng(bytes)
    await image.embed()
    return { image: image.ref, width, height, turned: turns[1]! }
  }
  const image = addImage(file, data, {
    Width: width,
    Height: height,
    ColorSpace:
      palette === undefined
        ? type === 0
          ? 'DeviceGray'
          : 'DeviceRGB'
        : [
            'Indexed',
            'DeviceRGB',
            palette.length / 3 - 1,
            file.context.register(file.context.stream(palette)),
          ],
    BitsPerComponent: bits,
    Filter: 'FlateDecode',
    DecodeParms: { Predictor: 15, Colors: type === 2 ? 3 : 1, BitsPerComponent: bits, Columns: width },
  })
  return { image, width, height, turned: turns[1]! }
}

function addImage({ context }: PDFDocument, data: Buffer, entries: Entries): PDFRef {
  const dictionary = context.obj({ Type: 'XObject', Subtype: 'Image', ...entries })
  return context.register(PDFRawStream.of(dictionary, data))
}

function checkSize(width: number, height: number, most: number, failed: Report): void {
  if (width * height <= most) return
  throw new Refusal(failed('annex/image-size', { width: String(width), height: String(height) }))
}
