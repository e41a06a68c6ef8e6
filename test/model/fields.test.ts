import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import * as choices from '../../src/model/choices.ts'
import { unwrap } from '../../src/model/field.ts'
import { meetingSchema } from '../../src/model/meeting.ts'
import { choice } from '../../src/model/readers.ts'
import { peopleSchema } from '../../src/model/people-file.ts'
import { settingsSchema } from '../../src/model/settings.ts'
import { normalize } from '../../src/persian/normalize.ts'
import { foldKey } from '../../src/source/keys.ts'

interface Row {
  path: string
  schema: z.ZodObject
}

/** Every map of the schema, by the path that leads to it. */
function rowsOf(type: z.ZodType, path: string): Row[] {
  const schema = unwrap(type)
  if (schema.def.type === 'array') return rowsOf((schema as z.ZodArray<z.ZodType>).element, path)
  if (schema.def.type !== 'object') return []
  const row = schema as z.ZodObject
  return [
    { path, schema: row },
    ...Object.entries(row.shape).flatMap(([key, field]) => rowsOf(field as z.ZodType, `${path}.${key}`)),
  ]
}

const rows = [
  ...rowsOf(meetingSchema, 'meeting file'),
  ...rowsOf(settingsSchema, 'settings'),
  ...rowsOf(peopleSchema, 'address book'),
]

it('the rows are found', () => {
  expect(rows.length).toBeGreaterThan(25)
  expect(rows.map(({ path }) => path)).toContain('meeting file.resolutions.credit')
})

describe.each(rows)('$path', ({ schema }) => {
  const fields = Object.entries(schema.shape).map(([key, type]) => ({ key, meta: unwrap(type).meta() }))

  it('has names and descriptions in both languages', () => {
    for (const { key, meta } of fields) {
      expect(key).toMatch(/^[a-z]+(?:_[a-z]+)*$/)
      expect(meta?.fa?.length, key).toBeGreaterThan(0)
      for (const name of meta?.fa ?? []) expect(name, key).toMatch(/^[\p{Script=Arabic}\p{M}،\u200c ]+$/u)
      expect(meta?.description, key).toMatch(/^[\p{Lu}«].*\.$/u)
      expect(meta?.descriptionFa, key).toMatch(/\p{Script=Arabic}.*\.$/u)
      expect(meta?.descriptionFa, key).not.toContain('~')
    }
  })

  it('has no two fields of one folded name', () => {
    const names = fields.flatMap(({ key, meta }) => [...new Set([key, ...(meta?.fa ?? [])].map(foldKey))])
    expect(names.toSorted()).toEqual([...new Set(names)].toSorted())
  })

  it('has a shorthand that is one of its fields', () => {
    const { shorthand } = schema.meta() ?? {}
    if (shorthand !== undefined) expect(fields.map(({ key }) => key)).toContain(shorthand)
  })
})

const lists = Object.entries(choices)
it('the word lists are found', () => {
  expect(lists.length).toBeGreaterThan(8)
})

it.each(lists)('the words of %s are told apart, and each is read in both languages', (_, words) => {
  const folded = Object.entries(words).flatMap(([key, fa]) => [foldKey(key), foldKey(fa)])
  expect(folded.toSorted()).toEqual([...new Set(folded)].toSorted())
  const reader = choice(words as Record<string, string>)
  for (const [key, fa] of Object.entries(words)) {
    const half = fa.replaceAll('\u200c', ' ')
    for (const word of [key, key.toUpperCase(), fa, half, fa.replaceAll('ی', '\u064a')]) {
      expect(reader.parse(word), word).toBe(key)
    }
    expect(normalize(fa)).toBe(fa)
  }
  expect(reader.safeParse('nothing of these').success).toBe(false)
})
