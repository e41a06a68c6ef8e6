/** What is other than at the previous meeting, in words and tables. */
import Big from 'big.js'
import type { Changes, Movement, Pair, Slip } from '../insight/changes.ts'
import type { Briefing } from '../insight/insight.ts'
import type { RegisterEntry } from '../insight/follow-up.ts'
import { workStatus } from '../insight/standing.ts'
import { resolutionStates } from '../model/choices.ts'
import type { Labels } from '../model/glossary.ts'
import type { Meeting } from '../model/meeting.ts'
import { formatDate } from '../persian/date-format.ts'
import { toPersianDigits } from '../persian/digits.ts'
import { fa } from '../persian/fa.ts'
import { percentSign } from '../persian/number.ts'
import { joinList, ordinal } from '../persian/words.ts'
import { cells, exact, points } from './amount.ts'
import { deadlineText } from './deadlines.ts'
import { directory } from './directory.ts'
import type { Directory } from './directory.ts'
import { count } from './head.ts'
import { statusOf } from './standing-words.ts'
import { upTo } from './pace.ts'
import type { KeyFigure, Section } from './view.ts'
import type { ChangeRow, ChangesView, MovedRow } from './view-follow-up.ts'

const digits = (n: number): string => toPersianDigits(String(n))
const titled = (id: string, title: string, printed: boolean): Section => ({
  id,
  number: '',
  title: printed ? title : '',
})

export function changesView(briefing: Briefing, names: Directory, labels: Labels): ChangesView {
  const { changes } = briefing
  const lists = changes ? rowLists(changes, briefing, names, labels) : noRows
  const rows = (id: keyof typeof noRows, title: string): Section & { rows: ChangeRow[] } => ({
    ...titled(id, title, lists[id].length > 0),
    rows: lists[id].map((row, index) => ({ ...row, n: digits(index + 1) })),
  })
  const moved = changes ? changes.moved.map((row) => movedRow(row, labels)) : []
  const notes = changes ? statisticNotes(changes) : []
  return {
    overview: {
      ...titled('overview', labels.overview, changes !== undefined),
      since: changes ? sinceWords(changes.previous) : '',
      message: changes ? message(changes) : '',
      figures: changes ? figures(changes, labels) : [],
      remarks: changes ? remarks(changes) : [],
    },
    fresh: rows('fresh', labels.new_resolutions),
    closed: rows('closed', labels.closed_resolutions),
    slipped: rows('slipped', labels.slipped_resolutions),
    advanced: rows('advanced', labels.advanced_resolutions),
    dropped: rows('dropped', labels.dropped_resolutions),
    moved: { ...titled('moved', labels.moved_figures, moved.length + notes.length > 0), rows: moved, notes },
  }
}

const noRows: Record<'fresh' | 'closed' | 'slipped' | 'advanced' | 'dropped', ChangeRow[]> = {
  fresh: [],
  closed: [],
  slipped: [],
  advanced: [],
  dropped: [],
}

function rowLists(changes: Changes, { calendar }: Briefing, names: Directory, labels: Labels): typeof noRows {
  const oldNames = directory(changes.previous)
  const row = (entry: RegisterEntry, change: string, own = names): ChangeRow => ({
    n: '',
    text: entry.resolution.text,
    id: entry.resolution.id ?? '',
    origin: entry.resolution.meeting ?? '',
    responsible: own.body(entry.resolution.responsible),
    change,
    deadline: deadlineText(entry.resolution, calendar),
    status: statusOf(entry, labels),
  })
  return {
    fresh: changes.fresh.map((entry) => row(entry, '')),
    closed: changes.closed.map(({ now, before }) => untimed(row(now, wasWords(before, labels)))),
    // The sentence tells the deadline.
    slipped: changes.slipped.map((slip) => untimed(row(slip.now, slipSentence(slip)))),
    advanced: [
      ...changes.reopened.map(({ now, before }) => row(now, fa`بازگشوده شد؛ ${wasWords(before, labels)}`)),
      ...changes.advanced.map((pair) => row(pair.now, progressWords(pair, labels))),
    ],
    dropped: changes.dropped.map((entry) => row(entry, wasWords(entry, labels), oldNames)),
  }
}

const untimed = (row: ChangeRow): ChangeRow => ({ ...row, deadline: '' })

/** «پیش از این: در دست اقدام، ۴۵٪». */
function wasWords(entry: RegisterEntry, labels: Labels): string {
  const { word } = statusOf(entry, labels)
  const progress = entry.progress && percentSign(exact(entry.progress, 1))
  return `${labels.before_this}: ${[word, progress].filter(Boolean).join('، ')}`
}

/** «از ۱۴۰۵/۰۷/۳۰ به ۱۴۰۵/۰۹/۳۰، ۶۰ روز دیرتر»; or that the day passed. */
function slipSentence({ now, before, days }: Slip): string {
  const from = before.due ? formatDate(before.due, 'numeric') : ''
  const to = now.due ? formatDate(now.due, 'numeric') : ''
  if (days !== undefined && days > 0) return `از ${from} به ${to}: ${digits(days)} روز دیرتر`
  return fa`مهلت ${to} گذشت: ${digits(now.lateDays)} روز تأخیر`
}

