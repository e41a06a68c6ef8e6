/** What is said, asked and decided. */
import { z } from 'zod'
import { agendaNatures, classes, levels, natures, resolutionStates } from './choices.ts'
import { field } from './field.ts'
import {
  choice,
  date,
  deadline,
  file,
  id,
  list,
  money,
  percentage,
  reference,
  registerId,
  text,
  verbatim,
  wholeNumber,
} from './readers.ts'

const source = field(
  reference('source'),
  'منبع',
  'Where it comes from, by id or in words.',
  'منبع، با شناسه یا به نوشته.',
).optional()

/** A piece without a class has that of the meeting. */
export const pieceClass = field(
  choice(classes),
  'طبقه~بندی',
  'Security class; that of the meeting unless said.',
  'طبقه~بندی؛ اگر نیاید طبقهٔ جلسه است.',
).optional()

export const agendaItem = z
  .strictObject({
    id: field(id('agenda'), 'شناسه', 'Short id of the item.', 'شناسهٔ بند.').optional(),
    topic: field(text, 'موضوع', 'Topic of the item.', 'موضوع بند.'),
    presenter: field(reference('person'), 'ارائه~دهنده', 'Who presents it.', 'ارائه~دهنده.').optional(),
    minutes: field(wholeNumber, 'دقیقه|مدت', 'Minutes allotted.', 'مدت به دقیقه.').optional(),
    nature: field(
      choice(agendaNatures),
      'نوع',
      'For information, discussion or decision.',
      'برای اطلاع، بحث یا تصمیم~گیری.',
    ).optional(),
    annexes: field(
      list(reference('annex')),
      'پیوست~ها|پیوست',
      'Ids of its annexes.',
      'شناسهٔ پیوست~های آن.',
    ).optional(),
    discussion: field(
      text,
      'خلاصهٔ مذاکرات',
      'What was said, for the minutes.',
      'خلاصهٔ مذاکرات، برای صورت~جلسه.',
    ).optional(),
    class: pieceClass,
  })
  .meta({ shorthand: 'topic' })

export const statement = z.strictObject({
  speaker: field(reference('person'), 'گوینده|سخنران', 'Who said it.', 'گوینده.'),
  text: field(text, 'متن', 'What was said, in your own words.', 'آنچه گفته شد، به زبان خودتان.'),
  theme: field(
    text,
    'محور',
    'Theme it belongs to; statements are grouped by it.',
    'محوری که به آن تعلق دارد؛ اظهارات با آن دسته می~شوند.',
  ).optional(),
  level: field(choice(levels), 'سطح', 'Provincial or national.', 'استانی یا ملی.').optional(),
  nature: field(
    choice(natures),
    'ماهیت',
    'Emphasis, request, commitment, warning, opportunity or report.',
    'تأکید، درخواست، تعهد، هشدار، فرصت یا گزارش.',
  ).optional(),
  class: pieceClass,
  source,
})

export const obstacle = z
  .strictObject({
    text: field(text, 'متن|شرح', 'The obstacle.', 'شرح مانع.'),
    level: field(
      choice(levels),
      'سطح',
      'Who can lift it: the province or the capital.',
      'سطحی که رفع آن در دست اوست.',
    ).optional(),
    body: field(
      reference('body'),
      'دستگاه|مرجع رفع',
      'Body that can lift it.',
      'دستگاهی که می~تواند آن را رفع کند.',
    ).optional(),
    effect: field(text, 'اثر', 'What it does to the matter.', 'اثر آن بر موضوع.').optional(),
    class: pieceClass,
    source,
  })
  .meta({ shorthand: 'text' })

export const ask = z
  .strictObject({
    text: field(text, 'متن|شرح', 'What is asked for.', 'آنچه خواسته می~شود.'),
    to: field(
      reference('body'),
      'از|مخاطب',
      'Whom it is asked of.',
      'دستگاه یا مقامی که از او خواسته می~شود.',
    ).optional(),
    amount: field(money, 'مبلغ', 'Amount with its unit.', 'مبلغ با واحد آن.').optional(),
    legal_basis: field(text, 'مستند قانونی', 'Law or decision it rests on.', 'مستند قانونی.').optional(),
    effect: field(text, 'اثر مورد انتظار|اثر', 'What it will bring.', 'اثر مورد انتظار.').optional(),
    level: field(choice(levels), 'سطح', 'Provincial or national.', 'استانی یا ملی.').optional(),
    class: pieceClass,
    source,
  })
  .meta({ shorthand: 'text' })

