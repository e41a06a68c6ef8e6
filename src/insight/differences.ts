/**
 * What one meeting file or edition says otherwise than another: the resolutions and figures (`changes.ts`), and every
 * other fact and word of the schema. Spelling, order of keys and ways to write a day or a number are no differences.
 */
import { z } from 'zod'
import { field, unwrap } from '../model/field.ts'
import { meetingSchema } from '../model/meeting.ts'
import type { Meeting } from '../model/meeting.ts'
import { decimalNumber } from '../model/readers.ts'
import { deriveChanges } from './changes.ts'
import type { Changes, Pair } from './changes.ts'
import { fieldChanges } from './field-changes.ts'
import type { FieldChange, Names } from './field-changes.ts'
import { heardRows, sameId } from './heard.ts'
import { matchRows } from './match-rows.ts'
import type { Row } from './match-rows.ts'
import type { OfficeCalendar } from './standing.ts'
import { meaningKey } from './word-changes.ts'

/** A list of the meeting file of which rows came, went or say something else. */
export interface TableChange {
  /** Its key in the file, such as `agenda`. */
  table: string
  schema: z.ZodType
  added: Row[]
  /** What an added row says, where its name alone says nothing. */
  said: ReadonlyMap<Row, FieldChange[]>
  removed: Row[]
  changed: { now: Row; before: Row; fields: FieldChange[] }[]
}

/** A resolution in both files which says something else, whatever became of its work. */
export interface Reworded extends Pair {
  fields: FieldChange[]
}

export interface Differences {
  changes: Changes
  reworded: Reworded[]
  /** Facts of the meeting and its letterhead. */
  head: FieldChange[]
  tables: TableChange[]
}

/** Compared as facts of the whole file. */
const heads = ['meeting', 'office'] as const
/** What the register tells of a resolution, and `changes` therefore of two. */
const ofTheWork = new Set(['id', 'was', 'status', 'progress', 'history'])
/** What `changes` tells of two figures. */
const ofTheValue = new Set(['value', 'actual', 'target', 'series'])
const byId = new Set(['id'])
/** Told by `changes` alone. */
const registers = new Set(['resolutions', 'earlier_resolutions'])

/** @param calendar the day on which the newer file is judged; the older one is judged by its own day */
export function deriveDifferences(now: Meeting, before: Meeting, calendar: OfficeCalendar): Differences {
  const changes = deriveChanges(now, before, calendar)
  const names = { now: namesOf(now), before: namesOf(before) }
  const shape = meetingSchema.shape
  const isEdition = JSON.stringify(now.meeting.date) === JSON.stringify(before.meeting.date)
  // A report on one of these is told as what became of it.
  const known = [...heardRows(before), ...heardRows(now)].flatMap(({ id, was }) => [id, was])
  const compare = (key: keyof Meeting, but?: ReadonlySet<string>): FieldChange[] =>
    fieldChanges(shape[key], before[key], now[key], names, but)
  return {
    changes,
    reworded: reworded(changes, names, isEdition),
    head: heads.flatMap((key) => compare(key, new Set(['previous']))),
    tables: (Object.keys(shape) as (keyof Meeting)[]).flatMap((key): TableChange[] => {
      const type = unwrap(shape[key])
      if (type.def.type !== 'array' || registers.has(key)) return []
      const schema = rowSchema((type as z.ZodArray<z.ZodType>).element)
      const isOwn = (row: Row): boolean =>
        key !== 'followups' || !known.some((id) => sameId(id, String(row.id)))
      const found = matchRows(rowsOf(before, key).filter(isOwn), rowsOf(now, key).filter(isOwn))
      const told = key === 'statistics' ? ofTheValue : byId
      const changed = found.pairs.flatMap((pair) => {
        const fields = fieldChanges(schema, pair.before, pair.now, names, told)
        if (key === 'statistics') fields.push(...revisedPoints(pair))
        return fields.length > 0 ? [{ ...pair, fields }] : []
      })
      // Figures that came or went are in `changes`, but for those without a value.
      const own = (row: Row): boolean => key !== 'statistics' || !hasValue(row)
      const added = found.added.filter(own)
      // What one meeting was told is not taken back by the next.
      const removed = key === 'followups' && !isEdition ? [] : found.removed.filter(own)
      if (added.length + removed.length + changed.length === 0) return []
      const reports = key === 'followups' ? added : []
      const said = new Map(reports.map((row) => [row, fieldChanges(schema, undefined, row, names, byId)]))
      return [{ table: key, schema, added, said, removed, changed }]
    }),
  }
}

/** Whether nothing is other in meaning. */
export function isSame({ changes, reworded: words, head, tables }: Differences): boolean {
  const { fresh, closed, reopened, slipped, advanced, dropped, settled } = changes
  const { moved, newStatistics, lostStatistics, incomparable } = changes
  const lists = [fresh, closed, reopened, slipped, advanced, dropped, settled]
  const figures = [moved, newStatistics, lostStatistics, incomparable]
  return [...lists, ...figures, words, head, tables].every((list) => list.length === 0)
}

function reworded(changes: Changes, names: { now: Names; before: Names }, isEdition: boolean): Reworded[] {
  // Only its own minutes say which annexes a resolution has.
  const table = isEdition ? 'resolutions' : 'earlier_resolutions'
  const schema = (unwrap(meetingSchema.shape[table]) as z.ZodArray<z.ZodType>).element
  const slipped = new Set<Pair>(changes.slipped)
  const pairs: Pair[] = [
    ...changes.slipped,
    ...changes.closed,
    ...changes.reopened,
    ...changes.advanced,
    ...changes.same,
  ]
  return pairs.flatMap((pair) => {
    // Minutes name the meeting that decided only once it is an earlier one.
    const told = new Set([...ofTheWork, 'meeting', ...(slipped.has(pair) ? ['deadline'] : [])])
    const fields = fieldChanges(schema, pair.before.resolution, pair.now.resolution, names, told)
    return fields.length > 0 ? [{ now: pair.now, before: pair.before, fields }] : []
  })
}

/** A list of texts has rows of one field. */
function rowSchema(element: z.ZodType): z.ZodType {
  if (unwrap(element).def.type === 'object') return element
  return z.strictObject({ text: field(element, 'متن', 'The text.', 'متن.') })
}

function rowsOf(meeting: Meeting, key: keyof Meeting): Row[] {
  const rows = (meeting[key] ?? []) as (Row | string)[]
  return rows.map((row) => (typeof row === 'string' ? { text: row } : row))
}

/** Values of the past that are now told otherwise; a series that goes on is no change of it. */
function revisedPoints({ now, before }: { now: Row; before: Row }): FieldChange[] {
  const points = (row: Row): Point[] => (row.series ?? []) as Point[]
  const old = new Map(points(before).map(({ label, value }) => [meaningKey(label), value]))
  return points(now).flatMap(({ label, value }) => {
    const was = old.get(meaningKey(label))
    return was === undefined || was === value
      ? []
      : [{ path: ['series', label], schemas: [decimalNumber], before: was, now: value }]
  })
}

type Point = { label: string; value: string }

const hasValue = ({ value, actual }: Row): boolean => value !== undefined || actual !== undefined

/** Name or title of each row that others refer to, by its id. */
function namesOf({ people = [], bodies = [], sources = [], annexes = [] }: Meeting): Names {
  return new Map<string, string>([
    ...[...people, ...bodies].map(({ id, name }) => [id, name] as const),
    ...[...sources, ...annexes].map(({ id, title }) => [id, title] as const),
  ])
}
