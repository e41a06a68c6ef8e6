/** `--help`: of the whole, and of each verb with an example. */
import { withHalfSpaces } from '../persian/fa.ts'
import type { Language } from '../report/wording.ts'
import type { VerbHelp } from './verb.ts'
import { loadVerb, loadVerbs } from './verbs.ts'

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

/** Text for the terminal: of the whole where there is no such verb. */
export async function help(name: string | undefined, language: Language): Promise<string> {
  const verb = await loadVerb(name)
  return withHalfSpaces(verb ? verbHelp(verb.help, language) : await overview(language))
}

function verbHelp({ usage, example, options, ...text }: VerbHelp, language: Language): string {
  const say = words[language]
  const width = Math.max(14, ...options.map(([name]) => name.length))
  const lines = options.map(([name, fa, en]) => `  ${name.padEnd(width)} ${language === 'fa' ? fa : en}`)
  return [text[language], '', `${say.usage}: ${usage}`, ...lines, '', `${say.example}: ${example}`].join('\n')
}

async function overview(language: Language): Promise<string> {
  const say = words[language]
  const list = (await loadVerbs()).map(([name, verb]) => `  ${name.padEnd(9)} ${verb.help[language]}`)
  const common = [`  --lang fa|en   ${say.lang}`, `  --version      ${say.version}`]
  return [`${say.usage}: jalaseh <verb>`, '', ...list, '', ...common, '', say.each].join('\n')
}
