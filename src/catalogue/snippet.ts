/** Pieces of the text as it was written, with what was found in them marked. */
import { searchWords } from '../persian/search-key.ts'
import type { SearchWord } from '../persian/search-key.ts'
import type { Sought } from './alternatives.ts'
import type { Passage } from './read-minutes.ts'

export interface Snippet {
  path: string
  line: number
  /** One line of the text of the file; `…` where more of it precedes or follows. */
  text: string
  /** Places in it that were found: offsets in UTF-16 units, in order. */
  marks: [start: number, end: number][]
}

const longest = 160
/** A hit stands behind so much of the text, so that one sees what it is about. */
const lead = 50

/** Shown with the document itself, and so of less use among its snippets. */
const heading = new Set(['meeting.title', 'meeting.body', 'title', 'body'])

/** The passages that hold the most of what is sought, in the order of the file. */
export function snippets(passages: readonly Passage[], sought: readonly Sought[], most: number): Snippet[] {
  const wanted = sought.filter(({ not }) => !not)
  const found: { passage: Passage; hits: Hit[]; parts: number }[] = []
  let best = 0
  for (const passage of wanted.length === 0 ? [] : passages) {
    const hits = hitsIn(passage.text, wanted)
    if (hits.length === 0) continue
    const parts = heading.has(passage.path) ? 0 : new Set(hits.map(({ part }) => part)).size
    found.push({ passage, hits, parts })
    if (parts === wanted.length && ++best === most) break
  }
  const chosen = new Set(found.toSorted((a, b) => b.parts - a.parts).slice(0, most))
  return found
    .filter((one) => chosen.has(one))
    .map(({ passage, hits }) => ({ path: passage.path, line: passage.line, ...cut(passage.text, hits) }))
}

interface Hit {
  start: number
  end: number
  /** Which part of the query it is. */
  part: number
}

function hitsIn(text: string, sought: readonly Sought[]): Hit[] {
  const words = searchWords(text)
  const hits: Hit[] = []
  for (const [at, { key, start }] of words.entries()) {
    for (const [part, { ways, beginning }] of sought.entries()) {
      let last = -1
      for (const way of ways) {
        // Nearly every word is turned down here.
        const first = way[0] ?? ''
        if (!first.startsWith(key) && !(beginning && key.startsWith(first))) continue
        last = Math.max(last, endOf(words, at, way, beginning) ?? -1)
      }
      if (last >= 0) hits.push({ start, end: words[last]!.end, part })
    }
  }
  return hits
}

/** The last word of a way that begins at a word of the text; parts of a half-space compound may be one word of it. */
function endOf(words: SearchWord[], at: number, way: string[], beginning: boolean): number | undefined {
  let index = at
  for (const [number, wanted] of way.entries()) {
    const last = number === way.length - 1
    const fits = (key: string): boolean => key === wanted || (beginning && last && key.startsWith(wanted))
    let key = words[index]?.key ?? ''
    while (!fits(key) && words[index + 1]?.bound && wanted.startsWith(key)) key += words[++index]!.key
    if (!fits(key)) return undefined
    index++
  }
  return index - 1
}

/** The stretch that holds the most different parts, from word to word. */
function cut(text: string, hits: Hit[]): Pick<Snippet, 'text' | 'marks'> {
  const inside = ({ start }: Hit): Hit[] =>
    hits.filter((hit) => hit.start >= start && hit.end <= start + longest - lead)
  const counted = hits.map((hit) => ({ hit, parts: new Set(inside(hit).map(({ part }) => part)).size }))
  const best = counted.reduce((one, other) => (other.parts > one.parts ? other : one))
  const whole = text.length <= longest
  const from = whole ? 0 : wordStart(text, Math.max(0, best.hit.start - lead))
  const to = whole
    ? text.length
    : wordEnd(text, Math.max(best.hit.end, Math.min(text.length, from + longest)))
  const before = from > 0 ? '… ' : ''
  const after = to < text.length ? ' …' : ''
  const shift = before.length - from
  const marks = united(hits.filter(({ start, end }) => start >= from && end <= to)).map(
    ({ start, end }): [number, number] => [start + shift, end + shift],
  )
  // A line break and a control character are each one unit, as the space that takes their place.
  const line = text.slice(from, to).replace(/[\s\p{Cc}]/gu, (one) => (one === '\ufeff' ? one : ' '))
  return { text: `${before}${line}${after}`, marks }
}

/** The start of the word that begins at or after the place, or of the one there if the next is far. */
function wordStart(text: string, at: number): number {
  if (at === 0) return 0
  const space = text.slice(at, at + lead).search(/\s/)
  return space < 0 ? wholeCharacter(text, at) : at + space + 1
}

function wordEnd(text: string, at: number): number {
  if (at >= text.length) return text.length
  const back = /\s\S*$/.exec(text.slice(at - lead, at))
  return back === null ? wholeCharacter(text, at) : at - lead + back.index
}

/** Never between the two units of a character. */
const wholeCharacter = (text: string, at: number): number =>
  /[\udc00-\udfff]/.test(text[at] ?? '') ? at + 1 : at

/** Hits that touch or overlap, as one; a space between two hits of one phrase is inside it already. */
function united(hits: Hit[]): { start: number; end: number }[] {
  const marks: { start: number; end: number }[] = []
  for (const { start, end } of hits.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = marks.at(-1)
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end)
    else marks.push({ start, end })
  }
  return marks
}
