/** `--help`: of the whole, and of each verb with an example. */
import { withHalfSpaces } from '../persian/fa.ts'
import type { Language } from '../report/wording.ts'

interface VerbHelp {
  usage: string
  fa: string
  en: string
  example: string
  /** Option, Persian, English. */
  options: [string, string, string][]
}

const json: VerbHelp['options'][number] = ['--json', 'نتیجه به صورت JSON', 'the result as JSON']
const keys: VerbHelp['options'][number] = [
  '--keys fa|en',
  'زبان کلیدها (fa مگر آن~که بیاید)',
  'language of the keys (fa unless said)',
]

export const verbs: Record<string, VerbHelp> = {
  new: {
    usage:
      'jalaseh new [dir] · jalaseh new meeting <slug> · jalaseh new minutes --from <file> · jalaseh new theme',
    fa: 'پوشهٔ کار یا پروندهٔ جلسهٔ تازه می~سازد که همان~گونه که هست برگ می~دهد، یا ظاهری را برای دستگاه می~آغازد.',
    en: 'Makes a workspace or a meeting file that builds as it is, or begins a look for the office.',
    example: 'jalaseh new meeting export-1405-09',
    options: [
      keys,
      [
        '--from FILE',
        'با minutes: صورت~جلسه~ای از روی پروندهٔ توجیهی، با مصوبات باز، برای پر کردن پس از جلسه',
        'with minutes: minutes begun from a briefing, with the open resolutions, to be filled in',
      ],
      [
        '--override file',
        'با theme: از یک قالب یا سبک ما رونوشتی برای تغییر می~گذارد',
        'with theme: copies one of our templates or styles, to be changed',
      ],
    ],
  },
  check: {
    usage: 'jalaseh check <file…>',
    fa: 'همهٔ خطاها و هشدارهای پرونده را یک~جا می~گوید.',
    en: 'Reports every fault of a file at once.',
    example: 'jalaseh check data/export-working-group.yaml --proofread',
    options: [
      ['--proofread', 'نمونه~خوانی هم می~کند', 'proofreads the texts, too'],
      [
        '--fix',
        'پیشنهادها را نشان می~دهد و پس از پرسش در پرونده می~نویسد',
        'shows the suggestions and, once asked, writes them',
      ],
      ['--yes', 'با --fix: بی پرسش', 'with --fix: without asking'],
      json,
    ],
  },
  build: {
    usage: 'jalaseh build <file…>',
    fa: 'برگ~های جلسه را PDF می~کند و نشانی هر یک را می~نویسد.',
    en: 'Makes the papers of a meeting and prints the path of each.',
    example: 'jalaseh build data/export-working-group.yaml --kind summary --open',
    options: [
      [
        '--kind k[,k]',
        'برگ~ها: briefing، summary، minutes … یا all (اگر نیاید، به اقتضای وضعیت جلسه)',
        'papers: briefing, summary, minutes … or all (what the state calls for unless said)',
      ],
      ['--out DIR', 'پوشهٔ خروجی (out مگر آن~که بیاید)', 'output folder (out unless said)'],
      ['--watch', 'با هر تغییر دوباره می~سازد', 'builds again on every change'],
      ['--html', 'صفحهٔ HTML را هم نگه می~دارد', 'keeps the HTML page too'],
      [
        '--archival',
        'همهٔ برگ~ها برای بایگانی: PDF/A-3a با پروندهٔ مبدأ در آن (صورت~جلسه همیشه چنین است)',
        'every paper for archives: PDF/A-3a with its source inside (minutes always are)',
      ],
      ['--open', 'برگ~ها را باز می~کند', 'opens the papers'],
      json,
    ],
  },
  diff: {
    usage: 'jalaseh diff <old> <new>',
    fa: 'می~گوید میان دو پرونده یا ویرایش چه چیزی در معنا عوض شده است: مصوبه~ها، رقم~ها، متن~ها، اشخاص و دستور جلسه.',
    en: 'Says what is other in meaning between two files or editions: resolutions, figures, words, people, agenda.',
    example: 'jalaseh diff export-1405-08.yaml export-1405-09.yaml',
    options: [
      ['--paper', 'برگ تغییرات را هم می~سازد', 'makes the paper of changes, too'],
      ['--out DIR', 'پوشهٔ خروجی (out مگر آن~که بیاید)', 'output folder (out unless said)'],
      json,
    ],
  },
  archive: {
    usage: 'jalaseh archive add <file…> · list · show <id> · verify · sign --key K · export --bag · rebuild',
    fa: 'برگ~های نهایی را در پوشهٔ archive برای همیشه نگه می~دارد، با زنجیره~ای که هر دستکاری در آن پیداست.',
    en: 'Keeps final papers in the folder archive for good, with a chain in which any tampering shows.',
    example: 'jalaseh archive add export-1405-09.yaml',
    options: [
      ['--kind k', 'add: نوع برگ (minutes مگر آن~که بیاید)', 'add: kind of paper (minutes unless said)'],
      ['--revision TEXT', 'add: نسخهٔ اصلاحی، با دلیل آن', 'add: a correction, with its reason'],
      ['--from D, --to D', 'list، export: از این تاریخ تا آن تاریخ', 'list, export: from this day to that'],
      [
        '--public FILE',
        'verify: امضاهای این کلید را هم می~سنجد',
        'verify: checks the signatures of this key, too',
      ],
      [
        '--again',
        'verify: برگ~های سنجیدهٔ پیشین را هم از نو با مبدأ می~سنجد',
        'verify: compares papers with their sources even where that was done before',
      ],
      ['--key FILE', 'sign: کلید Ed25519 (PEM)', 'sign: Ed25519 key (PEM)'],
      ['--passphrase-file FILE', 'sign: پروندهٔ رمز کلید', 'sign: file with the passphrase of the key'],
      ['--bag', 'export: پوشهٔ BagIt (RFC 8493)', 'export: a BagIt folder (RFC 8493)'],
      [
        '--out DIR',
        'export: نام آن (archive-bag مگر آن~که بیاید)',
        'export: its name (archive-bag unless said)',
      ],
      json,
    ],
  },
  search: {
    usage: 'jalaseh search <words> · "«phrase»" · "word -other" · begin*',
    fa: 'در بایگانی و پرونده~های پوشهٔ کار می~جوید؛ املای واژه (ي، ك، نیم~فاصله، همزه، رقم) مهم نیست.',
    en: 'Searches the archive and the files of the workspace, however a word is spelled (ي, ك, half-space, hamza, digits).',
    example: 'jalaseh search "سقف اعتبار -تمدید" --from 1404 --person کلامی',
    options: [
      ['--body B', 'دستگاه یا کارگروهی که در آن آمده است', 'a body that is named in it'],
      ['--person P', 'کسی که در آن آمده است', 'a person who is named in it'],
      [
        '--from D, --to D',
        'از تاریخ، تا تاریخ: ۱۴۰۵، ۱۴۰۵/۰۹ یا ۱۴۰۵/۰۹/۰۴',
        'from, to: 1405, 1405/09 or 1405/09/04',
      ],
      ['--kind k', 'نوع برگ، یا data برای پرونده~های کار', 'kind of paper, or data for working files'],
      ['--status S', 'وضعیت جلسه یا یکی از مصوبات آن', 'state of the meeting or of a resolution in it'],
      [
        '--sort rank|new',
        'مرتبط~ترین یا تازه~ترین نخست (rank مگر آن~که بیاید)',
        'best or newest first (rank unless said)',
      ],
      ['--limit N', 'چند سند (۲۰ مگر آن~که بیاید)', 'how many documents (20 unless said)'],
      ['--revisions', 'ویرایش~های پیشین را هم', 'earlier revisions, too'],
      json,
    ],
  },
  'follow-up': {
    usage: 'jalaseh follow-up list · set <id> · report · import <csv|xlsx> · export',
    fa: 'دفتر مصوبات همهٔ جلسه~ها: می~گوید هر مصوبه در چه حال است، خبر تازه را می~نویسد، برگ پیگیری، جدول و تقویم می~دهد.',
    en: 'The register of all meetings: says how each resolution stands, records news, gives the paper, tables, a calendar.',
    example: 'jalaseh follow-up set 9-1 --progress 60 --note "پیمانکار دوم آمد"',
    options: [
      ['--overdue', 'تنها آن~ها که مهلتشان گذشته است', 'only those past their deadline'],
      ['--due-within N', 'تنها آن~ها که تا N روز دیگر مهلت دارند', 'only those due in N days'],
      ['--body NAME', 'تنها مصوبات این دستگاه یا کارگروه', 'only those of this body'],
      [
        '--untouched-since D',
        'تنها آن~ها که از این روز (۱۴۰۵/۰۸/۰۱) خبری نیست',
        'only those unheard of since the day',
      ],
      ['--status S', 'تنها این وضعیت؛ با set وضعیت تازه', 'only this status; with set, the new one'],
      ['--progress N', 'با set: درصد پیشرفت', 'with set: progress in percent'],
      ['--deadline D', 'با set: مهلت تازه', 'with set: new deadline'],
      ['--note TEXT', 'با set: آنچه رخ داد', 'with set: what happened'],
      ['--evidence TEXT', 'با set: نامه یا سند آن', 'with set: the letter that shows it'],
      ['--dry-run', 'با import: می~سنجد و نمی~نویسد', 'with import: examines, and writes nothing'],
      [
        '--valid-only',
        'با import: تنها سطرهای درست را می~آورد',
        'with import: brings in the sound rows only',
      ],
      ['--format F', 'با export: csv، xlsx، json یا ics', 'with export: csv, xlsx, json or ics'],
      ['--out PATH', 'با export پرونده، با report پوشهٔ خروجی', 'file of export, folder of report'],
      json,
    ],
  },
  sign: {
    usage: 'jalaseh sign <pdf…> --key office.p12',
    fa: 'برگ را با کلید دستگاه امضا می~کند (PAdES)؛ هر تغییر پس از آن پیداست.',
    en: 'Signs papers with the key of the office (PAdES); any later change shows.',
    example: 'jalaseh sign out/export-1405-09/minutes.pdf --key office.p12 --timestamp https://tsa.example/',
    options: [
      [
        '--key FILE',
        'پروندهٔ کلید (PKCS#12)؛ رمز آن در متغیر JALASEH_PASSPHRASE',
        'key file (PKCS#12); its passphrase in JALASEH_PASSPHRASE',
      ],
      ['--passphrase-file FILE', 'یا پرونده~ای که رمز در آن است', 'or a file that holds the passphrase'],
      [
        '--timestamp URL',
        'مهر زمان هم از این مرجع می~گیرد (RFC 3161)',
        'adds a time-stamp of this authority (RFC 3161)',
      ],
      ['--reason TEXT', 'علت امضا', 'why it is signed'],
      ['--location TEXT', 'محل امضا', 'where it is signed'],
    ],
  },
  verify: {
    usage: 'jalaseh verify <pdf…>',
    fa: 'می~گوید برگ همان است که صادر شده، با مبدأ خود می~خواند و آنچه را ادعا می~کند دارد، یا چه در آن عوض شده است.',
    en: 'Says whether a paper is as it was issued, agrees with its source and holds what it claims, or what changed.',
    example: 'jalaseh verify out/export-1405-09/minutes.pdf',
    options: [
      [
        '--qr TEXT',
        'متن نشان QR روی برگ چاپی را هم با آن می~سنجد',
        'compares the text of a printed QR code, too',
      ],
      json,
    ],
  },
  extract: {
    usage: 'jalaseh extract <pdf>',
    fa: 'پروندهٔ مبدأ را، همان~گونه که بود، از درون برگ بیرون می~آورد.',
    en: 'Takes the meeting file out of a paper, byte for byte.',
    example: 'jalaseh extract out/export-1405-09/minutes.pdf --out export-1405-09.yaml',
    options: [
      ['--out FILE', 'نام پرونده (نام پیشین مگر آن~که بیاید)', 'name of the file (its old name unless said)'],
    ],
  },
  schema: {
    usage: 'jalaseh schema [meeting|settings|register]',
    fa: 'JSON Schema پروندهٔ جلسه، تنظیم~ها یا دفتر مصوبات را می~نویسد.',
    en: 'Prints the JSON Schema of meeting files, settings or the register.',
    example: 'jalaseh schema > meeting.schema.json',
    options: [],
  },
  doctor: {
    usage: 'jalaseh doctor',
    fa: 'می~گوید این دستگاه چه کم دارد و چگونه به دست می~آید.',
    en: 'Says what this machine lacks and how to get it.',
    example: 'jalaseh doctor',
    options: [],
  },
}

