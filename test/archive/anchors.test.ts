import { generateKeyPairSync } from 'node:crypto'
import { readFileSync, readdirSync, rmSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { fingerprint, readKey, signHead } from '../../src/archive/anchors.ts'
import { linesOf, nextLine, origin } from '../../src/archive/chain.ts'
import type { ChainLine } from '../../src/archive/chain.ts'
import { verifyArchive } from '../../src/archive/verify.ts'
import { disk } from '../../src/workspace/disk.ts'
import { noon, paperOf } from './papers.ts'
import { Shelf, judgePaper } from './shelf.ts'

const pair = generateKeyPairSync('ed25519')
const other = generateKeyPairSync('ed25519')
let shelf: Shelf
beforeEach(async () => {
  shelf = new Shelf()
  await shelf.add(paperOf('a'))
  await shelf.add(paperOf('b'))
})
afterEach(() => {
  shelf[Symbol.dispose]()
})
const sign = (key = pair.privateKey) => signHead(shelf.archive, key, { now: noon, disk })
const at = (path: string): string => join(shelf.archive, path)
async function verified(key = pair.publicKey): Promise<{ signed: number; codes: string[] }> {
  const { signed, faults } = await verifyArchive(shelf.archive, { judgePaper, judged: new Map(), key })
  return { signed, codes: faults.map(({ code }) => code) }
}
/** A forger writes the chain anew, from its second line on. */
function forgeChain(): void {
  const [first, ...rest] = linesOf(readFileSync(at('chain.jsonl'), 'utf8'))
  const anew: ChainLine[] = [first!]
  for (const line of rest)
    anew.push(nextLine(anew.at(-1) ?? origin, { ...line, at: '2026-01-01T00:00:00.000Z' }))
  writeFileSync(at('chain.jsonl'), anew.map((line) => `${JSON.stringify(line)}\n`).join(''))
}

test('says up to where the chain is signed', async () => {
  expect(await verified()).toEqual({ signed: 0, codes: ['archive/unsigned'] })
  expect(await sign()).toMatchObject({ added: true, head: { seq: 2 } })
  expect(await sign()).toMatchObject({ added: false })
  expect(await verified()).toEqual({ signed: 2, codes: [] })
  await shelf.add(paperOf('c'))
  expect(await verified()).toEqual({ signed: 2, codes: [] })
  await sign(other.privateKey)
  expect(await verified()).toEqual({ signed: 2, codes: [] })
  expect(await verified(other.publicKey)).toEqual({ signed: 3, codes: [] })
  expect(readdirSync(at('anchors')).filter((name) => name.endsWith('.sig'))).toHaveLength(2)
})

describe('what was done after it was signed', () => {
  test.each<[string, () => void, string[]]>([
    ['the chain written anew', forgeChain, ['archive/anchor']],
    [
      'its end cut off',
      () => {
        const text = readFileSync(at('chain.jsonl'), 'utf8')
        writeFileSync(at('chain.jsonl'), text.slice(0, text.indexOf('\n') + 1))
        rmSync(at('1405/09/b.r1'), { recursive: true })
      },
      ['archive/anchor'],
    ],
    [
      'the statement edited',
      () => {
        const path = at(`anchors/2-${fingerprint(pair.publicKey)}.txt`)
        writeFileSync(path, readFileSync(path, 'utf8').replace('2026', '2027'))
      },
      ['archive/signature'],
    ],
    [
      'the signature edited',
      () => {
        const path = at(`anchors/2-${fingerprint(pair.publicKey)}.sig`)
        const bytes = readFileSync(path)
        writeFileSync(path, bytes.with(3, bytes[3]! ^ 1))
      },
      ['archive/signature'],
    ],
    [
      'the statement taken away',
      () => unlinkSync(at(`anchors/2-${fingerprint(pair.publicKey)}.txt`)),
      ['archive/signature'],
    ],
    [
      'the signature taken away',
      () => unlinkSync(at(`anchors/2-${fingerprint(pair.publicKey)}.sig`)),
      ['archive/unsigned'],
    ],
  ])('%s', async (_, done, codes) => {
    await sign()
    done()
    expect((await verified()).codes).toEqual(codes)
  })
})

test('a run that was ended between statement and signature is made good by the next', async () => {
  await sign()
  unlinkSync(at(`anchors/2-${fingerprint(pair.publicKey)}.sig`))
  expect(await sign()).toMatchObject({ added: true })
  expect(await verified()).toEqual({ signed: 2, codes: [] })
})

test('an empty archive, or one whose chain is touched, is not signed', async () => {
  using empty = new Shelf()
  await disk.makeFolder(empty.archive)
  expect(await signHead(empty.archive, pair.privateKey, { now: noon, disk })).toMatchObject({
    code: 'archive/empty',
  })
  writeFileSync(at('chain.jsonl'), 'x\n')
  expect(await sign()).toMatchObject({ code: 'archive/chain-end' })
})

test('keys are Ed25519 in PEM, and locked ones need their passphrase', () => {
  const pem = (cipher?: object) =>
    pair.privateKey.export({ type: 'pkcs8', format: 'pem', ...cipher }) as string
  const locked = pem({ cipher: 'aes-256-cbc', passphrase: 'word' })
  const rsa = generateKeyPairSync('rsa', { modulusLength: 1024 })
  expect(fingerprint(readKey(pem(), 'private')!)).toBe(fingerprint(pair.publicKey))
  expect(readKey(locked, 'private', 'word')).toBeDefined()
  expect(readKey(locked, 'private', 'other')).toBeUndefined()
  expect(readKey(locked, 'private')).toBeUndefined()
  expect(
    readKey(rsa.privateKey.export({ type: 'pkcs8', format: 'pem' }) as string, 'private'),
  ).toBeUndefined()
  expect(readKey('', 'public')).toBeUndefined()
})
