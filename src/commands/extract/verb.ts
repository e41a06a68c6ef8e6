/** `jalaseh extract`: the meeting file inside a paper. */
import { defineVerb, usage } from '../verb.ts'

export const verb = defineVerb({
  options: { out: { type: 'string' } },
  help: {
    usage: 'jalaseh extract <pdf>',
    fa: 'پروندهٔ مبدأ را، همان~گونه که بود، از درون برگ بیرون می~آورد.',
    en: 'Takes the meeting file out of a paper, byte for byte.',
    example: 'jalaseh extract out/export-1405-09/minutes.pdf --out export-1405-09.yaml',
    options: [
      ['--out FILE', 'نام پرونده (نام پیشین مگر آن~که بیاید)', 'name of the file (its old name unless said)'],
    ],
  },
  async run({ out }, [file, ...others], host) {
    if (file === undefined || others.length > 0) return usage('usage/argument', { verb: 'extract' }, host)
    const { extract } = await import('./extract.ts')
    return extract(file, out, host)
  },
})
