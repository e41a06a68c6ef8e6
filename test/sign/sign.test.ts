// Signing: what is appended, what is refused, and that readers find it whole.
import { createHash } from 'node:crypto'
import { PDF } from '@libpdf/core'
import * as asn1js from 'asn1js'
import { ContentInfo, SignedData } from 'pkijs'
import { describe, expect, test } from 'vitest'
import { openPkcs12 } from '../../src/sign/pkcs12.ts'
import { signPdf } from '../../src/sign/sign.ts'
import type { SignOptions } from '../../src/sign/sign.ts'
import { readSignatures } from '../../src/sign/signatures.ts'
import { answer, refusal } from './authority.ts'
import { key, noon, office, toPdf } from './documents.ts'

const curve: SignOptions = { ...office, p12: key('curve') }
const failure = async (work: Promise<unknown> | (() => unknown)): Promise<unknown> => {
  try {
    await (typeof work === 'function' ? work() : work)
    return 'nothing'
  } catch (error) {
    return (error as { code?: string }).code ?? error
  }
}
/** The text that an update appended. */
const update = (signed: Uint8Array, original: Uint8Array): string =>
  Buffer.from(signed.subarray(original.length)).toString('latin1')

describe('a key file', () => {
  test.each([
    ['office', 'office', 'rsa', 1],
    ['curve', 'office', 'ec', 1],
    ['legacy', 'office', 'rsa', 1],
    ['unsealed', 'office', 'ec', 0],
    ['persian', 'رمز آزمون', 'ec', 0],
    ['persian-legacy', 'رمز آزمون', 'ec', 0],
  ])('%s opens', (name, passphrase, kind, issuers) => {
    const opened = openPkcs12(key(name), passphrase)
    expect(opened.key.asymmetricKeyType).toBe(kind)
    expect(opened.certificate.checkPrivateKey(opened.key)).toBe(true)
    expect(opened.issuers).toHaveLength(issuers)
  })

  test.each([
    ['office', 'Office', 'sign/passphrase'],
    ['office', '', 'sign/passphrase'],
    ['legacy', 'x', 'sign/passphrase'],
    ['unsealed', 'x', 'sign/passphrase'],
    ['persian', 'رمز', 'sign/passphrase'],
    ['certificate', 'office', 'sign/key-missing'],
  ])('%s with «%s» is refused: %s', async (name, passphrase, code) => {
    expect(await failure(() => openPkcs12(key(name), passphrase))).toBe(code)
  })

  test('anything else is no key file', async () => {
    const whole = key('office')
    const files = [
      Buffer.alloc(0),
      toPdf(),
      whole.subarray(0, -9),
      Buffer.from('-----BEGIN CERTIFICATE-----'),
    ]
    for (const file of files) expect(await failure(() => openPkcs12(file, 'office'))).toBe('sign/key-format')
  })

  test('broken anywhere, it is refused in one of the ways that have words', async () => {
    const whole = key('legacy')
    for (let at = 0; at < whole.length; at += 67) {
      const broken = Buffer.from(whole)
      broken[at] = broken[at]! ^ 0x55
      expect(await failure(() => openPkcs12(broken, 'office'))).toMatch(/^sign\/(?:key|pass|cert)/)
    }
  })

  test.each([
    ['2020-06-01', 'nothing'],
    ['2021-01-02', 'sign/certificate-expired'],
    ['2019-12-31', 'sign/certificate-early'],
  ])('a certificate for 2020 on %s: %s', async (day, outcome) => {
    const options = { ...office, p12: key('expired'), time: new Date(day) }
    expect(await failure(signPdf(toPdf(), options))).toBe(outcome)
  })
})

