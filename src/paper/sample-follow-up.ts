/** The sample's register, changes and card: an entry in every list, a value in every field. */
import type { CardView, ChangeRow, ChangesView, FollowUpView } from './view-follow-up.ts'

const T = 'نمونه'
const section = (id: string): { id: string; number: string; title: string } => ({ id, number: '۱', title: T })
const status = { word: T, shape: 'late' } as const
const figure = { value: T, unit: T, label: T, comparison: T }
const change: ChangeRow = { n: T, text: T, id: T, origin: T, responsible: T, change: T, deadline: T, status }

export const sampleFollowUp: FollowUpView & ChangesView & CardView = {
  totals: {
    ...section('totals'),
    asOf: T,
    message: T,
    figures: [figure],
    charts: [{ title: T, description: T, parts: [{ label: T, value: 1, valueLabel: T, shape: 'done' }] }],
    remarks: [T],
  },
  register: {
    ...section('register'),
    note: T,
    groups: [
      {
        title: T,
        rows: [
          {
            n: T,
            text: T,
            id: T,
            origin: T,
            report: T,
            responsible: T,
            cooperating: T,
            issued: T,
            deadline: T,
            slips: T,
            bullets: [{ title: T, description: T, done: 0.4, marks: [0.5] }],
            progress: T,
            pace: T,
            credit: T,
            absorption: T,
            status,
            delay: T,
          },
        ],
      },
    ],
  },
  league: {
    ...section('league'),
    note: T,
    rows: [
      {
        n: T,
        body: T,
        all: T,
        done: T,
        late: T,
        rate: T,
        bar: { title: T, description: T, done: 0.5, late: 0.2 },
      },
    ],
  },
  timeline: {
    ...section('timeline'),
    note: T,
    charts: [
      {
        title: T,
        description: T,
        columns: [{ label: T, total: T, cells: ['open'] }],
        legend: [{ word: T, shape: 'open' }],
        today: 0.5,
        todayLabel: T,
      },
    ],
  },
  overview: { ...section('overview'), since: T, message: T, figures: [figure], remarks: [T] },
  fresh: { ...section('fresh'), rows: [change] },
  closed: { ...section('closed'), rows: [change] },
  slipped: { ...section('slipped'), rows: [change] },
  advanced: { ...section('advanced'), rows: [change] },
  dropped: { ...section('dropped'), rows: [change] },
  moved: {
    ...section('moved'),
    notes: [T],
    rows: [
      {
        label: T,
        unit: T,
        before: T,
        beforePeriod: T,
        now: T,
        nowPeriod: T,
        difference: T,
        change: T,
        direction: T,
      },
    ],
  },
  card: {
    when: [{ label: T, value: T, blank: false }],
    standing: [T],
    figures: [figure],
    asks: [{ n: T, text: T, to: T, amount: T }],
    more: T,
  },
}
