// The same input gives the same bytes, whatever the hour, the folder and the order of the files.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { Desk, root } from './cli.ts'

const example = readFileSync(join(root, 'data/export-working-group.yaml'), 'utf8')
const sparse = readFileSync(join(root, 'test/data/sparse.yaml'), 'utf8').replace(/^ *previous: .*\n/m, '')
const desks: Desk[] = []
afterEach(() => {
  for (const desk of desks.splice(0)) desk[Symbol.dispose]()
})

/** The papers of two meetings and their hashes, built at a time in a new folder. */
async function build(seconds: number, folder: string, names: string[]): Promise<Record<string, string>> {
  const desk = new Desk()
  desks.push(desk)
  desk.put(`${folder}/example.yaml`, example)
  desk.put(`${folder}/sparse.yaml`, sparse)
  const files = names.map((name) => `${folder}/${name}.yaml`)
  const built = await desk.run(['build', ...files, '--kind', 'all', '--archival', '--json'], {
    SOURCE_DATE_EPOCH: String(seconds),
  })
  expect(built.code).toBe(0)
  const { papers } = JSON.parse(built.stdout) as { papers: { file: string }[] }
  return Object.fromEntries(
    papers
      .map(({ file }) => [
        file,
        createHash('sha256')
          .update(readFileSync(join(desk.folder, file)))
          .digest('hex'),
      ])
      .toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1)),
  )
}

const morning = Date.UTC(2026, 10, 25, 5) / 1000

test('on one day every paper is the same, whatever the hour, the folder and the order', async () => {
  const one = await build(morning, 'a', ['example', 'sparse'])
  const other = await build(morning + 36_000, 'b/c', ['sparse', 'example'])
  expect(Object.keys(one).length).toBeGreaterThan(15)
  expect(other).toEqual(one)
})

test('on another day only what tells of today is another', async () => {
  const one = await build(morning, 'a', ['example', 'sparse'])
  const other = await build(morning + 40 * 86_400, 'a', ['example', 'sparse'])
  const changed = Object.keys(one).filter((file) => one[file] !== other[file])
  expect(changed.filter((file) => !file.endsWith('follow-up.pdf'))).toEqual([])
})
