/**
 * Folds text for search: different spellings of the same words give the same key (persian.md §4.4,
 * mail-archive-scale.md §2.5). The key is for comparing and indexing, never for showing.
 */

import { AFTER_HEH, COMPOUNDS, SPELLINGS, SUFFIX, VERB_PREFIX } from './spellings.ts'

/** The key in the two forms an index keeps: words with half-spaces taken apart, and written as one. */
export interface SearchForms {
  main: string
  joined: string
}

const LETTERS: Readonly<Record<string, string>> = {
  ي: 'ی',
  ى: 'ی',
  '\u06d0': 'ی',
  '\u06d2': 'ی',
  ئ: 'ی',
  ك: 'ک',
  '\u06aa': 'ک',
  ة: 'ه',
  '\u06c3': 'ه',
  '\u06c0': 'ه',
  '\u06c1': 'ه',
  '\u06c2': 'ه',
  '\u06be': 'ه',
  '\u06d5': 'ه',
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ؤ: 'و',
  ء: '',
  // Lower case writes the last sigma of a word in another way.
  ς: 'σ',
}
const LETTER = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'g')
const DROPPED =
  /(?:[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed]|[\u061c\u0640\u00ad\u200b\u200d-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff])+/g

/** A word of the key with the place in the text that it was written in. */
export interface SearchWord {
  key: string
  /** Offsets in UTF-16 units; where several words were written without anything between them, those of all of them. */
  start: number
  end: number
  /** Nothing but a half-space lies between it and the word before. */
  bound: boolean
}

/** One key for all spellings: words apart by one space, half-space compounds as their parts. Idempotent. */
export function searchKey(text: string): string {
  return words(folded(text).replace(/\u200c+/g, ' ')).join(' ')
}

/** The key, and the key with every half-space compound written as one word. */
export function searchForms(text: string): SearchForms {
  const plain = folded(text)
  return {
    main: words(plain.replace(/\u200c+/g, ' ')).join(' '),
    joined: words(plain.replace(/\u200c+/g, '')).join(' '),
  }
}

/** What an index keeps of a text: its key, and those half-space compounds that are other words when written as one. */
export function indexForms(text: string): { main: string; compounds: string[] } {
  const plain = folded(text)
  const compounds = new Set<string>()
  for (const written of plain.split(' ')) {
    if (!written.includes('\u200c')) continue
    const whole = words(written.replace(/\u200c+/g, '')).join(' ')
    if (whole !== words(written.replace(/\u200c+/g, ' ')).join(' ')) compounds.add(whole)
  }
  return { main: words(plain.replace(/\u200c+/g, ' ')).join(' '), compounds: [...compounds] }
}

/** The words of the key, each with its place: `searchKey` is their keys with one space between. */
export function searchWords(text: string): SearchWord[] {
  const pieces = [...text.matchAll(WRITTEN)].flatMap(({ 0: written, index }) => {
    const start = index
    const end = start + written.length
    return keysOf(written).map((key) => ({ key, start, end, bound: text[start - 1] === '\u200c' }))
  })
  return grouped(pieces.map(({ key }) => key)).map(({ key, first, last }) => {
    const { start, bound } = pieces[first]!
    return { key, start, end: pieces[last]!.end, bound }
  })
}

/** Whether the texts are the same to a search: in either form, or when all spaces are left out. */
export function sameInSearch(a: string, b: string): boolean {
  const left = searchForms(a)
  const right = searchForms(b)
  return (
    left.main === right.main ||
    left.joined === right.joined ||
    left.main.replaceAll(' ', '') === right.main.replaceAll(' ', '')
  )
}

/** The keys of words met lately: a text is folded ten times as fast as its words one by one, but most words come again. */
const met = new Map<string, string[]>()
const mostMet = 10_000

function keysOf(written: string): string[] {
  const known = met.get(written)
  if (known !== undefined) return known
  const keys = folded(written).split(' ').filter(Boolean)
  if (met.size >= mostMet) met.clear()
  met.set(written, keys)
  return keys
}

