import { deflateSync } from 'node:zlib'
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, it } from 'vitest'
import { annexOf, refusalOf } from './reading.ts'

/** Eight by eight grey pixels. */
const jpeg = Buffer.from(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDACgcHiMeGSgjISMtKygwPGRBPDc3PHtYXUlkkYCZlo+AjIqgtObDoKrarYqMyP/L2u71////m8H////6/+b9//j/wAALCAAIAAgBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAABf/EABUQAQEAAAAAAAAAAAAAAAAAAAAS/9oACAEBAAA/ADbf/9k=',
  'base64',
)
const segment = (marker: number, data: Buffer): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(data.length + 2, 2)
  return Buffer.concat([head, data])
}
const afterStart = (...segments: Buffer[]): Buffer =>
  Buffer.concat([jpeg.subarray(0, 2), ...segments, jpeg.subarray(2)])
const exif = (orientation: number): Buffer =>
  segment(
    0xe1,
    Buffer.concat([
      Buffer.from('Exif\0\0MM\0*\0\0\0\u0008\0\u0001', 'latin1'),
      Buffer.from([1, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0]),
      Buffer.from('canary of a place', 'latin1'),
    ]),
  )
/** The file with other sizes in its frame. */
const sized = (width: number, height: number): Buffer => {
  const file = Buffer.from(jpeg)
  const frame = file.indexOf(Buffer.from([0xff, 0xc0]))
  file.writeUInt16BE(height, frame + 5)
  file.writeUInt16BE(width, frame + 7)
  return file
}

