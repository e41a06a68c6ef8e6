/** Streams are taken out of their filters to a limit and no further (ISO 32000-2 7.4). */
import { constants, inflateRawSync } from 'node:zlib'
import { Refusal, type AnnexLimits, type Report } from './annex.ts'
import { asDictionary, entry, found } from './objects.ts'
import { decodeStream, PDFArray, PDFName, PDFRawStream } from './pdf-library.ts'
import type { PDFDict, PDFObject } from './pdf-library.ts'

/** Filters of bytes but deflation, by both of their names. */
const filtersOfBytes: Record<string, string> = {
  ASCIIHexDecode: 'ASCIIHexDecode',
  AHx: 'ASCIIHexDecode',
  ASCII85Decode: 'ASCII85Decode',
  A85: 'ASCII85Decode',
  LZWDecode: 'LZWDecode',
  LZW: 'LZWDecode',
  RunLengthDecode: 'RunLengthDecode',
  RL: 'RunLengthDecode',
}
const filtersOfPictures = new Set('DCTDecode DCT JPXDecode JBIG2Decode CCITTFaxDecode CCF'.split(' '))
/** How many bytes a filter is asked for at a time. */
const piece = 65_536

/** Counts over a whole file what its streams hold; refuses with `annex/bomb` when that is too much. */
export class Inflater {
  #inflated = 0
  readonly #limits: AnnexLimits
  readonly #failed: Report

  constructor(limits: AnnexLimits, failed: Report) {
    this.#limits = limits
    this.#failed = failed
  }

  /** What a stream holds behind its filters; nothing where that is a picture or damaged. */
  read(stream: PDFRawStream): Uint8Array | undefined {
    let bytes: Uint8Array | undefined = stream.contents
    for (const { name, parameters } of filtersOf(stream.dict)) {
      if (bytes === undefined || filtersOfPictures.has(name)) return undefined
      const known = filtersOfBytes[name]
      // Viewers pass over a filter that they do not know.
      if (name === 'FlateDecode' || name === 'Fl') bytes = this.#inflate(bytes)
      else if (known !== undefined) bytes = this.#decode(bytes, known, parameters, stream.dict)
    }
    return bytes
  }

  /** What is cut off is given as far as it goes; its checksum is no concern of viewers, either. */
  #inflate(bytes: Uint8Array): Uint8Array | undefined {
    if (!isDeflated(bytes)) return undefined
    try {
      const options = { maxOutputLength: Math.max(1, this.#left), finishFlush: constants.Z_SYNC_FLUSH }
      return this.#counted(inflateRawSync(bytes.subarray(2), options))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw this.#bomb()
      return undefined
    }
  }

  #decode(
    bytes: Uint8Array,
    filter: string,
    parameters: PDFObject | undefined,
    { context }: PDFDict,
  ): Uint8Array | undefined {
    const dictionary = context.obj({ Filter: filter, ...(parameters && { DecodeParms: parameters }) })
    const decoder = decodeStream(PDFRawStream.of(dictionary, bytes))
    let size = 0
    try {
      for (let got = piece; got > 0; size += got) {
        if (size > this.#left) break
        got = decoder.getBytes(piece).length
      }
    } catch {
      return undefined
    }
    if (size > this.#left) throw this.#bomb()
    return this.#counted(decoder.decode())
  }

  get #left(): number {
    return Math.min(this.#limits.stream, this.#limits.inflated - this.#inflated)
  }

  #counted(bytes: Uint8Array): Uint8Array {
    this.#inflated += bytes.length
    return bytes
  }

  #bomb(): Refusal {
    return new Refusal(this.#failed('annex/bomb', { limit: String(Math.round(this.#limits.stream / 1e6)) }))
  }
}

function isDeflated([method = 0, flags = 0]: Uint8Array): boolean {
  return (method & 0x0f) === 8 && ((method << 8) | flags) % 31 === 0
}

/** The filters of a stream in the order in which they are undone, each with what is said of it. */
function filtersOf(dictionary: PDFDict): { name: string; parameters: PDFObject | undefined }[] {
  const { context } = dictionary
  const listOf = (value: PDFObject | undefined): (PDFObject | undefined)[] =>
    value instanceof PDFArray ? value.asArray().map((one) => found(context, one)) : [value]
  const parameters = listOf(entry(dictionary, 'DecodeParms'))
  return listOf(entry(dictionary, 'Filter')).flatMap((filter, index) =>
    filter instanceof PDFName
      ? [{ name: filter.decodeText(), parameters: asDictionary(parameters[index]) }]
      : [],
  )
}
