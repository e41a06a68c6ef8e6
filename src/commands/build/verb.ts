/** `jalaseh build`: the papers of meeting files. */
import { defineVerb, jsonHelp, usage } from '../verb.ts'

export const verb = defineVerb({
  options: {
    kind: { type: 'string', multiple: true },
    out: { type: 'string' },
    watch: { type: 'boolean' },
    html: { type: 'boolean' },
    archival: { type: 'boolean' },
    open: { type: 'boolean' },
    json: { type: 'boolean' },
  },
  help: {
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
      jsonHelp,
    ],
  },
  async run(values, files, host) {
    if (files.length === 0) return usage('usage/argument', { verb: 'build' }, host)
    const { build } = await import('./build.ts')
    const { kind = [], out = 'out', watch = false, html = false } = values
    const { archival = false, open = false, json = false } = values
    const kinds = kind.flatMap((list) => list.split(/[,،]/)).map((one) => one.trim())
    return build(files, { kinds, out, watch, html, archival, open, json }, host)
  },
})
