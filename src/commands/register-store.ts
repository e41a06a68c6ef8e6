/** Keeps the tables of the register in the catalogue of an office that has an archive. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { CatalogueFailure } from '../catalogue/failure.ts'
import { warning } from '../model/fault.ts'
import type { Fault } from '../model/fault.ts'
import type { Register } from '../register/register.ts'
import type { RegisterTables } from '../register/tables.sqlite.ts'

/** The tables are only a copy: what keeps them from being written is a warning. */
export async function storeTables(workspace: string, register: Register): Promise<Fault[]> {
  if (!existsSync(join(workspace, 'archive', 'chain.jsonl'))) return []
  const [{ cataloguePath, withCatalogue }, { registerTables }, { storeRegister }] = await Promise.all([
    import('../catalogue/open.ts'),
    import('../register/tables.sqlite.ts'),
    import('../register/store.ts'),
  ])
  const file = join(workspace, ...cataloguePath)
  try {
    return await withCatalogue<RegisterTables, Fault[]>(file, [registerTables], async (catalogue) => {
      await catalogue.immediate((db) => storeRegister(db, register))
      return catalogue.faults
    })
  } catch (error) {
    if (!(error instanceof CatalogueFailure)) throw error
    const { code, values } = error.fault
    return [warning(code, undefined, values)]
  }
}
