/** Where a meeting file names rows of its tables, as the schema says: a new field that refers is found without a word here. */
import type { z } from 'zod'
import { unwrap } from '../model/field.ts'
import type { Register } from '../model/field.ts'
import { meetingSchema } from '../model/meeting.ts'
import type { Meeting } from '../model/meeting.ts'

/** A field that names a row, by its id or its name. */
export interface Reference {
  /** Keys and indices: `agenda.2.presenter`. */
  path: string
  register: Register
  name: string
}

export function referencesIn(meeting: Meeting): Reference[] {
  return spots.flatMap(({ keys, register }) =>
    [...valuesAt(meeting, keys, [])].map(({ path, value }) => ({ path, register, name: value })),
  )
}

interface Spot {
  keys: string[]
  register: Register
}

const spots = spotsOf(meetingSchema, [])

function spotsOf(type: z.ZodType, keys: string[]): Spot[] {
  const schema = unwrap(type)
  if (schema.def.type === 'array') return spotsOf((schema as z.ZodArray<z.ZodType>).element, keys)
  if (schema.def.type === 'object')
    return Object.entries((schema as z.ZodObject).shape).flatMap(([key, field]) =>
      spotsOf(field as z.ZodType, [...keys, key]),
    )
  const register = schema.meta()?.refers
  return register === undefined ? [] : [{ keys, register }]
}

/** Lists on the way are gone through row by row. */
function* valuesAt(
  value: unknown,
  keys: readonly string[],
  path: readonly (string | number)[],
): Generator<{ path: string; value: string }> {
  if (value === undefined) return
  if (Array.isArray(value))
    for (const [index, row] of value.entries()) yield* valuesAt(row, keys, [...path, index])
  else if (typeof value === 'string') yield { path: path.join('.'), value }
  else {
    const [key = '', ...rest] = keys
    yield* valuesAt((value as Record<string, unknown>)[key], rest, [...path, key])
  }
}
