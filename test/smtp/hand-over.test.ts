import { readFileSync, readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { handOver } from '../../src/smtp/hand-over.ts'
import { writeWhole } from '../../src/workspace/write.ts'
import { Desk } from './desk.ts'

const [a, b] = ['a@example.ir', 'b@example.ir'] as const
const clock = (): Date => new Date()

function putting(desk: Desk): { folder: string; put: (id: string, eml: string) => Promise<string> } {
  const folder = join(desk.folder, 'pickup')
  return {
    folder,
    async put(id, eml) {
      const path = join(folder, `${id}.eml`)
      await writeWhole(path, await readFile(join(desk.outbox, `${eml}.eml`)))
      return path
    },
  }
}

it('puts each message into the folder under its own name', async () => {
  using desk = new Desk()
  const rows = await desk.put([a, b])
  const { folder, put } = putting(desk)
  expect(await handOver({ ledger: desk.ledger, owner: 'o', clock, put })).toBe(2)
  expect(readdirSync(folder).toSorted()).toEqual(rows.map(({ id }) => `${id}.eml`).toSorted())
  expect(readFileSync(join(folder, `${rows[0]?.id}.eml`), 'utf8')).toContain(`To: ${a}`)
  expect(await desk.states()).toEqual({ [a]: 'sent', [b]: 'sent' })
  expect(await handOver({ ledger: desk.ledger, owner: 'o', clock, put })).toBe(0)
})

it('after a death between the file and the ledger there is the same file', async () => {
  using desk = new Desk()
  await desk.put([a])
  const { folder, put } = putting(desk)
  const [gone] = await desk.ledger.claim({ owner: 'gone', count: 1, now: new Date(0), lease: 1 })
  await put(gone?.id ?? '', gone?.eml ?? '')
  expect(await handOver({ ledger: desk.ledger, owner: 'o', clock, put })).toBe(1)
  expect(readdirSync(folder)).toEqual([`${gone?.id}.eml`])
})

it('what cannot be put there is given back', async () => {
  using desk = new Desk()
  await desk.put([a])
  const put = async (): Promise<string> => {
    throw new Error('full')
  }
  await expect(handOver({ ledger: desk.ledger, owner: 'o', clock, put })).rejects.toThrow('full')
  expect(await desk.one()).toMatchObject({ state: 'queued', putOff: 0 })
})
