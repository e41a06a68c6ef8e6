import fc from 'fast-check'
import { expect, test } from 'vitest'
import { finishPdf } from '../../src/finish/finish.ts'
import { inspectPdf } from '../../src/finish/inspect.ts'
import { checkSeal } from '../../src/finish/seal.ts'
import { run, skiaFile } from './skia.ts'

const pdf = Buffer.from(finishPdf(skiaFile(run(100, 100, ['ا', 'ب'])), { metadata: {} }).pdf)

test('a finished file bears a seal that holds, and its identifier begins with it', () => {
  const { seal, intact } = checkSeal(pdf)!
  expect(intact).toBe(true)
  expect(pdf.toString('latin1')).toContain(`/ID [<${seal.slice(0, 32)}> <${seal.slice(0, 32)}>]`)
})

test('no byte can change unseen', () => {
  const anyByte = fc.integer({ min: 0, max: pdf.length - 1 })
  fc.assert(
    fc.property(anyByte, fc.integer({ min: 1, max: 255 }), (at, by) => {
      const changed = Buffer.from(pdf)
      changed[at] = changed[at]! ^ by
      return checkSeal(changed)?.intact !== true
    }),
    { numRuns: 1000 },
  )
})

test('a stream without a length is no file that hangs us', () => {
  const at = pdf.indexOf('/Length ') + 8
  const broken = Buffer.from(pdf)
  broken.write(']', at, 'latin1')
  expect(inspectPdf(broken)).toEqual({ unknown: 'verify/damaged' })
})

test('a file without a seal has none', () => {
  expect(checkSeal(Buffer.from(finishPdf(skiaFile('')).pdf))).toBeUndefined()
})
