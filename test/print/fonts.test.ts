import { spawnSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import subsetFont from 'subset-font'
import { expect, test } from 'vitest'

const folder = join(import.meta.dirname, '../../fonts')

function tablesOf(font: Buffer): Map<string, Buffer> {
  const tables = new Map<string, Buffer>()
  for (let i = 0; i < font.readUInt16BE(4); i++) {
    const at = 12 + i * 16
    const offset = font.readUInt32BE(at + 8)
    tables.set(
      font.toString('latin1', at, at + 4),
      font.subarray(offset, offset + font.readUInt32BE(at + 12)),
    )
  }
  return tables
}

/** The [first, last] character ranges of every format 4 and 12 subtable. */
function rangesOf(cmap: Buffer): [number, number][] {
  const ranges: [number, number][] = []
  for (let i = 0; i < cmap.readUInt16BE(2); i++) {
    const table = cmap.subarray(cmap.readUInt32BE(4 + i * 8 + 4))
    const format = table.readUInt16BE(0)
    if (format === 4) {
      const size = table.readUInt16BE(6)
      for (let at = 0; at < size; at += 2)
        ranges.push([table.readUInt16BE(16 + size + at), table.readUInt16BE(14 + at)])
    } else if (format === 12) {
      for (let n = 0; n < table.readUInt32BE(12); n++)
        ranges.push([table.readUInt32BE(16 + n * 12), table.readUInt32BE(20 + n * 12)])
    } else if (format !== 14) {
      throw new Error(`cmap format ${format}`)
    }
  }
  return ranges.filter(([first]) => first !== 0xffff)
}

test('the mark of a draft is what fonts/draft-mark.ts makes', () => {
  const result = spawnSync(process.execPath, [join(folder, 'draft-mark.ts'), '--check'], { encoding: 'utf8' })
  expect(result.stderr).toBe('')
  expect(result.status).toBe(0)
})

test('the fonts are what fonts/subset.ts makes', () => {
  const result = spawnSync(process.execPath, [join(folder, 'subset.ts'), '--check'], { encoding: 'utf8' })
  expect(result.stderr).toBe('')
  expect(result.status).toBe(0)
})

test.each(['Vazirmatn-Regular', 'Vazirmatn-Medium', 'Vazirmatn-Bold', 'Parastoo-Regular', 'Parastoo-Bold'])(
  '%s maps letters, not presentation forms, and keeps its outlines',
  async (name) => {
    const woff2 = await readFile(join(folder, `${name}.woff2`))
    const tables = tablesOf(
      await subsetFont(woff2, undefined, { targetFormat: 'truetype', keepAllGlyphs: true }),
    )
    expect([...tables.keys()]).toEqual(expect.arrayContaining(['glyf', 'loca', 'GSUB', 'GPOS', 'cmap']))
    const ranges = rangesOf(tables.get('cmap') ?? Buffer.alloc(0))
    const maps = (first: number, last: number): boolean =>
      ranges.some(([from, to]) => from <= last && to >= first)
    for (const letter of 'پچژگکی۰۹٪٬٫«»\u200c')
      expect(maps(letter.codePointAt(0)!, letter.codePointAt(0)!)).toBe(true)
    expect(maps(0xfdfc, 0xfdfc)).toBe(true)
    expect(maps(0xfb50, 0xfdfb)).toBe(false)
    expect(maps(0xfe70, 0xfeff)).toBe(false)
  },
)
