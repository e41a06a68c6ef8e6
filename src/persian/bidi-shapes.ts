/** The shapes of tokens whose direction is not that of the text around them (persian.md §1.3). */

/** What a token is; a signed number, percent, range, section, time or day of the text stays in its flow. */
export type TokenKind =
  | 'phone'
  | 'postal'
  | 'iban'
  | 'card'
  | 'ip'
  | 'version'
  | 'isoDate'
  | 'number'
  | 'percent'
  | 'money'
  | 'unit'
  | 'formula'
  | 'letterNo'
  | 'email'
  | 'url'
  | 'file'
  | 'latin'
  | 'code'

export type Shape = { kind: TokenKind; dir: 'ltr' | 'rtl' }

/** A digit: European, Persian or Arabic-Indic. */
export const D = '[0-9\\u06f0-\\u06f9\\u0660-\\u0669]'
const ZERO = '[0\\u06f0\\u0660]'
const NINE = '[9\\u06f9\\u0669]'
const GAP = '[ \\u00a0-]'
/** A number with its separators, none at its end. */
export const NUMBER = `${D}+(?:[.,:/\\u066b\\u066c]${D}+)*`
const SIGN = '[-\\u2212+\\u00b1]'
const CURRENCY = '[$\\u00a2-\\u00a5\\u20a0-\\u20cf]'
const DASH = '[-\\u2012-\\u2015]'
const PERCENT = '[%\\u066a\\u2030]'

const whole = (source: string): RegExp => new RegExp(`^(?:${source})$`)

/** A letter that runs from left to right: every one but those of the right-to-left scripts. */
export const LTR_LETTER =
  /[[\p{L}\p{Nl}]--[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]]/v
/** A letter that runs from right to left. */
export const RTL_LETTER =
  /[\p{L}&&[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]]/v
