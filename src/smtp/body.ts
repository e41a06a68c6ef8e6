/** A kept message as it streams to the server, and what lets its dot go. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { setImmediate as turn } from 'node:timers/promises'

/** Another sender has it now. */
export class LeaseLost extends Error {}

export interface Body {
  stream: Readable
  /** Whether the server has asked for it. */
  readonly begun: boolean
  /** Whether it was let end. */
  readonly over: boolean
}

/** Of the event loop, so that what has come in is seen. */
const turns = 3

/**
 * All of the message leaves before its end is asked for, so the doubt lasts no longer than it must. The end is held back until
 * `mayEnd` has committed that the message may be at the server: whatever happens then, nobody sends it again unasked.
 * The stream fails with LeaseLost where it may not end, and where the file does not have the hash.
 */
export function bodyOf(path: string, sha256: string, mayEnd: () => Promise<boolean>): Body {
  const state = { begun: false, over: false }
  async function* parts(): AsyncGenerator<Buffer> {
    state.begun = true
    const hash = createHash('sha256')
    for await (const part of createReadStream(path)) {
      hash.update(part as Buffer)
      yield part as Buffer
    }
    if (hash.digest('hex') !== sha256) throw new Error(`${path} is not the message that was queued`)
    if (!(await mayEnd())) throw new LeaseLost('another sender has this message')
    // The server may have left while this was written; then the dot does not leave.
    for (let n = 0; n < turns; n++) await turn()
    if (!stream.destroyed) state.over = true
  }
  const stream = Readable.from(parts(), { objectMode: false })
  return {
    stream,
    get begun() {
      return state.begun
    },
    get over() {
      return state.over
    },
  }
}
