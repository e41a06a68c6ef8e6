/** Words for what keeps a file from being an annex, and for what its copy in a pack lacks. */
import type { Wording } from './wording.ts'

const askAgain: [fa: string, en: string] = [
  'پرونده را دوباره از فرستنده بگیرید، یا آن را باز کنید و از نو PDF بسازید.',
  'Get the file from its sender again, or open it and make a PDF of it anew.',
]
const makeSmaller: [fa: string, en: string] = [
  'آن را به چند پرونده بخش کنید یا با کیفیت کمتر از نو بسازید.',
  'Split it into several files, or make it anew in a lower quality.',
]
const worded = (fa: string, en: string, [cureFa, cureEn]: [fa: string, en: string]): Wording => ({
  fa: [fa, cureFa],
  en: [en, cureEn],
})

export const annexWording: Record<string, Wording> = {
  'annex/empty': worded('پیوست «{file}» خالی است.', 'The annex "{file}" is empty.', askAgain),
  'annex/format': worded(
    'پیوست «{file}» نه PDF است، نه JPEG و نه PNG؛ نام پرونده هرچه باشد.',
    'The annex "{file}" is no PDF, JPEG or PNG, whatever its name says.',
    ['آن را به PDF تبدیل کنید.', 'Convert it to PDF.'],
  ),
  'annex/truncated': worded(
    'پیوست «{file}» ناقص است؛ پایان آن نیامده.',
    'The annex "{file}" is incomplete: its end is missing.',
    askAgain,
  ),
  'annex/damaged': worded(
    'پیوست «{file}» آسیب دیده است و نمی~توان آن را خواند.',
    'The annex "{file}" is damaged and cannot be read.',
    askAgain,
  ),
  'annex/password': worded(
    'پیوست «{file}» رمز دارد و باز نمی~شود.',
    'The annex "{file}" is protected by a password.',
    ['نسخه~ای بی رمز از فرستنده بگیرید.', 'Get a copy without a password from its sender.'],
  ),
  'annex/no-pages': worded('پیوست «{file}» هیچ صفحه~ای ندارد.', 'The annex "{file}" has no pages.', askAgain),
  'annex/page-size': worded(
    'صفحهٔ {page} پیوست «{file}» اندازه~ای ناممکن دارد: {width} در {height} پوینت.',
    'Page {page} of the annex "{file}" has an impossible size: {width} by {height} points.',
    ['آن را با اندازهٔ کاغذ از نو بسازید.', 'Make it anew in the size of a sheet of paper.'],
  ),
  'annex/too-many-pages': worded(
    'پیوست «{file}» بیش از {limit} صفحه دارد.',
    'The annex "{file}" has more than {limit} pages.',
    ['تنها صفحه~های لازم را پیوست کنید.', 'Annex only the pages that are needed.'],
  ),
  'annex/too-big': worded(
    'پیوست «{file}» {size} مگابایت است؛ بیش از {limit} پذیرفته نیست.',
    'The annex "{file}" has {size} MB; at most {limit} are accepted.',
    makeSmaller,
  ),
  'annex/bomb': worded(
    'درون پیوست «{file}» داده~ای است که با باز شدن از {limit} مگابایت بزرگ~تر می~شود؛ خوانده نشد.',
    'The annex "{file}" holds data that inflate to more than {limit} MB; it was not read.',
    ['اگر به فرستنده اطمینان دارید، نسخهٔ دیگری از او بگیرید.', 'If you trust its sender, get another copy.'],
  ),
  'annex/image-size': worded(
    'تصویری در پیوست «{file}» {width} در {height} نقطه دارد و بیش از اندازه بزرگ است.',
    'An image of the annex "{file}" has {width} by {height} pixels, which is too much.',
    ['آن را کوچک کنید؛ ۳۰۰ نقطه در اینچ بس است.', 'Make it smaller: 300 dots to the inch are enough.'],
  ),
  'annex/image-damaged': worded(
    'تصویر «{file}» آسیب دیده است یا از گونه~ای است که پشتیبانی نمی~شود.',
    'The image "{file}" is damaged, or of a kind that is not supported.',
    ['آن را باز کنید و از نو JPEG یا PNG بسازید.', 'Open it and save it as JPEG or PNG anew.'],
  ),
  'annex/moving-image': worded(
    'تصویر «{file}» از چند تصویر پشت سر هم ساخته شده است (پویانمایی).',
    'The image "{file}" is made of several that follow each other (an animation).',
    ['آن را که باید چاپ شود جدا ذخیره کنید.', 'Save the one that is to be printed by itself.'],
  ),
  'annex/too-slow': worded(
    'خواندن پیوست «{file}» بیش از {limit} ثانیه کشید و رها شد.',
    'Reading the annex "{file}" took more than {limit} seconds and was given up.',
    makeSmaller,
  ),
  'annex/too-heavy': worded(
    'خواندن پیوست «{file}» بیش از {limit} مگابایت حافظه خواست و رها شد.',
    'Reading the annex "{file}" took more than {limit} MB of memory and was given up.',
    makeSmaller,
  ),
  'annex/repaired': worded(
    'فهرست درونی پیوست «{file}» خراب بود و از نو ساخته شد.',
    'The cross-reference of the annex "{file}" was broken and was made anew.',
    ['صفحه~های آن را در بسته نگاه کنید.', 'Look at its pages in the pack.'],
  ),
  'annex/incomplete': worded(
    '{count} جزء از پیوست «{file}» خوانده نشد؛ شاید قلم یا تصویری از صفحه~های آن نباشد.',
    '{count} parts of the annex "{file}" could not be read; a font or an image of its pages may be missing.',
    ['صفحه~های آن را در بسته نگاه کنید.', 'Look at its pages in the pack.'],
  ),
  'annex/owner-locked': worded(
    'صاحب پیوست «{file}» چاپ یا رونوشت آن را محدود کرده است؛ در بسته این محدودیت نیست.',
    'The owner of the annex "{file}" restricted its printing or copying; the pack does not.',
    ['بررسی کنید که اجازهٔ بازنشر آن را دارید.', 'Make sure that you may pass it on.'],
  ),
  'annex/signed': worded(
    'پیوست «{file}» امضای رقمی دارد که در نسخهٔ خواندنی نمی~ماند.',
    'The annex "{file}" is signed; the signature does not outlive a pack.',
    ['اصل آن را نگه دارید.', 'Keep the original.'],
  ),
  'annex/unseen': worded(
    '{count} فیلد یا یادداشت پیوست «{file}» ظاهری در پرونده ندارد و در بسته دیده نمی~شود.',
    '{count} fields or notes of the annex "{file}" have no look in the file and are not seen in the pack.',
    ['آن را چاپ کنید و از نو PDF بسازید.', 'Print it to a PDF anew.'],
  ),
  'annex/stripped': worded(
    'از نسخهٔ پیوست «{file}» برداشته شد: کد و فرمان {scripts}، پیوند ناامن یا بی~سرانجام {links}، رسانه و پروندهٔ درونی {media}.',
    'Taken out of the copy of the annex "{file}": scripts and actions {scripts}, links that are unsafe or lead nowhere {links}, media and files {media}.',
    ['صفحه~ها همان است که بود.', 'The pages look as they did.'],
  ),
}
