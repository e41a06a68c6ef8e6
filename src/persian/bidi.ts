/**
 * Splits text into runs by the direction they must be isolated in, and adds the marks
 * of the measured table in persian.md §1.3. Linear in the length of the text.
 */
import {
  D,
  LTR_LETTER,
  LTR_PIECE,
  NUMBER,
  RTL_LETTER,
  UNIT,
  isSection,
  latinShape,
  letterNumberShape,
  numericShape,
  spacedToken,
} from './bidi-shapes.ts'
import type { Shape, TokenKind } from './bidi-shapes.ts'
import { LRM, NBSP, RLM, WJ } from './invisible.ts'

export type { TokenKind } from './bidi-shapes.ts'

/** Text to isolate as 'ltr' or 'rtl', with the kind of its token, or (null) to leave in the flow. */
export type DirectionRun = { text: string; dir: 'ltr' | 'rtl' | null; kind?: TokenKind }

/** `raw` is the text as given, `text` the same with its marks. */
type Token = { raw: string; text: string; shape?: Shape | undefined }

const MARK = '\\u200e\\u200f\\u2060\\u061c'
const MARKS = new RegExp(`[${MARK}]`, 'g')
const SPACE = /\s+/y
const OPENING = new RegExp(`[${MARK}]*[(\\[{«"'“،؛:]`, 'y')
const WORD = /[^\s\u2066-\u2069]+/y
const ABBREVIATION =
  /^(?:Co|Inc|Ltd|Corp|St|Dr|Mr|Mrs|Ms|No|vs|etc|Prof|Vol|Fig|Art|pp?|[A-Za-z]{1,2}(?:\.[A-Za-z])+)\.$/
const CLOSERS = new Set(')]}»"\'”،؛؟?!.,:;')
const PAIRS: Record<string, string> = { ')': '(', ']': '[', '}': '{' }

/** The runs of the text. Joined, and with the inserted LRM, RLM and WJ removed, they are the text. */
export function directionRuns(text: string): DirectionRun[] {
  const out: DirectionRun[] = []
  for (const { text: run, shape } of joinLatin(tokensOf(text))) {
    const last = out.at(-1)
    if (shape) out.push({ text: run, dir: shape.dir, kind: shape.kind })
    else if (last?.dir === null) last.text += run
    else out.push({ text: run, dir: null })
  }
  return out
}

const plain = (raw: string): Token => ({ raw, text: raw })
const isolated = (raw: string, shape: Shape): Token => ({ raw, text: raw, shape })

function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  const closing = isolateEnds(text)
  let before = ''
  let at = 0
  const take = (pattern: RegExp): string => {
    pattern.lastIndex = at
    const found = pattern.exec(text)?.[0] ?? ''
    at += found.length
    return found
  }
  const takeSpaced = (): boolean => {
    const spaced = spacedToken(text, at)
    if (!spaced) return false
    tokens.push(isolated(spaced.text, { kind: spaced.kind, dir: 'ltr' }))
    at += spaced.text.length
    return true
  }
  while (at < text.length) {
    const space = take(SPACE)
    if (space !== '') tokens.push(plain(space))
    if (/[\u2066-\u2069]/.test(text.charAt(at))) {
      const end = closing.get(at) ?? at
      tokens.push(plain(text.slice(at, end + 1)))
      at = end + 1
      continue
    }
    if (takeSpaced()) continue
    const opening = take(OPENING)
    if (opening !== '') {
      tokens.push(plain(opening))
      continue
    }
    const word = take(WORD)
    if (word === '') continue
    const found = wordTokens(word, before)
    tokens.push(...found)
    before = word.replace(MARKS, '')
  }
  return tokens
}

/** Where each isolate that the author typed ends; one that is left open has no end. */
function isolateEnds(text: string): Map<number, number> {
  const ends = new Map<number, number>()
  const open: number[] = []
  for (const { index, 0: mark } of text.matchAll(/[\u2066-\u2069]/g)) {
    if (mark !== '\u2069') open.push(index)
    else {
      const start = open.pop()
      if (start !== undefined) ends.set(start, index)
    }
  }
  return ends
}

/** A word without its opening punctuation: its core, and the punctuation that closes it. */
function wordTokens(word: string, before: string): Token[] {
  const bare = word.replace(MARKS, '')
  const end = coreEnd(bare)
  let cut = word.length
  if (end < bare.length) {
    cut = 0
    for (let seen = 0; ; cut++) if (!isMark(word.charAt(cut)) && seen++ === end) break
  }
  const core = word.slice(0, cut)
  const tokens = end === 0 ? [] : coreTokens(core, bare.slice(0, end), before)
  if (end === 0) return [plain(word)]
  if (cut < word.length) tokens.push(plain(word.slice(cut)))
  return tokens
}

