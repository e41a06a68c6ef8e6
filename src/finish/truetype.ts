/** A TrueType file from a PDF: glyphs are added at its end, and what only shaping needs is left out. */

export interface AddedGlyph {
  /** The glyph whose outline it repeats; nothing for one that paints nothing. */
  outline: number | undefined
  /** In font units. */
  advance: number
  /** How much higher than that glyph it stands and how much further right, in font units. */
  rise: number
  shift: number
}

// Tables that a viewer reads; Skia leaves those of shaping in, with all the glyphs they lead to.
const kept = ['OS/2', 'cvt ', 'fpgm', 'glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp', 'prep']

export interface TrueType {
  tables: Map<string, Buffer>
  glyphs: number
  unitsPerEm: number
  /** In font units. */
  advances: Uint16Array
  /** Where the outline of each glyph begins in glyf, and where the last one ends. */
  offsets: Uint32Array
}

export function readTrueType(file: Buffer): TrueType | undefined {
  const version = file.length < 12 ? 0 : file.readUInt32BE(0)
  if (version !== 0x00010000 && version !== 0x74727565) return undefined
  const tables = new Map<string, Buffer>()
  for (let n = 0; n < file.readUInt16BE(4); n++) {
    const at = 12 + n * 16
    const offset = file.readUInt32BE(at + 8)
    tables.set(
      file.toString('latin1', at, at + 4),
      file.subarray(offset, offset + file.readUInt32BE(at + 12)),
    )
  }
  const needed = ['glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp']
  if (needed.some((tag) => !tables.has(tag))) return undefined
  const glyphs = tables.get('maxp')!.readUInt16BE(4)
  const loca = view(tables.get('loca')!)
  const long = tables.get('head')!.readInt16BE(50) === 1
  const offsets = new Uint32Array(glyphs + 1)
  for (let n = 0; n <= glyphs; n++) offsets[n] = long ? loca.getUint32(n * 4) : loca.getUint16(n * 2) * 2
  const hmtx = view(tables.get('hmtx')!)
  const metrics = tables.get('hhea')!.readUInt16BE(34)
  const advances = new Uint16Array(glyphs)
  for (let n = 0; n < glyphs; n++) advances[n] = hmtx.getUint16(Math.min(n, metrics - 1) * 4)
  return { tables, glyphs, unitsPerEm: tables.get('head')!.readUInt16BE(18), advances, offsets }
}

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

/** A glyph's advance in font units. */
export function advanceOf({ advances }: TrueType, glyph: number): number {
  return advances[glyph]!
}

/** Whether a glyph has no outline. */
export function isEmptyGlyph({ offsets }: TrueType, glyph: number): boolean {
  return offsets[glyph] === offsets[glyph + 1]
}

/** The font with glyphs added at the end; outlines that no glyph of `used` needs become empty. */
export function extendTrueType(font: TrueType, used: Iterable<number>, added: readonly AddedGlyph[]): Buffer {
  const { tables, glyphs, advances, offsets } = font
  const glyf = tables.get('glyf')!
  const outline = (glyph: number): Buffer => glyf.subarray(offsets[glyph], offsets[glyph + 1])

  const needed = new Set<number>([0])
  const add = (glyph: number): void => {
    if (needed.has(glyph) || glyph >= glyphs) return
    needed.add(glyph)
    for (const part of components(outline(glyph))) add(part)
  }
  for (const glyph of used) add(glyph)
  for (const { outline: source } of added) if (source !== undefined) add(source)

  const count = glyphs + added.length
  const newLoca = Buffer.alloc((count + 1) * 4)
  const newHmtx = Buffer.alloc(count * 4)
  const locaView = view(newLoca)
  const hmtxView = view(newHmtx)
  const outlines: Buffer[] = []
  const metrics = tables.get('hhea')!.readUInt16BE(34)
  const hmtx = tables.get('hmtx')!
  let size = 0
  for (let glyph = 0; glyph < count; glyph++) {
    const extra = glyph < glyphs ? undefined : added[glyph - glyphs]
    const source = extra === undefined ? (needed.has(glyph) ? glyph : undefined) : extra.outline
    locaView.setUint32(glyph * 4, size)
    if (extra !== undefined || needed.has(glyph)) {
      hmtxView.setUint16(glyph * 4, extra?.advance ?? advances[glyph]!)
    }
    if (source !== undefined) {
      const moved = extra !== undefined && isMoved(extra) && offsets[source] !== offsets[source + 1]
      const bytes = moved ? movedOutline(outline(source), extra) : outline(source)
      const bearing = source < metrics ? source * 4 + 2 : metrics * 4 + (source - metrics) * 2
      const left = bearing + 2 <= hmtx.length ? hmtx.readInt16BE(bearing) : 0
      hmtxView.setInt16(glyph * 4 + 2, moved ? left + extra.shift : left)
      outlines.push(bytes)
      size += padded(bytes.length)
    }
  }
  locaView.setUint32(count * 4, size)
  const newGlyf = Buffer.alloc(size)
  let end = 0
  for (const bytes of outlines) {
    newGlyf.set(bytes, end)
    end += padded(bytes.length)
  }

  const head = Buffer.from(tables.get('head')!)
  head.writeUInt32BE(0, 8)
  head.writeInt16BE(1, 50)
  const hhea = Buffer.from(tables.get('hhea')!)
  hhea.writeUInt16BE(count, 34)
  const maxp = Buffer.from(tables.get('maxp')!)
  maxp.writeUInt16BE(count, 4)
  if (maxp.length >= 32 && added.some(isMoved)) {
    maxp.writeUInt16BE(Math.max(1, maxp.readUInt16BE(28)), 28)
    maxp.writeUInt16BE(maxp.readUInt16BE(30) + 1, 30)
  }
  const changed: Record<string, Buffer> = {
    glyf: newGlyf,
    head,
    hhea,
    hmtx: newHmtx,
    loca: newLoca,
    maxp,
  }
  return assemble(
    kept.flatMap((tag): [string, Buffer][] => {
      const table = changed[tag] ?? tables.get(tag)
      return table === undefined ? [] : [[tag, table]]
    }),
  )
}

