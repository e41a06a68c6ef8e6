/** A PNG file taken apart into its chunks (ISO/IEC 15948). */
import { inflateSync } from 'node:zlib'
import { Refusal, type Report } from './annex.ts'

export interface Png {
  width: number
  height: number
  bits: number
  /** 0 grey, 2 colour, 3 palette, 4 and 6 with transparency. */
  type: number
  interlaced: boolean
  transparent: boolean
  palette: Buffer | undefined
  /** The rows, filtered and deflated, as PDF takes them, too. */
  data: Buffer
}

const samples: Record<number, number> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }

/** Reads the header alone, so that an image that is too large is never inflated. */
export function readPngHeader(bytes: Buffer, failed: Report): { width: number; height: number } {
  if (bytes.length < 29 || bytes.toString('latin1', 12, 16) !== 'IHDR')
    throw new Refusal(failed('annex/image-damaged'))
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
}

/**
 * Reads a file; refuses with `annex/truncated`, `annex/image-damaged`, `annex/moving-image` or, where more is inside than its
 * header says, `annex/bomb`.
 */
export function readPng(bytes: Buffer, failed: Report): Png {
  const { width, height } = readPngHeader(bytes, failed)
  const [bits, type, , , interlace] = bytes.subarray(24, 29) as unknown as [
    number,
    number,
    number,
    number,
    number,
  ]
  const png: Png = {
    width,
    height,
    bits,
    type,
    interlaced: interlace === 1,
    transparent: type >= 4,
    palette: undefined,
    data: bytes,
  }
  const data: Buffer[] = []
  let name = ''
  for (let at = 8; name !== 'IEND';) {
    if (at + 12 > bytes.length) throw new Refusal(failed('annex/truncated'))
    const length = bytes.readUInt32BE(at)
    name = bytes.toString('latin1', at + 4, at + 8)
    const chunk = bytes.subarray(at + 8, at + 8 + length)
    if (name === 'IDAT') data.push(chunk)
    if (name === 'PLTE') png.palette = chunk
    if (name === 'tRNS') png.transparent = true
    if (name === 'acTL') throw new Refusal(failed('annex/moving-image'))
    at += 12 + length
  }
  png.data = Buffer.concat(data)
  const perPixel = (samples[type] ?? 0) * bits
  if (perPixel === 0 || width === 0 || height === 0 || (type === 3 && png.palette === undefined))
    throw new Refusal(failed('annex/image-damaged'))
  const size = height * (1 + Math.ceil((width * perPixel) / 8))
  checkRows(png, size, failed)
  return png
}

function checkRows({ data, interlaced }: Png, size: number, failed: Report): void {
  // Seven small images stand for an interlaced one, each with rows of its own.
  const most = interlaced ? size * 2 + 1024 : size + 1024
  let rows: Buffer
  try {
    rows = inflateSync(data, { maxOutputLength: most })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    const limit = String(Math.ceil(most / 1e6))
    if (code === 'ERR_BUFFER_TOO_LARGE') throw new Refusal(failed('annex/bomb', { limit }))
    throw new Refusal(failed('annex/image-damaged'))
  }
  if (!interlaced && rows.length < size) throw new Refusal(failed('annex/truncated'))
}
