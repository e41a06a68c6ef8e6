import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { LedgerFailure } from '../../src/ledger/ledger.ts'
import type { Ledger } from '../../src/ledger/ledger.ts'
import { fault } from '../../src/model/fault.ts'
import { Desk } from './desk.ts'
import { listen } from './peer.ts'

const [a, b, c] = ['a@example.ir', 'b@example.ir', 'c@example.ir'] as const
const many = (count: number): string[] => Array.from({ length: count }, (_, n) => `n${n}@example.ir`)

it('each gets his own message, over as many connections as are allowed', async () => {
  using desk = new Desk()
  await using peer = await listen({ delay: () => 3 })
  const rows = await desk.put(many(40))
  const told: string[] = []
  const result = await desk.send(peer.port, {
    settings: { connections: 4 } as never,
    told: (_, outcome) => told.push(typeof outcome === 'string' ? outcome : outcome.state),
  })
  expect(result).toEqual({ sent: 40, failed: 0, retry: 0, unknown: 0, released: 0, lost: 0, doubtful: 0 })
  expect(peer.taken.toSorted()).toEqual(rows.map(({ messageId }) => messageId).toSorted())
  expect(peer.sessions).toBe(4)
  expect(told.filter((one) => one === 'taken')).toHaveLength(40)
  expect(told.filter((one) => one === 'sent')).toHaveLength(40)
})

it('says to the server how long the message is, and where and under what name reports go', async () => {
  using desk = new Desk()
  await using peer = await listen({ extensions: ['SIZE 1000000', 'DSN', 'PIPELINING'] })
  const [row] = await desk.put([a])
  await desk.send(peer.port)
  expect(peer.commands.slice(1, 3)).toEqual([
    `MAIL FROM:<office@example.ir> SIZE=${row?.size} RET=HDRS ENVID=${row?.id.slice(0, 32)}`,
    `RCPT TO:<${a}> NOTIFY=FAILURE,DELAY ORCPT=rfc822;${a}`,
  ])
})

it('asks nobody where nothing is due', async () => {
  using desk = new Desk()
  expect(await desk.send(1)).toMatchObject({ sent: 0 })
})

it('one that is refused keeps no other from being sent', async () => {
  for (const extensions of [[], ['PIPELINING']]) {
    using desk = new Desk()
    await using peer = await listen({
      extensions,
      answer: (to, line) => (to === 'RCPT' && line.includes(b) ? '550 5.1.1 nobody' : undefined),
    })
    await desk.put([a, b, c])
    expect(await desk.send(peer.port)).toMatchObject({ sent: 2, failed: 1 })
    expect(await desk.states()).toEqual({ [a]: 'sent', [b]: 'failed', [c]: 'sent' })
    expect(peer.sessions).toBe(1)
  }
})

it('what a greylist put off is sent when it is due, once', async () => {
  using desk = new Desk()
  let refusals = 2
  await using peer = await listen({
    answer: (to) => (to === 'RCPT' && refusals-- > 0 ? '451 4.7.1 greylisted' : undefined),
  })
  const [row] = await desk.put([a])
  let now = Date.now()
  const clock = (): Date => new Date(now)
  const first = await desk.send(peer.port, { clock })
  expect(first).toMatchObject({ retry: 1, next: new Date(now + 60_000) })
  now += 59_999
  expect(await desk.send(peer.port, { clock })).toMatchObject({ retry: 0, sent: 0 })
  now += 1
  expect(await desk.send(peer.port, { clock })).toMatchObject({ retry: 1, next: new Date(now + 300_000) })
  now += 300_000
  expect(await desk.send(peer.port, { clock })).toMatchObject({ sent: 1 })
  expect(peer.taken).toEqual([row?.messageId])
})

it('what is put off again and again fails in the end', async () => {
  using desk = new Desk()
  await using peer = await listen({ answer: (to) => (to === 'RCPT' ? '451 4.7.1 not yet' : undefined) })
  await desk.put([a])
  let now = Date.now()
  let runs = 0
  for (; (await desk.one()).state === 'queued'; runs++) {
    await desk.send(peer.port, { clock: () => new Date(now) })
    now += 4 * 3_600_000
  }
  expect(runs).toBe(20)
  expect(await desk.one()).toMatchObject({ state: 'failed', response: '451 4.7.1 not yet' })
})

