/** Tables of people, as offices have them. */
import { normalize } from '../persian/normalize.ts'
import { headingReader } from '../register/headings.ts'
import type { TableKind } from '../register/read-table.ts'
import { languages } from '../model/choices.ts'

/** What a table may tell of a person. */
export type ContactField =
  | 'id'
  | 'name'
  | 'family'
  | 'honorific'
  | 'post'
  | 'body'
  | 'phone'
  | 'email'
  | 'note'
  | 'ceiling'
  | 'groups'
  | 'language'

/** Headings without spaces; of two columns for one thing the one named first is taken. */
const headings: Record<ContactField, string> = {
  id: 'شناسه شناسهشخص id',
  name: 'نامونامخانوادگی نامکامل نامونشان نام اسم نامگیرنده گیرنده مخاطب fullname name firstname givenname recipient',
  family: 'نامخانوادگی فامیل فامیلی familyname lastname surname family',
  honorific: 'عنواناحترام عنوانخطاب لقب عنوان honorific salutation title',
  post: 'سمت عنوانشغلی سمتسازمانی پستسازمانی عنوانسازمانی پست شغل مسئولیت post position jobtitle role',
  body: 'دستگاه نامدستگاه دستگاهمتبوع سازمان نامسازمان سازمانمتبوع نهاد اداره ادارهکل شرکت محلخدمت محلکار body organization organisation company office',
  phone:
    'تلفن شمارهتلفن تلفنهمراه همراه شمارههمراه موبایل شمارهموبایل تلفنتماس شمارهتماس تلفنثابت phone telephone mobile tel',
  email:
    'رایانامه ایمیل پستالکترونیک پستالکترونیکی نشانیرایانامه نشانیایمیل آدرسایمیل نشانیالکترونیکی email emailaddress mail',
  note: 'توضیح توضیحات ملاحظات یادداشت note notes remark remarks',
  ceiling: 'سقفطبقهبندی سقف طبقهبندی طبقه سطحطبقهبندی سطحدسترسی ceiling class classification',
  groups: 'گروهها گروه دستهها دسته groups group',
  language: 'زبان زبانمکاتبه زبانخطاب language lang',
}

/** What offices write for the languages. */
const languageWords: Record<string, string> = {
  farsi: languages.fa,
  persian: languages.fa,
  پارسی: languages.fa,
  english: languages.en,
  لاتین: languages.en,
}

export const contactTable: TableKind<ContactField> = {
  heading: headingReader(headings),
  must: 'name',
  none: 'people/no-heading',
  tidied(text, field) {
    switch (field) {
      // What is between two addresses tells that there are two.
      case 'email':
        return text
      case 'note':
      case 'groups':
        return normalize(text)
      case 'language':
        return languageWords[text.toLowerCase()] ?? text
      default:
        return field === 'phone' ? oneLine(text) : normalize(oneLine(text))
    }
  },
}

const oneLine = (text: string): string => text.replace(/\s*\n\s*/g, ' ')

/** Names of groups in one cell, whichever mark parts them. */
export const groupsOf = (cell: string): string[] =>
  cell
    .split(/[،,;؛/\n]/)
    .map((name) => name.trim())
    .filter(Boolean)
