/** Small pictures, and small files that say they are large ones. */
import { crc32, deflateSync } from 'node:zlib'

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const part = Buffer.alloc(body.length + 8)
  part.writeUInt32BE(data.length, 0)
  body.copy(part, 4)
  part.writeUInt32BE(crc32(body), body.length + 4)
  return part
}

/** Black, a bit a pixel. @param whole with all its rows, else with one */
export function png(width: number, height: number, whole = true): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header[8] = 1
  const rows = Buffer.alloc((Math.ceil(width / 8) + 1) * (whole ? height : 1))
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** One grey pixel as a camera writes it, 16 by 16 at most. */
const grey =
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAA//EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AN//Z'

/** @param note what Exif says */
export function jpeg(width: number, height: number, note?: string): Buffer {
  const bytes = Buffer.from(grey, 'base64')
  const frame = bytes.indexOf(Buffer.from('ffc0000b', 'hex'))
  bytes.writeUInt16BE(height, frame + 5)
  bytes.writeUInt16BE(width, frame + 7)
  if (note === undefined) return bytes
  const exif = Buffer.from(`\xff\xe1\0\0Exif\0\0MM\0*\0\0\0\x08\0\0${note}`, 'latin1')
  exif.writeUInt16BE(exif.length - 2, 2)
  return Buffer.concat([bytes.subarray(0, 2), exif, bytes.subarray(2)])
}

/** The extended form, which says its size ahead. */
export function webp(width: number, height: number): Buffer {
  const bytes = Buffer.alloc(60)
  bytes.write('RIFF', 0, 'latin1')
  bytes.writeUInt32LE(bytes.length - 8, 4)
  bytes.write('WEBPVP8X', 8, 'latin1')
  bytes.writeUInt32LE(10, 16)
  bytes.writeUIntLE(width - 1, 24, 3)
  bytes.writeUIntLE(height - 1, 27, 3)
  return bytes
}
