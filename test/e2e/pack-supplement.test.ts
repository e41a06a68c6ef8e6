// Supplements: what changed since an edition and what came late, for those who may see it, and nothing else.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { fa } from '../../src/persian/fa.ts'
import { Desk, errorsOf, told } from './cli.ts'
import type { Ended } from './cli.ts'
import { annexPdf, bare, edit, listed, state, wordsOf } from './packs.ts'

const text = `meeting: { title: جلسهٔ نمونه, edition: 1 }
agenda:
  - { topic: بند نخست }
  - { topic: بند محرمانهٔ نمونه, class: محرمانه }
people:
  - { id: low, name: گیرندهٔ عادی, email: low@example.ir, ceiling: عادی }
  - { id: high, name: گیرندهٔ بالا, email: high@example.ir, ceiling: سری }
resolutions:
  - { id: m-1, text: مصوبهٔ نخست }
annexes:
  - { id: same, title: پیوست ماندگار, file: same.pdf }
  - { id: other, title: پیوست جایگزین, file: other.pdf }
  - { id: gone, title: پیوست برداشته, file: gone.pdf }
distribution: [low, high]
`

let desk: Desk
beforeEach(() => {
  desk = new Desk()
  desk.put('jalaseh.yaml', 'class: عادی\n')
  desk.put('m.yaml', text)
  for (const name of ['same', 'other', 'gone', 'late', 'closed']) desk.put(`${name}.pdf`, annexPdf(name))
})
afterEach(() => desk[Symbol.dispose]())

const pack = (...args: string[]): Promise<Ended> => desk.run(['pack', 'm.yaml', '--json', ...args])
const folder = 'out/m/packs/since-1'
const codes = (ended: Ended): string[] => told(ended).map(({ code }) => code)
const wordsFor = (file: string): Promise<string> => wordsOf(readFileSync(join(desk.folder, folder, file)))
const high = '2-گیرندهٔ-بالا.pdf'
const low = '1-گیرندهٔ-عادی.pdf'