const credit = z
  .strictObject({
    amount: field(money, 'مبلغ', 'Amount with its unit.', 'مبلغ با واحد آن.'),
    absorbed: field(money, 'جذب~شده|جذب', 'How much of it has been absorbed.', 'مبلغ جذب~شده.').optional(),
  })
  .meta({ shorthand: 'amount' })
  .superRefine((row, context) => {
    if (!row.absorbed || row.absorbed.unit === row.amount.unit) return
    const values = { first: row.amount.unit, second: row.absorbed.unit }
    context.addIssue({ code: 'custom', path: ['absorbed'], params: { fault: 'money/mixed-units', values } })
  })

const event = z.strictObject({
  date: field(date, 'تاریخ', 'Day of the change.', 'تاریخ تغییر.'),
  status: field(choice(resolutionStates), 'وضعیت', 'Status from that day on.', 'وضعیت از آن روز.').optional(),
  deadline: field(
    deadline,
    'مهلت',
    'New deadline, where it was extended.',
    'مهلت تازه، اگر تمدید شده است.',
  ).optional(),
  note: field(text, 'توضیح', 'What happened.', 'آنچه رخ داد.').optional(),
  evidence: field(
    text,
    'مستند',
    'Letter or document that shows it.',
    'نامه یا سندی که آن را نشان می~دهد.',
  ).optional(),
})

const resolutionFields = {
  id: field(
    id('resolution'),
    'شناسه',
    'Stable id, kept from meeting to meeting.',
    'شناسهٔ ثابت، از جلسه~ای به جلسهٔ دیگر.',
  ).optional(),
  was: field(
    registerId,
    'شناسهٔ پیشین|پیش~تر',
    'Id it had before, where it is renumbered or decided anew.',
    'شناسه~ای که پیش~تر داشت، اگر شماره~اش عوض شده یا از نو تصویب شده است.',
  ).optional(),
  text: field(text, 'متن|شرح', 'What is to be done.', 'شرح مصوبه.'),
  responsible: field(
    reference('body'),
    'دستگاه مسئول|مسئول|متولی',
    'Body that must do it.',
    'دستگاه مسئول.',
  ).optional(),
  cooperating: field(
    list(reference('body')),
    'دستگاه~های همکار|همکار',
    'Bodies that help.',
    'دستگاه~های همکار.',
  ).optional(),
  deadline: field(
    deadline,
    'مهلت',
    'A day, a span, «مستمر» or «تا جلسهٔ بعد».',
    'تاریخ، مدت، «مستمر» یا «تا جلسهٔ بعد».',
  ).optional(),
  issued: field(date, 'تاریخ ابلاغ', 'Day it was sent out.', 'تاریخ ابلاغ.').optional(),
  credit: field(credit, 'اعتبار', 'Money for it.', 'اعتبار آن.').optional(),
  progress: field(
    percentage,
    'درصد پیشرفت|پیشرفت',
    'How far it is, in percent; it may pass 100.',
    'درصد پیشرفت؛ بیش از ۱۰۰ هم می~شود.',
  ).optional(),
  status: field(choice(resolutionStates), 'وضعیت', 'Status.', 'وضعیت.').optional(),
  history: field(
    list(event),
    'تاریخچه|سابقه',
    'Changes of status with dates and evidence.',
    'تغییرهای وضعیت با تاریخ و مستند.',
  ).optional(),
  class: pieceClass,
  source,
}

export const resolution = z
  .strictObject({
    ...resolutionFields,
    annexes: field(
      list(reference('annex')),
      'پیوست~ها|پیوست',
      'Ids of its annexes.',
      'شناسهٔ پیوست~های آن.',
    ).optional(),
  })
  .meta({ shorthand: 'text' })

