/** Words for the faults of mail: of addresses, of the ledger, and of the way to the server. */
import type { Wording } from './wording.ts'

export const mailWording: Record<string, Wording> = {
  'ledger/damaged': {
    fa: [
      'دفتر ارسال آسیب دیده است و هیچ نامه~ای فرستاده نمی~شود: {file} ({reason}).',
      'نسخهٔ پشتیبان آن را بازگردانید؛ اگر آن را پاک کنید، نامه~های فرستاده~شده دوباره فرستاده می~شوند.',
    ],
    en: [
      'The ledger of what was sent is damaged, and no mail is sent: {file} ({reason}).',
      'Restore it from a backup; if it is deleted, mail that was sent is sent again.',
    ],
  },
  'ledger/missing': {
    fa: [
      'دفتر ارسال نیست ({file})، اما نامه~هایی که در صف رفته~اند در {folder} مانده~اند؛ هیچ نامه~ای فرستاده نمی~شود.',
      'دفتر را از نسخهٔ پشتیبان بازگردانید؛ اگر نیست، بسنجید چه فرستاده شده است و سپس آن پوشه را جابه~جا کنید.',
    ],
    en: [
      'The ledger of what was sent is gone ({file}), while messages that were queued lie in {folder}; no mail is sent.',
      'Restore it from a backup; if there is none, find out what was sent, and then move that folder away.',
    ],
  },
  'ledger/newer': {
    fa: ['دفتر ارسال از نسخهٔ تازه~تری از برنامه است: {file}', 'برنامه را به~روز کنید.'],
    en: ['The ledger of what was sent is of a later version of the program: {file}', 'Update the program.'],
  },
  'ledger/busy': {
    fa: ['برنامهٔ دیگری در دفتر ارسال می~نویسد: {file}', 'اندکی بعد دوباره بکوشید.'],
    en: ['Another program is writing in the ledger of what was sent: {file}', 'Try again in a moment.'],
  },
  'ledger/unwritable': {
    fa: ['در دفتر ارسال نوشته نشد: {file} ({reason}).', 'دسترسی به پوشه و جای خالی دیسک را بررسی کنید.'],
    en: [
      'The ledger of what was sent cannot be written: {file} ({reason}).',
      'Check the permissions of its folder and the space on the disk.',
    ],
  },
  'ledger/no-delivery': {
    fa: ['ارسالی با شناسهٔ «{id}» در دفتر نیست.', 'شناسه~ها را با jalaseh mail status ببینید.'],
    en: ['There is no delivery "{id}" in the ledger.', 'See the ids with jalaseh mail status.'],
  },
  'ledger/settled': {
    fa: [
      'دربارهٔ ارسال «{id}» چیزی برای تصمیم نیست (وضعیت: {state}).',
      'تنها ارسال نامعلوم تعیین تکلیف می~شود، و تنها ارسال ناموفق یا نامعلوم از نو.',
    ],
    en: [
      'There is nothing to decide about the delivery "{id}" (state: {state}).',
      'Only an unknown one is decided on, and only a failed or unknown one sent again.',
    ],
  },
  'mail/no-settings': {
    fa: ['تنظیم~های رایانامه در jalaseh.yaml نیست.', 'زیر «رایانامه» دست کم «فرستنده» را بنویسید.'],
    en: ['jalaseh.yaml has no mail settings.', 'Write at least "from" under "mail".'],
  },
  'mail/no-host': {
    fa: ['شیوهٔ «ارسال» به نشانی کارساز نیاز دارد.', '«کارساز» را زیر «رایانامه» بنویسید.'],
    en: ['Delivery by SMTP needs the address of a server.', 'Write "host" under "mail".'],
  },
  'mail/draft-only': {
    fa: [
      'شیوهٔ ارسال این دستگاه پیش~نویس است؛ نامه~ها نوشته می~شود و چیزی فرستاده نمی~شود.',
      'پروندهٔ eml را در برنامهٔ رایانامه باز کنید، یا «شیوهٔ ارسال» را تغییر دهید.',
    ],
    en: [
      'This office delivers by drafts: letters are written, and nothing is sent.',
      'Open the .eml files in a mail program, or change "deliver".',
    ],
  },
  'mail/address-twice': {
    fa: ['«{name}» و «{other}» یک نشانی دارند: {address}', 'به هر یک نشانی خودش را بدهید؛ نسخه~ها شخصی است.'],
    en: ['"{name}" and "{other}" have one address: {address}', 'Give each his own; copies are personal.'],
  },
  'mail/too-big': {
    fa: [
      'بستهٔ «{name}» {size} مگابایت است و با رایانامه نمی~رود.',
      '«نشانی دریافت» یا «بیشینهٔ مگابایت» را در تنظیم~ها بنویسید، یا پیوست~ها را سبک کنید.',
    ],
    en: [
      'The pack of "{name}" has {size} MB, which is too much for mail.',
      'Set "link" or "size" in the mail settings, or make the annexes smaller.',
    ],
  },
  'mail/class': {
    fa: [
      'نامهٔ «{name}» ({class}) با این شیوه از دستگاه بیرون نمی~رود و باید دستی برسد.',
      'اگر مجاز است، «سقف طبقه~بندی» رایانامه را در تنظیم~ها بنویسید.',
    ],
    en: [
      'The letter to "{name}" ({class}) may not leave in this way and has to be brought.',
      'If it may, say so under "ceilings" of the mail settings.',
    ],
  },
  'mail/nobody': {
    fa: ['نامه~ای برای فرستادن نیست.', 'نشانی گیرندگان و سقف طبقه~بندی رایانامه را بسنجید.'],
    en: ['There is no letter to be sent.', 'Check the addresses, and the classes that may leave by mail.'],
  },
  'mail/nothing-due': {
    fa: ['تا {days} روز دیگر چیزی نیست که یادآوری نشده باشد.', 'بازه را با --within بیشتر کنید.'],
    en: ['Nothing falls due within {days} days that was not told.', 'Widen it with --within.'],
  },
  'mail/not-confirmed': {
    fa: ['فرستادن تأیید نشد؛ چیزی در صف نرفت.', 'دوباره بفرستید و پاسخ دهید، یا --yes را بیفزایید.'],
    en: ['Sending was not confirmed; nothing was queued.', 'Run it again and answer, or add --yes.'],
  },
  'mail/unreadable': {
    fa: ['«{path}» خوانده نشد ({reason}).', 'نشانی و دسترسی آن را بسنجید.'],
    en: ['"{path}" could not be read ({reason}).', 'Check its path and permissions.'],
  },
  'mail/failed': {
    fa: [
      '{count} نامه پذیرفته نشد.',
      'سبب را با jalaseh mail status ببینید؛ پس از اصلاح: resolve <id> again.',
    ],
    en: [
      '{count} messages were refused.',
      'See why with jalaseh mail status; once mended: resolve <id> again.',
    ],
  },
  'mail/unknown': {
    fa: [
      'معلوم نیست {count} نامه رسیده باشد؛ پاسخ کارساز نیامد و خودبه~خود دوباره فرستاده نمی~شود.',
      'از گیرنده یا کارساز بپرسید، سپس: jalaseh mail resolve <id> sent یا again یا drop.',
    ],
    en: [
      '{count} messages may or may not have arrived: no answer came, and they are not sent again by themselves.',
      'Ask the recipient or the server, then: jalaseh mail resolve <id> sent, again or drop.',
    ],
  },
  'mail/put-off': {
    fa: ['{count} نامه برای بعد ماند.', 'کمی بعد jalaseh mail send را بدهید.'],
    en: ['{count} messages were put off.', 'Run jalaseh mail send in a while.'],
  },
  'mail/sending': {
    fa: [
      '{count} نامه در دست اجرای دیگری است.',
      'اگر آن اجرا ناتمام مانده است، یک دقیقه بعد jalaseh mail send را بدهید.',
    ],
    en: ['{count} messages are with another run.', 'If that was ended, run jalaseh mail send in a minute.'],
  },
  'mail/cancelled': {
    fa: ['نامهٔ ویرایش {edition} به «{name}» که در صف بود لغو شد.', 'ویرایش تازه به جای آن می~رود.'],
    en: [
      'The queued letter of edition {edition} to "{name}" was cancelled.',
      'The new edition takes its place.',
    ],
  },
  'mail/insecure': {
    fa: ['فرستادن بدون رمزنگاری به «{host}» پذیرفته نیست.', 'security را tls یا starttls بگذارید.'],
    en: [
      'Mail is not sent to "{host}" without encryption.',
      'Set security to tls or starttls; none is for a server on this machine.',
    ],
  },
  'mail/connection': {
    fa: [
      'به کارساز نامه نرسیدیم: {host}:{port} ({reason}).',
      'نشانی و درگاه را بسنجید، و اینکه کارساز روشن است؛ چیزی از دست نرفته است.',
    ],
    en: [
      'The mail server cannot be reached: {host}:{port} ({reason}).',
      'Check its name and port, and whether it is up; nothing was lost.',
    ],
  },
  'mail/tls': {
    fa: [
      'ارتباط امن با کارساز نامه برقرار نشد: {host} ({reason}).',
      'اگر گواهی آن از مرکزی داخلی است، پروندهٔ آن مرکز را در ca بنویسید.',
    ],
    en: [
      'No secure connection to the mail server came about: {host} ({reason}).',
      'If its certificate is of an authority of your own, name the file of that in ca.',
    ],
  },
  'mail/login': {
    fa: ['کارساز نامه ورود را نپذیرفت ({reason}).', 'نام کاربری و گذرواژه را بسنجید.'],
    en: ['The mail server did not let us in ({reason}).', 'Check the user and the password.'],
  },
  'mail/sender': {
    fa: ['کارساز نامه فرستنده را نپذیرفت ({reason}).', 'نشانی فرستنده را بسنجید.'],
    en: ['The mail server refused the sender ({reason}).', "Check the sender's address."],
  },
  'mail/address-character': {
    fa: [
      'در نشانی «{text}» نویسه~ای هست که در نشانی رایانامه جایی ندارد ({character}).',
      'نشانی را از نو تایپ کنید؛ نویسه~های نادیدنی اغلب با رونوشت~برداری می~آیند.',
    ],
    en: [
      'The address "{text}" has a character that no address has ({character}).',
      'Type it anew; invisible characters come along when an address is copied.',
    ],
  },
  'mail/address-several': {
    fa: [
      'در «{text}» بیش از یک نشانی است.',
      'هر گیرنده یک ردیف و یک نشانی دارد، مانند daftar@example.ir؛ برای نشانی دوم ردیفی دیگر بنویسید.',
    ],
    en: [
      'There is more than one address in "{text}".',
      'A recipient has a row and an address of his own, like office@example.ir; give the second one another row.',
    ],
  },
  'mail/address-space': {
    fa: ['در نشانی «{text}» فاصله هست.', 'نشانی را بی فاصله و بی نام بنویسید، مانند daftar@example.ir.'],
    en: [
      'There is a space in the address "{text}".',
      'Write it without spaces and names, like office@example.ir.',
    ],
  },
  'mail/address-form': {
    fa: [
      '«{text}» نشانی رایانامه نیست.',
      'تنها خود نشانی را بنویسید، مانند daftar@example.ir؛ نام و پرانتز در آن نمی~آید.',
    ],
    en: [
      '"{text}" is no e-mail address.',
      'Write the address alone, like office@example.ir, without a name or brackets.',
    ],
  },
  'mail/address-local': {
    fa: [
      'پیش از @ در نشانی «{text}» حرف غیرلاتین هست ({local})؛ چنین نشانی~ای تنها با کارسازی کار می~کند که SMTPUTF8 بداند.',
      'نشانی لاتین همین صندوق را از گیرنده بپرسید؛ پس از @ فارسی مانعی ندارد.',
    ],
    en: [
      'Before its @ the address "{text}" has letters that are not Latin ({local}); only servers with SMTPUTF8 take it.',
      'Ask the recipient for the Latin address of his mailbox; after the @ any letters will do.',
    ],
  },
  'mail/address-domain': {
    fa: [
      '«{domain}» در نشانی «{text}» نام دامنه نیست.',
      'پس از @ نامی مانند example.ir یا نمونه.ایران بنویسید.',
    ],
    en: ['"{domain}" in the address "{text}" is no domain.', 'After the @ write a name like example.ir.'],
  },
  'mail/address-long': {
    fa: [
      'نشانی «{text}» بیش از اندازه بلند است.',
      'پیش از @ بیش از {local} و در همه بیش از {address} نویسه نمی~شود؛ نشانی را دوباره بررسی کنید.',
    ],
    en: [
      'The address "{text}" is too long.',
      'At most {local} characters stand before the @ and {address} in all; check it.',
    ],
  },
}
