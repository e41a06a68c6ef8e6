import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { writeBag } from '../../src/archive/bag.ts'
import { readEntries } from '../../src/archive/entries.ts'
import { disk } from '../../src/workspace/disk.ts'
import type { Disk } from '../../src/workspace/disk.ts'
import { faultyDisk } from './faulty-disk.ts'
import { paperOf } from './papers.ts'
import { Shelf } from './shelf.ts'

let shelf: Shelf
beforeEach(async () => {
  shelf = new Shelf()
  await shelf.add(paperOf('صورت‌جلسهٔ ۵'))
  const annexes = [{ path: 'annexes/1-x y.pdf', bytes: Buffer.from('annex') }]
  await shelf.add(paperOf('b', 'متن', { annexes }))
})
afterEach(() => {
  shelf[Symbol.dispose]()
})
async function bag(by: Disk = disk): Promise<unknown> {
  const entries = await readEntries(shelf.archive)
  const target = join(shelf.base, 'bag')
  const given = { archive: shelf.archive, target, entries, day: '2026-11-25', organization: 'دستگاه نمونه' }
  return writeBag({ ...given, disk: by })
}
const read = (name: string): string => readFileSync(join(shelf.base, 'bag', name), 'utf8')

test('is a bag by RFC 8493 that sha256sum can check alone', async () => {
  const written = await bag()
  const payload = readdirSync(join(shelf.base, 'bag/data'), { recursive: true, withFileTypes: true }).filter(
    (one) => one.isFile(),
  )
  expect(written).toMatchObject({ files: payload.length })
  expect(read('bagit.txt')).toBe('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n')
  const bytes = payload.reduce((sum, one) => sum + readFileSync(join(one.parentPath, one.name)).length, 0)
  expect(read('bag-info.txt')).toContain(`Payload-Oxum: ${bytes}.${payload.length}\n`)
  expect(read('bag-info.txt')).toContain('Source-Organization: دستگاه نمونه\nBagging-Date: 2026-11-25\n')
  for (const list of ['manifest-sha256.txt', 'tagmanifest-sha256.txt']) {
    const lines = read(list).trimEnd().split('\n')
    const said = execFileSync('sha256sum', ['-c', '--strict', list], {
      cwd: join(shelf.base, 'bag'),
    }).toString()
    expect(said.match(/: OK$/gm)).toHaveLength(lines.length)
  }
  expect(read('manifest-sha256.txt').trimEnd().split('\n')).toHaveLength(payload.length)
  expect(read('tagmanifest-sha256.txt')).toContain('  manifest-sha256.txt\n')
  expect(read('data/chain.jsonl')).toBe(readFileSync(join(shelf.archive, 'chain.jsonl'), 'utf8'))
})

test('what was touched in the archive goes into no bag', async () => {
  writeFileSync(join(shelf.archive, '1405/09/b.r1/b.yaml'), 'x')
  expect(await bag()).toMatchObject([{ code: 'archive/changed', values: { path: '1405/09/b.r1/b.yaml' } }])
  expect(readdirSync(shelf.base)).toEqual(['archive'])
})

test('a disk that is full leaves nothing', async () => {
  const end = (): never => {
    throw Object.assign(new Error(), { code: 'ENOSPC', syscall: 'write' })
  }
  const full = faultyDisk(disk, { at: 9, how: 'half', end })
  await expect(bag(full)).rejects.toMatchObject({ fault: { code: 'archive/unwritable' } })
  expect(readdirSync(shelf.base)).toEqual(['archive'])
  expect(existsSync(join(shelf.base, 'bag'))).toBe(false)
})