export const earlierResolution = z.strictObject({
  ...resolutionFields,
  id: field(
    registerId.meta({ ...registerId.meta(), defines: 'resolution' }),
    'شناسه',
    'Its id: its own, or that of its meeting and its number (export-1405-09/3).',
    'شناسهٔ آن: شناسهٔ خودش، یا شناسهٔ جلسه و شمارهٔ آن (export-1405-09/3).',
  ).optional(),
  meeting: field(text, 'جلسه', 'Meeting that decided it.', 'جلسه~ای که آن را تصویب کرد.').optional(),
})

const followUpFields = {
  id: field(
    registerId,
    'شناسه|مصوبه',
    'Id of the resolution: its own, or that of its meeting and its number (export-1405-09/3).',
    'شناسهٔ مصوبه: شناسهٔ خودش، یا شناسهٔ جلسه و شمارهٔ آن (export-1405-09/3).',
  ),
  status: field(choice(resolutionStates), 'وضعیت', 'Status from that day on.', 'وضعیت از آن روز.').optional(),
  progress: field(
    percentage,
    'درصد پیشرفت|پیشرفت',
    'How far it is, in percent; it may pass 100.',
    'درصد پیشرفت؛ بیش از ۱۰۰ هم می~شود.',
  ).optional(),
  deadline: field(
    deadline,
    'مهلت|مهلت تازه',
    'New deadline, where it was extended.',
    'مهلت تازه، اگر تمدید شده است.',
  ).optional(),
  absorbed: field(
    money,
    'جذب~شده|جذب',
    'How much of its credit has been absorbed.',
    'مبلغ جذب~شده از اعتبار آن.',
  ).optional(),
  into: field(
    registerId,
    'ادغام در',
    'Id of the resolution that it has become a part of.',
    'شناسهٔ مصوبه~ای که این در آن ادغام شد.',
  ).optional(),
  note: field(text, 'توضیح|شرح', 'What happened.', 'آنچه رخ داد.').optional(),
  evidence: field(
    text,
    'مستند',
    'Letter or document that shows it.',
    'نامه یا سندی که آن را نشان می~دهد.',
  ).optional(),
  files: field(
    list(file),
    'پرونده~ها|پرونده|فایل~ها|فایل',
    'Scans that show it: PDF or pictures.',
    'تصویر سندها: PDF یا تصویر.',
  ).optional(),
}

/** What a later meeting was told of a resolution; with an id alone, that it is to be told. */
export const followUp = z
  .strictObject({
    ...followUpFields,
    date: field(
      date,
      'تاریخ',
      'Day of the report; the day of the meeting unless said.',
      'تاریخ گزارش؛ اگر نیاید روز جلسه.',
    ).optional(),
    class: pieceClass,
  })
  .meta({ shorthand: 'id' })

/** The same outside a meeting. */
export const datedFollowUp = z.strictObject({
  ...followUpFields,
  date: field(date, 'تاریخ', 'Day of the report.', 'تاریخ گزارش.'),
})

export const annex = z.strictObject({
  id: field(id('annex'), 'شناسه', 'Short id of the annex.', 'شناسهٔ پیوست.'),
  title: field(text, 'عنوان', 'Title of the annex.', 'عنوان پیوست.'),
  file: field(
    file,
    'پرونده|فایل',
    'PDF or picture, by a path inside the workspace.',
    'PDF یا تصویر، با نشانی درون پوشهٔ کار.',
  ),
  class: pieceClass,
  source,
})

export const sourceEntry = z.strictObject({
  id: field(
    id('source'),
    'شناسه',
    'Short id by which figures and statements name it.',
    'شناسه~ای که رقم~ها و اظهارات آن را با آن می~خوانند.',
  ),
  title: field(text, 'عنوان', 'Title of the source.', 'عنوان منبع.'),
  publisher: field(text, 'ناشر', 'Who published it.', 'ناشر.').optional(),
  date: field(date, 'تاریخ', 'Day of publication.', 'تاریخ انتشار.').optional(),
  address: field(verbatim, 'نشانی', 'Where to find it.', 'نشانی دسترسی.').optional(),
})