const isMark = (character: string): boolean => `${LRM}${RLM}${WJ}\u061c`.includes(character)

/** The length of the word without its closing punctuation; a bracket that the word itself opens stays. */
function coreEnd(bare: string): number {
  const open: Record<string, number> = { '(': 0, '[': 0, '{': 0 }
  for (const c of bare) {
    if (c in open) open[c] = (open[c] ?? 0) + 1
    else if (c in PAIRS) open[PAIRS[c] ?? ''] = (open[PAIRS[c] ?? ''] ?? 0) - 1
  }
  let end = bare.length
  while (end > 0 && CLOSERS.has(bare.charAt(end - 1))) {
    const opener = PAIRS[bare.charAt(end - 1)]
    if (opener !== undefined) {
      if ((open[opener] ?? 0) >= 0) break
      open[opener] = (open[opener] ?? 0) + 1
    }
    end--
  }
  return ABBREVIATION.test(bare.slice(0, Math.min(end + 1, 40))) ? end + 1 : end
}

const DATE_RANGE = new RegExp(
  `^(${D}{4}-${D}{2}-${D}{2})([${MARK}]*[\\u2012-\\u2015][${MARK}]*)(${D}{4}-${D}{2}-${D}{2})$`,
)

function coreTokens(core: string, bare: string, before: string): Token[] {
  if (LTR_LETTER.test(bare)) {
    const shape = latinShape(bare)
    return shape ? [isolated(core, shape)] : latinPieces(core)
  }
  const dates = DATE_RANGE.exec(core)
  if (dates) {
    const [, from = '', dash = '', to = ''] = dates
    const date: Shape = { kind: 'isoDate', dir: 'ltr' }
    const sign = dash.replace(MARKS, '')
    return [
      isolated(from, date),
      { raw: dash, text: withMarks(dash, `${WJ}${sign}${WJ}`) },
      isolated(to, date),
    ]
  }
  const shape = RTL_LETTER.test(bare) ? letterNumberShape(bare) : numericShape(bare, before)
  if (shape?.dir === 'ltr') return [isolated(core, shape)]
  return [{ raw: core, text: withMarks(core, marked(bare)), shape }]
}

/** The Latin pieces of a word that has Persian letters too. */
function latinPieces(core: string): Token[] {
  const tokens: Token[] = []
  let rest = ''
  const flush = (): void => {
    if (rest !== '') tokens.push({ raw: rest, text: withMarks(rest, marked(rest.replace(MARKS, ''))) })
    rest = ''
  }
  for (const piece of core.split(LTR_PIECE)) {
    if (!LTR_LETTER.test(piece)) rest += piece
    else {
      flush()
      tokens.push(isolated(piece, { kind: 'latin', dir: 'ltr' }))
    }
  }
  flush()
  return tokens
}

