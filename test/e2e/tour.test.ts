// The README's commands, word for word: each is run in a folder of its own and must end well.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const outside = mkdtempSync(join(tmpdir(), 'jalaseh-test-'))
const clone = join(outside, 'clone')
mkdirSync(clone)
symlinkSync(join(root, 'data'), join(clone, 'data'))
afterAll(() => rmSync(outside, { recursive: true, force: true }))

const readme = readFileSync(join(root, 'README.md'), 'utf8')
const prefix = 'npm run -s jalaseh -- '
const inBlocks = [...readme.matchAll(/^```sh\n([^]*?)```/gm)].flatMap(([, block]) =>
  (block ?? '').trim().split('\n'),
)
const inTable = [...readme.matchAll(/\| `(npm run -s jalaseh -- [^`]+)`/g)].map(
  ([, command]) => command ?? '',
)
const commands = [...inBlocks, ...inTable].filter(
  (line) => line.startsWith(prefix) && !line.includes('--watch'),
)

test('the README has a tour', () => {
  expect(commands.length).toBeGreaterThanOrEqual(8)
  expect(inBlocks).toContain('npm start')
  expect(inBlocks).toContain('npm test')
})

test.each(commands)('%s', (command) => {
  const args = command.slice(prefix.length).trim().split(' ')
  const { status, stderr } = spawnSync(process.execPath, [join(root, 'src/cli.ts'), ...args], {
    cwd: clone,
    encoding: 'utf8',
  })
  expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' })
})

test('the tour made the papers it speaks of', () => {
  expect(existsSync(join(clone, 'out/first-meeting/summary.pdf'))).toBe(true)
  expect(existsSync(join(clone, 'export-1405-10.yaml'))).toBe(true)
})
