/** What a command is given of the world, so that it can be run by a test as well as by a shell. */
import type { Fault } from '../model/fault.ts'
import { toPersianDigits } from '../persian/digits.ts'
import { paintFault } from '../report/paint.ts'
import { wordFault } from '../report/wording.ts'
import type { Language } from '../report/wording.ts'

export interface Host {
  cwd: string
  now: Date
  language: Language
  /** Ends the work early; the command rejects with its reason. */
  signal: AbortSignal
  /** Results, a line each. */
  out(line: string): void
  /** Messages and progress. */
  err(line: string): void
  /** Asks a question that is answered by yes or no; no where nobody can answer. */
  confirm(question: string): Promise<boolean>
  /** Whether somebody watches the messages. */
  terminal: boolean
}

/** 0 done · 1 faults in the data · 2 could not run · 70 a bug (see product.md). */
export type ExitCode = 0 | 1 | 2 | 70

/** Texts of source files by the name that faults print. */
export type Sources = ReadonlyMap<string, string>

/** More errors than anybody mends in one go; `--json` has them all. */
const mostTold = 20

/** Prints faults, the errors last, where the eye is when the command ends. */
export function tell(host: Host, faults: Fault[], sources: Sources): void {
  const errors = faults.filter(isError)
  const shown = [...faults.filter((one) => !isError(one)), ...errors.slice(0, mostTold)]
  for (const fault of shown) host.err(paintFault(fault, sources.get(fault.span?.file ?? ''), host.language))
  const rest = errors.length - mostTold
  if (rest <= 0) return
  host.err(
    host.language === 'fa' ? `… و ${toPersianDigits(String(rest))} خطای دیگر` : `… and ${rest} more errors`,
  )
}

/** A fault as one object of `--json`. */
export function toJson(fault: Fault, language: Language): Record<string, unknown> {
  const { what, cure } = wordFault(fault, language)
  const { code, severity, span, values } = fault
  return { code, severity, ...span, message: what, hint: cure, values }
}

export const isError = ({ severity }: Fault): boolean => severity === 'error'

const notRun =
  /^(?:browser\/|catalogue\/|archive\/(?:busy|key|lock|unwritable)$|usage\/|output\/|print\/timeout|pack\/busy$|sign\/(?:key|passphrase|certificate|timestamp)|system\/|ledger\/(?!no-delivery|settled)|mail\/(?:connection|insecure|login|not-confirmed|sender|tls|unreadable)$)/

/** The exit code that faults call for. */
export function exitCode(faults: Fault[]): ExitCode {
  const errors = faults.filter(isError)
  if (errors.length === 0) return 0
  if (errors.some(({ code }) => code === 'print/failed')) return 70
  return errors.some(({ code }) => notRun.test(code)) ? 2 : 1
}
