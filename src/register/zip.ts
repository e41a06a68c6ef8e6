/** Files inside a ZIP archive (PKWARE APPNOTE 6.3), as far as a workbook needs them: stored or deflated, no encryption. */
import { crc32, inflateRawSync } from 'node:zlib'

const endMark = 0x06054b50
const entryMark = 0x02014b50
const fileMark = 0x04034b50
const utf8Names = 0x0800

/** The files asked for, by name; undefined where the bytes are no such archive, or the files come to more than the limit. */
export function unzip(
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
  limit: number,
): Map<string, Uint8Array> | undefined {
  try {
    return readEntries(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), wanted, limit)
  } catch (error) {
    // Cut short, or larger unpacked than it says.
    if (error instanceof RangeError || (error as NodeJS.ErrnoException).code?.startsWith('Z_'))
      return undefined
    throw error
  }
}

function readEntries(
  file: Buffer,
  wanted: (name: string) => boolean,
  limit: number,
): Map<string, Uint8Array> | undefined {
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || file.readUInt32LE(end) !== endMark) return undefined
  const found = new Map<string, Uint8Array>()
  let at = file.readUInt32LE(end + 16)
  let left = limit
  for (let count = file.readUInt16LE(end + 10); count > 0; count--) {
    if (file.readUInt32LE(at) !== entryMark) return undefined
    const method = file.readUInt16LE(at + 10)
    const packed = file.readUInt32LE(at + 20)
    const size = file.readUInt32LE(at + 24)
    const nameLength = file.readUInt16LE(at + 28)
    const name = file.toString('utf8', at + 46, at + 46 + nameLength)
    const offset = file.readUInt32LE(at + 42)
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
    // What is not asked for is counted, too: another reader of the same file unpacks it.
    left -= size
    if (left < 0) return undefined
    if (!wanted(name)) continue
    const start = offset + 30 + file.readUInt16LE(offset + 26) + file.readUInt16LE(offset + 28)
    const raw = file.subarray(start, start + packed)
    if (method !== 0 && method !== 8) return undefined
    found.set(name, method === 0 ? raw : inflateRawSync(raw, { maxOutputLength: Math.max(1, size) }))
  }
  return found
}

/** An archive of the files as they are, without packing. */
export function zip(files: ReadonlyMap<string, Uint8Array>): Buffer {
  const parts: Uint8Array[] = []
  const entries: Uint8Array[] = []
  let at = 0
  for (const [name, bytes] of files) {
    const title = Buffer.from(name)
    // From the version that reads it to the length of the name; the same in the file's own head and in its entry.
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20)
    common.writeUInt16LE(utf8Names, 2)
    common.writeUInt32LE(crc32(bytes), 10)
    common.writeUInt32LE(bytes.length, 14)
    common.writeUInt32LE(bytes.length, 18)
    common.writeUInt16LE(title.length, 22)
    const more = Buffer.alloc(14)
    more.writeUInt32LE(at, 10)
    parts.push(marked(fileMark), common, title, bytes)
    entries.push(marked(entryMark), Buffer.from([20, 0]), common, more, title)
    at += 4 + common.length + title.length + bytes.length
  }
  const directory = Buffer.concat(entries)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(files.size, 4)
  end.writeUInt16LE(files.size, 6)
  end.writeUInt32LE(directory.length, 8)
  end.writeUInt32LE(at, 12)
  return Buffer.concat([...parts, directory, marked(endMark), end])
}

function marked(mark: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(mark)
  return bytes
}
