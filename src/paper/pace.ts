/** Pace against the calendar, in a chart and in words. */
import Big from 'big.js'
import type { Figure } from '../insight/insight.ts'
import type { Pace } from '../insight/pace.ts'
import type { Statistic } from '../model/meeting.ts'
import { fa } from '../persian/fa.ts'
import { NBSP } from '../persian/invisible.ts'
import { formatDate } from '../persian/date-format.ts'
import { proseNumber } from '../persian/number.ts'
import { formatPeriod } from '../persian/period.ts'
import type { Period } from '../persian/period.ts'
import {
  briefAmount,
  exact,
  numeral,
  percent,
  points,
  proseAmount,
  roundAmount,
  roundNumeral,
} from './amount.ts'
import { marked } from './directory.ts'
import type { Directory } from './directory.ts'
import type { KeyFigure, PaceChart } from './view.ts'

/** The period or day up to which the actual value counts. */
export function upTo({ actual, as_of, period }: Pick<Statistic, 'actual' | 'as_of' | 'period'>): string {
  const span = actual?.period ?? (actual ? undefined : period)
  const day = actual?.as_of ?? as_of
  if (span) return formatPeriod(span)
  return day ? `تا ${formatDate(day, 'long')}` : ''
}

/** «در ۹ ماههٔ نخست سال جاری», «تا ۱۵ آذر ۱۴۰۵». */
const within = (words: string): string => (words === '' || words.startsWith('تا ') ? words : `در ${words}`)

/** «۷۵ درصد زمان آن (۹ ماه از ۱۲ ماه، به حساب روز ۷۵٫۶ درصد)». */
function elapsedWords({ months, days }: Pace): string {
  const [passed, all] = [exact(months.passed, 1), String(months.whole)].map(proseNumber)
  const byDays = days ? `؛ به حساب روز ${percent(days.percent)}` : ''
  return `${percent(months.percent)} زمان آن (${passed}${NBSP}ماه از ${all}${NBSP}ماه${byDays})`
}

/** «۱۵۹ میلیون دلار کمتر از هدف». */
function surplusWords({ surplus }: Pace, unit: Statistic['unit']): string {
  if (surplus.eq(0)) return 'برابر هدف'
  const size = unit?.kind === 'percent' ? points(surplus) : briefAmount(surplus.abs(), unit)
  return `${size} ${surplus.lt(0) ? 'کمتر از هدف' : 'بیش از هدف'}`
}

/** The finding as a title: «صادرات استان ۶٫۶ واحد درصد از تقویم عقب است». */
function verdict({ statistic: { label }, pace }: Target): string {
  if (pace.required === undefined) return `${label}: ${percent(pace.done)} هدف محقق شد`
  const shown = new Big(exact(pace.gap, 1))
  if (shown.eq(0)) return fa`${label} هم~گام با تقویم پیش رفته است`
  return `${label} ${points(shown)} از تقویم ${shown.lt(0) ? 'عقب' : 'جلوتر'} است`
}

/** Sentences on one target: what is reached of it in how much of its time, and where that leads. */
export function standingSentence(figure: Figure): string {
  if (!isTarget(figure)) return ''
  const { statistic, pace } = figure
  const { label, unit, target, actual } = statistic
  const sum = (value: Big, places: number): string => roundAmount(value, unit, places)
  const reached = `${label} ${within(upTo(statistic))} به ${proseAmount(actual.value, unit)} رسیده است: ${percent(pace.done)} هدف ${formatPeriod(target.period)} (${proseAmount(target.value, unit)})`
  if (pace.required === undefined) return `${reached}؛ ${surplusWords(pace, unit)}.`
  const left = proseNumber(exact(pace.monthsLeft, 1))
  const sentences = [
    `${reached}، در حالی که ${elapsedWords(pace)} سپری شده است.`,
    `با آهنگ کنونی، رقم پایان دوره ${sum(pace.projection, 3)} خواهد بود: ${surplusWords(pace, unit)}.`,
    `برای رسیدن به هدف باید در ${left}${NBSP}ماه مانده، ماهانه ${sum(pace.required, 1)} محقق شود؛ میانگین ماهانه تاکنون ${sum(pace.monthly, 1)} بوده است.`,
  ]
  return (pace.done.gte(100) ? sentences.slice(0, 2) : sentences).join(' ')
}

/**
 * The chart of one target with its figures, or nothing where there is no pace to show.
 * @param mark of its source, for a paper that lists them
 */
export function paceChart(figure: Figure, mark: Directory['mark'] = () => ''): PaceChart | undefined {
  if (!isTarget(figure)) return undefined
  const { statistic, pace } = figure
  const { unit, target, actual } = statistic
  const share = `${percent(pace.done)} هدف ${formatPeriod(target.period)}`
  return {
    title: verdict(figure),
    description: `${proseAmount(actual.value, unit)} از ${proseAmount(target.value, unit)} (${percent(pace.done)})؛ ${percent(pace.months.percent)} زمان سپری شده است.`,
    figures: [
      {
        ...numeral(actual.value, unit),
        label: `تحقق ${within(upTo(statistic))}`,
        comparison: marked(statistic.headline ?? share, mark(statistic.source)),
      },
      ...outlook(pace, unit),
    ],
    actual: Number(actual.value),
    target: Number(target.value),
    elapsed: pace.months.percent.div(100).toNumber(),
    actualLabel: `تحقق: ${percent(pace.done)}`,
    targetLabel: `هدف ${formatPeriod(target.period)}: ${proseAmount(target.value, unit)}`,
    elapsedLabel: fa`زمان سپری~شده: ${percent(pace.months.percent)}`,
  }
}

/** Where the pace leads and what the target still needs; nothing once the period is over. */
function outlook(pace: Pace, unit: Statistic['unit']): KeyFigure[] {
  if (pace.required === undefined) return []
  const end = {
    ...roundNumeral(pace.projection, unit, 3),
    label: 'برآورد پایان دوره با آهنگ کنونی',
    comparison: surplusWords(pace, unit),
  }
  const need = {
    ...roundNumeral(pace.required, unit, 1),
    label: fa`لازم در هر ماه باقی~مانده`,
    comparison: `میانگین ماهانه تاکنون: ${roundAmount(pace.monthly, unit, 1)}`,
  }
  return pace.done.gte(100) ? [end] : [end, need]
}

/** A figure whose pace is known has both values and the period of its target. */
type Target = Figure & {
  pace: Pace
  statistic: Required<Pick<Statistic, 'actual'>> & { target: { value: string; period: Period } }
}
const isTarget = (figure: Figure): figure is Target => figure.pace !== undefined