const words = {
  fa: {
    usage: 'کاربرد',
    example: 'نمونه',
    each: 'راهنمای هر دستور: jalaseh <verb> --help',
    lang: 'زبان پیام~ها',
    version: 'نسخه',
  },
  en: {
    usage: 'Usage',
    example: 'Example',
    each: 'For each command: jalaseh <verb> --help',
    lang: 'language of messages',
    version: 'version',
  },
}

/** Text for the terminal; `~` in the Persian above is a half-space. */
export function help(verb: string | undefined, language: Language): string {
  return withHalfSpaces(verb !== undefined && verb in verbs ? verbHelp(verb, language) : overview(language))
}

function verbHelp(verb: string, language: Language): string {
  const say = words[language]
  const { usage, example, options, ...text } = verbs[verb] as VerbHelp
  const width = Math.max(14, ...options.map(([name]) => name.length))
  const lines = options.map(([name, fa, en]) => `  ${name.padEnd(width)} ${language === 'fa' ? fa : en}`)
  return [text[language], '', `${say.usage}: ${usage}`, ...lines, '', `${say.example}: ${example}`].join('\n')
}

function overview(language: Language): string {
  const say = words[language]
  const list = Object.entries(verbs).map(([name, entry]) => `  ${name.padEnd(9)} ${entry[language]}`)
  const common = [`  --lang fa|en   ${say.lang}`, `  --version      ${say.version}`]
  return [`${say.usage}: jalaseh <verb>`, '', ...list, '', ...common, '', say.each].join('\n')
}
