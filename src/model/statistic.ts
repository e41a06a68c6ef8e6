/** Figures: single values, targets with what was reached, series, and lists of parts. */
import { z } from 'zod'
import { pieceClass } from './content.ts'
import { field } from './field.ts'
import { date, decimalNumber, list, period, reference, text, unit, verbatim } from './readers.ts'

const target = z.strictObject({
  value: field(
    decimalNumber,
    'مقدار|رقم',
    'The value aimed at, in the unit of the row.',
    'مقدار هدف، با واحد همین شاخص.',
  ),
  period: field(
    period,
    'دوره',
    'The whole period the target is for, such as the year.',
    'دوره~ای که هدف برای همهٔ آن است، مانند سال.',
  ).optional(),
})

const actual = z.strictObject({
  value: field(
    decimalNumber,
    'مقدار|رقم',
    'The value reached, in the unit of the row.',
    'مقدار محقق~شده، با واحد همین شاخص.',
  ),
  period: field(
    period,
    'دوره',
    "The part of the target's period that the value covers.",
    'بخشی از دورهٔ هدف که این مقدار آن را می~پوشاند.',
  ).optional(),
  as_of: field(
    date,
    'تا تاریخ',
    'Day up to which the value counts.',
    'تاریخی که مقدار تا آن روز است.',
  ).optional(),
})

const point = z.strictObject({
  label: field(text, 'برچسب|دوره', 'Month or year of the point.', 'ماه یا سال این نقطه.'),
  value: field(decimalNumber, 'مقدار|رقم', 'Value at that time.', 'مقدار در آن زمان.'),
})

const part = z
  .strictObject({
    label: field(text, 'نام|برچسب', 'Name of the part.', 'نام این جزء.'),
    value: field(
      decimalNumber,
      'مقدار|رقم',
      'Its value; left out where the source gives none.',
      'مقدار آن؛ اگر منبع نگفته، نیاورید.',
    ).optional(),
  })
  .meta({ shorthand: 'label' })

const lastYear = z
  .strictObject({
    value: field(
      decimalNumber,
      'مقدار|رقم',
      'Value of the same period a year before.',
      'مقدار مدت مشابه سال قبل.',
    ),
  })
  .meta({ shorthand: 'value' })

/** What is wrong between the fields of one statistic; each is a fault at the row. */
function consistent(row: z.output<typeof shape>, context: z.RefinementCtx): void {
  const issue = (code: string, path: string[]): void =>
    context.addIssue({ code: 'custom', path, params: { fault: code, values: { label: row.label } } })
  if (row.target && !row.target.period) issue('target/period-missing', ['target'])
  if (row.target && row.unit?.kind === 'rank') issue('target/rank', ['target'])
  if (row.target && !row.actual) issue('target/actual-missing', ['target'])
  if (row.target?.period && row.actual && !row.actual.period && !row.actual.as_of)
    issue('actual/period-missing', ['actual'])
  const { from, to } = overhang(row)
  if (from || to) issue('actual/outside-target', ['actual'])
  const hasFigure = row.value ?? row.actual ?? row.series ?? row.breakdown
  if (hasFigure === undefined) issue('statistic/empty', [])
  if (!row.unit && (row.value ?? row.actual ?? row.series) !== undefined) issue('statistic/unit-missing', [])
}

/** Whether the actual value begins before or ends after the period of its target. */
function overhang(row: z.output<typeof shape>): { from: boolean; to: boolean } {
  const whole = row.target?.period
  const so_far = row.actual?.period
  if (!whole || !so_far) return { from: false, to: false }
  const other = whole.year !== undefined && so_far.year !== undefined && whole.year !== so_far.year
  return { from: other || so_far.fromMonth < whole.fromMonth, to: other || so_far.toMonth > whole.toMonth }
}

const shape = z.strictObject({
  label: field(text, 'عنوان|شاخص', 'Name of the indicator.', 'نام شاخص.'),
  key: field(
    verbatim,
    'کلید',
    'Stable key, to know the indicator again in other files.',
    'کلید ثابت شاخص، برای شناختن آن در پرونده~های دیگر.',
  ).optional(),
  unit: field(
    unit,
    'واحد',
    'Unit: «میلیون دلار», «درصد», «رتبه» or what is counted.',
    'واحد: «میلیون دلار»، «درصد»، «رتبه» یا آنچه شمرده می~شود.',
  ).optional(),
  value: field(decimalNumber, 'مقدار|رقم', 'A single value.', 'یک مقدار تنها.').optional(),
  period: field(period, 'دوره', 'Period of the single value.', 'دورهٔ مقدار تنها.').optional(),
  as_of: field(
    date,
    'تا تاریخ',
    'Day up to which the value counts.',
    'تاریخی که مقدار تا آن روز است.',
  ).optional(),
  target: field(
    target,
    'هدف|پیش~بینی',
    'Value aimed at, with its period.',
    'هدف یا پیش~بینی، با دورهٔ آن.',
  ).optional(),
  actual: field(
    actual,
    'تحقق|عملکرد',
    'Value reached so far, with its period.',
    'مقدار محقق~شده تا کنون، با دورهٔ آن.',
  ).optional(),
  last_year: field(
    lastYear,
    'سال قبل|مدت مشابه سال قبل',
    'Value of the same period a year before.',
    'مقدار مدت مشابه سال قبل.',
  ).optional(),
  series: field(
    list(point),
    'سری|روند',
    'Values in time, the oldest first.',
    'مقدارها در طول زمان، از قدیم به جدید.',
  ).optional(),
  breakdown: field(
    list(part),
    'تفکیک|اجزا',
    'Parts, with or without values.',
    'اجزا، با مقدار یا بی آن.',
  ).optional(),
  headline: field(
    text,
    'برجسته',
    'Why it is a key figure, in words; makes it one.',
    'مقایسه~ای که زیر رقم کلیدی می~آید؛ با آن شاخص کلیدی می~شود.',
  ).optional(),
  class: pieceClass,
  source: field(reference('source'), 'منبع', 'Where the figure comes from.', 'منبع رقم.').optional(),
  note: field(text, 'توضیح', 'A remark under the table.', 'توضیحی زیر جدول.').optional(),
})

export const statistic = shape.superRefine(consistent)
