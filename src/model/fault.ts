/** A place in a source file: 1-based line and column (UTF-16 units), and how many characters to mark. */
export interface Span {
  file: string
  line: number
  column: number
  length: number
}

/** An error stops the paper; a warning is printed beside it. */
export type Severity = 'error' | 'warning'

/**
 * What is wrong, as a value: the code is permanent, the values fill the message of that code
 * (report/wording.ts), the span says where. Nothing here is a sentence.
 */
export interface Fault {
  code: string
  severity: Severity
  span?: Span
  values: Record<string, string>
}

/** An error at a place. */
export function fault(code: string, span?: Span, values: Record<string, string> = {}): Fault {
  return span === undefined ? { code, severity: 'error', values } : { code, severity: 'error', span, values }
}

/** A warning at a place. */
export function warning(code: string, span?: Span, values: Record<string, string> = {}): Fault {
  return { ...fault(code, span, values), severity: 'warning' }
}

/** Each once, where several papers or meetings share what is wrong. */
export const distinctFaults = (faults: readonly Fault[]): Fault[] => [
  ...new Map(faults.map((one) => [JSON.stringify(one), one])).values(),
]
