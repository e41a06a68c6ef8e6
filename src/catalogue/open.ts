/** The catalogue of a workspace: a database that can be made again from the files at any time, and is never the truth. */
import type { DatabaseSync } from 'node:sqlite'
import { Kysely } from 'kysely'
import type { Transaction } from 'kysely'
import { warning } from '../model/fault.ts'
import type { Fault } from '../model/fault.ts'
import { dialectOf } from './dialect.sqlite.ts'
import { CatalogueFailure, isDamage, isForeign, toFailure } from './failure.ts'
import { identityOf, openFile, removeDamaged } from './file.sqlite.ts'
import { ensureSchemas } from './schemas.sqlite.ts'
import type { Schema } from './schemas.sqlite.ts'

export type { Schema } from './schemas.sqlite.ts'

/** Where the catalogue of a workspace lies, from its folder. */
export const cataloguePath = ['archive', 'catalogue.sqlite'] as const

export interface Catalogue<Tables> extends Disposable {
  db: Kysely<Tables>
  /** Everything or nothing of the work is kept; other processes that write wait meanwhile, for five seconds at most. */
  immediate<T>(work: (transaction: Transaction<Tables>) => Promise<T>): Promise<T>
  /** `catalogue/rebuilt` (a warning), where tables were made anew that had been there. */
  faults: Fault[]
}

/**
 * Opens the catalogue, or makes it. Tables of another version, and all of a file that is no database, are made anew and
 * empty. Throws CatalogueFailure: `catalogue/newer`, `catalogue/busy`, `catalogue/unwritable`.
 */
export function openCatalogue<Tables>(file: string, schemas: readonly Schema[]): Catalogue<Tables> {
  try {
    try {
      return opened(file, schemas)
    } catch (error) {
      if (!isForeign(error)) throw error
      removeDamaged(file, () => !opens(file, schemas))
      return opened(file, schemas, [rebuilt(file)])
    }
  } catch (error) {
    throw toFailure(error, file)
  }
}

function opens(file: string, schemas: readonly Schema[]): boolean {
  try {
    opened(file, schemas)[Symbol.dispose]()
    return true
  } catch (error) {
    if (isForeign(error)) return false
    throw error
  }
}

/**
 * Lends the catalogue, and closes it. Damage that shows only in use is mended like that found at opening: the file is made
 * anew and the work begins once more, so it has to fill what it needs. Throws what `openCatalogue` and the work throw.
 */
export async function withCatalogue<Tables, T>(
  file: string,
  schemas: readonly Schema[],
  work: (catalogue: Catalogue<Tables>) => Promise<T>,
): Promise<T> {
  let identity = ''
  const attempt = async (faults: Fault[]): Promise<T> => {
    using catalogue = openCatalogue<Tables>(file, schemas)
    identity = identityOf(file)
    catalogue.faults.push(...faults)
    return await work(catalogue)
  }
  try {
    try {
      return await attempt([])
    } catch (error) {
      if (!isDamage(error)) throw error
    }
    removeDamaged(file, () => identityOf(file) === identity)
    return await attempt([rebuilt(file)])
  } catch (error) {
    throw toFailure(error, file)
  }
}

const rebuilt = (file: string): Fault => warning('catalogue/rebuilt', undefined, { file })

function opened<Tables>(file: string, schemas: readonly Schema[], faults: Fault[] = []): Catalogue<Tables> {
  const database: DatabaseSync = openFile(file)
  try {
    const outdated = ensureSchemas(database, file, schemas)
    if (outdated.length > 0 && faults.length === 0) faults.push(rebuilt(file))
  } catch (error) {
    database.close()
    throw error
  }
  const db = new Kysely<Tables>({ dialect: dialectOf(database) })
  return {
    db,
    faults,
    immediate: (work) => db.transaction().execute(work),
    [Symbol.dispose]: () => database.close(),
  }
}

export { CatalogueFailure }
