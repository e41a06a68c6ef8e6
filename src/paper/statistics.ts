/** Tables and charts of statistics. */
import Big from 'big.js'
import { scaleLinear } from 'd3-scale'
import type { Figure } from '../insight/insight.ts'
import { shares } from '../insight/change.ts'
import type { Statistic } from '../model/meeting.ts'
import { fa } from '../persian/fa.ts'
import { percentSign } from '../persian/number.ts'
import {
  cells,
  changeWord,
  commonScale,
  exact,
  numeral,
  percent,
  scaledCells,
  scaledUnit,
  whole,
} from './amount.ts'
import { marked } from './directory.ts'
import type { Directory } from './directory.ts'
import { upTo } from './pace.ts'
import type { SparkChart } from './view-follow-up.ts'
import type { BarsChart, FactList, KeyFigure, LineChart, StatisticRow } from './view.ts'

/** The most key figures a page shows: more are none. */
const mostKeyFigures = 6

/** Whether the statistic is one value, and so a row of the table. */
export const isRow = (statistic: Statistic): boolean => (statistic.actual ?? statistic.value) !== undefined

/**
 * Figures with a headline; a target has its own place. Where there is neither, the first of the list.
 * @param mark of its source, for a paper that lists them
 */
export function keyFigures(figures: Figure[], mark: Directory['mark']): KeyFigure[] {
  const single = figures.filter(({ statistic, pace }) => isRow(statistic) && !pace)
  const chosen = single.filter(({ statistic }) => statistic.headline)
  const shown = chosen.length > 0 || figures.some(({ pace }) => pace) ? chosen : single
  return shown.slice(0, mostKeyFigures).map((figure) => {
    const { statistic } = figure
    const value = statistic.actual?.value ?? statistic.value ?? ''
    return {
      ...numeral(value, statistic.unit),
      label: statistic.label,
      comparison: marked(statistic.headline ?? changeOrPeriod(figure), mark(statistic.source)),
    }
  })
}

export const changeOrPeriod = ({ statistic, growth }: Figure): string =>
  growth ? `${changeWord(growth)} نسبت به سال قبل` : upTo(statistic)

/** One row for each single value or target; parts without values are lists of facts instead. */
export function statisticRows(figures: Figure[], names: Directory): StatisticRow[] {
  return figures
    .filter(({ statistic }) => isRow(statistic))
    .map(({ statistic, pace, growth }) => {
      const { actual, target, last_year: before } = statistic
      const row = cells([actual?.value ?? statistic.value, target?.value, before?.value], statistic.unit)
      return {
        label: statistic.label,
        unit: row.unit,
        value: row.values[0] ?? '',
        target: row.values[1] ?? '',
        lastYear: row.values[2] ?? '',
        asOf: upTo(statistic),
        share: pace ? percentSign(exact(pace.done, 1)) : '',
        change: growth ? changeWord(growth) : '',
        source: names.mark(statistic.source),
        spark: sparkOf(statistic),
      }
    })
}

/** Lists whose source gives names but no values: product groups, target countries. */
export function factLists(figures: Figure[]): FactList[] {
  return figures.flatMap(({ statistic }) => {
    const parts = statistic.breakdown ?? []
    const valued = parts.every(({ value }) => value !== undefined)
    return parts.length === 0 || valued
      ? []
      : [{ label: statistic.label, items: parts.map(({ label }) => label) }]
  })
}

/** The series of a statistic that is a row, to be drawn beside its name. */
function sparkOf({ label, series = [], unit }: Statistic): SparkChart {
  const [first, last] = [series[0], series.at(-1)]
  if (series.length < 2 || !first || !last) return { title: '', description: '', values: [] }
  const values = series.map(({ value }) => value)
  const { values: texts, unit: word } = cells([first.value, last.value], unit)
  return {
    title: `روند ${label}`,
    description: `${first.label}: ${texts[0]}؛ ${last.label}: ${texts[1]} ${word}`.trim(),
    values: values.map(Number),
  }
}

/** Parts with values as bars, each with its share. */
export function barCharts(figures: Figure[], names: Directory): BarsChart[] {
  return figures.flatMap(({ statistic }) => {
    const parts = (statistic.breakdown ?? []).flatMap(({ label, value }) =>
      value === undefined ? [] : [{ label, value }],
    )
    if (parts.length === 0 || parts.length !== statistic.breakdown?.length) return []
    const share = shares(parts.map(({ value }) => value))
    const largest = Math.max(...parts.map(({ value }) => Number(value)))
    const row = cells(
      parts.map(({ value }) => value),
      statistic.unit,
    )
    const bars = parts.map(({ label, value }, index) => {
      const percentage = share?.[index] ? ` (${percent(share[index])})` : ''
      return {
        label,
        value: Number(value),
        valueLabel: `${row.values[index]}${percentage}`,
        emphasis: Number(value) === largest,
      }
    })
    const title = row.unit === '' ? statistic.label : `${statistic.label} (${row.unit})`
    const top = bars.find(({ emphasis }) => emphasis)
    const description = top ? fa`بزرگ~ترین: ${top.label}، ${top.valueLabel}` : ''
    return [{ title, description, bars, source: noteAndSource(statistic, names) }]
  })
}

/** A series in time, with round tick values. */
export function lineCharts(figures: Figure[], names: Directory): LineChart[] {
  return figures.flatMap(({ statistic }) => {
    const series = statistic.series ?? []
    // The series of a row stands in the row.
    if (series.length < 2 || isRow(statistic)) return []
    const sizes = series.map(({ value }) => new Big(whole(value, statistic.unit)))
    const scale = commonScale(sizes)
    const unit = scaledUnit(scale, statistic.unit)
    const texts = scaledCells(sizes, scale)
    const points = series.map(({ label }, index) => ({
      label,
      value: sizes[index]?.toNumber() ?? 0,
      valueLabel: texts[index] ?? '',
    }))
    const values = points.map(({ value }) => value)
    const ticks = scaleLinear([Math.min(0, ...values), Math.max(0, ...values)], [0, 1])
      .nice(4)
      .ticks(4)
    const tickTexts = scaledCells(
      ticks.map((tick) => new Big(tick)),
      scale,
    )
    const last = points.at(-1)
    return [
      {
        title: unit === '' ? statistic.label : `${statistic.label} (${unit})`,
        description: last
          ? `${points[0]?.label}: ${points[0]?.valueLabel}؛ ${last.label}: ${last.valueLabel}`
          : '',
        points,
        ticks: ticks.map((value, index) => ({ value, label: tickTexts[index] ?? '' })),
        references: [],
        source: noteAndSource(statistic, names),
      },
    ]
  })
}

/** «منبع: [۱]»، «منبع: [۱] [۲]», each once. */
export function sourceLine(references: (string | undefined)[], names: Directory): string {
  const marks = new Set(references.map(names.mark).filter(Boolean))
  return marks.size === 0 ? '' : `منبع: ${[...marks].map((mark) => `[${mark}]`).join(' ')}`
}

const noteAndSource = ({ note, source }: Statistic, names: Directory): string =>
  [note, sourceLine([source], names)].filter(Boolean).join('؛ ')

/** Remarks under the table, on its rows; those on charts stand under the chart. */
export function notes(figures: Figure[]): string[] {
  return figures.flatMap(({ statistic }) =>
    statistic.note && isRow(statistic) ? [`${statistic.label}: ${statistic.note}`] : [],
  )
}
