/** The meeting itself and the office that calls it. */
import { z } from 'zod'
import { classes, modes, states, urgencies } from './choices.ts'
import { field } from './field.ts'
import { choice, colour, date, file, list, reference, text, time, verbatim, wholeNumber } from './readers.ts'

export const meetingHead = z
  .strictObject({
    title: field(text, 'عنوان', 'Title of the meeting.', 'عنوان جلسه.'),
    subtitle: field(text, 'عنوان فرعی', 'A line under the title.', 'سطری زیر عنوان.').optional(),
    body: field(
      text,
      'کارگروه|شورا|کمیته|کمیسیون|ستاد',
      'Council, committee or working group that meets.',
      'شورا، کمیته یا کارگروهی که جلسه دارد.',
    ).optional(),
    session: field(wholeNumber, 'شمارهٔ جلسه', 'Session number.', 'شمارهٔ جلسه.').optional(),
    date: field(date, 'تاریخ', 'Jalali day of the meeting.', 'تاریخ جلسه در تقویم هجری شمسی.').optional(),
    lunar_date: field(
      text,
      'تاریخ قمری',
      'Lunar date as the official calendar prints it; never computed.',
      'تاریخ قمری، همان~گونه که در تقویم رسمی آمده؛ محاسبه نمی~شود.',
    ).optional(),
    start: field(time, 'ساعت شروع|شروع', 'Time it starts, 24 hours.', 'ساعت شروع.').optional(),
    end: field(time, 'ساعت خاتمه|پایان', 'Time it ends.', 'ساعت خاتمه.').optional(),
    place: field(text, 'محل|مکان', 'Where it is held.', 'محل برگزاری.').optional(),
    mode: field(choice(modes), 'شیوه', 'In person, online or hybrid.', 'حضوری، برخط یا ترکیبی.').optional(),
    chair: field(reference('person'), 'رئیس جلسه|رئیس', 'Who presides.', 'رئیس جلسه.').optional(),
    secretary: field(
      reference('person'),
      'دبیر جلسه|دبیر',
      'Who keeps the minutes.',
      'دبیر جلسه.',
    ).optional(),
    class: field(
      choice(classes),
      'طبقه~بندی',
      'Security class of the papers.',
      'طبقه~بندی اسناد جلسه.',
    ).optional(),
    urgency: field(choice(urgencies), 'فوریت', 'Urgency.', 'فوریت.').optional(),
    status: field(
      choice(states),
      'وضعیت',
      'Draft or final; draft unless said.',
      'پیش~نویس یا نسخهٔ نهایی؛ اگر نیاید پیش~نویس است.',
    ).optional(),
    letter_number: field(
      verbatim,
      'شمارهٔ نامه',
      'Number of the covering letter, kept as typed.',
      'شمارهٔ نامه، بی~تغییر.',
    ).optional(),
    letter_date: field(
      date,
      'تاریخ نامه|تاریخ دعوت~نامه',
      'Day of the letter of invitation.',
      'تاریخ دعوت~نامه.',
    ).optional(),
    letter_signed_by: field(
      reference('person'),
      'امضاکنندهٔ نامه',
      'Who signs the letters; the secretary unless said, else the chair.',
      'امضاکنندهٔ نامه~ها؛ اگر نیاید دبیر و اگر او هم معلوم نباشد رئیس جلسه است.',
    ).optional(),
    signatories: field(
      list(reference('person')),
      'امضاکنندگان',
      'Who signs the minutes; chair, secretary and those present unless said.',
      'امضاکنندگان صورت~جلسه؛ اگر نیاید رئیس، دبیر و حاضران~اند.',
    ).optional(),
    edition: field(
      wholeNumber,
      'ویرایش|نسخهٔ چندم',
      'Edition of the papers, where they are issued again; 1 unless said.',
      'شمارهٔ ویرایش برگ~ها، اگر دوباره صادر می~شوند؛ اگر نیاید ۱ است.',
    ).optional(),
    occasion: field(
      text,
      'مناسبت',
      'What the meeting prepares for.',
      'رویدادی که جلسه برای آن است.',
    ).optional(),
    objective: field(
      text,
      'هدف',
      'What the meeting is to achieve, in one sentence.',
      'هدف جلسه در یک جمله.',
    ).optional(),
    previous: field(
      file,
      'فایل جلسهٔ قبل|پروندهٔ جلسهٔ قبل',
      'Meeting file of the previous meeting, for the paper of changes.',
      'فایل YAML جلسهٔ قبل، برای برگ تغییرات.',
    ).optional(),
    next: field(date, 'جلسهٔ بعدی', 'Day of the next meeting.', 'تاریخ جلسهٔ بعدی.').optional(),
  })
  .meta({ shorthand: 'title' })

export const office = z.strictObject({
  lines: field(
    list(text),
    'سطرها|سطرهای سربرگ',
    'Lines of the letterhead, the highest office first.',
    'سطرهای سربرگ، از دستگاه بالاتر.',
  ).optional(),
  emblem: field(
    file,
    'آرم|نشان',
    'Picture file of the emblem (PNG, JPEG, WebP or SVG).',
    'پروندهٔ تصویر آرم (PNG، JPEG، WebP یا SVG).',
  ).optional(),
  accent: field(colour, 'رنگ', 'Accent colour as #rrggbb.', 'رنگ تأکید به شکل #rrggbb.').optional(),
  invocation: field(text, 'بسمله', 'Words at the head of page one.', 'عبارت بالای صفحهٔ نخست.').optional(),
})
