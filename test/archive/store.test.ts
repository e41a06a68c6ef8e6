import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, test } from 'vitest'
import { readEntries } from '../../src/archive/entries.ts'
import { ArchiveFailure } from '../../src/archive/failure.ts'
import { ifUnlocked, withLock } from '../../src/archive/lock.sqlite.ts'
import { parseManifest } from '../../src/archive/manifest.ts'
import { store } from '../../src/archive/store.ts'
import { disk } from '../../src/workspace/disk.ts'
import { faultyDisk } from './faulty-disk.ts'
import type { How } from './faulty-disk.ts'
import { noon, paperOf } from './papers.ts'
import { Shelf } from './shelf.ts'

const files = (shelf: Shelf): string[] =>
  readdirSync(shelf.archive, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .toSorted()
const chain = (shelf: Shelf): string => readFileSync(join(shelf.archive, 'chain.jsonl'), 'utf8')

test('a paper lies in its folder with its source, annexes and manifest', async () => {
  using shelf = new Shelf()
  const annexes = [{ path: 'annexes/1-نقشه.pdf', bytes: Buffer.from('annex') }]
  const stored = await shelf.add(paperOf('m', 'متن', { annexes }))
  expect(stored).toMatchObject({ added: true, line: { seq: 1, path: '1405/09/m.r1' } })
  const folder = join(shelf.archive, '1405/09/m.r1')
  expect(readdirSync(folder).toSorted()).toEqual(['annexes', 'm.yaml', 'manifest.json', 'minutes.pdf'])
  expect(readFileSync(join(folder, 'annexes/1-نقشه.pdf'), 'utf8')).toBe('annex')
  expect(parseManifest(readFileSync(join(folder, 'manifest.json'), 'utf8'))).toMatchObject({
    format: 1,
    id: 'm',
    revision: 1,
    kind: 'minutes',
    title: 'جلسهٔ m',
    body: 'شورای نمونه',
    session: 1,
    date: '1405/09/04',
    class: 'normal',
    issued: '2026-11-25T08:30:00.000Z',
    files: [{ path: 'm.yaml' }, { path: 'annexes/1-نقشه.pdf', size: 5 }, { path: 'minutes.pdf' }],
  })
  expect(await readEntries(shelf.archive)).toMatchObject([
    { id: 'm', revision: 1, kind: 'minutes', date: '1405/09/04', body: 'شورای نمونه', latest: true, folder },
  ])
  expect(readdirSync(join(shelf.archive, 'tmp'))).toEqual([])
  expect(await shelf.told()).toEqual([])
})

test('the same content again changes nothing, even where the paper was printed on another day', async () => {
  using shelf = new Shelf()
  const paper = paperOf('m')
  await shelf.add(paper)
  const before = [files(shelf), chain(shelf)]
  expect(await shelf.add({ ...paper, pdf: Buffer.from('%PDF other') }, 'دلیل')).toMatchObject({
    added: false,
  })
  expect([files(shelf), chain(shelf)]).toEqual(before)
})

test('other content needs a reason, and then names what it replaces', async () => {
  using shelf = new Shelf()
  const first = await shelf.add(paperOf('m'))
  if ('code' in first) throw new Error(first.code)
  const before = files(shelf)
  expect(await shelf.add(paperOf('m', 'متن دیگر'))).toMatchObject({
    code: 'archive/revision',
    values: { id: 'm', revision: '1' },
  })
  expect(files(shelf)).toEqual(before)
  const other = { annexes: [{ path: 'annexes/1-a.pdf', bytes: Buffer.from('a') }] }
  expect(await shelf.add(paperOf('m', 'متن', other))).toMatchObject({ code: 'archive/revision' })
  expect(await shelf.add(paperOf('m', 'متن دیگر'), 'اصلاح')).toMatchObject({ added: true })
  const entries = await readEntries(shelf.archive)
  expect(entries.map(({ revision, latest }) => [revision, latest])).toEqual([
    [1, false],
    [2, true],
  ])
  expect(entries[1]?.manifest.replaces).toEqual({
    revision: 1,
    manifest: first.line.manifest,
    reason: 'اصلاح',
  })
  // What was replaced is another content again.
  expect(await shelf.add(paperOf('m'))).toMatchObject({ code: 'archive/revision', values: { revision: '2' } })
  expect(await shelf.told()).toEqual([])
})

test('a paper of another kind, or of a name that a system takes for the same, is refused', async () => {
  using shelf = new Shelf()
  await shelf.add(paperOf('m'))
  expect(await shelf.add(paperOf('m', 'متن', { kind: 'briefing' }))).toMatchObject({ code: 'archive/kind' })
  expect(await shelf.add(paperOf('M'))).toMatchObject({ code: 'archive/near', values: { other: 'm' } })
  expect(await shelf.add(paperOf('a/b'))).toMatchObject({ code: 'archive/name' })
  expect(await shelf.add(paperOf('m.r1'))).toMatchObject({ added: true })
  expect(await shelf.add(paperOf('m+'))).toMatchObject({ added: true })
})

test('a paper that was printed as another revision than it would become is refused', async () => {
  using shelf = new Shelf()
  await shelf.add(paperOf('m'))
  await shelf.add(paperOf('m', 'دوم'), 'اصلاح')
  const given = { disk, now: noon, reason: 'اصلاح' }
  const third = paperOf('m', 'سوم')
  expect(await store(shelf.archive, third, { ...given, revision: 2 })).toMatchObject({
    code: 'archive/overtaken',
  })
  expect(await store(shelf.archive, third, { ...given, revision: 3 })).toMatchObject({ added: true })
})

describe('an archive that was touched takes nothing more at the place', () => {
  test.each<[string, (archive: string) => void, string]>([
    [
      'the manifest of the earlier revision',
      (a) => writeFileSync(join(a, '1405/09/m.r1/manifest.json'), '{}'),
      'archive/damaged',
    ],
    [
      'the last line of the chain',
      (a) => writeFileSync(join(a, 'chain.jsonl'), '{"seq":1}\n'),
      'archive/chain-end',
    ],
    ['the chain', (a) => rmSync(join(a, 'chain.jsonl')), 'archive/chain-gone'],
    ['a folder in the way', (a) => mkdirSync(join(a, '1405/09/m.r2')), 'archive/occupied'],
  ])('%s', async (_, touch, code) => {
    using shelf = new Shelf()
    await shelf.add(paperOf('m'))
    touch(shelf.archive)
    const before = files(shelf)
    expect(await shelf.add(paperOf('m', 'متن دیگر'), 'اصلاح')).toMatchObject({ code })
    expect(files(shelf)).toEqual(before)
  })
})

describe('a disk that is full or may not be written', () => {
  const refusal = (code: string) => (): never => {
    throw Object.assign(new Error(code), { code, syscall: 'write' })
  }
  const steps = Array.from({ length: 16 }, (_, n) => n + 1)

  test.each(steps.flatMap((at) => [[at, 'before', 'EROFS'] as const, [at, 'half', 'ENOSPC'] as const]))(
    'at step %i, %s: %s',
    async (at, how: How, code) => {
      using shelf = new Shelf()
      await shelf.add(paperOf('m'))
      const before = [files(shelf), chain(shelf)]
      let refused = false
      const full = faultyDisk(disk, { at, how, end: () => ((refused = true), refusal(code)()) })
      const result = await shelf.add(paperOf('n'), undefined, full).catch((error: unknown) => error)
      expect(refused).toBe(true)
      // Once its line is there it is stored, whatever becomes of the notes.
      if (at === steps.length) expect(result).toMatchObject({ added: true })
      else {
        expect(result).toBeInstanceOf(ArchiveFailure)
        expect((result as ArchiveFailure).fault).toMatchObject({
          code: 'archive/unwritable',
          values: { reason: code },
        })
        expect([files(shelf).filter((name) => name !== 'tmp'), chain(shelf)]).toEqual([
          (before[0] as string[]).filter((name) => name !== 'tmp'),
          before[1],
        ])
      }
      expect(await shelf.add(paperOf('n'))).toMatchObject({ added: at < steps.length })
      expect(await shelf.told()).toEqual([])
    },
  )

  test('from some step on for good: what is stored stays, and all is well when there is room', async () => {
    for (const from of steps) {
      using shelf = new Shelf()
      await shelf.add(paperOf('m'))
      const broken = faultyDisk(disk, {
        at: 0,
        how: 'before',
        end: () => {},
        seen: ({ n }) => n >= from && refusal('ENOSPC')(),
      })
      await shelf.add(paperOf('n'), undefined, broken).catch(() => {})
      expect((await readEntries(shelf.archive)).map(({ id }) => id)).toContain('m')
      await shelf.add(paperOf('n'))
      expect((await readEntries(shelf.archive)).map(({ id }) => id)).toEqual(['m', 'n'])
      expect(await shelf.told()).toEqual([])
    }
  })

  test('a file where the archive should be', async () => {
    using shelf = new Shelf()
    writeFileSync(shelf.archive, 'x')
    await expect(shelf.add(paperOf('m'))).rejects.toMatchObject({ fault: { code: 'archive/unwritable' } })
    expect(readFileSync(shelf.archive, 'utf8')).toBe('x')
  })
})

describe('the lock', () => {
  test('one writer at a time, and those who wait come after', async () => {
    using shelf = new Shelf()
    mkdirSync(shelf.archive)
    const seen: string[] = []
    const work = (name: string) =>
      withLock(shelf.archive, async () => {
        seen.push(`${name} in`)
        await new Promise((resolve) => setTimeout(resolve, 20))
        seen.push(`${name} out`)
      })
    await Promise.all([work('a'), work('b')])
    expect(seen.map((word) => word.slice(2))).toEqual(['in', 'out', 'in', 'out'])
    expect(readdirSync(shelf.archive)).toEqual(['lock'])
  })

  test('who only reads does not wait', async () => {
    using shelf = new Shelf()
    mkdirSync(shelf.archive)
    let healed = false
    await withLock(shelf.archive, () =>
      ifUnlocked(shelf.archive, async () => {
        healed = true
      }),
    )
    expect(healed).toBe(false)
  })

  test('who waits can be called off', async () => {
    using shelf = new Shelf()
    mkdirSync(shelf.archive)
    using other = new DatabaseSync(join(shelf.archive, 'lock'))
    other.exec('begin exclusive')
    const stop = new AbortController()
    const waiting = withLock(shelf.archive, async () => {}, stop.signal)
    stop.abort()
    await expect(waiting).rejects.toThrow(/abort/i)
  })

  test('a lock file that is none is told, and stays', async () => {
    using shelf = new Shelf()
    mkdirSync(shelf.archive)
    writeFileSync(join(shelf.archive, 'lock'), 'x'.repeat(5000))
    await expect(shelf.add(paperOf('m'))).rejects.toMatchObject({ fault: { code: 'archive/lock' } })
    expect(existsSync(join(shelf.archive, '1405'))).toBe(false)
  })
})
