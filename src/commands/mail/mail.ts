/** `jalaseh mail <file>`: packs are made, letters composed and checked; with --send they are queued all at once, and leave. */
import { basename, join } from 'node:path'
import { LedgerFailure } from '../../ledger/ledger.ts'
import { fault, warning } from '../../model/fault.ts'
import type { Fault } from '../../model/fault.ts'
import { toLatinDigits } from '../../persian/digits.ts'
import { TemplateFailure, templateFault } from '../../pipeline.ts'
import { readWorkspace } from '../../workspace/read-workspace.ts'
import { staleCopies } from '../../workspace/stale-copies.ts'
import { WriteFailure } from '../../workspace/write.ts'
import { exitCode, isError } from '../host.ts'
import type { ExitCode, Host } from '../host.ts'
import { makePacks } from '../packing/make-packs.ts'
import { folderOf } from '../packing/manifest.ts'
import { isAll } from '../packing/targets.ts'
import { papersFolder, prepare } from '../prepare.ts'
import { largeOf, lettersOf } from './letters.ts'
import type { Letter } from './letters.ts'
import type { MailOptions } from './options.ts'
import { tellLetters } from './report.ts'
import type { Outcome } from './report.ts'
import { leavingNow, sendLetters } from './send-letters.ts'
import { senderOf } from './sender.ts'
import { makeSummaries } from './summaries.ts'
import { faultsOfTransport } from './transport.ts'
import { sendQuestion } from './words.ts'
import { approvals, writeLetters } from './write-letters.ts'

export async function mail(file: string, options: MailOptions, host: Host): Promise<ExitCode> {
  const prepared = await prepare(file, host)
  const workspace = await readWorkspace(file, host.cwd)
  const since = options.since === undefined ? '' : folderOf(Number(toLatinDigits(options.since)))
  const folder = join(papersFolder(options.out, prepared.slug, host), 'mail', since)
  const outcome: Outcome = { folder, letters: [], written: [], faults: [], sources: workspace.sources }
  const ended = (...more: Fault[]): ExitCode => {
    outcome.faults.push(...more)
    tellLetters(outcome, options, host)
    return exitCode(outcome.faults)
  }
  const { sender, faults: unset } = senderOf(workspace.settings, workspace.spans)
  // What is wrong in the settings may be why mail has none.
  if (sender === undefined) return ended(...(workspace.faults.some(isError) ? workspace.faults : unset))
  if (options.send && sender.deliver === 'draft')
    return ended(fault('mail/draft-only', workspace.spans.get('mail'), {}))
  const wanted = options.for.length > 0 ? options.for : ['all']
  const run = await makePacks(prepared, { ...options, for: wanted }, host)
  outcome.sources = new Map([...workspace.sources, ...run.sources])
  outcome.faults.push(...run.faults)
  if (run.faults.some(isError)) return ended()
  const known = await approvals(folder)
  const large = options['dry-run'] ? [] : largeOf(run, sender)
  const summaries = await makeSummaries(large, run, folder, host)
  const approved = (id: string): Date => known.get(id) ?? host.now
  try {
    const { letters, faults } = lettersOf(run, prepared.slug, sender, approved, summaries)
    outcome.letters = letters
    outcome.faults.push(...faults)
    const leaving = letters.filter(({ message }) => message !== undefined)
    if (leaving.length === 0) outcome.faults.push(warning('mail/nobody', undefined, {}))
    if (options['dry-run'] || faults.some(isError)) return ended()
    outcome.written = await writeLetters(folder, leaving, host.signal)
    if (wanted.some(isAll)) outcome.faults.push(...(await staleFault(folder, leaving)))
    if (!options.send || leaving.length === 0) return ended()
    const unready = await faultsOfTransport(sender, workspace.folder)
    if (unready.length > 0) return ended(...unready)
    const desk = { sender, workspace: workspace.folder, folder, meeting: prepared.slug, edition: run.edition }
    const count = await leavingNow(leaving, desk, host)
    const asks = count > 0 && !options.yes
    if (asks && !(await host.confirm(sendQuestion(count, sender.deliver, host.language))))
      return ended(fault('mail/not-confirmed', undefined, {}))
    outcome.sent = await sendLetters(outcome.written, leaving, desk, host)
    return ended(...outcome.sent.faults)
  } catch (error) {
    if (error instanceof WriteFailure || error instanceof LedgerFailure) return ended(error.fault)
    if (error instanceof TemplateFailure) return ended(templateFault(error, run.look))
    throw error
  }
}

/** Letters of earlier runs to people who get none now, or none by mail. */
async function staleFault(folder: string, letters: readonly Letter[]): Promise<Fault[]> {
  const files = await staleCopies(
    folder,
    letters.map(({ file }) => file),
  )
  const values = { folder: basename(folder), files: files.join('، ') }
  return files.length === 0 ? [] : [warning('paper/stale', undefined, values)]
}
