/** Where in a meeting file a character stands that no font of the papers has. */
import type { Fault } from '../model/fault.ts'
import { placeOf } from '../source/characters.ts'

/** The same fault; `print/missing-glyph` with the place where one of its characters stands first. */
export function withGlyphPlace(found: Fault, file: string, text: string): Fault {
  if (found.code !== 'print/missing-glyph') return found
  const points = (found.values.characters ?? '').match(/[0-9A-F]{4,6}(?= |$)/g) ?? []
  const characters = points.map((point) => String.fromCodePoint(Number.parseInt(point, 16)))
  const span = placeOf(characters, text, file)
  return span === undefined ? found : { ...found, span }
}
