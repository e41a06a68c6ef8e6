import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CatalogueFailure, openCatalogue, withCatalogue } from '../../src/catalogue/open.ts'
import type { Schema } from '../../src/catalogue/open.ts'

interface Tables {
  thing: { name: string }
}
const things = (version = 1, columns = 'name text'): Schema => ({
  name: 'things',
  version,
  ddl: [`create table thing (${columns}) strict`, 'create index thing_name on thing (name)'],
})
const others: Schema = { name: 'others', version: 1, ddl: ['create table other (name text) strict'] }

let folder = ''
let file = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'open-'))
  file = join(folder, 'archive', 'catalogue.sqlite')
})
afterEach(() => rmSync(folder, { recursive: true }))

const open = (...schemas: Schema[]) => openCatalogue<Tables>(file, schemas)
const codes = ({ faults }: { faults: { code: string; severity: string }[] }): string[] =>
  faults.map(({ code, severity }) => `${severity} ${code}`)
const failureOf = (work: () => unknown): string => {
  try {
    work()
  } catch (error) {
    if (error instanceof CatalogueFailure) return error.fault.code
    throw error
  }
  return 'none'
}
async function put(name: string): Promise<void> {
  using catalogue = open(things())
  await catalogue.db.insertInto('thing').values({ name }).execute()
}
async function names(): Promise<string[]> {
  using catalogue = open(things())
  return (await catalogue.db.selectFrom('thing').select('name').orderBy('name').execute()).map(
    (row) => row.name,
  )
}

describe('the file', () => {
  it('is made with its folder, and keeps what is put in', async () => {
    using first = open(things())
    expect(codes(first)).toEqual([])
    await put('a')
    expect(await names()).toEqual(['a'])
  })

  it('is written ahead, with every commit on the disk, and waits for others', async () => {
    using catalogue = open(things())
    const read = async (name: string): Promise<unknown> =>
      Object.values((await sql.raw(`pragma ${name}`).execute(catalogue.db)).rows[0] as object)[0]
    expect([await read('journal_mode'), await read('synchronous'), await read('busy_timeout')]).toEqual([
      'wal',
      2,
      5000,
    ])
  })

  it.each([
    ['words', 'this is no database'],
    ['nothing but zeros', '\0'.repeat(4096)],
    ['the head of a database and noise', `SQLite format 3\0${'x'.repeat(9000)}`],
  ])('of %s is made anew, which is said', async (_, content) => {
    mkdirSync(join(folder, 'archive'))
    writeFileSync(file, content)
    using catalogue = open(things())
    expect(codes(catalogue)).toEqual(['warning catalogue/rebuilt'])
    await put('b')
    expect(await names()).toEqual(['b'])
  })

  it('of another program is made anew', () => {
    mkdirSync(join(folder, 'archive'))
    using foreign = new DatabaseSync(file)
    foreign.exec('create table catalogue_schema (x)')
    foreign.close()
    using catalogue = open(things())
    expect(codes(catalogue)).toEqual(['warning catalogue/rebuilt'])
  })

  it('that is empty is a new one', () => {
    mkdirSync(join(folder, 'archive'))
    writeFileSync(file, '')
    using catalogue = open(things())
    expect(codes(catalogue)).toEqual([])
  })

  it('that cannot be made is said', () => {
    writeFileSync(join(folder, 'archive'), '')
    expect(failureOf(() => open(things()))).toBe('catalogue/unwritable')
  })

  it('that is a folder is said', () => {
    mkdirSync(file, { recursive: true })
    expect(failureOf(() => open(things()))).toBe('catalogue/unwritable')
  })
})

describe('schemas', () => {
  it('of another version are made anew, and no others', async () => {
    await put('a')
    using both = openCatalogue<{ other: { name: string } }>(file, [things(), others])
    await both.db.insertInto('other').values({ name: 'kept' }).execute()
    using newer = openCatalogue<{ other: { name: string }; thing: { extra: string } }>(file, [
      things(2, 'name text, extra text'),
      others,
    ])
    expect(codes(newer)).toEqual(['warning catalogue/rebuilt'])
    expect(await newer.db.selectFrom('thing').select('extra').execute()).toEqual([])
    expect(await newer.db.selectFrom('other').select('name').execute()).toEqual([{ name: 'kept' }])
  })

  it('of a later program are refused, and left as they are', async () => {
    open(things(3, 'later text, name text'))[Symbol.dispose]()
    const before = readFileSync(file)
    expect(failureOf(() => open(things()))).toBe('catalogue/newer')
    expect(readFileSync(file)).toEqual(before)
  })

  it('that are added later are made without a word', () => {
    open(things())[Symbol.dispose]()
    using catalogue = open(things(), others)
    expect(codes(catalogue)).toEqual([])
  })
})

describe('work', () => {
  it('is kept whole or not at all', async () => {
    using catalogue = open(things())
    const failing = catalogue.immediate(async (transaction) => {
      await transaction.insertInto('thing').values({ name: 'half' }).execute()
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect(await names()).toEqual([])
  })

  it('writes at once: another writer waits from the first statement', async () => {
    using catalogue = open(things())
    using impatient = new DatabaseSync(file, { timeout: 0 })
    const begin = (): string => {
      try {
        impatient.exec('begin immediate')
        impatient.exec('rollback')
        return 'begun'
      } catch (error) {
        return (error as Error).message
      }
    }
    expect(await catalogue.immediate(async () => begin())).toMatch(/locked/)
    expect(begin()).toBe('begun')
  })

  it('is begun once more on a new file where damage shows only in use', async () => {
    await withCatalogue<Tables, void>(file, [things()], async ({ immediate }) =>
      immediate(async (transaction) => {
        for (let n = 0; n < 5000; n++)
          await transaction
            .insertInto('thing')
            .values({ name: `${n} ${'x'.repeat(40)}` })
            .execute()
      }),
    )
    const content = readFileSync(file)
    expect(statSync(file).size).toBeGreaterThan(100_000)
    writeFileSync(
      file,
      Buffer.concat([content.subarray(0, 24_576), Buffer.alloc(content.length - 24_576, 7)]),
    )
    const attempts: number[] = []
    const told = await withCatalogue<Tables, string[]>(file, [things()], async (catalogue) => {
      const rows = await catalogue.db.selectFrom('thing').select('name').execute()
      attempts.push(rows.length)
      return codes(catalogue)
    })
    expect(attempts).toEqual([0])
    expect(told).toEqual(['warning catalogue/rebuilt'])
  })
})