describe('a message', () => {
  it('that is too long for the server is not sent to it', async () => {
    using desk = new Desk()
    await using peer = await listen({ extensions: ['SIZE 500'] })
    await desk.put([a])
    expect(await desk.send(peer.port)).toMatchObject({ failed: 1 })
    expect((await desk.one()).error).toMatch(/larger than allowed 500/)
    expect(peer.commands).not.toContain('DATA')
  })

  it('whose file is gone, or another, fails and keeps no other from being sent', async () => {
    using desk = new Desk()
    await using peer = await listen()
    const [first, second, third] = await desk.put([a, b, c])
    rmSync(join(desk.outbox, `${first?.eml}.eml`))
    writeFileSync(join(desk.outbox, `${second?.eml}.eml`), 'Subject: other\r\n\r\n')
    expect(await desk.send(peer.port)).toMatchObject({ sent: 1, failed: 2 })
    expect(peer.taken).toEqual([third?.messageId])
    const errors = (await desk.ledger.list({ state: 'failed' })).map(({ error }) => error)
    expect(errors.join()).toMatch(/ENOENT/)
    expect(errors.join()).toMatch(/not the message that was queued/)
  })

  it('that was refused once too often for its sender stops all, and none is lost', async () => {
    using desk = new Desk()
    await using peer = await listen({ answer: (to) => (to === 'MAIL' ? '550 5.7.1 not you' : undefined) })
    await desk.put([a, b, c])
    expect(await desk.send(peer.port)).toMatchObject({
      failed: 0,
      released: 1,
      fault: { code: 'mail/sender', values: { reason: '550 5.7.1 not you' } },
    })
    expect(Object.values(await desk.states())).toEqual(['queued', 'queued', 'queued'])
  })

  it('that the sender’s server wants a login for stops all', async () => {
    using desk = new Desk()
    await using peer = await listen({ answer: (to) => (to === 'RCPT' ? '530 5.7.0 log in' : undefined) })
    await desk.put([a, b])
    expect(await desk.send(peer.port)).toMatchObject({ failed: 0, fault: { code: 'mail/login' } })
    expect(Object.values(await desk.states())).toEqual(['queued', 'queued'])
  })
})

describe('a session that the server ends', () => {
  it.each(['fin', 'rst', '421 4.7.0 too many messages'])(
    'between two messages (%s): another goes on',
    async (how) => {
      using desk = new Desk()
      let count = 0
      await using peer = await listen({
        answer: (to) => (to === 'MAIL' && ++count % 3 === 0 ? how : undefined),
      })
      await desk.put(many(8))
      expect(await desk.send(peer.port)).toMatchObject({ sent: 8, retry: 0 })
      expect(new Set(peer.taken).size).toBe(8)
      expect(peer.taken).toHaveLength(8)
    },
  )

  it('for good ends the work, and what is left stays queued', async () => {
    using desk = new Desk()
    let sessions = 0
    await using peer = await listen({
      answer: (to) =>
        to === 'greeting'
          ? ++sessions > 1
            ? 'fin'
            : undefined
          : to === 'MAIL' && peer.taken.length === 2
            ? 'fin'
            : undefined,
    })
    await desk.put(many(5))
    expect(await desk.send(peer.port)).toMatchObject({
      sent: 2,
      released: 1,
      fault: { code: 'mail/connection' },
    })
    expect(Object.values(await desk.states()).filter((state) => state === 'queued')).toHaveLength(3)
  })

  it('because there are too many at once: the others do the work', async () => {
    using desk = new Desk()
    let sessions = 0
    await using peer = await listen({
      delay: () => 10,
      answer: (to) => (to === 'greeting' && ++sessions > 2 ? '421 4.7.0 too many connections' : undefined),
    })
    await desk.put(many(10))
    const result = await desk.send(peer.port, { settings: { connections: 4 } as never })
    expect(result).not.toHaveProperty('fault')
    expect(new Set(peer.taken).size).toBe(peer.taken.length)
    expect(result.sent).toBe(10)
  })
})

describe('two senders', () => {
  it('share the work', async () => {
    using desk = new Desk()
    await using peer = await listen({ delay: () => 5 })
    await desk.put(many(60))
    const results = await Promise.all([desk.send(peer.port), desk.send(peer.port)])
    expect(results[0].sent + results[1].sent).toBe(60)
    expect(Math.min(results[0].sent, results[1].sent)).toBeGreaterThan(5)
    expect(new Set(peer.taken).size).toBe(60)
    expect(peer.taken).toHaveLength(60)
  })

  it('of which one was away past its lease: the message leaves once', async () => {
    using desk = new Desk()
    let ask: () => void = () => {}
    const asked = new Promise<void>((resolve) => {
      ask = resolve
    })
    await using slow = await listen({ asked: () => asked })
    await using peer = await listen()
    const [row] = await desk.put([a])
    // With so long a lease it does not renew it for now, and we end it.
    const paused = desk.send(slow.port, { owner: 'paused', timing: { lease: 1e9 } })
    while (!slow.commands.includes('DATA')) await pause(5)
    await desk.ledger.renew('paused', new Date(0), 1)
    expect(await desk.send(peer.port)).toMatchObject({ sent: 1 })
    ask()
    expect(await paused).toMatchObject({ sent: 0, lost: 1 })
    expect([...peer.taken, ...slow.taken]).toEqual([row?.messageId])
    expect((await desk.one()).state).toBe('sent')
  })
})

