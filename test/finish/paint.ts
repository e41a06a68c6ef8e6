/** What a PDF's pages paint: every outline with its place, and all other operators. An own reading, for comparisons. */
import { createHash } from 'node:crypto'
import { type Operator, tokenize } from '../../src/finish/lexer.ts'
import { type PdfFile, type PdfObject, readPdfFile, streamBytes } from '../../src/finish/pdf-file.ts'
import { pageNumbers } from '../../src/finish/pdf-file.ts'
import { readTrueType, type TrueType } from '../../src/finish/truetype.ts'

export interface Painted {
  outline: string
  x: number
  y: number
  size: number
  colors: string
}

export interface PaintedPage {
  glyphs: Painted[]
  /** The operators that are neither text nor marked content nor colours, as they are written. */
  others: string[]
}

/** A glyph's outline by its hash, and how much higher and further right it stands than that says, in sizes. */
interface Outline {
  hash: string
  rise: number
  shift: number
}

function outlineOf(font: TrueType, glyph: number): Outline {
  const { tables, unitsPerEm, offsets } = font
  const bytes = tables.get('glyf')!.subarray(offsets[glyph], offsets[glyph + 1])
  // One part that is only moved.
  if (bytes.length >= 18 && bytes.readInt16BE(0) < 0 && bytes.readUInt16BE(10) === 3) {
    const { hash, rise, shift } = outlineOf(font, bytes.readUInt16BE(12))
    return {
      hash,
      rise: rise + bytes.readInt16BE(16) / unitsPerEm,
      shift: shift + bytes.readInt16BE(14) / unitsPerEm,
    }
  }
  // The padding of a glyph is no part of it.
  const end = bytes.findLastIndex((byte) => byte !== 0) + 1
  const hash = end === 0 ? '' : createHash('sha1').update(bytes.subarray(0, end)).digest('hex')
  return { hash, rise: 0, shift: 0 }
}

export interface PaintFont {
  program: TrueType
  /** The advances in thousandths, as the file has them in /W. */
  widths: Map<number, number>
}

function widthsOf(value: string): Map<number, number> {
  const widths = new Map<number, number>()
  const [, entries = ''] = /\/W \[((?:[^[\]]|\[[^\]]*\])*)\]/.exec(value) ?? []
  for (const [, first, list, last, width] of entries.matchAll(/(\d+) (?:\[([^\]]*)\]|(\d+) ([\d.]+))/g)) {
    const listed = list?.trim().split(/\s+/).map(Number)
    const count = listed?.length ?? Number(last) - Number(first) + 1
    for (let n = 0; n < count; n++) widths.set(Number(first) + n, listed?.[n] ?? Number(width))
  }
  return widths
}

function fontsOf(file: PdfFile, page: string): Map<string, PaintFont> {
  const fonts = new Map<string, PaintFont>()
  const entry = /\/Font <<([^>]*)>>/.exec(page)?.[1] ?? ''
  for (const [, name = '', number] of entry.matchAll(/\/([^\s/]+) (\d+) 0 R/g)) {
    const follow = (value: string, key: string): PdfObject =>
      file.objects.get(Number(new RegExp(`/${key} \\[?(\\d+) 0 R`).exec(value)?.[1]))!
    const cid = follow(file.objects.get(Number(number))!.value, 'DescendantFonts').value
    const program = follow(follow(cid, 'FontDescriptor').value, 'FontFile2')
    fonts.set(name, { program: readTrueType(streamBytes(program)!)!, widths: widthsOf(cid) })
  }
  return fonts
}

export function paintedPages(pdf: Uint8Array): PaintedPage[] {
  const file = readPdfFile(pdf)!
  return pageNumbers(file).map((number) => {
    const page = file.objects.get(number)!.value
    const content = file.objects.get(Number(/\/Contents (\d+) 0 R/.exec(page)?.[1]))!
    return paint(tokenize(streamBytes(content)!.toString('latin1')), fontsOf(file, page))
  })
}

export function paint(operators: readonly Operator[], fonts: ReadonlyMap<string, PaintFont>): PaintedPage {
  const glyphs: Painted[] = []
  const others: string[] = []
  const outlines = new Map<PaintFont, Map<number, Outline>>()
  let font: PaintFont | undefined
  let size = 0
  let [a, d, lineX, lineY, x, rise] = [1, 1, 0, 0, 0, 0]
  let [strokes, fills] = ['', '']
  const saved: [string, string][] = []
  const show = (operand: string): void => {
    for (const [code] of operand.slice(1, -1).matchAll(/.{4}/g)) {
      const glyph = parseInt(code, 16)
      const known = outlines.get(font!) ?? new Map<number, Outline>()
      outlines.set(font!, known)
      const outline = known.get(glyph) ?? outlineOf(font!.program, glyph)
      known.set(glyph, outline)
      if (outline.hash !== '') {
        const y = lineY + (rise + outline.rise * size) * d
        const left = x + outline.shift * size * a
        glyphs.push({ outline: outline.hash, x: left, y, size, colors: strokes + fills })
      }
      x += ((font!.widths.get(glyph) ?? 0) / 1000) * size * a
    }
  }
  for (const { name, operands } of operators) {
    if (name === 'BT') rise = 0
    else if (name === 'Tf') [font, size] = [fonts.get(operands[0]!.slice(1)), Number(operands[1])]
    else if (name === 'Tm') {
      ;[a, , , d, lineX, lineY] = operands.map(Number) as [number, number, number, number, number, number]
      x = lineX
    } else if (name === 'Td') {
      lineX += Number(operands[0]) * a
      lineY += Number(operands[1]) * d
      x = lineX
    } else if (name === 'Ts') rise = Number(operands[0])
    else if (name === 'Tj') show(operands[0]!)
    else if (name === 'TJ') {
      for (const [item] of operands[0]!.matchAll(/<[^>]*>|[-.\d]+/g)) {
        if (item.startsWith('<')) show(item)
        else x -= (Number(item) / 1000) * size * a
      }
    } else if (name === 'rg') fills = operands.join(' ')
    else if (name === 'RG') strokes = operands.join(' ')
    else if (!['ET', 'BDC', 'BMC', 'EMC', ''].includes(name)) {
      if (name === 'q') saved.push([strokes, fills])
      if (name === 'Q') [strokes, fills] = saved.pop()!
      // What a path is painted with counts as well.
      others.push(`${operands.join(' ')} ${name}${/^[fSBb]/.test(name) ? ` ${strokes}/${fills}` : ''}`)
    }
  }
  return { glyphs, others }
}
