/**
 * The display-ready view of a paper: every string is final Persian plain text, every field is present.
 * '' or [] means «nothing to print»; section numbers are counted over the sections that are printed.
 */
import type { Labels } from '../model/glossary.ts'
import type { PackView } from './view-pack.ts'
import type { CardView, ChangesView, FollowUpView, SlopeChart, SparkChart } from './view-follow-up.ts'

export type Text = string

/** Form of the small mark printed before a status word, so that it reads without colour. */
export type StatusShape = 'done' | 'running' | 'late' | 'open' | 'stopped'
export interface Status {
  word: Text
  shape: StatusShape
}

export interface Head {
  lang: 'fa-IR'
  title: Text
  kind: Text
  subtitle: Text
  class: Text
  status: Text
  footer: Text
  /** Number of this copy, of a paper whose copies are counted. */
  copy: Text
  /** A draft carries its mark behind the text of every page. */
  draft: boolean
}
export interface Office {
  lines: Text[]
  emblem: string
  invocation: Text
}
/** `blank` prints a dotted line to fill in by hand. */
export interface Field {
  label: Text
  value: Text
  blank: boolean
}
export interface Section {
  id: string
  number: Text
  title: Text
}

/** A section of the paper and the page it begins on; no page as long as none is known, or the paper is short. */
export interface ContentsRow {
  id: string
  number: Text
  title: Text
  page: Text
}

export interface KeyFigure {
  value: Text
  unit: Text
  label: Text
  comparison: Text
}

export interface PaceChart {
  /** The finding itself. */
  title: Text
  description: Text
  /** Reached, projected and needed, as large numerals. */
  figures: KeyFigure[]
  actual: number
  target: number
  /** Share of the period that has passed, 0…1. */
  elapsed: number
  actualLabel: Text
  targetLabel: Text
  elapsedLabel: Text
}
export interface Bar {
  label: Text
  value: number
  valueLabel: Text
  emphasis: boolean
}
export interface BarsChart {
  title: Text
  description: Text
  bars: Bar[]
  source: Text
}
export interface LinePoint {
  label: Text
  value: number
  valueLabel: Text
}
export interface LineMark {
  value: number
  label: Text
}
export interface LineChart {
  title: Text
  description: Text
  points: LinePoint[]
  ticks: LineMark[]
  references: LineMark[]
  source: Text
}

export interface AgendaRow {
  n: Text
  topic: Text
  presenter: Text
  minutes: Text
  nature: Text
  annexes: Text
}
export interface FactList {
  label: Text
  items: Text[]
}
export interface StatisticRow {
  label: Text
  unit: Text
  value: Text
  asOf: Text
  target: Text
  share: Text
  lastYear: Text
  change: Text
  source: Text
  /** Without values where there is no series. */
  spark: SparkChart
}
export interface EarlierRow {
  n: Text
  text: Text
  responsible: Text
  deadline: Text
  status: Status
  history: Text
}
export interface StatementRow {
  nature: Text
  text: Text
  source: Text
}
/** Statements of one speaker in a row; his post is told where he speaks first. */
export interface Speaker {
  name: Text
  post: Text
  rows: StatementRow[]
}
/** A theme with one level has it beside its title, one with several has a title for each. */
export interface StatementTheme {
  theme: Text
  level: Text
  levels: { level: Text; speakers: Speaker[] }[]
}
export interface Obstacle {
  text: Text
  body: Text
  effect: Text
  source: Text
}
export interface ObstacleGroup {
  level: Text
  rows: Obstacle[]
}
export interface Ask {
  n: Text
  text: Text
  to: Text
  amount: Text
  legalBasis: Text
  effect: Text
}
export interface DraftResolution {
  n: Text
  text: Text
  credit: Text
  responsible: Text
  cooperating: Text
  deadline: Text
  /** No word while all of them are drafts. */
  status: Status
}
export interface Participant {
  name: Text
  post: Text
  /** '' where the post already names it. */
  body: Text
  note: Text
  attendance: Text
}
/** A row of the table that those who were there sign. */
export interface AttendanceRow {
  n: Text
  name: Text
  /** Whom he represents. */
  standsFor: Text
  post: Text
  /** '' where the post already names it. */
  body: Text
}
export interface NameList {
  label: Text
  names: Text[]
}
export interface DiscussionItem {
  n: Text
  topic: Text
  presenter: Text
  text: Text
}
/** Without a name its line is signed and named by hand. */
export interface Signatory {
  name: Text
  post: Text
  role: Text
}
export interface CopyRow {
  to: Text
  purpose: Text
}
export interface TimetableRow {
  n: Text
  topic: Text
  presenter: Text
  nature: Text
  minutes: Text
  start: Text
  end: Text
}
export interface ExcerptRow {
  /** Its number in the minutes. */
  n: Text
  text: Text
  credit: Text
  role: Text
  /** The other bodies it names. */
  others: Text
  deadline: Text
}
/** Parts of a letter, in their order. */
export interface FormalLetter {
  to: Text[]
  subject: Text
  paragraphs: Text[]
  facts: Field[]
  closing: Text
  annexes: Text[]
  signer: Signatory
}
export interface SourceEntry {
  mark: Text
  title: Text
  detail: Text
}
export interface AnnexEntry {
  n: Text
  title: Text
  detail: Text
  class: Text
}

