/**
 * The JSON Schema of a source file, for editors: both key languages complete, descriptions in both, scalars as a
 * YAML editor sees them (a bare 1403 is a number to it). Our own reader is stricter; this one is for writing.
 */
import type { z } from 'zod'

type Json = Record<string, unknown>

/** @param id where the schema is published; also the name editors show */
export function toJsonSchema(schema: z.ZodType, title: string): Json {
  return { $schema: 'http://json-schema.org/draft-07/schema#', title, ...convert(schema) }
}

function convert(type: z.ZodType): Json {
  const def = type.def as unknown as { type: string; innerType: z.ZodType }
  if (def.type === 'optional') return convert(def.innerType)
  if (def.type === 'object') return withShorthand(type, object(type as z.ZodObject))
  if (def.type === 'array') return list((type as z.ZodArray<z.ZodType>).element)
  return leaf(type)
}

/** Where a bare text may stand for a map, the editor must not complain of it. */
function withShorthand(type: z.ZodType, map: Json): Json {
  const short = type.meta()?.shorthand
  const inner =
    short === undefined ? undefined : ((type as z.ZodObject).shape[short] as z.ZodType | undefined)
  return inner === undefined ? map : { anyOf: [map, convert(inner)] }
}

function object(type: z.ZodObject): Json {
  const properties: Json = {}
  const required: Json[] = []
  for (const [key, value] of Object.entries(type.shape)) {
    const field = value as z.ZodType
    const inner =
      field.def.type === 'optional' ? (field.def as unknown as { innerType: z.ZodType }).innerType : field
    const meta = inner.meta()
    const description = [meta?.descriptionFa, meta?.description].filter(Boolean).join('\n')
    // An empty value leaves the fact open.
    const shape = { description, anyOf: [convert(inner), { type: 'null' }] }
    const names = [key, ...(meta?.fa ?? [])]
    for (const name of names) properties[name] = shape
    if (field.def.type !== 'optional') required.push({ anyOf: names.map((name) => ({ required: [name] })) })
  }
  const rules = required.length > 0 ? { allOf: required } : {}
  return { type: 'object', properties, additionalProperties: false, ...rules }
}

function list(element: z.ZodType): Json {
  const items = convert(element)
  return { anyOf: [{ type: 'array', items }, items] }
}

function leaf(type: z.ZodType): Json {
  const { choices } = type.meta() ?? {}
  if (choices) return { enum: [...new Set(Object.entries(choices).flat())] }
  return { type: ['string', 'number', 'boolean'] }
}
