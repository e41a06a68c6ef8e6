/**
 * The signature itself: CMS SignedData (RFC 5652) with the attributes that PAdES baseline asks for (EN 319 142-1
 * clause 6.3) and none that it forbids: the time of signing stands in the PDF's own dictionary, not in the CMS.
 */
import { createHash, sign } from 'node:crypto'
import type { X509Certificate } from 'node:crypto'
import * as asn1js from 'asn1js'
import {
  AlgorithmIdentifier,
  Attribute,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from 'pkijs'
import { ids } from './ids.ts'
import type { SigningKey } from './pkcs12.ts'

export interface Cms {
  /** The bytes that a time-stamp stands for. */
  signature: Buffer
  /** The whole, with a time-stamp token where there is one. */
  toDer(token?: Uint8Array): Buffer
}

/** The hash that a key is strong enough for. */
export function hashFor({ key }: SigningKey): 'sha256' | 'sha384' | 'sha512' {
  const curve = key.asymmetricKeyDetails?.namedCurve
  return curve === 'secp521r1' ? 'sha512' : curve === 'secp384r1' ? 'sha384' : 'sha256'
}

/** Signs a document by its digest; with RSA the same key and digest give the same bytes. */
export function signDigest(signing: SigningKey, digest: Uint8Array): Cms {
  const hash = hashFor(signing)
  const certificate = toPki(signing.certificate)
  const attributes = ordered([
    new Attribute({ type: ids.contentType, values: [new asn1js.ObjectIdentifier({ value: ids.data })] }),
    new Attribute({ type: ids.messageDigest, values: [new asn1js.OctetString({ valueHex: copy(digest) })] }),
    new Attribute({ type: ids.signingCertificateV2, values: [certificateReference(signing.certificate)] }),
  ])
  const signature = sign(
    hash,
    Buffer.from(new asn1js.Set({ value: attributes.map((one) => one.toSchema()) }).toBER()),
    signing.key,
  )
  const digestAlgorithm = new AlgorithmIdentifier({ algorithmId: ids[hash] })
  const toDer = (token?: Uint8Array): Buffer => {
    const signer = new SignerInfo({
      version: 1,
      sid: new IssuerAndSerialNumber({ issuer: certificate.issuer, serialNumber: certificate.serialNumber }),
      digestAlgorithm,
      signedAttrs: new SignedAndUnsignedAttributes({ type: 0, attributes }),
      signatureAlgorithm: signatureAlgorithm(signing, hash),
      signature: new asn1js.OctetString({ valueHex: copy(signature) }),
      ...(token && {
        unsignedAttrs: new SignedAndUnsignedAttributes({ type: 1, attributes: [stamp(token)] }),
      }),
    })
    const signed = new SignedData({
      version: 1,
      digestAlgorithms: [digestAlgorithm],
      encapContentInfo: new EncapsulatedContentInfo({ eContentType: ids.data }),
      certificates: ordered([certificate, ...signing.issuers.map(toPki)]),
      signerInfos: [signer],
    })
    const whole = new ContentInfo({ contentType: ids.signedData, content: signed.toSchema() })
    return Buffer.from(whole.toSchema().toBER())
  }
  return { signature, toDer }
}

function signatureAlgorithm({ key }: SigningKey, hash: 'sha256' | 'sha384' | 'sha512'): AlgorithmIdentifier {
  return key.asymmetricKeyType === 'rsa'
    ? new AlgorithmIdentifier({ algorithmId: ids.rsaWith[hash], algorithmParams: new asn1js.Null() })
    : new AlgorithmIdentifier({ algorithmId: ids.ecdsaWith[hash] })
}

/** Which certificate is meant, so that nobody can put another in its place (RFC 5035; SHA-256 is its default). */
function certificateReference({ raw }: X509Certificate): asn1js.Sequence {
  const hash = new asn1js.OctetString({ valueHex: copy(createHash('sha256').update(raw).digest()) })
  return sequence(sequence(sequence(hash)))
}

function stamp(token: Uint8Array): Attribute {
  return new Attribute({ type: ids.timeStampToken, values: [asn1js.fromBER(token).result] })
}

/** The order that DER gives to the members of a set. */
function ordered<T extends Attribute | Certificate>(members: T[]): T[] {
  const encoded = (member: T): Buffer => Buffer.from(member.toSchema().toBER())
  return members.toSorted((a, b) => Buffer.compare(encoded(a), encoded(b)))
}

const toPki = ({ raw }: X509Certificate): Certificate => Certificate.fromBER(raw)
const sequence = (...value: asn1js.BaseBlock[]): asn1js.Sequence => new asn1js.Sequence({ value })
const copy = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer
