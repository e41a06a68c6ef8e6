/** Small pictures, and small files that say they are large ones. */
import { deflateSync } from 'node:zlib'
import { pngChunk } from '../annex/raw-png.ts'

/** Black, a bit a pixel. @param whole with all its rows, else with one */
export function png(width: number, height: number, whole = true): Buffer {
  return pngOf(width, height, [pngChunk('IDAT', blackRows(width, whole ? height : 1))])
}

/** A PNG of frames, each of which comes after the one before. */
export function movingPng(side: number, frames: number): Buffer {
  const parts = [pngChunk('acTL', numbers(frames, 0))]
  const rows = blackRows(side, side)
  for (let n = 0, order = 0; n < frames; n++) {
    const turn = Buffer.from([0, 1, 0, 25, 0, 0])
    parts.push(pngChunk('fcTL', Buffer.concat([numbers(order++, side, side, 0, 0), turn])))
    parts.push(n === 0 ? pngChunk('IDAT', rows) : pngChunk('fdAT', Buffer.concat([numbers(order++), rows])))
  }
  return pngOf(side, side, parts)
}

function pngOf(width: number, height: number, parts: Buffer[]): Buffer {
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    pngChunk('IHDR', Buffer.concat([numbers(width, height), Buffer.from([1, 0, 0, 0, 0])])),
    ...parts,
    pngChunk('IEND', Buffer.alloc(0)),
  ])
}

const blackRows = (width: number, height: number): Buffer =>
  deflateSync(Buffer.alloc((Math.ceil(width / 8) + 1) * height))

function numbers(...values: number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4)
  values.forEach((value, index) => bytes.writeUInt32BE(value, index * 4))
  return bytes
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

/** A WebP of frames that are told of and hold nothing. */
export function movingWebp(side: number, frames: number): Buffer {
  const still = webp(side, side).subarray(0, 30)
  still[20] = 2
  const part = (name: string, size: number): Buffer => {
    const bytes = Buffer.alloc(8 + size)
    bytes.write(name, 0, 'latin1')
    bytes.writeUInt32LE(size, 4)
    return bytes
  }
  const all = [still, part('ANIM', 6), ...Array.from({ length: frames }, () => part('ANMF', 24))]
  const bytes = Buffer.concat(all)
  bytes.writeUInt32LE(bytes.length - 8, 4)
  return bytes
}
