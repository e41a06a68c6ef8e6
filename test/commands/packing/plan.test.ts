import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { planPacks } from '../../../src/commands/packing/plan.ts'
import { prepare } from '../../../src/commands/prepare.ts'
import type { Look } from '../../../src/pipeline.ts'
import { Desk } from '../../e2e/cli.ts'

const desk = new Desk()
afterAll(() => desk[Symbol.dispose]())
desk.put('jalaseh.yaml', 'class: normal\n')
desk.put('data/m.yaml', 'meeting: { title: جلسهٔ نمونه }\nagenda: [{ topic: بند نخست }]\n')
const host = {
  cwd: desk.folder,
  now: new Date('2026-11-25T08:30:00Z'),
  language: 'en' as const,
  signal: new AbortController().signal,
  out: () => {},
  err: () => {},
  confirm: async () => false,
  terminal: false,
}
const prepared = await prepare(join(desk.folder, 'data/m.yaml'), host)
const shipped = prepared.look.look

async function keyWith(change: Partial<Look>): Promise<string> {
  const options = { for: [], kinds: [], out: 'out' }
  const ground = { prepared, look: { ...shipped, ...change }, options, files: new Map(), since: undefined }
  const [planned] = await planPacks([{ recipient: undefined, name: 'pack' }], ground, host)
  if (planned?.key === undefined) throw new Error('nothing is planned')
  return planned.key
}

test('a pack is known by its look, whatever the order in which that is read', async () => {
  const { fonts, styles } = shipped
  const [name] = Object.keys(fonts)
  const unchanged = await keyWith({})
  expect(await keyWith({ fonts: Object.fromEntries(Object.entries(fonts).toReversed()) })).toBe(unchanged)
  expect(await keyWith({ fonts: { ...fonts, [name!]: 'AAAA' } })).not.toBe(unchanged)
  expect(await keyWith({ styles: { ...styles, 'pack/page.css': '.cover{color:red}' } })).not.toBe(unchanged)
})
