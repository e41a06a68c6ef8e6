/** What an error means for the message it happened to. */
import type { Outcome } from '../ledger/delivery.ts'
import { SendError, SmtpFailure } from './failure.ts'

/** Minutes until the next attempt, after the first, the second …; the last one from then on. */
const waits = [1, 5, 15, 60, 240]
/** With these waits, two days and a half. */
const mostAttempts = 20
/** Of a reply or an error that is kept, in characters. */
const longestWords = 500

export interface Circumstances {
  /** Whether the dot was let go: from then on the server may have the message. */
  over: boolean
  /** How often in a row it was put off before. */
  putOff: number
  now: Date
}

/** Throws SmtpFailure where the refusal is of the sender, so that no other message would fare better. */
export function outcomeOf(error: unknown, { over, putOff, now }: Circumstances): Outcome {
  const words = error instanceof Error ? cut(error.message) : String(error)
  // The file of the message is gone, or is not the one that was queued.
  if (!(error instanceof SendError)) return { state: over ? 'unknown' : 'failed', error: words }
  const { at, reply } = error
  if (reply === undefined) {
    if (at === 'unasked') return { state: 'failed', error: words }
    return over ? { state: 'unknown', error: words } : later({ error: words }, putOff, now)
  }
  const response = cut(reply.text)
  if (isOfSession(reply.code)) throw new SmtpFailure('mail/login', { reason: response }, error)
  if (reply.code === 503 || (reply.code >= 400 && reply.code < 500)) return later({ response }, putOff, now)
  if (reply.code < 500)
    return over ? { state: 'unknown', error: words } : later({ error: words }, putOff, now)
  if (at === 'sender' && !isOfSize(reply.code, reply.text))
    throw new SmtpFailure('mail/sender', { reason: response }, error)
  return { state: 'failed', response }
}

/** The server took it before it was whole: what it took is not the message. */
export const early = (response: string, { putOff, now }: Circumstances): Outcome =>
  later({ error: cut(`answered before the end: ${response}`) }, putOff, now)

function later(what: { response?: string; error?: string }, putOff: number, now: Date): Outcome {
  if (putOff + 1 >= mostAttempts) return { state: 'failed', ...what }
  const minutes = waits[Math.min(putOff, waits.length - 1)] ?? 0
  return { state: 'retry', notBefore: new Date(now.getTime() + minutes * 60_000), ...what }
}

/** RFC 4954 §6: who sends, and how securely, is not good enough. */
const isOfSession = (code: number): boolean => [530, 534, 535, 538].includes(code)

/** RFC 1870 §6.1: told before the message is sent. */
const isOfSize = (code: number, text: string): boolean => code === 552 || /\b5\.[23]\.[34]\b/.test(text)

export const cut = (text: string): string =>
  text.length > longestWords ? `${text.slice(0, longestWords)}…` : text
