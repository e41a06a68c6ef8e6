import { join } from 'node:path'
import { expect, it, test } from 'vitest'
import { shapesOf, viewReference } from '../../data/view-reference.ts'
import { sampleView } from '../../src/paper/sample.ts'

it('reads names, types, parents and comments', () => {
  const text = `/** Not this. */
import type { X } from './x.ts'
export type T = string
/** A row
 * of a table. */
export interface Row extends A, B {
  /** '' where | none. */
  name: T
  both: Section & {
    rows: Row[]
  }
  list: { a: T; b: T }[]
}
export interface Bare extends A {}
`
  expect([...shapesOf(text.replace('export interface Bare extends A {}\n', ''))]).toEqual([
    [
      'Row',
      {
        doc: 'A row of a table.',
        parents: ['A', 'B'],
        members: [
          { name: 'name', type: 'T', doc: "'' where | none." },
          { name: 'both', type: 'Section & { rows: Row[] }', doc: '' },
          { name: 'list', type: '{ a: T; b: T }[]', doc: '' },
        ],
      },
    ],
  ])
  expect(() => shapesOf(text)).toThrow('2 interfaces, but 1 were read')
})

test.each(['  [key: string]: T', '  method(): T', '   name: T'])(
  'stops at what it does not know: %s',
  (line) => {
    expect(() => shapesOf(`export interface Row {\n${line}\n}\n`)).toThrow()
  },
)

it('has every part that a template can name', () => {
  const text = viewReference(join(import.meta.dirname, '../..'))
  for (const [key, value] of Object.entries(sampleView)) {
    expect(text).toContain(`| \`${key}\` |`)
    if (typeof value === 'object' && !Array.isArray(value) && key !== 'labels')
      for (const part of Object.keys(value)) expect(text).toMatch(new RegExp(`\\b${part}\\b`))
  }
})
