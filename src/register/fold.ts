/** What was said of one resolution → how it stands, and the events that brought it there. */
import type { Class } from '../model/choices.ts'
import { highestOf } from '../model/class.ts'
import type { JalaliDate } from '../persian/calendar.ts'
import { formatDate } from '../persian/date-format.ts'
import { formatDeadline } from '../persian/deadline.ts'
import type { Deadline } from '../persian/deadline.ts'
import { fa } from '../persian/fa.ts'
import { formatMoney } from '../persian/money.ts'
import { compareDays } from './days.ts'
import { beginningOf, decisionOf } from './decision.ts'
import type { RowStatement } from './decision.ts'
import { eventId } from './event-id.ts'
import { textKey } from './identity.ts'
import type { Entry, Statement } from './identity.ts'
import { holds, isBeginning, isWork, kindOf, sameMoney, written } from './news.ts'
import { namesOf, partiesOf } from './parties.ts'
import type { EventKind, RegisterEvent, RegisteredMeeting, RegisteredResolution, Row } from './register.ts'

const withdrawn = fa`از ویرایش تازهٔ صورت~جلسه کنار گذاشته شد`

export function foldResolution({ key, id, former, statements }: Entry): RegisteredResolution {
  const rows = statements.filter((one): one is RowStatement => one.kind === 'row')
  // The minutes that decided it tell what was decided, whoever refers to it.
  const first = rows.find(({ own, by }) => own && !by.outside) ?? rows[0]
  if (first === undefined) throw new Error(`${key} was never decided`)
  const now = new Fold(decisionOf(first, { key, id, former }))
  now.begin(first)
  // A row of minutes is their decision; one that refers to it also says how it stood on that day.
  const told = statements.filter((one) => one !== first || !first.own)
  for (const one of told.toSorted((a, b) => compareDays(a.at, b.at) || rank(a) - rank(b))) now.hear(one)
  const raised = statements.flatMap(({ by }) => (by.outside ? [] : [by.id]))
  const level = highestOf(statements.flatMap((one) => saidClass(one) ?? one.by.meeting.meeting.class ?? []))
  return { ...now.resolution, raised: [...new Set(raised)], ...(level && { class: level }) }
}

function saidClass(one: Statement): Class | undefined {
  if (one.kind === 'withdrawn') return undefined
  return one.kind === 'row' ? one.row.class : one.report.class
}

/** Of one day: how it stood before the meeting, what was heard, what is repeated of that, and a table of all that. */
function rank(one: Statement): number {
  if (one.kind === 'row') return one.by.outside ? 3 : 0
  return one.kind === 'report' ? (one.repeated ? 2 : 1) : 3
}

class Fold {
  readonly resolution: RegisteredResolution
  readonly #known = new Set<string>()
  /** Deadlines it ever had, each in one spelling. */
  readonly #deadlines = new Set<string>()
  /** The last row of each meeting. */
  readonly #rows = new Map<string, Row>()

  constructor(resolution: RegisteredResolution) {
    this.resolution = resolution
    if (resolution.deadline) this.#deadlines.add(formatDeadline(resolution.deadline))
  }

  begin({ row, by, own }: RowStatement): void {
    const { deadline, decided } = this.resolution
    this.add('created', by, decided, { changes: beginningOf(this.resolution), ...(deadline && { deadline }) })
    if (own) this.#stand(by, row)
  }

  hear(one: Statement): void {
    if (one.kind === 'row') this.#row(one)
    else if (one.kind === 'report') this.#report(one)
    else this.add('cancelled', one.by, one.at, { status: 'cancelled', note: withdrawn })
  }

