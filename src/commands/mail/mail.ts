/** `jalaseh mail <file>`: packs are made, letters composed and checked; with --send they are queued all at once, and leave. */
import { resolve } from 'node:path'
import { LedgerFailure } from '../../ledger/ledger.ts'
import { fault, warning } from '../../model/fault.ts'
import type { Fault } from '../../model/fault.ts'
import { readWorkspace } from '../../workspace/read-workspace.ts'
import { WriteFailure } from '../../workspace/write.ts'
import { exitCode, isError } from '../host.ts'
import type { ExitCode, Host } from '../host.ts'
import { makePacks } from '../packing/make-packs.ts'
import { prepare } from '../prepare.ts'
import { lettersOf } from './letters.ts'
import type { MailOptions } from './options.ts'
import { tellLetters } from './report.ts'
import type { Outcome } from './report.ts'
import { sendLetters } from './send-letters.ts'
import { senderOf } from './sender.ts'
import { sendQuestion } from './words.ts'
import { approvals, writeLetters } from './write-letters.ts'

export async function mail(file: string, options: MailOptions, host: Host): Promise<ExitCode> {
  const prepared = await prepare(file, host)
  const workspace = await readWorkspace(file, host.cwd)
  const folder = resolve(host.cwd, options.out, prepared.slug, 'mail')
  const outcome: Outcome = { folder, letters: [], written: [], faults: [], sources: workspace.sources }
  const ended = (...more: Fault[]): ExitCode => {
    outcome.faults.push(...more)
    tellLetters(outcome, options, host)
    return exitCode(outcome.faults)
  }
  const { sender, faults: unset } = senderOf(workspace.settings, workspace.spans)
  if (sender === undefined) return ended(...unset)
  if (options.send && sender.deliver === 'draft')
    return ended(fault('mail/draft-only', workspace.spans.get('mail'), {}))
  const wanted = options.for.length > 0 ? options.for : ['all']
  const run = await makePacks(prepared, { ...options, for: wanted }, host)
  outcome.sources = new Map([...workspace.sources, ...run.sources])
  outcome.faults.push(...run.faults)
  if (run.faults.some(isError)) return ended()
  const known = await approvals(folder)
  const { letters, faults } = lettersOf(run, prepared.slug, sender, (id) => known.get(id) ?? host.now)
  outcome.letters = letters
  outcome.faults.push(...faults)
  const leaving = letters.filter(({ message }) => message !== undefined)
  if (leaving.length === 0) outcome.faults.push(warning('mail/nobody', undefined, {}))
  if (options['dry-run'] || faults.some(isError)) return ended()
  try {
    outcome.written = await writeLetters(folder, leaving)
    if (!options.send || leaving.length === 0) return ended()
    const question = sendQuestion(leaving.length, sender.deliver, host.language)
    if (!options.yes && !(await host.confirm(question)))
      return ended(fault('mail/not-confirmed', undefined, {}))
    const desk = { sender, workspace: workspace.folder, folder, meeting: prepared.slug, edition: run.edition }
    outcome.sent = await sendLetters(outcome.written, leaving, desk, host)
    return ended(...outcome.sent.faults)
  } catch (error) {
    if (error instanceof WriteFailure || error instanceof LedgerFailure) return ended(error.fault)
    throw error
  }
}
