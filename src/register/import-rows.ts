/** Rows of a table → resolutions that a file of the register can hold, or their faults by cell. */
import type { z } from 'zod'
import { earlierResolution } from '../model/content.ts'
import type { EarlierResolution } from '../model/meeting.ts'
import type { JalaliDate } from '../persian/calendar.ts'
import { formatDate } from '../persian/date-format.ts'
import { idKey, textKey } from './identity.ts'
import type { TableField } from './headings.ts'
import type { CellFault, TableRow } from './read-table.ts'
import { listOf } from './table.ts'

/** A row as a meeting file would write it: keys in order, every leaf a text. */
export interface WrittenRow {
  row: number
  written: Record<string, unknown>
  value: EarlierResolution
  /** The council that decided it, where the table says so. */
  body: string
}

/**
 * Validates every row. Ids that are mere numbers are those of this table only, and get its name before them.
 * @param today the day of what the notes say, for a table does not date them
 */
export function importRows(
  rows: readonly TableRow[],
  { slug, today }: { slug: string; today: JalaliDate },
): { good: WrittenRow[]; faults: CellFault[] } {
  const good: WrittenRow[] = []
  const faults: CellFault[] = []
  const ids = new Map<string, number>()
  for (const { row, values, more } of rows) {
    const found: CellFault[] = []
    const { id } = values
    const full = id !== undefined && /^[\d۰-۹٠-٩]+$/.test(id) ? `${slug}-${id}` : id
    if (full !== undefined) {
      const first = ids.get(idKey(full))
      if (first === undefined) ids.set(idKey(full), row)
      else found.push({ row, field: 'id', code: 'id/twice', values: { id: id ?? '', line: String(first) } })
    }
    const written = writtenOf({ ...values, ...(full !== undefined && { id: full }) }, more, today)
    const result = earlierResolution.safeParse(written)
    if (!result.success) found.push(...result.error.issues.map((issue) => toCellFault(issue, row)))
    if (result.success && found.length === 0)
      good.push({ row, written, value: result.data, body: values.body ?? '' })
    faults.push(...found)
  }
  return { good, faults }
}

function writtenOf(values: TableRow['values'], more: string[], today: JalaliDate): Record<string, unknown> {
  const { responsible, cooperating, credit, absorbed, note, evidence, body: _, ...rest } = values
  const [first, ...others] = responsible === undefined ? [] : listOf(responsible)
  const helpers = [...others, ...(cooperating === undefined ? [] : listOf(cooperating)), ...more]
  const owner = textKey(first ?? '')
  const distinct = [...new Map(helpers.map((name) => [textKey(name), name])).entries()]
  const history = { date: formatDate(today, 'numeric'), note, evidence }
  const row: Record<string, unknown> = {
    id: rest.id,
    text: rest.text,
    meeting: rest.meeting,
    responsible: first,
    cooperating: distinct.flatMap(([key, name]) => (key === owner ? [] : [name])),
    issued: rest.issued,
    deadline: rest.deadline,
    // Money absorbed of a credit that is not told is a fault of that credit.
    credit: credit === undefined && absorbed === undefined ? undefined : known({ amount: credit, absorbed }),
    progress: rest.progress,
    status: rest.status,
    history: note === undefined && evidence === undefined ? [] : [known(history)],
  }
  return known(row)
}

/** Without what is not there. */
function known(row: Record<string, unknown>): Record<string, unknown> {
  const filled = ([, value]: [string, unknown]): boolean =>
    value !== undefined && !(Array.isArray(value) && value.length === 0)
  return Object.fromEntries(Object.entries(row).filter(filled))
}

const fieldOf: Record<string, TableField> = {
  amount: 'credit',
  absorbed: 'absorbed',
  note: 'note',
  evidence: 'evidence',
}

function toCellFault(issue: z.core.$ZodIssue, row: number): CellFault {
  const [head, ...tail] = issue.path.map(String)
  const field = (fieldOf[tail.at(-1) ?? ''] ?? head) as TableField
  if (issue.code === 'custom') {
    const { fault: code, values = {} } = issue.params as { fault: string; values?: Record<string, string> }
    return { row, field, code, values }
  }
  return { row, field, code: 'field/missing', values: { key: field } }
}