/** The font with the outlines of these glyphs alone, and as few glyphs as keep their numbers. */
export function cutTrueType(font: TrueType, used: Iterable<number>): Buffer {
  const glyf = font.tables.get('glyf')!
  const needed = new Set(used)
  // What is added on the way is gone through, too.
  for (const glyph of needed)
    for (const part of components(glyf.subarray(font.offsets[glyph], font.offsets[glyph + 1])))
      needed.add(part)
  const tables = new Map(font.tables)
  const about = tables.get('OS/2')
  if (about !== undefined) tables.set('OS/2', withoutCharacters(about))
  return extendTrueType({ ...font, tables, glyphs: Math.max(0, ...needed) + 1 }, used, [])
}

/** The table without what it says of the characters of the font: their ranges, the first and the last. */
function withoutCharacters(table: Buffer): Buffer {
  const bare = Buffer.from(table)
  bare.fill(0, 42, 58)
  bare.fill(0, 64, 68)
  return bare
}

/** Outlines and tables begin at every fourth byte. */
function padded(length: number): number {
  return (length + 3) & ~3
}

function isMoved({ rise, shift }: AddedGlyph): boolean {
  return rise !== 0 || shift !== 0
}

/** A glyph made of another one, moved. */
function movedOutline(source: Buffer, { outline, rise, shift }: AddedGlyph): Buffer {
  const glyph = Buffer.alloc(18)
  glyph.writeInt16BE(-1, 0)
  glyph.writeInt16BE(source.readInt16BE(2) + shift, 2)
  glyph.writeInt16BE(source.readInt16BE(4) + rise, 4)
  glyph.writeInt16BE(source.readInt16BE(6) + shift, 6)
  glyph.writeInt16BE(source.readInt16BE(8) + rise, 8)
  // The arguments are words, and they are distances.
  glyph.writeUInt16BE(0x0003, 10)
  glyph.writeUInt16BE(outline ?? 0, 12)
  glyph.writeInt16BE(shift, 14)
  glyph.writeInt16BE(rise, 16)
  return glyph
}

/** The glyphs that a composite glyph is made of. */
function components(glyph: Buffer): number[] {
  if (glyph.length < 12 || glyph.readInt16BE(0) >= 0) return []
  const found: number[] = []
  let at = 10
  for (;;) {
    const flags = glyph.readUInt16BE(at)
    found.push(glyph.readUInt16BE(at + 2))
    const scale = flags & 0x08 ? 2 : flags & 0x40 ? 4 : flags & 0x80 ? 8 : 0
    at += 4 + (flags & 0x01 ? 4 : 2) + scale
    if ((flags & 0x20) === 0) return found
  }
}

function assemble(tables: [string, Buffer][]): Buffer {
  const power = 2 ** Math.floor(Math.log2(tables.length))
  const start = 12 + tables.length * 16
  const file = Buffer.alloc(tables.reduce((size, [, table]) => size + padded(table.length), start))
  file.writeUInt32BE(0x00010000, 0)
  file.writeUInt16BE(tables.length, 4)
  file.writeUInt16BE(power * 16, 6)
  file.writeUInt16BE(Math.log2(power), 8)
  file.writeUInt16BE((tables.length - power) * 16, 10)
  let offset = start
  let headAt = 0
  let sum = 0
  for (const [index, [tag, table]] of tables.entries()) {
    file.set(table, offset)
    const end = offset + padded(table.length)
    const tableSum = checksum(file, offset, end)
    const entry = 12 + index * 16
    file.write(tag, entry, 'latin1')
    file.writeUInt32BE(tableSum, entry + 4)
    file.writeUInt32BE(offset, entry + 8)
    file.writeUInt32BE(table.length, entry + 12)
    if (tag === 'head') headAt = offset
    sum += tableSum
    offset = end
  }
  sum += checksum(file, 0, start)
  file.writeUInt32BE((0xb1b0afba - sum) >>> 0, headAt + 8)
  return file
}

function checksum(bytes: Buffer, from: number, to: number): number {
  const words = view(bytes)
  let sum = 0
  for (let at = from; at < to; at += 4) sum = (sum + words.getUint32(at)) >>> 0
  return sum
}
