/** Two rows of one kind: the fields that say something else. */
import type { z } from 'zod'
import { unwrap } from '../model/field.ts'
import { sameMeaning, wordChanges } from './word-changes.ts'
import type { Piece } from './word-changes.ts'

/** A fact that came, went or became another. Values are those of the schema. */
export interface FieldChange {
  /** Keys from the row to the field: ['credit', 'absorbed']. */
  path: string[]
  /** Schemas of those keys, the field's own last. */
  schemas: z.ZodType[]
  before?: unknown
  now?: unknown
  /** For prose that stands in both: which words are others. */
  words?: Piece[]
}

/** Names of what is referred to by id. */
export type Names = ReadonlyMap<string, string>

interface Sides {
  now: Names
  before: Names
}

/** @param but keys that somebody else tells */
export function fieldChanges(
  type: z.ZodType,
  before: unknown,
  now: unknown,
  names: Sides,
  but: ReadonlySet<string> = new Set(),
  path: string[] = [],
  schemas: z.ZodType[] = [],
): FieldChange[] {
  const schema = unwrap(type)
  if (schema.def.type === 'object') {
    const { shape } = schema as z.ZodObject
    const part = (row: unknown, key: string): unknown => (row as Record<string, unknown> | undefined)?.[key]
    return Object.entries(shape)
      .filter(([key]) => !but.has(key))
      .flatMap(([key, field]) =>
        fieldChanges(
          field as z.ZodType,
          part(before, key),
          part(now, key),
          names,
          new Set(),
          [...path, key],
          [...schemas, field as z.ZodType],
        ),
      )
  }
  if (same(schema, before, now, names)) return []
  const prose = schema.meta()?.kind === 'text' && typeof before === 'string' && typeof now === 'string'
  return [
    {
      path,
      schemas,
      ...(before !== undefined && { before }),
      ...(now !== undefined && { now }),
      ...(prose && { words: wordChanges(before, now) }),
    },
  ]
}

function same(schema: z.ZodType, before: unknown, now: unknown, names: Sides): boolean {
  if (before === undefined || now === undefined) return before === now
  if (schema.def.type === 'array') return sameLists(schema as z.ZodArray<z.ZodType>, before, now, names)
  if (schema.def.type === 'object') return fieldChanges(schema, before, now, names).length === 0
  if (schema.meta()?.refers !== undefined) {
    const [old, fresh] = [String(before), String(now)]
    // A body may be named by its id in one file and in full in the other.
    return old === fresh || sameMeaning(names.before.get(old) ?? old, names.now.get(fresh) ?? fresh)
  }
  if (typeof before === 'string' && typeof now === 'string' && schema.meta()?.kind === 'text')
    return sameMeaning(before, now)
  return JSON.stringify(before) === JSON.stringify(now)
}

/** Lists of references have no order that means something. */
function sameLists(schema: z.ZodArray<z.ZodType>, before: unknown, now: unknown, names: Sides): boolean {
  const [old, fresh] = [before as unknown[], now as unknown[]]
  if (old.length !== fresh.length) return false
  const element = unwrap(schema.element)
  if (element.meta()?.refers === undefined)
    return old.every((row, index) => same(element, row, fresh[index], names))
  const left = [...fresh]
  return old.every((row) => {
    const index = left.findIndex((other) => same(element, row, other, names))
    if (index >= 0) left.splice(index, 1)
    return index >= 0
  })
}
