/** What is withheld from a recipient, one rule for each way in which something above him could reach him. */
import type { Meeting } from '../model/meeting.ts'
import { highestOf, peopleNamed } from '../model/class.ts'
import { isGone, isTooHigh, looseKey } from './cut.ts'
import type { Cut } from './cut.ts'
import { namedByGone, tableOf } from './named.ts'
import type { Named } from './named.ts'

/** Each finds paths of the meeting, where what the rules before it have found is gone already. */
export interface Rule {
  id: string
  finds: (cut: Cut) => string[]
}

/** Tables whose rows are there to be named by others; they go with what names them. */
type NamedTable = 'people' | 'bodies' | 'sources'
type Pieces = Exclude<keyof Meeting, 'meeting' | 'office' | NamedTable>

/** One rule for each table of pieces: a table that is added to the schema does not compile without one. */
const pieces: Record<Pieces, true> = {
  attendees: true,
  agenda: true,
  background: true,
  earlier_resolutions: true,
  followups: true,
  statistics: true,
  statements: true,
  obstacles: true,
  asks: true,
  resolutions: true,
  talking_points: true,
  annexes: true,
  distribution: true,
}

/** In this order: what names others comes before what is named. */
export const rules: readonly Rule[] = [
  { id: 'meeting', finds: (cut) => (isTooHigh(cut, undefined) ? ['meeting'] : []) },
  { id: 'office', finds: (cut) => (isTooHigh(cut, undefined) && cut.meeting.office ? ['office'] : []) },
  ...(Object.keys(pieces) as Pieces[]).map((table) => ({ id: table, finds: byClass(table) })),
  { id: 'annexes of items', finds: (cut) => namedByGone(cut, 'annex').only },
  { id: 'reports', finds: reports },
  { id: 'references to annexes', finds: annexReferences },
  { id: 'references to resolutions', finds: resolutionReferences },
  { id: 'hours', finds: hours },
  { id: 'private fields', finds: privateFields },
  { id: 'addresses', finds: addresses },
  ...(['person', 'body', 'source'] as const).map((register) => ({
    id: tableOf[register],
    finds: named(register),
  })),
]

/** Rows above the recipient; those that cannot say a class, such as the background, have the meeting's. */
function byClass(table: Pieces): Rule['finds'] {
  return (cut) => {
    const rows: readonly unknown[] = cut.meeting[table] ?? []
    return rows.flatMap((row, index) => {
      const own = typeof row === 'object' && row !== null && 'class' in row ? row.class : undefined
      return isTooHigh(cut, own as Cut['level'] | undefined) ? [`${table}.${index}`] : []
    })
  }
}

/** What is told of a withheld resolution, by its id or the one it had. */
function reports(cut: Cut): string[] {
  const ids = goneIds(cut)
  return (cut.meeting.followups ?? []).flatMap(({ id }, index) =>
    ids.has(looseKey(id)) ? [`followups.${index}`] : [],
  )
}

/** Ids of withheld resolutions, and those they had, in one spelling. */
function goneIds(cut: Cut): Set<string> {
  const rows = (['resolutions', 'earlier_resolutions'] as const).flatMap((table) =>
    (cut.meeting[table] ?? []).filter((_, index) => isGone(cut, `${table}.${index}`)),
  )
  return new Set(rows.flatMap(({ id, was }) => [id ?? [], was ?? []].flat()).map(looseKey))
}

/** An item that stays does not name an annex that goes. */
function annexReferences(cut: Cut): string[] {
  const annexes = (cut.meeting.annexes ?? []).map(({ id }, index) => ({ id, path: `annexes.${index}` }))
  const gone = new Set(annexes.flatMap(({ id, path }) => (isGone(cut, path) ? looseKey(id) : [])))
  const kept = new Set(annexes.flatMap(({ id, path }) => (isGone(cut, path) ? [] : id)))
  return cut.references.flatMap(({ path, register, name }) =>
    register === 'annex' && gone.has(looseKey(name)) && !kept.has(name) ? path : [],
  )
}

/** Nor does a resolution or a report name one. */
function resolutionReferences(cut: Cut): string[] {
  const ids = goneIds(cut)
  const { resolutions = [], earlier_resolutions: earlier = [], followups = [] } = cut.meeting
  const names = [
    ...resolutions.map(({ was }, index) => ({ path: `resolutions.${index}.was`, id: was })),
    ...earlier.map(({ was }, index) => ({ path: `earlier_resolutions.${index}.was`, id: was })),
    ...followups.map(({ into }, index) => ({ path: `followups.${index}.into`, id: into })),
  ]
  return names.flatMap(({ path, id }) => (id !== undefined && ids.has(looseKey(id)) ? path : []))
}

/**
 * With an item gone, the items after it would begin too early. The item before it, or where it was the first the one
 * after it, loses its minutes: the hours after an item without minutes are not told.
 */
function hours(cut: Cut): string[] {
  const { agenda = [] } = cut.meeting
  const isOut = (index: number): boolean => isGone(cut, `agenda.${index}`)
  const neighbours = agenda.flatMap((_, index) => {
    if (!isOut(index)) return []
    const before = agenda.findLastIndex((__, other) => other < index && !isOut(other))
    return before >= 0 ? before : agenda.findIndex((__, other) => !isOut(other))
  })
  return [...new Set(neighbours)].flatMap((index) =>
    agenda[index]?.minutes === undefined ? [] : [`agenda.${index}.minutes`],
  )
}

/** What is said of a person beside his name, post and body. */
function privateFields(cut: Cut): string[] {
  return (cut.meeting.people ?? []).flatMap((person, index) =>
    isTooHigh(cut, person.class)
      ? (['phone', 'email', 'note', 'ceiling', 'class'] as const).flatMap((key) =>
          person[key] === undefined ? [] : `people.${index}.${key}`,
        )
      : [],
  )
}

/** Of the class of the person, where he has a row; of two of one name, the higher one. */
function addresses(cut: Cut): string[] {
  const { distribution = [] } = cut.meeting
  return distribution.flatMap((recipient, index) => {
    const rows = peopleNamed(cut.meeting, recipient.to)
    const own = rows.map((person) => person.class ?? cut.level)
    if (!isTooHigh(cut, highestOf(own))) return []
    return (['address', 'ceiling'] as const).flatMap((key) =>
      recipient[key] === undefined ? [] : `distribution.${index}.${key}`,
    )
  })
}

/** Rows that only withheld pieces name. Those that nothing names are the meeting's own. */
function named(register: Exclude<Named, 'annex'>): Rule['finds'] {
  return (cut) => {
    const { only, idle } = namedByGone(cut, register)
    return isTooHigh(cut, undefined) ? [...only, ...idle] : only
  }
}
