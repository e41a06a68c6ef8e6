import { brotliDecompressSync, inflateSync } from 'node:zlib'

/** What a font file says of itself: its PostScript names, and whether it has a glyph for a code point. */
export interface FontFace {
  names: string[]
  /** Whether its licence forbids that it is put into a document (fsType 0x0002 of OS/2). */
  restricted: boolean
  has(codePoint: number): boolean
}

interface Tables {
  name: Buffer | undefined
  cmap: Buffer | undefined
  'OS/2': Buffer | undefined
}

const dataFont = /url\(\s*["']?data:[^,)"']*;base64,([A-Za-z0-9+/=]+)/g
// The faces of one run are few; a set of papers in many themes must not keep them all.
const keptFaces = 32
const known = new Map<string, FontFace | undefined>()

/** The fonts that a document brings as data: URIs. Each file is read once, whatever the number of documents. */
export function facesOf(html: string): FontFace[] {
  const faces: FontFace[] = []
  for (const [, base64 = ''] of html.matchAll(dataFont)) {
    const face = faceOf(base64)
    if (face !== undefined) faces.push(face)
  }
  return faces
}

function faceOf(base64: string): FontFace | undefined {
  if (known.has(base64)) return known.get(base64)
  const face = readFace(Buffer.from(base64, 'base64'))
  if (known.size >= keptFaces) known.clear()
  known.set(base64, face)
  return face
}

/** Reads a WOFF2, WOFF, TrueType or OpenType file; nothing when the bytes are none of these. */
export function readFace(file: Buffer): FontFace | undefined {
  try {
    const { name, cmap, 'OS/2': metrics } = tables(file)
    if (name === undefined || cmap === undefined) return undefined
    // Of several bits the least restrictive counts.
    const restricted = metrics !== undefined && (metrics.readUInt16BE(8) & 0x000e) === 0x0002
    return { names: postScriptNames(name), restricted, has: characterMap(cmap) }
  } catch {
    // The browser, which reads the font for the page, has the last word on a damaged file.
    return undefined
  }
}

function tables(file: Buffer): Tables {
  const signature = file.toString('latin1', 0, 4)
  if (signature === 'wOF2') return woff2Tables(file)
  if (signature === 'wOFF') {
    return directory(file, 44, 20, (entry) => {
      const packed = file.subarray(entry.readUInt32BE(4), entry.readUInt32BE(4) + entry.readUInt32BE(8))
      return packed.length === entry.readUInt32BE(12) ? packed : inflateSync(packed)
    })
  }
  if (['\0\x01\0\0', 'OTTO', 'true'].includes(signature)) {
    return directory(file, 12, 16, (entry) =>
      file.subarray(entry.readUInt32BE(8), entry.readUInt32BE(8) + entry.readUInt32BE(12)),
    )
  }
  return { name: undefined, cmap: undefined, 'OS/2': undefined }
}

function directory(file: Buffer, start: number, size: number, content: (entry: Buffer) => Buffer): Tables {
  const count = file.readUInt16BE(signatureHasFlavor(file) ? 12 : 4)
  const found: Tables = { name: undefined, cmap: undefined, 'OS/2': undefined }
  for (let n = 0; n < count; n++) {
    const entry = file.subarray(start + n * size, start + (n + 1) * size)
    const tag = entry.toString('latin1', 0, 4)
    if (tag === 'name' || tag === 'cmap' || tag === 'OS/2') found[tag] = content(entry)
  }
  return found
}

function signatureHasFlavor(file: Buffer): boolean {
  return file.toString('latin1', 0, 4) === 'wOFF'
}

/** WOFF2 packs all tables into one stream; name and cmap lie in it as they are in the font. */
function woff2Tables(file: Buffer): Tables {
  const count = file.readUInt16BE(12)
  let at = 48
  const number = (): number => {
    let value = 0
    for (;;) {
      const byte = file.readUInt8(at++)
      value = value * 128 + (byte & 0x7f)
      if (byte < 0x80) return value
    }
  }
  const ranges = new Map<string, [number, number]>()
  let offset = 0
  for (let n = 0; n < count; n++) {
    const flags = file.readUInt8(at++)
    const index = flags & 0x3f
    let tag = [
      'cmap',
      'head',
      'hhea',
      'hmtx',
      'maxp',
      'name',
      'OS/2',
      'post',
      'cvt ',
      'fpgm',
      'glyf',
      'loca',
    ][index]
    if (index === 63) {
      tag = file.toString('latin1', at, at + 4)
      at += 4
    }
    let length = number()
    // glyf and loca are transformed unless their version is 3, the others only when it is not 0.
    const version = flags >> 6
    if (tag === 'glyf' || tag === 'loca' ? version !== 3 : version !== 0) length = number()
    ranges.set(tag ?? '', [offset, offset + length])
    offset += length
  }
  const packed = file.subarray(at, at + file.readUInt32BE(20))
  const data = brotliDecompressSync(packed, { maxOutputLength: 64 * 1024 * 1024 })
  const part = (tag: string): Buffer | undefined => {
    const range = ranges.get(tag)
    return range && data.subarray(...range)
  }
  return { name: part('name'), cmap: part('cmap'), 'OS/2': part('OS/2') }
}

function postScriptNames(table: Buffer): string[] {
  const strings = table.readUInt16BE(4)
  const names = new Set<string>()
  for (let n = 0; n < table.readUInt16BE(2); n++) {
    const record = table.subarray(6 + n * 12, 18 + n * 12)
    if (record.readUInt16BE(6) !== 6) continue
    const start = strings + record.readUInt16BE(10)
    const bytes = Buffer.from(table.subarray(start, start + record.readUInt16BE(8)))
    // Macintosh names are one byte a letter, all others big-endian UTF-16.
    names.add(record.readUInt16BE(0) === 1 ? bytes.toString('latin1') : bytes.swap16().toString('utf16le'))
  }
  return [...names]
}

function characterMap(table: Buffer): (codePoint: number) => boolean {
  const ranges: [number, number][] = []
  for (let n = 0; n < table.readUInt16BE(2); n++) {
    const subtable = table.subarray(table.readUInt32BE(8 + n * 8))
    const format = subtable.readUInt16BE(0)
    if (format === 4) ranges.push(...segments(subtable))
    if (format === 12) {
      for (let g = 0; g < subtable.readUInt32BE(12); g++) {
        ranges.push([subtable.readUInt32BE(16 + g * 12), subtable.readUInt32BE(20 + g * 12)])
      }
    }
  }
  return (codePoint) => ranges.some(([first, last]) => codePoint >= first && codePoint <= last)
}

function segments(subtable: Buffer): [number, number][] {
  const length = subtable.readUInt16BE(6)
  const ranges: [number, number][] = []
  for (let at = 0; at < length; at += 2) {
    const first = subtable.readUInt16BE(16 + length + at)
    const last = subtable.readUInt16BE(14 + at)
    if (first !== 0xffff) ranges.push([first, last])
  }
  return ranges
}
