import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readPeople } from '../../src/workspace/read-people.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'people-'))
  mkdirSync(join(folder, 'data'))
})
afterEach(() => rmSync(folder, { recursive: true }))
const put = (name: string, content: string | Uint8Array): void => writeFileSync(join(folder, name), content)

test('a workspace without an address book has nobody, and the book would be made in data/', async () => {
  const book = await readPeople(folder, folder)
  expect(book).toMatchObject({ people: [], faults: [], path: join(folder, 'data/people.yaml') })
  expect(book.sources.size).toBe(0)
})

test.each(['data/people.yaml', 'people.yaml'])('%s is read, with its places', async (name) => {
  put(name, 'people:\n  - name: نمونهٔ یکم\n    email: one@example.ir\n')
  const { people, spans, faults, sources, path } = await readPeople(folder, folder)
  expect(people).toEqual([{ name: 'نمونهٔ یکم', email: 'one@example.ir' }])
  expect(faults).toEqual([])
  expect(spans.get('people.0.email')).toMatchObject({ file: name, line: 3, column: 12 })
  expect([...sources.keys()]).toEqual([name])
  expect(path).toBe(join(folder, name))
})

test('two books are a fault, and neither is read', async () => {
  put('data/people.yaml', 'people: [الف]\n')
  put('people.yaml', 'people: [ب]\n')
  const { people, faults } = await readPeople(folder, folder)
  expect(people).toEqual([])
  expect(faults).toMatchObject([
    { code: 'people/two-files', values: { first: 'data/people.yaml', second: 'people.yaml' } },
  ])
})

test('a book of comments alone is empty, one with faults says them', async () => {
  put('people.yaml', '# هنوز کسی نیست\n')
  expect(await readPeople(folder, folder)).toMatchObject({ people: [], faults: [] })
  put('people.yaml', 'people:\n  - { name: نمونه, tel: 1 }\n')
  expect(await readPeople(folder, folder)).toMatchObject({
    people: [],
    faults: [{ code: 'field/unknown', span: { file: 'people.yaml', line: 2 } }],
  })
  put('people.yaml', Uint8Array.of(0xc7, 0xe1, 0x0a))
  expect((await readPeople(folder, folder)).faults).toMatchObject([{ code: 'source/not-utf8' }])
})
