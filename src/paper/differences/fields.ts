/** Fields and rows that differ, as plain strings: names instead of ids, values in the digits of the language. */
import { z } from 'zod'
import type { TableChange } from '../../insight/differences.ts'
import type { FieldChange } from '../../insight/field-changes.ts'
import { nameOf } from '../../insight/match-rows.ts'
import type { Row } from '../../insight/match-rows.ts'
import { unwrap } from '../../model/field.ts'
import { meetingSchema } from '../../model/meeting.ts'
import type { Meeting } from '../../model/meeting.ts'
import { directory } from '../directory.ts'
import type { Language } from './language.ts'
import type { DiffReport, FieldReport, RowReport } from './report.ts'
import { valueText } from './value.ts'

/** The name of what an id stands for. */
type Naming = (reference: string) => string

/** How differences are told: the language, and what ids stand for in either file. */
export interface Voice {
  language: Language
  before: Naming
  now: Naming
}

export function naming(meeting: Meeting): Naming {
  const names = directory(meeting)
  const titles = new Map(
    [...(meeting.sources ?? []), ...(meeting.annexes ?? [])].map(({ id, title }) => [id, title] as const),
  )
  const bodies = new Set((meeting.bodies ?? []).map(({ id }) => id))
  return (reference) =>
    bodies.has(reference) ? names.body(reference) : (titles.get(reference) ?? names.person(reference).name)
}

export function fieldReport({ path, schemas, before, now, words }: FieldChange, voice: Voice): FieldReport {
  const { language } = voice
  const schema = schemas.at(-1) ?? z.string()
  return {
    field: path.join('.'),
    label: labelOf(path, schemas, language),
    ...(before !== undefined && { before: valueText(schema, before, language, voice.before) }),
    ...(now !== undefined && { now: valueText(schema, now, language, voice.now) }),
    ...(words && { words }),
  }
}

export function tableReport(
  { table, added, said, removed, changed }: TableChange,
  voice: Voice,
): DiffReport['tables'][number] {
  const row = (change: RowReport['change'], of: Row, name: Naming, fields: FieldChange[]): RowReport => ({
    change,
    name: called(of, name),
    fields: fields.map((field) => fieldReport(field, voice)),
  })
  return {
    table,
    label: labelOf([table], [meetingSchema.shape[table as keyof Meeting]], voice.language),
    rows: [
      ...added.map((of) => row('added', of, voice.now, said.get(of) ?? [])),
      ...removed.map((of) => row('removed', of, voice.before, [])),
      ...changed.map(({ now, fields }) => row('changed', now, voice.now, fields)),
    ],
  }
}

function called(row: Row, name: Naming): string {
  const speaker = typeof row.speaker === 'string' ? [name(row.speaker)] : []
  return [...speaker, name(nameOf(row))].join(': ')
}

/** Keys that only say that there is a value: «اعتبار» is told, not «اعتبار، مبلغ». */
const plain = new Set(['value', 'amount', 'label'])

/** «اعتبار، جذب~شده», `credit absorbed`; a point of a series has its own name. */
function labelOf(path: string[], schemas: FieldChange['schemas'], language: Language): string {
  const names = path.map((key, index) => {
    const fa = schemas[index] && unwrap(schemas[index]).meta()?.fa?.[0]
    return language === 'fa' ? (fa ?? key) : key.replaceAll('_', ' ')
  })
  const shown = names.length > 1 && plain.has(path.at(-1) ?? '') ? names.slice(0, -1) : names
  return shown.join(language === 'fa' ? '، ' : ' ')
}
