/** Words for what keeps a paper out of the archive, and for what is found in it. */
import type { Wording } from './wording.ts'

const restore: [fa: string, en: string] = [
  'بایگانی را با نسخهٔ پشتیبان بسنجید و اصل را به جای خود برگردانید.',
  'Compare the archive with its backup and put the original back.',
]
const touched = (fa: string, en: string): Wording => ({ fa: [fa, restore[0]], en: [en, restore[1]] })

const askVerify: [fa: string, en: string] = [
  'jalaseh archive verify می~گوید چه چیزی دست خورده است.',
  'jalaseh archive verify says what was touched.',
]

export const archiveWording: Record<string, Wording> = {
  'archive/draft': {
    fa: ['«{file}» پیش~نویس است؛ تنها نسخهٔ نهایی بایگانی می~شود.', 'وضعیت آن را «نسخهٔ نهایی» کنید.'],
    en: ['"{file}" is a draft; only final papers are archived.', 'Set its status to final.'],
  },
  'archive/unsure': {
    fa: [
      '«{file}» بایگانی نشد: {count} نکتهٔ آن هنوز باز یا بی منبع است.',
      'آنچه را بالا گفته شد در پرونده کامل کنید.',
    ],
    en: [
      '"{file}" was not archived: {count} points of it are open or without a source.',
      'Complete what is named above in the file.',
    ],
  },
  'archive/copies': {
    fa: [
      'برگ «{paper}» برای هر گیرنده نسخه~ای دارد و بایگانی نمی~شود.',
      'صورت~جلسه~ای را که از آن برمی~آید بایگانی کنید، یا یکی از این~ها را: {papers}',
    ],
    en: [
      'The paper "{paper}" has a copy for each addressee and is not archived.',
      'Archive the minutes that it comes from, or one of: {papers}',
    ],
  },
  'archive/name': {
    fa: [
      'نام «{id}» برای بایگانی مناسب نیست.',
      'پرونده را به نامی کوتاه~تر از ۱۸۰ بایت، بی نشانه~هایی چون : * ? % و بی نویسهٔ پنهان، بنامید.',
    ],
    en: [
      'The name "{id}" is not fit for the archive.',
      'Rename the file: at most 180 bytes, no signs such as : * ? % and no hidden characters.',
    ],
  },
  'archive/near': {
    fa: [
      'نام «{id}» تنها در بزرگی و کوچکی حروف با «{other}» که بایگانی شده فرق دارد.',
      'همان نام را به کار ببرید یا نامی دیگر بگذارید.',
    ],
    en: [
      'The name "{id}" differs from the archived "{other}" only in the case of its letters.',
      'Use the same name, or another one.',
    ],
  },
  'archive/kind': {
    fa: [
      '«{id}» با نوع «{other}» بایگانی شده است، نه با «{paper}».',
      'برگ نوع دیگر را از پرونده~ای با نام دیگر بایگانی کنید.',
    ],
    en: [
      '"{id}" is archived as "{other}", not as "{paper}".',
      'Archive a paper of another kind from a file with another name.',
    ],
  },
  'archive/revision': {
    fa: [
      '«{id}» با محتوای دیگری بایگانی شده است (نسخهٔ {revision})؛ آنچه بایگانی شد تغییر نمی~کند.',
      'اگر اصلاح است، نسخهٔ تازه~ای با دلیل آن بیفزایید: --revision "دلیل اصلاح"',
    ],
    en: [
      '"{id}" is archived with other content (revision {revision}); what is archived does not change.',
      'If it is a correction, add a revision with its reason: --revision "why"',
    ],
  },
  'archive/same': {
    fa: ['«{file}» با همین محتوا بایگانی شده است: {path}', 'کاری لازم نیست؛ چیزی تغییر نکرد.'],
    en: [
      '"{file}" is archived with this very content: {path}',
      'Nothing is to be done; nothing was changed.',
    ],
  },
  'archive/damaged': {
    fa: ['نسخهٔ پیشین در بایگانی دست خورده است: {path}', askVerify[0]],
    en: ['The earlier revision in the archive was touched: {path}', askVerify[1]],
  },
  'archive/occupied': {
    fa: ['در بایگانی پوشه~ای هست که در زنجیره نیست: {path}', askVerify[0]],
    en: ['There is a folder in the archive that is not in its chain: {path}', askVerify[1]],
  },
  'archive/chain-end': {
    fa: ['آخرین ردیف {path} درست نیست؛ چیزی به آن افزوده نمی~شود.', askVerify[0]],
    en: ['The last line of {path} is not sound; nothing is added to it.', askVerify[1]],
  },
  'archive/chain-gone': {
    fa: ['بایگانی پر است، ولی {path} نیست یا خالی است.', 'آن را از نسخهٔ پشتیبان برگردانید.'],
    en: ['The archive is not empty, but {path} is missing or empty.', 'Put it back from the backup.'],
  },
  'archive/overtaken': {
    fa: ['هم~زمان نسخهٔ دیگری از «{id}» بایگانی شد.', 'دوباره اجرا کنید تا برگ با شمارهٔ درست چاپ شود.'],
    en: [
      'Another revision of "{id}" was archived meanwhile.',
      'Run it again, so that the paper is printed with the right number.',
    ],
  },
  'archive/unwritable': {
    fa: [
      '«{path}» نوشته یا خوانده نشد ({reason})؛ چیزی بایگانی نشد و آنچه بود همان است.',
      'جای دیسک و دسترسی را بررسی کنید و دوباره اجرا کنید.',
    ],
    en: [
      '"{path}" could not be written or read ({reason}); nothing was stored, and what was there is as it was.',
      'Check the space on the disk and the permissions, and run it again.',
    ],
  },
  'archive/busy': {
    fa: ['برنامهٔ دیگری در حال نوشتن در بایگانی است: {path}', 'اندکی بعد دوباره اجرا کنید.'],
    en: ['Another program is writing to the archive: {path}', 'Run it again in a moment.'],
  },
  'archive/lock': {
    fa: [
      'پروندهٔ قفل بایگانی خراب است: {path} ({reason}).',
      'وقتی هیچ برنامه~ای با بایگانی کار نمی~کند، آن را پاک کنید.',
    ],
    en: [
      'The lock file of the archive is damaged: {path} ({reason}).',
      'Delete it while no program works with the archive.',
    ],
  },
  'archive/none': {
    fa: ['در بایگانی چیزی نیست که بخواند.', 'برگ نهایی را با jalaseh archive add بایگانی کنید.'],
    en: ['There is nothing in the archive that fits.', 'Archive a final paper with jalaseh archive add.'],
  },
  'archive/unknown': {
    fa: ['«{id}» در بایگانی نیست.', 'نام~ها را با jalaseh archive list ببینید.'],
    en: ['"{id}" is not in the archive.', 'See the names with jalaseh archive list.'],
  },
  'archive/empty': {
    fa: ['بایگانی هنوز خالی است و سری برای امضا ندارد: {path}', 'نخست برگی را بایگانی کنید.'],
    en: ['The archive is empty and has no head to sign: {path}', 'Archive a paper first.'],
  },
  'archive/key': {
    fa: [
      'کلید Ed25519 از «{file}» خوانده نشد.',
      'پروندهٔ PEM کلید را بدهید (openssl genpkey -algorithm ed25519)؛ رمز آن در متغیر JALASEH_PASSPHRASE.',
    ],
    en: [
      'No Ed25519 key could be read from "{file}".',
      'Name a PEM file (openssl genpkey -algorithm ed25519); its passphrase goes in JALASEH_PASSPHRASE.',
    ],
  },
  'archive/signed': {
    fa: ['سر زنجیره با همین کلید امضا شده است: {path}', 'کاری لازم نیست.'],
    en: ['The head of the chain is signed with this key already: {path}', 'Nothing is to be done.'],
  },
  'archive/changed': touched(
    'پروندهٔ بایگانی تغییر کرده است: {path}',
    'A file of the archive was changed: {path}',
  ),
  'archive/missing': touched('از بایگانی برداشته شده است: {path}', 'Gone from the archive: {path}'),
  'archive/added': {
    fa: ['به بایگانی افزوده شده، ولی در زنجیره نیست: {path}', 'اگر از بایگانی نیست، آن را بیرون ببرید.'],
    en: ['Added to the archive, but not in its chain: {path}', 'Move it out, if it does not belong there.'],
  },
  'archive/moved': touched('جابه~جا شده است: {path} اکنون در {to} است.', 'Moved: {path} is now at {to}.'),
  'archive/swapped': touched(
    'با هم عوض شده~اند: {path} و {other}',
    'Exchanged with each other: {path} and {other}',
  ),
  'archive/copied': touched(
    'محتوای {path} رونوشت {other} است، نه آنچه بایگانی شد.',
    'The content of {path} is a copy of {other}, not what was archived.',
  ),
  'archive/unreadable': {
    fa: ['خوانده نشد: {path} ({reason}).', 'دسترسی و سلامت دیسک را بررسی کنید.'],
    en: ['Could not be read: {path} ({reason}).', 'Check its permissions and the disk.'],
  },
  'archive/disagrees': touched(
    'برگ و پروندهٔ مبدأ یکی نیستند: آنچه درون {path} است جز {source} است.',
    'Paper and source differ: what is inside {path} is not {source}.',
  ),
  'archive/printed-head': touched(
    'زنجیره از نو نوشته شده است: {path} سر {seq} · {hash} را نشان می~دهد که در زنجیره نیست.',
    'The chain was written anew: {path} shows the head {seq} · {hash}, which the chain does not have.',
  ),
  'archive/pending': {
    fa: ['هنوز در حال بایگانی است: {path}', 'اندکی بعد دوباره بسنجید.'],
    en: ['Still being archived: {path}', 'Verify again in a moment.'],
  },
  'archive/chain-line': touched(
    'ردیف {line} زنجیره (chain.jsonl) دست خورده است.',
    'Line {line} of the chain (chain.jsonl) was edited.',
  ),
  'archive/chain-rewritten': touched(
    'ردیف {line} زنجیره عوض شده و نشان آن نیز از نو نوشته شده است؛ ردیف بعد آن را نمی~شناسد.',
    'Line {line} of the chain was edited and given a new hash, which the next line does not know.',
  ),
  'archive/chain-cut': touched(
    'ردیف~های {from} تا {to} زنجیره برداشته شده~اند (پیش از ردیف {line} پرونده).',
    'Lines {from} to {to} of the chain are gone (before line {line} of the file).',
  ),
  'archive/chain-order': touched(
    'ردیف {line} زنجیره تکراری است یا در جای خود نیست.',
    'Line {line} of the chain stands twice, or not in its place.',
  ),
  'archive/anchor': touched(
    'زنجیره پس از امضا از نو نوشته یا کوتاه شده است: {path}، ردیف {seq}.',
    'The chain was written anew or cut since it was signed: {path}, line {seq}.',
  ),
  'archive/signature': touched(
    'امضای زنجیره درست نیست: {path}',
    'This signature of the chain is not valid: {path}',
  ),
  'archive/unsigned': {
    fa: ['زنجیره با این کلید امضا نشده است: {path}', 'jalaseh archive sign --key key.pem'],
    en: ['The chain is not signed with this key: {path}', 'jalaseh archive sign --key key.pem'],
  },
}
