/** Files of others are read in a thread of their own, which ends when it takes too long or too much. */
import { extname } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { type Annex, type AnnexFault, type AnnexLimits, annexLimits, failing } from './annex.ts'
import type { Work } from './annex-worker.ts'

export interface SafeReading {
  limits?: Partial<AnnexLimits>
  signal?: AbortSignal
  /** The thread gets the bytes themselves: they are empty afterwards. Else it gets a copy, which weighs as much again. */
  handOver?: boolean
}

/** The thread's file, beside this one: whether it is run as it is written, or built as an entry of its own. */
const thread = new URL(`./annex-worker${extname(import.meta.url)}`, import.meta.url)
/** How often the thread's memory is looked at, in milliseconds. */
const watch = 50

/**
 * readAnnex with limits of time and memory: `annex/too-slow`, `annex/too-heavy`. Throws the signal's reason when it is aborted.
 */
export async function readAnnexSafely(
  bytes: Uint8Array,
  name: string,
  { limits: given = {}, signal, handOver = false }: SafeReading = {},
): Promise<Annex | AnnexFault> {
  signal?.throwIfAborted()
  const limits = { ...annexLimits, ...given }
  const failed = failing(name)
  // A part of a larger buffer cannot be handed over without the rest of it.
  const whole = bytes.buffer instanceof ArrayBuffer && bytes.byteLength === bytes.buffer.byteLength
  const own = (handOver && whole ? bytes : Uint8Array.from(bytes)) as Uint8Array<ArrayBuffer>
  const work: Work = { bytes: own, name, limits }
  const worker = new Worker(thread, {
    workerData: work,
    transferList: [own.buffer],
    resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
    // What a library has to say of a file is not for the terminal.
    stdout: true,
    stderr: true,
  })
  const done = new AbortController()
  const { promise, resolve, reject } = Promise.withResolvers<Annex | AnnexFault>()
  const abort = (): void => reject(signal?.reason as Error)
  signal?.addEventListener('abort', abort)
  worker.once('message', resolve)
  worker.once('error', (error: NodeJS.ErrnoException) => {
    const heavy = error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    resolve({ fault: heavy ? tooHeavy() : failed('annex/damaged') })
  })
  worker.once('exit', () => resolve({ fault: failed('annex/damaged') }))
  const tooHeavy = (): AnnexFault['fault'] => failed('annex/too-heavy', { limit: String(limits.megabytes) })
  void watchOver(worker, limits, done.signal).then((reason) => {
    if (reason === 'heavy') resolve({ fault: tooHeavy() })
    if (reason === 'slow') resolve({ fault: failed('annex/too-slow', { limit: String(limits.seconds) }) })
  })
  try {
    return await promise
  } finally {
    done.abort()
    signal?.removeEventListener('abort', abort)
    await worker.terminate()
  }
}

/** Waits until a thread is over a limit; ends without a reason when it is told to. */
async function watchOver(
  worker: Worker,
  { seconds, megabytes }: AnnexLimits,
  signal: AbortSignal,
): Promise<'heavy' | 'slow' | undefined> {
  const end = performance.now() + seconds * 1000
  let bytes = 0
  let isAsked = false
  try {
    while (performance.now() < end) {
      await setTimeout(watch, undefined, { signal })
      if (bytes > megabytes * 1e6) return 'heavy'
      // One that is too deep in something to answer is asked no second time.
      if (isAsked) continue
      isAsked = true
      void bytesOf(worker).then((found) => {
        bytes = found
        isAsked = false
      })
    }
    return 'slow'
  } catch {
    // The reading is over.
    return undefined
  }
}

/** What a thread holds, buffers outside of its heap, too; 0 for one that has ended. */
async function bytesOf(worker: Worker): Promise<number> {
  const known = await worker.getHeapStatistics().catch(() => undefined)
  return known === undefined ? 0 : known.external_memory + known.total_heap_size
}
