// kill -9 at every step of storing, by one process and by two at once: nothing acknowledged is lost, nothing is there twice
// or by half, and the next start heals.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readEntries } from '../../src/archive/entries.ts'
import { disk } from '../../src/workspace/disk.ts'
import { faultyDisk } from '../archive/faulty-disk.ts'
import type { How, Step } from '../archive/faulty-disk.ts'
import { paperOf } from '../archive/papers.ts'
import { Shelf } from '../archive/shelf.ts'

interface Life {
  killed: boolean
  /** Papers it said were stored, and of these those that it had stored itself. */
  acknowledged: number[]
  added: number[]
}

async function live(archive: string, first: number, last: number, at: number, how: How): Promise<Life> {
  const args = [join(import.meta.dirname, '../archive/adder.ts'), archive, first, last, at, how].map(String)
  const env = { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'node-compile-cache') }
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let out = ''
  let err = ''
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()))
  const [code, signal] = (await once(child, 'close')) as [number | null, string | null]
  if (code !== 0 && signal !== 'SIGKILL') throw new Error(err)
  const lines = out
    .split('\n')
    .filter(Boolean)
    .map((line) => line.split(' '))
  return {
    killed: signal === 'SIGKILL',
    acknowledged: lines.map(([n]) => Number(n)),
    added: lines.filter(([, word]) => word === 'added').map(([n]) => Number(n)),
  }
}

/** Entries with the content they were to have; anything else fails here. */
async function stored(archive: string): Promise<string[]> {
  const entries = await readEntries(archive)
  for (const { id, source, pdf } of entries) {
    const paper = paperOf(id)
    expect(readFileSync(source).equals(paper.source)).toBe(true)
    expect(readFileSync(pdf).equals(paper.pdf)).toBe(true)
  }
  return entries.map(({ id }) => id)
}

/** The steps of storing the second paper of an archive. */
async function steps(): Promise<Step[]> {
  using shelf = new Shelf()
  await shelf.add(paperOf('paper-1'))
  const seen: Step[] = []
  const all = { at: 0, how: 'before' as const, end: () => {}, seen: (step: Step) => seen.push(step) }
  await shelf.add(paperOf('paper-2'), undefined, faultyDisk(disk, all))
  return seen
}

const walk = await steps()
const points: [number, How, string][] = walk.flatMap(({ n, name }) => [
  [n, 'before', name],
  ...(name === 'create' || name === 'append' ? [[n, 'half', name] as [number, How, string]] : []),
])

test('storing is made of steps', () => {
  expect(walk.filter(({ name }) => name === 'create')).toHaveLength(4)
  expect(walk.filter(({ name }) => name === 'append')).toHaveLength(1)
  expect(walk.findIndex(({ name }) => name === 'rename')).toBeLessThan(
    walk.findIndex(({ name }) => name === 'append'),
  )
})

describe('killed at a step', () => {
  test.each(points)(
    '%i %s %s',
    async (at, how) => {
      using shelf = new Shelf()
      await shelf.add(paperOf('paper-1'))
      const life = await live(shelf.archive, 2, 2, at, how)
      expect(life).toEqual({ killed: true, acknowledged: [], added: [] })
      // Before anything heals: what can be seen is whole.
      const before = await stored(shelf.archive)
      expect(before.slice(0, 1)).toEqual(['paper-1'])
      expect((await shelf.told()).filter((line) => !line.startsWith('archive/pending'))).toEqual([])
      // The next start heals, and the same paper is stored once.
      await shelf.add(paperOf('paper-3'))
      expect(readdirSync(join(shelf.archive, 'tmp'))).toEqual([])
      const healed = await stored(shelf.archive)
      expect(healed.slice(0, before.length)).toEqual(before)
      const again = await shelf.add(paperOf('paper-2'))
      expect(again).toMatchObject({ added: !healed.includes('paper-2') })
      expect((await stored(shelf.archive)).toSorted()).toEqual(['paper-1', 'paper-2', 'paper-3'])
      expect(await shelf.told()).toEqual([])
    },
    20_000,
  )
})

describe('killed again and again, two at a time', () => {
  const papers = 500
  const leastKills = 50

  test('all of 500 papers are there, once and whole', async () => {
    using shelf = new Shelf()
    const acknowledged = new Set<number>()
    const added: number[] = []
    let kills = 0
    /** Ends of lives, spread without chance. */
    let turn = 0
    const worker = async (how: How): Promise<void> => {
      for (let next = 1; next <= papers;) {
        const at = 1 + ((++turn * 61) % 210)
        const life = await live(shelf.archive, next, papers, at, how)
        if (life.killed) kills++
        for (const n of life.acknowledged) acknowledged.add(n)
        added.push(...life.added)
        next = (life.acknowledged.at(-1) ?? next - 1) + 1
        // While the other one is at work: what is acknowledged is there, and all there is is whole.
        if (turn % 5 > 0) continue
        // The other one goes on adding while it is read.
        const least = new Set(added).size
        const { faults, revisions } = await shelf.verify()
        expect(faults.filter(({ code }) => code !== 'archive/pending')).toEqual([])
        expect(revisions).toBeGreaterThanOrEqual(least)
      }
    }
    await Promise.all([worker('before'), worker('half')])
    expect(kills).toBeGreaterThanOrEqual(leastKills)
    expect(acknowledged.size).toBe(papers)
    expect(new Set(added).size).toBe(added.length)
    await shelf.add(paperOf('paper-1'))
    const ids = await stored(shelf.archive)
    expect(ids.toSorted()).toEqual(Array.from({ length: papers }, (_, n) => `paper-${n + 1}`).toSorted())
    expect(await shelf.told()).toEqual([])
  }, 120_000)
})