/** A piece of Latin in a word that also has Persian: letters and digits, inner dots, and the marks of C++ and C#. */
export const LTR_PIECE =
  /([[0-9\p{L}\p{Nl}\p{M}]--[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]]+(?:[&._\/\-]+[[0-9\p{L}\p{Nl}\p{M}]--[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]]+)*[+#]*)/v

const EXTENSIONS =
  'pdf|docx?|xlsx?|pptx?|od[tsp]|csv|txt|md|rtf|zip|rar|7z|gz|ya?ml|json|xml|html?|png|jpe?g|gif|svg|webp|tiff?|dwg|mp[34]|wav|eml|msg'
const FILE = new RegExp(`(?:^[A-Za-z]:[\\\\/]|^\\\\\\\\|.\\.(?:${EXTENSIONS})$)`, 'i')
const URL = /^(?:[a-z][a-z0-9+.-]{0,20}:\/\/|www\.|mailto:)/i
const HOST = /^(?:[a-z0-9-]{1,63}\.){1,8}(?:ir|com|org|net|gov|edu|info|io)(?::\d{1,5})?(?:\/|$)/i
const MEASURE =
  '(?:\u00b0[CFK]?|[kMGTPhdcmn\u00b5\u03bc]?(?:m|g|W|Wh|Hz|B|b|bps|V|A|J|N|Pa|L|l)|s|t|h|ha|min|bar|psi|ppm|ppb|rpm|dB|in|ft|lb|kn|USD|EUR|AED|CNY|IRR)[\u00b2\u00b3]?'
/** The sign of a unit by itself: «km/h», «°C», «kg/m³». */
export const UNIT = whole(`${MEASURE}(?:[/\u00b7]${MEASURE})*`)
const WITH_UNIT = whole(`${SIGN}?${NUMBER}(?:${MEASURE}(?:[/\u00b7]${MEASURE})*)`)
const IBAN = whole(`[Ii][Rr]${D}{2}(?:[ \\u00a0]?${D}{1,4}){2,6}`)
const VERSION = whole(`[vV]?${D}+(?:\\.${D}+)*`)

const NUMERIC: [TokenKind, RegExp][] = [
  ['code', whole(`${D}{3}-${D}{6}-${D}`)],
  ['phone', whole(`\\+${D}{1,14}(?:(?:-\\(?|\\(|\\)-?)${D}{1,12}){0,6}`)],
  ['phone', whole(`${ZERO}{2}[1-9\\u06f1-\\u06f9]${D}{6,13}`)],
  ['phone', whole(`${ZERO}${D}{1,4}-${D}{3,8}(?:-${D}{1,8}){0,2}|${ZERO}${NINE}${D}{9}`)],
  ['phone', whole(`\\(${ZERO}${D}{1,3}\\)-?${D}{3,8}(?:-${D}{1,8})?`)],
  ['postal', whole(`${D}{5}-${D}{5}`)],
  ['card', whole(`(?:${D}|\\*){4}(?:-(?:${D}|\\*){4}){3}`)],
  ['isoDate', whole(`${D}{4}-${D}{1,2}-${D}{1,2}(?:/${D}{4}-${D}{1,2}-${D}{1,2})?`)],
  ['isoDate', whole(`${D}{1,2}-${D}{1,2}-${D}{4}`)],
  ['ip', whole(`${D}{1,3}(?:\\.${D}{1,3}){3}(?::${D}{1,5}|/${D}{1,2})?`)],
  ['version', /^\d+(?:\.\d+){2,}$/],
  ['money', whole(`${SIGN}?${CURRENCY}${NUMBER}(?:${DASH}${CURRENCY}?${NUMBER})?`)],
  ['percent', whole(`${SIGN}?${PERCENT}${NUMBER}`)],
  ['code', whole(`#${NUMBER}`)],
  ['unit', whole(`${SIGN}?${NUMBER}\u00b0(?:${NUMBER}['\u2032](?:${NUMBER}["\u2033])?)?`)],
]
/** Chapter first, so at the right: «۱-۲-۳», and with dots in Persian digits «۱.۲.۳». */
const HYPHEN_SECTION = whole(`${D}{1,3}(?:-${D}{1,3}){2,6}`)
const DOT_SECTION = /^[\u06f0-\u06f9]{1,2}(?:\.[\u06f0-\u06f9]{1,2}){2,5}$/
const HYPHEN_CODE = whole(`${D}+(?:-${D}+){2,}`)
const FORMULA = /^[0-9\u06f0-\u06f9.,\u066b\u066c+\-\u2212\u00d7\u00f7*/=()%\u066a]+$/
/** Two round numbers are a range, even where they are as long as a postal code. */
const ROUND_RANGE = /^.{3}(?:00|\u06f0\u06f0)-.{3}(?:00|\u06f0\u06f0)$/
/** Digits of two kinds, or separators of two kinds side by side: their order hangs on what stands before them. */
const MIXED = /[\u0660-\u0669]/
const NOT_ARABIC = /[0-9\u06f0-\u06f9]/
const SEPARATORS = /[\u066b\u066c][.,:/\u060c]|[.,:/\u060c][\u066b\u066c]/
const WHOLE_NUMBER = whole(NUMBER)
const VERSION_WORD = /^(?:نسخه|ویرایش|ویراست)(?:\u0654|ی|\u200cی)?$/
const LETTER_NO = new RegExp(
  `^[\\u0620-\\u06d3]*${D}*(?:/(?:[\\u0620-\\u06d3]+${D}*|${D}+))+$|^(?:[\\u0620-\\u06d3]{1,3}|${D}+)(?:[/-](?:[\\u0620-\\u06d3]{1,3}|${D}+))+$`,
)

/** Whether the parts of the number are those of a section, chapter first. */
export function isSection(text: string): boolean {
  return HYPHEN_SECTION.test(text) || DOT_SECTION.test(text)
}

/** The shape of a token without letters, or nothing when it stays in the flow. `before` is the word before it. */
export function numericShape(text: string, before: string): Shape | undefined {
  if (VERSION_WORD.test(before) && VERSION.test(text)) return { kind: 'version', dir: 'ltr' }
  for (const [kind, shape] of NUMERIC) {
    if (!shape.test(text)) continue
    if (kind === 'postal' && ROUND_RANGE.test(text)) continue
    if (kind === 'phone' && !isPhoneLong(text)) continue
    return { kind, dir: 'ltr' }
  }
  if (isSection(text)) return undefined
  if (HYPHEN_CODE.test(text)) return { kind: 'code', dir: 'ltr' }
  if (text.includes('=') && FORMULA.test(text) && new RegExp(D).test(text)) {
    return { kind: 'formula', dir: 'ltr' }
  }
  if ((MIXED.test(text) && NOT_ARABIC.test(text)) || SEPARATORS.test(text)) {
    return { kind: 'number', dir: WHOLE_NUMBER.test(text) ? 'ltr' : 'rtl' }
  }
  return undefined
}

/** A plus and few digits are a signed number, not a telephone. */
function isPhoneLong(text: string): boolean {
  return !text.startsWith('+') || countDigits(text) >= 7
}

export function countDigits(text: string): number {
  return text.match(new RegExp(D, 'g'))?.length ?? 0
}

/** The shape of a word of Persian letters and digits: a letter number, or nothing. */
export function letterNumberShape(text: string): Shape | undefined {
  const isNumber = /[/-]/.test(text) && new RegExp(D).test(text) && LETTER_NO.test(text)
  return isNumber ? { kind: 'letterNo', dir: 'rtl' } : undefined
}

/** The shape of a word with a left-to-right letter, or nothing when it is Persian with Latin pieces in it. */
export function latinShape(text: string): Shape | undefined {
  const kind = latinKind(text)
  // A Persian file name keeps its extension behind it.
  const dir = kind === 'file' && RTL_LETTER.test(text.charAt(0)) ? 'rtl' : 'ltr'
  return kind && { kind, dir }
}

function latinKind(text: string): TokenKind | undefined {
  if (URL.test(text)) return 'url'
  const at = text.indexOf('@')
  if (at > 0 && at === text.lastIndexOf('@') && text.indexOf('.', at) > at) return 'email'
  if (FILE.test(text)) return 'file'
  if (RTL_LETTER.test(text)) return undefined
  if (HOST.test(text)) return 'url'
  if (IBAN.test(text)) return 'iban'
  if (VERSION.test(text)) return 'version'
  if (UNIT.test(text) || WITH_UNIT.test(text)) return 'unit'
  return /[\d_\\=<>{}]/.test(text) || new RegExp(D).test(text) ? 'code' : 'latin'
}

const EDGE = '(?=[\\u200e\\u200f\\u2060\\u061c)\\]}»"\'”،؛؟?!.,:;]*(?:[\\s\\u2066-\\u2069]|$))'
/** Tokens that have spaces inside, tried at the start of a word. */
const SPACED: [TokenKind, RegExp][] = [
  ['card', new RegExp(`(?:${D}|\\*){4}(?:[ \\u00a0](?:${D}|\\*){4}){3}${EDGE}`, 'y')],
  ['iban', new RegExp(`[Ii][Rr]${D}{2}(?:[ \\u00a0]${D}{4}){1,6}(?:[ \\u00a0]${D}{1,3})?${EDGE}`, 'y')],
  ['phone', new RegExp(`\\(${ZERO}${D}{1,3}\\)${GAP}?${D}{3,8}(?:${GAP}${D}{2,4}){0,2}${EDGE}`, 'y')],
  ['phone', new RegExp(`${ZERO}${NINE}${D}{2}(?:${GAP}${D}{2,4}){2,3}${EDGE}`, 'y')],
  ['phone', new RegExp(`${ZERO}${D}{2,3}[ \\u00a0](?:${D}{7,8}|${D}{3,4}${GAP}${D}{4})${EDGE}`, 'y')],
  ['phone', new RegExp(`(?:\\+|${ZERO}{2})${D}{1,14}(?:(?:${GAP}\\(?|\\()${D}{1,8}\\)?){1,6}${EDGE}`, 'y')],
]

/** A token with spaces inside that starts at the index, if one does. */
export function spacedToken(text: string, index: number): { text: string; kind: TokenKind } | undefined {
  for (const [kind, pattern] of SPACED) {
    pattern.lastIndex = index
    const found = pattern.exec(text)?.[0]
    if (found === undefined || !/[ \u00a0(]/.test(found)) continue
    const token = kind === 'phone' ? phoneOf(found) : found
    if (token !== undefined) return { text: token, kind }
  }
  return undefined
}

/** The groups of an international number, without those that follow it: 12 digits in Iran, 15 anywhere. */
function phoneOf(text: string): string | undefined {
  const limit = /^(?:\+|[0\u06f0]{2})(?:98|\u06f9\u06f8)/.test(text)
    ? 12 + (text.startsWith('+') ? 0 : 2)
    : 15
  let token = text
  while (countDigits(token) > limit) {
    const cut = Math.max(token.lastIndexOf(' '), token.lastIndexOf('\u00a0'))
    if (cut < 0) return undefined
    token = token.slice(0, cut)
  }
  return countDigits(token) >= 7 && /[ \u00a0(]/.test(token) ? token : undefined
}
