/** Dictionaries and arrays as they are written in a file, taken apart into their values and put together again. */
import { skipSpace, valueEnd } from './lexer.ts'

const reference = /\d+ \d+ R(?![A-Za-z])/y

/** The end of a value outside content streams, where three words are a reference. */
function objectEnd(text: string, at: number): number {
  const code = text.charCodeAt(at)
  if (code >= 0x30 && code <= 0x39) {
    reference.lastIndex = at
    if (reference.test(text)) return reference.lastIndex
  }
  return valueEnd(text, at)
}

/** The entries of a dictionary by their names without a solidus. */
export function readDictionary(text: string): Map<string, string> {
  const entries = new Map<string, string>()
  let at = skipSpace(text, 2)
  while (text.charCodeAt(at) === 0x2f) {
    const nameEnd = valueEnd(text, at)
    const from = skipSpace(text, nameEnd)
    const to = objectEnd(text, from)
    entries.set(text.slice(at + 1, nameEnd), text.slice(from, to))
    at = skipSpace(text, to)
  }
  return entries
}

export function writeDictionary(entries: Iterable<readonly [string, string]>): string {
  return `<<${[...entries].map(([name, value]) => `/${name} ${value}`).join('\n')}>>`
}

/** The values of an array; of any other value, itself. */
export function readArray(text: string): string[] {
  if (!text.startsWith('[')) return text === '' ? [] : [text]
  const values: string[] = []
  for (let at = skipSpace(text, 1); at < text.length && text[at] !== ']';) {
    const to = objectEnd(text, at)
    values.push(text.slice(at, to))
    at = skipSpace(text, to)
  }
  return values
}

/** The number of the object that a value refers to. */
export function referenceOf(value: string | undefined): number | undefined {
  const number = value === undefined ? undefined : /^(\d+) \d+ R$/.exec(value)?.[1]
  return number === undefined ? undefined : Number(number)
}
