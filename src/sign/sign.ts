/**
 * The signing stage: a finished PDF, bytes to bytes, with a PAdES signature of level B-B or, with a time-stamp
 * authority, B-T (EN 319 142-1 clause 6) appended to it. It is the last step: whatever changes the file afterwards
 * shows. What is signed stays PDF/A-3 and PDF/UA-1, for nothing of it is touched and nothing new is to be seen.
 */
import { createHash } from 'node:crypto'
import { SignFailure } from './failure.ts'
import { readSignatures } from './signatures.ts'

export interface SignOptions {
  /** The key file (PKCS#12: `.p12`, `.pfx`) and what opens it. */
  p12: Uint8Array
  passphrase: string
  /** The time that the signature claims, and at which the certificate must be within its dates. */
  time: Date
  reason?: string | undefined
  location?: string | undefined
  /** Carries a request to a time-stamp authority and its answer back (RFC 3161). May throw a SignFailure. */
  timestamp?: ((request: Uint8Array) => Promise<Uint8Array>) | undefined
}

/** Tokens with the certificates of their authority have 2 to 8 kilobytes. */
const roomForToken = 16_384
/** Signatures by elliptic curves differ in length by some bytes. */
const spare = 32

/**
 * Signs a PDF. Others may have signed it before: theirs stay valid, as signatures of what they saw. With an RSA key and
 * without a time-stamp, the same input gives the same bytes.
 *
 * Throws SignFailure: what `openPkcs12` and `placeSignature` throw, `sign/certificate-expired`,
 * `sign/certificate-early`, `sign/again` where the last signature is by the same certificate, `sign/timestamp-refused`,
 * `sign/timestamp-answer`, and what `timestamp` throws.
 */
export async function signPdf(pdf: Uint8Array, options: SignOptions): Promise<Uint8Array> {
  const { p12, passphrase, time, reason, location, timestamp } = options
  const { openPkcs12 } = await import('./pkcs12.ts')
  const signing = openPkcs12(p12, passphrase)
  const { certificate } = signing
  if (time < certificate.validFromDate)
    throw new SignFailure('sign/certificate-early', { date: day(certificate.validFromDate) })
  if (time > certificate.validToDate)
    throw new SignFailure('sign/certificate-expired', { date: day(certificate.validToDate) })
  const before = await readSignatures(pdf)
  if (
    before.some(
      ({ fingerprint, coversWhole, intact, signatureValid }) =>
        fingerprint === certificate.fingerprint256 && coversWhole && intact && signatureValid,
    )
  )
    throw new SignFailure('sign/again')

  const [{ hashFor, signDigest }, { placeSignature }] = await Promise.all([
    import('./cms.ts'),
    import('./place.ts'),
  ])
  const hash = hashFor(signing)
  const digest = (...pieces: Uint8Array[]): Buffer => {
    const sum = createHash(hash)
    for (const piece of pieces) sum.update(piece)
    return sum.digest()
  }
  const size = signDigest(signing, digest()).toDer().length + spare
  const room = timestamp === undefined ? size : size + roomForToken
  const place = await placeSignature(pdf, { room, time, reason, location })
  const cms = signDigest(signing, digest(...place.signed))
  if (timestamp === undefined) return place.fill(cms.toDer())
  const { toRequest, tokenOf } = await import('./timestamp.ts')
  const whole = cms.toDer(tokenOf(await timestamp(toRequest(cms.signature)), cms.signature))
  if (whole.length > room) throw new SignFailure('sign/timestamp-answer')
  return place.fill(whole)
}

const day = (date: Date): string => date.toISOString().slice(0, 10)
