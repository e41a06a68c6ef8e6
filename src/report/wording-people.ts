/** Words for the address book, and for what keeps a table of people from being brought into it. */
import type { Wording } from './wording.ts'

export const peopleWording: Record<string, Wording> = {
  'people/two-files': {
    fa: [
      'دو دفترچهٔ نشانی هست: {first} و {second}؛ هیچ~یک خوانده نشد.',
      'اشخاص هر دو را در یکی بیاورید و دیگری را پاک کنید.',
    ],
    en: [
      'There are two address books, {first} and {second}; neither was read.',
      'Put the people of both into one, and delete the other.',
    ],
  },
  'people/none': {
    fa: [
      'دفترچهٔ نشانی کسی را ندارد.',
      'جدول اشخاص را با jalaseh people import بیاورید، یا data/people.yaml را بنویسید.',
    ],
    en: [
      'The address book holds nobody.',
      'Bring in a table with jalaseh people import, or write data/people.yaml.',
    ],
  },
  'people/not-a-list': {
    fa: ['در {file} اشخاص فهرست نیست و کسی به آن افزوده نشد.', 'اشخاص را فهرست بنویسید، هر ردیف با «-».'],
    en: [
      'The people of {file} are no list; nobody was added.',
      'Write people as a list, a dash before each row.',
    ],
  },
  'people/no-heading': {
    fa: [
      'در {file} سطری با عنوان ستون~ها، از جمله ستون نام، نیست.',
      'ستون~ها را چنین بنامید: نام و نام خانوادگی، عنوان احترام، سمت، دستگاه، رایانامه، تلفن، گروه~ها، سقف طبقه~بندی، زبان، شناسه.',
    ],
    en: [
      'No row of {file} names its columns, the name among them.',
      'Name them: name, family name, honorific, post, body, e-mail, phone, groups, ceiling, language, id.',
    ],
  },
  'people/row-twice': {
    fa: [
      'سطر {line} همین شخص را دارد و آنجا «{before}» است، اینجا «{now}».',
      'یکی را درست یا پاک کنید؛ اگر دو نفرند به هر دو شناسه بدهید.',
    ],
    en: [
      'Row {line} has the same person and says "{before}", this one "{now}".',
      'Mend or delete one; if they are two people, give an id to both.',
    ],
  },
  'people/differs': {
    fa: [
      'ستون «{header}» از سطر {row} جدول «{now}» است و دفترچه «{before}»؛ دفترچه همان ماند.',
      'اگر جدول درست است، همین ردیف دفترچه را ویرایش کنید؛ اگر دو نفرند به هر دو شناسه بدهید.',
    ],
    en: [
      'The column "{header}" of row {row} says "{now}", the book "{before}"; the book stays.',
      'If the table is right, edit this row of the book; if they are two people, give an id to both.',
    ],
  },
  'people/untold': {
    fa: [
      'ستون «{header}» از سطر {row} جدول «{now}» است و دفترچه چیزی نگفته است؛ دفترچه همان ماند.',
      'اگر درست است، آن را در همین ردیف دفترچه بنویسید.',
    ],
    en: [
      'The column "{header}" of row {row} says "{now}", where the book says nothing; the book stays.',
      'If it is right, write it into this row of the book.',
    ],
  },
}
