/**
 * The address book of a workspace, `data/people.yaml`: whom an office writes to, meeting by meeting. A body is named in
 * words, for the book has no table of bodies.
 */
import { z } from 'zod'
import { languages } from './choices.ts'
import { field } from './field.ts'
import { ceiling } from './people.ts'
import { choice, id, list, text, verbatim } from './readers.ts'

export const contact = z
  .strictObject({
    id: field(
      id('person'),
      'شناسه',
      'Short id; needed only to tell two people of one name apart.',
      'شناسهٔ کوتاه؛ تنها برای بازشناختن دو نفر هم~نام لازم است.',
    ).optional(),
    name: field(text, 'نام', 'Name as printed.', 'نام، همان~گونه که چاپ می~شود.'),
    honorific: field(
      text,
      'عنوان احترام',
      'Form of address before the name.',
      'عنوانی که پیش از نام می~آید، مانند «جناب آقای».',
    ).optional(),
    post: field(text, 'سمت', 'Official post.', 'سمت رسمی.').optional(),
    body: field(text, 'دستگاه', 'Body the person belongs to, in words.', 'نام دستگاه متبوع.').optional(),
    phone: field(verbatim, 'تلفن', 'Telephone number, kept as typed.', 'شمارهٔ تلفن، بی~تغییر.').optional(),
    email: field(verbatim, 'رایانامه|ایمیل', 'E-mail address.', 'نشانی رایانامه.').optional(),
    note: field(text, 'توضیح', 'A remark for the office itself.', 'یادداشتی برای خود دستگاه.').optional(),
    ceiling,
    groups: field(
      list(text),
      'گروه~ها|گروه',
      'Groups he belongs to; a whole group can be addressed.',
      'گروه~هایی که از آن~هاست؛ می~توان به همهٔ یک گروه فرستاد.',
    ).optional(),
    language: field(
      choice(languages),
      'زبان',
      'Language in which he is addressed; Persian unless said.',
      'زبانی که با آن خطاب می~شود؛ اگر نیاید فارسی است.',
    ).optional(),
  })
  .meta({ shorthand: 'name' })

export const peopleSchema = z.strictObject({
  people: field(list(contact), 'اشخاص', 'People of the address book.', 'اشخاص دفترچهٔ نشانی.'),
})

/** What was written in the address book, validated. */
export type PeopleFile = z.output<typeof peopleSchema>
export type Contact = PeopleFile['people'][number]
