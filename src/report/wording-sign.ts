/** Words for what keeps a paper from being signed. */
import type { Wording } from './wording.ts'

export const signWording: Record<string, Wording> = {
  'sign/unreadable': {
    fa: ['پروندهٔ «{file}» خوانده نشد ({reason}).', 'نام و دسترسی آن را بررسی کنید.'],
    en: ['The file "{file}" could not be read ({reason}).', 'Check its name and permissions.'],
  },
  'sign/key-unreadable': {
    fa: ['پروندهٔ کلید یا رمز آن خوانده نشد: «{file}» ({reason}).', 'نام و دسترسی آن را بررسی کنید.'],
    en: [
      'The key file or the file of its passphrase could not be read: "{file}" ({reason}).',
      'Check its name and permissions.',
    ],
  },
  'sign/key-format': {
    fa: ['پروندهٔ کلید از نوع PKCS#12 نیست یا آسیب دیده است.', 'پروندهٔ p12 یا pfx دستگاه را با --key بدهید.'],
    en: ['The key file is not PKCS#12, or is damaged.', "Name the office's .p12 or .pfx file with --key."],
  },
  'sign/key-algorithm': {
    fa: [
      'پروندهٔ کلید روشی به کار می~برد که پشتیبانی نمی~شود ({algorithm}).',
      'کلید RSA یا ECDSA را با رمزنگاری AES از نو صادر کنید: openssl pkcs12 -export',
    ],
    en: [
      'The key file uses an algorithm that is not supported ({algorithm}).',
      'Export the RSA or ECDSA key anew, with AES: openssl pkcs12 -export',
    ],
  },
  'sign/key-missing': {
    fa: ['در پروندهٔ کلید، کلید خصوصی نیست؛ تنها گواهی دارد.', 'پرونده را همراه کلید خصوصی صادر کنید.'],
    en: ['The key file holds no private key, only certificates.', 'Export it with its private key.'],
  },
  'sign/passphrase-unknown': {
    fa: [
      'رمز پروندهٔ کلید داده نشده است.',
      'آن را در متغیر JALASEH_PASSPHRASE بگذارید یا پرونده~اش را با --passphrase-file بدهید.',
    ],
    en: [
      'The passphrase of the key file is not given.',
      'Set JALASEH_PASSPHRASE, or name a file that holds it with --passphrase-file.',
    ],
  },
  'sign/passphrase': {
    fa: ['رمز پروندهٔ کلید درست نیست.', 'رمز را بررسی کنید؛ زبان صفحه~کلید و رقم~های فارسی را هم.'],
    en: [
      'The passphrase of the key file is wrong.',
      'Check it, the keyboard layout and Persian digits, too.',
    ],
  },
  'sign/certificate-missing': {
    fa: ['در پروندهٔ کلید، گواهی این کلید نیست.', 'پرونده را همراه گواهی آن صادر کنید.'],
    en: ['The key file lacks the certificate of its key.', 'Export it with its certificate.'],
  },
  'sign/certificate-expired': {
    fa: ['اعتبار گواهی در {jalali} ({date} میلادی) به پایان رسیده است.', 'گواهی تازه بگیرید.'],
    en: ['The certificate expired on {date}.', 'Get a new one.'],
  },
  'sign/certificate-early': {
    fa: [
      'اعتبار گواهی از {jalali} ({date} میلادی) آغاز می~شود.',
      'تاریخ این دستگاه را بررسی کنید یا تا آن روز صبر کنید.',
    ],
    en: ['The certificate is not valid before {date}.', 'Check the clock of this machine, or wait.'],
  },
  'sign/timestamp-unreachable': {
    fa: [
      'مرجع مهر زمان پاسخ نداد: {url} ({reason})؛ پرونده امضا نشد.',
      'نشانی و شبکه را بررسی کنید، یا بی --timestamp امضا کنید.',
    ],
    en: [
      'The time-stamp authority did not answer: {url} ({reason}); the file was not signed.',
      'Check its address and the network, or sign without --timestamp.',
    ],
  },
  'sign/timestamp-refused': {
    fa: [
      'مرجع مهر زمان درخواست را نپذیرفت ({reason}).',
      'از مرجع بپرسید یا نشانی دیگری با --timestamp بدهید.',
    ],
    en: [
      'The time-stamp authority refused the request ({reason}).',
      'Ask the authority, or name another with --timestamp.',
    ],
  },
  'sign/timestamp-answer': {
    fa: ['پاسخ مرجع مهر زمان، مهر درستی برای این امضا نیست.', 'نشانی دیگری با --timestamp بدهید.'],
    en: [
      'The answer of the time-stamp authority is no sound time-stamp of this signature.',
      'Name another with --timestamp.',
    ],
  },
  'sign/document': {
    fa: [
      '«{file}» را نمی~توان امضا کرد: PDF نیست، آسیب دیده، رمزدار یا خطی~شده (linearized) است.',
      'برگ را دوباره با jalaseh build بسازید و همان را امضا کنید.',
    ],
    en: [
      '"{file}" cannot be signed: it is no PDF, damaged, encrypted or linearized.',
      'Make the paper again with jalaseh build and sign that.',
    ],
  },
  'sign/certified': {
    fa: ['امضای پیشین «{file}» هیچ تغییری را روا نمی~دارد.', 'نسخه~ای را که آن امضا را ندارد امضا کنید.'],
    en: ['An earlier signature of "{file}" allows no change.', 'Sign a copy that does not have it.'],
  },
  'sign/again': {
    fa: ['«{file}» با همین گواهی امضا شده و دست~نخورده است؛ همان~گونه ماند.', 'کاری لازم نیست.'],
    en: [
      '"{file}" bears a whole signature by this certificate already and was left as it is.',
      'Nothing is to be done.',
    ],
  },
}
