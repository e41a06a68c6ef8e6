import type { z } from 'zod'
import { withHalfSpaces } from '../persian/fa.ts'

/** The tables of a meeting file whose rows are referred to by id. */
export type Register = 'person' | 'body' | 'annex' | 'resolution' | 'source' | 'agenda'

declare module 'zod' {
  interface GlobalMeta {
    /** Persian names of the key; the first is the one we write. */
    fa?: string[]
    /** Description in Persian; `description` is the English one. */
    descriptionFa?: string
    /** Kind of text a leaf takes, for the field tables. */
    kind?: string
    /** English key that a bare text stands for, where a map is expected. */
    shorthand?: string
    /** The leaf is the id of a row of this table. */
    defines?: Register
    /** The leaf names a row of this table. */
    refers?: Register
    /** Other words a leaf accepts, English to Persian. */
    choices?: Record<string, string>
  }
}

/**
 * Gives a field its names and descriptions: the one source of the parser's keys, the JSON Schema,
 * the field tables and every label in messages.
 * @param names Persian names, parted by `|`; the first is the one we write. In them and in `fa`, `~` is a half-space
 */
export function field<S extends z.ZodType>(schema: S, names: string, en: string, fa: string): S {
  return schema.meta({
    ...schema.meta(),
    fa: withHalfSpaces(names).split('|'),
    description: en,
    descriptionFa: withHalfSpaces(fa),
  })
}

/** The type under `optional`. */
export function unwrap(type: z.ZodType): z.ZodType {
  return type.def.type === 'optional'
    ? unwrap((type.def as unknown as { innerType: z.ZodType }).innerType)
    : type
}
