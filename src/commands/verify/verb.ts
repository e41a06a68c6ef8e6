/** `jalaseh verify`: whether papers are as they were issued. */
import { defineVerb, jsonHelp, usage } from '../verb.ts'

export const verb = defineVerb({
  options: { qr: { type: 'string' }, json: { type: 'boolean' } },
  help: {
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
      jsonHelp,
    ],
  },
  async run({ qr, json = false }, files, host) {
    if (files.length === 0) return usage('usage/argument', { verb: 'verify' }, host)
    const { verify } = await import('./verify.ts')
    return verify(files, { json, mark: qr }, host)
  },
})
