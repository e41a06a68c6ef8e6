/** `jalaseh archive`: papers kept for good. Each action has a file of its name. */
import { defineVerb, jsonHelp } from '../verb.ts'

export const verb = defineVerb({
  options: {
    json: { type: 'boolean' },
    kind: { type: 'string' },
    revision: { type: 'string' },
    from: { type: 'string' },
    to: { type: 'string' },
    bag: { type: 'boolean' },
    out: { type: 'string' },
    key: { type: 'string' },
    'passphrase-file': { type: 'string' },
    public: { type: 'string' },
    again: { type: 'boolean' },
  },
  help: {
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
      jsonHelp,
    ],
  },
  async run(values, words, host) {
    const { archive } = await import('./archive.ts')
    const { json = false, bag = false, again = false, 'passphrase-file': passphraseFile } = values
    const { kind, revision, from, to, out, key, public: ofKey } = values
    const texts = { kind, revision, from, to, out, key, passphraseFile, public: ofKey }
    return archive(words, { json, bag, again, ...texts }, host)
  },
})
