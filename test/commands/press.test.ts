import { setTimeout as pause } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { openPress } from '../../src/commands/press.ts'

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
