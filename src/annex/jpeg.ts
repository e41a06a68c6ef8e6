/** A JPEG file taken apart into its segments (ISO/IEC 10918-1), so that no place or name of a photo goes along. */
import { orientationOf } from '../image/exif.ts'
import { Refusal, type Report } from './annex.ts'

export interface Jpeg {
  width: number
  height: number
  /** 1 grey, 3 colour, 4 for print. */
  components: number
  /** Adobe writes colours for print the other way round. */
  inverted: boolean
  /** How it is to be turned, 1 to 8 as in Exif. */
  orientation: number
  /** The file without Exif, comments, and what follows its end. */
  bytes: Buffer
}

/** What decoding needs: the density, the colour profile, and Adobe's note on its colours. */
const keptSegments = new Set([0xe0, 0xe2, 0xee])
const adobe = 0xee
const exif = 0xe1
const comment = 0xfe
const endOfImage = 0xd9
const startOfScan = 0xda
/** Baseline, extended and progressive: what PDF knows. */
const frames = new Set([0xc0, 0xc1, 0xc2])
const otherFrames = new Set([0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf])

/** Reads the segments; refuses with `annex/truncated` or `annex/image-damaged`. */
export function readJpeg(bytes: Buffer, failed: Report): Jpeg {
  const damaged = (): Refusal => new Refusal(failed('annex/image-damaged'))
  const jpeg: Jpeg = { width: 0, height: 0, components: 0, inverted: false, orientation: 1, bytes }
  const kept: Buffer[] = [bytes.subarray(0, 2)]
  let at = 2
  for (;;) {
    if (at + 4 > bytes.length) {
      if (bytes[at + 1] === endOfImage) break
      throw new Refusal(failed('annex/truncated'))
    }
    if (bytes[at] !== 0xff) throw damaged()
    const marker = bytes[at + 1]!
    if (marker === endOfImage) break
    if (marker === 0xff) {
      at++
      continue
    }
    const end = at + 2 + bytes.readUInt16BE(at + 2)
    const segment = bytes.subarray(at + 4, end)
    if (otherFrames.has(marker) || end < at + 4) throw damaged()
    if (frames.has(marker)) readFrame(segment, jpeg, damaged)
    if (marker === exif) jpeg.orientation = orientationOf(segment) ?? jpeg.orientation
    if (marker === adobe) jpeg.inverted = segment.toString('latin1', 0, 5) === 'Adobe'
    const isNote = marker === comment || (marker >= 0xe0 && marker <= 0xef && !keptSegments.has(marker))
    const next = marker === startOfScan ? endOfScan(bytes, end) : end
    if (!isNote) kept.push(bytes.subarray(at, next))
    at = next
  }
  if (jpeg.width === 0 || jpeg.height === 0 || ![1, 3, 4].includes(jpeg.components)) throw damaged()
  jpeg.bytes = Buffer.concat([...kept, Buffer.from([0xff, endOfImage])])
  return jpeg
}

function readFrame(segment: Buffer, jpeg: Jpeg, damaged: () => Refusal): void {
  if (segment.length < 6 || segment[0] !== 8) throw damaged()
  jpeg.height = segment.readUInt16BE(1)
  jpeg.width = segment.readUInt16BE(3)
  jpeg.components = segment[5]!
}

/** Where the next marker stands after the data of a scan, in which FF is followed by 0 or by a restart. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1]
    if (next !== undefined && next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at
  }
  return bytes.length
}