  /** How a row says that it stands, without an event. */
  #stand(by: RegisteredMeeting, row: Row): void {
    const { status, progress, credit } = row
    this.#rows.set(by.id, row)
    const now = this.resolution
    if (isWork(status)) now.status = status
    if (progress !== undefined) now.progress = progress
    if (credit)
      now.credit = { promised: credit.amount, ...(credit.absorbed && { absorbed: credit.absorbed }) }
  }

  #row({ by, row, at, own }: RowStatement): void {
    const before = this.#rows.get(by.id)
    this.#rows.set(by.id, row)
    this.#amend(by, row, at, own)
    const now = this.resolution
    const news: Partial<RegisterEvent> = {}
    const status = row.history?.some(({ status: word }) => isWork(word)) ? undefined : row.status
    // An edition that repeats what it said repeats no news.
    if (
      isWork(status) &&
      status !== now.status &&
      status !== before?.status &&
      !isBeginning(status, now.status)
    )
      news.status = status
    if (row.progress !== undefined && row.progress !== now.progress && row.progress !== before?.progress)
      news.progress = row.progress
    const absorbed = row.credit?.absorbed
    if (
      absorbed &&
      !sameMoney(absorbed, now.credit?.absorbed) &&
      !sameMoney(absorbed, before?.credit?.absorbed)
    )
      news.absorbed = absorbed
    const moved = !own && this.#isNew(row.deadline) && row.deadline
    if (moved) news.deadline = moved
    if (Object.keys(news).length > 0) this.add(kindOf(news), by, at, news)
  }

  /** Corrections of the decision itself, all in one event. */
  #amend(by: RegisteredMeeting, row: Row, at: JalaliDate | undefined, own: boolean): void {
    const now = this.resolution
    const changes: Record<string, [string, string]> = {}
    if (textKey(row.text) !== textKey(now.text)) {
      changes.text = [now.text, row.text]
      now.text = row.text
    }
    const parties = partiesOf(row, by.meeting)
    for (const role of ['owner', 'cooperating'] as const) {
      const from = namesOf(now.parties, role)
      const to = namesOf(parties, role)
      // A row that names nobody says nothing of who it is.
      if (to === '' || from === to) continue
      changes[role === 'owner' ? 'responsible' : 'cooperating'] = [from, to]
      now.parties = [
        ...now.parties.filter((one) => one.role !== role),
        ...parties.filter((one) => one.role === role),
      ]
    }
    if (own && row.deadline && this.#isNew(row.deadline)) {
      changes.deadline = [now.deadline ? written(now.deadline) : '', written(row.deadline)]
      now.deadline = row.deadline
      this.#deadlines.add(formatDeadline(row.deadline))
    }
    const day = ({ y, m, d }: JalaliDate): string => formatDate({ y, m, d }, 'numeric')
    if (
      row.issued &&
      now.issued &&
      compareDays(row.issued, now.issued) !== 0 &&
      (own || by.id === now.origin.meeting)
    )
      changes.issued = [day(now.issued), day(row.issued)]
    if (row.issued && (changes.issued || !now.issued)) now.issued = row.issued
    const amount = row.credit?.amount
    if (amount && !sameMoney(amount, now.credit?.promised)) {
      changes.credit = [now.credit ? formatMoney(now.credit.promised) : '', formatMoney(amount)]
      now.credit = { ...now.credit, promised: amount }
    }
    if (Object.keys(changes).length > 0) this.add('amended', by, at, { changes })
  }

  #report({ by, at, report, into, repeated }: Extract<Statement, { kind: 'report' }>): void {
    const { files, into: _, status, class: __, ...rest } = report
    const news: Partial<RegisterEvent> = { ...rest }
    if (status !== undefined && status !== 'draft') news.status = status
    if (into !== undefined) news.into = into
    if (files) news.files = files.map((path) => evidenceFile(path, by))
    if (repeated && this.resolution.events.some((event) => holds(event, news, at))) return
    // With an id alone it is only to be told.
    if (Object.keys(news).length > 0) this.add(kindOf(news), by, at, news)
  }

  #isNew(deadline: Deadline | undefined): boolean {
    return deadline !== undefined && !this.#deadlines.has(formatDeadline(deadline))
  }

  /** The event, unless it is known, and what follows from it. */
  add(
    kind: EventKind,
    by: RegisteredMeeting,
    at: JalaliDate | undefined,
    news: Partial<RegisterEvent>,
  ): void {
    const now = this.resolution
    const event = { ...news, resolution: now.key, kind, source: by.id, ...(at && { at }) }
    const id = eventId(event)
    if (this.#known.has(id)) return
    this.#known.add(id)
    now.events.push({ id, ...event })
    if (isWork(news.status)) now.status = news.status
    if (news.progress !== undefined) now.progress = news.progress
    // Money of two units is not set against each other.
    if (news.absorbed && now.credit?.promised.unit === news.absorbed.unit) now.credit.absorbed = news.absorbed
    if (news.deadline) this.#deadlines.add(formatDeadline(news.deadline))
    if (news.into !== undefined) now.into = news.into
  }
}

function evidenceFile(path: string, { hashes }: RegisteredMeeting): { path: string; sha256?: string } {
  const sha256 = hashes?.get(path)
  return { path, ...(sha256 !== undefined && { sha256 }) }
}
