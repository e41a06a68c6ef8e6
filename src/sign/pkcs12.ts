/** A key file (PKCS#12, RFC 7292) → the key that signs, its certificate and those that vouch for it. */
import { createHmac, createPrivateKey, timingSafeEqual, X509Certificate } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import * as asn1js from 'asn1js'
import {
  AuthenticatedSafe,
  CertBag,
  EncryptedData,
  PFX,
  PKCS8ShroudedKeyBag,
  PrivateKeyInfo,
  SafeContents,
} from 'pkijs'
import type { ContentInfo } from 'pkijs'
import { SignFailure } from './failure.ts'
import { decrypt, deriveBytes, forMac, hashes, octets } from './pkcs12-cipher.ts'

export interface SigningKey {
  key: KeyObject
  certificate: X509Certificate
  /** Who vouches for the certificate, nearest first; as far as the file knows. */
  issuers: X509Certificate[]
}

const data = '1.2.840.113549.1.7.1'
const encryptedData = '1.2.840.113549.1.7.6'

/**
 * Opens a key file. Throws SignFailure: `sign/key-format`, `sign/passphrase`, `sign/key-missing`,
 * `sign/certificate-missing`, `sign/key-algorithm`.
 */
export function openPkcs12(p12: Uint8Array, passphrase: string): SigningKey {
  const { safe, sealed } = read(() => openSeal(p12, passphrase), 'sign/key-format')
  // Without a seal only the padding tells a wrong passphrase.
  const bags = read(
    () => safe.flatMap((part) => bagsOf(part, passphrase)),
    sealed ? 'sign/key-format' : 'sign/passphrase',
  )
  const keys = read(
    () => bags.flatMap(({ bagValue }) => keyOf(bagValue, passphrase) ?? []),
    sealed ? 'sign/key-format' : 'sign/passphrase',
  )
  const certificates = read(
    () => bags.flatMap(({ bagValue }) => certificateOf(bagValue) ?? []),
    'sign/key-format',
  )
  if (keys.length === 0) throw new SignFailure('sign/key-missing')
  for (const key of keys) {
    const certificate = certificates.find((one) => one.checkPrivateKey(key))
    if (certificate === undefined) continue
    // Others are not allowed in baseline signatures, or not understood everywhere.
    const kind = key.asymmetricKeyType ?? ''
    if (kind !== 'rsa' && kind !== 'ec') throw new SignFailure('sign/key-algorithm', { algorithm: kind })
    return { key, certificate, issuers: issuersOf(certificate, certificates) }
  }
  throw new SignFailure('sign/certificate-missing')
}

/** The parts of the file, once its seal (a MAC by the passphrase, where there is one) is found whole. */
function openSeal(p12: Uint8Array, passphrase: string): { safe: ContentInfo[]; sealed: boolean } {
  const { authSafe, macData } = new PFX({ schema: parsed(p12) })
  if (authSafe.contentType !== data)
    throw new SignFailure('sign/key-algorithm', { algorithm: authSafe.contentType })
  const content = octets(authSafe.content as asn1js.OctetString)
  if (macData !== undefined) {
    const { mac, macSalt, iterations = 1 } = macData
    const { algorithmId } = mac.digestAlgorithm
    const hash = hashes[algorithmId]?.name
    if (hash === undefined) throw new SignFailure('sign/key-algorithm', { algorithm: algorithmId })
    const sum = octets(mac.digest)
    const key = deriveBytes(hash, passphrase, octets(macSalt), iterations, forMac, sum.length)
    const own = createHmac(hash, key).update(content).digest()
    if (own.length !== sum.length || !timingSafeEqual(own, sum)) throw new SignFailure('sign/passphrase')
  }
  const { safeContents } = new AuthenticatedSafe({ schema: parsed(content) })
  return { safe: safeContents, sealed: macData !== undefined }
}

function bagsOf({ contentType, content }: ContentInfo, passphrase: string): SafeContents['safeBags'] {
  if (contentType === data)
    return new SafeContents({ schema: parsed(octets(content as asn1js.OctetString)) }).safeBags
  if (contentType !== encryptedData) throw new SignFailure('sign/key-algorithm', { algorithm: contentType })
  const { encryptedContentInfo: info } = new EncryptedData({ schema: content })
  const plain = decrypt(info.contentEncryptionAlgorithm, Buffer.from(info.getEncryptedContent()), passphrase)
  return new SafeContents({ schema: parsed(plain) }).safeBags
}

function keyOf(bag: unknown, passphrase: string): KeyObject | undefined {
  const pkcs8 =
    bag instanceof PKCS8ShroudedKeyBag
      ? decrypt(bag.encryptionAlgorithm, octets(bag.encryptedData), passphrase)
      : bag instanceof PrivateKeyInfo && Buffer.from(bag.toSchema().toBER())
  return pkcs8 ? createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' }) : undefined
}

function certificateOf(bag: unknown): X509Certificate | undefined {
  if (!(bag instanceof CertBag)) return undefined
  const { certValue } = bag
  return new X509Certificate(
    certValue instanceof asn1js.OctetString ? octets(certValue) : Buffer.from(certValue.toSchema().toBER()),
  )
}

function issuersOf(certificate: X509Certificate, all: X509Certificate[]): X509Certificate[] {
  const chain = [certificate]
  for (;;) {
    const last = chain.at(-1)!
    const next = all.find((one) => !chain.includes(one) && last.checkIssued(one))
    if (next === undefined) return chain.slice(1)
    chain.push(next)
  }
}

function parsed(bytes: Uint8Array): asn1js.AsnType {
  const { offset, result } = asn1js.fromBER(bytes)
  if (offset === -1) throw new Error(result.error)
  return result
}

/** What the file says; whatever goes wrong inside means the code, unless it has a code already. */
function read<T>(work: () => T, code: 'sign/key-format' | 'sign/passphrase'): T {
  try {
    return work()
  } catch (error) {
    throw error instanceof SignFailure ? error : new SignFailure(code, {}, error)
  }
}
