/** What an office may set otherwise of the limits that keep a run from having no end: `limits` in `jalaseh.yaml`. */
import { z } from 'zod'
import { field } from './field.ts'
import { wholeNumber } from './readers.ts'

/** Nobody waits longer; and no timer of the system waits for more than some weeks. */
const mostSeconds = 3600

export const limits = z
  .strictObject({
    annex_pages: field(
      wholeNumber,
      'صفحه~های پیوست',
      'Most pages of an annex; 1000 unless said.',
      'بیش~ترین شمار صفحه~های یک پیوست؛ اگر نیاید ۱۰۰۰.',
    ).optional(),
    annex_seconds: field(
      wholeNumber,
      'زمان پیوست',
      'Seconds for reading an annex; 30 unless said.',
      'زمان خواندن یک پیوست به ثانیه؛ اگر نیاید ۳۰.',
    ).optional(),
    annex_megapixels: field(
      wholeNumber,
      'مگاپیکسل پیوست',
      'Most megapixels of a picture in an annex; 100 unless said.',
      'بیش~ترین اندازهٔ تصویر در پیوست به مگاپیکسل؛ اگر نیاید ۱۰۰.',
    ).optional(),
    print_seconds: field(
      wholeNumber,
      'زمان چاپ',
      'Seconds for printing a paper; 60 unless said.',
      'زمان چاپ یک برگ به ثانیه؛ اگر نیاید ۶۰.',
    ).optional(),
  })
  .superRefine((given, context) => {
    for (const key of ['annex_seconds', 'print_seconds'] as const)
      if ((given[key] ?? 0) > mostSeconds)
        context.addIssue({
          code: 'custom',
          path: [key],
          params: { fault: 'settings/too-many-seconds', values: { limit: String(mostSeconds) } },
        })
  })

export type Limits = z.output<typeof limits>
