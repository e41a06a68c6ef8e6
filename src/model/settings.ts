/** The workspace's own settings, `jalaseh.yaml`. */
import { z } from 'zod'
import { bad, good } from '../persian/result.ts'
import type { Parsed } from '../persian/result.ts'
import { classes, paperSizes, weekdays, withholdings } from './choices.ts'
import { field } from './field.ts'
import { office } from './head.ts'
import { glossary } from './glossary.ts'
import type { LabelKey } from './glossary.ts'
import { limits } from './limits.ts'
import { mail } from './mail-settings.ts'
import { sections } from './paper.ts'
import { choice, file, list, moneyUnit, reader, text, verbatim } from './readers.ts'

/** Families that come with the product. */
export const families = { vazirmatn: 'وزیرمتن', parastoo: 'پرستو' } as const

const fontName = reader('verbatim', (raw): Parsed<string> => {
  const name = raw.trim()
  return /^[\p{L}\p{N}][\p{L}\p{M}\p{N}\u200c _-]{0,59}$/u.test(name)
    ? good(name)
    : bad('settings/font-name', { text: raw })
})

/** A family of ours, or files of the office's own. */
const font = z
  .strictObject({
    family: field(
      choice(families),
      'خانواده',
      'One of our families: Vazirmatn (sans) or Parastoo (naskh).',
      'یکی از قلم~های ما: وزیرمتن، یا پرستو که نسخ است.',
    ).optional(),
    name: field(fontName, 'نام', 'Name of your own font.', 'نام قلم خود دستگاه.').optional(),
    regular: field(
      file,
      'معمولی',
      'WOFF2 file of the regular weight.',
      'پروندهٔ WOFF2 وزن معمولی.',
    ).optional(),
    medium: field(file, 'میانه', 'WOFF2 file of the medium weight.', 'پروندهٔ WOFF2 وزن میانه.').optional(),
    bold: field(file, 'سیاه', 'WOFF2 file of the bold weight.', 'پروندهٔ WOFF2 وزن سیاه.').optional(),
  })
  .superRefine(({ family, name, regular, medium, bold }, context) => {
    const wrong = (code: string, values: Record<string, string> = {}): void =>
      context.addIssue({ code: 'custom', params: { fault: code, values } })
    if (family === undefined && (regular === undefined || bold === undefined))
      wrong('settings/font-incomplete')
    if (family !== undefined && (name ?? regular ?? medium ?? bold) !== undefined)
      wrong('settings/font-both', { family: families[family] })
  })
  .meta({ shorthand: 'family' })

/** What an office changes of a kind of paper. */
const paperChoice = z.strictObject({
  kind: field(verbatim, 'برگ', 'Kind of paper: the name of its folder.', 'نوع برگ: نام پوشهٔ آن.'),
  title: field(text, 'عنوان', 'What the office calls it.', 'نامی که دستگاه بر آن می~گذارد.').optional(),
  sections: field(
    list(choice(sections)),
    'بخش~ها',
    'Its sections in order; those left out are not printed.',
    'بخش~ها به ترتیب؛ آن~که نیاید چاپ نمی~شود.',
  ).optional(),
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
  withheld: field(
    choice(withholdings),
    'اعلام حذف',
    'Whether a recipient is told that something above his class was left out; not told unless said.',
    'به گیرنده گفته شود که چیزی بالاتر از طبقهٔ او حذف شده است یا نه؛ اگر نیاید گفته نمی~شود.',
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
    'One of our families, or own font files; Vazirmatn unless said.',
    'یکی از قلم~های ما یا پرونده~های قلم؛ اگر نیاید وزیرمتن است.',
  ).optional(),
  papers: field(
    list(paperChoice),
    'برگ~ها',
    'Titles and sections of papers where they differ from ours.',
    'عنوان و بخش~های برگ~ها، هر جا جز آن باشد که ما گفته~ایم.',
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
  mail: field(mail, 'رایانامه', 'How mail is sent.', 'چگونگی ارسال رایانامه.').optional(),
  limits: field(
    limits,
    'محدودیت~ها',
    'Limits that are other than ours.',
    'حدهایی که جز حدهای ماست.',
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
