/**
 * The head of the archive's chain at the foot of the minutes: who holds a print of these holds what proves that nothing stored
 * before was changed or taken away since.
 */
import { toLatinDigits, toPersianDigits } from '../persian/digits.ts'
import { fa } from '../persian/fa.ts'
import type { House } from './head.ts'

/** What the archive knows when a paper is printed. */
export interface Archived {
  /** The last line of its chain: number and hash in hexadecimal. */
  head: { seq: number; hash: string }
  /** The revision of this paper that another one takes the place of, and why. */
  replaces?: { revision: number; reason: string } | undefined
}

const label = fa`سر زنجیره\u0654 بایگانی`
/** No other line has as much of a hash, by chance or by a day's work. */
const shownHash = 16

/** «سر زنجیرهٔ بایگانی: ۱۲ · 3f9a…» and, of a revision, what it replaces; '' as long as nothing is archived. */
export function archivedWords({ archived }: House): string {
  if (archived === undefined) return ''
  const { head, replaces } = archived
  const anchor = `${label}: ${toPersianDigits(String(head.seq))} · ${head.hash.slice(0, shownHash)}`
  if (replaces === undefined) return anchor
  const number = toPersianDigits(String(replaces.revision))
  return fa`${anchor} · جایگزین نسخه\u0654 ${number} بایگانی: ${replaces.reason}`
}

/** The head that a printed text shows. */
export function readArchivedHead(printed: string): Archived['head'] | undefined {
  const text = printed.normalize('NFC').replace(/[\u200e\u200f\u2066-\u2069]/g, '')
  const about = new RegExp(
    `${label.normalize('NFC').replaceAll(' ', String.raw`\s+`)}:\\s*([۰-۹]+)\\s*·\\s*([0-9a-f]{16})`,
  )
  const match = about.exec(text)
  return match === null ? undefined : { seq: Number(toLatinDigits(match[1] ?? '')), hash: match[2] ?? '' }
}
