/**
 * The register as one recipient may know it: what files say above his class is as if it had never been said, and all that follows
 * from it — how a resolution stands, when it is due, how often it was raised — with it.
 */
import type { Meeting } from '../model/meeting.ts'
import { isWithin } from '../model/without.ts'
import { idKey } from './identity.ts'
import type { Entry, Statement } from './identity.ts'
import type { RegisteredMeeting } from './register.ts'

/** A meeting as the recipient may see it, and the dotted paths of what he may not. */
export type Withholding = (meeting: Meeting) => {
  meeting: Meeting
  withheld: readonly { path: string }[]
}

type RowStatement = Extract<Statement, { kind: 'row' }>

/** Entries are identified by all that was said, so that no report of one comes to stand for another. */
export function withheldEntries(
  entries: readonly Entry[],
  meetings: readonly RegisteredMeeting[],
  withholding: Withholding,
): Entry[] {
  const cuts = new Map(meetings.map((one) => [one, cutOf(one, withholding)]))
  const editions = new Map(meetings.map((one) => [one.id, one]))
  const left = entries.map((entry) => [entry, leftOf(entry, cuts, editions)] as const)
  const keys = new Map(left.map(([{ key }, rest]) => [key, rest?.key]))
  return left.flatMap(([, rest]) =>
    rest ? { ...rest, statements: rest.statements.map((one) => retold(one, cuts.get(one.by), keys)) } : [],
  )
}

interface Cut {
  by: RegisteredMeeting
  gone: ReadonlySet<string>
}
type Cuts = ReadonlyMap<RegisteredMeeting, Cut>

function cutOf(one: RegisteredMeeting, withholding: Withholding): Cut {
  const { meeting, withheld } = withholding(one.meeting)
  return { by: { ...one, meeting }, gone: new Set(withheld.map(({ path }) => path)) }
}

/** The entry by what may be told of it; undefined where no row of it may. */
function leftOf(
  entry: Entry,
  cuts: Cuts,
  editions: ReadonlyMap<string, RegisteredMeeting>,
): Entry | undefined {
  const { statements } = entry
  const said = new Set(statements.filter((one) => !isHidden(one, entry, cuts.get(one.by))))
  // The last edition of minutes says what class their words have.
  const closed = new Set(
    [...editions.values()].flatMap((last) =>
      cuts.get(last)?.gone.has('meeting') || statements.some((one) => one.by === last && !said.has(one))
        ? last.id
        : [],
    ),
  )
  for (const one of said) if (closed.has(one.by.id) && editions.get(one.by.id) !== one.by) said.delete(one)
  const rows = statements.filter((one): one is RowStatement => one.kind === 'row')
  // Who speaks of a withheld decision without a class of his own speaks of something of its class.
  const decision = rows.findLast(({ own, by }) => own && !by.outside) ?? rows[0]
  if (decision && !said.has(decision)) for (const one of said) if (!hasClass(one, rows)) said.delete(one)
  const told = rows.filter((one) => said.has(one))
  // That it was withdrawn tells that it had been there.
  const isTold = (one: Statement): boolean =>
    said.has(one) && (one.kind !== 'withdrawn' || told.some(({ own, by }) => own && by.id === one.by.id))
  const ids = told.map(({ id }) => id)
  const [first] = ids
  if (first === undefined) return undefined
  const known = new Set(ids.map(idKey))
  const unknown = new Set(rows.flatMap(({ id }) => (known.has(idKey(id)) ? [] : idKey(id))))
  const id = unknown.has(idKey(entry.id)) ? (ids.at(-1) ?? first) : entry.id
  return {
    key: unknown.has(idKey(entry.key)) ? first : entry.key,
    id,
    former: entry.former.filter((one) => !unknown.has(idKey(one)) && idKey(one) !== idKey(id)),
    statements: statements.filter(isTold),
  }
}

function isHidden(one: Statement, { id }: Entry, cut: Cut | undefined): boolean {
  if (cut === undefined || isWithin(cut.gone, one.path)) return true
  // Without an id of its own it goes by the name of its meeting.
  const named = one.kind === 'row' && (one.row.id === undefined || id.startsWith(`${one.by.id}/`))
  return cut.gone.has('meeting') && named
}

/** What a row repeats of its history has the class of the row. */
function hasClass(one: Statement, rows: readonly RowStatement[]): boolean {
  if (one.kind === 'withdrawn') return false
  if (one.kind === 'report' && !one.repeated) return one.report.class !== undefined
  return rows.some(({ by, path, row }) => by === one.by && path === one.path && row.class !== undefined)
}

/** In the words of the meeting that is left, and without the name of what may not be told. */
function retold(
  one: Statement,
  cut: Cut | undefined,
  keys: ReadonlyMap<string, string | undefined>,
): Statement {
  if (cut === undefined) return one
  // A day that only the withheld head says.
  const unsaid = cut.gone.has('meeting') && one.at === one.by.meeting.meeting.date
  const told = { ...one, by: cut.by, at: unsaid ? undefined : one.at }
  if (told.kind !== 'report' || told.into === undefined) return told
  const into = keys.has(told.into) ? keys.get(told.into) : told.into
  return { ...told, into: cut.gone.has(`${told.path}.into`) ? undefined : into }
}
