/** What should be there against what is, by hash: so that what was exchanged or moved is told as that. */
import { fault } from '../model/fault.ts'
import type { Fault } from '../model/fault.ts'

/** Hashes by path. */
export type Hashes = ReadonlyMap<string, string>

/**
 * Faults: `archive/missing`, `archive/added`, `archive/moved` (gone here, there under another path), `archive/swapped` (each has
 * what belongs to the other), `archive/copied` (it has what belongs to another, which has it, too), `archive/changed`.
 */
export function compare(expected: Hashes, actual: Hashes): Fault[] {
  const faults: Fault[] = []
  const owners = byHash(expected)
  const strays = byHash(new Map([...actual].filter(([path]) => !expected.has(path))))
  const told = new Set<string>()
  for (const [path, hash] of expected) {
    const found = actual.get(path)
    if (found === hash || told.has(path)) continue
    if (found === undefined) {
      const to = strays.get(hash)?.find((stray) => !told.has(stray))
      if (to !== undefined) told.add(to)
      faults.push(
        to === undefined
          ? fault('archive/missing', undefined, { path })
          : fault('archive/moved', undefined, { path, to }),
      )
      continue
    }
    const other = owners.get(found)?.find((owner) => owner !== path)
    if (other === undefined) faults.push(fault('archive/changed', undefined, { path }))
    else if (actual.get(other) !== hash) faults.push(fault('archive/copied', undefined, { path, other }))
    else {
      told.add(other)
      faults.push(fault('archive/swapped', undefined, { path, other }))
    }
  }
  for (const path of actual.keys())
    if (!expected.has(path) && !told.has(path)) faults.push(fault('archive/added', undefined, { path }))
  return faults
}

function byHash(hashes: Hashes): Map<string, string[]> {
  const paths = new Map<string, string[]>()
  for (const [path, hash] of hashes) paths.set(hash, [...(paths.get(hash) ?? []), path])
  return paths
}
