/**
 * Many files at once: what the register needs of each is kept in the catalogue, by what the file says, so that an office with
 * years of minutes reads only what is new.
 */
import { join } from 'node:path'
import { CatalogueFailure } from '../catalogue/failure.ts'
import type { Meeting } from '../model/meeting.ts'
import type { RegisterTables } from '../register/tables.sqlite.ts'
import type { ReadLeaf } from './register-files.ts'

export interface Origin {
  /** Stands for all that the file says: a hash of it, or of the manifest that holds its hash. */
  stamp: string
  id: string
  /** As messages show it. */
  name: string
  outside: boolean
  read(): Promise<ReadLeaf>
}

/** So many are read in the time it takes to open a database. */
const few = 25

export async function readLeaves(workspace: string, origins: readonly Origin[]): Promise<ReadLeaf[]> {
  const direct = (): Promise<ReadLeaf[]> => Promise.all(origins.map((one) => one.read()))
  if (origins.length <= few) return direct()
  try {
    return await readWithCatalogue(workspace, origins)
  } catch (error) {
    // Another program holds the catalogue, or it cannot be written: the files say the same.
    if (error instanceof CatalogueFailure) return direct()
    throw error
  }
}

async function readWithCatalogue(workspace: string, origins: readonly Origin[]): Promise<ReadLeaf[]> {
  const [{ cataloguePath, withCatalogue }, { registerTables }, store] = await Promise.all([
    import('../catalogue/open.ts'),
    import('../register/tables.sqlite.ts'),
    import('../register/store.ts'),
  ])
  const file = join(workspace, ...cataloguePath)
  return withCatalogue<RegisterTables, ReadLeaf[]>(
    file,
    [registerTables],
    async ({ db, immediate, faults }) => {
      const stamps = origins.map(({ stamp }) => stamp)
      const kept = await store.storedExtracts(db, stamps)
      const fresh = new Map<string, string>()
      const leaves: ReadLeaf[] = [{ faults, spans: new Map() }]
      for (const origin of origins) {
        const extract = kept.get(origin.stamp)
        const leaf = extract === undefined ? await origin.read() : fromExtract(extract, origin)
        if (extract === undefined && leaf.faults.length === 0) fresh.set(origin.stamp, toExtract(leaf))
        leaves.push(leaf)
      }
      if (fresh.size > 0) await immediate((transaction) => store.storeExtracts(transaction, fresh))
      return leaves
    },
  )
}

interface Extract {
  meeting: Meeting
  hashes: [string, string][]
}

function toExtract({ meeting: one }: ReadLeaf): string {
  if (one === undefined) return 'null'
  const { meeting, bodies, resolutions, earlier_resolutions, followups } = one.meeting
  const said = { meeting, bodies, resolutions, earlier_resolutions, followups }
  return JSON.stringify({ meeting: said, hashes: [...(one.hashes ?? [])] })
}

function fromExtract(extract: string, { id, name, outside }: Origin): ReadLeaf {
  const read = JSON.parse(extract) as Extract | null
  if (read === null) return { faults: [], spans: new Map() }
  const hashes = read.hashes.length > 0 && { hashes: new Map(read.hashes) }
  const meeting = { id, file: name, meeting: read.meeting, ...(outside && { outside }), ...hashes }
  return { meeting, faults: [], spans: new Map() }
}