describe('a signature', () => {
  test('is appended, and reads as whole, valid and by the office', async () => {
    const original = toPdf()
    const signed = await signPdf(original, { ...office, reason: 'تأیید (نهایی)', location: 'Tabriz (1)' })
    expect(Buffer.from(signed.subarray(0, original.length)).equals(original)).toBe(true)
    expect(await readSignatures(signed)).toEqual([
      {
        kind: 'signature',
        signer: 'دبیرخانهٔ آزمون',
        issuer: 'Test authority',
        fingerprint: openPkcs12(office.p12, 'office').certificate.fingerprint256,
        time: noon,
        coversWhole: true,
        end: signed.length,
        intact: true,
        signatureValid: true,
        certificateValid: true,
        selfSigned: false,
      },
    ])
    const dictionary = (await PDF.load(signed)).getForm()?.getSignatureFields()[0]?.getSignatureDict()
    expect(dictionary?.getString('Reason')?.asString()).toBe('تأیید (نهایی)')
    expect(dictionary?.getString('Location')?.asString()).toBe('Tabriz (1)')
  })

  test('has the attributes of PAdES baseline and not the time of signing', async () => {
    for (const options of [office, curve]) {
      const signed = Buffer.from(await signPdf(toPdf(), options)).toString('latin1')
      const contents = Buffer.from(/\/Contents <([0-9a-f]+)>/.exec(signed)?.[1] ?? '', 'hex')
      const cms = new SignedData({ schema: ContentInfo.fromBER(contents).content })
      const attributes = cms.signerInfos[0]?.signedAttrs?.attributes ?? []
      expect(attributes.map(({ type }) => type).toSorted()).toEqual([
        '1.2.840.113549.1.9.16.2.47',
        '1.2.840.113549.1.9.3',
        '1.2.840.113549.1.9.4',
      ])
      // A set in DER is in the order of its members' bytes.
      const encoded = attributes.map((one) => Buffer.from(one.toSchema().toBER()))
      expect(encoded).toEqual(encoded.toSorted(Buffer.compare))
      const { offset } = asn1js.fromBER(contents)
      expect(contents.subarray(offset).every((byte) => byte === 0)).toBe(true)
    }
  })

  test('is on no page, prints, and is locked', async () => {
    const original = toPdf()
    const text = update(await signPdf(original, office), original)
    expect(text).toMatch(/\/F 132\b/)
    expect(text).toMatch(/\/Rect \[0 0 0 0\]/)
    expect(text).toMatch(/\/SigFlags 3\b/)
    expect(text).not.toContain('/Annots')
  })

  test('with RSA and a fixed time is the same twice', async () => {
    const [one, other] = [await signPdf(toPdf(), office), await signPdf(toPdf(), office)]
    expect(Buffer.from(one).equals(other)).toBe(true)
  })

  test('of a file with cross-reference streams is valid, too', async () => {
    const original = await (await PDF.load(toPdf())).save({ useXRefStream: true })
    const signed = await signPdf(original, curve)
    expect(await readSignatures(signed)).toMatchObject([
      { coversWhole: true, intact: true, signatureValid: true },
    ])
  })

  test('a second by another keeps the first, which then covers no longer the whole', async () => {
    const first = await signPdf(toPdf(), office)
    const both = await signPdf(first, { ...curve, time: new Date(noon.getTime() + 60_000) })
    expect(await readSignatures(both)).toMatchObject([
      { signer: 'دبیرخانهٔ آزمون', coversWhole: false, end: first.length, intact: true, signatureValid: true },
      { signer: 'Test office', coversWhole: true, intact: true, signatureValid: true },
    ])
    expect(update(both, first)).toContain('/T (Signature2)')
    expect(await readSignatures(both.subarray(0, first.length))).toMatchObject([{ coversWhole: true }])
  })

  test('a second by the same is refused, unless something was added meanwhile', async () => {
    const first = await signPdf(toPdf(), office)
    expect(await failure(signPdf(first, office))).toBe('sign/again')
    const both = await signPdf(await signPdf(first, curve), office)
    expect(await readSignatures(both)).toHaveLength(3)
  })

  test('a form that is there keeps its fields', async () => {
    const field = '<</FT /Tx /T (Signature1) /V (x)>>'
    for (const catalog of [' /AcroForm <</Fields [4 0 R]>>', ' /AcroForm 5 0 R']) {
      const original = toPdf(catalog, [field, '<</Fields [4 0 R]>>'])
      const signed = await signPdf(original, office)
      const names = (await PDF.load(signed))
        .getForm()
        ?.getFields()
        .map(({ name }) => name)
      expect(names).toEqual(['Signature1', 'Signature2'])
    }
  })
})

