/** The lossless normalisation applied to every authored string (persian.md §4.2, ISIRI 6219). */
import { toPersianDigits } from './digits.ts'
import { ZWNJ } from './invisible.ts'

const LETTERS: Readonly<Record<string, string>> = {
  '\u064a': '\u06cc',
  '\u0649': '\u06cc',
  '\u06d0': '\u06cc',
  '\u0643': '\u06a9',
  '\u06aa': '\u06a9',
  '\u06c1': '\u0647',
  '\u06d5': '\u0647',
  '\u06c0': '\u0647\u0654',
  '\u06c2': '\u0647\u0654',
}
const NUMERIC = /^[([«]*[-+\u2212]?\d+(?:[.,/:\u2013\u066b\u066c-]\d+)*[%\u066a]?[)\]».:!?،؛؟]*$/
const IP = /^\d+(?:\.\d+){3}$/
const ARABIC = '[\\u0620-\\u064a\\u066e-\\u06d3\\u06d5\\u0654\\u064b-\\u0652\\u0670]'
const STRAY_ZWNJ = new RegExp(`(?<!${ARABIC})${ZWNJ}|${ZWNJ}(?!${ARABIC})`, 'g')

/** Normalised text; idempotent, total, keeps ZWNJ inside words and direction marks and isolates. */
export function normalize(text: string): string {
  let before = text
  for (let pass = 0; pass < 8; pass++) {
    const after = onePass(before)
    if (after === before) break
    before = after
  }
  return before
}

function onePass(text: string): string {
  return spacing(digits(hygiene(letters(controls(text)))))
}

/** Line ends and characters that never belong in text. */
function controls(text: string): string {
  return (
    text
      .replace(/\r\n?/g, '\n')
      // oxlint-disable-next-line no-control-regex -- removing control characters is the purpose
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b\u202a-\u202e\ufeff]/g, '')
  )
}

/** NFC, presentation forms (not ﷼ ﷲ ﷺ ﷽) and Arabic letters to Persian ones. */
function letters(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\ufb50-\ufdf1\ufdf3-\ufdf9\ufdfb\ufe70-\ufefc]/g, (c) => c.normalize('NFKC'))
    .replace(/[\u0643\u0649\u064a\u06aa\u06c0-\u06c2\u06d0\u06d5]/g, (c) => LETTERS[c] ?? c)
}

/** Tatweel between letters, and ZWNJ that is doubled or not between two Arabic letters. */
function hygiene(text: string): string {
  return text
    .replace(
      /(?<=[\u0620-\u063f\u0641-\u064a\u0671-\u06d3])\u0640+(?=[\u0620-\u063f\u0641-\u064a\u0671-\u06d3])/g,
      '',
    )
    .replace(/\u200c{2,}/g, ZWNJ)
    .replace(STRAY_ZWNJ, '')
}

/** Digits become Persian in pure numbers, dates and times, but not beside Latin words. */
function digits(text: string): string {
  const tokens = text.replace(/[\u0660-\u0669]/g, toPersianDigits).split(/(\s+)/)
  const pure = tokens.map((t) => NUMERIC.test(t) && !IP.test(t))
  for (let i = 0; i < tokens.length; i += 2) {
    if (!pure[i]) continue
    let end = i
    while (pure[end + 2]) end += 2
    if (!latin(tokens[i - 2]) && !latin(tokens[end + 2])) {
      for (let k = i; k <= end; k += 2) tokens[k] = toPersianDigits(tokens[k] ?? '')
    }
    i = end
  }
  return tokens.join('')
}

function latin(token: string | undefined): boolean {
  return token !== undefined && /[A-Za-z_@]|\d/.test(token)
}

/** Spaces collapsed and trimmed, none before closing or after opening marks, one after ، ؛ ؟. */
function spacing(text: string): string {
  return text
    .replace(/[ \t]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/ (?=[،؛؟»)\]])/g, '')
    .replace(/ (?=[.:!](?:[\s،؛؟»)\]]|$))/g, '')
    .replace(/(?<=[«([]) /g, '')
    .replace(/(?<=[،؛؟])(?=\p{L})/gu, ' ')
    .trim()
}
