/** Names of fields in two languages, and the nearest one to a name that is not known. */
import { distance } from 'fastest-levenshtein'
import type { z } from 'zod'
import { unwrap } from '../model/field.ts'

/** One spelling for a key: half-spaces, spaces, hyphens, hamza, ي and ك do not tell keys apart. */
export function foldKey(key: string): string {
  return key
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s\u200b-\u200f_-]/g, '')
    .replace(/[\u0654\u064b-\u0652]/g, '')
    .replace(/[\u064a\u0649]/g, 'ی')
    .replace(/\u0643/g, 'ک')
    .replace(/[\u06c0\u06c2]/g, 'ه')
    .replace(/[أإٱ]/g, 'ا')
    .replace(/ؤ/g, 'و')
}

interface Names {
  field: Map<string, string>
  /** Folded spelling → name as written. */
  written: Map<string, string>
}

const known = new WeakMap<z.ZodObject, Names>()

/** The names of an object's fields: folded spelling → English key, and all names as written. */
export function namesOf(schema: z.ZodObject): Names {
  const present = known.get(schema)
  if (present) return present
  const names: Names = { field: new Map(), written: new Map() }
  for (const [key, type] of Object.entries(schema.shape)) {
    for (const name of [key, ...(unwrap(type as z.ZodType).meta()?.fa ?? [])]) {
      names.field.set(foldKey(name), key)
      names.written.set(foldKey(name), name)
    }
  }
  known.set(schema, names)
  return names
}

/**
 * The name most like the word, or nothing where none is near: at most a third of its letters may differ.
 * @param names folded spelling → name as written
 */
export function nearest(word: string, names: Iterable<[folded: string, name: string]>): string | undefined {
  const folded = foldKey(word)
  let best: string | undefined
  let least = Math.ceil(folded.length / 3) + 1
  for (const [other, name] of names) {
    if (Math.abs(folded.length - other.length) >= least) continue
    const apart = distance(folded, other)
    if (apart >= least) continue
    best = name
    least = apart
  }
  return best
}