describe('what cannot be signed', () => {
  const encrypted = async (): Promise<Uint8Array> => {
    const pdf = await PDF.load(toPdf())
    pdf.setProtection({ userPassword: '', ownerPassword: 'x' })
    return pdf.save()
  }
  test.each([
    ['nothing', (): Uint8Array => Buffer.alloc(0)],
    ['a text', (): Uint8Array => Buffer.from('سلام')],
    ['a page', (): Uint8Array => Buffer.from('<!doctype html><title>x</title>')],
    ['half a file', (): Uint8Array => toPdf().subarray(0, 200)],
    ['an end cut off', (): Uint8Array => toPdf().subarray(0, -40)],
    ['an encrypted file', encrypted],
  ])('%s', async (_, make) => {
    expect(await failure(signPdf(await make(), office))).toBe('sign/document')
  })

  test('a file that its author has certified against every change', async () => {
    const certifying = (allowed: number): Buffer =>
      toPdf(' /Perms <</DocMDP 4 0 R>>', [
        `<</Type /Sig /Reference [<</TransformMethod /DocMDP /TransformParams <</P ${allowed}>>>>]>>`,
      ])
    expect(await failure(signPdf(certifying(1), office))).toBe('sign/certified')
    expect(await failure(signPdf(certifying(2), office))).toBe('nothing')
  })
})

describe('a time-stamp', () => {
  const by = (timestamp: SignOptions['timestamp']): Promise<Uint8Array> =>
    signPdf(toPdf(), { ...office, timestamp })

  test('stands for the signature and is found again', async () => {
    const asked: Uint8Array[] = []
    const signed = await by((request) => {
      asked.push(request)
      return answer(request)
    })
    expect(await readSignatures(signed)).toMatchObject([
      {
        time: noon,
        timeStamp: { time: new Date('2026-03-21T08:30:05Z'), authority: 'Test clock', valid: true },
        coversWhole: true,
        intact: true,
        signatureValid: true,
      },
    ])
    const text = Buffer.from(signed).toString('latin1')
    const contents = Buffer.from(/\/Contents <([0-9a-f]+)>/.exec(text)?.[1] ?? '', 'hex')
    const cms = new SignedData({ schema: ContentInfo.fromBER(contents).content })
    const value = Buffer.from(cms.signerInfos[0]!.signature.getValue())
    const imprint = createHash('sha256').update(value).digest('hex')
    expect(asked.map((one) => Buffer.from(one).toString('hex'))).toEqual([expect.stringContaining(imprint)])
  })

  test.each([
    ['a refusal', (): Buffer => refusal('unknown policy'), 'sign/timestamp-refused'],
    ['nothing', (): Buffer => Buffer.alloc(0), 'sign/timestamp-answer'],
    ['a page', (): Buffer => Buffer.from('<!doctype html>'), 'sign/timestamp-answer'],
    [
      'a stamp of other bytes',
      (asked: Uint8Array) => answer(asked, { wrong: true }),
      'sign/timestamp-answer',
    ],
    [
      'a stamp by another key',
      (asked: Uint8Array) => answer(asked, { by: 'curve' }),
      'sign/timestamp-answer',
    ],
  ])('%s instead of one is refused', async (_, respond, code) => {
    expect(await failure(by(async (request) => respond(request)))).toBe(code)
  })

  test('a refusal is told in its own words', async () => {
    await expect(by(async () => refusal('unknown policy'))).rejects.toMatchObject({
      values: { reason: 'unknown policy' },
    })
  })
})
