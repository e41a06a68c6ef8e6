/** `jalaseh mail status [<file>]`: what went to whom, and what is to be decided. */
import { basename, extname } from 'node:path'
import type { Listed } from '../../ledger/list.ts'
import { LedgerFailure } from '../../ledger/ledger.ts'
import type { DeliveryState } from '../../ledger/delivery.ts'
import { toPersianDigits } from '../../persian/digits.ts'
import { fa } from '../../persian/fa.ts'
import { shown } from '../../report/wording.ts'
import type { Language } from '../../report/wording.ts'
import { exitCode, tell, toJson } from '../host.ts'
import type { ExitCode, Host } from '../host.ts'
import { mailOffice } from './office.ts'
import { knownLedger } from './open-ledger.ts'
import type { MailOptions } from './options.ts'

export const stateWords: Record<DeliveryState, string> = {
  queued: 'در صف',
  sending: 'در حال رفتن',
  sent: 'رفت',
  failed: 'پذیرفته نشد',
  unknown: 'نامعلوم',
  cancelled: 'لغو شد',
}

export async function status(file: string | undefined, { json }: MailOptions, host: Host): Promise<ExitCode> {
  const office = await mailOffice(host)
  const meeting = file === undefined ? undefined : basename(file, extname(file))
  try {
    const rows = await listed(office.folder, meeting)
    if (json) host.out(JSON.stringify({ deliveries: rows, faults: [] }, null, 2))
    else for (const row of rows) host.out(lineOf(row, host.language))
    return 0
  } catch (error) {
    if (!(error instanceof LedgerFailure)) throw error
    const faults = [toJson(error.fault, host.language)]
    if (json) host.out(JSON.stringify({ deliveries: [], faults }, null, 2))
    else tell(host, [error.fault], office.sources)
    return exitCode([error.fault])
  }
}

/** No ledger is begun by asking for it. */
async function listed(workspace: string, meeting: string | undefined): Promise<Listed[]> {
  using ledger = knownLedger(workspace)
  return (await ledger?.list({ meeting })) ?? []
}

/** Short id, state, recipient, address, meeting, edition, and the last words of the server. */
function lineOf(row: Listed, language: Language): string {
  const said = row.error ?? row.response ?? ''
  const edition =
    language === 'fa' ? fa`ویرایش ${toPersianDigits(String(row.edition))}` : `edition ${row.edition}`
  return [
    row.id.slice(0, shortId),
    language === 'fa' ? stateWords[row.state] : row.state,
    shown(row.name),
    row.address,
    shown(row.meeting),
    edition,
    shown(said),
  ].join('\t')
}

/** As many digits of an id as nobody mixes up. */
export const shortId = 10
