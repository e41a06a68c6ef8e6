/** `jalaseh archive show <id>`: the revisions of a paper, what each replaces, and the files of each. */
import { shortHash } from '../../archive/chain.ts'
import { readEntries } from '../../archive/entries.ts'
import type { Entry } from '../../archive/entries.ts'
import { healIfIdle } from '../../archive/heal.ts'
import { fault } from '../../model/fault.ts'
import { classes } from '../../model/choices.ts'
import type { Class } from '../../model/choices.ts'
import { todayInTehran } from '../../persian/calendar.ts'
import { formatDate } from '../../persian/date-format.ts'
import { toLatinDigits, toPersianDigits } from '../../persian/digits.ts'
import { withHalfSpaces } from '../../persian/fa.ts'
import type { Language } from '../../report/wording.ts'
import { disk } from '../../workspace/disk.ts'
import type { ArchiveOptions } from './archive.ts'
import { shownIn } from './archive.ts'
import { tell } from '../host.ts'
import type { ExitCode, Host } from '../host.ts'

const words = {
  fa: {
    revision: 'نسخهٔ',
    replaced: 'جایگزین شده است',
    replaces: 'جایگزین نسخهٔ',
    reason: 'دلیل',
    kind: 'نوع',
    title: 'عنوان',
    body: 'دستگاه',
    session: 'جلسهٔ',
    date: 'تاریخ',
    class: 'طبقه~بندی',
    issued: 'بایگانی در',
    chain: 'ردیف زنجیره',
    bytes: 'بایت',
  },
  en: {
    revision: 'revision',
    replaced: 'replaced since',
    replaces: 'replaces revision',
    reason: 'reason',
    kind: 'kind',
    title: 'title',
    body: 'body',
    session: 'session',
    date: 'date',
    class: 'class',
    issued: 'archived on',
    chain: 'line of the chain',
    bytes: 'bytes',
  },
}

/** @param name an id, or an id with a revision, `m.r2` */
export async function showEntry(
  folder: string,
  name: string,
  { json }: ArchiveOptions,
  host: Host,
): Promise<ExitCode> {
  await healIfIdle(folder, disk)
  const wanted = name.normalize('NFC')
  const entries = (await readEntries(folder)).filter(
    ({ id, revision }) => id === wanted || `${id}.r${revision}` === wanted,
  )
  if (entries.length === 0) {
    tell(host, [fault('archive/unknown', undefined, { id: name })], new Map())
    return 1
  }
  if (json) {
    const revisions = entries.map(({ manifest, manifestHash, latest, line }) => ({
      ...manifest,
      manifest: manifestHash,
      latest,
      path: line.path,
      seq: line.seq,
    }))
    host.out(JSON.stringify({ revisions }, null, 2))
    return 0
  }
  for (const entry of entries) for (const line of linesOf(entry, folder, host)) host.out(line)
  return 0
}

function linesOf({ manifest, line, latest, revision }: Entry, folder: string, host: Host): string[] {
  const say = words[host.language]
  const { replaces, files, title, body, session, date, kind } = manifest
  const of = ([name, value]: [keyof typeof say, string | undefined]): string[] =>
    value === undefined ? [] : [`  ${say[name]}: ${digits(value, host.language)}`]
  const facts: [keyof typeof say, string | undefined][] = [
    ['kind', kind],
    ['title', title],
    ['body', body],
    ['session', session === undefined ? undefined : String(session)],
    ['date', date],
    ['class', host.language === 'fa' ? classes[manifest.class as Class] : manifest.class],
    ['issued', formatDate(todayInTehran(new Date(manifest.issued)), 'numeric')],
    ['replaces', replaces && String(replaces.revision)],
    ['reason', replaces?.reason],
  ]
  const state = latest ? '' : ` (${say.replaced})`
  return [
    `${shownIn(folder, line.path, host)}: ${say.revision} ${digits(String(revision), host.language)}${state}`,
    ...facts.flatMap(of),
    `  ${say.chain}: ${digits(String(line.seq), host.language)} · ${shortHash(line.hash)}`,
    ...files.map(
      ({ path, size, sha256 }) =>
        `  ${path}: ${digits(String(size), host.language)} ${say.bytes} · ${shortHash(sha256)}`,
    ),
  ].map(withHalfSpaces)
}

const digits = (text: string, language: Language): string =>
  language === 'fa' ? toPersianDigits(text) : toLatinDigits(text)
