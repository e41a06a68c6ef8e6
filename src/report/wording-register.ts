/** Words for the register of resolutions: what cannot be placed in it, and what keeps a table from being brought in. */
import type { Wording } from './wording.ts'

export const registerWording: Record<string, Wording> = {
  'register/unknown': {
    fa: [
      'مصوبه~ای با شناسهٔ «{id}» در دفتر مصوبات نیست.',
      'شناسه را با jalaseh follow-up list بسنجید؛ مصوبه~ای که از خود شناسه ندارد با شناسهٔ جلسه و شماره~اش خوانده می~شود.',
    ],
    en: [
      'The register holds no resolution "{id}".',
      'Compare it with jalaseh follow-up list; one without an id of its own goes by its meeting and its number.',
    ],
  },
  'register/was-unknown': {
    fa: ['شناسهٔ پیشین «{id}» در دفتر مصوبات نیست.', 'شناسه~ای را بنویسید که مصوبه پیش~تر داشت.'],
    en: ['The register holds no resolution that was "{id}".', 'Write the id that the resolution had before.'],
  },
  'register/id-twice': {
    fa: [
      'شناسهٔ «{id}» را جلسهٔ {meeting} به مصوبهٔ دیگری داده است.',
      'شناسهٔ دیگری بدهید، یا اگر همان مصوبه است آن را در «پیشین» هم بنویسید.',
    ],
    en: [
      'The meeting {meeting} gave the id "{id}" to another resolution.',
      'Choose another id or, where it is the same resolution, say so with "was".',
    ],
  },
  'register/unreadable': {
    fa: [
      'پروندهٔ {file} خطا دارد ({code}، سطر {line}) و مصوبات آن شمرده نشد.',
      'آن را با jalaseh check بررسی کنید.',
    ],
    en: [
      'The file {file} has faults ({code}, line {line}); its resolutions were left out.',
      'Look at it with jalaseh check.',
    ],
  },
  'register/none': {
    fa: [
      'هیچ مصوبه~ای در دفتر نیست که با این شرط~ها بخواند.',
      'با jalaseh follow-up list ببینید در دفتر چه هست.',
    ],
    en: ['The register holds no such resolution.', 'See what it holds with jalaseh follow-up list.'],
  },
  'register/not-a-list': {
    fa: [
      'در {file} زیر «پیگیری~ها» فهرست نیست و ردیفی به آن افزوده نشد.',
      'پیگیری~ها را فهرست بنویسید، هر ردیف با «-».',
    ],
    en: [
      'What stands under followups in {file} is no list; nothing was added.',
      'Write followups as a list, a dash before each row.',
    ],
  },
  'usage/action': {
    fa: ['«{action}» کاری از {verb} نیست.', 'راهنما: jalaseh {verb} --help'],
    en: ['"{action}" is nothing that {verb} does.', 'For help: jalaseh {verb} --help'],
  },
  'import/unreadable': {
    fa: ['جدول «{file}» خوانده نشد ({reason}).', 'نام و دسترسی آن را بررسی کنید.'],
    en: ['The table "{file}" could not be read ({reason}).', 'Check its name and permissions.'],
  },
  'import/not-table': {
    fa: [
      '«{file}» جدول CSV یا XLSX نیست، آسیب دیده یا بسیار بزرگ است.',
      'آن را در اکسل باز کنید و دوباره xlsx ذخیره کنید.',
    ],
    en: [
      '"{file}" is no CSV or XLSX table, is damaged or far too large.',
      'Open it in Excel and save it as xlsx again.',
    ],
  },
  'import/old-workbook': {
    fa: ['«{file}» اکسل قدیمی (xls) یا رمزدار است.', 'آن را در اکسل بی رمز و به صورت xlsx ذخیره کنید.'],
    en: [
      '"{file}" is an old workbook (xls) or has a password.',
      'Save it in Excel as xlsx, without a password.',
    ],
  },
  'import/legacy-letters': {
    fa: [
      '«{file}» با کدگذاری قدیمی ویندوز (۱۲۵۶) خوانده شد.',
      'اگر حرفی درست نیست، در اکسل «CSV UTF-8» ذخیره کنید.',
    ],
    en: [
      '"{file}" was read in the old Windows encoding (1256).',
      'If letters look wrong, save it as "CSV UTF-8".',
    ],
  },
  'import/no-heading': {
    fa: [
      'در {file} سطری با عنوان ستون~ها، از جمله ستون متن مصوبه، نیست.',
      'ستون~ها را چنین بنامید: شناسه، متن مصوبه، دستگاه مسئول، مهلت، وضعیت، درصد پیشرفت.',
    ],
    en: [
      'No row of {file} names its columns, the text of the resolution among them.',
      'Name them: شناسه، متن مصوبه، دستگاه مسئول، مهلت، وضعیت، درصد پیشرفت.',
    ],
  },
  'import/column-twice': {
    fa: ['ستون «{header}» در {file} دو بار آمده است.', 'یکی را پاک کنید یا نام دیگری به آن بدهید.'],
    en: ['The column "{header}" comes twice in {file}.', 'Delete one, or name it otherwise.'],
  },
  'import/too-long': {
    fa: ['{file} بیش از {limit} سطر دارد.', 'آن را چند پرونده کنید.'],
    en: ['{file} has more than {limit} rows.', 'Part it into several files.'],
  },
  'import/ignored-columns': {
    fa: [
      'این ستون~ها آورده نمی~شود: {headers}',
      'اگر یکی از آن~ها لازم است، نامی از ستون~های شناخته به آن بدهید.',
    ],
    en: [
      'These columns are not brought in: {headers}',
      'Where one is needed, give it the name of a known column.',
    ],
  },
  'import/other-sheets': {
    fa: ['تنها برگهٔ نخست خوانده شد؛ این~ها نه: {names}', 'هر برگه را پروندهٔ جدا کنید.'],
    en: ['Only the first sheet was read, and not: {names}', 'Make each sheet a file of its own.'],
  },
  'import/left-row': {
    fa: [
      'سطر {row} عنوان یا جمع است و آورده نمی~شود: «{text}»',
      'اگر ردیفی از جدول است، هر چیز را در ستون خودش بنویسید.',
    ],
    en: [
      'Row {row} is a title or a sum and is left out: "{text}"',
      'If it is a row of the table, write each thing in its own column.',
    ],
  },
  'import/formula': {
    fa: ['فرمول این خانه هنوز حساب نشده است.', 'پرونده را در اکسل باز و ذخیره کنید.'],
    en: ['The formula of this cell was never computed.', 'Open the file in Excel and save it.'],
  },
  'import/error-value': {
    fa: ['این خانه خطای اکسل است: {text}', 'فرمول آن را درست کنید یا به جای آن مقدار بنویسید.'],
    en: ['This cell is an error of Excel: {text}', 'Mend its formula, or write the value instead.'],
  },
  'import/other-text': {
    fa: ['شناسهٔ «{id}» در دفتر از آن مصوبهٔ دیگری است: «{text}»', 'شناسهٔ دیگری بدهید، یا متن را همان کنید.'],
    en: [
      'In the register "{id}" is the id of another resolution: "{text}"',
      'Choose another id, or make the texts one.',
    ],
  },
  'import/cell': {
    fa: ['سطر {row}، ستون «{header}» ({cell}): {what}', 'خانه را درست کنید. {cure}'],
    en: ['Row {row}, column "{header}" ({cell}): {what}', 'Mend the cell. {cure}'],
  },
  'import/faulty': {
    fa: [
      '{faulty} سطر از {all} سطر خطا دارد؛ هیچ سطری آورده نشد.',
      'خانه~های بالا را درست کنید، یا با --valid-only سطرهای درست را بیاورید.',
    ],
    en: [
      '{faulty} of {all} rows have faults; nothing was brought in.',
      'Mend the cells above, or bring in the sound rows with --valid-only.',
    ],
  },
}
