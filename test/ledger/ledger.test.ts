import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Delivery } from '../../src/ledger/delivery.ts'
import { openLedger } from '../../src/ledger/ledger.ts'
import type { Ledger } from '../../src/ledger/ledger.ts'
import { longestWait } from '../../src/ledger/recover.ts'
import { Desk, deliveryOf } from '../smtp/desk.ts'

const start = Date.parse('2026-11-30T08:00:00Z')
const at = (ms: number): Date => new Date(start + ms)
const lease = 60_000

let desk: Desk
let ledger: Ledger
beforeEach(() => {
  desk = new Desk()
  ledger = desk.ledger
})
afterEach(() => desk[Symbol.dispose]())

const [a, b, c] = ['a@example.ir', 'b@example.ir', 'c@example.ir'] as const
const enqueue = (...rows: ReturnType<typeof deliveryOf>[]) => ledger.enqueue(rows, at(0), 'office')
const claim = async (owner: string, now = at(0), count = 1): Promise<Delivery[]> =>
  ledger.claim({ owner, count, now, lease })
async function claimed(owner: string, now = at(0)): Promise<{ id: string; owner: string; attempt: number }> {
  const [delivery] = await claim(owner, now)
  if (delivery === undefined) throw new Error('nothing was due')
  return { id: delivery.id, owner, attempt: delivery.attempt }
}
async function only() {
  const [one, ...more] = await ledger.list()
  if (one === undefined || more.length > 0) throw new Error('not one')
  return one
}
const names = async (): Promise<string[]> => (await only()).history.map(({ what }) => what)

describe('enqueue', () => {
  it('puts each in once, and says what was there', async () => {
    expect(await enqueue(deliveryOf(a), deliveryOf(b))).toEqual({
      queued: 2,
      there: [],
      cancelled: [],
      told: [],
    })
    const again = await enqueue(deliveryOf(b, { eml: 'other' }), deliveryOf(c))
    expect([again.queued, again.there.map(({ address }) => address)]).toEqual([1, [b]])
    expect((await ledger.list()).map(({ eml }) => eml)).not.toContain('other')
  })

  it('knows one mailbox however it is written, by its id or without', async () => {
    await enqueue(deliveryOf(a))
    const other = await enqueue(
      deliveryOf(a.toUpperCase()),
      deliveryOf('A@Example.ir', { id: 'f'.repeat(64) }),
    )
    expect([other.queued, other.there.length]).toEqual([0, 2])
  })

  it('puts in all or none', async () => {
    const broken = { ...deliveryOf(b), kind: 'letter' as never }
    await expect(enqueue(deliveryOf(a), broken)).rejects.toThrow(/CHECK/)
    expect(await ledger.list()).toEqual([])
  })

  it('cancels what is queued of an earlier edition, and only that', async () => {
    await enqueue(deliveryOf(a), deliveryOf(b), deliveryOf(c), deliveryOf(a, { meeting: 'other' }))
    await enqueue(deliveryOf(a, { kind: 'supplement' }))
    const sent = await claimed('s')
    await ledger.settle(sent, { state: 'sent', response: '250' }, at(1))
    const later = await enqueue(...[a, b, c].map((one) => deliveryOf(one, { edition: 2 })))
    const first = await ledger.list({ state: 'sent' })
    const expected = [a, b, c].filter((one) => one !== first[0]?.address)
    expect(later.cancelled.map(({ address, edition }) => [address, edition])).toEqual(
      expected.map((one) => [one, 1]),
    )
    const states = (await ledger.list()).map(
      ({ meeting, kind, edition, state }) => `${meeting} ${kind} ${edition} ${state}`,
    )
    expect(states.toSorted()).toEqual([
      'meeting pack 1 cancelled',
      'meeting pack 1 cancelled',
      'meeting pack 1 sent',
      'meeting pack 2 queued',
      'meeting pack 2 queued',
      'meeting pack 2 queued',
      'meeting supplement 1 queued',
      'other pack 1 queued',
    ])
  })

  it('cancels an earlier edition that comes after the later one', async () => {
    await enqueue(deliveryOf(a, { edition: 2 }))
    const { queued, cancelled } = await enqueue(deliveryOf(a))
    expect([queued, cancelled.map(({ edition }) => edition)]).toEqual([1, [1]])
  })

  it('cancels what comes back from a sender once a later edition is there', async () => {
    await enqueue(deliveryOf(a))
    const fence = await claimed('s')
    expect((await enqueue(deliveryOf(a, { edition: 2 }))).cancelled).toEqual([])
    await ledger.settle(fence, { state: 'retry', notBefore: at(5), response: '451' }, at(1))
    expect((await ledger.list()).map(({ edition, state }) => [edition, state])).toEqual([
      [1, 'cancelled'],
      [2, 'queued'],
    ])
  })
})

