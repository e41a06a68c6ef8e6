/**
 * The signatures of a PDF, looked at without a network: what each covers, whether what it covers is unchanged, and
 * whose key made it. It is not said whether the signer is who he says he is: for that one must know whom to trust.
 */
import type { X509Certificate } from 'node:crypto'
import { findClaims } from './byte-range.ts'
import type { Claim } from './byte-range.ts'

export interface Signature {
  /** A person's or an office's, or only a time-stamp of the whole document (ETSI.RFC3161). */
  kind: 'signature' | 'time-stamp'
  /** The common name in the certificate, else the whole name; '' where no certificate can be read. */
  signer: string
  issuer: string
  /** SHA-256 of the certificate, as `AB:CD:…`, to compare with the one that an office has published. */
  fingerprint: string
  /** When it was signed, by the signer's own word. */
  time?: Date
  /** When it was signed, by an authority's. */
  timeStamp?: { time: Date; authority: string; valid: boolean }
  /** Whether nothing stands behind what was signed. Of several signatures only the last covers the whole. */
  coversWhole: boolean
  /** The length of the file when it was signed: what comes behind it was added later. */
  end: number
  /** Whether every byte it covers is as it was. */
  intact: boolean
  /** Whether the certificate's key made it. */
  signatureValid: boolean
  /** Whether the certificate was within its dates at the time-stamp's time, else at the signer's. */
  certificateValid: boolean
  /** Whether the certificate only vouches for itself. */
  selfSigned: boolean
}

/**
 * All signatures in the order in which they were made. What cannot be read is one that is neither intact nor valid;
 * a file that is damaged or no PDF has none. Never throws.
 */
export async function readSignatures(pdf: Uint8Array): Promise<Signature[]> {
  const claims = findClaims(pdf)
  if (claims.length === 0) return []
  const { checkCms } = await import('./signed-data.ts')
  const { checkTimeStamp } = await import('./timestamp.ts')
  return claims.map((claim) => {
    const broken = brokenSignature(claim, pdf.length)
    const { signed, contents, format, time } = claim
    if (signed === undefined || contents === undefined) return broken
    try {
      const der = withoutPadding(contents)
      if (format === 'ETSI.RFC3161') {
        const { certificate, valid, time: stamped } = checkTimeStamp(der, ...signed)
        const timeStamp = { time: stamped, authority: nameOf(certificate.subject), valid }
        return { ...broken, ...about(certificate, stamped), timeStamp, intact: valid, signatureValid: valid }
      }
      if (format !== 'ETSI.CAdES.detached' && format !== 'adbe.pkcs7.detached') return broken
      const { certificate, intact, valid, token, signature } = checkCms(der, signed)
      const timeStamp = token && stampOf(() => checkTimeStamp(token, signature))
      const at = timeStamp?.valid ? timeStamp.time : time
      return {
        ...broken,
        ...about(certificate, at),
        ...(timeStamp && { timeStamp }),
        intact,
        signatureValid: valid,
      }
    } catch {
      return broken
    }
  })
}

function brokenSignature({ format, time, end }: Claim, length: number): Signature {
  return {
    kind: format === 'ETSI.RFC3161' ? 'time-stamp' : 'signature',
    signer: '',
    issuer: '',
    fingerprint: '',
    ...(time && { time }),
    coversWhole: end === length,
    end,
    intact: false,
    signatureValid: false,
    certificateValid: false,
    selfSigned: false,
  }
}

function about(
  certificate: X509Certificate,
  at: Date | undefined,
): Pick<Signature, 'signer' | 'issuer' | 'fingerprint' | 'certificateValid' | 'selfSigned'> {
  return {
    signer: nameOf(certificate.subject),
    issuer: nameOf(certificate.issuer),
    fingerprint: certificate.fingerprint256,
    certificateValid: at !== undefined && certificate.validFromDate <= at && at <= certificate.validToDate,
    selfSigned: certificate.subject === certificate.issuer,
  }
}

/** A token that cannot be read is one that is not valid. */
function stampOf(
  check: () => { time: Date; certificate: X509Certificate; valid: boolean },
): Signature['timeStamp'] {
  try {
    const { time, certificate, valid } = check()
    return { time, authority: nameOf(certificate.subject), valid }
  } catch {
    return { time: new Date(0), authority: '', valid: false }
  }
}

/** The common name of a distinguished name, as Node prints it: a line a part. */
function nameOf(distinguished: string): string {
  const parts = distinguished.split('\n')
  return parts.findLast((part) => part.startsWith('CN='))?.slice(3) ?? parts.join(', ')
}

/** The DER value at the start of a hole; only zeros may stand behind it. */
function withoutPadding(contents: Buffer): Buffer {
  const octets = contents[1]! & 0x7f
  const long = contents[1]! > 0x80 && octets <= 4
  const size = long ? 2 + octets + contents.readUIntBE(2, octets) : 2 + contents[1]!
  const indefinite = contents[1] === 0x80
  if (indefinite) return contents
  if (size > contents.length || contents.subarray(size).some((byte) => byte !== 0))
    throw new RangeError('more than padding')
  return contents.subarray(0, size)
}
