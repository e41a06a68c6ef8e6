/** Amounts of formal and legal text: digits, then words, so that neither can be altered unseen (persian.md §3.2). */
import { proseNumber } from './number.ts'
import { numberWords } from './words.ts'

/**
 * «۱٬۲۳۱٬۰۰۰ (یک میلیون و دویست و سی و یک هزار) ریال»: every digit, the legal words («یکصد»، «یک هزار») and the unit.
 * Throws RangeError on a non-canonical value.
 */
export function formalAmount(value: string, unit: string): string {
  return `${proseNumber(value)} (${numberWords(value, { legal: true })}) ${unit}`
}
