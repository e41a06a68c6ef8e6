/** An authority of our own and a certificate of it for a server on this machine, made for one run. */
import type { webcrypto } from 'node:crypto'
import * as asn1js from 'asn1js'
import { AltName, AttributeTypeAndValue, BasicConstraints, Certificate, Extension, GeneralName } from 'pkijs'

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
const day = 86_400_000

export interface ServerCertificate {
  /** PEM. */
  ca: string
  key: string
  cert: string
}

/** @param names DNS names the certificate is for */
export async function serverCertificate(names = ['localhost']): Promise<ServerCertificate> {
  const authority = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  const server = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  const ca = await certificate('authority', authority, 'authority', authority, [
    new Extension({
      extnID: '2.5.29.19',
      critical: true,
      extnValue: new BasicConstraints({ cA: true }).toSchema().toBER(),
    }),
  ])
  const cert = await certificate('server', server, 'authority', authority, [
    new Extension({
      extnID: '2.5.29.17',
      extnValue: new AltName({
        altNames: [
          ...names.map((value) => new GeneralName({ type: 2, value })),
          new GeneralName({
            type: 7,
            value: new asn1js.OctetString({ valueHex: new Uint8Array([127, 0, 0, 1]).buffer }),
          }),
        ],
      })
        .toSchema()
        .toBER(),
    }),
  ])
  const pkcs8 = await crypto.subtle.exportKey('pkcs8', server.privateKey)
  return { ca: pem('CERTIFICATE', ca), cert: pem('CERTIFICATE', cert), key: pem('PRIVATE KEY', pkcs8) }
}

async function certificate(
  name: string,
  { publicKey }: webcrypto.CryptoKeyPair,
  issuer: string,
  { privateKey }: webcrypto.CryptoKeyPair,
  extensions: Extension[],
): Promise<ArrayBuffer> {
  const made = new Certificate({ version: 2, serialNumber: new asn1js.Integer({ value: Date.now() % 1e9 }) })
  const commonName = (value: string): AttributeTypeAndValue =>
    new AttributeTypeAndValue({ type: '2.5.4.3', value: new asn1js.Utf8String({ value }) })
  made.subject.typesAndValues.push(commonName(name))
  made.issuer.typesAndValues.push(commonName(issuer))
  made.notBefore.value = new Date(Date.now() - day)
  made.notAfter.value = new Date(Date.now() + day)
  made.extensions = extensions
  await made.subjectPublicKeyInfo.importKey(publicKey)
  await made.sign(privateKey, 'SHA-256')
  return made.toSchema(true).toBER()
}

function pem(label: string, der: ArrayBuffer): string {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? []
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`
}
