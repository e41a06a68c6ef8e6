import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import subsetFont from 'subset-font'
import { expect, test } from 'vitest'
import { readFace } from '../../src/print/font-face.ts'
import { Desk } from '../e2e/cli.ts'

const ours = await readFile(join(import.meta.dirname, '../../fonts/Vazirmatn-Regular.woff2'))
const letters = 'آزمون نامه ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی۰۱۲۳۴۵۶۷۸۹.،:'

/** Our font as its licence would have it if it said so in fsType. */
async function licensed(fsType: number): Promise<Buffer> {
  const font = await subsetFont(ours, letters, { targetFormat: 'truetype' })
  const record = font.indexOf('OS/2', 12, 'latin1')
  font.writeUInt16BE(fsType, font.readUInt32BE(record + 8) + 8)
  return subsetFont(font, letters, { targetFormat: 'woff2' })
}

test('names and letters of a WOFF2', () => {
  const face = readFace(ours)!
  expect(face.names).toContain('Vazirmatn-Regular')
  expect(['پ', 'Ğ', 'ə', '۹'].map((letter) => face.has(letter.codePointAt(0)!))).toEqual([
    true,
    true,
    true,
    true,
  ])
  expect(face.has(0x4e2d)).toBe(false)
})

test('a font that may not be embedded; preview and editing may, and so may what is both', async () => {
  const restricted = async (fsType: number): Promise<boolean> => readFace(await licensed(fsType))!.restricted
  expect(await Promise.all([0, 2, 4, 8, 6, 0x102].map(restricted))).toEqual([
    false,
    true,
    false,
    false,
    false,
    true,
  ])
})

test('an office with such a font is told, where it names it', async () => {
  using desk = new Desk()
  desk.put('jalaseh.yaml', 'font: { name: Office, regular: fonts/a.woff2, bold: fonts/a.woff2 }\n')
  desk.put('fonts/a.woff2', await licensed(2))
  desk.put('m.yaml', 'meeting: { title: آزمون }\n')
  const { code, stdout } = await desk.run(['check', 'm.yaml', '--json'])
  expect(code).toBe(1)
  const { faults } = JSON.parse(stdout) as { faults: { code: string; file: string; line: number }[] }
  expect(faults.filter((one) => one.code === 'file/font-restricted')).toMatchObject([
    { file: 'jalaseh.yaml', line: 1 },
    { file: 'jalaseh.yaml', line: 1 },
  ])
})