describe('an end that is asked for', () => {
  it('gives back what has not left', async () => {
    using desk = new Desk()
    const ending = new AbortController()
    await using peer = await listen({ asked: () => new Promise(() => {}) })
    await desk.put([a, b])
    const sending = desk.send(peer.port, { signal: ending.signal })
    while (!peer.commands.includes('DATA')) await pause(5)
    ending.abort()
    expect(await sending).toMatchObject({ released: 1, sent: 0, unknown: 0 })
    expect(await desk.states()).toEqual({ [a]: 'queued', [b]: 'queued' })
    await using other = await listen()
    expect(await desk.send(other.port)).toMatchObject({ sent: 2 })
  })

  it('waits for the answer to what has', async () => {
    using desk = new Desk()
    const ending = new AbortController()
    await using peer = await listen({
      delay: () => {
        ending.abort()
        return 100
      },
    })
    await desk.put([a, b])
    expect(await desk.send(peer.port, { signal: ending.signal })).toMatchObject({ sent: 1, released: 0 })
    expect(Object.values(await desk.states()).toSorted()).toEqual(['queued', 'sent'])
  })

  it('but not for ever', async () => {
    using desk = new Desk()
    const ending = new AbortController()
    await using peer = await listen({
      delay: () => {
        ending.abort()
        return 60_000
      },
    })
    await desk.put([a])
    const more = { signal: ending.signal, timing: { farewell: 50 }, settings: { silence: 60_000 } as never }
    expect(await desk.send(peer.port, more)).toMatchObject({ unknown: 1 })
    expect((await desk.one()).state).toBe('unknown')
  })

  it('before it began takes nothing', async () => {
    using desk = new Desk()
    await using peer = await listen()
    await desk.put([a])
    expect(await desk.send(peer.port, { signal: AbortSignal.abort() })).toMatchObject({ sent: 0 })
    expect(await desk.one()).toMatchObject({ state: 'queued', attempt: 0 })
  })
})

it('keeps to its rate', async () => {
  using desk = new Desk()
  const ending = new AbortController()
  await using peer = await listen()
  await desk.put(many(5))
  const sending = desk.send(peer.port, {
    signal: ending.signal,
    settings: { ratePerMinute: 1, connections: 3 } as never,
  })
  while (peer.taken.length === 0) await pause(5)
  await pause(200)
  ending.abort()
  expect(await sending).toMatchObject({ sent: 1, released: 0 })
  expect(peer.taken).toHaveLength(1)
})

it('a long message does not outlive its lease while it streams', async () => {
  using desk = new Desk()
  await using peer = await listen({ delay: () => 1600 })
  await desk.put([a])
  const sending = desk.send(peer.port, { timing: { lease: 600 } })
  while (peer.taken.length === 0) await pause(5)
  for (let n = 0; n < 7; n++) {
    await pause(200)
    expect((await desk.ledger.recover(new Date(), 'other')).unknown).toEqual([])
  }
  expect(await sending).toMatchObject({ sent: 1 })
})

it('a doubt of a sender that is gone is found, and not tried', async () => {
  using desk = new Desk()
  await using peer = await listen()
  await desk.put([a])
  const [row] = await desk.ledger.claim({ owner: 'gone', count: 1, now: new Date(0), lease: 1 })
  await desk.ledger.reachDot({ id: row?.id ?? '', owner: 'gone', attempt: 1 }, new Date(0))
  expect(await desk.send(peer.port)).toMatchObject({ sent: 0, doubtful: 1 })
  expect([peer.taken, (await desk.one()).state]).toEqual([[], 'unknown'])
})

it('what was sent and could not be entered is a doubt, and not given back', async () => {
  using desk = new Desk()
  await using peer = await listen()
  await desk.put([a])
  const full = new LedgerFailure(fault('ledger/unwritable', undefined, { file: desk.file, reason: 'full' }))
  const ledger: Ledger = {
    ...desk.ledger,
    settle: async (fence, outcome, now) => {
      if (outcome.state === 'sent') throw full
      return desk.ledger.settle(fence, outcome, now)
    },
  }
  const result = await desk.send(peer.port, { ledger, timing: { lease: 60_000 } })
  expect(result).toMatchObject({ sent: 0, released: 0, fault: { code: 'ledger/unwritable' } })
  expect(await desk.one()).toMatchObject({ state: 'sending', stage: 'dot' })
  await desk.ledger.recover(new Date(Date.now() + 60_000), 'other')
  expect((await desk.one()).state).toBe('unknown')
}, 20_000)
