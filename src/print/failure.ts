/** What went wrong; the words for people are found by this code. */
export type PrintFailureCode =
  | 'browser/missing'
  | 'browser/start'
  | 'browser/temporary'
  | 'browser/crashed'
  | 'browser/unfit'
  | 'browser/memory'
  | 'print/timeout'
  | 'print/blocked-request'
  | 'print/missing-glyph'
  | 'print/font'
  | 'print/too-long'
  | 'print/failed'

/** A print that did not come about: a code, and the values that its message names. */
export class PrintFailure extends Error {
  readonly code: PrintFailureCode
  readonly values: Record<string, string>

  constructor(code: PrintFailureCode, values: Record<string, string> = {}, cause?: unknown) {
    const detail = Object.entries(values)
      .map(([name, value]) => `${name}=${value}`)
      .join(' ')
    super(detail ? `${code}: ${detail}` : code, { cause })
    this.name = 'PrintFailure'
    this.code = code
    this.values = values
  }
}