describe('reminders', () => {
  const digest = (day: number, ...subjects: string[]) =>
    deliveryOf(a, { kind: 'reminder', meeting: `day ${day}`, subjects })

  it('tell nobody a thing twice', async () => {
    await enqueue(digest(1, 'r1 3', 'r2 0'))
    expect(await ledger.told(a.toUpperCase(), ['r0 0', 'r1 3', 'r2 0', 'r2 3'])).toEqual(['r1 3', 'r2 0'])
    expect(await ledger.told(b, ['r1 3'])).toEqual([])
    const other = digest(2, 'r2 0', 'r3 0')
    expect(await enqueue(other)).toMatchObject({ queued: 0, told: [{ id: other.id, subjects: ['r2 0'] }] })
    expect((await enqueue(digest(1, 'r1 3', 'r2 0'))).there).toHaveLength(1)
    expect(await enqueue(digest(2, 'r3 0'))).toMatchObject({ queued: 1, told: [] })
  })

  it('do not replace each other', async () => {
    const row = (edition: number) => deliveryOf(a, { kind: 'reminder', edition, subjects: [String(edition)] })
    await enqueue(row(1))
    expect((await enqueue(row(2))).cancelled).toEqual([])
  })
})

describe('an attempt', () => {
  it('goes from claimed by way of the dot to sent, and all of it is history', async () => {
    await enqueue(deliveryOf(a))
    const fence = await claimed('sender')
    expect(await only()).toMatchObject({ state: 'sending', stage: 'claimed', attempt: 1, owner: 'sender' })
    expect(await ledger.reachDot(fence, at(1))).toBe(true)
    expect((await only()).stage).toBe('dot')
    expect(await ledger.settle(fence, { state: 'sent', response: '250 ok' }, at(2))).toBe(true)
    const { history, ...one } = await only()
    expect(one).toMatchObject({ state: 'sent', response: '250 ok', changedAt: at(2).toISOString() })
    expect(one).not.toHaveProperty('owner')
    expect(history).toEqual([
      { at: at(0).toISOString(), by: 'office', what: 'queued', attempt: 0 },
      { at: at(0).toISOString(), by: 'sender', what: 'claimed', attempt: 1 },
      { at: at(1).toISOString(), by: 'sender', what: 'dot', attempt: 1 },
      { at: at(2).toISOString(), by: 'sender', what: 'sent', attempt: 1, detail: '250 ok' },
    ])
  })

  it('takes each once, the oldest first, of one meeting if told so', async () => {
    await ledger.enqueue([deliveryOf(b)], at(0), 'office')
    await ledger.enqueue([deliveryOf(a), deliveryOf(c, { meeting: 'other' })], at(1), 'office')
    expect((await claim('s')).map(({ address }) => address)).toEqual([b])
    const wanted = { owner: 's', count: 9, now: at(2), lease }
    expect((await ledger.claim({ ...wanted, meeting: 'other' })).map(({ address }) => address)).toEqual([c])
    expect((await ledger.claim(wanted)).map(({ address }) => address)).toEqual([a])
    expect(await ledger.claim(wanted)).toEqual([])
  })

  it('that is put off waits until then', async () => {
    await enqueue(deliveryOf(a))
    await ledger.settle(await claimed('s'), { state: 'retry', notBefore: at(100), error: 'cut' }, at(1))
    expect(await only()).toMatchObject({
      state: 'queued',
      putOff: 1,
      error: 'cut',
      notBefore: at(100).toISOString(),
    })
    expect(await ledger.outlook(at(99))).toEqual({ due: 0, next: at(100) })
    expect(await claim('s', at(99))).toEqual([])
    expect(await claim('s', at(100))).toHaveLength(1)
  })

  it.each([
    ['failed', { state: 'failed', response: '550 no' }, { state: 'failed', response: '550 no' }],
    ['unknown', { state: 'unknown', error: 'cut' }, { state: 'unknown', error: 'cut' }],
    ['released', { state: 'released' }, { state: 'queued', putOff: 0 }],
  ] as const)('ends as %s', async (_, outcome, row) => {
    await enqueue(deliveryOf(a))
    const fence = await claimed('s')
    await ledger.reachDot(fence, at(1))
    expect(await ledger.settle(fence, outcome, at(2))).toBe(true)
    expect(await only()).toMatchObject(row)
  })

  it('is fenced: no one else, no earlier attempt, and no second time', async () => {
    await enqueue(deliveryOf(a))
    const old = await claimed('s')
    await ledger.recover(at(lease), 's')
    const now = await claimed('s', at(lease))
    expect(await ledger.reachDot(old, at(lease))).toBe(false)
    expect(await ledger.settle(old, { state: 'sent', response: '250' }, at(lease))).toBe(false)
    expect(await ledger.reachDot({ ...now, owner: 'thief' }, at(lease))).toBe(false)
    expect(await ledger.reachDot(now, at(lease))).toBe(true)
    expect(await ledger.reachDot(now, at(lease))).toBe(false)
    expect(await ledger.settle(now, { state: 'sent', response: '250' }, at(lease))).toBe(true)
    expect(await ledger.settle(now, { state: 'failed', error: 'late' }, at(lease))).toBe(false)
    expect((await only()).state).toBe('sent')
  })
})

