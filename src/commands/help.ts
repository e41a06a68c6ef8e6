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
    usage: 'jalaseh new [dir] · jalaseh new meeting <slug> · jalaseh new theme',
    fa: 'پوشهٔ کار یا پروندهٔ جلسهٔ تازه می~سازد که همان~گونه که هست برگ می~دهد، یا ظاهری را برای دستگاه می~آغازد.',
    en: 'Makes a workspace or a meeting file that builds as it is, or begins a look for the office.',
    example: 'jalaseh new meeting export-1405-09',
    options: [
      keys,
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
    usage: 'jalaseh schema [meeting|settings]',
    fa: 'JSON Schema پروندهٔ جلسه یا تنظیم~ها را می~نویسد.',
    en: 'Prints the JSON Schema of meeting files or settings.',
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
  const list = Object.entries(verbs).map(([name, entry]) => `  ${name.padEnd(8)} ${entry[language]}`)
  const common = [`  --lang fa|en   ${say.lang}`, `  --version      ${say.version}`]
  return [`${say.usage}: jalaseh <verb>`, '', ...list, '', ...common, '', say.each].join('\n')
}
