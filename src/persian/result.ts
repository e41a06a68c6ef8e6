/**
 * Outcome of reading something an author typed: a value, or an error code with
 * the values its message needs. Readers return this and never throw.
 */
export type Parsed<T> = { ok: true; value: T } | { ok: false; code: string; values: Record<string, string> }

/** A successful reading. */
export function good<T>(value: T): { ok: true; value: T } {
  return { ok: true, value }
}

/** A failed reading: code and the values for its message. */
export function bad(
  code: string,
  values: Record<string, string>,
): { ok: false; code: string; values: Record<string, string> } {
  return { ok: false, code, values }
}