describe('a lease', () => {
  it('that ends before the dot frees the message; at the dot it leaves a doubt', async () => {
    await enqueue(deliveryOf(a), deliveryOf(b))
    await claimed('s')
    const second = await claimed('s')
    await ledger.reachDot(second, at(1))
    expect(await ledger.recover(at(lease - 1), 'r')).toEqual({ queued: [], unknown: [] })
    const { queued, unknown } = await ledger.recover(at(lease), 'r')
    expect([queued.length, unknown.map(({ id }) => id)]).toEqual([1, [second.id]])
    expect(await claim('other', at(lease), 9)).toHaveLength(1)
  })

  it('goes on while its owner says so', async () => {
    await enqueue(deliveryOf(a), deliveryOf(b))
    await claimed('s')
    await claimed('t')
    await ledger.renew('s', at(lease - 1), lease)
    expect((await ledger.recover(at(lease), 'r')).queued).toMatchObject([{ attempt: 1 }])
    expect((await ledger.list({ state: 'sending' })).map(({ owner }) => owner)).toEqual(['s'])
  })

  it('whose doubt its owner clears: it knows what the server said', async () => {
    await enqueue(deliveryOf(a))
    const fence = await claimed('s')
    await ledger.reachDot(fence, at(1))
    await ledger.recover(at(lease), 'r')
    expect((await only()).state).toBe('unknown')
    expect(await ledger.settle(fence, { state: 'sent', response: '250' }, at(lease + 1))).toBe(true)
    expect((await only()).state).toBe('sent')
  })

  it('is not freed early by a clock set back, and not kept for ever', async () => {
    await enqueue(deliveryOf(a))
    await claimed('s')
    const hour = 3_600_000
    expect((await ledger.recover(at(-hour), 'r')).queued).toEqual([])
    expect((await ledger.recover(at(-hour + lease - 1), 'r')).queued).toEqual([])
    expect((await ledger.recover(at(-hour + lease), 'r')).queued).toHaveLength(1)
  })

  it('is renewed by its living owner on a clock set back', async () => {
    await enqueue(deliveryOf(a))
    const fence = await claimed('s')
    await ledger.recover(at(-9e9), 'r')
    await ledger.renew('s', at(-9e9 + lease - 1), lease)
    expect((await ledger.recover(at(-9e9 + lease), 'r')).queued).toEqual([])
    expect(await ledger.reachDot(fence, at(-9e9 + lease))).toBe(true)
  })

  it('a clock set back keeps nothing off for longer than the longest wait', async () => {
    await enqueue(deliveryOf(a))
    await ledger.settle(await claimed('s'), { state: 'retry', notBefore: at(60_000), error: 'cut' }, at(0))
    await ledger.recover(at(-9e9), 'r')
    expect(await ledger.outlook(at(-9e9))).toEqual({ due: 0, next: at(-9e9 + longestWait) })
  })
})

