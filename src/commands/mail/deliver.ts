/** What is due in the ledger leaves: to the server, or into the folder of a program that sends by itself. */
import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { fault, warning } from '../../model/fault.ts'
import type { Fault } from '../../model/fault.ts'
import { LedgerFailure } from '../../ledger/ledger.ts'
import type { Ledger } from '../../ledger/ledger.ts'
import { handOver } from '../../smtp/hand-over.ts'
import { send } from '../../smtp/send.ts'
import type { Sent } from '../../smtp/send.ts'
import { WriteFailure, writeStreamed } from '../../workspace/write.ts'
import type { Host } from '../host.ts'
import { startProgress } from '../progress.ts'
import { outboxPath } from './queue.ts'
import type { Sender } from './sender.ts'
import { transportOf } from './transport.ts'

/** Where messages wait for a program that sends them, from the workspace's folder. */
export const readyPath = ['mail', 'ready'] as const

export type Delivered = Pick<Sent, 'sent' | 'failed' | 'retry' | 'unknown'> & { next?: Date; faults: Fault[] }

/** Nobody else is called so, not even an earlier run of the same process number. */
export const ownerName = (): string => `${hostname()}-${process.pid}-${randomUUID()}`

/** @param meeting only of this one */
export async function deliver(
  ledger: Ledger,
  sender: Sender,
  workspace: string,
  meeting: string | undefined,
  host: Host,
): Promise<Delivered> {
  const nothing = { sent: 0, failed: 0, retry: 0, unknown: 0 }
  const clock = (): Date => new Date()
  const around = {
    ledger,
    owner: ownerName(),
    clock,
    signal: host.signal,
    ...(meeting !== undefined && { meeting }),
  }
  if (sender.deliver === 'outbox') {
    const put = async (id: string, eml: string): Promise<string> => {
      const path = join(workspace, ...readyPath, `${id}.eml`)
      await writeStreamed(path, createReadStream(join(workspace, ...outboxPath, `${eml}.eml`)))
      return path
    }
    try {
      const sent = await handOver({ ...around, put })
      return { ...nothing, sent, faults: await withOthers(ledger, meeting) }
    } catch (error) {
      if (error instanceof WriteFailure || error instanceof LedgerFailure)
        return { ...nothing, faults: [error.fault] }
      throw error
    }
  }
  const transport = await transportOf(sender, workspace)
  if ('fault' in transport) return { ...nothing, faults: [transport.fault] }
  const { connections, rate } = sender.settings
  const { due } = await ledger.outlook(clock(), meeting)
  using progress = startProgress(due, host, 'sending')
  const result = await send({
    ...around,
    settings: {
      ...transport.smtp,
      ...(connections !== undefined && { connections }),
      ...(rate !== undefined && { ratePerMinute: rate }),
    },
    from: sender.from.address,
    outbox: join(workspace, ...outboxPath),
    told: (_, outcome) => {
      if (outcome !== 'taken') progress.step()
    },
  })
  const { sent, failed, retry, unknown, doubtful, next } = result
  const faults: Fault[] = [
    ...(result.fault ? [result.fault] : []),
    ...(failed > 0 ? [fault('mail/failed', undefined, { count: String(failed) })] : []),
    ...(unknown + doubtful > 0
      ? [fault('mail/unknown', undefined, { count: String(unknown + doubtful) })]
      : []),
    ...(retry > 0 ? [warning('mail/put-off', undefined, { count: String(retry) })] : []),
    ...(await withOthers(ledger, meeting)),
  ]
  return { sent, failed, retry, unknown: unknown + doubtful, ...(next && { next }), faults }
}

/** What another run has at this moment, or had when it was killed; then it is free again after its lease. */
async function withOthers(ledger: Ledger, meeting: string | undefined): Promise<Fault[]> {
  const { length } = await ledger.list({ meeting, state: 'sending' })
  return length === 0 ? [] : [warning('mail/sending', undefined, { count: String(length) })]
}
