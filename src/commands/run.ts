/** Arguments → the command they name. Every command is loaded only when it is called. */
import { parseArgs } from 'node:util'
import { fault } from '../model/fault.ts'
import { MINUS } from '../persian/invisible.ts'
import type { Language } from '../report/wording.ts'
import type { ExitCode, Host } from './host.ts'

const options = {
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
  lang: { type: 'string' },
  json: { type: 'boolean' },
  kind: { type: 'string', multiple: true },
  out: { type: 'string' },
  watch: { type: 'boolean' },
  html: { type: 'boolean' },
  open: { type: 'boolean' },
  archival: { type: 'boolean' },
  keys: { type: 'string' },
  override: { type: 'string', multiple: true },
  proofread: { type: 'boolean' },
  fix: { type: 'boolean' },
  yes: { type: 'boolean' },
  key: { type: 'string' },
  'passphrase-file': { type: 'string' },
  timestamp: { type: 'string' },
  reason: { type: 'string' },
  location: { type: 'string' },
  qr: { type: 'string' },
  paper: { type: 'boolean' },
  from: { type: 'string' },
  to: { type: 'string' },
  revision: { type: 'string' },
  bag: { type: 'boolean' },
  public: { type: 'string' },
  again: { type: 'boolean' },
  body: { type: 'string', multiple: true },
  person: { type: 'string', multiple: true },
  status: { type: 'string', multiple: true },
  sort: { type: 'string' },
  limit: { type: 'string' },
  revisions: { type: 'boolean' },
  overdue: { type: 'boolean' },
  'due-within': { type: 'string' },
  'untouched-since': { type: 'string' },
  progress: { type: 'string' },
  note: { type: 'string' },
  deadline: { type: 'string' },
  evidence: { type: 'string' },
  'dry-run': { type: 'boolean' },
  'valid-only': { type: 'boolean' },
  format: { type: 'string' },
} as const

/** Options each verb takes besides --help and --lang. */
const allowed: Record<string, readonly (keyof typeof options)[]> = {
  new: ['keys', 'override', 'from'],
  check: ['json', 'proofread', 'fix', 'yes'],
  build: ['kind', 'out', 'watch', 'html', 'archival', 'open', 'json'],
  diff: ['json', 'paper', 'out'],
  archive: [
    ...(['json', 'kind', 'revision', 'from', 'to', 'bag', 'out'] as const),
    ...(['key', 'passphrase-file', 'public', 'again'] as const),
  ],
  search: ['body', 'person', 'kind', 'status', 'from', 'to', 'sort', 'limit', 'revisions', 'json'],
  'follow-up': [
    ...([
      'overdue',
      'due-within',
      'body',
      'untouched-since',
      'status',
      'progress',
      'note',
      'deadline',
    ] as const),
    ...(['evidence', 'dry-run', 'valid-only', 'format', 'out', 'open', 'json'] as const),
  ],
  sign: ['key', 'passphrase-file', 'timestamp', 'reason', 'location'],
  verify: ['qr', 'json'],
  extract: ['out'],
  schema: [],
  doctor: [],
}
const always = ['help', 'version', 'lang']

