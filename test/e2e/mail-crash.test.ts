// kill -9 at any moment of sending, one process and two at once, and senders that were paused: nothing leaves twice, and
// nothing is said to be sent that the server does not have.
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { Desk } from '../smtp/desk.ts'
import { listen } from '../smtp/peer.ts'

function start(desk: Desk, port: number, lease: number): { child: ChildProcess; result: Promise<string> } {
  const args = [join(import.meta.dirname, '../smtp/sender.ts'), desk.folder, port, lease].map(String)
  const env = { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'node-compile-cache') }
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let out = ''
  let err = ''
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()))
  const result = once(child, 'close').then(([code, signal]) => {
    if (code !== 0 && signal !== 'SIGKILL') throw new Error(err)
    return out
  })
  return { child, result }
}

const between = (least: number, most: number): number => least + Math.random() * (most - least)
const mails = 500
const fewestKills = 20

test.each([1, 2])(
  `${mails} mails, ${fewestKills} kills and more, %i process(es) at once`,
  async (processes) => {
    using desk = new Desk()
    const running = new Set<ChildProcess>()
    let kills = 0
    const often = mails / (fewestKills + 8)
    let next = often
    /** At some step of some message, or a moment later. */
    const step = (): void => {
      if (peer.taken.length < next || running.size === 0) return
      next = peer.taken.length + between(0.6, 1.2) * often
      const victim = [...running][Math.floor(Math.random() * running.size)]
      const kill = (): void => void (victim?.kill('SIGKILL') && kills++)
      if (Math.random() < 0.5) kill()
      else setTimeout(kill, between(0, 25))
    }
    await using peer = await listen({ delay: () => between(5, 20), answer: () => void step() })
    const rows = await desk.put(Array.from({ length: mails }, (_, n) => `n${n}@example.ir`))
    const started = performance.now()
    const life = async (): Promise<void> => {
      for (;;) {
        const open = (await desk.ledger.list()).filter(
          ({ state }) => state === 'queued' || state === 'sending',
        )
        if (open.length === 0) return
        const { child, result } = start(desk, peer.port, 1500)
        running.add(child)
        await result
        running.delete(child)
        // What a killed one had is free again after its lease.
        if (child.signalCode === null) await pause(200)
      }
    }
    await Promise.all(Array.from({ length: processes }, life))

    const copies = Map.groupBy(peer.taken, (id) => id)
    const twice = [...copies.values()].filter((ids) => ids.length > 1).length
    const list = await desk.ledger.list()
    const sent = list.filter(({ state }) => state === 'sent')
    const unknown = list.filter(({ state }) => state === 'unknown')
    const there = unknown.filter(({ messageId }) => copies.has(messageId)).length
    const seconds = Math.round((performance.now() - started) / 1000)
    console.log(
      `${processes} process(es): ${kills} kills, ${sent.length} sent, ${unknown.length} unknown (${there} of them at the server), ${twice} twice, ${seconds} s`,
    )
    expect(kills).toBeGreaterThanOrEqual(fewestKills)
    expect(twice).toBe(0)
    expect(sent.filter(({ messageId }) => !copies.has(messageId))).toEqual([])
    expect(sent.length + unknown.length).toBe(rows.length)
    // A kill leaves no more doubts than there are connections.
    expect(unknown.length).toBeLessThanOrEqual(kills * 3)
  },
  240_000,
)

test('a sender that is paused before the dot, past its lease: another sends, and it lets go', async () => {
  using desk = new Desk()
  let ask: () => void = () => {}
  const asked = new Promise<void>((resolve) => {
    ask = resolve
  })
  await using slow = await listen({ asked: () => asked })
  await using peer = await listen()
  const [row] = await desk.put(['a@example.ir'])
  const { child, result } = start(desk, slow.port, 600)
  while (!slow.commands.includes('DATA')) await pause(5)
  child.kill('SIGSTOP')
  await pause(700)
  expect(await desk.send(peer.port)).toMatchObject({ sent: 1 })
  ask()
  child.kill('SIGCONT')
  expect(JSON.parse(await result)).toMatchObject({ sent: 0, lost: 1 })
  expect([slow.taken, peer.taken]).toEqual([[], [row?.messageId]])
})

test('a sender that is paused after the dot: a doubt, which it ends itself', async () => {
  using desk = new Desk()
  await using slow = await listen({ delay: () => 100 })
  await using peer = await listen()
  await desk.put(['a@example.ir'])
  const { child, result } = start(desk, slow.port, 600)
  while (slow.taken.length === 0) await pause(2)
  child.kill('SIGSTOP')
  await pause(700)
  expect(await desk.send(peer.port)).toMatchObject({ sent: 0, doubtful: 1 })
  expect((await desk.one()).state).toBe('unknown')
  child.kill('SIGCONT')
  expect(JSON.parse(await result)).toMatchObject({ sent: 1 })
  expect((await desk.one()).state).toBe('sent')
  expect(peer.taken).toEqual([])
})
