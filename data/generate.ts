// Writes what is derived: from the schema the JSON Schemas beside this file and the field tables in the README, from
// the view the reference for authors of templates, from package.json the README's tables of packages.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { schemaText } from '../src/commands/schema-text.ts'
import { fieldTables } from '../src/model/field-tables.ts'
import { meetingSchema } from '../src/model/meeting.ts'
import { peopleSchema } from '../src/model/people-file.ts'
import { settingsSchema } from '../src/model/settings.ts'
import { dependencyTables } from './dependencies.ts'
import { viewReference } from './view-reference.ts'

const root = join(import.meta.dirname, '..')

/** Path below the project → its text as it ought to be. */
export function generated(): Map<string, string> {
  const readme = readFileSync(join(root, 'README.md'), 'utf8')
  const tables = [
    fieldTables(meetingSchema, 'meeting file'),
    fieldTables(settingsSchema, '`jalaseh.yaml`'),
    fieldTables(peopleSchema, '`data/people.yaml`'),
  ].join('\n\n')
  return new Map([
    ['data/meeting.schema.json', schemaText('meeting')],
    ['data/settings.schema.json', schemaText('settings')],
    ['data/people.schema.json', schemaText('people')],
    ['templates/README.md', viewReference(root)],
    [
      'README.md',
      readme
        .replace(/(<!-- fields -->\n)[^]*(<!-- \/fields -->)/, `$1\n${tables}\n\n$2`)
        .replace(
          /(<!-- dependencies -->\n)[^]*(<!-- \/dependencies -->)/,
          `$1\n${dependencyTables(root)}\n\n$2`,
        ),
    ],
  ])
}

if (import.meta.main) for (const [path, text] of generated()) writeFileSync(join(root, path), text)
