/** `jalaseh mail send`: what is due in the ledger leaves: put off before, queued by a run that was ended, sent again by a person. */
import { LedgerFailure } from '../../ledger/ledger.ts'
import { fault } from '../../model/fault.ts'
import type { Fault } from '../../model/fault.ts'
import { exitCode, tell, toJson } from '../host.ts'
import type { ExitCode, Host } from '../host.ts'
import { deliver } from './deliver.ts'
import type { Delivered } from './deliver.ts'
import { mailOffice } from './office.ts'
import { knownLedger } from './open-ledger.ts'
import type { MailOptions } from './options.ts'
import { sendQuestion, sentSentence } from './words.ts'

export async function sendQueued({ json, yes }: MailOptions, host: Host): Promise<ExitCode> {
  const { folder, sender, faults, sources } = await mailOffice(host)
  const ended = (more: Fault[], sent?: Delivered): ExitCode => {
    const all = [...faults, ...more]
    if (json) {
      const { faults: _, ...counts } = sent ?? { faults: [] }
      const told = all.map((one) => toJson(one, host.language))
      host.out(JSON.stringify({ ...(sent && { sent: counts }), faults: told }, null, 2))
    } else {
      tell(host, all, sources)
      if (sent) host.err(sentSentence(sent, 0, host.language))
    }
    return exitCode(all)
  }
  if (sender === undefined) return ended([])
  if (sender.deliver === 'draft') return ended([fault('mail/draft-only', undefined, {})])
  try {
    using ledger = knownLedger(folder)
    if (ledger === undefined) return ended([], { sent: 0, failed: 0, retry: 0, unknown: 0, faults: [] })
    const { due } = await ledger.outlook(host.now)
    if (due > 0 && !yes && !(await host.confirm(sendQuestion(due, sender.deliver, host.language))))
      return ended([fault('mail/not-confirmed', undefined, {})])
    const sent = await deliver(ledger, sender, folder, undefined, host)
    return ended(sent.faults, sent)
  } catch (error) {
    if (error instanceof LedgerFailure) return ended([error.fault])
    throw error
  }
}
