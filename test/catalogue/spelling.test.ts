import { afterAll, beforeAll, expect, it } from 'vitest'
import { withHalfSpaces } from '../../src/persian/fa.ts'
import { spellingPairs } from './spelling-pairs.ts'
import { minutes, Workspace } from './workspace.ts'

const pairs = Object.entries(spellingPairs).flatMap(([rule, rows]) =>
  rows.map(([a, b]) => ({ rule, a: withHalfSpaces(a), b: withHalfSpaces(b) })),
)
/** Spellings as they stand in the text of one document each. */
const texts = [...new Set(pairs.flatMap(({ a, b }) => [a, b]))]
const fileOf = (text: string): string => `data/${texts.indexOf(text)}.yaml`
const workspace = new Workspace()

beforeAll(async () => {
  for (const text of texts) workspace.put(fileOf(text), minutes(`متن ${text} نمونه`))
  await workspace.index()
})
afterAll(() => workspace[Symbol.dispose]())

/** Pairs of which one spelling does not find the text with the other. */
async function missed(asked: (text: string) => string): Promise<string[]> {
  const misses: string[] = []
  for (const { rule, a, b } of pairs) {
    const there = await workspace.find(asked(a))
    const back = await workspace.find(asked(b))
    if (!there.includes(fileOf(b)) || !back.includes(fileOf(a))) misses.push(`${rule}: ${a} | ${b}`)
  }
  return misses
}

it('has at least as many pairs as the study, each of two spellings', () => {
  expect(pairs.length).toBeGreaterThanOrEqual(145)
  expect(pairs.filter(({ a, b }) => a === b)).toEqual([])
})

it('finds every pair in both directions', async () => {
  expect(await missed((text) => text)).toEqual([])
})

it('finds them as phrases, too, but for the other number of a word', async () => {
  const misses = await missed((text) => `"${text}"`)
  expect(misses.filter((one) => !one.startsWith('singular and plural'))).toEqual([])
})

it('tells other words apart', async () => {
  for (const [text, other] of [
    ['۱۴۰۴', '۱۴۰۵'],
    ['طرح', 'شرح'],
    ['مالی', 'ملی'],
    ['بند ۸', 'بند۷'],
  ] as const) {
    expect(await workspace.find(`"${text}"`)).not.toContain(fileOf(other))
  }
})
