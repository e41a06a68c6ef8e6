/** A text changed in a few places, as by a careless hand, a bad disk or a bad will. */
import type { Random } from './random.ts'

export interface Mutation {
  /** What may be put in. */
  words: readonly [string, ...string[]]
  /** Texts of which pieces may be put in. */
  others?: readonly string[]
  /** The highest character put in by chance. */
  highest?: number
}

const numbers = [
  '0',
  '-1',
  '1',
  '255',
  '65536',
  '2147483647',
  '4294967296',
  '1e9',
  '9'.repeat(25),
  '0.5',
] as const
/** In characters: of what is longer, a second would be no surprise. */
const largest = 100_000

export function mutate(text: string, random: Random, mutation: Mutation): string {
  let changed = text
  // Mostly one change or two: more hide each other.
  for (let more = true; more; more = random.below(3) === 0) changed = once(changed, random, mutation)
  return changed.slice(0, largest)
}

/** Bytes are texts of as many characters. */
export function mutateBytes(bytes: Uint8Array, random: Random, mutation: Mutation): Buffer {
  const text = Buffer.from(bytes).toString('latin1')
  return Buffer.from(mutate(text, random, { ...mutation, highest: 0xff }), 'latin1')
}

function once(text: string, random: Random, { words, others = [], highest = 0x10ffff }: Mutation): string {
  const [from, to] = stretch(text, random)
  const replace = (by: string, end = from): string => text.slice(0, from) + by + text.slice(end)
  switch (random.below(10)) {
    case 0:
      return replace('', to)
    case 1:
      return replace(text.slice(from, to))
    case 2:
      return replace(text.slice(from, to).repeat(2 + random.below(random.below(20) === 0 ? 2000 : 5)), to)
    case 3:
      return replace(random.pick(words), random.below(2) === 0 ? from : to)
    case 4:
      return replace(character(random, highest), from + random.below(2))
    case 5: {
      const other = random.pick(others) ?? text
      const [begin, end] = stretch(other, random)
      return replace(other.slice(begin, end), random.below(2) === 0 ? from : to)
    }
    case 6:
      return random.below(8) === 0 ? text.slice(0, from) : replace(random.pick(words))
    case 7: {
      const [begin, end] = stretch(text, random)
      return begin < to ? replace('', to) : replace(text.slice(begin, end)) + text.slice(from, to)
    }
    default: {
      const found = [...text.slice(from, from + 4000).matchAll(/-?\d+(?:\.\d+)?/g)]
      const number = random.pick(found)
      if (number === undefined) return replace(character(random, highest))
      const at = from + number.index
      const by = random.below(2) === 0 ? random.pick(numbers) : String(random.below(40))
      return text.slice(0, at) + by + text.slice(at + number[0].length)
    }
  }
}

/** Short ones are likelier, and often a line. */
function stretch(text: string, random: Random): [from: number, to: number] {
  const from = random.below(text.length + 1)
  if (random.below(4) === 0) {
    const begin = text.lastIndexOf('\n', from) + 1
    const end = text.indexOf('\n', from)
    return [begin, end < 0 ? text.length : end + 1]
  }
  const length = random.below(random.pick([2, 10, 100, 2000]))
  return [from, Math.min(text.length, from + length)]
}

const odd = [0, 0xfeff, 0x200c, 0x200f, 0x202e, 0xd800, 0x2028, 0x661, 0x1f1ee] as const

function character(random: Random, highest: number): string {
  if (highest > 0xff && random.below(3) === 0) return String.fromCodePoint(random.pick(odd))
  const code = random.below(random.pick([0x80, 0x800, highest + 1]))
  return String.fromCodePoint(Math.min(code, highest))
}
