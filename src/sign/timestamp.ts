/** The dialogue with a time-stamp authority (RFC 3161): the question, and what its answer is worth. */
import { createHash, X509Certificate } from 'node:crypto'
import * as asn1js from 'asn1js'
import {
  AlgorithmIdentifier,
  Certificate,
  ExtKeyUsage,
  MessageImprint,
  TimeStampReq,
  TimeStampResp,
  TSTInfo,
} from 'pkijs'
import { SignFailure } from './failure.ts'
import { hashOf, ids } from './ids.ts'
import { checkCms } from './signed-data.ts'

export interface TimeStamp {
  time: Date
  certificate: X509Certificate
  /** Whether the authority's key made it, its certificate is for that purpose, and it stands for the given bytes. */
  valid: boolean
}

/**
 * Asks for the time of a signature. It has no nonce, so that the same signature asks the same; an answer from an
 * earlier asking would be as true.
 */
export function toRequest(signature: Uint8Array): Buffer {
  const request = new TimeStampReq({
    version: 1,
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithmId: ids.sha256, algorithmParams: new asn1js.Null() }),
      hashedMessage: new asn1js.OctetString({
        valueHex: new Uint8Array(createHash('sha256').update(signature).digest()).buffer,
      }),
    }),
    certReq: true,
  })
  return Buffer.from(request.toSchema().toBER())
}

/** The token of an answer. Throws SignFailure `sign/timestamp-refused` or, where it is none for us, `sign/timestamp-answer`. */
export function tokenOf(answer: Uint8Array, signature: Uint8Array): Buffer {
  let response: TimeStampResp
  try {
    response = TimeStampResp.fromBER(answer)
  } catch (error) {
    throw new SignFailure('sign/timestamp-answer', {}, error)
  }
  const { status, timeStampToken } = response
  // Granted, or granted with changes.
  if (status.status > 1) {
    const words = (status.statusStrings ?? []).map((one) => one.getValue()).join(' ')
    throw new SignFailure('sign/timestamp-refused', { reason: words || `PKIStatus ${status.status}` })
  }
  try {
    const token = Buffer.from(timeStampToken!.toSchema().toBER())
    if (checkTimeStamp(token, signature).valid) return token
  } catch (error) {
    throw new SignFailure('sign/timestamp-answer', {}, error)
  }
  throw new SignFailure('sign/timestamp-answer')
}

/** What a token says, and whether it says it of these bytes. Throws where it cannot be read. */
export function checkTimeStamp(token: Uint8Array, ...stamped: Uint8Array[]): TimeStamp {
  const { certificate, intact, valid, content, contentType } = checkCms(token)
  const { messageImprint, genTime } = TSTInfo.fromBER(content!)
  const hash = hashOf(messageImprint.hashAlgorithm.algorithmId)
  if (hash === undefined) throw new Error('hash not known')
  const digest = createHash(hash)
  for (const piece of stamped) digest.update(piece)
  return {
    time: genTime,
    certificate,
    valid:
      valid &&
      intact &&
      contentType === ids.timeStampInfo &&
      isForStamping(certificate) &&
      digest.digest().equals(Buffer.from(messageImprint.hashedMessage.getValue())),
  }
}

function isForStamping({ raw }: X509Certificate): boolean {
  const usage = Certificate.fromBER(raw).extensions?.find(({ extnID }) => extnID === '2.5.29.37')
  return usage !== undefined && (usage.parsedValue as ExtKeyUsage).keyPurposes.includes(ids.timeStamping)
}
