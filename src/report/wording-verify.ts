/** Words for what `verify` and `extract` find in a paper. */
import type { Wording } from './wording.ts'

const issuedAnew: [fa: string, en: string] = [
  'نسخهٔ سالم را از دبیرخانه یا بایگانی بگیرید.',
  'Get a sound copy from the office or its archive.',
]

const about = (fa: string, en: string): Wording => ({ fa: [fa, issuedAnew[0]], en: [en, issuedAnew[1]] })

export const verifyWording: Record<string, Wording> = {
  'verify/unreadable': {
    fa: ['پروندهٔ «{file}» خوانده نشد ({reason}).', 'نام و دسترسی آن را بررسی کنید.'],
    en: ['The file "{file}" could not be read ({reason}).', 'Check its name and permissions.'],
  },
  'verify/not-pdf': {
    fa: ['«{file}» پروندهٔ PDF نیست.', 'پروندهٔ PDF برگ را بدهید.'],
    en: ['"{file}" is not a PDF.', 'Name the PDF of a paper.'],
  },
  'verify/foreign': {
    fa: ['«{file}» را جلسه نساخته است.', 'تنها برگ~هایی را می~توان سنجید که جلسه ساخته است.'],
    en: ['"{file}" was not made by Jalaseh.', 'Only papers that Jalaseh made can be verified.'],
  },
  'verify/resaved': about(
    '«{file}» را برنامهٔ دیگری از نو ذخیره کرده است و مُهر آن از میان رفته است.',
    '"{file}" was saved anew by another program, and its seal is gone.',
  ),
  'verify/truncated': about(
    '«{file}» ناتمام است؛ پایان پرونده نیست.',
    '"{file}" is cut off: the end of the file is missing.',
  ),
  'verify/damaged': about(
    '«{file}» آسیب دیده است و خوانده نمی~شود.',
    '"{file}" is damaged and cannot be read.',
  ),
  'verify/changed': about(
    '«{file}» پس از صدور تغییر کرده است: مُهر آن با محتوا نمی~خواند.',
    '"{file}" was changed after issue: its seal does not match its content.',
  ),
  'verify/appended': about(
    'پس از صدور چیزی به «{file}» افزوده شده است که امضا نیست.',
    'Something that is no signature was appended to "{file}" after issue.',
  ),
  'verify/enclosed': about(
    'پروندهٔ درون برگ عوض شده است: «{name}».',
    'A file inside the paper was replaced: "{name}".',
  ),
  'verify/source': about(
    'پروندهٔ مبدأ درون «{file}» نیست یا خوانده نمی~شود.',
    'The source inside "{file}" is missing or cannot be read.',
  ),
  'verify/fact': about(
    'برگ با مبدأ خود نمی~خواند: {name}، «{text}»، در آن چاپ نشده است.',
    'The paper disagrees with its source: {name}, "{text}", is not printed in it.',
  ),
  'verify/facts': about(
    '{count} رقم و متن دیگر هم با مبدأ نمی~خواند.',
    '{count} more facts disagree with the source.',
  ),
  'verify/claim': about(
    'برگ آنچه را ادعا می~کند ندارد: {name} ({detail}).',
    'The paper does not hold what it claims: {name} ({detail}).',
  ),
  'verify/validator': about(
    'veraPDF برگ را مطابق {profile} ندانست.',
    'veraPDF does not find the paper to be {profile}.',
  ),
  'verify/signature': about(
    'امضای «{signer}» درست نیست: محتوای امضاشده یا خود امضا تغییر کرده است.',
    'The signature of "{signer}" is not valid: what was signed, or the signature itself, has changed.',
  ),
  'verify/mark': about(
    'نشان QR با این برگ نمی~خواند؛ نشان برگ: {mark}',
    'The QR code is not of this paper; its own says: {mark}',
  ),
  'extract/none': {
    fa: [
      'در «{file}» پروندهٔ مبدأ نیست.',
      'مبدأ تنها در برگ~هایی است که برای بایگانی ساخته شده~اند (--archival).',
    ],
    en: ['There is no source in "{file}".', 'Only papers made for archives hold it (--archival).'],
  },
  'extract/exists': {
    fa: ['«{path}» از پیش هست و محتوای دیگری دارد.', 'نام دیگری با --out بدهید.'],
    en: ['"{path}" exists, with other content.', 'Give another name with --out.'],
  },
}
