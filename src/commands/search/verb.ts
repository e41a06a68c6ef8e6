/** `jalaseh search`: over the archive and the files of the workspace. */
import { defineVerb, jsonHelp } from '../verb.ts'

export const verb = defineVerb({
  options: {
    body: { type: 'string', multiple: true },
    person: { type: 'string', multiple: true },
    kind: { type: 'string', multiple: true },
    status: { type: 'string', multiple: true },
    from: { type: 'string' },
    to: { type: 'string' },
    sort: { type: 'string' },
    limit: { type: 'string' },
    revisions: { type: 'boolean' },
    json: { type: 'boolean' },
  },
  help: {
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
      jsonHelp,
    ],
  },
  async run(values, words, host) {
    const { search } = await import('./search.ts')
    const { body = [], person = [], kind = [], status = [], from, to, sort, limit } = values
    const { revisions = false, json = false } = values
    return search(words, { body, person, kind, status, from, to, sort, limit, revisions, json }, host)
  },
})
