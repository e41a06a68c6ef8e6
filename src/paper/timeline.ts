/** Deadlines by Jalali month, season or year. */
import type { FollowUp } from '../insight/follow-up.ts'
import { standingOrder } from '../insight/follow-up.ts'
import type { DueSpan } from '../insight/due-months.ts'
import type { Standing } from '../insight/standing.ts'
import type { Labels } from '../model/glossary.ts'
import { daysInMonth, monthNames } from '../persian/calendar.ts'
import type { JalaliDate } from '../persian/calendar.ts'
import { formatDate } from '../persian/date-format.ts'
import { toPersianDigits } from '../persian/digits.ts'
import { fa } from '../persian/fa.ts'
import { count } from './head.ts'
import { standingWords } from './standing-words.ts'
import type { TimelineChart } from './view-follow-up.ts'

const seasons = ['بهار', 'تابستان', 'پاییز', 'زمستان']
const digits = (n: number): string => toPersianDigits(String(n))
/** Bottom to top: what is over lies below what is still to be done. */
const stackOrder: Standing[] = ['done', 'stopped', 'late', 'running', 'open']

/** One chart where any resolution has a day, else none. */
export function timelineCharts({ spans }: FollowUp, today: JalaliDate, labels: Labels): TimelineChart[] {
  if (spans.length === 0) return []
  const at = spans.findIndex((span) => contains(span, today))
  const words = standingWords(labels)
  const met = standingOrder.filter((shape) => spans.some(({ standings }) => standings.includes(shape)))
  const legend = met.map((shape) => ({ word: words[shape], shape }))
  return [
    {
      title: message(spans, at),
      description: spans
        .filter(({ standings }) => standings.length > 0)
        .map((span) => `${spanName(span)}: ${digits(span.standings.length)}`)
        .join('؛ '),
      columns: spans.map((span, index) => ({
        label: columnName(span, index, spans),
        total: span.standings.length === 0 ? '' : digits(span.standings.length),
        cells: span.standings.toSorted((a, b) => stackOrder.indexOf(a) - stackOrder.indexOf(b)),
      })),
      legend,
      today: at + passed(spans[at], today),
      todayLabel: `${labels.today}: ${formatDate(today, 'long')}`,
    },
  ]
}

/** «از ۴ مهلت گذشته…»: what lies ahead, and where most of it falls. */
function message(spans: DueSpan[], at: number): string {
  const owed = (span: DueSpan): number =>
    span.standings.filter((shape) => shape === 'running' || shape === 'open').length
  const ahead = spans.slice(at).reduce((all, span) => all + owed(span), 0)
  if (ahead === 0) return fa`هیچ مهلتی در پیش نیست`
  const most = spans.slice(at).reduce((a, b) => (owed(b) > owed(a) ? b : a))
  if (owed(most) === ahead) return `مهلت ${count(ahead)} مصوبه در پیش است: ${spanName(most)}`
  // Where none stands out, the nearest is named.
  if (owed(most) === 1) return fa`مهلت ${count(ahead)} مصوبه در پیش است؛ نزدیک~ترین در ${spanName(most)}`
  return fa`مهلت ${count(ahead)} مصوبه در پیش است؛ بیش~تر از همه در ${spanName(most)} (${count(owed(most))})`
}

const contains = ({ year, month, months }: DueSpan, { y, m }: JalaliDate): boolean =>
  y === year && m >= month && m < month + months

/** Share of the span that has passed at the end of the day. */
function passed(span: DueSpan | undefined, { y, m, d }: JalaliDate): number {
  if (span === undefined) return 0
  return (m - span.month + d / daysInMonth(y, m)) / span.months
}

function partName({ month, months }: DueSpan): string {
  if (months === 12) return ''
  return (months === 3 ? seasons[(month - 1) / 3] : monthNames[month - 1]) ?? ''
}

const spanName = (span: DueSpan): string => `${partName(span)} ${digits(span.year)}`.trim()

/** The year is told where it begins. */
function columnName(span: DueSpan, index: number, spans: DueSpan[]): string {
  return spans[index - 1]?.year === span.year ? partName(span) || digits(span.year) : spanName(span)
}
