/** `jalaseh pack`: one numbered PDF of papers and annexes, for the office or for each recipient. */
import { defineVerb, jsonHelp, listed, usage } from '../verb.ts'

export const verb = defineVerb({
  options: {
    for: { type: 'string', multiple: true },
    kind: { type: 'string', multiple: true },
    since: { type: 'string' },
    archival: { type: 'boolean' },
    fit: { type: 'boolean' },
    resume: { type: 'boolean' },
    out: { type: 'string' },
    open: { type: 'boolean' },
    json: { type: 'boolean' },
  },
  help: {
    usage: 'jalaseh pack <file>',
    fa: 'برگ~ها و پیوست~های جلسه را در یک PDF با یک شماره~گذاری می~گذارد؛ برای دستگاه، یا برای هر گیرنده آنچه اجازهٔ دیدنش را دارد.',
    en: 'Puts papers and annexes into one PDF with one numbering: for the office, or for each recipient what he may see.',
    example: 'jalaseh pack data/export-working-group.yaml --for all',
    options: [
      [
        '--for X[,X]',
        'گیرندگان: all (همهٔ توزیع)، گروهی از دفتر نشانی، یا نام و شناسهٔ یک شخص',
        'recipients: all of the distribution, a group of the address book, or one person by id or name',
      ],
      [
        '--kind k[,k]',
        'برگ~های بسته (اگر نیاید، به اقتضای وضعیت جلسه)',
        'papers in the pack (what the state calls for unless said)',
      ],
      [
        '--since N',
        'متمم: تنها آنچه پس از ویرایش N تغییر کرده یا رسیده است',
        'a supplement: only what changed or came after edition N',
      ],
      [
        '--archival',
        'پروندهٔ بایگانی را هم می~سازد: PDF/A-3a با اصل پیوست~ها در آن',
        'makes the archive file, too: PDF/A-3a with the annexes inside as they are',
      ],
      ['--fit', 'صفحه~های پیوست را در آ۴ جا می~دهد', 'fits the pages of annexes to A4'],
      [
        '--resume',
        'کار ناتمام را با همان خواسته~ها دنبال می~کند',
        'goes on with a run that was interrupted, as it was asked for',
      ],
      ['--out DIR', 'پوشهٔ خروجی (out مگر آن~که بیاید)', 'output folder (out unless said)'],
      ['--open', 'بسته~ها را باز می~کند', 'opens the packs'],
      jsonHelp,
    ],
  },
  async run(values, files, host) {
    const [file, ...more] = files
    if (file === undefined || more.length > 0) return usage('usage/argument', { verb: 'pack' }, host)
    const { since } = values
    if (since !== undefined && !/^[0-9۰-۹]{1,3}$/.test(since))
      return usage('usage/option', { option: '--since', verb: 'pack' }, host)
    // A supplement is no paper of the meeting that an archive would keep.
    if (since !== undefined && values.archival)
      return usage('usage/option', { option: '--since --archival', verb: 'pack' }, host)
    const { pack } = await import('./pack.ts')
    const { for: wanted = [], kind = [], out = 'out', ...flags } = values
    return pack(file, { ...flags, for: listed(wanted), kinds: listed(kind), out }, host)
  },
})
