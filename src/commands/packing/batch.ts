/** A run of packs: those that are there already stay, the others are made, and the list beside them says so. */
import { basename } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { distinctFaults, warning } from '../../model/fault.ts'
import type { Fault } from '../../model/fault.ts'
import type { House } from '../../paper/head.ts'
import type { Look } from '../../pipeline.ts'
import { staleCopies } from '../../workspace/stale-copies.ts'
import { WriteFailure } from '../../workspace/write.ts'
import { isError } from '../host.ts'
import type { Host } from '../host.ts'
import type { Prepared } from '../prepare.ts'
import { limitsOf, openAnnexes } from './annexes.ts'
import { madeBefore } from './made-before.ts'
import type { MadeBefore } from './made-before.ts'
import { failedAs, makeDue } from './make-due.ts'
import type { Made } from './make-due.ts'
import { isCurrent, knownPacks, openJournal } from './manifest.ts'
import type { FailedPack, Manifest, PackEntry } from './manifest.ts'
import type { PackOptions } from './options.ts'
import { busy, ownFolder } from './own-folder.ts'
import type { Planned } from './plan.ts'
import { isAll } from './targets.ts'

export interface Batch {
  /** Of this run: made, or there already. */
  entries: PackEntry[]
  failed: FailedPack[]
  /** How many of the entries were there already. */
  kept: number
  faults: Fault[]
}

export interface Workplace {
  /** Where the packs lie. */
  folder: string
  /** Names of the files of all who may be asked for, without endings; undefined where nobody was. */
  everyone: readonly string[] | undefined
  house: House
  look: Look
  options: PackOptions
  prepared: Prepared
  edition: number
}

export async function makeBatch(plans: readonly Planned[], at: Workplace, host: Host): Promise<Batch> {
  const { folder, everyone, options } = at
  const before = await madeBefore(plans, everyone, folder)
  const unplanned = plans.flatMap(({ target, fault: found }) => (found ? [{ target, found }] : []))
  const refused = unplanned.flatMap(({ target, found }) => (isError(found) ? [failedAs(target, found)] : []))
  const faults = unplanned.map(({ found }) => found)
  const due = plans.filter((planned) => planned.plan !== undefined && !before.kept.has(planned))
  let listed = listOf(plans, before, refused, at)
  let made: Made = { entries: new Map(), failed: [], faults: [] }
  if (due.length > 0 || !(await isCurrent(folder, listed))) {
    // Read before anything is written.
    const annexes = due.flatMap(({ plan }) => plan?.shared.content.annexes ?? [])
    const needed = [...new Map(annexes.map((file) => [file.row.id, file])).values()]
    const { open, faults: unread } = await openAnnexes(needed, limitsOf(at.house.settings), host)
    faults.push(...unread)
    const none = (more: Fault[]): Batch => ({
      entries: [],
      failed: refused,
      kept: 0,
      faults: distinctFaults([...faults, ...more]),
    })
    if (unread.some(isError)) return none([])
    const own = await ownFolder(folder)
    if ('fault' in own) return none([own.fault])
    using _ = own
    // Another run has ended here meanwhile.
    if (!isDeepStrictEqual(await knownPacks(folder), before.known)) return none([busy(folder)])
    try {
      const journal = await openJournal(folder, options, [...before.kept.values(), ...before.others])
      made = await makeDue(due, { at, open, journal }, host)
      const kept = new Map([...before.kept, ...made.entries])
      listed = listOf(plans, { ...before, kept }, [...refused, ...made.failed], at)
      await journal.close(listed)
    } catch (error) {
      if (error instanceof WriteFailure) return none([error.fault])
      throw error
    }
  }
  const entries = plans.flatMap((planned) => made.entries.get(planned) ?? before.kept.get(planned) ?? [])
  const stale = options.for.some(isAll) ? await staleFault(folder, listed.packs) : []
  return {
    entries,
    failed: listed.failed,
    kept: before.kept.size,
    faults: distinctFaults([...faults, ...made.faults, ...stale]),
  }
}

/** What the list beside the packs says once these are there. */
function listOf(
  plans: readonly Planned[],
  { kept, others }: Pick<MadeBefore, 'kept' | 'others'>,
  failed: FailedPack[],
  { prepared, edition }: Workplace,
): Manifest {
  const entries = plans.flatMap((planned) => kept.get(planned) ?? [])
  const packs = [...entries, ...others].toSorted((a, b) => a.copy - b.copy)
  return { format: 1, meeting: prepared.slug, edition, packs, failed }
}

/** Packs that lie there and are in the list no more: of people who are no longer in the distribution, or may see less. */
async function staleFault(folder: string, listed: readonly PackEntry[]): Promise<Fault[]> {
  const names = listed.flatMap(({ files }) => files.map(({ name }) => name.replace(/\.pdf$/, '')))
  const files = await staleCopies(folder, names)
  const values = { folder: basename(folder), files: files.join('، ') }
  return files.length === 0 ? [] : [warning('paper/stale', undefined, values)]
}
