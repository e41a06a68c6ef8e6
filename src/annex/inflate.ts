/** Streams are inflated to a limit and no further. */
import { inflateSync, constants } from 'node:zlib'
import { Refusal, type AnnexLimits, type Report } from './annex.ts'

/** Inflates up to a limit, counted over a whole file; refuses with `annex/bomb`. */
export class Inflater {
  #inflated = 0
  readonly #limits: AnnexLimits
  readonly #failed: Report

  constructor(limits: AnnexLimits, failed: Report) {
    this.#limits = limits
    this.#failed = failed
  }

  /** What was deflated several times is as large as its innermost. @param layers how many there may be */
  inflateAll(bytes: Uint8Array, layers: number): void {
    let rest: Uint8Array | undefined = bytes
    for (let layer = 0; layer < layers && rest !== undefined; layer++) rest = this.inflate(rest)
  }

  /** The bytes; nothing when they were not deflated. What is cut off is given as far as it goes. */
  inflate(bytes: Uint8Array): Buffer | undefined {
    if (!isDeflated(bytes)) return undefined
    const left = Math.min(this.#limits.stream, this.#limits.inflated - this.#inflated)
    try {
      const options = { maxOutputLength: Math.max(1, left), finishFlush: constants.Z_SYNC_FLUSH }
      const inflated = inflateSync(bytes, options)
      this.#inflated += inflated.length
      return inflated
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ERR_BUFFER_TOO_LARGE') return undefined
      throw new Refusal(this.#failed('annex/bomb', { limit: String(Math.round(this.#limits.stream / 1e6)) }))
    }
  }
}

function isDeflated([method = 0, flags = 0]: Uint8Array): boolean {
  return (method & 0x0f) === 8 && ((method << 8) | flags) % 31 === 0
}

/**
 * The streams that the library inflates while it parses: those of objects and of cross-references. It knows no limit, so they
 * are inflated here first. A name may be written with escapes, so a dictionary with one counts.
 */
export function inflateObjectStreams(pdf: Buffer, inflater: Inflater): void {
  for (let at = pdf.indexOf('stream', 0, 'latin1'); at >= 0; at = pdf.indexOf('stream', at + 6, 'latin1')) {
    const before = pdf.subarray(Math.max(0, at - longestDictionary), at).toString('latin1')
    const dictionary = before.slice(before.lastIndexOf(' obj') + 1)
    if (before.endsWith('end') || !/ObjStm|XRef|\/[^\s/]*#/.test(dictionary)) continue
    let begin = at + 6
    while (pdf[begin] === 0x0d || pdf[begin] === 0x0a || pdf[begin] === 0x20) begin++
    inflater.inflate(pdf.subarray(begin))
  }
}

/** How far before its stream a dictionary is looked at. */
const longestDictionary = 1024