const NUMBER_HERE = new RegExp(NUMBER, 'y')
const DIGIT = new RegExp(`^${D}$`)
/** Characters that the digits beside them draw along in some places and not in others (UAX 9, W4 and W5). */
const ATTACHED = /^[#$%\u00a2-\u00a5\u00b0\u066a\u2030-\u2034\u20a0-\u20cf]$/
const HYPHEN = /^[-\u2212+]$/
const DASH = /^[\u2012-\u2015]$/
const BEFORE_SIGN = /^[([{«"“,،:/~\-\u2212+\u2012-\u2015]?$/

/** The token with the marks that hold the order of its signs, percents, ranges and sections. */
function marked(bare: string): string {
  if (isSection(bare)) return bare.replace(/[-.]/g, (c) => RLM + c + RLM)
  let out = ''
  // Whether the number before was signed, and so has its closing mark.
  let signed = false
  for (let i = 0; i < bare.length; i++) {
    const c = bare.charAt(i)
    const [before, after] = [bare.charAt(i - 1), bare.charAt(i + 1)]
    const [left, right] = [DIGIT.test(before), DIGIT.test(after)]
    const closed = signed
    signed = false
    if ((HYPHEN.test(c) || c === '\u00b1') && right && BEFORE_SIGN.test(before)) {
      NUMBER_HERE.lastIndex = i + 1
      const number = NUMBER_HERE.exec(bare)?.[0] ?? ''
      out += LRM + c + number + RLM
      i += number.length
      signed = true
    } else if (
      HYPHEN.test(c) &&
      (left || ATTACHED.test(before)) &&
      (right || /[-\u2212+%\u066a$]/.test(after))
    ) {
      out += RLM + c + RLM
    } else if (DASH.test(c) && (left || ATTACHED.test(before)) && after !== '') out += WJ + c + WJ
    else if (ATTACHED.test(c)) out += (left && !closed ? RLM : '') + c + (right ? RLM : '')
    else if (c === '،' && left && right) out += RLM + c
    else out += c
  }
  return out
}

/** The text as given with those marks of the other added that are not there yet. */
function withMarks(given: string, wanted: string): string {
  let out = ''
  let [i, j] = [0, 0]
  for (;;) {
    const [from, want] = [i, j]
    while (i < given.length && isMark(given.charAt(i))) i++
    while (j < wanted.length && isMark(wanted.charAt(j))) j++
    const there = given.slice(from, i)
    const missing = Array.from(wanted.slice(want, j)).filter((mark) => !there.includes(mark))
    out += there + missing.join('')
    if (i >= given.length) return out
    out += given.charAt(i)
    i++
    j++
  }
}

const PHRASE = new Set<TokenKind>(['latin', 'code', 'version', 'unit'])
const LINK = new Set<TokenKind>(['url', 'email', 'file'])
const LATIN_NUMBER = /^[0-9][0-9.,:/-]*$/
const COUNT = new RegExp(`^[-\\u2212+\\u00b1]?${NUMBER}$`)

/** «ISO 9001:2015», «ABC Co.», «Apple, Inc.», «v2.0 (beta)», «25 °C»: what is one phrase of Latin is one run. */
function joinLatin(tokens: Token[]): Token[] {
  const out: Token[] = []
  for (const token of tokens) {
    out.push(token)
    joinBrackets(out)
    joinPhrase(out)
  }
  return out
}

const isGap = (token: Token | undefined): boolean =>
  token !== undefined && (token.raw === ' ' || token.raw === NBSP)

function joinPhrase(out: Token[]): void {
  const right = out.at(-1)
  if (!right || !isGap(out.at(-2))) return
  const kind = phraseKind(out.at(-3), right)
  if (kind) return fold(out, 3, kind)
  // «R & D», «Apple, Inc.»: a sign between two words of one phrase.
  if (!right.shape || ![',', ';', ':'].includes(out.at(-3)?.raw ?? '')) {
    if (!['&', '+'].includes(out.at(-3)?.raw ?? '') || !isGap(out.at(-4))) return
    if (phraseKind(out.at(-5), right)) fold(out, 5, 'latin')
    return
  }
  if (phraseKind(out.at(-4), right)) fold(out, 4, 'latin')
}

/** The kind of the phrase that two tokens a space apart make, if they make one. */
function phraseKind(left: Token | undefined, right: Token): TokenKind | undefined {
  if (!left) return undefined
  if (left.shape?.dir === 'rtl' || right.shape?.dir === 'rtl') return undefined
  const [first, second] = [left.shape?.kind, right.shape?.kind]
  const bare = (token: Token): string => token.raw.replace(MARKS, '')
  if (first === undefined) {
    const isNumber = second === 'unit' && UNIT.test(right.raw) && COUNT.test(bare(left))
    return isNumber && (/^\S?[0-9]/.test(bare(left)) || right.raw.startsWith('\u00b0')) ? 'unit' : undefined
  }
  if (second === undefined) return PHRASE.has(first) && LATIN_NUMBER.test(bare(right)) ? 'latin' : undefined
  if (PHRASE.has(first) && PHRASE.has(second)) return 'latin'
  return (first === 'latin' && LINK.has(second)) || (LINK.has(first) && second === 'latin')
    ? 'latin'
    : undefined
}

/** «v2.0 (beta)»: a bracket with nothing but Latin in it, after Latin. */
function joinBrackets(out: Token[]): void {
  const [left, gap, open, inner, close] = out.slice(-5)
  if (!close?.raw.startsWith(')') || close.shape || open?.raw !== '(' || !isGap(gap)) return
  if (!inner?.shape || !left?.shape || !PHRASE.has(left.shape.kind) || !PHRASE.has(inner.shape.kind)) return
  const rest = close.raw.slice(1)
  out[out.length - 1] = plain(')')
  fold(out, 5, 'latin')
  if (rest !== '') out.push(plain(rest))
}

/** The last tokens as one. */
function fold(out: Token[], count: number, kind: TokenKind): void {
  let raw = ''
  for (const token of out.splice(-count)) raw += token.raw
  out.push(isolated(raw, { kind, dir: 'ltr' }))
}
