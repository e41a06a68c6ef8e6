/** Which rows of a table tell the register something it does not hold. */
import type { EarlierResolution } from '../model/meeting.ts'
import type { JalaliDate } from '../persian/calendar.ts'
import { textKey } from './identity.ts'
import type { WrittenRow } from './import-rows.ts'
import type { CellFault } from './read-table.ts'
import { deriveRegister, findResolution } from './register.ts'
import type { Register, RegisteredMeeting, RegisteredResolution } from './register.ts'

/**
 * The rows that add an event, without notes that are known already: a table says them again on every day. A row whose id
 * is that of a resolution with quite another text is a clash: most likely two tables that count from one.
 */
export function newRows(
  rows: readonly WrittenRow[],
  meetings: readonly RegisteredMeeting[],
  { body, today }: { body?: string | undefined; today: JalaliDate },
): { fresh: WrittenRow[]; clashes: CellFault[] } {
  const before = deriveRegister(meetings)
  const texts = new Map(before.resolutions.map((one) => [textKey(one.text), one]))
  const find = (register: Register, { id, text }: EarlierResolution): RegisteredResolution | undefined =>
    id === undefined ? texts.get(textKey(text)) : findResolution(register, id)
  const clashes = rows.flatMap(({ row, value }): CellFault[] => {
    const known = value.id === undefined ? undefined : findResolution(before, value.id)
    if (known === undefined || textKey(known.text) === textKey(value.text)) return []
    return [{ row, field: 'id', code: 'import/other-text', values: { id: known.id, text: known.text } }]
  })
  const clashing = new Set(clashes.map(({ row }) => row))
  const sound = rows
    .filter(({ row }) => !clashing.has(row))
    .map((row) => withoutKnownNotes(row, find(before, row.value)))
  const meeting = { title: '', date: today, ...(body !== undefined && { body }) }
  const file: RegisteredMeeting = {
    id: 'table',
    file: '',
    outside: true,
    meeting: { meeting, earlier_resolutions: sound.map(({ value }) => value) },
  }
  const after = deriveRegister([...meetings, file])
  const fresh = sound.filter(({ value }) => {
    const known = find(before, value)
    const now = known && findResolution(after, known.key)
    return known === undefined || (now?.events.length ?? 0) > known.events.length
  })
  return { fresh, clashes }
}

function withoutKnownNotes(row: WrittenRow, known: RegisteredResolution | undefined): WrittenRow {
  const [told] = row.value.history ?? []
  const same = (a: string | undefined, b: string | undefined): boolean =>
    a === undefined || (b !== undefined && textKey(a) === textKey(b))
  const repeated = known?.events.some(
    ({ note, evidence }) => same(told?.note, note) && same(told?.evidence, evidence),
  )
  if (told === undefined || !repeated) return row
  const { history: _, ...written } = row.written
  const { history: __, ...value } = row.value
  return { ...row, written, value }
}