/** What a paper shows. Every paper has every field; its definition says which sections it prints, and in which order. */
export interface View extends FollowUpView, ChangesView, CardView, PackView {
  head: Head
  office: Office
  labels: Labels
  /** تاریخ، شماره، پیوست */
  letter: Field[]
  cover: Field[]
  /** What the file leaves open, each a complete phrase. */
  openPoints: Text[]
  /** Shown on a screen; printed when the rows have pages. */
  contents: Section & { rows: ContentsRow[] }
  /** `standing` has a paragraph for each target. */
  summary: Section & { purpose: Text; standing: Text[]; keyFigures: KeyFigure[]; paces: PaceChart[] }
  agenda: Section & { rows: AgendaRow[] }
  background: Section & { paragraphs: Text[]; facts: FactList[] }
  earlier: Section & { rows: EarlierRow[]; note: Text }
  statistics: Section & {
    rows: StatisticRow[]
    bars: BarsChart[]
    lines: LineChart[]
    slopes: SlopeChart[]
    notes: Text[]
    /** The sources of the section with their marks. */
    cited: Text
  }
  statements: Section & { themes: StatementTheme[]; cited: Text }
  obstacles: Section & { groups: ObstacleGroup[]; cited: Text }
  /** Without a title where the summary says all there is. */
  asks: Section & { rows: Ask[]; total: Text }
  resolutions: Section & { rows: DraftResolution[]; note: Text }
  talkingPoints: Section & { items: Text[] }
  participants: Section & { rows: Participant[] }
  /** Head of the minutes. */
  minutes: Field[]
  attendance: Section & { rows: AttendanceRow[]; others: NameList[] }
  discussion: Section & { items: DiscussionItem[] }
  /** The resolutions as the minutes have them. */
  decisions: Section & { rows: DraftResolution[]; note: Text }
  nextMeeting: Field
  /** Without a title: with it go the day of the next meeting and the copies. */
  signatures: Section & { statement: Text; officers: Signatory[]; members: Signatory[]; note: Text }
  /** رونوشت */
  copies: CopyRow[]
  /** The QR code by which a printed paper is compared with its file; its text is '' where there is none. */
  mark: { text: Text }
  /** The head of the archive's chain, and what a revision replaces. */
  archived: Text
  invitation: FormalLetter & { rows: TimetableRow[] }
  excerpt: FormalLetter & { rows: ExcerptRow[]; note: Text }
  sources: Section & { rows: SourceEntry[]; note: Text }
  annexes: Section & { rows: AnnexEntry[] }
}
