/** Meeting files to begin with. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { mutate } from './mutate.ts'
import type { Mutation } from './mutate.ts'
import type { Random } from './random.ts'

const root = join(import.meta.dirname, '../..')

const large = ['data/export-working-group.yaml', 'data/persian-showcase.yaml', 'test/data/forms.yaml']
const small = [
  'data/minimal.yaml',
  'data/jalaseh.yaml',
  'test/data/office/jalaseh.yaml',
  'test/data/sparse.yaml',
  'test/data/follow-up-previous.yaml',
  'test/data/sparse-previous.yaml',
]

export const meetingFiles = [...small, ...large].map((path) => readFileSync(join(root, path), 'utf8')) as [
  string,
  ...string[],
]

export const yamlWords = [
  ': ',
  ':\n  ',
  '\n',
  '\r\n',
  '\n- ',
  '\n  - ',
  '- ',
  '[',
  ']',
  '{',
  '}',
  ', ',
  '"',
  "'",
  '|\n  ',
  '>-\n  ',
  '|+2\n',
  '? ',
  ' # ',
  '---\n',
  '...\n',
  '%YAML 1.2\n',
  '&a ',
  '*a',
  '!!binary ',
  '!x ',
  '<<: ',
  '\t',
  '~',
  'null',
  '\\u200c',
  '\\x',
  '__proto__: ',
  'constructor: ',
  'class: secret',
  'طبقه‌بندی: سری',
  '۱۴۰۵/۰۹/۰۱',
  '۱۲۰۰ میلیون تومان',
  'ظرف ۱۵ روز',
  'annexes: [a1]',
] as const satisfies Mutation['words']

/** One of them, changed. */
export const changedMeeting = (random: Random): string =>
  mutate(random.pick(meetingFiles), random, { words: yamlWords, others: meetingFiles })
