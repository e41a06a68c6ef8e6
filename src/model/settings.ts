/** The workspace's own settings, `jalaseh.yaml`. */
import { z } from 'zod'
import { classes, paperSizes, weekdays } from './choices.ts'
import { field } from './field.ts'
import { office } from './head.ts'
import { choice, file, list } from './readers.ts'

const font = z.strictObject({
  regular: field(file, 'معمولی', 'WOFF2 file of the regular weight.', 'پروندهٔ WOFF2 وزن معمولی.'),
  medium: field(file, 'میانه', 'WOFF2 file of the medium weight.', 'پروندهٔ WOFF2 وزن میانه.').optional(),
  bold: field(file, 'سیاه', 'WOFF2 file of the bold weight.', 'پروندهٔ WOFF2 وزن سیاه.'),
})

export const settingsSchema = z.strictObject({
  office: field(office, 'دستگاه|سربرگ', 'Letterhead of the office.', 'سربرگ دستگاه.').optional(),
  class: field(
    choice(classes),
    'طبقه~بندی',
    'Class of papers that name none.',
    'طبقه~بندی برگ~هایی که چیزی نگفته~اند.',
  ).optional(),
  paper: field(
    choice(paperSizes),
    'کاغذ',
    'Paper size, A4 unless said.',
    'اندازهٔ کاغذ؛ اگر نیاید A4 است.',
  ).optional(),
  font: field(
    font,
    'قلم',
    'Own font files; Vazirmatn unless said.',
    'پرونده~های قلم؛ اگر نیاید وزیرمتن است.',
  ).optional(),
  work_week: field(
    list(choice(weekdays)),
    'روزهای کاری',
    'Working days of the week.',
    'روزهای کاری هفته.',
  ).optional(),
})

export type Settings = z.output<typeof settingsSchema>
