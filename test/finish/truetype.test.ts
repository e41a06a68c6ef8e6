import { describe, expect, test } from 'vitest'
import { advanceOf, extendTrueType, isEmptyGlyph, readTrueType } from '../../src/finish/truetype.ts'
import { font, glyphOf, program } from './skia.ts'

const [alef, lam, dad] = [glyphOf('ا'), glyphOf('ل'), glyphOf('D')]
const file = extendTrueType(
  font,
  [alef],
  [
    { outline: lam, advance: 300, rise: 0, shift: 0 },
    { outline: undefined, advance: 50, rise: 0, shift: 0 },
    { outline: alef, advance: 10, rise: 77, shift: -30 },
  ],
)
const made = readTrueType(file)!

function outline(of: typeof font, glyph: number): Buffer {
  const loca = of.tables.get('loca')!
  const long = of.tables.get('head')!.readInt16BE(50) === 1
  const at = (n: number): number => (long ? loca.readUInt32BE(n * 4) : loca.readUInt16BE(n * 2) * 2)
  return of.tables.get('glyf')!.subarray(at(glyph), at(glyph + 1))
}

describe('a font with glyphs added', () => {
  test('has them at the end, with their own advances', () => {
    expect(made.glyphs).toBe(font.glyphs + 3)
    expect([0, 1, 2].map((n) => advanceOf(made, font.glyphs + n))).toEqual([300, 50, 10])
    expect(outline(made, font.glyphs).subarray(0, outline(font, lam).length)).toEqual(outline(font, lam))
    expect(isEmptyGlyph(made, font.glyphs + 1)).toBe(true)
  })

  test('keeps what is used and what that is made of, and empties the rest', () => {
    expect(outline(made, alef).subarray(0, outline(font, alef).length)).toEqual(outline(font, alef))
    expect(advanceOf(made, alef)).toBe(advanceOf(font, alef))
    expect(isEmptyGlyph(font, dad)).toBe(false)
    expect(isEmptyGlyph(made, dad)).toBe(true)
  })

  test('moves an outline by a reference to it', () => {
    const raised = outline(made, font.glyphs + 2)
    expect(raised.readInt16BE(0)).toBe(-1)
    expect([12, 14, 16].map((at) => raised.readInt16BE(at))).toEqual([alef, -30, 77])
    expect(raised.readInt16BE(8) - outline(made, alef).readInt16BE(8)).toBe(77)
    expect(raised.readInt16BE(2) - outline(made, alef).readInt16BE(2)).toBe(-30)
    const bearing = (glyph: number): number => made.tables.get('hmtx')!.readInt16BE(glyph * 4 + 2)
    expect(bearing(font.glyphs + 2) - bearing(alef)).toBe(-30)
  })

  test('has no tables for shaping, and right checksums', () => {
    expect([...made.tables.keys()].filter((tag) => /^(?:GSUB|GPOS|GDEF|cmap)$/.test(tag))).toEqual([])
    let sum = 0
    for (let at = 0; at < file.length; at += 4) sum = (sum + file.readUInt32BE(at)) >>> 0
    expect(sum).toBe(0xb1b0afba)
    expect(file.length).toBeLessThan(program.length)
  })
})

test('other bytes are no font', () => {
  expect(readTrueType(Buffer.from('OTTO'))).toBeUndefined()
  expect(readTrueType(Buffer.alloc(200))).toBeUndefined()
})
