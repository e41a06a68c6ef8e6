import { ZWNJ } from './invisible.ts'

/** Persian text of ours in which `~` stands for the half-space, which an editor would hide: fa`پیش~نویس`. */
export function fa(literals: TemplateStringsArray, ...values: (string | number)[]): string {
  return String.raw({ raw: literals.map(withHalfSpaces) }, ...values)
}

/** The same for a plain string. */
export function withHalfSpaces(text: string): string {
  return text.replaceAll('~', ZWNJ)
}
