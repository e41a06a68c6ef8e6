// A server that breaks off at any byte, and what the ledger then says of the message.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Desk } from './desk.ts'
import { listen } from './peer.ts'
import type { Behaviour } from './peer.ts'

const somebody = 'a@example.ir'

/** One message of so many bytes to a peer that behaves so. */
async function tried(behaviour: Behaviour, size?: number) {
  using desk = new Desk()
  await using peer = await listen(behaviour)
  await desk.put([somebody], size)
  const result = await desk.send(peer.port, { settings: { silence: 300 } as never })
  const { history, ...delivery } = await desk.one()
  return { result, delivery, peer, events: history.map(({ what }) => what) }
}

/** As it goes over the wire, up to its dot. */
async function wireLength(): Promise<{ body: number; all: number }> {
  const { peer, delivery } = await tried({})
  expect(delivery.state).toBe('sent')
  const all = peer.bodies[0]?.length ?? 0
  return { body: all - '.\r\n'.length, all }
}

describe('what arrives', () => {
  it('is the kept message to the byte, its dots doubled and its end marked', async () => {
    using desk = new Desk()
    await using peer = await listen({})
    const [row] = await desk.put([somebody])
    expect(await desk.send(peer.port)).toMatchObject({ sent: 1, failed: 0, retry: 0, unknown: 0 })
    const kept = readFileSync(join(desk.outbox, `${row?.eml}.eml`), 'latin1')
    expect(peer.bodies).toEqual([`${kept.replace(/^\./gm, '..')}.\r\n`])
    expect(await desk.one()).toMatchObject({ state: 'sent', response: '250 2.0.0 queued', attempt: 1 })
  })
})

describe.each(['rst', 'fin'] as const)('the connection is cut (%s)', (how) => {
  it('before any byte of the dot has left: it is queued again; after it: nobody knows', async () => {
    const { body, all } = await wireLength()
    const places = [0, 1, 2, body >> 1, body - 2, body - 1, body, body + 1, all - 1, all]
    for (const breakAt of places) {
      const { delivery, peer, events } = await tried({ breakAt, how })
      const left = breakAt > body
      expect([breakAt - body, delivery.state], `${breakAt} of ${all}`).toEqual([
        breakAt - body,
        left ? 'unknown' : 'queued',
      ])
      expect(peer.taken).toEqual([])
      expect(events.at(-1)).toBe(left ? 'unknown' : 'put-off')
      if (!left) expect(Date.parse(delivery.notBefore ?? '')).toBeGreaterThan(Date.now() + 50_000)
    }
  })

  it('in the middle of a long message: it is queued again', async () => {
    for (const breakAt of [100_000, 1_500_000]) {
      const { delivery, peer } = await tried({ breakAt, how }, 3_000_000)
      expect([delivery.state, peer.taken]).toEqual(['queued', []])
    }
  })

  it('instead of the answer to the dot: nobody knows, and the server has it', async () => {
    const { delivery, peer } = await tried({ answer: (to) => (to === 'dot' ? how : undefined) })
    expect([delivery.state, peer.taken]).toEqual(['unknown', [delivery.messageId]])
  })

  it.each(['greeting', 'EHLO'])('at the %s: nothing is taken', async (place) => {
    const { result, delivery } = await tried({ answer: (to) => (to === place ? how : undefined) })
    expect(result.fault?.code).toBe('mail/connection')
    expect(delivery).toMatchObject({ state: 'queued', attempt: 0 })
  })

  it.each(['MAIL', 'RCPT', 'DATA'])('at %s: it is queued again', async (verb) => {
    const { delivery, peer } = await tried({ answer: (to) => (to === verb ? how : undefined) })
    expect([delivery.state, peer.taken]).toEqual(['queued', []])
  })
})

describe('silence', () => {
  it.each([
    ['dot', 'unknown'],
    ['DATA', 'queued'],
    ['RCPT', 'queued'],
  ])('at the %s: %s', async (place, state) => {
    const { delivery } = await tried({ answer: (to) => (to === place ? 'silence' : undefined) })
    expect(delivery.state).toBe(state)
  })

  it('in the middle of a long message: it is queued again', async () => {
    const { delivery } = await tried({ breakAt: 70_000, how: 'silence' }, 30_000_000)
    expect(delivery.state).toBe('queued')
  })
})

describe('a reply', () => {
  it.each([
    ['250 2.0.0 ok', 'sent'],
    ['421 4.3.0 going down', 'queued'],
    ['451 4.7.1 greylisted', 'queued'],
    ['503 5.5.1 what', 'queued'],
    ['552 5.3.4 too big', 'failed'],
    ['550 5.1.1 nobody', 'failed'],
    ['554 5.7.1 no', 'failed'],
    ['354 more', 'unknown'],
    ['no code at all', 'unknown'],
  ])('to the dot of %s: %s', async (reply, state) => {
    const { delivery } = await tried({ answer: (to) => (to === 'dot' ? reply : undefined) })
    expect(delivery.state).toBe(state)
    if (/^[45]\d\d /.test(reply)) expect(delivery.response).toBe(reply)
  })

  it.each([
    ['451 4.7.1 greylisted', 'queued'],
    ['452 4.2.2 full', 'queued'],
    ['550 5.1.1 nobody', 'failed'],
  ])('to the recipient of %s: %s, and nothing of the message leaves', async (reply, state) => {
    for (const extensions of [[], ['PIPELINING']]) {
      const { delivery, events } = await tried({
        extensions,
        answer: (to) => (to === 'RCPT' ? reply : undefined),
      })
      expect([delivery.state, delivery.response]).toEqual([state, reply])
      expect(events).not.toContain('dot')
    }
  })

  it.each([
    ['250 2.0.0 o~fin', 'unknown'],
    ['2~fin', 'unknown'],
    ['250 2.0.0 o~silence', 'unknown'],
    ['250-2.0.0 and\r\n~fin', 'unknown'],
    ['55~fin', 'unknown'],
    ['550 5.7.1 n~fin', 'failed'],
    ['451 4.7.1 l~fin', 'queued'],
    ['250 2.0.0 ok\r\n~fin', 'sent'],
  ])('that is cut, %j: %s', async (reply, state) => {
    const { delivery } = await tried({ answer: (to) => (to === 'dot' ? reply : undefined) })
    expect(delivery.state).toBe(state)
  })

  it('that comes before the end of the message is no receipt', async () => {
    const { delivery } = await tried(
      { answer: (to) => (to === 'DATA' ? '354 go on\r\n250 ok' : undefined) },
      3_000_000,
    )
    expect(delivery.state).toBe('queued')
    const refused = await tried(
      { answer: (to) => (to === 'DATA' ? '354 go on\r\n552 5.3.4 too big' : undefined) },
      3_000_000,
    )
    expect(refused.delivery.state).toBe('failed')
    expect(refused.events).not.toContain('dot')
  })
})
