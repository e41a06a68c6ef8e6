/** Tables of people as offices have them, from their cells to what the address book makes of them. */
import type { Cell } from '../../src/register/grid.ts'
import { contactTable } from '../../src/people/contact-table.ts'
import type { ContactField } from '../../src/people/contact-table.ts'
import { readContacts } from '../../src/people/read-contacts.ts'
import type { TableContact } from '../../src/people/read-contacts.ts'
import { readTable } from '../../src/register/read-table.ts'
import type { CellFault } from '../../src/register/read-table.ts'

export function contactsOf(rows: Cell[][]): {
  good: TableContact[]
  faults: CellFault<ContactField>[]
  notes: string[]
} {
  const table = readTable({ rows, merges: [], percent: new Set() }, contactTable)
  if ('fault' in table) throw new Error(table.fault.code)
  const { good, faults } = readContacts(table.rows)
  return { good, faults: [...table.faults, ...faults], notes: table.notes.map(({ code }) => code) }
}
