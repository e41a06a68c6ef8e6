/** `jalaseh diff`: what is other between two editions. */
import { defineVerb, jsonHelp, usage } from '../verb.ts'

export const verb = defineVerb({
  options: { json: { type: 'boolean' }, paper: { type: 'boolean' }, out: { type: 'string' } },
  help: {
    usage: 'jalaseh diff <old> <new>',
    fa: 'می~گوید میان دو پرونده یا ویرایش چه چیزی در معنا عوض شده است: مصوبه~ها، رقم~ها، متن~ها، اشخاص و دستور جلسه.',
    en: 'Says what is other in meaning between two files or editions: resolutions, figures, words, people, agenda.',
    example: 'jalaseh diff export-1405-08.yaml export-1405-09.yaml',
    options: [
      ['--paper', 'برگ تغییرات را هم می~سازد', 'makes the paper of changes, too'],
      ['--out DIR', 'پوشهٔ خروجی (out مگر آن~که بیاید)', 'output folder (out unless said)'],
      jsonHelp,
    ],
  },
  async run({ json = false, paper = false, out = 'out' }, [older, newer, ...others], host) {
    if (older === undefined || newer === undefined || others.length > 0)
      return usage('usage/argument', { verb: 'diff' }, host)
    const { diff } = await import('./diff.ts')
    return diff([older, newer], { json, paper, out }, host)
  },
})
