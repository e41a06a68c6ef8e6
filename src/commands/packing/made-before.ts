/** What earlier runs left in the folder of packs, and what of it still holds. */
import { headOf } from './write-pack.ts'
import { isThere, knownPacks } from './manifest.ts'
import type { PackEntry } from './manifest.ts'
import type { Planned } from './plan.ts'

export interface MadeBefore {
  /** Packs that were asked for and would come out the same. */
  kept: ReadonlyMap<Planned, PackEntry>
  /** Packs that were not asked for, of people who are recipients still. */
  others: PackEntry[]
  /** All that was known, from which this was found. */
  known: PackEntry[]
}

/** @param everyone names of the files of all who may be asked for, without endings; undefined where that is not known */
export async function madeBefore(
  plans: readonly Planned[],
  everyone: readonly string[] | undefined,
  folder: string,
): Promise<MadeBefore> {
  const known = await knownPacks(folder)
  const kept = new Map<Planned, PackEntry>()
  for (const planned of plans) {
    const { plan, key, target } = planned
    const before = known.find((entry) => entry.key === key && fileOf(entry) === `${target.name}.pdf`)
    if (plan && before && (await isThere(folder, before)))
      kept.set(planned, { ...before, ...headOf(target, plan) })
  }
  const asked = new Set(plans.map(({ target }) => `${target.name}.pdf`))
  const theirs = everyone && new Set(everyone.map((name) => `${name}.pdf`))
  const candidates = known.filter((entry) => {
    const file = fileOf(entry)
    return !asked.has(file) && (theirs?.has(file) ?? true)
  })
  // The newest of each.
  const latest = new Map(candidates.toReversed().map((entry) => [fileOf(entry), entry]))
  const others: PackEntry[] = []
  for (const entry of latest.values()) if (await isThere(folder, entry)) others.push(entry)
  return { kept, others, known }
}

const fileOf = ({ files }: PackEntry): string => files[0]?.name ?? ''
