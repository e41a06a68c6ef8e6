/** Characters no text should hold, and what normalising makes of the others. */
import { fault, warning } from '../model/fault.ts'
import type { Fault, Span } from '../model/fault.ts'
import { strangeCharacters } from '../persian/characters.ts'
import { normalizationCounts } from '../persian/normalize.ts'
import type { Mention } from './tree.ts'

/** Normalising drops these, and nothing of the text is lost with them. */
const dropped = new Set(['control', 'override'])
/** One text may hold thousands of them; the first ones say enough. */
const mostTold = 3

/** Faults `text/strange` (no paper can print it) and warnings `text/dropped`, by code point. */
export function checkCharacters(text: string, span: Span): Fault[] {
  return strangeCharacters(text)
    .slice(0, mostTold)
    .map(({ codePoint, kind }) => {
      const values = { character: `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`, kind }
      return dropped.has(kind) ? warning('text/dropped', span, values) : fault('text/strange', span, values)
    })
}

/** Where one of some characters stands first in a file. */
export function placeOf(characters: readonly string[], text: string, file: string): Span | undefined {
  const places = characters.flatMap((character) => {
    const at = text.indexOf(character)
    return at === -1 ? [] : [{ at, length: character.length }]
  })
  const [first] = places.toSorted((a, b) => a.at - b.at)
  if (first === undefined) return undefined
  const before = text.slice(0, first.at).split(/\r?\n/)
  return { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1, length: first.length }
}

/** What is dropped is told where it stands, and not again in the note. */
const toldByPlace = new Set(['control', 'direction-override'])

/** One note for a whole file: how many characters normalising changes, and of which kinds. */
export function normalizationNote(prose: Mention[], file: string): Fault[] {
  const counts = new Map<string, number>()
  for (const { text } of prose) {
    for (const [kind, count] of Object.entries(normalizationCounts(text))) {
      if (toldByPlace.has(kind)) continue
      counts.set(kind, (counts.get(kind) ?? 0) + count)
    }
  }
  if (counts.size === 0) return []
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
  const kinds = [...counts.keys()].join(' ')
  return [
    warning('text/normalized', { file, line: 1, column: 1, length: 1 }, { total: String(total), kinds }),
  ]
}
