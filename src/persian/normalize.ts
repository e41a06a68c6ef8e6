/**
 * The lossless normalisation applied to every authored string (persian.md §4.2, ISIRI 6219), and nothing else:
 * no spelling is changed, no half-space inside a word is added or removed.
 */
import { toPersianDigits } from './digits.ts'
import { ZWNJ } from './invisible.ts'

/** What was changed, by kind, in characters. */
export type NormalizationCounts = Record<string, number>

export interface Normalized {
  text: string
  counts: NormalizationCounts
}

const YEH = '\u06cc'
const KAF = '\u06a9'
const HEH = '\u0647'
const LETTERS: Readonly<Record<string, readonly [kind: string, to: string]>> = {
  '\u064a': ['arabic-yeh', YEH],
  '\u0649': ['arabic-yeh', YEH],
  '\u06d0': ['arabic-yeh', YEH],
  '\u0643': ['arabic-kaf', KAF],
  '\u06aa': ['arabic-kaf', KAF],
  '\u06c1': ['foreign-heh', HEH],
  '\u06d5': ['foreign-heh', HEH],
  '\u06c0': ['heh-with-yeh', `${HEH}\u0654`],
  '\u06c2': ['heh-with-yeh', `${HEH}\u0654`],
}
const D = '[0-9\\u06f0-\\u06f9]'
const NUMERIC = new RegExp(
  `^[([«]*[-+\\u2212]?${D}+(?:[.,/:\\u2013\\u066b\\u066c-]${D}+)*[%\\u066a]?[)\\]».:!?،؛؟]*$`,
)
const IP = /^\d+(?:\.\d+){3}$/
const IN_WORD = '[\\p{L}\\p{M}\\u200d]'
const STRAY_ZWNJ = new RegExp(`(?<!${IN_WORD})${ZWNJ}|${ZWNJ}(?!${IN_WORD})`, 'gu')
const LETTER = '[\\u0620-\\u063f\\u0641-\\u064a\\u066e\\u066f\\u0671-\\u06d3\\u06d5]'
const TATWEEL = new RegExp(`(?<=${LETTER}[\\u064b-\\u065f\\u0670]{0,4})\\u0640+(?=${LETTER})`, 'g')

/** Normalised text; idempotent, total, linear. */
export function normalize(text: string): string {
  return apply(text)
}

/** The normalised text, and how many characters of which kind were changed on the way. */
export function normalizeCounted(text: string): Normalized {
  const counts: NormalizationCounts = {}
  const after = apply(text, (kind, count) => {
    if (count > 0) counts[kind] = (counts[kind] ?? 0) + count
  })
  return { text: after, counts }
}

/** How many characters of which kind `normalize` would change: an empty object where none. */
export function normalizationCounts(text: string): NormalizationCounts {
  return normalizeCounted(text).counts
}

type Tally = (kind: string, count: number) => void

function apply(text: string, tally?: Tally): string {
  return digits(spacing(hygiene(letters(composed(controls(text, tally), tally), tally), tally), tally), tally)
}

function swap(text: string, pattern: RegExp, to: string, kind: string, tally?: Tally): string {
  if (!tally) return text.replace(pattern, to)
  return text.replace(pattern, (found: string) => {
    tally(kind, Math.max(1, found.length - to.length))
    return to
  })
}

/** Line ends and characters that never belong in text. */
function controls(text: string, tally?: Tally): string {
  const lines = swap(text, /\r\n?/g, '\n', 'line-end', tally)
  // oxlint-disable-next-line no-control-regex -- removing control characters is the purpose
  const clean = swap(lines, /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '', 'control', tally)
  const narrow = swap(clean, /[\u00ad\u200b\ufeff]/g, '', 'zero-width', tally)
  return swap(narrow, /[\u202a-\u202e]/g, '', 'direction-override', tally)
}

/** Presentation forms (not ﷼ ﷲ ﷺ ﷽) as letters, then NFC. */
function composed(text: string, tally?: Tally): string {
  const plain = text.replace(/[\ufb50-\ufdf1\ufdf3-\ufdf9\ufdfb\ufe70-\ufefc]/g, (form) => {
    const letter = form.normalize('NFKC')
    if (letter !== form) tally?.('presentation-form', 1)
    return letter
  })
  const after = plain.normalize('NFC')
  if (tally && after !== plain) tally('composition', Math.max(1, plain.length - after.length))
  return after
}

