/** `jalaseh schema [meeting|settings|people|register]`: the JSON Schema of a source file. */
import { toJsonSchema } from '../model/json-schema.ts'
import { meetingSchema } from '../model/meeting.ts'
import { peopleSchema } from '../model/people-file.ts'
import { registerSchema } from '../model/register-file.ts'
import { settingsSchema } from '../model/settings.ts'

const schemas = {
  meeting: [meetingSchema, 'Jalaseh meeting file'],
  settings: [settingsSchema, 'Jalaseh workspace settings'],
  people: [peopleSchema, 'Jalaseh address book'],
  register: [registerSchema, 'Jalaseh register of resolutions'],
} as const

export type SchemaName = keyof typeof schemas

export const isSchemaName = (name: string): name is SchemaName => Object.hasOwn(schemas, name)

/** Text of `data/<name>.schema.json`. */
export function schemaText(name: SchemaName): string {
  const [schema, title] = schemas[name]
  return `${JSON.stringify(toJsonSchema(schema, title), null, 1)}\n`
}