/** «پیشرفت از ۲۰٪ به ۴۵٪؛ از ابلاغ~شده به در دست اقدام». */
function progressWords({ now, before }: Pair, labels: Labels): string {
  const [after, first] = [now, before].map(({ resolution }) => workStatus(resolution))
  const value = (entry: RegisterEntry): string =>
    entry.progress ? percentSign(exact(entry.progress, 1)) : ''
  const progress =
    now.progress && !now.progress.eq(before.progress ?? -1)
      ? before.progress
        ? `پیشرفت از ${value(before)} به ${value(now)}`
        : `پیشرفت ${value(now)}`
      : ''
  const word = (status: typeof after): string => (status ? resolutionStates[status] : labels.not_begun)
  const state = after === first ? '' : `از «${word(first)}» به «${word(after)}»`
  return [progress, state].filter(Boolean).join('؛ ')
}

/** «در برابر جلسهٔ دهم، ۱ شهریور ۱۴۰۵». */
function sinceWords({ meeting }: Meeting): string {
  const session =
    meeting.session === undefined
      ? meeting.title
      : `جلسه\u0654 ${meeting.session <= 999 ? ordinal(meeting.session) : digits(meeting.session)}`
  return `در برابر ${[session, meeting.date && formatDate(meeting.date, 'long')].filter(Boolean).join('، ')}`
}

function message(changes: Changes): string {
  const told = [
    ...(changes.fresh.length > 0 ? [fa`${count(changes.fresh.length)} مصوبه تازه است`] : []),
    ...(changes.closed.length > 0 ? [fa`${count(changes.closed.length)} مصوبه بسته شد`] : []),
    ...(changes.slipped.length > 0 ? [fa`${count(changes.slipped.length)} مصوبه عقب افتاد`] : []),
    ...(changes.dropped.length > 0
      ? [fa`${count(changes.dropped.length)} مصوبه\u0654 باز از پرونده افتاد`]
      : []),
    ...(changes.moved.length > 0 ? [fa`${count(changes.moved.length)} رقم جابه~جا شد`] : []),
  ]
  return told.length > 0
    ? `از جلسه\u0654 قبل ${joinList(told)}.`
    : fa`از جلسه\u0654 قبل نه مصوبه~ای تغییر کرده است و نه رقمی.`
}

function figures(changes: Changes, labels: Labels): KeyFigure[] {
  const figure = (rows: unknown[], label: string): KeyFigure => ({
    value: digits(rows.length),
    unit: '',
    label,
    comparison: '',
  })
  return [
    figure(changes.fresh, labels.new_word),
    figure(changes.closed, labels.closed_word),
    figure(changes.slipped, labels.slipped_word),
    figure([...changes.advanced, ...changes.reopened], labels.advanced_word),
    figure(changes.same, labels.unchanged_word),
    figure(changes.moved, labels.moved_word),
  ]
}

function remarks({ settled }: Changes): string[] {
  return settled.length === 0
    ? []
    : [fa`${count(settled.length)} مصوبه\u0654 بسته~شده\u0654 جلسه\u0654 قبل دیگر در پرونده نیست.`]
}

function movedRow({ now, before, of, from, to, difference, growth }: Movement, labels: Labels): MovedRow {
  const row = cells([from, to, difference.abs().toFixed()], now.unit)
  const isPercent = now.unit?.kind === 'percent'
  const rank = now.unit?.kind === 'rank'
  return {
    label: of === 'target' ? `${labels.target}: ${now.label}` : now.label,
    unit: row.unit,
    before: row.values[0] ?? '',
    now: row.values[1] ?? '',
    beforePeriod: of === 'target' ? '' : upTo(before),
    nowPeriod: of === 'target' ? '' : upTo(now),
    difference: isPercent ? points(difference) : rank ? `${row.values[2]} پله` : (row.values[2] ?? ''),
    change: growth && !isPercent ? percentSign(exact(growth.abs(), 1)) : '',
    // A rank rises by falling.
    direction: direction(rank ? new Big(0).minus(difference) : difference, rank),
  }
}

const direction = (difference: Big, rank: boolean): string =>
  difference.gt(0) ? (rank ? 'صعود' : 'افزایش') : rank ? 'سقوط' : 'کاهش'

function statisticNotes({ newStatistics, lostStatistics, incomparable, still }: Changes): string[] {
  const names = (rows: { label: string }[]): string => joinList(rows.map(({ label }) => label))
  return [
    ...(newStatistics.length > 0 ? [`شاخص تازه: ${names(newStatistics)}.`] : []),
    ...(lostStatistics.length > 0 ? [`دیگر نیامده است: ${names(lostStatistics)}.`] : []),
    ...(incomparable.length > 0
      ? [`با دو واحد آمده است و سنجیدنی نیست: ${names(incomparable.map(({ now }) => now))}.`]
      : []),
    ...(still.length > 0 ? [fa`بی~تغییر: ${names(still)}.`] : []),
  ]
}
