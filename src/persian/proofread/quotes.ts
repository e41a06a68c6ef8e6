/** Quotation marks. */
import type { Match, Rule } from './rule.ts'

const PERSIAN = /[\u0620-\u064a\u066e-\u06d3]/

/** "…" and “…” around Persian words, one finding for each mark, unless they stand inside « » already. */
const latinQuotes: Rule = {
  id: 'quote/latin',
  find: (text) => {
    const found: Match[] = []
    const pairs = /(?<![^\s([:،؛«])(?:"([^"«»\n]+)"|\u201c([^"\u201c\u201d«»\n]+)\u201d)(?![^\s)\].:،؛؟!»])/g
    for (const { index, 0: whole, 1: straight, 2: curly } of text.matchAll(pairs)) {
      const inside = straight ?? curly ?? ''
      if (!PERSIAN.test(inside) || inside.trim() !== inside) continue
      const end = index + whole.length
      const values = { text: inside }
      if (isQuoted(text, index)) continue
      found.push({ start: index, end: index + 1, suggestion: '«', values })
      found.push({ start: end - 1, end, suggestion: '»', values })
    }
    return found
  },
}

/** Looks back over at most a line's worth of text. */
function isQuoted(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 400), at)
  return before.lastIndexOf('«') > before.lastIndexOf('»')
}

/** « without », or the other way about. Nothing is suggested: where it belongs is not known. */
const unbalanced: Rule = {
  id: 'quote/unbalanced',
  find: (text) => {
    const open: number[] = []
    const wrong: number[] = []
    for (const { index, 0: mark } of text.matchAll(/[«»]/g)) {
      if (mark === '«') open.push(index)
      else if (open.pop() === undefined) wrong.push(index)
    }
    // Where a closing mark is wrong nothing is open, so what is left open comes after it.
    return [...wrong, ...open].map((start) => ({
      start,
      end: start + 1,
      values: { mark: text.charAt(start) },
    }))
  },
}

export const quoteRules: readonly Rule[] = [latinQuotes, unbalanced]
