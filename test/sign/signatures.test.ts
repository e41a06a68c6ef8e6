// Reading signatures: what was changed shows, and nothing that a file says can make the reader fail.
import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { signPdf } from '../../src/sign/sign.ts'
import { readSignatures } from '../../src/sign/signatures.ts'
import { checkTimeStamp, toRequest, tokenOf } from '../../src/sign/timestamp.ts'
import { answer } from './authority.ts'
import { changed, key, office, toPdf } from './documents.ts'

let signed: Buffer
let hole: { from: number; to: number }
beforeAll(async () => {
  signed = Buffer.from(await signPdf(toPdf(), { ...office, p12: key('curve') }))
  const from = signed.indexOf('/Contents <') + 10
  hole = { from, to: signed.indexOf('>', from) + 1 }
})

const broken = { intact: false, signatureValid: false, signer: '' }
const sound = { coversWhole: true, intact: true, signatureValid: true }

test('a file without a signature has none', async () => {
  for (const file of [toPdf(), Buffer.alloc(0), Buffer.from('سلام')])
    expect(await readSignatures(file)).toEqual([])
})

describe('a file changed after it was signed', () => {
  test('one byte outside the signature', async () => {
    for (let at = 0; at < signed.length; at += 11) {
      if (at >= hole.from && at < hole.to) continue
      const found = await readSignatures(changed(signed, at))
      expect(
        found.every(({ intact, signatureValid, coversWhole }) => intact && signatureValid && coversWhole),
      ).toBe(
        // A byte of its own mark can also hide the signature.
        found.length === 0,
      )
    }
  })

  test('a digit of the signature, or of the padding behind it', async () => {
    // The signature's value is the last thing in it.
    const last = hole.from + signed.toString('latin1', hole.from, hole.to).search(/0*>$/)
    for (const at of [last - 3, last - 40]) {
      const other = signed.toString('latin1', at, at + 1) === '5' ? '6' : '5'
      expect(await readSignatures(changed(signed, at, other))).toMatchObject([{ signatureValid: false }])
    }
    for (const at of [hole.to - 2, hole.to - 9])
      expect(await readSignatures(changed(signed, at, 'f'))).toMatchObject([broken])
  })

  test('whatever digit it is, there is an answer', async () => {
    for (let at = hole.from + 1; at < hole.to - 1; at += 97)
      expect(await readSignatures(changed(signed, at, 'a'))).toHaveLength(1)
  })

  test('bytes appended', async () => {
    for (const more of ['\n', '% more\n', toPdf().toString('latin1')]) {
      const longer = Buffer.concat([signed, Buffer.from(more, 'latin1')])
      expect(await readSignatures(longer)).toMatchObject([
        { ...sound, coversWhole: false, end: signed.length },
      ])
    }
  })

  test('cut short', async () => {
    expect(await readSignatures(signed.subarray(0, -1))).toMatchObject([{ ...broken, coversWhole: false }])
  })
})

test('a time-stamp stands for one signature only', async () => {
  const [one, other] = [Buffer.from('one'), Buffer.from('other')]
  const token = tokenOf(await answer(toRequest(one)), one)
  expect(checkTimeStamp(token, one).valid).toBe(true)
  expect(checkTimeStamp(token, other).valid).toBe(false)
})

describe('a range that is not all but the hole', () => {
  const range = /\/ByteRange \[0 (\d+) +(\d+) +(\d+) +\]/
  const withRange = (numbers: string): Buffer => {
    const text = signed.toString('latin1')
    const [whole = ''] = range.exec(text) ?? []
    return Buffer.from(text.replace(whole, `/ByteRange [${numbers}`.padEnd(whole.length - 1) + ']'), 'latin1')
  }
  test.each([
    '0 0 0 0',
    '0 1 2 3',
    '0 10 5 100',
    '5 10 20 30',
    '0 100 200 99999999999999999999',
    '0 999999999999999 999999999999999 1',
    '-1 -1 -1 -1',
    '0 1.5 2 3',
    '',
    'a b c d',
    '0 1 2',
  ])('[%s]', async (numbers) => {
    expect(await readSignatures(withRange(numbers))).toMatchObject([broken])
  })

  test('a hole with something beside the signature in it', async () => {
    const [, first = '', second = '', rest = ''] = range.exec(signed.toString('latin1')) ?? []
    const wider = withRange(`0 ${Number(first) - 10} ${second} ${rest}`)
    expect(await readSignatures(wider)).toMatchObject([broken])
    const longer = withRange(`0 ${first} ${Number(second) + 4} ${Number(rest) - 4}`)
    expect(await readSignatures(longer)).toMatchObject([broken])
  })

  test('contents that are said twice', async () => {
    const text = signed.toString('latin1').replace('/Filter /Adobe.PPKLite', '/Contents <00>        ')
    expect(await readSignatures(Buffer.from(text, 'latin1'))).toMatchObject([broken])
  })
})

