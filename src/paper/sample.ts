/**
 * A complete view of small synthetic texts: what the templates are checked against before any paper is made.
 * Every list has an entry and every field a value, so that a path the check does not find here does not exist.
 */
import { glossary } from '../model/glossary.ts'
import { sampleFollowUp } from './sample-follow-up.ts'
import { samplePack } from './sample-pack.ts'
import type { Ask, Field, FormalLetter, Head, KeyFigure, Office, PaceChart, Signatory, View } from './view.ts'

const T = 'نمونه'
const section = (id: string): { id: string; number: string; title: string } => ({ id, number: '۱', title: T })
const status = { word: T, shape: 'open' } as const

const head: Head = {
  lang: 'fa-IR',
  title: T,
  kind: T,
  subtitle: T,
  class: T,
  status: T,
  footer: T,
  copy: T,
  draft: true,
}
const office: Office = { lines: [T], emblem: 'data:image/png;base64,AA==', invocation: T }
const field: Field = { label: T, value: T, blank: false }
const keyFigure: KeyFigure = { value: T, unit: T, label: T, comparison: T }
const pace: PaceChart = {
  title: T,
  description: T,
  figures: [keyFigure],
  actual: 1,
  target: 2,
  elapsed: 0.5,
  actualLabel: T,
  targetLabel: T,
  elapsedLabel: T,
}
const person = { name: T, post: T, body: T }
const signatory: Signatory = { name: T, post: T, role: T }
const formal: FormalLetter = {
  to: [T],
  subject: T,
  paragraphs: [T],
  facts: [field],
  closing: T,
  annexes: [T],
  signer: signatory,
}
const spark = { title: T, description: T, values: [1, 2] }
const ask: Ask = { n: T, text: T, to: T, amount: T, legalBasis: T, effect: T }

export const sampleView: View = {
  ...sampleFollowUp,
  ...samplePack,
  head,
  office,
  labels: glossary,
  letter: [field],
  cover: [field],
  openPoints: [T],
  contents: { ...section('contents'), rows: [{ id: 'summary', number: '۱', title: T, page: '۱' }] },
  summary: { ...section('summary'), purpose: T, standing: [T], keyFigures: [keyFigure], paces: [pace] },
  agenda: {
    ...section('agenda'),
    rows: [{ n: T, topic: T, presenter: T, minutes: T, nature: T, annexes: T }],
  },
  background: { ...section('background'), paragraphs: [T], facts: [{ label: T, items: [T] }] },
  earlier: {
    ...section('earlier'),
    note: T,
    rows: [{ n: T, text: T, responsible: T, deadline: T, status, history: T }],
  },
  statistics: {
    ...section('statistics'),
    rows: [
      { label: T, unit: T, value: T, asOf: T, target: T, share: T, lastYear: T, change: T, source: T, spark },
    ],
    bars: [
      {
        title: T,
        description: T,
        bars: [{ label: T, value: 1, valueLabel: T, emphasis: true }],
        source: T,
      },
    ],
    lines: [
      {
        title: T,
        description: T,
        points: [{ label: T, value: 1, valueLabel: T }],
        ticks: [{ value: 0, label: T }],
        references: [{ value: 2, label: T }],
        source: T,
      },
    ],
    slopes: [
      {
        title: T,
        description: T,
        beforeTitle: T,
        nowTitle: T,
        source: T,
        lines: [{ label: T, before: 1, now: 2, beforeLabel: T, nowLabel: T, emphasis: true }],
      },
    ],
    notes: [T],
    cited: T,
  },
  statements: {
    ...section('statements'),
    cited: T,
    themes: [
      {
        theme: T,
        level: T,
        levels: [{ level: T, speakers: [{ name: T, post: T, rows: [{ nature: T, text: T, source: T }] }] }],
      },
    ],
  },
  obstacles: {
    ...section('obstacles'),
    cited: T,
    groups: [{ level: T, rows: [{ text: T, body: T, effect: T, source: T }] }],
  },
  asks: { ...section('asks'), rows: [ask], total: T },
  resolutions: {
    ...section('resolutions'),
    note: T,
    rows: [{ n: T, text: T, credit: T, responsible: T, cooperating: T, deadline: T, status }],
  },
  talkingPoints: { ...section('talking-points'), items: [T] },
  participants: { ...section('participants'), rows: [{ name: T, post: T, body: T, note: T, attendance: T }] },
  minutes: [field],
  attendance: {
    ...section('attendance'),
    rows: [{ n: T, ...person, standsFor: T }],
    others: [{ label: T, names: [T] }],
  },
  discussion: { ...section('discussion'), items: [{ n: T, topic: T, presenter: T, text: T }] },
  decisions: {
    ...section('decisions'),
    note: T,
    rows: [{ n: T, text: T, credit: T, responsible: T, cooperating: T, deadline: T, status }],
  },
  nextMeeting: field,
  signatures: {
    ...section('signatures'),
    statement: T,
    officers: [signatory],
    members: [signatory],
    note: T,
  },
  copies: [{ to: T, purpose: T }],
  mark: { text: T },
  archived: T,
  invitation: {
    ...formal,
    rows: [{ n: T, topic: T, presenter: T, nature: T, minutes: T, start: T, end: T }],
  },
  excerpt: {
    ...formal,
    rows: [{ n: T, text: T, credit: T, role: T, others: T, deadline: T }],
    note: T,
  },
  sources: { ...section('sources'), rows: [{ mark: T, title: T, detail: T }], note: T },
  annexes: { ...section('annexes'), rows: [{ n: T, title: T, detail: T, class: T }] },
}
