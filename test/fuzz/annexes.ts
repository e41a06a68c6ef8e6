/** Files of others, changed. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { PDFDocument } from '@cantoo/pdf-lib'
import { flate, richPdf } from '../annex/raw-pdf.ts'
import { pngChunk } from '../annex/raw-png.ts'
import { changedPdf } from './changed-pdf.ts'
import { mutateBytes } from './mutate.ts'
import { pdfWords } from './pdf-words.ts'
import { printed } from './printed.ts'
import type { Random } from './random.ts'

const data = join(import.meta.dirname, '../data/annexes')
const plain = richPdf(
  flate('q Q', '/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray'),
)
/** Objects in streams, and a cross-reference that is one. */
const packed = Buffer.from(await (await PDFDocument.load(plain)).save({ useObjectStreams: true }))

/** Eight by eight grey pixels. */
const jpeg = Buffer.from(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDACgcHiMeGSgjISMtKygwPGRBPDc3PHtYXUlkkYCZlo+AjIqgtObDoKrarYqMyP/L2u71////m8H////6/+b9//j/wAALCAAIAAgBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAABf/EABUQAQEAAAAAAAAAAAAAAAAAAAAS/9oACAEBAAA/ADbf/9k=',
  'base64',
)

const png = Buffer.concat([
  Buffer.from('89504e470d0a1a0a', 'hex'),
  pngChunk('IHDR', Buffer.from('00000004000000020803000000', 'hex')),
  pngChunk('PLTE', Buffer.from('000000ffffff', 'hex')),
  pngChunk('tRNS', Buffer.from('00ff', 'hex')),
  pngChunk('eXIf', Buffer.from('4d4d002a000000080001011200030000000100060000', 'hex')),
  pngChunk('IDAT', deflateSync(Buffer.from('0000010001000001000100', 'hex').subarray(0, 10))),
  pngChunk('IEND', Buffer.alloc(0)),
])

const seeds = [
  plain,
  plain,
  packed,
  readFileSync(join(data, 'table.pdf')),
  ...printed('finished').slice(0, 2),
  readFileSync(join(data, 'map.png')),
  png,
  jpeg,
]
const imageWords = [
  '\u00ff\u00d8',
  '\u00ff\u00d9',
  '\u00ff\u00c2',
  '\u00ff\u00c0',
  '\u00ff\u00ff\u00ff',
  'IHDR',
  'IDAT',
  'IEND',
  'Exif\0\0MM',
  '\0\0\0\0',
  '\u007f\u00ff\u00ff\u00ff',
] as const

export function changedAnnex(random: Random): Buffer {
  const file = random.pick(seeds) ?? plain
  if (file.subarray(0, 5).toString('latin1') === '%PDF-')
    return file === packed ? mutateBytes(file, random, { words: pdfWords }) : changedPdf(file, random)
  return mutateBytes(file, random, { words: imageWords })
}
