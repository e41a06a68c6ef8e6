import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { generated } from '../data/generate.ts'

const root = join(import.meta.dirname, '..')

test.each([...generated().keys()])('%s is what the schema makes of it (npm run generate)', (path) => {
  expect(readFileSync(join(root, path), 'utf8')).toBe(generated().get(path))
})

test('the README holds the field tables', () => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8')
  expect(readme).toContain('| `title` * | عنوان |')
})
