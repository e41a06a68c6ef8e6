/** This year against the year before, for indicators of one unit. */
import Big from 'big.js'
import type { Figure } from '../insight/insight.ts'
import { fa } from '../persian/fa.ts'
import { changeWord, commonScale, scaledCells, scaledUnit, whole } from './amount.ts'
import type { Directory } from './directory.ts'
import { sourceLine } from './statistics.ts'
import type { SlopeChart } from './view-follow-up.ts'

/** Fewer lines than two are a row of the table; more are a thicket. */
const fewestLines = 2
const mostLines = 7

/** One chart for each unit in which at least two indicators have a value of the year before. */
export function slopeCharts(figures: Figure[], names: Directory): SlopeChart[] {
  const compared = figures.filter(({ growth }) => growth !== undefined)
  const groups = Map.groupBy(compared, ({ statistic: { unit } }) =>
    unit?.kind === 'money' ? unit.money : unit?.kind === 'count' ? unit.noun : (unit?.kind ?? ''),
  )
  return [...groups.values()].flatMap((rows) =>
    rows.length < fewestLines || rows.length > mostLines ? [] : [slope(rows, names)],
  )
}

function slope(rows: Figure[], names: Directory): SlopeChart {
  const pairs = rows.map(({ statistic }) => ({
    before: new Big(whole(statistic.last_year?.value ?? '0', statistic.unit)),
    now: new Big(whole(statistic.actual?.value ?? statistic.value ?? '0', statistic.unit)),
  }))
  const sizes = pairs.flatMap(({ before, now }) => [before, now])
  const scale = commonScale(sizes)
  const texts = scaledCells(sizes, scale)
  const unit = scaledUnit(scale, rows[0]?.statistic.unit)
  const largest = rows.reduce((a, b) => (size(b).gt(size(a)) ? b : a))
  const told = (row: Figure): string => `${row.statistic.label}، ${changeWord(row.growth ?? new Big(0))}`
  return {
    title: [fa`بیش~ترین تغییر نسبت به سال قبل: ${told(largest)}`, unit && ` (${unit})`]
      .filter(Boolean)
      .join(''),
    description: rows.map(told).join('؛ '),
    source: sourceLine(
      rows.map(({ statistic }) => statistic.source),
      names,
    ),
    beforeTitle: 'سال قبل',
    nowTitle: 'اکنون',
    lines: rows.map((row, index) => ({
      label: row.statistic.label,
      before: pairs[index]?.before.toNumber() ?? 0,
      now: pairs[index]?.now.toNumber() ?? 0,
      beforeLabel: texts[index * 2] ?? '',
      nowLabel: `${texts[index * 2 + 1]} (${changeWord(row.growth ?? new Big(0))})`,
      emphasis: row === largest,
    })),
  }
}

const size = ({ growth }: Figure): Big => growth?.abs() ?? new Big(0)
