/** `jalaseh people import <csv|xlsx>`: people of an office's table, added to the end of the address book. */
import { mkdir } from 'node:fs/promises'
import { basename, join, relative } from 'node:path'
import { ArchiveFailure, failingAt } from '../../archive/failure.ts'
import { withLock } from '../../archive/lock.sqlite.ts'
import { fault, warning } from '../../model/fault.ts'
import type { Fault } from '../../model/fault.ts'
import { withHalfSpaces } from '../../persian/fa.ts'
import { contactTable } from '../../people/contact-table.ts'
import type { ContactField } from '../../people/contact-table.ts'
import { newsOf } from '../../people/news.ts'
import type { Difference, News } from '../../people/news.ts'
import { readContacts } from '../../people/read-contacts.ts'
import { withPeople } from '../../people/written.ts'
import { readTable } from '../../register/read-table.ts'
import type { Table } from '../../register/read-table.ts'
import { readPeople as readBook } from '../../source/source.ts'
import { readPeople } from '../../workspace/read-people.ts'
import type { AddressBook } from '../../workspace/read-people.ts'
import { WriteFailure, writeWhole } from '../../workspace/write.ts'
import { cellFault } from '../cell-fault.ts'
import { isError } from '../host.ts'
import type { ExitCode, Host, Sources } from '../host.ts'
import { workspaceOf } from '../open-register.ts'
import { readGrid } from '../read-grid.ts'
import type { PeopleOptions } from './people.ts'
import { tellImport } from './tell-import.ts'

/** What a new book begins with. */
const opening = `# دفترچهٔ نشانی: کسانی که این دستگاه برایشان می~فرستد. در همین پرونده ویرایش کنید.
`

/** What came of it. */
export interface Brought {
  faults: Fault[]
  sources?: Sources
  /** Rows of the table. */
  all?: number
  /** Names of those who were added, or would be. */
  added?: string[]
  /** The book, where somebody was added to it. */
  file?: string
}

export async function importPeople(path: string, options: PeopleOptions, host: Host): Promise<ExitCode> {
  return tellImport(await imported(path, options, host), options, host)
}

async function imported(path: string, options: PeopleOptions, host: Host): Promise<Brought> {
  const read = await readGrid(path, host)
  if ('fault' in read) return { faults: [read.fault] }
  const table = readTable(read.grid, contactTable)
  if ('fault' in table)
    return { faults: [fault(table.fault.code, undefined, { ...table.fault.values, file: path })] }
  const workspace = workspaceOf(host)
  const archive = join(workspace, 'archive')
  const work = (): Promise<Brought> => bring({ path, table, before: read.faults, workspace }, options, host)
  if (options['dry-run']) return work()
  try {
    // Two tables may be brought in at once: the second is added to what the first one wrote.
    await failingAt(archive, () => mkdir(archive, { recursive: true }))
    return await withLock(archive, work, host.signal)
  } catch (error) {
    if (!(error instanceof ArchiveFailure || error instanceof WriteFailure)) throw error
    return { faults: [error.fault] }
  }
}

interface Given {
  path: string
  table: Table<ContactField>
  /** What was said of the table as it was read. */
  before: Fault[]
  workspace: string
}

async function bring(given: Given, options: PeopleOptions, host: Host): Promise<Brought> {
  const { table } = given
  const book = await readPeople(given.workspace, host.cwd)
  const { sources } = book
  // A book with faults is not written into: what is added could not be told from what is wrong.
  const broken = book.faults.filter(isError)
  if (broken.length > 0) return { faults: broken, sources }
  const { good, faults } = readContacts(table.rows)
  const unread = new Set(table.faults.map(({ row }) => row))
  const news = newsOf(
    good.filter(({ row }) => !unread.has(row)),
    book.people,
  )
  const left = options['valid-only'] ?? false
  const faulty = [...table.faults, ...faults, ...news.clashes].toSorted((a, b) => a.row - b.row)
  const said = { path: given.path, left, language: host.language }
  const notes = [
    ...given.before,
    ...table.notes,
    ...news.differences.map((one) => differing(one, book, table)),
    ...faulty.map((one) => cellFault(one, table, said)),
  ]
  const all = table.rows.length
  if (faulty.length > 0 && !left) {
    const rows = new Set(faulty.map(({ row }) => row)).size
    const values = { faulty: String(rows), all: String(all) }
    return { faults: [...notes, fault('import/faulty', undefined, values)], sources, all }
  }
  const written = await addTo(book, news, options, host)
  return { ...written, faults: [...notes, ...written.faults], sources, all }
}

async function addTo(
  { path, sources }: AddressBook,
  { fresh }: News,
  options: PeopleOptions,
  host: Host,
): Promise<Brought> {
  if (fresh.length === 0) return { faults: [] }
  const [before = withHalfSpaces(opening)] = sources.values()
  const file = relative(host.cwd, path) || basename(path)
  const people = fresh.map(({ contact }) => contact)
  const after = withPeople(before, people)
  if (after === undefined) return { faults: [fault('people/not-a-list', undefined, { file })] }
  // The place of a fault would be one in a file that is not written.
  const wrong = readBook(after, file).faults.filter(isError)
  if (wrong.length > 0) return { faults: wrong.map(({ code, values }) => fault(code, undefined, values)) }
  if (!options['dry-run']) await writeWhole(path, after)
  return { faults: [], added: people.map(({ name }) => name), file }
}

/** Where the book says it, so that its row can be mended at once. */
function differing(
  { row, field, index, before, now }: Difference,
  { spans }: AddressBook,
  { columns }: Table<ContactField>,
): Fault {
  const span = spans.get(`people.${index}.${field}`) ?? spans.get(`people.${index}.name`)
  const heading = columns.find((column) => column.field === field)?.header ?? field
  const values = { row: String(row), header: heading, before, now }
  return before === '' ? warning('people/untold', span, values) : warning('people/differs', span, values)
}
