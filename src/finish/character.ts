/** What the engines take a character for; each has its own coarse reading of the Unicode bidirectional classes. */

/** R letters of right-to-left scripts, L letters of the others, W numbers with their signs and marks, N the rest. */
export type Kind = 'R' | 'L' | 'W' | 'N'

const rightToLeft = /[\u0590-\u08ff\u200f\ufb1d-\ufdfd\ufe70-\ufefc]/u
// European and Arabic numbers, their separators and terminators, marks, and what is ignored.
const weak =
  /[\p{Nd}\u00b2\u00b3\u00b9\u2070-\u2079\u2080-\u2089+\-\u2212#$%\u00a2-\u00a5\u00b0\u00b1\u066a-\u066c\u2030-\u2034\u20a0-\u20cf,./:\u00a0\u060c\u0600-\u0605\u0609\u060a\u06dd\u207a\u207b\p{Mn}\p{Me}\u00ad\u200b-\u200d\u2060-\u2064\ufeff]/u
const neutralInRange = /[\u0606\u0607\u060e\u060f\u06de\u06e9\ufd3e\ufd3f\ufdfd\ufd40-\ufd4f]/u
const leftToRight = /[\p{L}\p{Mc}\p{Nl}\u200e]/u
const marks = /\p{M}/u
const numberLike = /[\p{Nd}+,\-./:#$%\u066a-\u066c\u060c\u2212\u00b0]/u
const mirrored = /[()<>[\]{}\u00ab\u00bb\u2039\u203a\u2018\u2019\u201c\u201d\u2264\u2265\u2026]/u

const kinds: readonly Kind[] = ['N', 'W', 'L', 'R']
// A character's class as one number: its kind in the two lowest bits, then these.
const kindBits = 0x03
const markBit = 0x04
const digitBit = 0x08
const numberBit = 0x10
const mirroredBit = 0x20
const flagged = 0x40
const flaggedRight = 0x80
const asked = 0x100

/** The classes of the characters that have been asked for; regular expressions would take most of the stage's time. */
const classes = new Uint16Array(0x10000)

function classOf(character: string): number {
  if (character.length !== 1) return classify(character)
  const code = character.charCodeAt(0)
  const known = classes[code]!
  return known === 0 ? (classes[code] = classify(character)) : known
}

function classify(character: string): number {
  const kind = classifyKind(character)
  const flag = classifyFlag(character, kind)
  return (
    kinds.indexOf(kind) |
    (marks.test(character) ? markBit : 0) |
    (/\p{Nd}/u.test(character) ? digitBit : 0) |
    (numberLike.test(character) ? numberBit : 0) |
    (mirrored.test(character) ? mirroredBit : 0) |
    (flag === undefined ? 0 : flagged) |
    (flag === 1 ? flaggedRight : 0) |
    asked
  )
}

function classifyKind(character: string): Kind {
  if (weak.test(character)) return 'W'
  if (rightToLeft.test(character)) return neutralInRange.test(character) ? 'N' : 'R'
  return leftToRight.test(character) ? 'L' : 'N'
}

function classifyFlag(character: string, kind: Kind): 0 | 1 | undefined {
  if (/[\u0660-\u0669\u066b\u066c\u0600-\u0605\u06dd]/u.test(character)) return 1
  if (kind === 'R') return 1
  if (kind === 'L') return 0
  // European numbers, their signs and terminators.
  if (
    kind === 'W' &&
    /[\p{Nd}+\-\u2212#$%\u066a\u2030\u00b0\u00b1\u20a0-\u20cf\u00b2\u00b3\u00b9]/u.test(character)
  )
    return 0
  return undefined
}

/** PDFium's class of a character: the Unicode classes, folded to four. */
export function kindOf(character: string): Kind {
  return kinds[classOf(character) & kindBits]!
}

export function isMark(character: string): boolean {
  return (classOf(character) & markBit) !== 0
}

export function isSpace(character: string): boolean {
  return character === ' ' || character === '\u00a0'
}

export function isDigit(character: string): boolean {
  return (classOf(character) & digitBit) !== 0
}

/** Poppler's number class: from such a character on it reads left to right up to the next right-to-left letter. */
export function isNumberLike(character: string): boolean {
  return (classOf(character) & numberBit) !== 0
}

/** What PDFium turns round (or writes out) where it reads from the right. */
export function isMirrored(character: string): boolean {
  return (classOf(character) & mirroredBit) !== 0
}

/** MuPDF's direction of a character: 1 right to left, 0 left to right, nothing where it takes the one before. */
export function flagOf(character: string): 0 | 1 | undefined {
  const found = classOf(character)
  if ((found & flagged) === 0) return undefined
  return (found & flaggedRight) === 0 ? 0 : 1
}
