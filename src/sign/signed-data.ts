/**
 * A CMS signature, looked at: does it belong to these bytes, and did the key of its certificate make it? Whom to
 * trust is not asked: no authority is known here, and no list of revoked certificates is fetched.
 */
import { constants, createHash, verify, X509Certificate } from 'node:crypto'
import * as asn1js from 'asn1js'
import { Certificate, ContentInfo, IssuerAndSerialNumber, RSASSAPSSParams, SignedData } from 'pkijs'
import type { Attribute, SignerInfo } from 'pkijs'
import { hashOf, ids, strongHashes } from './ids.ts'
import type { Hash } from './ids.ts'

export interface CheckedCms {
  /** The certificate that the signer names. */
  certificate: X509Certificate
  /** Whether the bytes are those that were signed. */
  intact: boolean
  /** Whether the certificate's key made the signature, and the certificate is the one that was meant. */
  valid: boolean
  /** What is inside: of a time-stamp its statement; nothing in a signature of a document. */
  content: Buffer | undefined
  contentType: string
  /** The signature's own bytes, for which a time-stamp stands. */
  signature: Buffer
  token: Buffer | undefined
}

/**
 * Looks at a signature of the given pieces or, where none are given, of its own content. Throws where it cannot be
 * read, or uses a hash or key that is not known: whatever was thrown, the signature is broken.
 */
export function checkCms(der: Uint8Array, pieces?: Uint8Array[]): CheckedCms {
  const signed = new SignedData({ schema: ContentInfo.fromBER(der).content })
  const [signer, ...others] = signed.signerInfos
  if (signer === undefined || others.length > 0) throw new Error('not one signer')
  const { eContent, eContentType } = signed.encapContentInfo
  const content = eContent === undefined ? undefined : Buffer.from(eContent.getValue())
  if ((content === undefined) === (pieces === undefined))
    throw new Error('content where none belongs, or none')
  const whole = pieces ?? [content!]
  const certificate = certificateOf(signed, signer)
  const hash = hashOf(signer.digestAlgorithm.algorithmId)
  if (hash === undefined) throw new Error('hash not known')
  const { signedAttrs } = signer
  const signature = Buffer.from(signer.signature.getValue())
  const result = { certificate, content, contentType: eContentType, signature, token: tokenOf(signer) }
  if (signedAttrs === undefined) {
    const valid = isSignedBy(certificate, signer, hash, Buffer.concat(whole), signature)
    return { ...result, valid, intact: valid }
  }
  const digest = createHash(hash)
  for (const piece of whole) digest.update(piece)
  const said = only(signedAttrs.attributes, ids.messageDigest) as asn1js.OctetString
  const type = only(signedAttrs.attributes, ids.contentType) as asn1js.ObjectIdentifier
  return {
    ...result,
    intact: Buffer.from(said.getValue()).equals(digest.digest()),
    valid:
      type.getValue() === eContentType &&
      meansCertificate(signedAttrs.attributes, certificate) &&
      isSignedBy(certificate, signer, hash, Buffer.from(signedAttrs.encodedValue), signature),
  }
}

function certificateOf({ certificates = [] }: SignedData, { sid }: SignerInfo): X509Certificate {
  const all = certificates.filter((one) => one instanceof Certificate)
  const found = all.find((one) =>
    sid instanceof IssuerAndSerialNumber
      ? one.issuer.isEqual(sid.issuer) && one.serialNumber.isEqual(sid.serialNumber)
      : keyIdentifier(one)?.equals(Buffer.from((sid as asn1js.OctetString).valueBlock.valueHexView)),
  )
  if (found === undefined) throw new Error('no certificate of the signer')
  return new X509Certificate(Buffer.from(found.toSchema().toBER()))
}

function keyIdentifier({ extensions = [] }: Certificate): Buffer | undefined {
  const extension = extensions.find(({ extnID }) => extnID === '2.5.29.14')
  if (extension === undefined) return undefined
  const { result } = asn1js.fromBER(extension.extnValue.getValue())
  return Buffer.from((result as asn1js.OctetString).valueBlock.valueHexView)
}

/** Whether the signed reference to the certificate, where there is one, is to this (RFC 5035). */
function meansCertificate(attributes: Attribute[], { raw }: X509Certificate): boolean {
  if (!attributes.some(({ type }) => type === ids.signingCertificateV2)) return true
  const certs = inside(only(attributes, ids.signingCertificateV2))[0]
  const [first, second] = inside(inside(certs)[0])
  const other = first instanceof asn1js.Sequence
  const hash = other ? hashOf((inside(first)[0] as asn1js.ObjectIdentifier).getValue()) : 'sha256'
  const said = (other ? second : first) as asn1js.OctetString
  if (hash === undefined) throw new Error('hash not known')
  return Buffer.from(said.getValue()).equals(createHash(hash).update(raw).digest())
}

function isSignedBy(
  { publicKey: key }: X509Certificate,
  { signatureAlgorithm }: SignerInfo,
  hash: Hash,
  data: Buffer,
  signature: Buffer,
): boolean {
  const { algorithmId, algorithmParams } = signatureAlgorithm
  const family = key.asymmetricKeyType
  if (algorithmId === ids.rsaPss) {
    const params = new RSASSAPSSParams({ schema: algorithmParams })
    const name = hashOf(params.hashAlgorithm.algorithmId)
    if (name !== hash || (family !== 'rsa' && family !== 'rsa-pss')) throw new Error('algorithm not known')
    const padding = constants.RSA_PKCS1_PSS_PADDING
    return verify(name, data, { key, padding, saltLength: params.saltLength }, signature)
  }
  if (family === 'rsa' && (algorithmId === ids.rsa || algorithmId === ids.rsaWith[hash]))
    return verify(hash, data, key, signature)
  if (family === 'ec') {
    const own = strongHashes.find((one) => ids.ecdsaWith[one] === algorithmId)
    if (own !== undefined) return verify(own, data, key, signature)
  }
  throw new Error('algorithm not known')
}

function tokenOf({ unsignedAttrs }: SignerInfo): Buffer | undefined {
  const value = unsignedAttrs?.attributes.find(({ type }) => type === ids.timeStampToken)?.values[0]
  return value === undefined ? undefined : Buffer.from((value as asn1js.BaseBlock).toBER())
}

/** The one value of the one attribute of a type. */
function only(attributes: Attribute[], wanted: string): asn1js.BaseBlock {
  const [found, ...more] = attributes.filter(({ type }) => type === wanted)
  if (found?.values.length !== 1 || more.length > 0) throw new Error('not one value')
  return found.values[0] as asn1js.BaseBlock
}

const inside = (block: asn1js.BaseBlock | undefined): asn1js.BaseBlock[] =>
  (block as asn1js.Sequence).valueBlock.value as asn1js.BaseBlock[]
