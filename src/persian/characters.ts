/** Characters that have no business in a text: named by place, so that an author can find them. */

/** What is wrong with a character; 'marks' is more than eight combining marks on one base. */
export type StrangeKind =
  | 'surrogate'
  | 'nul'
  | 'control'
  | 'override'
  | 'private-use'
  | 'unassigned'
  | 'marks'

/** index counts UTF-16 units; of a heap of marks it is the first one too many. */
export type StrangeCharacter = { index: number; codePoint: number; kind: StrangeKind }

/** Persian takes two marks on a letter, the Qur'an four; eight leaves room for any real text. */
const MOST_MARKS = 8
/** A run of marks, or one character of no use. */
const SUSPECT = /\p{M}+|[[\p{Cc}\p{Cs}\p{Co}\p{Cn}\u202a-\u202e]--[\t\n\r]]/gv

/**
 * Lone surrogates, NUL, controls (but tab and line ends), the embeddings and overrides U+202A–202E, private-use and
 * unassigned characters, and heaps of combining marks, in the order of the text. Linear; never fails.
 */
export function strangeCharacters(text: string): StrangeCharacter[] {
  return [...text.matchAll(SUSPECT)].flatMap(({ 0: run, index }): StrangeCharacter[] => {
    const kind = strangeKind(run)
    if (kind !== 'marks') return [{ index, codePoint: codePointAt(run, 0), kind }]
    const marks = [...run]
    if (marks.length <= MOST_MARKS) return []
    const allowed = marks.slice(0, MOST_MARKS).join('').length
    return [{ index: index + allowed, codePoint: codePointAt(run, allowed), kind }]
  })
}

const codePointAt = (text: string, index: number): number => text.codePointAt(index) ?? 0

function strangeKind(run: string): StrangeKind {
  if (run === '\0') return 'nul'
  if (/^[\u202a-\u202e]/.test(run)) return 'override'
  if (/^\p{Cc}/u.test(run)) return 'control'
  if (/^\p{Cs}/u.test(run)) return 'surrogate'
  if (/^\p{Co}/u.test(run)) return 'private-use'
  return /^\p{M}/u.test(run) ? 'marks' : 'unassigned'
}
