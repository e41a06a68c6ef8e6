/** A photo without what its camera wrote into it: the place, the hour, the owner (Exif, CIPA DC-008). */
import { orientationOf } from '../image/exif.ts'

const kept = new Set([0xe0, 0xe2, 0xee])
const startOfScan = 0xda
const exif = 0xe1

/** The same picture; of Exif only how it is to be turned stays. */
export function withoutNotes(bytes: Buffer): Buffer {
  const parts = [bytes.subarray(0, 2)]
  for (let at = 2; at + 4 <= bytes.length && bytes[at] === 0xff;) {
    const marker = bytes[at + 1] ?? 0
    if (marker === startOfScan) return Buffer.concat([...parts, bytes.subarray(at)])
    const end = at + 2 + bytes.readUInt16BE(at + 2)
    const segment = bytes.subarray(at + 4, end)
    const isNote = marker === 0xfe || (marker >= 0xe0 && marker <= 0xef && !kept.has(marker))
    if (!isNote) parts.push(bytes.subarray(at, end))
    const turn = (marker === exif ? orientationOf(segment) : undefined) ?? 1
    if (turn !== 1) parts.push(turned(turn))
    at = end
  }
  // Not a file whose segments can be followed: it is left as it was.
  return bytes
}

/** An Exif segment with that one tag. */
function turned(orientation: number): Buffer {
  const tiff = Buffer.from('4d4d002a0000000800010112000300000001000000000000' + '0000', 'hex')
  tiff.writeUInt16BE(orientation, 18)
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff])
  const head = Buffer.from([0xff, exif, 0, 0])
  head.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([head, body])
}
