import { setTimeout as pause } from 'node:timers/promises'
import { expect, it, onTestFinished, vi } from 'vitest'
import { openPress } from '../../src/commands/press.ts'
import type { Print } from '../../src/commands/press.ts'
import { browsers, Desk, until } from '../e2e/cli.ts'

const paper = { kind: 'briefing', title: 'برگ' }

it('results stand in the order of the jobs', async () => {
  await using press = openPress(new AbortController().signal)
  const jobs = [30, 5, 20, 1].map((time) => async () => {
    await pause(time)
    return time
  })
  expect(await press.run(jobs)).toEqual([30, 5, 20, 1])
})

it('a job that throws ends the run when those at work have ended, and no other is begun', async () => {
  await using press = openPress(new AbortController().signal)
  const seen: string[] = []
  const job = (name: string, time: number, error?: Error) => async (): Promise<void> => {
    seen.push(`${name} begins`)
    await pause(time)
    seen.push(`${name} ends`)
    if (error) throw error
  }
  const bad = new Error('bad')
  const jobs = [job('slow', 60), job('bad', 1, bad), job('slower', 90), job('never', 1)]
  await expect(press.run(jobs)).rejects.toBe(bad)
  expect(seen).toEqual(['slow begins', 'bad begins', 'slower begins', 'bad ends', 'slow ends', 'slower ends'])
})

it('a page that ends its browser whenever it is printed is named, and not the one that was printed beside it', async () => {
  using desk = new Desk()
  vi.stubEnv('TMPDIR', desk.temporary)
  onTestFinished(() => void vi.unstubAllEnvs())
  await using press = openPress(new AbortController().signal)
  const endBrowser = (): void => {
    for (const { pid, type } of browsers(desk.temporary)) if (type === 'browser') process.kill(pid, 'SIGKILL')
  }
  const printed = await press.run([
    (print) => print(paper, () => '<hr>'.repeat(8000)),
    async (print) => {
      await until(() => browsers(desk.temporary).some(({ type, ticks }) => type === 'renderer' && ticks > 15))
      return print(paper, () => {
        endBrowser()
        return '<p>'
      })
    },
    (print) => print(paper, () => '<p>'),
  ])
  const ends = printed.map((one) => ('fault' in one ? one.fault.code : 'printed'))
  expect(ends).toEqual(['printed', 'browser/crashed', 'printed'])
})

it('a browser that was ended because it took too long is not printed in again', async () => {
  await using press = openPress(new AbortController().signal)
  let pages = 0
  const page = (): string => {
    pages++
    return '<p>'
  }
  const job = (seconds?: number) => (print: Print) => print(paper, page, seconds)
  expect(await press.run([job(0.001)])).toMatchObject([{ fault: { code: 'print/timeout' } }])
  expect(await press.run([job()])).toMatchObject([{ pages: 1 }])
  expect(pages).toBe(2)
})
