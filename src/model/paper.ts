/**
 * A kind of paper, `templates/<kind>/paper.yaml`: what it is called, the sheet it is printed on, its sections in
 * order and the parts of a meeting file it cannot do without.
 */
import { z } from 'zod'
import { fa } from '../persian/fa.ts'
import { field } from './field.ts'
import { choice, list, text } from './readers.ts'

/** Sheets: those of the office's own size follow `paper` in `jalaseh.yaml`. */
export const sheets = { office: 'اندازهٔ دستگاه', A4: 'آ۴', A5: 'آ۵', A6: 'آ۶' } as const

export const orientations = { portrait: 'عمودی', landscape: 'افقی' } as const

/** Sections a paper may choose from; each is a template `sections/<id>.hbs`. */
export const sections = {
  contents: 'فهرست',
  summary: 'خلاصه',
  agenda: 'دستور جلسه',
  background: 'پیشینه',
  earlier: 'مصوبات جلسات قبل',
  statistics: 'آمار و ارقام',
  statements: 'اظهارات',
  obstacles: 'مسائل و موانع',
  asks: fa`درخواست~ها`,
  resolutions: fa`پیش~نویس مصوبات`,
  participants: fa`شرکت~کنندگان`,
  attendance: 'حاضران و غایبان',
  discussion: 'خلاصهٔ مذاکرات',
  decisions: 'مصوبات',
  signatures: 'امضاها',
  totals: 'وضع مصوبات',
  league: fa`دستگاه~ها`,
  timeline: fa`مهلت~ها`,
  register: 'جدول پیگیری',
  overview: 'چکیدهٔ تغییرات',
  fresh: 'مصوبات تازه',
  closed: fa`مصوبات بسته~شده`,
  slipped: fa`مصوبات عقب~افتاده`,
  advanced: fa`مصوبات پیش~رفته`,
  dropped: fa`مصوبات از پرونده افتاده`,
  moved: 'ارقام تغییریافته',
  sources: 'منابع',
  annexes: fa`پیوست~ها`,
} as const
export type SectionId = keyof typeof sections

/**
 * Parts of a meeting file a paper may need. `register` is any resolution, of this meeting or an earlier one;
 * `addressed` is a resolution that names a body.
 */
export const needs = {
  agenda: 'دستور جلسه',
  attendees: fa`شرکت~کنندگان`,
  statistics: 'آمار',
  statements: 'اظهارات',
  resolutions: 'مصوبات',
  register: 'مصوبات این جلسه یا جلسات قبل',
  addressed: 'مصوبات با دستگاه مسئول',
  previous: 'پروندهٔ جلسهٔ قبل',
} as const
export type Need = keyof typeof needs

export const moments = {
  draft: fa`پیش~نویس`,
  final: 'نسخهٔ نهایی',
  never: fa`هیچ~گاه`,
  pack: 'در بسته',
} as const

/** One paper for the meeting, or one for each invited person or each responsible body. */
export const copies = { meeting: 'جلسه', person: 'شخص', body: 'دستگاه' } as const

export const paperSchema = z.strictObject({
  title: field(text, 'عنوان', 'What the paper is called.', 'نام برگ.'),
  sheet: field(choice(sheets), 'کاغذ', 'Sheet it is printed on.', 'اندازهٔ کاغذ.').optional(),
  orientation: field(
    choice(orientations),
    'جهت',
    'Portrait unless said.',
    'عمودی، مگر آن~که بیاید.',
  ).optional(),
  pages: field(
    choice({ one: 'یک', any: 'هر چند' }),
    'صفحه~ها',
    '"one" for a paper that must fit one page.',
    '«یک» برای برگی که باید در یک صفحه جا شود.',
  ).optional(),
  sections: field(list(choice(sections)), 'بخش~ها', 'Its sections in order.', 'بخش~ها به ترتیب.').optional(),
  needs: field(
    list(choice(needs)),
    'نیازها',
    'Parts of the meeting file it needs.',
    'بخش~هایی از پروندهٔ جلسه که لازم دارد.',
  ).optional(),
  default: field(
    choice(moments),
    'پیش~فرض',
    'State of a meeting in which it is built unasked; "pack" for what stands in packs only.',
    'وضعیتی از جلسه که برگ در آن بی درخواست ساخته می~شود؛ «در بسته» برای آنچه تنها در بسته~هاست.',
  ).optional(),
  each: field(
    choice(copies),
    'برای هر',
    'One for the meeting, or for each person or body.',
    'یکی برای جلسه، یا برای هر شخص یا دستگاه.',
  ).optional(),
  qr: field(
    choice({ yes: 'بله', no: 'خیر' }),
    'نشان',
    'Whether the final paper bears a QR code by which it can be compared with its file; no unless said.',
    'برگ نهایی نشان QR دارد که با آن می~توان برگ را با پرونده~اش سنجید؛ مگر آن~که بیاید، نه.',
  ).optional(),
  archival: field(
    choice({ yes: 'بله', no: 'خیر' }),
    'بایگانی',
    'Made for archives unasked (PDF/A-3a, with its source inside); no unless said.',
    'بی درخواست برای بایگانی ساخته می~شود (PDF/A-3a، با پروندهٔ مبدأ در آن)؛ مگر آن~که بیاید، نه.',
  ).optional(),
})

/** A kind of paper as its `paper.yaml` describes it, under the name of its folder. */
export type PaperDefinition = z.output<typeof paperSchema> & {
  kind: string
  /** Its title is the office's own and stands before the word of the glossary. */
  titled?: boolean
}