describe('a supplement', { timeout: 120_000 }, () => {
  test('says every change and brings what is late, to each what he may see', async () => {
    expect(codes(await pack('--for', 'all'))).not.toContain('pack/edition-changed')
    edit(desk, 'm.yaml', 'edition: 1', 'edition: 2')
    edit(desk, 'm.yaml', 'topic: بند نخست', 'topic: بند نخست, presenter: low')
    edit(desk, 'm.yaml', 'بند محرمانهٔ نمونه', 'بند محرمانهٔ دیگر')
    edit(desk, 'm.yaml', 'annexes:', '  - { id: m-2, text: مصوبهٔ تازه }\nannexes:')
    edit(desk, 'm.yaml', '  - { id: gone, title: پیوست برداشته, file: gone.pdf }\n', '')
    edit(
      desk,
      'm.yaml',
      'distribution:',
      '  - { id: late, title: پیوست دیررسیده, file: late.pdf }\n  - { id: closed, title: پیوست بسته, file: closed.pdf, class: سری }\ndistribution:',
    )
    desk.put('other.pdf', annexPdf('replacement'))
    const whole = state(desk, 'out/m/packs')
    const ended = await pack('--for', 'all', '--since', '1')
    expect(errorsOf(ended)).toEqual([])
    expect(ended.code).toBe(0)
    // Packs of the edition itself are not touched.
    expect(state(desk, 'out/m/packs')).toEqual(whole)
    expect(listed(desk, folder)).toMatchObject({ edition: 2, packs: [{ copy: 1 }, { copy: 2 }], failed: [] })

    const [ofLow, ofHigh] = await Promise.all([wordsFor(low), wordsFor(high)])
    const both = [
      fa`متمم ویرایش ۱`,
      'بند نخست',
      'مصوبهٔ تازه',
      'پیوست دیررسیده',
      'annex late',
      'پیوست جایگزین',
      fa`پرونده~ای تازه`,
      'annex replacement',
      'پیوست برداشته',
      fa`حذف~شده`,
    ]
    for (const word of both) {
      expect(ofLow, word).toContain(bare(word))
      expect(ofHigh, word).toContain(bare(word))
    }
    // What did not change, and what is gone, is not in it.
    for (const word of ['annex same', 'annex other', 'annex gone', 'پیوست ماندگار', 'مصوبهٔ نخست']) {
      expect(ofLow, word).not.toContain(bare(word))
      expect(ofHigh, word).not.toContain(bare(word))
    }
    for (const word of ['بند محرمانهٔ دیگر', 'پیوست بسته', 'annex closed']) {
      expect(ofLow, word).not.toContain(bare(word))
      expect(ofHigh, word).toContain(bare(word))
    }
  })

  test('is not made for whom nothing changed, and that is no failure', async () => {
    await pack('--for', 'all')
    edit(desk, 'm.yaml', 'edition: 1', 'edition: 2')
    edit(desk, 'm.yaml', 'بند محرمانهٔ نمونه', 'بند محرمانهٔ دیگر')
    const ended = await pack('--for', 'all', '--since', '1')
    expect(ended.code).toBe(0)
    expect(told(ended).filter(({ code }) => code === 'pack/unchanged')).toMatchObject([
      { severity: 'warning', values: { name: 'گیرندهٔ عادی', edition: '1' } },
    ])
    expect(listed(desk, folder)).toMatchObject({ packs: [{ copy: 2 }], failed: [] })
    expect(await wordsFor(high)).toContain(bare('بند محرمانهٔ دیگر'))
  })

  test('of nothing at all is nothing', async () => {
    await pack('--for', 'all')
    edit(desk, 'm.yaml', 'edition: 1', 'edition: 2')
    const before = desk.files()
    const ended = await pack('--for', 'all', '--since', '1')
    expect(ended.code).toBe(0)
    expect(codes(ended).filter((code) => code === 'pack/unchanged')).toHaveLength(2)
    expect(desk.files()).toEqual(before)
  })

  test('is made once', async () => {
    await pack('--for', 'all')
    edit(desk, 'm.yaml', 'edition: 1', 'edition: 2')
    edit(desk, 'm.yaml', 'بند نخست', 'بند دیگر')
    expect((await pack('--for', 'all', '--since', '1')).code).toBe(0)
    const before = state(desk, folder)
    expect(JSON.parse((await pack('--for', 'all', '--since', '1')).stdout)).toMatchObject({ kept: 2 })
    expect(state(desk, folder)).toEqual(before)
  })
})

describe('an edition', { timeout: 120_000 }, () => {
  test('adds to an earlier one that was packed', async () => {
    edit(desk, 'm.yaml', 'edition: 1', 'edition: 2')
    const before = desk.files()
    for (const [since, code] of [
      ['2', 'pack/not-earlier'],
      ['3', 'pack/not-earlier'],
      ['1', 'pack/no-edition'],
    ] as const) {
      const ended = await pack('--since', since)
      expect(errorsOf(ended)).toEqual([code])
      expect(ended.code).toBe(1)
    }
    expect(desk.files()).toEqual(before)
    expect(desk.leftovers()).toEqual([])
  })

  test('that was packed of another file before is told', async () => {
    expect(codes(await pack())).not.toContain('pack/edition-changed')
    expect(codes(await pack())).not.toContain('pack/edition-changed')
    edit(desk, 'm.yaml', 'بند نخست', 'بند دیگر')
    const ended = await pack()
    expect(codes(ended)).toContain('pack/edition-changed')
    expect(ended.code).toBe(0)
  })

  test('in which an annex has another number is told', async () => {
    await pack()
    edit(desk, 'm.yaml', 'edition: 1', 'edition: 2')
    edit(desk, 'm.yaml', 'annexes:\n', 'annexes:\n  - { id: late, title: پیوست دیررسیده, file: late.pdf }\n')
    const ended = await pack('--since', '1')
    expect(ended.code).toBe(0)
    const moved = told(ended).filter(({ code }) => code === 'pack/annex-moved')
    expect(moved).toMatchObject([
      { line: 12, column: 45, values: { before: '1', now: '2', edition: '1' } },
      { line: 13, values: { before: '2', now: '3' } },
      { line: 14, values: { before: '3', now: '4' } },
    ])
  })
})