export async function run(argv: string[], given: Host): Promise<ExitCode> {
  const parsed = parse(argv[0] === 'search' ? argv.map(leftOut) : argv)
  if (typeof parsed === 'string') return usage('usage/option', { option: parsed, verb: argv[0] ?? '' }, given)
  const { values, positionals } = parsed
  const [verb, ...rest] = positionals
  const { lang = given.language, keys = 'fa' } = values
  if (!isLanguage(lang)) return usage('usage/option', { option: '--lang', verb: verb ?? '' }, given)
  const host = { ...given, language: lang }
  if (values.version) return version(host)
  if (values.help || verb === undefined || verb === 'help') {
    const { help } = await import('./help.ts')
    host.out(help(verb === 'help' ? rest[0] : verb, host.language))
    return verb === undefined && !values.help ? 2 : 0
  }
  const takes = allowed[verb]
  if (takes === undefined) return usage('usage/verb', { verb }, host)
  const strange = Object.keys(values).find((name) => ![...always, ...takes].includes(name))
  if (strange !== undefined) return usage('usage/option', { option: `--${strange}`, verb }, host)
  if (!isLanguage(keys)) return usage('usage/option', { option: '--keys', verb }, host)

  switch (verb) {
    case 'new': {
      if (rest[0] === 'theme') {
        const { newTheme } = await import('./new/theme.ts')
        return newTheme(values.override ?? [], host)
      }
      if (values.override) return usage('usage/option', { option: '--override', verb }, host)
      if (rest[0] === 'minutes') {
        if (values.from === undefined) return usage('usage/option', { option: '--from', verb }, host)
        const { newMinutes } = await import('./new/minutes.ts')
        return newMinutes(values.from, rest[1], host)
      }
      if (values.from !== undefined) return usage('usage/option', { option: '--from', verb }, host)
      const { newMeeting, newWorkspace } = await import('./new/new.ts')
      if (rest[0] !== 'meeting') return newWorkspace(rest[0] ?? '.', keys, host)
      return rest[1] === undefined ? usage('usage/argument', { verb }, host) : newMeeting(rest[1], keys, host)
    }
    case 'check': {
      if (rest.length === 0) return usage('usage/argument', { verb }, host)
      const { check } = await import('./check/check.ts')
      const { json = false, proofread = false, fix = false, yes = false } = values
      return check(rest, { json, proofread: proofread || fix, fix, yes }, host)
    }
    case 'build': {
      if (rest.length === 0) return usage('usage/argument', { verb }, host)
      const { build } = await import('./build/build.ts')
      const {
        watch = false,
        html = false,
        archival = false,
        open = false,
        json = false,
        out = 'out',
      } = values
      const kinds = (values.kind ?? []).flatMap((list) => list.split(/[,،]/)).map((kind) => kind.trim())
      return build(rest, { kinds, out, watch, html, archival, open, json }, host)
    }
    case 'diff': {
      const [older, newer, ...others] = rest
      if (older === undefined || newer === undefined || others.length > 0)
        return usage('usage/argument', { verb }, host)
      const { diff } = await import('./diff/diff.ts')
      const { json = false, paper = false, out = 'out' } = values
      return diff([older, newer], { json, paper, out }, host)
    }
    case 'archive': {
      const { archive } = await import('./archive/archive.ts')
      const { json = false, bag = false, again = false, kind, revision, from, to, out, key } = values
      const files = { key, passphraseFile: values['passphrase-file'], public: values.public }
      const all = { json, bag, again, kind: kind?.at(-1), revision, from, to, out, ...files }
      return archive(rest, all, host)
    }
    case 'search': {
      const { search } = await import('./search/search.ts')
      const { body = [], person = [], kind = [], status = [], from, to, sort, limit } = values
      const { revisions = false, json = false } = values
      return search(rest, { body, person, kind, status, from, to, sort, limit, revisions, json }, host)
    }
    case 'follow-up': {
      const { followUp } = await import('./follow-up/follow-up.ts')
      const { lang: _, help: __, version: ___, body, status, kind: ____, ...others } = values
      return followUp(rest, { ...others, ...last('body', body), ...last('status', status) }, host)
    }
    case 'sign': {
      if (rest.length === 0) return usage('usage/argument', { verb }, host)
      const { key, timestamp, reason, location, 'passphrase-file': passphraseFile } = values
      if (key === undefined) return usage('usage/option', { option: '--key', verb }, host)
      const { authorityAddress } = await import('./sign/timestamp-authority.ts')
      const authority = timestamp === undefined ? undefined : authorityAddress(timestamp)
      if (timestamp !== undefined && authority === undefined)
        return usage('usage/option', { option: '--timestamp', verb }, host)
      const { signFiles } = await import('./sign/sign.ts')
      return signFiles(rest, { key, passphraseFile, reason, location, authority }, host)
    }
    case 'verify': {
      if (rest.length === 0) return usage('usage/argument', { verb }, host)
      const { verify } = await import('./verify/verify.ts')
      return verify(rest, { json: values.json ?? false, mark: values.qr }, host)
    }
    case 'extract': {
      const [path, ...others] = rest
      if (path === undefined || others.length > 0) return usage('usage/argument', { verb }, host)
      const { extract } = await import('./extract/extract.ts')
      return extract(path, values.out, host)
    }
    case 'schema': {
      const name = rest[0] ?? 'meeting'
      const { isSchemaName, schemaText } = await import('./schema-text.ts')
      if (!isSchemaName(name)) return usage('usage/option', { option: name, verb }, host)
      host.out(schemaText(name).trimEnd())
      return 0
    }
    default: {
      const { doctor } = await import('./doctor/doctor.ts')
      return doctor(host)
    }
  }
}

/** Of an option that other commands take several times, the last. */
const last = (name: string, given: string[] | undefined): Record<string, string | undefined> =>
  given === undefined ? {} : { [name]: given.at(-1) }

const isLanguage = (word: string): word is Language => word === 'fa' || word === 'en'

/** «-تمدید» is a word that a search is to leave out, and no option: those are in Latin letters. */
const leftOut = (argument: string): string =>
  /^-\P{ASCII}/u.test(argument) ? `${MINUS}${argument.slice(1)}` : argument

/** The values, or the option that stands in the way. */
function parse(argv: string[]): ReturnType<typeof strict> | string {
  try {
    return strict(argv)
  } catch (error) {
    return /'([^']+)'/.exec((error as Error).message)?.[1] ?? (error as Error).message
  }
}

const strict = (args: string[]) => parseArgs({ args, options, allowPositionals: true, strict: true })

async function usage(code: string, values: Record<string, string>, host: Host): Promise<ExitCode> {
  const { tell } = await import('./host.ts')
  tell(host, [fault(code, undefined, values)], new Map())
  return 2
}

async function version(host: Host): Promise<ExitCode> {
  const { readFile } = await import('node:fs/promises')
  const { packageRoot } = await import('../workspace/package-root.ts')
  const { version: number } = JSON.parse(await readFile(`${packageRoot}/package.json`, 'utf8')) as {
    version: string
  }
  host.out(number)
  return 0
}
