import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { schemaText } from '../../src/commands/schema-text.ts'
import { meetingText, settingsText } from '../../src/commands/new/starter.ts'

const data = join(import.meta.dirname, '../../data')
const names = ['meeting', 'settings', 'people'] as const
type Name = (typeof names)[number]

const validators = Object.fromEntries(
  names.map((name) => [
    name,
    new Ajv({ strict: false, allErrors: true }).compile(JSON.parse(schemaText(name))),
  ]),
)

/** What stands in the way, for messages of this test. */
function errors(name: Name, value: unknown): string[] {
  const validate = validators[name]
  if (validate === undefined) throw new Error(name)
  validate(value)
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}

it.each(names)('data/%s.schema.json is what the model says', (name) => {
  expect(readFileSync(join(data, `${name}.schema.json`), 'utf8')).toBe(schemaText(name))
})

describe('the files of data/', () => {
  const files = readdirSync(data).filter((file) => file.endsWith('.yaml') && !file.includes('glossary'))

  it('are found', () => {
    expect(files).toEqual(
      expect.arrayContaining(['export-working-group.yaml', 'jalaseh.yaml', 'minimal.yaml']),
    )
  })

  it.each(files)('%s passes, read as text and as an editor reads it', (file) => {
    const text = readFileSync(join(data, file), 'utf8')
    const name = /\$schema=\.\/(meeting|settings)\.schema\.json/.exec(text)?.[1] as Name
    expect(errors(name, parse(text, { schema: 'failsafe' }))).toEqual([])
    expect(errors(name, parse(text))).toEqual([])
  })
})

it.each(['fa', 'en'] as const)('the files of `new` pass in %s', (keys) => {
  expect(errors('meeting', parse(meetingText(keys)))).toEqual([])
  expect(errors('settings', parse(settingsText(keys)))).toEqual([])
})

describe('the schema refuses', () => {
  it.each([
    ['an unknown key', { meeting: { title: 'x' }, room: 'y' }],
    ['an unknown key below', { meeting: { title: 'x', room: 'y' } }],
    ['an unknown key of a row', { meeting: { title: 'x' }, asks: [{ text: 'y', room: 'z' }] }],
    ['a missing title', { meeting: { place: 'x' } }],
    ['a missing meeting', { agenda: ['x'] }],
    ['an unknown choice', { meeting: { title: 'x', class: 'y' } }],
    ['a list for a text', { meeting: { title: ['x'] } }],
    ['a text for people', { meeting: 'x', people: 'y' }],
  ])('%s', (_, value) => {
    expect(errors('meeting', value)).not.toEqual([])
  })
})

it.each([
  ['Persian keys', { جلسه: { عنوان: 'x', طبقه‌بندی: 'محرمانه' } }],
  ['a shorthand', { meeting: 'x', agenda: ['a', { topic: 'b' }], asks: 'c' }],
  ['an open fact', { meeting: { title: 'x', date: null }, agenda: null }],
  ['bare numbers', { meeting: { title: 1404, session: 5 } }],
])('the schema takes %s', (_, value) => {
  expect(errors('meeting', value)).toEqual([])
})