const chunk = (name: string, data: Uint8Array): Buffer => {
  const head = Buffer.alloc(8)
  head.writeUInt32BE(data.length, 0)
  head.write(name, 4, 'latin1')
  const body = Buffer.concat([head.subarray(4), data])
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc(body), 0)
  return Buffer.concat([head.subarray(0, 4), body, sum])
}
function crc(bytes: Uint8Array): number {
  let value = 0xffffffff
  for (const byte of bytes) {
    value ^= byte
    for (let bit = 0; bit < 8; bit++) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0)
  }
  return (value ^ 0xffffffff) >>> 0
}
interface PngShape {
  width?: number
  height?: number
  type?: number
  bits?: number
  rows?: Uint8Array
  others?: Buffer[]
}
function png({ width = 4, height = 2, type = 2, bits = 8, rows, others = [] }: PngShape = {}): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([bits, type, 0, 0, 0], 8)
  const samples = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }[type] ?? 1
  const data = rows ?? Buffer.alloc(height * (1 + Math.ceil((width * samples * bits) / 8)))
  return Buffer.concat([
    Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'),
    chunk('IHDR', header),
    ...others,
    chunk('IDAT', deflateSync(data)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** The images that pdf.js draws on the first page, and where. */
async function drawn(pdf: Uint8Array): Promise<{ matrix: number[]; width: number; height: number }[]> {
  const task = getDocument({ data: Uint8Array.from(pdf), verbosity: 0 })
  try {
    const page = await (await task.promise).getPage(1)
    const { fnArray, argsArray } = await page.getOperatorList()
    const images: { matrix: number[]; width: number; height: number }[] = []
    let matrix: number[] = []
    fnArray.forEach((operator, n) => {
      const args = argsArray[n] as unknown[]
      if (operator === OPS.transform)
        matrix = [...(args as number[])].map((value) => Math.round(value * 10) / 10)
      if (operator === OPS.paintImageXObject)
        images.push({ matrix, width: args[1] as number, height: args[2] as number })
    })
    return images
  } finally {
    await task.destroy()
  }
}

describe('an image', () => {
  it('becomes a page of A4 that it does not fill when it would be coarse', async () => {
    const annex = await annexOf(jpeg)
    expect(annex).toMatchObject({ format: 'jpeg', pages: [{ width: 595.28, height: 841.89 }], warnings: [] })
    // 8 pixels of 0.75 points in the middle.
    expect(await drawn(annex.pdf)).toEqual([{ matrix: [6, 0, 0, 6, 294.6, 417.9], width: 8, height: 8 }])
  })

  it('that is large fills the sheet as it lies, within a margin', async () => {
    const wide = await annexOf(png({ width: 3000, height: 1000, type: 0, bits: 1 }))
    expect(wide.pages).toEqual([{ width: 841.89, height: 595.28 }])
    expect(await drawn(wide.pdf)).toMatchObject([{ matrix: [785.9, 0, 0, 262, 28, 166.7] }])
  })

  it.each([
    ['grey', { type: 0 }],
    ['grey, a bit a pixel', { type: 0, bits: 1 }],
    ['colour', { type: 2 }],
    ['colour of sixteen bits', { type: 2, bits: 16 }],
    ['a palette', { type: 3, bits: 2, others: [chunk('PLTE', Buffer.from([0, 0, 0, 255, 0, 0]))] }],
    ['transparent grey', { type: 4 }],
    ['transparent colour', { type: 6 }],
  ])('is drawn: %s', async (_, shape) => {
    const { format, pdf } = await annexOf(png(shape))
    expect(format).toBe('png')
    expect(await drawn(pdf)).toMatchObject([{ width: 4, height: 2 }])
  })

  it.each([
    [1, [6, 0, 0, 6]],
    [2, [-6, 0, 0, 6]],
    [3, [-6, 0, 0, -6]],
    [4, [6, 0, 0, -6]],
    [5, [0, -6, -6, 0]],
    [6, [0, -6, 6, 0]],
    [7, [0, 6, 6, 0]],
    [8, [0, 6, -6, 0]],
  ])('is turned as its camera says: %i', async (orientation, turned) => {
    const [image] = await drawn((await annexOf(afterStart(exif(orientation)))).pdf)
    expect(image?.matrix.slice(0, 4)).toEqual(turned)
  })

  it('of a portrait lies as it is turned', async () => {
    const file = sized(3000, 2000)
    const turned = Buffer.concat([file.subarray(0, 2), exif(6), file.subarray(2)])
    expect((await annexOf(file)).pages[0]?.width).toBe(841.89)
    expect((await annexOf(turned)).pages[0]?.width).toBe(595.28)
  })

  it('leaves behind where it was taken, and what follows its end', async () => {
    const file = Buffer.concat([
      afterStart(exif(1), segment(0xfe, Buffer.from('canary'))),
      Buffer.from('canary'),
    ])
    expect(file.toString('latin1').match(/canary/g)).toHaveLength(3)
    const { pdf } = await annexOf(file)
    expect(Buffer.from(pdf).toString('latin1')).not.toContain('canary')
    expect(await drawn(pdf)).toHaveLength(1)
  })
})

describe('an image that is no annex', () => {
  it.each([
    [
      'of 20,000 by 20,000',
      png({ width: 20_000, height: 20_000, rows: Buffer.alloc(9) }),
      'annex/image-size',
    ],
    ['a photo of 65,000 by 65,000', sized(65_000, 65_000), 'annex/image-size'],
    ['a photo without a size', sized(0, 8), 'annex/image-damaged'],
    ['a photo that is cut', jpeg.subarray(0, -20), 'annex/truncated'],
    ['a photo that is only its head', jpeg.subarray(0, 12), 'annex/truncated'],
    [
      'a photo with other things in it',
      Buffer.concat([jpeg.subarray(0, 20), Buffer.alloc(40)]),
      'annex/image-damaged',
    ],
    ['a drawing that is cut', png().subarray(0, -20), 'annex/truncated'],
    ['a drawing that is only its head', png().subarray(0, 20), 'annex/image-damaged'],
    ['a drawing of too few rows', png({ rows: Buffer.alloc(5) }), 'annex/truncated'],
    ['a drawing of rows that are none', png().fill(7, 45, 52), 'annex/image-damaged'],
    ['a drawing of an unknown kind', png({ type: 5 }), 'annex/image-damaged'],
    ['a drawing without its palette', png({ type: 3 }), 'annex/image-damaged'],
    ['a drawing with more in it than it says', png({ rows: Buffer.alloc(5_000_000) }), 'annex/bomb'],
  ])('is refused: %s', async (_, bytes, code) => {
    expect(await refusalOf(bytes)).toBe(code)
  })
})