/**
 * Stretches of Arabic that are quoted as such: between the Qur'anic brackets ﴿ ﴾, or between « » with vowel
 * signs on at least every third letter. Their letters are not Persian ones written wrongly.
 */
export function arabicQuotations(text: string): { start: number; end: number }[] {
  return [...text.matchAll(/\ufd3f[^\ufd3e\ufd3f]*\ufd3e|\ufd3e[^\ufd3e\ufd3f]*\ufd3f|«[^«»]*»/g)]
    .filter(([found]) => {
      if (!found.startsWith('«')) return true
      const marks = found.match(/[\u064b-\u0652\u0670]/g)?.length ?? 0
      return (
        marks > 2 && marks * 3 >= (found.match(/[\u0620-\u063f\u0641-\u064a\u066e-\u06d3]/g)?.length ?? 0)
      )
    })
    .map(({ index, 0: found }) => ({ start: index, end: index + found.length }))
}

/** Arabic letters to Persian ones, except in Arabic quotations. */
function letters(text: string, tally?: Tally): string {
  if (!/[\u0643\u0649\u064a\u06aa\u06c0-\u06c2\u06d0\u06d5]/.test(text)) return text
  const persian = (part: string): string =>
    part.replace(/[\u0643\u0649\u064a\u06aa\u06c0-\u06c2\u06d0\u06d5]/g, (letter) => {
      const [kind, to] = LETTERS[letter] ?? ['', letter]
      tally?.(kind, 1)
      return to
    })
  let done = ''
  let at = 0
  for (const { start, end } of arabicQuotations(text)) {
    done += persian(text.slice(at, start)) + text.slice(start, end)
    at = end
  }
  // A new base letter may take its marks in another order.
  return (done + persian(text.slice(at))).normalize('NFC')
}

/** Tatweel between letters, and half-spaces that are doubled or not inside a word. */
function hygiene(text: string, tally?: Tally): string {
  const joined = swap(text, TATWEEL, '', 'tatweel', tally)
  const single = swap(joined, /\u200c{2,}/g, ZWNJ, 'half-space', tally)
  return swap(single, STRAY_ZWNJ, '', 'half-space', tally)
}

/** Spaces collapsed and trimmed, none before closing or after opening marks, one after ، ؛ ؟. */
function spacing(text: string, tally?: Tally): string {
  const after = text
    .replace(/[ \t]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/ (?=[،؛؟»)\]])/g, '')
    .replace(/ (?=[.:!](?:[\s،؛؟»)\]]|$))/g, '')
    .replace(/(?<=[«([]) /g, '')
    .replace(/(?<=[،؛؟])(?=\p{L})/gu, ' ')
    .trim()
  if (tally && after !== text) tally('space', Math.max(1, Math.abs(text.length - after.length)))
  return after
}

/** Digits become Persian in pure numbers, dates and times, but not beside Latin words. */
function digits(text: string, tally?: Tally): string {
  const own = text.replace(/[\u0660-\u0669]+/g, (run) => {
    tally?.('arabic-digit', run.length)
    return toPersianDigits(run)
  })
  if (!/[0-9]/.test(own)) return own
  const tokens = own.split(/(\s+)/)
  const pure = tokens.map((token) => NUMERIC.test(token) && !IP.test(token))
  for (let i = 0; i < tokens.length; i += 2) {
    if (!pure[i]) continue
    let end = i
    while (pure[end + 2]) end += 2
    if (!latin(tokens[i - 2]) && !latin(tokens[end + 2])) {
      for (let k = i; k <= end; k += 2) {
        const token = tokens[k] ?? ''
        tally?.('european-digit', token.match(/[0-9]/g)?.length ?? 0)
        tokens[k] = toPersianDigits(token)
      }
    }
    i = end
  }
  return tokens.join('')
}

function latin(token: string | undefined): boolean {
  return token !== undefined && /[A-Za-z_@]|\d/.test(token)
}
