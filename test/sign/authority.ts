/** A time-stamp authority on this machine: real requests, real answers (RFC 3161), made by other code than ours. */
import { createServer } from 'node:http'
import type { RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import * as asn1js from 'asn1js'
import {
  AlgorithmIdentifier,
  Attribute,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  MessageImprint,
  PKIStatusInfo,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
  TimeStampReq,
  TimeStampResp,
  TSTInfo,
} from 'pkijs'
import { openPkcs12 } from '../../src/sign/pkcs12.ts'
import { key } from './documents.ts'

export interface AnswerOptions {
  /** The key file that signs. */
  by?: string
  time?: Date
  /** Stamps other bytes than it was asked to. */
  wrong?: boolean
}

/** The answer to a request. */
export async function answer(
  request: Uint8Array,
  { by = 'tsa', time = new Date('2026-03-21T08:30:05Z'), wrong = false }: AnswerOptions = {},
): Promise<Buffer> {
  const { messageImprint } = TimeStampReq.fromBER(request)
  const imprint = Buffer.from(messageImprint.hashedMessage.getValue())
  if (wrong) imprint[0] = imprint[0]! ^ 1
  const content = new TSTInfo({
    version: 1,
    policy: '1.2.3.4.1',
    messageImprint: new MessageImprint({
      hashAlgorithm: messageImprint.hashAlgorithm,
      hashedMessage: new asn1js.OctetString({ valueHex: new Uint8Array(imprint).buffer }),
    }),
    serialNumber: new asn1js.Integer({ value: 7 }),
    genTime: time,
  })
    .toSchema()
    .toBER()
  const { key: own, certificate } = openPkcs12(key(by), 'office')
  const pki = Certificate.fromBER(certificate.raw)
  const digest = await crypto.subtle.digest('SHA-256', content)
  const type = '1.2.840.113549.1.9.16.1.4'
  const signed = new SignedData({
    version: 3,
    digestAlgorithms: [new AlgorithmIdentifier({ algorithmId: '2.16.840.1.101.3.4.2.1' })],
    encapContentInfo: new EncapsulatedContentInfo({
      eContentType: type,
      eContent: new asn1js.OctetString({ valueHex: content }),
    }),
    certificates: [pki],
    signerInfos: [
      new SignerInfo({
        version: 1,
        sid: new IssuerAndSerialNumber({ issuer: pki.issuer, serialNumber: pki.serialNumber }),
        signedAttrs: new SignedAndUnsignedAttributes({
          type: 0,
          attributes: [
            new Attribute({
              type: '1.2.840.113549.1.9.3',
              values: [new asn1js.ObjectIdentifier({ value: type })],
            }),
            new Attribute({
              type: '1.2.840.113549.1.9.4',
              values: [new asn1js.OctetString({ valueHex: digest })],
            }),
          ],
        }),
      }),
    ],
  })
  const pkcs8 = own.export({ format: 'der', type: 'pkcs8' })
  const algorithm =
    own.asymmetricKeyType === 'rsa'
      ? { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }
      : { name: 'ECDSA', namedCurve: 'P-384' }
  const signing = await crypto.subtle.importKey('pkcs8', new Uint8Array(pkcs8), algorithm, false, ['sign'])
  await signed.sign(signing, 0, 'SHA-256')
  const timeStampToken = new ContentInfo({
    contentType: '1.2.840.113549.1.7.2',
    content: signed.toSchema(true),
  })
  const response = new TimeStampResp({ status: new PKIStatusInfo({ status: 0 }), timeStampToken })
  return Buffer.from(response.toSchema().toBER())
}

/** An answer that says no. */
export function refusal(words: string): Buffer {
  const status = new PKIStatusInfo({ status: 2, statusStrings: [new asn1js.Utf8String({ value: words })] })
  return Buffer.from(new TimeStampResp({ status }).toSchema().toBER())
}

/** Listens on the loopback; `requests` are the bodies it was sent. */
export async function listen(
  respond: (body: Buffer, response: Parameters<RequestListener>[1]) => void | Promise<void>,
): Promise<{ url: string; requests: Buffer[] } & AsyncDisposable> {
  const requests: Buffer[] = []
  const server = createServer(async (request, response) => {
    const body = Buffer.concat(await request.toArray())
    requests.push(body)
    await respond(body, response)
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/tsa`,
    requests,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
