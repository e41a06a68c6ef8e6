export type PrintFailureCode =
  | 'browser/missing'
  | 'browser/start'
  | 'browser/crashed'
  | 'print/timeout'
  | 'print/blocked-request'
  | 'print/failed'

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
