import { getEventListeners } from 'node:events'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { until } from '../../src/print/until.ts'

setFlagsFromString('--expose-gc')
const gc = runInNewContext('gc') as () => void
const gone = new Error('gone')
const never = new Promise<never>(() => {})

test('gives what the work leads to, and its failure', async () => {
  const { signal } = new AbortController()
  expect(await until(Promise.resolve('done'), [signal])).toBe('done')
  await expect(until(Promise.reject(gone), [signal])).rejects.toBe(gone)
})

test('ends with the reason of a signal, before or during the work', async () => {
  const late = new AbortController()
  const waiting = until(never, [new AbortController().signal, late.signal])
  late.abort(gone)
  await expect(waiting).rejects.toBe(gone)
  await expect(until(never, [late.signal])).rejects.toBe(gone)
})

test('nobody listens once it is over, also where the work never ends', async () => {
  const [late, later] = [new AbortController(), new AbortController()]
  const signals = [later.signal, late.signal]
  const waiting = until(never, signals)
  late.abort(gone)
  await expect(waiting).rejects.toBe(gone)
  await expect(until(never, signals)).rejects.toBe(gone)
  expect(signals.map((signal) => getEventListeners(signal, 'abort'))).toEqual([[], []])
})

test('what a work led to is not kept by the signals that outlive it', async () => {
  const { signal } = new AbortController()
  const kept = await Promise.all(
    Array.from({ length: 10 }, async () => {
      const work = (async () => ({}))()
      return new WeakRef(await until(work, [signal]))
    }),
  )
  await new Promise(setImmediate)
  gc()
  expect(kept.filter((one) => one.deref() !== undefined)).toEqual([])
  expect(signal.aborted).toBe(false)
})
