/** `jalaseh mail`: each recipient's own pack by mail, once and only once. Each action has a file of its name. */
import { defineVerb, jsonHelp, listed, usage } from '../verb.ts'

export const verb = defineVerb({
  options: {
    for: { type: 'string', multiple: true },
    kind: { type: 'string', multiple: true },
    since: { type: 'string' },
    within: { type: 'string' },
    fit: { type: 'boolean' },
    send: { type: 'boolean' },
    'dry-run': { type: 'boolean' },
    yes: { type: 'boolean' },
    out: { type: 'string' },
    json: { type: 'boolean' },
  },
  help: {
    usage:
      'jalaseh mail <file> · remind · send · status [<file>] · resolve <id> sent|again|drop · bounces <folder>',
    fa: 'بستهٔ هر گیرنده را رایانامه می~کند؛ بی --send تنها می~نویسد. دفتر ارسال می~داند چه به که رفته است و چیزی را دو بار نمی~فرستد.',
    en: "Writes each recipient's pack as mail; with --send it leaves. The ledger knows what went to whom, and nothing goes twice.",
    example: 'jalaseh mail data/export-working-group.yaml --dry-run',
    options: [
      [
        'remind',
        'یادآوری مصوبه~های سررسید، به هر کس یک نامه',
        'reminds of resolutions that are due, one letter to each person',
      ],
      ['send', 'آنچه در صف مانده است می~رود', 'what waits in the ledger leaves'],
      ['status', 'چه به که رفته است، با شناسهٔ هر ارسال', 'what went to whom, with the id of each delivery'],
      [
        'resolve',
        'تکلیف ارسال نامعلوم: رسیده، از نو، یا هیچ',
        'decides on one in doubt: it arrived, send again, or leave it',
      ],
      [
        'bounces',
        'گزارش~های برگشتی کارساز را از پوشه~ای eml می~خواند',
        'enters reports of servers from a folder of .eml files',
      ],
      [
        '--for X[,X]',
        'گیرندگان، مانند pack (اگر نیاید، همهٔ توزیع)',
        'recipients, as for pack (all of the distribution unless said)',
      ],
      ['--kind k[,k]', 'برگ~های بسته', 'papers in the pack'],
      ['--since N', 'متمم ویرایش N را می~فرستد', 'sends the supplement to edition N'],
      ['--within N', 'با remind: مهلت~های تا N روز دیگر (۷)', 'with remind: due within N days (7)'],
      ['--fit', 'صفحه~های پیوست را در آ۴ جا می~دهد', 'fits the pages of annexes to A4'],
      ['--dry-run', 'تنها نشان می~دهد چه به که می~رود', 'only shows who gets what'],
      ['--send', 'پس از پرسش می~فرستد', 'sends, after a question'],
      ['--yes', 'بی پرسش', 'without the question'],
      ['--out DIR', 'پوشهٔ خروجی (out مگر آن~که بیاید)', 'output folder (out unless said)'],
      jsonHelp,
    ],
  },
  async run(values, words, host) {
    const [action, ...rest] = words
    const wrong = (): ReturnType<typeof usage> => usage('usage/argument', { verb: 'mail' }, host)
    const { since, within } = values
    for (const [option, typed] of Object.entries({ '--since': since, '--within': within }))
      if (typed !== undefined && !/^[0-9۰-۹]{1,3}$/.test(typed))
        return usage('usage/option', { option, verb: 'mail' }, host)
    const { for: wanted = [], kind = [], out = 'out', ...flags } = values
    const options = { ...flags, for: listed(wanted), kinds: listed(kind), out }
    switch (action) {
      case undefined:
        return wrong()
      case 'status': {
        if (rest.length > 1) return wrong()
        const { status } = await import('./status.ts')
        return status(rest[0], options, host)
      }
      case 'send': {
        if (rest.length > 0) return wrong()
        const { sendQueued } = await import('./send-queued.ts')
        return sendQueued(options, host)
      }
      case 'remind': {
        if (rest.length > 0) return wrong()
        const { remind } = await import('./remind.ts')
        return remind(options, host)
      }
      case 'resolve': {
        const [id, how, ...more] = rest
        if (id === undefined || !(how === 'sent' || how === 'again' || how === 'drop') || more.length > 0)
          return wrong()
        const { resolve } = await import('./resolve.ts')
        return resolve(id, how, options, host)
      }
      case 'bounces': {
        const [folder, ...more] = rest
        if (folder === undefined || more.length > 0) return wrong()
        const { bounces } = await import('./bounces.ts')
        return bounces(folder, options, host)
      }
      default: {
        if (rest.length > 0) return wrong()
        const { mail } = await import('./mail.ts')
        return mail(action, options, host)
      }
    }
  },
})
