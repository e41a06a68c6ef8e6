/** Which rows of a table name somebody whom the address book does not know, and which say otherwise than it. */
import { unwrap } from '../model/field.ts'
import { contact as schema } from '../model/people-file.ts'
import type { Contact } from '../model/people-file.ts'
import { toLatinDigits } from '../persian/digits.ts'
import type { CellFault } from '../register/read-table.ts'
import { foldKey } from '../source/keys.ts'
import type { ContactField } from './contact-table.ts'
import type { TableContact } from './read-contacts.ts'

/** What a table says of somebody in the book, where the book says something else, or nothing ('' in `before`). */
export interface Difference {
  row: number
  field: keyof Contact
  /** Place in the book. */
  index: number
  before: string
  now: string
}

export interface News {
  fresh: TableContact[]
  differences: Difference[]
  /** Rows that contradict an earlier row of the table: `people/row-twice`. */
  clashes: CellFault<ContactField>[]
}

/**
 * Two rows are of one person who have one id, one e-mail address, or one name and body. Ids that differ tell two people
 * apart where their names or addresses do so, too: of one name, or at one address of an office.
 */
export function newsOf(rows: readonly TableContact[], book: readonly Contact[]): News {
  const news: News = { fresh: [], differences: [], clashes: [] }
  const known = book.map(keyed)
  const told: (Keyed & { row: number })[] = []
  for (const { row, contact } of rows) {
    const own = keyed(contact)
    const before = find(own, known)
    if (before) {
      const index = known.indexOf(before)
      news.differences.push(...differences(before.contact, contact).map((one) => ({ row, index, ...one })))
      continue
    }
    const earlier = find(own, told)
    if (earlier === undefined) {
      told.push({ ...own, row })
      news.fresh.push({ row, contact })
      continue
    }
    for (const { field, before: first, now } of differences(earlier.contact, contact)) {
      const values = { line: String(earlier.row), before: first || '—', now }
      news.clashes.push({ row, field, code: 'people/row-twice', values })
    }
  }
  return news
}

interface Keyed {
  contact: Contact
  id: string | undefined
  email: string | undefined
  name: string
  body: string
}

const keyed = (contact: Contact): Keyed => ({
  contact,
  id: contact.id,
  email: contact.email?.toLowerCase(),
  name: foldKey(contact.name),
  body: foldKey(contact.body ?? ''),
})

const find = <K extends Keyed>(own: Keyed, all: readonly K[]): K | undefined =>
  all.find(({ id }) => id !== undefined && id === own.id) ?? all.find((other) => isSame(own, other))

function isSame(a: Keyed, b: Keyed): boolean {
  const differ = (x: string | undefined, y: string | undefined): boolean =>
    x !== undefined && y !== undefined && x !== y
  if (differ(a.id, b.id) && (a.name !== b.name || differ(a.email, b.email))) return false
  return (a.email !== undefined && a.email === b.email) || (a.name === b.name && a.body === b.body)
}

/** What the later one says, and the earlier one does not. */
function differences(
  earlier: Contact,
  later: Contact,
): { field: keyof Contact; before: string; now: string }[] {
  return (Object.keys(later) as (keyof Contact)[]).flatMap((field) => {
    const [before, now] = [said(earlier, field), said(later, field)]
    const known = new Set(before.map((text) => sameSpelling(text, field)))
    const other = now.some((text) => !known.has(sameSpelling(text, field)))
    return other ? [{ field, before: before.join('، '), now: now.join('، ') }] : []
  })
}

/** In the words of a reader: «محرمانه», not its key. */
function said(contact: Contact, field: keyof Contact): string[] {
  const value = field === 'language' ? (contact.language ?? 'fa') : contact[field]
  if (typeof value !== 'string') return value ?? []
  return [unwrap(schema.shape[field]).meta()?.choices?.[value] ?? value]
}

function sameSpelling(text: string, field: keyof Contact): string {
  if (field === 'id') return text
  if (field === 'email') return text.toLowerCase()
  return field === 'phone' ? toLatinDigits(text).replace(/[\s()-]/g, '') : foldKey(text)
}
