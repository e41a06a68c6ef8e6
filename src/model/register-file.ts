/**
 * A file of the office's register, beside its meeting files: resolutions brought over from elsewhere, and what was heard
 * of resolutions between two meetings. It is known by having no `meeting:`.
 */
import { z } from 'zod'
import { datedFollowUp, earlierResolution } from './content.ts'
import { field } from './field.ts'
import { bodies } from './people.ts'
import { date, list, text } from './readers.ts'

export const registerSchema = z.strictObject({
  title: field(text, 'عنوان', 'What the file is.', 'عنوان پرونده.').optional(),
  body: field(
    text,
    'کارگروه|شورا|کمیته|کمیسیون|ستاد',
    'Council, committee or working group that decided its resolutions.',
    'شورا، کمیته یا کارگروهی که مصوبات آن را تصویب کرد.',
  ).optional(),
  date: field(
    date,
    'تاریخ',
    'Day on which its resolutions stood as written here.',
    'روزی که مصوبات آن چنین بود.',
  ).optional(),
  bodies: field(bodies, 'دستگاه~ها', 'Bodies named in this file.', 'دستگاه~های این پرونده.').optional(),
  resolutions: field(
    list(earlierResolution),
    'مصوبات|مصوبات جلسات قبل',
    'Resolutions brought over.',
    'مصوباتی که از جای دیگر آورده شد.',
  ).optional(),
  followups: field(
    list(datedFollowUp),
    'پیگیری~ها',
    'What became of resolutions, by their ids.',
    'آنچه بر مصوبات گذشت، با شناسهٔ آن~ها.',
  ).optional(),
})

/** What was written in a file of the register, validated. */
export type RegisterFile = z.output<typeof registerSchema>
