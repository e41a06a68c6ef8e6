/** The pocket card: what someone who walks beside the minister has to know. */
import type { Briefing } from '../insight/insight.ts'
import type { Labels } from '../model/glossary.ts'
import { formatDate, formatTime } from '../persian/date-format.ts'
import { toPersianDigits } from '../persian/digits.ts'
import { fa } from '../persian/fa.ts'
import { numeral } from './amount.ts'
import type { Directory } from './directory.ts'
import { count } from './head.ts'
import type { MoneyWords } from './head.ts'
import { paceChart } from './pace.ts'
import { changeOrPeriod, isRow } from './statistics.ts'
import type { KeyFigure } from './view.ts'
import type { CardView } from './view-follow-up.ts'

/** The most numbers and the most asks a card has. */
const mostFigures = 10
const mostAsks = 3
/** With more numbers than these there is no room for what each compares to. */
const mostCompared = 8

export function cardView(
  { meeting, figures }: Briefing,
  names: Directory,
  labels: Labels,
  money: MoneyWords,
): CardView['card'] {
  const { date, start, place } = meeting.meeting
  const when = (label: string, value: string | undefined): CardView['card']['when'][number] => ({
    label,
    value: value ?? '',
    blank: value === undefined,
  })
  const more = (meeting.asks ?? []).length - mostAsks
  return {
    when: [
      when(labels.meeting_date, date && formatDate(date, 'full')),
      when(labels.hours, start && formatTime(start)),
      when(labels.place, place),
    ],
    standing: figures.flatMap((figure) => paceChart(figure)?.title ?? []),
    figures: cardFigures(figures),
    more: more > 0 ? fa`و ${count(more)} درخواست دیگر در پرونده` : '',
    asks: (meeting.asks ?? []).slice(0, mostAsks).map((ask, index) => ({
      n: toPersianDigits(String(index + 1)),
      text: ask.text,
      to: names.body(ask.to),
      amount: ask.amount ? money(ask.amount) : '',
    })),
  }
}

/** Targets first, then figures with a headline, then the others in their order. */
function cardFigures(figures: Briefing['figures']): KeyFigure[] {
  const rows = figures.filter(({ statistic }) => isRow(statistic))
  const order = ({ pace, statistic }: (typeof rows)[number]): number =>
    pace ? 0 : statistic.headline ? 1 : 2
  const shown = rows.toSorted((a, b) => order(a) - order(b)).slice(0, mostFigures)
  return shown.map((figure) => {
    const { statistic } = figure
    return {
      ...numeral(statistic.actual?.value ?? statistic.value ?? '', statistic.unit),
      label: statistic.label,
      comparison: shown.length > mostCompared ? '' : (statistic.headline ?? changeOrPeriod(figure)),
    }
  })
}