/** Commas that may stand between the digits of one number. */
const COMMA = ',\u066c\u060c\uff0c\ufe50\ufe10'
/** What is written without a space, a mark or a half-space in it; only a comma in a number does not end it. */
const WRITTEN = new RegExp(
  `(?:[^\\p{P}\\p{Z}\\p{Cc}\\u200c]|(?<=\\p{N}[\\p{M}\\p{Cf}\\u0640]*)[${COMMA}](?=[\\p{M}\\p{Cf}\\u0640]*\\p{N}))+`,
  'gu',
)

/** Letters, digits and half-spaces in one form; everything between words is a space. */
function folded(text: string): string {
  return (
    text
      .normalize('NFKC')
      .replace(DROPPED, '')
      .normalize('NFKC')
      .toLowerCase()
      .normalize('NFKC')
      .replace(DROPPED, '')
      .replace(LETTER, (letter) => LETTERS[letter] ?? letter)
      .replace(/[\u06f0-\u06f9\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) & 15))
      .replace(/(?<=[0-9])[,\u066c\u060c](?=[0-9]{3}(?![0-9]))/g, '')
      .replace(/(?<=[\u0620-\u06d3])(?=[0-9])|(?<=[0-9])(?=[\u0620-\u06d3])/g, ' ')
      .replace(/[^\p{L}\p{M}\p{N}\u200c]+/gu, ' ')
      // A mark needs a letter before it: the fold of «‗» is a space and a mark.
      .replace(/(?<![^ \u200c])\p{M}+/gu, '')
  )
}

const words = (text: string): string[] => grouped(text.split(' ').filter(Boolean)).map(({ key }) => key)

/** A word of the key, and the first and the last of the written words that it is made of. */
interface Group {
  key: string
  first: number
  last: number
}

function grouped(written: readonly string[]): Group[] {
  const groups: Group[] = []
  for (let first = 0; first < written.length; first++) {
    const last = first + withAnd(written, first) - 1
    const key = spelled(last === first ? written[first]! : written.slice(first, last + 1).join(''))
    const before = groups.at(-1)
    // «خانه ی ما», «خانه~ی ما» (~ the half-space) and «خانهٔ ما»
    if (before !== undefined && key === 'ی' && before.key.endsWith('ه')) before.last = last
    else if (before !== undefined && joins(before.key, key)) {
      before.key += key
      before.last = last
    } else groups.push({ key, first, last })
    first = last
  }
  return groups
}

const SPELLING = new RegExp(`^(?:${[...SPELLINGS.keys()].join('|')})`)
const spelled = (word: string): string => word.replace(SPELLING, (start) => SPELLINGS.get(start) ?? start)

/** Two halves with «و» between them, which are written as one, two or three words. */
const HALVES = new Map([
  ['گفت', 'گو'],
  ['حمل', 'نقل'],
  ['ساز', 'کار'],
  ['جست', 'جو'],
  ['رفت', 'امد'],
])

/** Of how many written words the one that begins here is made. */
function withAnd(written: readonly string[], at: number): number {
  const first = written[at]!
  const alone = HALVES.get(first)
  const joined = first.endsWith('و') ? HALVES.get(first.slice(0, -1)) : undefined
  const ends = (word: string | undefined, half: string): boolean =>
    word !== undefined && word.startsWith(half) && /^(?:ی{0,2}$|ها)/.test(word.slice(half.length))
  if (joined !== undefined && ends(written[at + 1], joined)) return 2
  if (alone === undefined) return 1
  if (written[at + 1] === 'و' && ends(written[at + 2], alone)) return 3
  return ends(written[at + 1], `و${alone}`) ? 2 : 1
}

function joins(last: string, word: string): boolean {
  const joined =
    SUFFIX.has(word) ||
    VERB_PREFIX.has(last) ||
    (AFTER_HEH.has(word) && last.length > 2 && last.endsWith('ه')) ||
    (COMPOUNDS.get(last)?.some((second) => word.startsWith(second)) ?? false)
  return joined && /^[\u0620-\u06d3]/.test(word) && /[\u0620-\u06d3]$/.test(last)
}
