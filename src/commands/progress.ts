/** How far a long work has come, for a person who watches a terminal. */
import { toPersianDigits } from '../persian/digits.ts'
import type { Host } from './host.ts'

/** Work shorter than this is over before a line about it is read. */
const longMilliseconds = 1500

export interface Progress extends Disposable {
  /** One more is done. */
  step(): void
}

/** Says nothing where nobody watches, or while the work is short. */
export function startProgress(total: number, host: Host): Progress {
  let done = 0
  const tell = (): void => {
    const count = `${done}/${total}`
    host.err(host.language === 'fa' ? `در حال ساختن: ${toPersianDigits(count)}` : `building: ${count}`)
  }
  const timer = host.terminal ? setInterval(tell, longMilliseconds) : undefined
  return {
    step() {
      done++
    },
    [Symbol.dispose]: () => clearInterval(timer),
  }
}
