/** Two wordings of one text: whether they mean the same, and if not, which words are others. */
import { searchKey } from '../persian/search-key.ts'

/** A stretch of words that both texts have, or only the old or the new one. */
export interface Piece {
  kind: 'kept' | 'removed' | 'added'
  text: string
}

/** Longer stretches are not set against each other word by word: they are told as one change. */
const mostPairs = 1_000_000

/** Spelling, half-spaces and punctuation do not count; a sign before a number does. */
export function sameMeaning(a: string, b: string): boolean {
  return a === b || meaningKey(a) === meaningKey(b)
}

/** The same for all spellings of the same words. */
export const meaningKey = (text: string): string =>
  searchKey(text.replace(/(?<![\p{L}\p{N}])[-\u2212](?=\p{N})/gu, 'منفی '))

/** The words of both texts in order, what is removed before what is added in its place. */
export function wordChanges(before: string, now: string): Piece[] {
  const old = wordsOf(before)
  const fresh = wordsOf(now)
  let start = 0
  while (start < old.length && start < fresh.length && alike(old[start], fresh[start])) start++
  let end = 0
  while (
    end < old.length - start &&
    end < fresh.length - start &&
    alike(old[old.length - 1 - end], fresh[fresh.length - 1 - end])
  )
    end++
  const kept = (words: Word[]): Piece[] => words.map(({ text }) => ({ kind: 'kept', text }))
  return joined([
    ...kept(fresh.slice(0, start)),
    ...middle(old.slice(start, old.length - end), fresh.slice(start, fresh.length - end)),
    ...kept(fresh.slice(fresh.length - end)),
  ])
}

interface Word {
  text: string
  key: string
}

const wordsOf = (text: string): Word[] =>
  text
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => ({ text: word, key: meaningKey(word) || word }))

const alike = (a: Word | undefined, b: Word | undefined): boolean => a?.key === b?.key

/** By the longest sequence of words that both have. */
function middle(old: Word[], fresh: Word[]): Piece[] {
  const removed = (words: Word[]): Piece[] => words.map(({ text }) => ({ kind: 'removed', text }))
  const added = (words: Word[]): Piece[] => words.map(({ text }) => ({ kind: 'added', text }))
  if (old.length * fresh.length > mostPairs) return [...removed(old), ...added(fresh)]
  const width = fresh.length + 1
  const common = new Uint32Array((old.length + 1) * width)
  const at = (i: number, j: number): number => common[i * width + j] ?? 0
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = fresh.length - 1; j >= 0; j--)
      common[i * width + j] = alike(old[i], fresh[j])
        ? at(i + 1, j + 1) + 1
        : Math.max(at(i + 1, j), at(i, j + 1))
  const pieces: Piece[] = []
  let i = 0
  let j = 0
  while (i < old.length && j < fresh.length) {
    if (alike(old[i], fresh[j])) {
      pieces.push({ kind: 'kept', text: fresh[j]?.text ?? '' })
      i++
      j++
    } else if (at(i + 1, j) >= at(i, j + 1)) pieces.push(...removed(old.slice(i, ++i)))
    else pieces.push(...added(fresh.slice(j, ++j)))
  }
  return [...pieces, ...removed(old.slice(i)), ...added(fresh.slice(j))]
}

/** Neighbours of one kind as one piece; between two kept stretches the removed words come first. */
function joined(pieces: Piece[]): Piece[] {
  const out: Piece[] = []
  let removed: string[] = []
  let added: string[] = []
  const settle = (): void => {
    if (removed.length > 0) out.push({ kind: 'removed', text: removed.join(' ') })
    if (added.length > 0) out.push({ kind: 'added', text: added.join(' ') })
    removed = []
    added = []
  }
  let kept: string[] = []
  const close = (): void => {
    if (kept.length > 0) out.push({ kind: 'kept', text: kept.join(' ') })
    kept = []
  }
  for (const { kind, text } of pieces) {
    if (kind === 'kept') {
      settle()
      kept.push(text)
    } else {
      close()
      ;(kind === 'removed' ? removed : added).push(text)
    }
  }
  settle()
  close()
  return out
}
