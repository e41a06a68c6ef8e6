/** Who takes part, and the bodies they belong to. */
import { z } from 'zod'
import { attendances, classes, levels, packs, purposes } from './choices.ts'
import { field } from './field.ts'
import { choice, id, list, reference, text, verbatim } from './readers.ts'

export const ceiling = field(
  choice(classes),
  'سقف طبقه~بندی',
  'Highest class he may see.',
  'بالاترین طبقه~ای که اجازهٔ دیدنش را دارد.',
).optional()

export const body = z
  .strictObject({
    id: field(
      id('body'),
      'شناسه',
      'Short id by which other rows name this body.',
      'شناسه~ای که ردیف~های دیگر این دستگاه را با آن می~خوانند.',
    ),
    name: field(text, 'نام', 'Full official name.', 'نام کامل و رسمی.'),
    level: field(choice(levels), 'سطح', 'Provincial or national.', 'استانی یا ملی.').optional(),
    head: field(
      reference('person'),
      'بالاترین مقام|رئیس',
      'Who heads it; letters to the body are addressed to him.',
      'بالاترین مقام آن؛ نامه به دستگاه به عنوان او نوشته می~شود.',
    ).optional(),
  })
  .meta({ shorthand: 'name' })

export const person = z.strictObject({
  id: field(
    id('person'),
    'شناسه',
    'Short id by which other rows name this person.',
    'شناسه~ای که ردیف~های دیگر این شخص را با آن می~خوانند.',
  ),
  name: field(text, 'نام', 'Name as printed.', 'نام، همان~گونه که چاپ می~شود.'),
  honorific: field(
    text,
    'عنوان احترام',
    'Form of address before the name.',
    'عنوانی که پیش از نام می~آید، مانند «جناب آقای».',
  ).optional(),
  post: field(text, 'سمت', 'Official post.', 'سمت رسمی.').optional(),
  body: field(reference('body'), 'دستگاه', 'Body the person belongs to.', 'دستگاه متبوع.').optional(),
  phone: field(verbatim, 'تلفن', 'Telephone number, kept as typed.', 'شمارهٔ تلفن، بی~تغییر.').optional(),
  email: field(verbatim, 'رایانامه|ایمیل', 'E-mail address.', 'نشانی رایانامه.').optional(),
  note: field(
    text,
    'توضیح',
    'One line about the person for the participants table.',
    'یک سطر معرفی برای جدول شرکت~کنندگان.',
  ).optional(),
  class: field(
    choice(classes),
    'طبقه~بندی',
    'Security class of his telephone, address and remark; that of the meeting unless said.',
    'طبقه~بندی تلفن، نشانی و توضیح او؛ اگر نیاید طبقهٔ جلسه است.',
  ).optional(),
  ceiling,
})

export const attendee = z
  .strictObject({
    person: field(reference('person'), 'شخص', 'Who, by id or full name.', 'شخص، با شناسه یا نام کامل.'),
    attendance: field(
      choice(attendances),
      'حضور',
      'Expected, present, absent, excused or invited.',
      'دعوت~شده، حاضر، غایب، غایب موجه یا مدعو.',
    ).optional(),
    represented_by: field(
      reference('person'),
      'نماینده',
      'Who came in his place.',
      'کسی که به نمایندگی آمده است.',
    ).optional(),
  })
  .meta({ shorthand: 'person' })

export const recipient = z
  .strictObject({
    to: field(
      reference('person'),
      'گیرنده',
      'Recipient, by id or full name.',
      'گیرنده، با شناسه یا نام کامل.',
    ),
    address: field(
      verbatim,
      'نشانی',
      "E-mail address, where it differs from the person's own.",
      'نشانی رایانامه، اگر جز نشانی شخص است.',
    ).optional(),
    purpose: field(
      choice(purposes),
      'جهت',
      'What the copy is for, as printed under the paper.',
      'کاری که نسخه برای آن است، همان~گونه که زیر برگ می~آید.',
    ).optional(),
    pack: field(choice(packs), 'بسته', 'Which papers he gets.', 'برگ~هایی که دریافت می~کند.').optional(),
    ceiling,
  })
  .meta({ shorthand: 'to' })

export const bodies = list(body)
export const people = list(person)
export const attendees = list(attendee)
export const distribution = list(recipient)
