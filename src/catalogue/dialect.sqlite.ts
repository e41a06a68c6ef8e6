/** Kysely over node:sqlite: its SQLite dialect with Node's own database, and transactions that may write at once. */
import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'
import { CompiledQuery, SqliteAdapter, SqliteDriver, SqliteIntrospector, SqliteQueryCompiler } from 'kysely'
import type { DatabaseConnection, Dialect, SqliteDatabase } from 'kysely'

/** A dialect for one open database; whoever opened it closes it. */
export function dialectOf(database: DatabaseSync): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new ImmediateDriver(database),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  }
}

class ImmediateDriver extends SqliteDriver {
  readonly #database: DatabaseSync

  constructor(database: DatabaseSync) {
    super({ database: preparing(database) })
    this.#database = database
  }

  /** A deferred one that comes to write after another did is refused without waiting: «database is locked». */
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
  }

  /** A full disk has ended it already, and is what is to be told. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#database.isTransaction) await super.rollbackTransaction(connection)
  }
}

/** An index of thousands of minutes runs the same few statements. */
const mostKept = 64

function preparing(database: DatabaseSync): SqliteDatabase {
  const kept = new Map<string, StatementSync>()
  const statementOf = (sql: string): StatementSync => {
    const known = kept.get(sql)
    if (known !== undefined) return known
    const made = database.prepare(sql)
    if (kept.size < mostKept) kept.set(sql, made)
    return made
  }
  return {
    close: () => database.close(),
    prepare(sql) {
      const statement = statementOf(sql)
      const values = (given: readonly unknown[]): SQLInputValue[] => given as SQLInputValue[]
      return {
        reader: statement.columns().length > 0,
        all: (parameters) => statement.all(...values(parameters)),
        run: (parameters) => statement.run(...values(parameters)),
        iterate: (parameters) => statement.iterate(...values(parameters)),
      }
    },
  }
}
