/**
 * Which rows of which files speak of one resolution. The id decides, never the text: its own, or that of its meeting with
 * its number; `was` says that it had another. Only a row of another meeting's resolution without an id is known by its text.
 */
import type { FollowUpReport, Resolution } from '../model/meeting.ts'
import type { JalaliDate } from '../persian/calendar.ts'
import { compareDates } from '../persian/calendar.ts'
import { toLatinDigits } from '../persian/digits.ts'
import { normalize } from '../persian/normalize.ts'
import type { RegisterFinding, RegisteredMeeting, Row } from './register.ts'

export type Report = Omit<FollowUpReport, 'id' | 'date'>

/** One thing a file says of a resolution, and the place in the file. */
export type Statement = { by: RegisteredMeeting; at?: JalaliDate | undefined; path: string } &
  /** The id is its own, or that of its meeting with its number. */
  (
    | { kind: 'row'; row: Row; own: boolean; id: string }
    /** `repeated` where it stands in the history of a row, which other files hold, too. */
    | { kind: 'report'; report: Report; into?: string | undefined; repeated?: boolean }
    /** A later edition of the minutes does not hold it any more. */
    | { kind: 'withdrawn' }
  )

export interface Entry {
  key: string
  id: string
  former: string[]
  statements: Statement[]
}

/** One spelling of an id: neither the digits nor the spaces tell two apart. */
export function idKey(id: string): string {
  // Most ids are names of files, which need no more.
  if (/^[\w./-]*$/.test(id)) return id.toLowerCase()
  return toLatinDigits(normalize(id)).replace(/\s+/g, ' ').trim().toLowerCase()
}

/** One spelling of a normalised text: what is between the words and at its end does not count. */
export const textKey = (text: string): string => text.replace(/[\s\u200c]+/g, ' ').replace(/[.؛،\s]+$/, '')

export function identify(meetings: readonly RegisteredMeeting[]): {
  entries: Entry[]
  findings: RegisterFinding[]
} {
  const book = new Book()
  // Files of the register come first: minutes refer to what was brought over from elsewhere.
  for (const by of meetings) if (by.outside) book.readRows(by)
  for (const by of meetings) if (!by.outside) book.readRows(by)
  // Every id is known by now, so that a report may come before the row that gives its id anew.
  for (const by of meetings) book.readReports(by)
  return { entries: book.entries, findings: book.findings }
}

class Book {
  readonly entries: Entry[] = []
  readonly findings: RegisterFinding[] = []
  readonly #byId = new Map<string, Entry>()
  readonly #keys = new Set<string>()
  readonly #byText = new Map<string, Entry>()
  /** Entries that the last edition of each meeting decided. */
  readonly #decided = new Map<string, Set<Entry>>()

