/** The workspace's own settings, `jalaseh.yaml`. */
import { z } from 'zod'
import { classes, paperSizes, weekdays } from './choices.ts'
import { field } from './field.ts'
import { office } from './head.ts'
import { glossary } from './glossary.ts'
import type { LabelKey } from './glossary.ts'
import { choice, file, list, moneyUnit, text } from './readers.ts'

const font = z.strictObject({
  regular: field(file, 'معمولی', 'WOFF2 file of the regular weight.', 'پروندهٔ WOFF2 وزن معمولی.'),
  medium: field(file, 'میانه', 'WOFF2 file of the medium weight.', 'پروندهٔ WOFF2 وزن میانه.').optional(),
  bold: field(file, 'سیاه', 'WOFF2 file of the bold weight.', 'پروندهٔ WOFF2 وزن سیاه.'),
})

/** One optional field for each word of the glossary, known by its key and by our word. */
const labels = z.strictObject(
  Object.fromEntries(
    Object.entries(glossary).map(([key, word]) => [
      key,
      field(text, word, `Printed for "${key}".`, `به جای «${word}» چاپ می~شود.`).optional(),
    ]),
  ) as Record<LabelKey, z.ZodOptional<typeof text>>,
)

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
  second_unit: field(
    moneyUnit,
    'واحد دوم',
    'Unit in which amounts are printed a second time, with the rule of conversion.',
    'واحدی که مبلغ~ها بار دوم با آن و با قاعدهٔ تبدیل چاپ می~شود.',
  ).optional(),
  labels: field(
    labels,
    'واژه~ها',
    'Own words for titles and heads of columns.',
    'واژه~های خود دستگاه برای عنوان~ها و سرستون~ها.',
  ).optional(),
  words: field(
    list(text),
    'واژه~های درست',
    'Words that proofreading leaves alone; a rule id before a word, or alone, is for that rule.',
    'واژه~هایی که نمونه~خوانی به آن~ها کاری ندارد؛ شناسهٔ قاعده پیش از واژه یا به تنهایی، همان قاعده را خاموش می~کند.',
  ).optional(),
  work_week: field(
    list(choice(weekdays)),
    'روزهای کاری',
    'Working days of the week.',
    'روزهای کاری هفته.',
  ).optional(),
})

export type Settings = z.output<typeof settingsSchema>
