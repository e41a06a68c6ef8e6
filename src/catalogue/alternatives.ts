/** The ways in which what is sought may be written: joined or apart, one or several of it. Each is a row of words. */
import { isCommon } from './query.ts'
import type { Part, Query } from './query.ts'

/** A part of the query with all the ways in which a text may hold it. */
export interface Sought {
  ways: string[][]
  not: boolean
  beginning: boolean
}

/** Whether a word stands in any text; where that is not known, every word may. */
export type Known = (word: string) => boolean
const anything: Known = () => true

export function soughtOf({ parts, common }: Query, known: Known = anything): Sought[] {
  return parts.flatMap((part, index): Sought[] => {
    const { words, quoted, not, beginning } = part
    const [word = '', ...others] = words
    if (quoted || others.length > 0) return [{ ways: waysOf(words, known), not, beginning }]
    if (!common && !not && isCommon(word)) return []
    const own = beginning ? [[word]] : [...forms(word), ...cuts(word, false, known)]
    return [{ ways: distinct([...own, ...withNeighbours(parts, index, known)]), not, beginning }]
  })
}

/** Words that are no one's but that a text may hold in the place of those that are sought; `soughtOf` asks for them. */
export function guesses({ parts }: Query): string[] {
  const all = new Set<string>()
  const asked: Known = (word) => {
    all.add(word)
    return true
  }
  for (const [index, { words }] of parts.entries()) {
    withNeighbours(parts, index, asked)
    for (const at of words.keys()) changesAt(words, at, asked)
  }
  return [...all]
}

/** With its neighbour it may be one word in the text: «کار آفرین» and «کارآفرین». */
function withNeighbours(parts: Part[], index: number, known: Known): string[][] {
  const single = (part: Part | undefined): string =>
    part === undefined || part.quoted || part.not || part.words.length > 1 ? '' : part.words[0]!
  const [before, own, after] = [index - 1, index, index + 1].map((at) => single(parts[at])) as [
    string,
    string,
    string,
  ]
  if (own === '') return []
  return [before && `${before}${own}`, after && `${own}${after}`]
    .filter((joined) => joined !== '' && known(joined))
    .map((joined) => [joined])
}

const plural = /^(.{2,}?)(?:ها|های|هایی)$/
/** The «ی» that ties «شورا» or «نیرو» to the word after it. */
const tied = /^(.+[او])ی$/

/** A word, the other number of it, and what ties it to the next: «شورا», «شورای», «شوراها», «شوراهای». */
function forms(word: string): string[][] {
  const stem = plural.exec(word)?.[1] ?? tied.exec(word)?.[1] ?? word
  if (!/[\u0620-\u06d3]$/.test(stem) || stem.length < 2) return [[word]]
  const others = [stem, `${stem}ها`, `${stem}های`, `${stem}هایی`, ...(/[او]$/.test(stem) ? [`${stem}ی`] : [])]
  return distinct([[word], ...others.map((other) => [other])])
}

/** More ways are no other spelling of one thing. */
const mostWays = 64

/** A row of words as it is, then with one word joined or cut, then with two, and so on. */
export function waysOf(words: string[], known: Known = anything): string[][] {
  const changes = words.map((_, at) => changesAt(words, at, known))
  const ways: string[][] = []
  const extend = (at: number, row: string[], left: number): void => {
    if (ways.length >= mostWays) return
    if (at === words.length) {
      if (left === 0) ways.push(row)
      return
    }
    extend(at + 1, [...row, words[at]!], left)
    if (left > 0) for (const { take, put } of changes[at]!) extend(at + take, [...row, ...put], left - 1)
  }
  const most = changes.filter(({ length }) => length > 0).length
  for (let count = 0; count <= most; count++) extend(0, [], count)
  return distinct(ways)
}

/** What may stand in the place of a word of a row, or of it and those after it. */
function changesAt(words: string[], at: number, known: Known): { take: number; put: string[] }[] {
  const joins = [2, 3]
    .filter((take) => at + take <= words.length)
    .map((take) => ({ take, put: [words.slice(at, at + take).join('')] }))
  const among = words.length > 1
  return [
    ...joins.filter(({ put: [joined = ''] }) => known(joined)),
    ...cuts(words[at]!, among, known).map((put) => ({ take: 1, put })),
  ]
}

const shortestPart = 2
const longestToCut = 24

/**
 * A word cut in two wherever both parts are words.
 * @param among it stands among others, so that a part that is in every text is no chance hit
 */
function cuts(word: string, among: boolean, known: Known): string[][] {
  if (!/^[\u0620-\u06d3]+$/.test(word) || word.length > longestToCut) return []
  const places = Array.from(
    { length: Math.max(0, word.length - 2 * shortestPart + 1) },
    (_, n) => n + shortestPart,
  )
  return places
    .map((at): [string, string] => [word.slice(0, at), word.slice(at)])
    .filter(
      ([first, second]) => among || (!isCommon(second) && (!isCommon(first) || isAdverb(first, second))),
    )
    .filter((parts) => parts.every(known))
}

/** «بهعنوان» is «به عنوان»; but «بهبود» is one word. */
const isAdverb = (first: string, second: string): boolean => first === 'به' && second.length > 3

const distinct = (ways: string[][]): string[][] => [
  ...new Map(ways.map((way) => [way.join(' '), way])).values(),
]