  readRows(by: RegisteredMeeting): void {
    const { meeting } = by
    const earlier = (meeting.earlier_resolutions ?? []).map((row, index) => ({
      row,
      own: false,
      path: `earlier_resolutions.${index}`,
      id: row.id,
    }))
    const final = meeting.meeting.status === 'final'
    const own = (meeting.resolutions ?? []).map((row, index) => ({
      row,
      own: true,
      path: `resolutions.${index}`,
      id: row.id ?? `${by.id}/${index + 1}`,
    }))
    const rows = [...earlier, ...own].filter(({ row, own: decidedHere }) =>
      isDecided(row, decidedHere, final),
    )
    // Renumbering is read against the ids as they stood before this file, so that two rows may change places.
    const moved = new Map(rows.flatMap((one) => this.#renumbered(one, by)))
    const claimed = new Set(moved.values())
    for (const entry of claimed) this.#byId.set(idKey(entry.id), entry)
    const present = new Set<Entry>()
    for (const one of rows) {
      const entry = moved.get(one.row) ?? this.#entryOf(one, by, claimed)
      if (one.own) present.add(entry)
      this.#byText.set(textKey(one.row.text), entry)
      const at = meeting.meeting.date ?? lastDay(one.row)
      const { row, own: decidedHere, path, id = `${by.id}/e${numberIn(path)}` } = one
      entry.statements.push({ kind: 'row', by, at, path, row, own: decidedHere, id })
      for (const { date, ...report } of row.history ?? [])
        entry.statements.push({ kind: 'report', by, at: date, path, report, repeated: true })
    }
    if (!final) return
    for (const entry of this.#decided.get(by.id) ?? [])
      if (!present.has(entry))
        entry.statements.push({ kind: 'withdrawn', by, at: meeting.meeting.date, path: 'meeting' })
    this.#decided.set(by.id, present)
  }

  readReports(by: RegisteredMeeting): void {
    for (const [index, { id, date, ...report }] of (by.meeting.followups ?? []).entries()) {
      const entry = this.#byId.get(idKey(id))
      if (entry === undefined) {
        this.#find('register/unknown', by, `followups.${index}.id`, { id })
        continue
      }
      const into = report.into && (this.#byId.get(idKey(report.into))?.key ?? report.into)
      const at = date ?? by.meeting.meeting.date
      entry.statements.push({ kind: 'report', by, at, path: `followups.${index}`, report, into })
    }
  }

  #renumbered(
    { row, id, path }: { row: Row; id: string | undefined; path: string },
    by: RegisteredMeeting,
  ): [Row, Entry][] {
    if (row.was === undefined || id === undefined) return []
    const now = this.#byId.get(idKey(id))
    // A later edition, or a later meeting, says it again.
    if (now && isKnownAs(now, row.was)) return [[row, now]]
    const entry = this.#byId.get(idKey(row.was))
    if (entry === undefined) {
      this.#find('register/was-unknown', by, `${path}.was`, { id: row.was })
      return []
    }
    if (idKey(entry.id) !== idKey(id)) {
      entry.former.push(entry.id)
      entry.id = id
    }
    return [[row, entry]]
  }

  #entryOf(
    { row, own, id, path }: { row: Row; own: boolean; id: string | undefined; path: string },
    by: RegisteredMeeting,
    claimed: ReadonlySet<Entry>,
  ): Entry {
    if (id === undefined)
      return this.#byText.get(textKey(row.text)) ?? this.#open(`${by.id}/e${numberIn(path)}`)
    const known = this.#byId.get(idKey(id))
    if (known === undefined || (claimed.has(known) && idKey(known.id) !== idKey(id))) return this.#open(id)
    const elsewhere = own && !known.statements.some((one) => one.by.id === by.id)
    const first = known.statements.find((one) => one.kind === 'row')
    if (elsewhere && first?.kind === 'row' && first.own && textKey(first.row.text) !== textKey(row.text)) {
      this.#find('register/id-twice', by, path, { id, meeting: first.by.id })
      return this.#byId.get(idKey(`${by.id}/${id}`)) ?? this.#open(`${by.id}/${id}`)
    }
    return known
  }

  #open(id: string): Entry {
    let key = id
    for (let copy = 2; this.#keys.has(idKey(key)); copy++) key = `${id}~${copy}`
    this.#keys.add(idKey(key))
    const entry: Entry = { key, id, former: [], statements: [] }
    this.entries.push(entry)
    this.#byId.set(idKey(id), entry)
    return entry
  }

  #find(
    code: RegisterFinding['code'],
    { file }: RegisteredMeeting,
    path: string,
    values: Record<string, string>,
  ): void {
    this.findings.push({ code, file, path, values })
  }
}

/** A resolution of minutes, unless it says that it is a draft; in a file not yet final only where it says what it is. */
function isDecided({ status }: Resolution, own: boolean, final: boolean): boolean {
  return status === undefined ? !own || final : status !== 'draft'
}

/** The number of the row at a path, from 1. */
const numberIn = (path: string): number => Number(path.split('.').at(-1)) + 1

const isKnownAs = ({ key, former }: Entry, id: string): boolean =>
  [key, ...former].some((name) => idKey(name) === idKey(id))

/** The last day a row tells of, where its file has none. */
function lastDay({ issued, history = [] }: Row): JalaliDate | undefined {
  const days = [...(issued ? [issued] : []), ...history.map(({ date }) => date)]
  return days.toSorted(compareDates).at(-1)
}
