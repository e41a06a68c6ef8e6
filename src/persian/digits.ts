/** Digit conversion between the three digit sets (ISIRI 6219 §5-8; persian.md §3.1). */

const ZERO = 0x06f0

/** Western and Arabic-Indic digits become Persian ones; all else is kept. Never fails. */
export function toPersianDigits(s: string): string {
  return s.replace(/[0-9\u0660-\u0669]/g, (c) => String.fromCharCode(ZERO + (c.charCodeAt(0) & 15)))
}

/** Persian and Arabic-Indic digits become Western ones; all else is kept. Never fails. */
export function toLatinDigits(s: string): string {
  return s.replace(/[\u06f0-\u06f9\u0660-\u0669]/g, (c) => String(c.charCodeAt(0) & 15))
}
