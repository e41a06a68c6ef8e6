/** Differences of two editions → the groups of a sheet of changes. */
import { fa } from '../persian/fa.ts'
import { formatNumber } from '../persian/number.ts'
import type { DiffReport, FieldReport, FigureReport, ResolutionReport } from './differences/report.ts'
import type { PieceChange, Supplement } from './view-pack.ts'

const added = 'تازه'
const removed = fa`حذف~شده`
const changed = fa`تغییرکرده`

const ofResolutions: Partial<Record<ResolutionReport['change'], string>> = {
  fresh: added,
  dropped: removed,
  settled: removed,
}
const ofFigures: Partial<Record<FigureReport['change'], string>> = { new: added, lost: removed }
const ofRows = { added, removed, changed }

/**
 * Groups in the order of a meeting file; those without a change are left out.
 * @param report in Persian
 * @param files titles of annexes whose files are others under the same name
 */
export function changeGroups(report: DiffReport, files: readonly string[]): Supplement['groups'] {
  const late = files.map((title): PieceChange => ({ change: changed, title, lines: [fa`پرونده~ای تازه`] }))
  const tables = report.tables.map(({ table, label, rows }) => ({
    table,
    title: label,
    rows: rows.map(({ change, name, fields }): PieceChange => ({
      change: ofRows[change],
      title: name,
      lines: fields.map(fieldLine),
    })),
  }))
  const annexes = tables.find(({ table }) => table === 'annexes')
  if (annexes) annexes.rows.push(...late)
  else if (late.length > 0) tables.push({ table: 'annexes', title: fa`پیوست~ها`, rows: late })
  const groups = [
    {
      title: 'مشخصات جلسه',
      rows: report.head.map((field) => ({
        change: changed,
        title: field.label,
        lines: [fieldLine({ ...field, label: '' })],
      })),
    },
    { title: 'مصوبات', rows: report.resolutions.map(resolutionChange) },
    { title: 'آمار و ارقام', rows: report.figures.map(figureChange) },
    ...tables.map(({ title, rows }) => ({ title, rows })),
  ]
  return groups.filter(({ rows }) => rows.length > 0)
}

function resolutionChange({ change, text, responsible, now, before, fields }: ResolutionReport): PieceChange {
  const state = [
    responsible,
    now?.deadline && `مهلت: ${now.deadline}`,
    before?.deadline && before.deadline !== now?.deadline && fa`پیش از این: ${before.deadline}`,
    now?.progress && `پیشرفت: ${formatNumber(now.progress)} درصد`,
  ]
  const line = state.filter(Boolean).join('؛ ')
  return {
    change: ofResolutions[change] ?? changed,
    title: text,
    lines: [...(line === '' ? [] : [line]), ...fields.map(fieldLine)],
  }
}

function figureChange({ change, label, now, before, unit = '' }: FigureReport): PieceChange {
  const value = (written: string | undefined): string | undefined =>
    written === undefined || written === '' ? undefined : `${formatNumber(written)} ${unit}`.trim()
  return {
    change: ofFigures[change] ?? changed,
    title: label,
    lines: [
      fieldLine({ field: '', label: '', ...some('now', value(now)), ...some('before', value(before)) }),
    ],
  }
}

const some = (key: 'now' | 'before', value: string | undefined): Partial<FieldReport> =>
  value === undefined ? {} : { [key]: value }

/** «مهلت: اکنون … ؛ پیش از این …». */
function fieldLine({ label, before, now }: FieldReport): string {
  const said = [now === undefined ? '' : `اکنون: ${now}`, before === undefined ? '' : `پیش از این: ${before}`]
  return [label, said.filter(Boolean).join('؛ ')].filter(Boolean).join(' — ')
}
