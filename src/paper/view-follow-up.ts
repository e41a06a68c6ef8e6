/** Display-ready parts of the register of resolutions, the changes sheet and the pocket card. */
import type { KeyFigure, Section, Status, StatusShape, Text } from './view.ts'

/** One part of a whole, told apart by its form as statuses are. */
export interface StackedPart {
  label: Text
  value: number
  valueLabel: Text
  shape: StatusShape
}
export interface StackedChart {
  title: Text
  description: Text
  parts: StackedPart[]
}

/** A small bar in a cell: what is done of something, and where the calendar would have it. Shares, 0…1 and beyond. */
export interface BulletChart {
  title: Text
  description: Text
  done: number
  /** One, or none where the period is not known. */
  marks: number[]
}

/** A small bar in a cell: parts of the resolutions of one body, which add up to at most 1. */
export interface LeagueChart {
  title: Text
  description: Text
  done: number
  late: number
}

/** A small line in a row. */
export interface SparkChart {
  title: Text
  description: Text
  values: number[]
}

/** A value a year before and now. */
export interface SlopeLine {
  label: Text
  before: number
  now: number
  beforeLabel: Text
  nowLabel: Text
  emphasis: boolean
}
export interface SlopeChart {
  title: Text
  description: Text
  beforeTitle: Text
  nowTitle: Text
  lines: SlopeLine[]
  source: Text
}

export interface TimelineColumn {
  label: Text
  total: Text
  /** One for each deadline in it. */
  cells: StatusShape[]
}
export interface TimelineChart {
  title: Text
  description: Text
  columns: TimelineColumn[]
  legend: { word: Text; shape: StatusShape }[]
  /** Place of the day in columns from the first: 2.5 is the middle of the third. */
  today: number
  todayLabel: Text
}

export interface RegisterRow {
  n: Text
  text: Text
  id: Text
  /** The meeting that decided it. */
  origin: Text
  /** The last report: its day, note and evidence. */
  report: Text
  responsible: Text
  cooperating: Text
  issued: Text
  deadline: Text
  slips: Text
  /** At most one. */
  bullets: BulletChart[]
  progress: Text
  pace: Text
  credit: Text
  absorption: Text
  status: Status
  delay: Text
}
export interface RegisterGroup {
  title: Text
  rows: RegisterRow[]
}
export interface LeagueRow {
  n: Text
  body: Text
  all: Text
  done: Text
  late: Text
  rate: Text
  bar: LeagueChart
}

export interface ChangeRow {
  n: Text
  text: Text
  id: Text
  origin: Text
  responsible: Text
  /** What happened, as a phrase. */
  change: Text
  deadline: Text
  status: Status
}
export interface MovedRow {
  label: Text
  unit: Text
  before: Text
  beforePeriod: Text
  now: Text
  nowPeriod: Text
  difference: Text
  change: Text
  /** ▲, ▼ in words: «افزایش» or «کاهش». */
  direction: Text
}

export interface FollowUpView {
  totals: Section & {
    asOf: Text
    message: Text
    figures: KeyFigure[]
    /** At most one. */
    charts: StackedChart[]
    remarks: Text[]
  }
  register: Section & { groups: RegisterGroup[]; note: Text }
  league: Section & { rows: LeagueRow[]; note: Text }
  timeline: Section & { charts: TimelineChart[]; note: Text }
}

export interface ChangesView {
  overview: Section & { since: Text; message: Text; figures: KeyFigure[]; remarks: Text[] }
  fresh: Section & { rows: ChangeRow[] }
  closed: Section & { rows: ChangeRow[] }
  slipped: Section & { rows: ChangeRow[] }
  advanced: Section & { rows: ChangeRow[] }
  dropped: Section & { rows: ChangeRow[] }
  moved: Section & { rows: MovedRow[]; notes: Text[] }
}

export interface CardView {
  card: {
    /** Day, hour and place; blanks where they are not known. */
    when: { label: Text; value: Text; blank: boolean }[]
    standing: Text[]
    figures: KeyFigure[]
    asks: { n: Text; text: Text; to: Text; amount: Text }[]
    /** How many asks are not on the card. */
    more: Text
  }
}