test('garbage instead of a signature', async () => {
  const room = (hole.to - hole.from - 2) / 2
  const fillings = [
    Buffer.alloc(room),
    Buffer.alloc(room, 0xff),
    Buffer.alloc(room, '30'.repeat(100), 'hex'),
    Buffer.alloc(room, '3080', 'hex'),
    Buffer.alloc(room, toPdf()),
    Buffer.concat([Buffer.from('30820400', 'hex'), Buffer.alloc(room - 4, 'a08030', 'hex')]),
  ]
  for (const filling of fillings)
    expect(await readSignatures(changed(signed, hole.from + 1, filling.toString('hex')))).toMatchObject([
      broken,
    ])
})

test('deep nesting and very many signatures end soon', async () => {
  const dictionary = (contents: string): Buffer => {
    const object = `<</Type /Sig /SubFilter /ETSI.CAdES.detached /Contents <${contents}> /ByteRange [0 AAAAAAAAAA BBBBBBBBBB CCCCCCCCCC]>>`
    const text = toPdf('', [object]).toString('latin1')
    const at = text.indexOf(`<${contents}>`)
    const to = at + contents.length + 2
    const digits = (number: number): string => String(number).padEnd(10)
    return Buffer.from(
      text
        .replace('AAAAAAAAAA', digits(at))
        .replace('BBBBBBBBBB', digits(to))
        .replace('CCCCCCCCCC', digits(text.length - to)),
      'latin1',
    )
  }
  const start = performance.now()
  for (const nest of ['3080', '24800480', 'a080'])
    expect(await readSignatures(dictionary(nest.repeat(200_000)))).toMatchObject([
      { ...broken, coversWhole: true },
    ])
  const many = Buffer.from('1 0 obj <</ByteRange [0 1 2 3] /Contents <00>>> endobj\n'.repeat(200_000))
  expect((await readSignatures(many)).every(({ intact }) => !intact)).toBe(true)
  const streams = Buffer.from(
    '1 0 obj <</Length 9>> stream\n/ByteRange [0 1 2 3]\nendstream endobj\n'.repeat(100_000),
  )
  expect(await readSignatures(streams)).toEqual([])
  const open = Buffer.from('>>\nstream\n'.repeat(300_000))
  expect(await readSignatures(open)).toEqual([])
  expect(performance.now() - start).toBeLessThan(10_000)
})

test('an annex that is signed itself is not taken for a signature of the file', async () => {
  for (const annex of [signed, deflateSync(signed)]) {
    const object = `<</Type /EmbeddedFile /Length ${annex.length}>> stream\n${annex.toString('latin1')}\nendstream`
    expect(await readSignatures(toPdf('', [object]))).toEqual([])
    const whole = await signPdf(toPdf('', [object]), office)
    expect(await readSignatures(whole)).toMatchObject([sound])
  }
})

test('whatever the bytes, there is an answer', async () => {
  const pieces = fc.oneof(
    fc.constantFrom(
      '/ByteRange [',
      '0 10 20 30]',
      '/Contents <',
      '30820100>',
      '1 0 obj',
      'endobj',
      '<<',
      '>>',
      ' ',
    ),
    fc.constantFrom('stream\n', 'endstream', '/Length 5', '/SubFilter /ETSI.CAdES.detached', '/M (D:2026'),
    fc.string({ maxLength: 12 }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(pieces, { maxLength: 30 }), async (parts) => {
      const found = await readSignatures(Buffer.from(parts.join(''), 'latin1'))
      return found.every(({ intact, signatureValid }) => !intact && !signatureValid)
    }),
    { numRuns: 300 },
  )
})
