/** How an office sends mail: `mail` in `jalaseh.yaml`. Its password never stands there. */
import { z } from 'zod'
import { attachmentNames, classes, deliveries, mailSecurities } from './choices.ts'
import { field } from './field.ts'
import { choice, text, verbatim, wholeNumber } from './readers.ts'

const ceiling = (fa: string, way: string, wayFa: string) =>
  field(
    choice(classes),
    fa,
    `Highest class that may leave ${way}; normal unless said.`,
    `بالاترین طبقه~ای که ${wayFa} می~تواند برود؛ اگر نیاید عادی است.`,
  ).optional()

const ceilings = z.strictObject({
  smtp: ceiling('ارسال', 'by SMTP', 'با ارسال مستقیم'),
  outbox: ceiling('صندوق', 'through the outbox', 'از راه صندوق ارسال'),
  draft: ceiling('پیش~نویس', 'as a draft', 'به صورت پیش~نویس'),
})

export const mail = z.strictObject({
  from: field(verbatim, 'فرستنده', 'Address it is sent from.', 'رایانامهٔ فرستنده.'),
  name: field(
    text,
    'نام فرستنده',
    'Name beside the address.',
    'نامی که کنار نشانی فرستنده می~آید.',
  ).optional(),
  reply_to: field(
    verbatim,
    'پاسخ به',
    'Address for answers; that of the sender unless said.',
    'نشانی پاسخ؛ اگر نیاید نشانی فرستنده است.',
  ).optional(),
  deliver: field(
    choice(deliveries),
    'شیوهٔ ارسال',
    'How mail leaves: drafts to be opened in a mail program (unless said), a folder of ready mail, or SMTP.',
    'رایانامه چگونه می~رود: پیش~نویس برای برنامهٔ رایانامه (اگر نیاید)، پوشهٔ نامه~های آماده، یا ارسال مستقیم.',
  ).optional(),
  ceilings: field(
    ceilings,
    'سقف طبقه~بندی',
    'Classes that may leave by mail.',
    'طبقه~هایی که با رایانامه می~توانند بروند.',
  ).optional(),
  host: field(verbatim, 'کارساز', 'SMTP server.', 'نشانی کارساز SMTP.').optional(),
  port: field(
    wholeNumber,
    'درگاه',
    'Its port; 587, with tls 465, unless said.',
    'درگاه آن؛ اگر نیاید ۵۸۷ و با tls شمارهٔ ۴۶۵.',
  ).optional(),
  security: field(
    choice(mailSecurities),
    'رمزنگاری',
    'STARTTLS unless said; none only towards this machine itself.',
    'رمزنگاری اتصال؛ اگر نیاید STARTTLS است؛ «بدون رمز» تنها به خود همین دستگاه.',
  ).optional(),
  user: field(verbatim, 'نام کاربری', 'User name at the server.', 'نام کاربری در کارساز.').optional(),
  password_file: field(
    verbatim,
    'پروندهٔ گذرواژه',
    'File with the password, best outside of this folder; else JALASEH_SMTP_PASSWORD.',
    'پروندهٔ گذرواژه، بهتر است بیرون این پوشه؛ وگرنه متغیر JALASEH_SMTP_PASSWORD.',
  ).optional(),
  ca_file: field(
    verbatim,
    'پروندهٔ گواهی',
    "PEM file of the office's own certificate authority.",
    'پروندهٔ PEM مرجع گواهی خود دستگاه.',
  ).optional(),
  rate: field(wholeNumber, 'در دقیقه', 'Messages a minute at most.', 'بیشینهٔ نامه در دقیقه.').optional(),
  connections: field(
    wholeNumber,
    'اتصال~ها',
    'Connections at once; 2 unless said.',
    'شمار اتصال هم~زمان؛ اگر نیاید ۲.',
  ).optional(),
  size: field(
    wholeNumber,
    'بیشینهٔ مگابایت',
    'Megabytes of attachments at most; 7 unless said.',
    'بیشینهٔ پیوست~ها به مگابایت؛ اگر نیاید ۷.',
  ).optional(),
  names: field(
    choice(attachmentNames),
    'نام پیوست~ها',
    'Names of attached files; Persian unless said.',
    'نام پرونده~های پیوست؛ اگر نیاید فارسی است.',
  ).optional(),
  link: field(
    verbatim,
    'نشانی دریافت',
    'Address under which packs too big for mail can be fetched.',
    'نشانی~ای که بسته~های بزرگ از آن گرفته می~شود.',
  ).optional(),
})

export type MailSettings = z.output<typeof mail>
