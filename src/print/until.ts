/**
 * A work, unless one of the signals comes first. Promise.race would keep what every work led to for as long as whatever it
 * is raced with lives: here a browser, through hundreds of papers.
 * @throws the reason of the signal
 */
export function until<T>(work: Promise<T>, signals: readonly AbortSignal[]): Promise<T> {
  return new Promise((resolve, reject) => {
    const leave = (): void => signals.forEach((signal) => signal.removeEventListener('abort', end))
    const end = ({ target }: { target: unknown }): void => {
      leave()
      reject((target as AbortSignal).reason)
    }
    for (const signal of signals) signal.addEventListener('abort', end)
    const ended = signals.find(({ aborted }) => aborted)
    if (ended) end({ target: ended })
    work.then(resolve, reject).finally(leave)
  })
}
