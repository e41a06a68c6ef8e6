/** A file of official holidays, `holidays/1405.yaml`: one year, to be edited when the government changes it. */
import { z } from 'zod'
import { field } from './field.ts'
import { choice, date, list, text, wholeNumber } from './readers.ts'

const holiday = z.strictObject({
  date: field(date, 'تاریخ', 'The day.', 'تاریخ.'),
  title: field(text, 'مناسبت', 'What it commemorates.', 'مناسبت.'),
  kind: field(
    choice({ official: 'رسمی' }),
    'نوع',
    'Official holidays close offices.',
    'تعطیل رسمی ادارات.',
  ).optional(),
})

const shape = z.strictObject({
  year: field(wholeNumber, 'سال', 'The Jalali year.', 'سال هجری شمسی.'),
  source: field(text, 'منبع', 'Where the list comes from.', 'منبع فهرست.').optional(),
  incomplete: field(
    text,
    'ناتمام',
    'What is still missing; printed beside every count of working days.',
    'آنچه هنوز نیامده؛ کنار شمارش روزهای کاری چاپ می~شود.',
  ).optional(),
  days: field(list(holiday), 'روزها', 'The holidays.', 'روزهای تعطیل.'),
})

export const holidaysSchema = shape.superRefine((row, context) => {
  for (const [index, { date: day }] of row.days.entries()) {
    if (day.y === row.year) continue
    const values = { year: String(row.year) }
    context.addIssue({
      code: 'custom',
      path: ['days', index, 'date'],
      params: { fault: 'holiday/other-year', values },
    })
  }
})
