import { describe, expect, it } from 'vitest'
import { mutate } from './mutate.ts'
import { Random } from './random.ts'
import { caseOf, corpusOf, faultOf } from './target.ts'
import type { Target } from './target.ts'
import { targets } from './targets.ts'

/** Of each target, in every run of the tests; `npm run fuzz` tries thousands. */
const few = (name: string): number => (name === 'annex-thread' ? 2 : 12)

describe.each(Object.keys(targets))('%s', (name) => {
  it('stands what once broke it, and a few new cases', async () => {
    const target = await targets[name]!()
    const cases = Array.from({ length: few(name) }, (_, n) => [`new ${n}`, caseOf(target, name, n)] as const)
    for (const [label, bytes] of [...corpusOf(name), ...cases])
      expect(await faultOf(target, bytes), label).toBeUndefined()
  }, 60_000)

  it('makes the same case of the same numbers, and others of others', async () => {
    const target = await targets[name]!()
    expect(caseOf(target, 'a', 1)).toEqual(caseOf(target, 'a', 1))
    const different = Array.from({ length: 8 }, (_, n) => caseOf(target, 'a', n).toString('latin1'))
    expect(new Set(different).size).toBeGreaterThan(4)
  })
})

describe('what is tried', () => {
  it('is found where it throws', async () => {
    const broken: Target = {
      make: (random) => Buffer.from(mutate('abc', random, { words: ['x'] })),
      check: (bytes) => {
        if (bytes.includes('x')) throw new Error('no x here')
      },
    }
    const faults = await Promise.all(
      Array.from({ length: 60 }, (_, n) => faultOf(broken, caseOf(broken, 's', n))),
    )
    expect(faults.filter((fault) => fault?.includes('no x here')).length).toBeGreaterThan(3)
  })

  it('is found where it takes long', async () => {
    const busy: Target = {
      make: () => Buffer.alloc(0),
      check: () => {
        const before = process.threadCpuUsage()
        for (let used = before; used.user - before.user < 30_000;) used = process.threadCpuUsage()
      },
    }
    expect(await faultOf(busy, Buffer.alloc(0), 20)).toMatch(/^slow: \d+ ms$/)
  })

  it('is mostly what it was, and never as it was for long', () => {
    const text = 'متن '.repeat(100)
    const all = Array.from({ length: 200 }, (_, n) => mutate(text, new Random(String(n)), { words: ['x'] }))
    expect(all.filter((one) => one !== text).length).toBeGreaterThan(150)
    expect(all.filter((one) => one.includes('متن متن')).length).toBeGreaterThan(150)
    for (const one of all) expect(one.length).toBeLessThanOrEqual(100_000)
  })
})
