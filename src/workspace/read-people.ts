/** The address book from disk: `data/people.yaml`, or `people.yaml` beside `jalaseh.yaml`. */
import { existsSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fault } from '../model/fault.ts'
import type { Fault, Span } from '../model/fault.ts'
import type { Contact } from '../model/people-file.ts'
import { readPeople as readSource } from '../source/source.ts'
import { readText } from './read-text.ts'

export interface AddressBook {
  /** Nobody where the book has errors. */
  people: Contact[]
  /** Places in the book by dotted path: `people.3.email`. */
  spans: Map<string, Span>
  faults: Fault[]
  /** Text of the book by the name that faults print; empty where there is no book. */
  sources: Map<string, string>
  /** Where the book is, or would be made. */
  path: string
}

/**
 * Nobody, and no fault, where there is no book, or one of comments alone. Faults: those of the source stage and of
 * `readText`; `people/two-files` where both places hold one, and then neither is read.
 * @param cwd the folder paths in messages count from
 */
export async function readPeople(workspaceFolder: string, cwd: string): Promise<AddressBook> {
  const places = [join(workspaceFolder, 'data', 'people.yaml'), join(workspaceFolder, 'people.yaml')]
  const found = places.filter((path) => existsSync(path))
  const [path = places[0]!, second] = found
  const shown = (one: string): string => relative(cwd, one) || one
  const none: AddressBook = { people: [], spans: new Map(), faults: [], sources: new Map(), path }
  if (found.length === 0) return none
  if (second !== undefined) {
    const values = { first: shown(path), second: shown(second) }
    return { ...none, faults: [fault('people/two-files', undefined, values)] }
  }
  const read = await readText(path)
  if ('fault' in read) return { ...none, faults: [read.fault] }
  const name = shown(path)
  const { value, faults, spans } = readSource(read.text, name)
  const told = faults.filter(({ code }) => code !== 'source/empty')
  return { people: value?.people ?? [], spans, faults: told, sources: new Map([[name, read.text]]), path }
}
