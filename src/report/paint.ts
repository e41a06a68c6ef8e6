/** Faults → lines for a terminal. */
import type { Fault } from '../model/fault.ts'
import { shown, wordFault } from './wording.ts'
import type { Language } from './wording.ts'

const words = {
  fa: { error: 'خطا', warning: 'هشدار', cure: 'چاره' },
  en: { error: 'error', warning: 'warning', cure: 'cure' },
}
const around = 48

/**
 * A fault on four lines: place and code; what; the cure; the source line. The faulty part stands in ⟦brackets⟧
 * rather than over carets, which lose their column as soon as a line runs from right to left.
 * @param source the text of the file the span belongs to, where known
 */
export function paintFault(fault: Fault, source: string | undefined, language: Language): string {
  const { what, cure } = wordFault(fault, language)
  const word = words[language]
  const { span } = fault
  const place = span === undefined ? '' : `${shown(span.file)}:${span.line}:${span.column} `
  const lines = [`${place}${word[fault.severity]} ${fault.code}`, `  ${what}`, `  ${word.cure}: ${cure}`]
  if (span !== undefined && source !== undefined)
    lines.push(frame(source, span.line, span.column, span.length))
  return lines.join('\n')
}

function frame(source: string, line: number, column: number, length: number): string {
  const text = source.replace(/^\ufeff/, '').split(/\r?\n/)[line - 1] ?? ''
  const start = column - 1
  const end = Math.min(text.length, start + length)
  const long = end - start > 2 * around
  const from = Math.max(0, start - around)
  const marked = long ? `${text.slice(start, start + around)}…` : text.slice(start, end)
  const before = (from > 0 ? '…' : '') + text.slice(from, start)
  const after = long ? '' : text.slice(end, end + around) + (end + around < text.length ? '…' : '')
  return `  ${line} | ${shown(before)}⟦${shown(marked)}⟧${shown(after)}`
}
