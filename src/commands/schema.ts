/** `jalaseh schema [meeting|settings]`: the JSON Schema of a source file. */
import { toJsonSchema } from '../model/json-schema.ts'
import { meetingSchema } from '../model/meeting.ts'
import { settingsSchema } from '../model/settings.ts'

/** Text of `data/<name>.schema.json`. */
export function schemaText(name: 'meeting' | 'settings'): string {
  const schema = name === 'meeting' ? meetingSchema : settingsSchema
  const title = name === 'meeting' ? 'Jalaseh meeting file' : 'Jalaseh workspace settings'
  return `${JSON.stringify(toJsonSchema(schema, title), null, 1)}\n`
}
