/** Pace against the calendar, in a chart and in words. */
import Big from 'big.js'
import type { Figure } from '../insight/insight.ts'
import type { Pace } from '../insight/pace.ts'
import type { Statistic } from '../model/meeting.ts'
import { fa } from '../persian/fa.ts'
import { formatDate } from '../persian/date-format.ts'
import { proseNumber } from '../persian/number.ts'
import { formatPeriod } from '../persian/period.ts'
import { exact, percent, points, proseAmount, roundAmount } from './amount.ts'
import type { PaceChart } from './view.ts'

/** «۶٫۶ واحد درصد عقب~تر از تقویم», «همگام با تقویم». */
export function gapWords({ gap }: Pace): string {
  const shown = new Big(exact(gap, 1))
  if (shown.eq(0)) return fa`هم~گام با تقویم`
  return `${points(gap)} ${shown.lt(0) ? fa`عقب~تر از تقویم` : fa`جلوتر از تقویم`}`
}

/** The period or day up to which the actual value counts. */
export function upTo({ actual, as_of, period }: Pick<Statistic, 'actual' | 'as_of' | 'period'>): string {
  const span = actual?.period ?? (actual ? undefined : period)
  const day = actual?.as_of ?? as_of
  if (span) return formatPeriod(span)
  return day ? `تا ${formatDate(day, 'long')}` : ''
}

/** How much of the period has passed: «۹ ماه از ۱۲ ماه (۷۵ درصد)». */
function elapsedWords({ months }: Pace): string {
  const [passed, all] = [exact(months.passed, 1), String(months.whole)].map(proseNumber)
  return `${passed} ماه از ${all} ماه (${percent(months.percent)})`
}

/** Sentences on one target: reached, share, gap, and where it leads. */
export function standingSentence({ statistic, pace }: Figure): string {
  const { label, unit, target, actual } = statistic
  if (!pace || !target?.period || !actual) return ''
  const sum = (value: Big, places: number): string => roundAmount(value, unit, places)
  const days = pace.days
  const byDays =
    days &&
    `؛ به روز ${proseNumber(exact(days.passed, 0))} از ${proseNumber(String(days.whole))} (${percent(days.percent)})`
  const reached = `${label} ${upTo(statistic)} به ${proseAmount(actual.value, unit)} رسیده که ${percent(pace.done)} هدف ${formatPeriod(target.period)} (${proseAmount(target.value, unit)}) است`
  const against = `${gapWords(pace)}، که ${elapsedWords(pace)} از آن گذشته است${byDays ?? ''}`
  if (pace.required === undefined) return `${reached}.`
  const short = pace.surplus.abs()
  const end = pace.surplus.lt(0)
    ? `${sum(short, 0)} ${fa`کم~تر از هدف`}`
    : pace.surplus.gt(0)
      ? `${sum(short, 0)} بیش از هدف`
      : 'همان هدف'
  const ahead = fa`با آهنگ کنونی، پایان دوره به ${sum(pace.projection, 3)} می~رسد، ${end}`
  const need = fa`برای رسیدن به هدف، ماهانه ${sum(pace.required, 1)} لازم است، در برابر ${sum(pace.monthly, 1)} تا کنون`
  const done = pace.done.gte(100)
  return done ? `${reached}؛ ${against}.` : `${reached}؛ ${against}. ${ahead}؛ ${need}.`
}

/** The chart of one target, or nothing where there is no pace to show. */
export function paceChart({ statistic, pace }: Figure): PaceChart | undefined {
  const { label, unit, target, actual } = statistic
  if (!pace || !target?.period || !actual) return undefined
  const verdict = `${label}: ${gapWords(pace)}.`
  return {
    title: `${label}: تحقق در برابر هدف`,
    description: `${proseAmount(actual.value, unit)} از ${proseAmount(target.value, unit)} (${percent(pace.done)}). ${verdict}`,
    actual: Number(actual.value),
    target: Number(target.value),
    elapsed: pace.months.percent.div(100).toNumber(),
    actualLabel: `${proseAmount(actual.value, unit)} (${percent(pace.done)})`,
    targetLabel: `هدف ${formatPeriod(target.period)}: ${proseAmount(target.value, unit)}`,
    elapsedLabel: `تقویم: ${percent(pace.months.percent)}`,
    verdict,
  }
}
