import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readMinutes } from '../../src/catalogue/read-minutes.ts'
import { toLatinDigits } from '../../src/persian/digits.ts'
import { Workspace } from './workspace.ts'

/** Real sentences, as somebody else would type pieces of them. */
const files = ['data/export-working-group.yaml', 'test/data/follow-up.yaml', 'test/data/forms.yaml']
const read = (name: string): string => readFileSync(join(import.meta.dirname, '../..', name), 'utf8')
const texts = files.map(read)
const passages = texts.flatMap((text, file) =>
  readMinutes(text, '')!.passages.flatMap((passage) => {
    const words = passage.text.split(/\s+/).filter(Boolean)
    return words.length < 2 ? [] : [{ file, words }]
  }),
)

/** What a hand, a keyboard or an old program makes of a text. */
const hands: ((text: string) => string)[] = [
  (text) => text.replaceAll('ی', 'ي').replaceAll('ک', 'ك'),
  (text) => text.replaceAll('ی', 'ى'),
  (text) => text.replaceAll('\u200c', ' '),
  (text) => text.replaceAll('\u200c', ''),
  (text) => text.replace(/[أإآ]/g, 'ا').replaceAll('ؤ', 'و').replaceAll('ئ', 'ی').replaceAll('ء', ''),
  (text) => text.replaceAll('ئی', 'یی'),
  (text) => text.replace(/[\u064b-\u0655]/g, ''),
  (text) => text.replaceAll('ه\u0654', 'ۀ'),
  (text) => text.replace(/(?<=[بتسشعفقکگلمنهی])(?=[بتسشعفقکگلمنهی])/, '\u0640\u0640'),
  (text) => toLatinDigits(text),
  (text) => text.replace(/[۰-۹]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0x90)),
  (text) => text.replace(/[،؛.:«»()]/g, ' '),
]

const workspace = new Workspace()
beforeAll(async () => {
  for (const [file, text] of texts.entries()) workspace.put(`${file}.yaml`, text)
  await workspace.index()
})
afterAll(() => workspace[Symbol.dispose]())

const piece = fc
  .tuple(fc.constantFrom(...passages), fc.nat(), fc.integer({ min: 1, max: 4 }))
  .map(([{ file, words }, at, count]) => {
    const start = at % words.length
    return { file, text: words.slice(start, start + count).join(' ') }
  })
const changed = fc
  .tuple(piece, fc.uniqueArray(fc.nat(hands.length - 1), { minLength: 1, maxLength: 4 }))
  .map(([{ file, text }, chosen]) => ({
    file,
    // The question itself holds no quote and no minus.
    text: chosen.reduce((said, hand) => hands[hand]!(said), text).replace(/[«»"“„‹]|(?<!\S)[-–−‐]/g, ' '),
  }))

it.each([
  ['words', (text: string) => text],
  ['a phrase', (text: string) => `"${text}"`],
])(
  'pieces of real minutes are found as %s by whoever types them otherwise',
  { timeout: 60_000 },
  async (_, asked) =>
    fc.assert(
      fc.asyncProperty(changed, async ({ file, text }) => {
        fc.pre(/[\p{L}\p{N}]/u.test(text))
        expect(await workspace.find(asked(text))).toContain(`${file}.yaml`)
      }),
      { numRuns: 400 },
    ),
)
