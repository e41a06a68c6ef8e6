/** What kept a signature from being made; the words for people are found by this code. */
export type SignFailureCode =
  | 'sign/key-format'
  | 'sign/key-algorithm'
  | 'sign/key-missing'
  | 'sign/passphrase'
  | 'sign/certificate-missing'
  | 'sign/certificate-expired'
  | 'sign/certificate-early'
  | 'sign/timestamp-unreachable'
  | 'sign/timestamp-refused'
  | 'sign/timestamp-answer'
  | 'sign/document'
  | 'sign/certified'
  | 'sign/again'

/** A signature that did not come about: a code, and the values that its message names. */
export class SignFailure extends Error {
  readonly code: SignFailureCode
  readonly values: Record<string, string>

  constructor(code: SignFailureCode, values: Record<string, string> = {}, cause?: unknown) {
    const detail = Object.entries(values)
      .map(([name, value]) => `${name}=${value}`)
      .join(' ')
    super(detail ? `${code}: ${detail}` : code, { cause })
    this.name = 'SignFailure'
    this.code = code
    this.values = values
  }
}
