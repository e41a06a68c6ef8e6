/** Resolutions → the text of a file of the register, in the Persian keys of the schema. */
import { earlierResolution } from '../model/content.ts'
import { unwrap } from '../model/field.ts'
import { registerSchema } from '../model/register-file.ts'
import type { z } from 'zod'
import { yamlText } from '../source/insert.ts'

/** @param head what the file says of itself, by English key */
export function registerText(
  comment: string,
  head: Record<string, string>,
  rows: readonly Record<string, unknown>[],
): string {
  const top = Object.entries(head).map(([key, text]) => `${nameOf(registerSchema, key)}: ${yamlText(text)}\n`)
  const list = `\n${nameOf(registerSchema, 'resolutions')}:\n`
  const items = rows.map((row) => itemOf(row, earlierResolution, '  '))
  return [`# ${comment}\n`, ...top, list, ...items].join('')
}

function itemOf(row: Record<string, unknown>, schema: z.ZodObject, indent: string): string {
  return Object.entries(row)
    .map(([key, value], index) => {
      const lead = `${indent}${index === 0 ? '- ' : '  '}${nameOf(schema, key)}:`
      return `${lead}${valueOf(value, unwrap(schema.shape[key] as z.ZodType), `${indent}    `)}`
    })
    .join('')
}

function valueOf(value: unknown, type: z.ZodType, indent: string): string {
  if (typeof value === 'string') return ` ${yamlText(value)}\n`
  if (Array.isArray(value)) {
    const element = (type as z.ZodArray<z.ZodType>).element
    const items = value.map((item) =>
      typeof item === 'string'
        ? `${indent}- ${yamlText(item)}\n`
        : itemOf(item as Record<string, unknown>, unwrap(element) as z.ZodObject, indent),
    )
    return `\n${items.join('')}`
  }
  const schema = type as z.ZodObject
  const lines = Object.entries(value as Record<string, unknown>).map(
    ([key, inner]) => `${indent}${nameOf(schema, key)}: ${yamlText(String(inner))}\n`,
  )
  return `\n${lines.join('')}`
}

/** The key as we write it. */
function nameOf(schema: z.ZodObject, key: string): string {
  return unwrap(schema.shape[key] as z.ZodType).meta()?.fa?.[0] ?? key
}
