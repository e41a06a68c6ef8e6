/** Names of attached files, good in every mail program and on every system. */
import { createHash } from 'node:crypto'
import { isDeviceName } from '../model/device-name.ts'
import { toLatinDigits } from '../persian/digits.ts'

/** With the ending, in characters. */
const longest = 60
/** Of a part in Latin letters, so that what comes after it is still said. */
const longestPart = 30

export interface AttachmentTitle {
  /** In the words of the office: «بستهٔ جلسهٔ ۱۲ ۱۴۰۵/۰۹/۱۰». */
  persian: string
  /** In the same order, what it is, of which meeting and day: `pack`, the meeting's file, `1405-09-10`. */
  ascii: readonly string[]
  /** Without its dot. */
  ending: string
}

/**
 * Letters and digits with hyphens between them; no half-space, vowel or mark that steers the direction. In Latin letters
 * a part that has none is told by a hash: a transliteration without vowels says nothing to anybody. Digits of a day stand
 * together in a Persian name, in which hyphens would turn them round.
 */
export function attachmentName(
  { persian, ascii, ending }: AttachmentTitle,
  style: 'persian' | 'ascii',
): string {
  const text = style === 'ascii' ? ascii.map(latin).filter(Boolean).join('-') : withWholeDays(persian)
  const name = hyphenated(text, longest - ending.length - 1) || 'file'
  return `${isDeviceName(name) ? `${name}-` : name}.${ending}`
}

/** Names that are the same, with a number where they would be one file. */
export function distinctNames(names: readonly string[]): string[] {
  const taken = new Set<string>()
  return names.map((name) => {
    const dot = name.lastIndexOf('.')
    let own = name
    for (let n = 2; taken.has(own.toLowerCase()); n++) {
      const number = `-${n}`
      own = `${cut(name.slice(0, dot), longest - (name.length - dot) - number.length)}${number}${name.slice(dot)}`
    }
    taken.add(own.toLowerCase())
    return own
  })
}

function hyphenated(text: string, most: number): string {
  const name = toLatinDigits(text)
    .normalize('NFC')
    .replace(/\p{M}+/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
  return cut(name, most).replace(/^-+|-+$/g, '')
}

const withWholeDays = (text: string): string =>
  toLatinDigits(text).replace(/\b(\d{4})\/(\d\d)\/(\d\d)\b/g, '$1$2$3')

/** A part in Latin letters, or its hash where it has other ones. */
function latin(part: string): string {
  const plain = toLatinDigits(part)
  if (!/[^\0-\x7f]/.test(plain)) return plain.slice(0, longestPart)
  return createHash('sha256').update(part.normalize('NFC')).digest('hex').slice(0, 8)
}

/** Not in the middle of a character. */
function cut(text: string, most: number): string {
  const short = text.slice(0, most)
  return /[\ud800-\udbff]$/.test(short) ? short.slice(0, -1) : short
}
