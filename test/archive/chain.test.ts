import { describe, expect, test } from 'vitest'
import { hashOf, headOf, linesOf, nextLine, origin } from '../../src/archive/chain.ts'
import type { ChainLine } from '../../src/archive/chain.ts'
import { checkChain } from '../../src/archive/check-chain.ts'

function chainOf(count: number): ChainLine[] {
  const lines: ChainLine[] = []
  for (let n = 1; n <= count; n++) {
    const content = {
      at: '2026-11-25T08:30:00.000Z',
      path: `1405/09/m${n}.r1`,
      manifest: String(n).repeat(64),
    }
    lines.push(nextLine(lines.at(-1) ?? origin, content))
  }
  return lines
}
const textOf = (lines: ChainLine[]): string => lines.map((line) => `${JSON.stringify(line)}\n`).join('')
const told = (text: string): string[] =>
  checkChain(text).faults.map(({ code, values }) => [code, ...Object.values(values)].join(' '))
const lines = chainOf(5)
const rehashed = (line: ChainLine): ChainLine => ({ ...line, hash: hashOf(line) })
/** The chain with another third line. */
const with3 = (third: ChainLine): string => textOf(lines.with(2, third))

test('a chain as it was written', () => {
  expect(told(textOf(lines))).toEqual([])
  expect(told('')).toEqual([])
  expect(linesOf(textOf(lines))).toEqual(lines)
  expect(headOf(textOf(lines))).toEqual({ seq: 5, hash: lines[4]!.hash })
  expect(headOf('')).toBe(origin)
})

test('the hash is of what any program can write: members in their order, no spaces', async () => {
  const { seq, at, path, manifest, prev, hash } = lines[1]!
  const text = `{"seq":${seq},"at":"${at}","path":"${path}","manifest":"${manifest}","prev":"${prev}"}`
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  expect(Buffer.from(digest).toString('hex')).toBe(hash)
})

describe('what was done to it', () => {
  const third = lines[2]!
  test.each<[string, string, string[]]>([
    ['a path edited', with3({ ...third, path: '1405/09/x.r1' }), ['archive/chain-line 3']],
    [
      'a hash edited',
      with3({ ...third, hash: '0'.repeat(64) }),
      ['archive/chain-line 3', 'archive/chain-rewritten 3'],
    ],
    [
      'edited and hashed anew',
      with3(rehashed({ ...third, manifest: 'f'.repeat(64) })),
      ['archive/chain-rewritten 3'],
    ],
    ['one taken out', textOf(lines.toSpliced(2, 1)), ['archive/chain-cut 3 3 3']],
    ['two taken out', textOf(lines.toSpliced(1, 2)), ['archive/chain-cut 2 3 2']],
    ['the first taken out', textOf(lines.slice(1)), ['archive/chain-cut 1 1 1']],
    ['one twice', textOf(lines.toSpliced(3, 0, third)), ['archive/chain-order 4', 'archive/chain-order 4']],
    ['no line', textOf(lines).replace(JSON.stringify(third), 'x'), ['archive/chain-line 3']],
    ['an end that is missing', textOf(lines).slice(0, -1), []],
    ['half a line at the end', textOf(lines).slice(0, -40), ['archive/chain-line 5']],
  ])('%s', (_, text, expected) => expect(told(text)).toEqual(expected))
})

test.each([
  ['half a line', textOf(lines).slice(0, -40)],
  ['a line without its end', textOf(lines).slice(0, -1)],
  ['an edited line', textOf(lines.with(4, { ...lines[4]!, path: 'x' }))],
])('nothing is added after %s', (_, text) => expect(headOf(text)).toBeUndefined())
