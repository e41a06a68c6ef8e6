/** `jalaseh check`: the faults of files. */
import { defineVerb, jsonHelp, usage } from '../verb.ts'

export const verb = defineVerb({
  options: {
    json: { type: 'boolean' },
    proofread: { type: 'boolean' },
    fix: { type: 'boolean' },
    yes: { type: 'boolean' },
  },
  help: {
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
      jsonHelp,
    ],
  },
  async run({ json = false, proofread = false, fix = false, yes = false }, files, host) {
    if (files.length === 0) return usage('usage/argument', { verb: 'check' }, host)
    const { check } = await import('./check.ts')
    return check(files, { json, proofread: proofread || fix, fix, yes }, host)
  },
})