describe('a doubt', () => {
  async function doubtful(): Promise<string> {
    await enqueue(deliveryOf(a))
    const fence = await claimed('s')
    await ledger.reachDot(fence, at(1))
    await ledger.settle(fence, { state: 'unknown', error: 'cut' }, at(2))
    return fence.id
  }
  const resolve = (id: string, how: 'sent' | 'again' | 'drop') =>
    ledger.resolve({ id, how, now: at(3), by: 'the secretary' })

  it('is never tried by itself', async () => {
    await doubtful()
    await ledger.recover(at(9e9), 'r')
    expect(await claim('s', at(9e9), 9)).toEqual([])
  })

  it.each([
    ['sent', { state: 'sent', again: false }, 'marked-sent'],
    ['again', { state: 'queued', again: true }, 'again'],
    ['drop', { state: 'cancelled', again: false }, 'dropped'],
  ] as const)('is ended by a person: %s', async (how, row, event) => {
    const id = await doubtful()
    expect(await resolve(id, how)).toMatchObject(row)
    expect((await only()).history.at(-1)).toMatchObject({ what: event, by: 'the secretary' })
    // The sender that comes back late changes nothing any more.
    expect(
      await ledger.settle({ id, owner: 's', attempt: 1 }, { state: 'sent', response: '250' }, at(4)),
    ).toBe(false)
  })

  it('sent again keeps its mark, and its later edition does not end it', async () => {
    const id = await doubtful()
    await enqueue(deliveryOf(a, { edition: 2 }))
    await resolve(id, 'again')
    const fence = await claimed('t')
    expect(fence.id).toBe(id)
    await ledger.settle(fence, { state: 'retry', notBefore: at(9), response: '451' }, at(4))
    expect((await ledger.list()).map(({ state }) => state)).toEqual(['queued', 'queued'])
    const [first] = await claim('t', at(9))
    expect(first).toMatchObject({ again: true, attempt: 3 })
  })

  it('what failed may be sent again, and is no doubt', async () => {
    await enqueue(deliveryOf(a))
    await ledger.settle(await claimed('s'), { state: 'failed', response: '550' }, at(1))
    const { id } = await only()
    expect(await resolve(id, 'drop')).toMatchObject({ code: 'ledger/settled', values: { state: 'failed' } })
    expect(await resolve(id, 'again')).toMatchObject({ state: 'queued', again: false })
    expect(await resolve(id, 'again')).toMatchObject({ code: 'ledger/settled', values: { state: 'queued' } })
    expect(await resolve('nothing', 'again')).toMatchObject({ code: 'ledger/no-delivery' })
  })
})

describe('a report', () => {
  const status = { status: '5.1.1', diagnostic: '550 nobody' }
  const enter = (report: Partial<Parameters<Ledger['enterReport']>[0]>) =>
    ledger.enterReport({ action: 'failed', ...status, ...report }, at(9), 'reports')
  async function sent(): Promise<Delivery> {
    await enqueue(deliveryOf(a))
    await ledger.settle(await claimed('s'), { state: 'sent', response: '250' }, at(1))
    return only()
  }

  it('of a failure makes what was sent failed, once', async () => {
    const { id } = await sent()
    expect(await enter({ envelopeId: id.slice(0, 32) })).toMatchObject({
      news: true,
      delivery: { state: 'failed', error: 'failed 5.1.1 550 nobody', response: '250' },
    })
    expect(await enter({ envelopeId: id.slice(0, 32) })).toMatchObject({ news: false })
    expect((await names()).filter((name) => name === 'reported')).toHaveLength(1)
  })

  it('is found by the Message-ID, too', async () => {
    const { messageId } = await sent()
    expect(await enter({ messageId, envelopeId: 'of another program' })).toMatchObject({
      delivery: { state: 'failed' },
    })
  })

  it('of a delay changes nothing but the history', async () => {
    const { messageId } = await sent()
    expect(await enter({ messageId, action: 'delayed' })).toMatchObject({
      news: true,
      delivery: { state: 'sent' },
    })
    expect(await names()).toContain('reported')
  })

  it.each([
    ['delayed', 'sent'],
    ['delivered', 'sent'],
    ['failed', 'failed'],
  ] as const)('ends a doubt, as the server had it: %s', async (action, state) => {
    await enqueue(deliveryOf(a))
    const fence = await claimed('s')
    await ledger.reachDot(fence, at(1))
    await ledger.settle(fence, { state: 'unknown', error: 'cut' }, at(2))
    expect(await enter({ envelopeId: fence.id.slice(0, 32), action })).toMatchObject({ delivery: { state } })
  })

  it('of something else is nobody’s', async () => {
    await sent()
    expect(await enter({ envelopeId: '%' })).toBeUndefined()
    expect(await enter({ envelopeId: '' })).toBeUndefined()
    expect(await enter({ messageId: 'x@y' })).toBeUndefined()
    expect(await enter({})).toBeUndefined()
  })
})

it('the history is not rewritten', async () => {
  await enqueue(deliveryOf(a))
  const { DatabaseSync } = await import('node:sqlite')
  using other = new DatabaseSync(desk.file)
  expect(() => other.exec("update delivery_event set by = 'x'")).toThrow(/not rewritten/)
  expect(() => other.exec('delete from delivery_event')).toThrow(/not rewritten/)
})

it('two that are open see the same', async () => {
  using other = openLedger(desk.file)
  await enqueue(...Array.from({ length: 40 }, (_, n) => deliveryOf(`n${n}@example.ir`)))
  const taken = await Promise.all(
    Array.from({ length: 40 }, (_, n) =>
      (n % 2 ? other : ledger).claim({ owner: `${n}`, count: 1, now: at(1), lease }),
    ),
  )
  expect(new Set(taken.flat().map(({ id }) => id)).size).toBe(40)
})
