/** An object of a pack whose text is made already; a stream's bytes are those of the part that it is from. */
import { PDFObject } from './pdf-library.ts'

const [streamHead, streamEnd] = ['\nstream\n', '\nendstream']

export class Written extends PDFObject {
  readonly #text: string
  readonly #stream: Uint8Array | undefined

  constructor(text: string, stream?: Uint8Array) {
    super()
    this.#text = stream === undefined ? text : text + streamHead
    this.#stream = stream
  }

  override sizeInBytes(): number {
    return this.#text.length + (this.#stream === undefined ? 0 : this.#stream.length + streamEnd.length)
  }

  override copyBytesInto(buffer: Uint8Array, offset: number): number {
    const bytes = Buffer.from(buffer.buffer, buffer.byteOffset, buffer.byteLength)
    bytes.write(this.#text, offset, 'latin1')
    if (this.#stream === undefined) return this.#text.length
    const end = offset + this.#text.length
    bytes.set(this.#stream, end)
    bytes.write(streamEnd, end + this.#stream.length, 'latin1')
    return this.sizeInBytes()
  }
}

/** A stream of ours, as it stands. */
export function writtenStream(content: string): Written {
  const bytes = Buffer.from(content, 'latin1')
  return new Written(`<</Length ${bytes.length}>>`, bytes)
}
