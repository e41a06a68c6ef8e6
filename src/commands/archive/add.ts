/** `jalaseh archive add <file…>`: final papers, built, finished and stored for good. */
import { readFile } from 'node:fs/promises'
import { basename, dirname, extname, resolve } from 'node:path'
import { readChainText } from '../../archive/chain.ts'
import { ArchiveFailure, failingAt } from '../../archive/failure.ts'
import { recordOf, sourceFiles, store } from '../../archive/store.ts'
import type { NamedFile, Paper, Stored } from '../../archive/store.ts'
import { succession } from '../../archive/succession.ts'
import { warning } from '../../model/fault.ts'
import type { Fault } from '../../model/fault.ts'
import type { Meeting } from '../../model/meeting.ts'
import { safeName } from '../../paper/file-name.ts'
import { finishPaper } from '../finish-paper.ts'
import { disk } from '../../workspace/disk.ts'
import { faultsOfLooks } from '../../workspace/look-of.ts'
import type { ArchiveOptions } from './archive.ts'
import { archiveOfFile, shownIn } from './archive.ts'
import { archivable } from './archivable.ts'
import type { Archivable } from './archivable.ts'
import { exitCode, isError, tell, toJson } from '../host.ts'
import type { ExitCode, Host } from '../host.ts'
import { prepare } from '../prepare.ts'
import { openPress } from '../press.ts'
import type { Press } from '../press.ts'
import { withoutReminders } from '../reminders.ts'

interface Result extends Stored {
  file: string
  /** Of the revision's folder, from the current one. */
  path: string
}

/** One after the other: each paper shows the head of the chain that the one before it has made. */
export async function addPapers(files: string[], options: ArchiveOptions, host: Host): Promise<ExitCode> {
  await using press = openPress(host.signal)
  const results: Result[] = []
  const faults: Fault[] = []
  const sources = new Map<string, string>()
  for (const file of files) {
    const { result, faults: found } = await add(file, options, host, press, sources)
    if (result !== undefined) results.push(result)
    faults.push(...found)
  }
  if (options.json) {
    const papers = results.map(({ file, path, added, line: { seq, hash } }) => ({
      file,
      path,
      added,
      seq,
      hash,
    }))
    const list = faults.map((one) => toJson(one, host.language))
    host.out(JSON.stringify({ papers, faults: list }, null, 2))
  } else {
    tell(host, withoutReminders(faults), sources)
    for (const { path } of results) host.out(path)
  }
  return exitCode(faults)
}

async function add(
  file: string,
  { kind = 'minutes', revision: reason }: ArchiveOptions,
  host: Host,
  press: Press,
  sources: Map<string, string>,
): Promise<{ result?: Result; faults: Fault[] }> {
  const prepared = await prepare(file, host)
  for (const [name, text] of [...prepared.look.sources, ...prepared.sources]) sources.set(name, text)
  const before = [...faultsOfLooks([prepared.look]), ...prepared.faults]
  if (before.some(isError) || prepared.ready === undefined) return { faults: before }
  const given = archivable(prepared, kind)
  if ('refused' in given) return { faults: given.refused }
  const archive = archiveOfFile(file, host.cwd)
  try {
    const stored = await print(given, { archive, file, reason }, host, press, prepared.sources)
    if (Array.isArray(stored)) return { faults: [...before, ...stored] }
    const path = shownIn(archive, stored.line.path, host)
    const told = stored.added ? [] : [warning('archive/same', undefined, { file, path })]
    return { result: { ...stored, file, path }, faults: [...before, ...told] }
  } catch (error) {
    if (error instanceof ArchiveFailure) return { faults: [...before, error.fault] }
    throw error
  }
}

/** Asks the archive before anything is printed, and again when it is to be stored: another process may have been faster. */
async function print(
  { paper, prepared: { look, name }, ready }: Archivable,
  { archive, file, reason }: { archive: string; file: string; reason: string | undefined },
  host: Host,
  press: Press,
  sources: ReadonlyMap<string, string>,
): Promise<Stored | Fault[]> {
  const path = resolve(host.cwd, file)
  const { briefing, house, fonts } = ready
  const { title, body, session, date } = briefing.meeting.meeting
  if (date === undefined) throw new Error('a paper without open facts has a date')
  const id = basename(path, extname(path)).normalize('NFC')
  const [source, annexes] = await failingAt(path, () =>
    Promise.all([readFile(path), filesBeside(dirname(path), briefing.meeting)]),
  )
  const about = { id, kind: paper.kind, title, body, session, date, class: briefing.class, source, annexes }
  const candidate = { ...about, files: sourceFiles(about).map(recordOf) }
  const chain = await failingAt(archive, () => readChainText(archive))
  const place = await succession(archive, chain, candidate, reason)
  if ('code' in place) return [place]
  if ('same' in place) return { added: false, line: place.same }
  const own = { ...look.look, fonts: { ...look.look.fonts, ...fonts } }
  const { archived } = house
  const told = { ...house, archived: archived && { ...archived, replaces: place.replaces } }
  const origin = { name: basename(path), text: sources.get(name) ?? '' }
  const copy = { paper, briefing, house: told, look: own, source: origin }
  const [finished] = await press.run([(printer) => finishPaper(copy, printer)])
  if (finished === undefined || 'fault' in finished) return finished === undefined ? [] : [finished.fault]
  const whole: Paper = { ...about, pdf: finished.pdf }
  const stored = await store(archive, whole, {
    disk,
    now: host.now,
    reason,
    revision: place.revision,
    signal: host.signal,
  })
  return 'code' in stored ? [stored] : stored
}

/** Annexes, and what shows that resolutions were carried out; numbered as in the file, for two may have one name. */
async function filesBeside(base: string, { annexes = [], followups = [] }: Meeting): Promise<NamedFile[]> {
  const named = {
    annexes: annexes.map(({ file }) => file),
    evidence: followups.flatMap(({ files = [] }) => files),
  }
  const all = Object.entries(named).flatMap(([folder, paths]) =>
    paths.map(async (text, index): Promise<NamedFile> => {
      const path = resolve(base, text.replaceAll('\\', '/'))
      const [ending = ''] = /\.[a-z0-9]{1,8}$/i.exec(path) ?? []
      const name = `${index + 1}-${safeName(basename(path, ending))}${ending.toLowerCase()}`
      return { path: `${folder}/${name}`, bytes: await readFile(path) }
    }),
  )
  return Promise.all(all)
}
