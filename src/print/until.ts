/**
 * A work, unless one of the signals comes first. Promise.race would keep what every work led to for as long as whatever it
 * is raced with lives: here a browser, through hundreds of papers.
 * @throws the reason of the signal
 */
export function until<T>(work: Promise<T>, signals: readonly AbortSignal[]): Promise<T> {
  return new Promise((resolve, reject) => {
    const end = ({ target }: { target: unknown }): void => reject((target as AbortSignal).reason)
    const leave = (): void => signals.forEach((signal) => signal.removeEventListener('abort', end))
    for (const signal of signals) {
      if (signal.aborted) reject(signal.reason)
      signal.addEventListener('abort', end)
    }
    work.then(resolve, reject).finally(leave)
  })
}
