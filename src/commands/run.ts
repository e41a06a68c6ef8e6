/** Arguments → the command they name. */
import { parseArgs } from 'node:util'
import type { Fault } from '../model/fault.ts'
import { MINUS } from '../persian/invisible.ts'
import type { Language } from '../report/wording.ts'
import type { ExitCode, Host } from './host.ts'
import { refusalOf } from './refusal.ts'
import { usage } from './verb.ts'
import type { Options } from './verb.ts'
import { loadVerb, loadVerbs } from './verbs.ts'

/** Options of every command. */
const common = {
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
  lang: { type: 'string' },
} as const

export async function run(argv: string[], given: Host): Promise<ExitCode> {
  const args = argv[0] === 'search' ? argv.map(leftOut) : argv
  const parsed = await parse(args)
  if (typeof parsed === 'string') return usage('usage/option', { option: parsed, verb: argv[0] ?? '' }, given)
  const { values, positionals } = parsed
  const [name, ...rest] = positionals
  const { lang = given.language } = values
  if (!isLanguage(lang)) return usage('usage/option', { option: '--lang', verb: name ?? '' }, given)
  const host = { ...given, language: lang }
  if (values.version) return version(host)
  if (values.help || name === undefined || name === 'help') {
    const { help } = await import('./help.ts')
    host.out(await help(name === 'help' ? rest[0] : name, host.language))
    return name === undefined && !values.help ? 2 : 0
  }
  const verb = await loadVerb(name)
  if (verb === undefined) return usage('usage/verb', { verb: name }, host)
  const strange = Object.keys(values).find((one) => !(one in common || one in verb.options))
  if (strange !== undefined) return usage('usage/option', { option: `--${strange}`, verb: name }, host)
  const { lang: _, ...own } = strict(args, verb.options).values
  try {
    return await verb.run(own, rest, host)
  } catch (error) {
    const refused = host.signal.aborted ? undefined : refusalOf(error)
    if (refused === undefined) throw error
    return tellRefusal(refused, 'json' in own, host)
  }
}

async function tellRefusal(refused: Fault, json: boolean, host: Host): Promise<ExitCode> {
  const { exitCode, tell, toJson } = await import('./host.ts')
  if (json) host.out(JSON.stringify({ faults: [toJson(refused, host.language)] }, null, 2))
  else tell(host, [refused], new Map())
  return exitCode([refused])
}

type Parsed = ReturnType<typeof strict>

/** The values, or the option that stands in the way. */
async function parse(args: string[]): Promise<Parsed | string> {
  const parsed = attempt(args, (await loadVerb(args[0]))?.options)
  if (typeof parsed !== 'string') return parsed
  // An option that stands before its verb, or is another verb's: all of them together tell.
  const verbs = await loadVerbs()
  return attempt(args, Object.assign({}, ...verbs.map(([, { options }]) => options)) as Options)
}

function attempt(args: string[], options: Options = {}): Parsed | string {
  try {
    return strict(args, options)
  } catch (error) {
    return /'([^']+)'/.exec((error as Error).message)?.[1] ?? (error as Error).message
  }
}

const strict = (args: string[], options: Options) =>
  parseArgs({ args, options: { ...options, ...common }, allowPositionals: true, strict: true })

const isLanguage = (word: unknown): word is Language => word === 'fa' || word === 'en'

/** «-تمدید» is a word that a search is to leave out, and no option: those are in Latin letters. */
const leftOut = (argument: string): string =>
  /^-\P{ASCII}/u.test(argument) ? `${MINUS}${argument.slice(1)}` : argument

async function version(host: Host): Promise<ExitCode> {
  const { readFile } = await import('node:fs/promises')
  const { packageRoot } = await import('../workspace/package-root.ts')
  const { version: number } = JSON.parse(await readFile(`${packageRoot}/package.json`, 'utf8')) as {
    version: string
  }
  host.out(number)
  return 0
}
