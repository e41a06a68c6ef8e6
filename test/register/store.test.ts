import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { openCatalogue } from '../../src/catalogue/open.ts'
import { deriveRegister } from '../../src/register/register.ts'
import type { RegisteredMeeting } from '../../src/register/register.ts'
import { storeExtracts, storeRegister, storedExtracts } from '../../src/register/store.ts'
import { registerTables } from '../../src/register/tables.sqlite.ts'
import type { RegisterTables } from '../../src/register/tables.sqlite.ts'
import { meetingOf } from './meetings.ts'

const folder = mkdtempSync(join(tmpdir(), 'register-'))
afterAll(() => rmSync(folder, { recursive: true }))

const ninth = meetingOf(
  'ninth',
  'resolutions: [{ id: a, text: الف, responsible: شرکت آب, cooperating: [شرکت آب, راه], deadline: پایان آذر ۱۴۰۵ }, { text: ب }]',
  'date: 1405/02/01',
)
const tenth = {
  ...meetingOf('tenth', 'followups: [{ id: a, status: done, files: [l.pdf] }]', 'date: 1405/05/01'),
  hashes: new Map([['l.pdf', 'ff']]),
}
describe('the tables of the register', () => {
  it('take the same files twice as nothing new', async () => {
    const add = async (meetings: RegisteredMeeting[]): Promise<number[]> => {
      using catalogue = openCatalogue<RegisterTables>(join(folder, 'twice'), [registerTables])
      const { added, gone } = await catalogue.immediate((db) => storeRegister(db, deriveRegister(meetings)))
      return [added, gone]
    }
    expect(await add([ninth])).toEqual([2, 0])
    expect(await add([ninth])).toEqual([0, 0])
    expect(await add([ninth, tenth])).toEqual([1, 0])
    expect(await add([ninth, tenth, tenth])).toEqual([0, 0])
    expect(await add([ninth])).toEqual([0, 1])
  })

  it('hold resolutions, parties, events and evidence', async () => {
    using catalogue = openCatalogue<RegisterTables>(join(folder, 'whole'), [registerTables])
    await catalogue.immediate((db) => storeRegister(db, deriveRegister([ninth, tenth])))
    const { db } = catalogue
    expect(
      await db.selectFrom('register_resolution').selectAll().where('id', '=', 'a').execute(),
    ).toMatchObject([
      { key: 'a', meeting: 'ninth', status: 'done', deadline: 'پایان آذر ۱۴۰۵', decided: '1405/02/01' },
    ])
    expect(await db.selectFrom('register_party').select(['name', 'role']).execute()).toHaveLength(3)
    expect(
      await db
        .selectFrom('register_event')
        .select(['kind', 'day'])
        .where('resolution', '=', 'a')
        .orderBy('place')
        .execute(),
    ).toEqual([
      { kind: 'created', day: '1405/02/01' },
      { kind: 'done', day: '1405/05/01' },
    ])
    expect(await db.selectFrom('register_evidence').select(['path', 'sha256']).execute()).toEqual([
      { path: 'l.pdf', sha256: 'ff' },
    ])
  })

  it('keep extracts by their stamps', async () => {
    using catalogue = openCatalogue<RegisterTables>(join(folder, 'extracts'), [registerTables])
    const many = new Map(Array.from({ length: 1200 }, (_, index) => [`s${index}`, `{"n":${index}}`]))
    await catalogue.immediate((db) => storeExtracts(db, many))
    await catalogue.immediate((db) => storeExtracts(db, many))
    const found = await storedExtracts(catalogue.db, [...many.keys(), 'none'])
    expect(found.size).toBe(1200)
    expect(found.get('s700')).toBe('{"n":700}')
  })
})
