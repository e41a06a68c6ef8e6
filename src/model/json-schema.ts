/**
 * The JSON Schema of a source file, for editors: both key languages complete, descriptions in both, scalars as a
 * YAML editor sees them (a bare 1403 is a number to it). Our own reader is stricter; this one is for writing.
 */
import type { z } from 'zod'
import { unwrap } from './field.ts'

type Json = Record<string, unknown>

/** Draft 7, which is what YAML editors read; every row of the model is one definition. */
export function toJsonSchema(schema: z.ZodObject, title: string): Json {
  const rows = new Rows()
  const root = rows.convert(schema, 'file')
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title,
    allOf: [root],
    definitions: rows.definitions,
  }
}

class Rows {
  readonly definitions: Json = {}
  readonly names = new Map<z.ZodType, string>()

  convert(type: z.ZodType, name: string): Json {
    const inner = unwrap(type)
    if (inner.def.type === 'object') return this.row(inner as z.ZodObject, name)
    if (inner.def.type === 'array') {
      const items = this.convert((inner as z.ZodArray<z.ZodType>).element, name)
      return { anyOf: [{ type: 'array', items }, items] }
    }
    return leaf(inner)
  }

  /** A reference to the row's definition; where a bare text may stand for it, that too. */
  row(type: z.ZodObject, wanted: string): Json {
    const known = this.names.get(type)
    const name = known ?? this.free(wanted)
    if (known === undefined) {
      this.names.set(type, name)
      this.definitions[name] = {}
      this.definitions[name] = this.properties(type, name)
    }
    const reference = { $ref: `#/definitions/${name}` }
    const short = type.meta()?.shorthand
    const bare = short === undefined ? undefined : (type.shape[short] as z.ZodType | undefined)
    return bare === undefined ? reference : { anyOf: [reference, this.convert(bare, name)] }
  }

  properties(type: z.ZodObject, name: string): Json {
    const properties: Json = {}
    const required: Json[] = []
    for (const [key, value] of Object.entries(type.shape)) {
      const field = value as z.ZodType
      const meta = unwrap(field).meta()
      const description = [meta?.descriptionFa, meta?.description].filter(Boolean).join('\n')
      // An empty value leaves the fact open.
      properties[key] = { description, anyOf: [this.convert(field, key), { type: 'null' }] }
      const others = meta?.fa ?? []
      for (const other of others) properties[other] = { $ref: `#/definitions/${name}/properties/${key}` }
      const either = [key, ...others].map((one) => ({ required: [one] }))
      if (field.def.type !== 'optional') required.push({ anyOf: either })
    }
    const rules = required.length > 0 ? { allOf: required } : {}
    return { type: 'object', properties, additionalProperties: false, ...rules }
  }

  free(wanted: string): string {
    let name = wanted
    for (let n = 2; name in this.definitions; n++) name = `${wanted}-${n}`
    return name
  }
}

function leaf(type: z.ZodType): Json {
  const { choices } = type.meta() ?? {}
  if (choices) return { enum: [...new Set(Object.entries(choices).flat())] }
  return { type: ['string', 'number', 'boolean'] }
}
