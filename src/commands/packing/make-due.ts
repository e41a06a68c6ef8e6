/** The packs that are due: printed in one browser, and each noted as soon as it is there. */
import type { Fault } from '../../model/fault.ts'
import type { Host } from '../host.ts'
import { openPress } from '../press.ts'
import type { Print } from '../press.ts'
import { startProgress } from '../progress.ts'
import type { OpenAnnexes } from './annexes.ts'
import type { Workplace } from './batch.ts'
import { ownStamps } from './make-pack.ts'
import type { Binding } from './make-pack.ts'
import type { FailedPack, Journal, PackEntry } from './manifest.ts'
import type { Planned } from './plan.ts'
import { Sheets } from './sheets.ts'
import { writePack } from './write-pack.ts'

export interface Made {
  entries: ReadonlyMap<Planned, PackEntry>
  failed: FailedPack[]
  faults: Fault[]
}

export async function makeDue(
  due: readonly Planned[],
  { at, open, journal }: { at: Workplace; open: OpenAnnexes; journal: Pick<Journal, 'add'> },
  host: Host,
): Promise<Made> {
  const entries = new Map<Planned, PackEntry>()
  if (due.length === 0) return { entries, failed: [], faults: [] }
  await using press = openPress(host.signal)
  press.warm()
  using progress = startProgress(due.length, host)
  const binding: Binding = { open, sheets: new Sheets(at.house, at.look), fit: at.options.fit ?? false }
  await press.run([(print) => addOwnStamps(due, binding, print)])
  const results = await press.run(
    due.map((planned) => async (print) => {
      const result = await writePack(planned, at, binding, print)
      if ('entry' in result) {
        entries.set(planned, result.entry)
        await journal.add(result.entry)
      }
      progress.step()
      return result
    }),
  )
  const failed = results.flatMap((result, index) =>
    'failed' in result ? [failedAs(due[index]!.target, result.failed)] : [],
  )
  return { entries, failed, faults: results.flatMap((result) => result.faults) }
}

/** Stamps of all recipients in one print; where that fails, each pack prints its own, and the one to blame is named. */
async function addOwnStamps(due: readonly Planned[], { sheets }: Binding, print: Print): Promise<void> {
  const groups = due.flatMap(({ plan }) => (plan ? ownStamps(plan) : []))
  await sheets.add(groups, print)
}

export const failedAs = ({ recipient }: Planned['target'], { code }: Fault): FailedPack => ({
  copy: recipient?.copy ?? 0,
  name: recipient?.name ?? '',
  code,
})
