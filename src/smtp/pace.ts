/** So many a minute. */
import { setTimeout as pause } from 'node:timers/promises'

const minute = 60_000

/** Waits for the next turn; turns are as far apart as the rate wants. Throws what the signal says where it ends the wait. */
export function pace(perMinute: number | undefined): (signal: AbortSignal) => Promise<void> {
  if (perMinute === undefined) return async () => {}
  let next = 0
  return async (signal) => {
    const now = performance.now()
    const turn = Math.max(now, next)
    next = turn + minute / perMinute
    if (turn > now) await pause(turn - now, undefined, { signal })
  }
}
