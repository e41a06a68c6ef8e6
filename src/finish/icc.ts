/**
 * The ICC profile of sRGB (IEC 61966-2-1), made of its published numbers: an output intent needs one, and one that is made
 * here carries nobody's licence. A matrix and curve display profile after ICC.1:2010 (version 4.3), 8.3.3.
 */
export function srgbProfile(): Buffer {
  const curve = parametricCurve(2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)
  // Primaries and white of sRGB, adapted to D50 by the Bradford transform.
  const tags: [signature: string, data: Buffer][] = [
    ['desc', localized('sRGB')],
    ['cprt', localized('Public domain')],
    ['wtpt', xyz(0.9642, 1, 0.8249)],
    [
      'chad',
      numbers('sf32', 1.04788, 0.02292, -0.0502, 0.02959, 0.99048, -0.01707, -0.00925, 0.01508, 0.75168),
    ],
    ['rXYZ', xyz(0.43607, 0.22249, 0.01392)],
    ['gXYZ', xyz(0.38515, 0.71687, 0.09708)],
    ['bXYZ', xyz(0.14307, 0.06061, 0.7141)],
    ['rTRC', curve],
    ['gTRC', curve],
    ['bTRC', curve],
  ]
  const table = Buffer.alloc(4 + 12 * tags.length)
  table.writeUInt32BE(tags.length, 0)
  const data: Buffer[] = []
  const places = new Map<Buffer, number>()
  let at = 128 + table.length
  for (const [n, [signature, bytes]] of tags.entries()) {
    if (!places.has(bytes)) {
      places.set(bytes, at)
      data.push(bytes)
      at += bytes.length
    }
    table.write(signature, 4 + 12 * n, 'latin1')
    table.writeUInt32BE(places.get(bytes)!, 8 + 12 * n)
    table.writeUInt32BE(bytes.length, 12 + 12 * n)
  }
  return Buffer.concat([header(at), table, ...data])
}

function header(size: number): Buffer {
  const bytes = Buffer.alloc(128)
  bytes.writeUInt32BE(size, 0)
  bytes.writeUInt32BE(0x04300000, 8)
  bytes.write('mntrRGB XYZ ', 12, 'latin1')
  // A fixed date: the profile never changes.
  for (const [n, part] of [2026, 1, 1].entries()) bytes.writeUInt16BE(part, 24 + 2 * n)
  bytes.write('acsp', 36, 'latin1')
  for (const [n, value] of [0.9642, 1, 0.8249].entries()) bytes.writeInt32BE(fixed(value), 68 + 4 * n)
  return bytes
}

const fixed = (value: number): number => Math.round(value * 65536)

function numbers(type: string, ...values: number[]): Buffer {
  const bytes = Buffer.alloc(8 + 4 * values.length)
  bytes.write(type, 0, 'latin1')
  for (const [n, value] of values.entries()) bytes.writeInt32BE(fixed(value), 8 + 4 * n)
  return bytes
}

const xyz = (...values: [number, number, number]): Buffer => numbers('XYZ ', ...values)

/** Y = (aX + b)^g from d on, cX below (function type 3 of 10.18). */
function parametricCurve(...values: [g: number, a: number, b: number, c: number, d: number]): Buffer {
  const bytes = Buffer.alloc(12 + 4 * values.length)
  bytes.write('para', 0, 'latin1')
  bytes.writeUInt16BE(3, 8)
  for (const [n, value] of values.entries()) bytes.writeInt32BE(fixed(value), 12 + 4 * n)
  return bytes
}

/** One text in one language (multiLocalizedUnicodeType, 10.15), padded to four bytes. */
function localized(text: string): Buffer {
  const words = Buffer.from(text, 'utf16le').swap16()
  const bytes = Buffer.alloc(Math.ceil((28 + words.length) / 4) * 4)
  bytes.write('mluc', 0, 'latin1')
  bytes.writeUInt32BE(1, 8)
  bytes.writeUInt32BE(12, 12)
  bytes.write('enUS', 16, 'latin1')
  bytes.writeUInt32BE(words.length, 20)
  bytes.writeUInt32BE(28, 24)
  words.copy(bytes, 28)
  return bytes
}
