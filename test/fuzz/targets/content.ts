/** The contents of a page: cut into operators, and written anew, whatever they are. */
import assert from 'node:assert/strict'
import { finishPdf } from '../../../src/finish/finish.ts'
import { tokenize } from '../../../src/finish/lexer.ts'
import { pageNumbers, readPdfFile, streamBytes } from '../../../src/finish/pdf-file.ts'
import { run, skiaFile } from '../../finish/skia.ts'
import { mutate } from '../mutate.ts'
import { contentWords } from '../pdf-words.ts'
import { printed } from '../printed.ts'
import type { Target } from '../target.ts'

const own = [
  run(500, 700, ['م', 'ا', 'ل', 'س']) + run(100, 700, ['a', 'b', 'c']),
  run(400, 650, ['(', '۱', '۲', ')', { glyph: ' ', text: '\u200c' }, 'ی', { glyph: 'ل', text: 'لا' }]),
  `q 1 0 0 1 5 5 cm\n/P <</MCID 0>> BDC\n${run(300, 600, ['ن', 'و'])}EMC\nQ\n`,
]

/** Of the first pages of a printed file. */
const contentsOf = (pdf: Uint8Array): string[] => {
  const file = readPdfFile(pdf)
  if (file === undefined) return []
  return pageNumbers(file).flatMap((number) => {
    const contents = /\/Contents (\d+)/.exec(file.objects.get(number)?.value ?? '')?.[1]
    const object = file.objects.get(Number(contents))
    return object === undefined ? [] : [streamBytes(object)?.toString('latin1') ?? '']
  })
}
const seeds = [...own, ...printed('raw').flatMap(contentsOf)].map((text) => text.slice(0, 60_000))

export const content: Target = {
  make: (random) => {
    const text = mutate(random.pick(seeds) ?? '', random, {
      words: contentWords,
      others: seeds,
      highest: 0xff,
    })
    return Buffer.from(text, 'latin1')
  },
  check(bytes) {
    const text = bytes.toString('latin1')
    const operators = tokenize(text)
    let at = 0
    for (const { from, to } of operators) {
      assert.ok(from === at && to >= from, `a gap at ${at}`)
      at = to
    }
    assert.ok(operators.length === 0 || at === text.length, 'what follows the last operator is lost')
    const { pdf, report } = finishPdf(skiaFile(text), { metadata: { language: 'fa-IR' } })
    assert.ok(report.finished)
    assert.ok(readPdfFile(pdf))
  },
}
