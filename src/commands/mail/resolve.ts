/** `jalaseh mail resolve <id> sent|again|drop`: what a person knows of a letter that is in doubt. */
import { userInfo } from 'node:os'
import { LedgerFailure } from '../../ledger/ledger.ts'
import type { Resolution } from '../../ledger/resolve.ts'
import { fault } from '../../model/fault.ts'
import { exitCode, tell, toJson } from '../host.ts'
import type { ExitCode, Host } from '../host.ts'
import { mailOffice } from './office.ts'
import { knownLedger } from './open-ledger.ts'
import type { MailOptions } from './options.ts'
import { stateWords } from './status.ts'

/** @param id the whole of it, or so much of its beginning that no other begins so */
export async function resolve(
  id: string,
  how: Resolution,
  { json }: MailOptions,
  host: Host,
): Promise<ExitCode> {
  const office = await mailOffice(host)
  const answer = await decided(office.folder, id, how, host).catch((error: unknown) => {
    if (error instanceof LedgerFailure) return error.fault
    throw error
  })
  if ('code' in answer) {
    if (json) host.out(JSON.stringify({ faults: [toJson(answer, host.language)] }, null, 2))
    else tell(host, [answer], office.sources)
    return exitCode([answer])
  }
  if (json) host.out(JSON.stringify({ delivery: answer, faults: [] }, null, 2))
  else host.out([answer.name, host.language === 'fa' ? stateWords[answer.state] : answer.state].join('\t'))
  return 0
}

async function decided(workspace: string, id: string, how: Resolution, { now }: Host) {
  const unknown = fault('ledger/no-delivery', undefined, { id })
  using ledger = knownLedger(workspace)
  if (ledger === undefined || !/^[0-9a-f]{6,64}$/.test(id)) return unknown
  const [found, ...others] = (await ledger.list()).filter((row) => row.id.startsWith(id))
  if (found === undefined || others.length > 0) return unknown
  return await ledger.resolve({ id: found.id, how, now, by: userInfo().username })
}
