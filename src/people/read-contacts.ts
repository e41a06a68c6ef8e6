/** Rows of a table → people that the address book can hold, or their faults by cell. */
import type { z } from 'zod'
import { parseMailAddress } from '../model/mail-address.ts'
import { contact } from '../model/people-file.ts'
import type { Contact } from '../model/people-file.ts'
import type { CellFault, TableRow } from '../register/read-table.ts'
import { checkCharacters } from '../source/characters.ts'
import { groupsOf } from './contact-table.ts'
import type { ContactField } from './contact-table.ts'

/** A person of a table, and the row he stands in. */
export interface TableContact {
  row: number
  contact: Contact
}

/** Validates every row. Faults of cells: those of the readers, `text/strange`, `field/missing`, those of `parseMailAddress`. */
export function readContacts(rows: readonly TableRow<ContactField>[]): {
  good: TableContact[]
  faults: CellFault<ContactField>[]
} {
  const good: TableContact[] = []
  const faults: CellFault<ContactField>[] = []
  for (const { row, values } of rows) {
    const found = [...strange(row, values), ...unsendable(row, values)]
    const result = contact.safeParse(writtenOf(values))
    if (!result.success) found.push(...result.error.issues.map((issue) => toCellFault(issue, row)))
    else if (found.length === 0) good.push({ row, contact: result.data })
    faults.push(...found)
  }
  return { good, faults }
}

type Values = TableRow<ContactField>['values']

function writtenOf({ name, family, groups, ...rest }: Values): Record<string, unknown> {
  // A table may tell the whole name and the family name once more.
  const parts = name !== undefined && family !== undefined && name.endsWith(family) ? [name] : [name, family]
  const names = groups === undefined ? [] : [...new Set(groupsOf(groups))]
  return {
    ...rest,
    ...((name ?? family) !== undefined && { name: parts.filter(Boolean).join(' ') }),
    ...(names.length > 0 && { groups: names }),
  }
}

/** Characters that no paper can print. */
function strange(row: number, values: Values): CellFault<ContactField>[] {
  const nowhere = { file: '', line: 1, column: 1, length: 1 }
  return (Object.entries(values) as [ContactField, string][]).flatMap(([field, text]) =>
    checkCharacters(text, nowhere)
      .filter(({ severity }) => severity === 'error')
      .map(({ code, values: told }) => ({ row, field, code, values: told })),
  )
}

function unsendable(row: number, { email }: Values): CellFault<ContactField>[] {
  const parsed = parseMailAddress(email ?? '')
  if (email === undefined || parsed.ok) return []
  return [{ row, field: 'email', code: parsed.code, values: parsed.values }]
}

function toCellFault(issue: z.core.$ZodIssue, row: number): CellFault<ContactField> {
  const field = String(issue.path[0]) as ContactField
  if (issue.code !== 'custom') return { row, field, code: 'field/missing', values: { key: field } }
  const { fault: code, values = {} } = issue.params as { fault: string; values?: Record<string, string> }
  return { row, field, code, values }
}
