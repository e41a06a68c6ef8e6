import { renameSync, statSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { clearIndex } from '../../src/catalogue/write-index.sqlite.ts'
import { minutes, settled, Workspace } from './workspace.ts'

let workspace: Workspace
beforeEach(() => (workspace = new Workspace()))
afterEach(() => workspace[Symbol.dispose]())

const counts = async (now?: number): Promise<[number, number]> => {
  const { read, removed } = await workspace.index(now)
  return [read, removed]
}

describe('files of the office', () => {
  it('are read once, then only when they change', async () => {
    workspace.put('a.yaml', minutes('سقف اعتبار'))
    workspace.put('data/b.yaml', minutes('سقف مهلت'))
    workspace.put('jalaseh.yaml', 'office: { lines: [x] }\n')
    expect(await counts()).toEqual([3, 0])
    expect(await counts()).toEqual([0, 0])
    workspace.put('data/b.yaml', minutes('کف مهلت'))
    expect(await counts()).toEqual([1, 0])
    expect(await workspace.find('سقف')).toEqual(['a.yaml'])
    expect(await workspace.find('کف')).toEqual(['data/b.yaml'])
  })

  it('that are gone are found no more, nor those of another name', async () => {
    workspace.put('a.yaml', minutes('سقف'))
    workspace.put('b.yaml', minutes('سقف'))
    await workspace.index()
    workspace.remove('a.yaml')
    renameSync(join(workspace.folder, 'b.yaml'), join(workspace.folder, 'c.yml'))
    expect(await counts()).toEqual([1, 2])
    expect(await workspace.find('سقف')).toEqual(['c.yml'])
  })

  it('are read anew though size and time of writing are the same', async () => {
    workspace.put('a.yaml', minutes('سقف'))
    const { atime, mtime } = statSync(join(workspace.folder, 'a.yaml'))
    await workspace.index()
    workspace.put('a.yaml', minutes('کفش'))
    utimesSync(join(workspace.folder, 'a.yaml'), atime, mtime)
    expect(await counts()).toEqual([1, 0])
    expect(await workspace.find('کفش')).toEqual(['a.yaml'])
  })

  it('are looked at again where they were written as they were read', async () => {
    workspace.put('a.yaml', minutes('سقف'))
    expect(await counts(Date.now())).toEqual([1, 0])
    expect(await counts()).toEqual([1, 0])
    expect(await counts()).toEqual([0, 0])
  })

  it('that cannot be read are said, and the others found', async () => {
    workspace.put('a.yaml', minutes('سقف'))
    workspace.put('data/b.yaml', 'meeting: "open\nسقف: [\n')
    workspace.put('data/c.yaml', '\u0000\u0001')
    expect((await workspace.index()).faults).toEqual([])
    expect((await workspace.find('سقف')).toSorted()).toEqual(['a.yaml', 'data/b.yaml'])
  })

  it('may come to be about a meeting', async () => {
    workspace.put('a.yaml', 'x: سقف\n')
    await workspace.index()
    workspace.put('a.yaml', minutes('سقف'))
    await workspace.index()
    expect(await workspace.find('سقف')).toEqual(['a.yaml'])
  })
})

describe('the archive', () => {
  const revision = (id: string, number: number, latest: boolean, text: string) => {
    const path = `archive/1405/09/${id}.r${number}/${id}.yaml`
    workspace.put(path, text)
    return {
      id,
      revision: number,
      latest,
      source: join(workspace.folder, path),
      manifestHash: `${id}${number}`,
    }
  }
  const holds = (stamp: string, ...revisions: ReturnType<typeof revision>[]): void => {
    workspace.archive = {
      stamp,
      revisions: async () => revisions,
      describe: async ({ source }) => ({ kind: 'minutes', pdf: source.replace('.yaml', '.pdf') }),
    }
  }

  it('is asked again only where something was stored', async () => {
    holds('1', revision('a', 1, true, minutes('سقف')))
    expect(await counts()).toEqual([1, 0])
    holds('1', revision('a', 1, true, minutes('سقف')), revision('b', 1, true, minutes('سقف')))
    expect(await counts()).toEqual([0, 0])
    const both = [revision('a', 1, true, minutes('سقف')), revision('b', 1, true, minutes('سقف'))]
    holds('2', ...both)
    expect(await counts()).toEqual([1, 0])
  })

  it('gives the latest revisions, and all where they are wanted', async () => {
    holds('1', revision('a', 1, true, minutes('سقف')))
    await workspace.index()
    holds('2', revision('a', 1, false, minutes('سقف')), revision('a', 2, true, minutes('سقف نو')))
    await workspace.index()
    const latest = 'archive/1405/09/a.r2/a.yaml'
    expect(await workspace.find('سقف')).toEqual([latest])
    expect((await workspace.find('سقف', { revisions: true })).toSorted()).toEqual([
      'archive/1405/09/a.r1/a.yaml',
      latest,
    ])
  })

  it('stands for the working copy of what it holds, as long as they are the same', async () => {
    workspace.put('a.yaml', minutes('سقف'))
    await workspace.index()
    holds('1', revision('a', 1, true, minutes('سقف')))
    await workspace.index()
    expect(await workspace.find('سقف')).toEqual(['archive/1405/09/a.r1/a.yaml'])
    workspace.put('a.yaml', minutes('سقف تازه'))
    await workspace.index()
    expect((await workspace.find('سقف')).toSorted()).toEqual(['a.yaml', 'archive/1405/09/a.r1/a.yaml'])
    workspace.put('a.yaml', minutes('سقف'))
    await workspace.index()
    holds('2', revision('a', 1, false, minutes('سقف')), revision('a', 2, true, minutes('سقف نو')))
    await workspace.index()
    expect((await workspace.find('سقف')).toSorted()).toEqual(['a.yaml', 'archive/1405/09/a.r2/a.yaml'])
  })

  it('that is gone is found no more', async () => {
    holds('1', revision('a', 1, true, minutes('سقف')))
    await workspace.index()
    workspace.archive = undefined
    expect(await counts()).toEqual([0, 1])
    expect(await workspace.find('سقف')).toEqual([])
  })
})

it('an index that was cleared is filled again, and full text and rows agree', async () => {
  for (let n = 0; n < 5; n++) workspace.put(`${n}.yaml`, minutes(`سقف ${n}`, { date: '1405/09/04' }))
  await workspace.index()
  await workspace.open(({ immediate }) => immediate(clearIndex))
  expect(await workspace.find('سقف')).toEqual([])
  expect((await workspace.index(settled())).read).toBe(5)
  expect(await workspace.find('سقف')).toHaveLength(5)
  await workspace.open(async ({ db }) => {
    await sql`insert into search_index (search_index) values ('integrity-check')`.execute(db)
    const { rows } = await sql`select count(*) as n from search_text`.execute(db)
    expect(rows).toEqual([{ n: 5 }])
  })
})
